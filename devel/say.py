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
        return f"{time.monotonic() - begun:.0f} s"

    def tick():
        while not over.wait(1):
            show(f"\r{text} … {seconds()}")

    show(f"{text} …")
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
        start = f"\r{text} …" if sys.stdout.isatty() else ""
        show(f"{start} hotovo ({seconds()})\n")
    finally:
        over.set()


def show(text):
    sys.stdout.write(text)
    sys.stdout.flush()


def stop(sentence):
    """End the script: a sentence for the person, a non-zero exit for the machine."""
    sys.exit(f"\n{sentence}")
