"""The documents of the demo's towns and the way they went."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.said import Said
from kpss.addon.process.template_content import add_content
from kpss.addon.process.template_content import move_to
from kpss.addon.townsetup.demo_files import FOLDER
from plone import api
from plone.app.textfield import RichTextValue
from typing import Any
import yaml


Data = dict[str, Any]


def add_documents(process) -> int:
    """Create the town's documents and record what happened to them; their number."""
    path = FOLDER / "documents" / f"{process.getId()}.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    for row in rows:
        document = _add(process, row)
        for number, annex in enumerate(row.get("annexes", ()), 1):
            _add(process, annex, annex_of=row["id"], annex_number=number)
        for entry in row["way"]:
            _record(document, entry)
    publish_resolutions(process)
    return len(rows)


def publish_resolutions(process) -> None:
    """The register of the demo is public."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(process.getPhysicalPath()), portal_type="kpss.Resolution"
    )
    for brain in brains:
        move_to(brain._unrestrictedGetObject(), "publish")


def _add(process, row: Data, **more: Any):
    return add_content(
        process["documents"],
        "kpss.Document",
        row["id"],
        title=row["title"],
        description=row.get("description", ""),
        document_kind=row["kind"],
        purpose=row.get("purpose", "adoption"),
        author_body=row.get("author"),
        important=row.get("important", False),
        period=row.get("period"),
        repeals=row.get("repeals", []),
        text=_rich(row["text"]),
        **_submission(row.get("submission", {})),
        **more,
    )


def _submission(data: Data) -> Data:
    """What goes with it to the council."""
    texts = ("explanatory_report", "draft_resolution", "financial_impact")
    return {name: _rich(one) if name in texts else one for name, one in data.items()}


def _rich(text: str) -> RichTextValue:
    return RichTextValue(text, "text/html", "text/x-html-safe")


def _record(document, entry: Data) -> None:
    on: date = entry["day"]
    if entry["do"] == "start":
        actions.start(document, on=on)
        return
    case = case_of(document)
    step = case.standing.current
    number = entry.get("number")
    body = case.chain.steps[step].body
    decide(
        document,
        Said(
            step=step,
            outcome=entry["outcome"],
            on=on,
            resolution=ResolutionView(None, body, number, on) if number else None,
            comment=entry.get("comment"),
            return_to=entry.get("return_to"),
        ),
    )
