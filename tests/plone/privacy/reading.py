"""Asking as a reader, and looking for marks in everything that comes back."""

from gzip import decompress
from io import BytesIO
from plone.restapi.testing import RelativeSession
from pypdf import PdfReader
from tests.plone.privacy.marks import Secrets
from tests.plone.privacy.town import PASSWORD
from urllib.parse import unquote
from zipfile import ZipFile
import json
import re


HTML, JSON = "text/html", "application/json"


#: Where stock Plone lists the accounts of the site to whoever is logged in.
ACCOUNT_LISTS = re.compile(
    r"plone\.app\.vocabularies\.(Users|Principals)|/@querystring$|^/author/"
)


class Reader:
    """One of the READERS at the site; ``asked`` are the addresses, in their order."""

    def __init__(self, name: str, town):
        self.name = name
        self.secrets: Secrets = town.secrets
        self.site = town.portal.absolute_url()
        self.session = RelativeSession(self.site)
        if name in town.accounts:
            self.session.auth = (town.accounts[name], PASSWORD)
        self.asked: list[str] = []
        self.leaks: list[str] = []

    def get(self, address: str, accept: str = HTML):
        return self.ask("GET", address, accept)

    def ask(self, method: str, address: str, accept: str = JSON, data=None):
        """The answer; what it should not say is noted in ``leaks``."""
        answer = self.session.request(
            method,
            address or "/",
            headers={"Accept": accept},
            json=data,
            allow_redirects=False,
        )
        self.asked.append(f"{method} {address or '/'} {accept}")
        asked = unquote(f"{address} {json.dumps(data)}")
        found = self.secrets.leaked(everything(answer), self.name, asked)
        lists_accounts = self.session.auth and ACCOUNT_LISTS.search(address)
        for text, what in found.items():
            if lists_accounts and "account of" in what:
                continue
            self.leaks.append(
                f"{self.name}: {method} {address} ({answer.status_code}): {what} [{text}]"
            )
        return answer

    def close(self) -> None:
        self.session.close()


def everything(answer) -> str:
    """Body and headers as text; what is packed is unpacked."""
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return unquote(f"{headers}\n{text_of(answer.content)}")


def text_of(content: bytes) -> str:
    if content.startswith(b"\x1f\x8b"):
        return text_of(decompress(content))
    if content.startswith(b"%PDF"):
        return text_of_pdf(content)
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as parts:
            return "\n".join(text_of(parts.read(name)) for name in parts.namelist())
    return content.decode("utf-8", "replace")


def text_of_pdf(content: bytes) -> str:
    """What stands on its pages, and what it tells beside them."""
    reader = PdfReader(BytesIO(content))
    root = reader.trailer["/Root"]
    told = root["/Metadata"].get_data().decode() if "/Metadata" in root else ""
    pages = [page.extract_text() for page in reader.pages]
    return "\n".join([*pages, str(reader.metadata), told])
