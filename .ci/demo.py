"""``make run`` from nothing: the demo answers, in time, and ends cleanly at Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time


LONGEST = 60  # seconds until the first page


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    command = [sys.executable, "-m", "devel.run", str(free_port())]
    begun = time.monotonic()
    answered = False
    with tempfile.TemporaryDirectory() as var:
        changed = {"KPSS_VAR": var, "PYTHONUNBUFFERED": "1"}
        environment = {**os.environ, **changed}
        demo = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environment
        )
        for line in demo.stdout:
            print(line, end="")
            if line.startswith("Konec"):
                answered = True
                demo.send_signal(signal.SIGINT)
        demo.wait()
    seconds = time.monotonic() - begun
    if demo.returncode or not answered or seconds > LONGEST:
        sys.exit(
            f"the demo: answered {answered}, exit {demo.returncode}, {seconds:.0f} s"
        )


if __name__ == "__main__":
    main()
