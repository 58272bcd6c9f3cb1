"""What the scripts tell the person at the console, in Czech."""

import contextlib
import sys
import threading
import time


@contextlib.contextmanager
def step(text):
    """Announce a step, show its running time on a terminal, and say when it is done."""
    begun = time.monotonic()
    over = threading.Event()

    def seconds():
        return "%d s" % (time.monotonic() - begun)

    def tick():
        while not over.wait(1):
            show("\r%s … %s" % (text, seconds()))

    show("%s …" % text)
    ticker = threading.Thread(target=tick if sys.stdout.isatty() else over.wait)
    ticker.daemon = True
    ticker.start()
    try:
        yield
    except BaseException:
        show("\n")
        raise
    else:
        over.set()
        ticker.join()
        start = "\r%s …" % text if sys.stdout.isatty() else ""
        show("%s hotovo (%s)\n" % (start, seconds()))
    finally:
        over.set()


def show(text):
    sys.stdout.write(text)
    sys.stdout.flush()


def stop(sentence):
    """End the script: a sentence for the person, a non-zero exit for the machine."""
    sys.exit("\n%s" % sentence)
