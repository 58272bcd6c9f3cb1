"""The examples of docs/rest-api/README.md are executed; their answers must agree."""

from pathlib import Path
import json
import os
import re


PAGE = Path(__file__).parents[3] / "docs" / "rest-api" / "README.md"
EXAMPLE = re.compile(
    r"(?:<!-- keys: (?P<keys>.*?) -->\n)?```http\n(?P<request>.*?)```\n```json\n(?P<answer>.*?)```",
    re.DOTALL,
)
SITE = "http://localhost:8080/Plone"


def perform(request: str, rest, anonymous_rest):
    """Send the request as it is written: method and path, headers, empty line, JSON."""
    head, _empty, body = request.partition("\n\n")
    line, *headers = head.strip().splitlines()
    method, path = line.split(" ", 1)
    session = rest if "Authorization: admin" in headers else anonymous_rest
    return session.request(
        method,
        path.removeprefix("/Plone") or "/",
        json=json.loads(body) if body.strip() else None,
    )


class Normaliser:
    """Replaces what differs from run to run: address, UIDs, traceback."""

    def __init__(self, address: str):
        self.address = address
        self.uids: dict[str, str] = {}

    def __call__(self, answer, keys: str | None) -> str:
        body = answer.json() if answer.content else None
        if isinstance(body, dict):
            body.pop("traceback", None)
            if keys:
                wanted = [key.strip() for key in keys.split(",")]
                body = {key: body[key] for key in wanted}
        text = (
            json.dumps(body, ensure_ascii=False, indent=2) if body is not None else ""
        )
        text = text.replace(self.address, SITE)
        text = re.sub(r"\b[0-9a-f]{32}\b", self.uid, text)
        status = f"HTTP/1.1 {answer.status_code} {answer.reason}"
        return f"{status}\n\n{text}\n" if text else f"{status}\n"

    def uid(self, match: re.Match) -> str:
        return self.uids.setdefault(match.group(), f"uid-{len(self.uids) + 1}")


def test_examples_answer_as_written(functional_portal, rest, anonymous_rest):
    normalise = Normaliser(functional_portal.absolute_url())
    page = PAGE.read_text("utf-8")
    differing = []

    def answered(match: re.Match) -> str:
        answer = normalise(
            perform(match["request"], rest, anonymous_rest), match["keys"]
        )
        if answer != match["answer"]:
            differing.append(match["request"].splitlines()[0])
        start = match.start("answer") - match.start()
        end = match.end("answer") - match.start()
        return match.group()[:start] + answer + match.group()[end:]

    executed = EXAMPLE.sub(answered, page)
    if os.environ.get("KPSS_WRITE_EXAMPLES"):
        PAGE.write_text(executed, "utf-8")
    else:
        assert differing == []
    assert len(EXAMPLE.findall(page)) >= 10
