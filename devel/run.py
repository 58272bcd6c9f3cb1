"""``make run``: build the demo where it is missing and serve it until Ctrl-C."""

from contextlib import contextmanager
from contextlib import suppress
from devel import demo
from devel import instance
from devel.say import show
from devel.say import step
from devel.say import stop
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.request import build_opener
from urllib.request import ProxyHandler
import logging
import os
import signal
import sys
import threading
import time


def serve(port):
    instance.refuse_if_running()
    instance.refuse_if_taken(port)
    log_to_file()
    keep_czech_time()
    with step("Spouštím Plone"):
        application = start_zope(instance.write_configuration())
    with demo_application(port) as app:
        demo.build(app)
        news = greeting(port, app[demo.SITE])
    server = listen(application, port)
    threading.Thread(target=announce, args=(port, news), daemon=True).start()
    server.run()
    server.close()
    close_database()


def log_to_file():
    """Plone's own messages go to a file, the console stays readable."""
    instance.LOG.parent.mkdir(parents=True, exist_ok=True)
    form = "%(asctime)s %(levelname)s [%(name)s] %(message)s"
    logging.basicConfig(filename=instance.LOG, level=logging.INFO, format=form)
    logging.captureWarnings(True)


def keep_czech_time():
    """What "today" is must not depend on the machine's own time zone."""
    os.environ["TZ"] = "Europe/Prague"
    time.tzset()


def start_zope(conf):
    from Zope2.Startup.run import make_wsgi_app
    from ZPublisher.httpexceptions import HTTPExceptionHandler

    return HTTPExceptionHandler(make_wsgi_app({}, str(conf)))


@contextmanager
def demo_application(port):
    """The application root, with a request as the makers of content expect it.

    Letters that are written have addresses of this server in them.
    """
    from Testing.makerequest import makerequest
    from zope.globalrequest import clearRequest
    from zope.globalrequest import setRequest
    import Zope2

    server = {"SERVER_NAME": "localhost", "SERVER_PORT": str(port)}
    app = makerequest(Zope2.app(), environ=server)
    setRequest(app.REQUEST)
    try:
        yield app
    finally:
        clearRequest()
        app._p_jar.close()


def close_database():
    import Zope2

    Zope2.DB.close()


def listen(application, port):
    from waitress import create_server

    return create_server(
        application,
        host="127.0.0.1",
        port=port,
        threads=4,
        clear_untrusted_proxy_headers=True,
    )


def greeting(port, site):
    """What the person reads once the site answers."""
    address = f"http://localhost:{port}/{demo.SITE}"
    lines = ["", f"Ukázka běží na adrese  {address}", ""]
    lines += [f"    {address}/{name}" for name in demo.sections(site)]
    lines += ["", f"Správce: jméno {demo.ADMIN}, heslo {demo.ADMIN}"]
    if people := demo.logins(site):
        lines += ["Další lidé, heslo je stejné jako jméno (všichni jsou vymyšlení):"]
        width = max(len(name) for name, _who in people)
        lines += [f"    {name:{width}}  {who}" for name, who in people]
    lines += [f"Pošta se neodesílá, ukládá se do {instance.MAIL},"]
    lines += [f"správce ji čte na stránce {address}/@@kpss-letters"]
    return "\n".join([*lines, "Konec: Ctrl-C", "", ""])


def announce(port, news):
    """Visit the site once, so that the address is printed when it really answers."""
    visit = build_opener(ProxyHandler({})).open
    try:
        with step("Otevírám úvodní stránku"):
            visit(f"http://localhost:{port}/{demo.SITE}").close()
    except (HTTPError, URLError) as error:
        show(f"Úvodní stránka neodpovídá ({error}); důvod je v {instance.LOG}\n")
    else:
        show(news)


def end(*_):
    raise KeyboardInterrupt


def main(port):
    if not port.isdigit() or not 0 < int(port) < 65536:
        stop(f"PORT musí být číslo od 1 do 65535, ne {port}.")
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, end)
    with suppress(KeyboardInterrupt):
        serve(int(port))
    show(f"\nUkázka ukončena, data zůstávají ve složce {instance.VAR}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
