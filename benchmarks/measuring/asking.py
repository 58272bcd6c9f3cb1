"""Requests to the application of this process, as a web server passes them on."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
import io
import json
import sys


@dataclass(frozen=True)
class Answer:
    """``took``: milliseconds of the processor from the request to the last byte."""

    status: int
    text: bytes
    took: float


@dataclass(frozen=True)
class Reader:
    """Who asks; without a name nobody who is known."""

    application: Callable
    name: str = ""
    password: str = ""

    def get(self, url: str) -> Answer:
        return self._ask("GET", url)

    def patch(self, url: str, data: dict) -> Answer:
        more = {"HTTP_ACCEPT": "application/json", "CONTENT_TYPE": "application/json"}
        return self._ask("PATCH", url, json.dumps(data).encode(), **more)

    def _ask(self, method: str, url: str, body: bytes = b"", **more: str) -> Answer:
        path, _mark, query = url.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SCRIPT_NAME": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **more,
        }
        if self.name:
            account = f"{self.name}:{self.password}".encode()
            environ["HTTP_AUTHORIZATION"] = f"Basic {b64encode(account).decode()}"
        status: list[str] = []
        begin = process_time()
        answer = self.application(environ, lambda line, *_rest: status.append(line))
        text = b"".join(answer)
        took = (process_time() - begin) * 1000
        return Answer(int(status[-1].split()[0]), text, took)
