"""Documents, resolutions and delegations of the marked town.

What everybody may read is decided and published; what was said on the way, drafts, other
versions, whole texts of resolutions and those to whom powers were passed carry marks.
"""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval import talking
from kpss.addon.approval.correcting import correct_dates
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.notices.passing import pass_on
from kpss.addon.printing.word.rendering import default_template
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer as create
from plone.namedfile.file import NamedBlobFile
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


DAY = date(2026, 2, 2)
#: The user of services in ``seniori``, who reads what the group prepares.
SENIORI = ("member",)


def make_papers(town) -> None:
    make_template(town)
    make_delegations(town)
    make_public(town, "report", "zprava-o-plneni", "ks")
    make_public(town, "opinion", "stanovisko", None)
    make_draft(town)
    make_running(town)
    make_resolutions(town)


def make_template(town) -> None:
    """The office's own Word template; its coordinator's business."""
    town.process.submission_template = NamedBlobFile(
        default_template(),
        filename=f"{town.secrets.mark('name of a Word template')}.docx",
    )


def text(words: str) -> RichTextValue:
    return RichTextValue(f"<p>{words}</p>", "text/html", "text/x-html-safe")


def make_public(town, kind: str, id: str, body: str | None) -> None:
    """Approved and public; its drafts and what was said are not."""
    mark = town.secrets.mark
    document = create(
        town.process["documents"],
        "kpss.Document",
        id=id,
        title="Zpráva",
        document_kind=kind,
        text=text(mark(f"first text of {id}")),
        file=NamedBlobFile(
            mark(f"first file of {id}").encode(), filename=mark(f"its name of {id}")
        ),
        submitted_by=mark(f"who submits {id}"),
        explanatory_report=text(mark(f"report on {id}")),
        draft_resolution=text(mark(f"draft of a resolution on {id}")),
        financial_impact=text(mark(f"impact of {id}")),
        working_file=NamedBlobFile(
            mark(f"working file of {id}").encode(), filename=mark(f"name of it, {id}")
        ),
    )
    document.text, document.file = text("Schválené znění"), None
    notify(ObjectModifiedEvent(document))
    talking.comment(document, mark(f"comment on the draft of {id}"))
    talking.ask_advice(document, mark(f"question about {id}"))
    actions.start(document, on=DAY, comment=mark(f"word with {id}"))
    talking.comment(document, mark(f"comment on {id}"))
    decide(
        document,
        Said(
            0,
            "approved",
            DAY,
            comment=mark(f"reason of {id}"),
            resolution=NewResolution(text=mark(f"whole text on {id}")),
        ),
    )
    correct_dates(
        document,
        effect_on=None,
        valid_to=None,
        reason=mark(f"why the days of {id} were corrected"),
    )
    pass_on(document, ["seniori"], mark(f"message with {id}"))
    [made] = IResolutionBook(town.process).adopted_on_subject(document.UID())
    resolution = api.content.get(UID=made.uid)
    if body is None:
        town.secrets.keep(made.uid, "UID of a resolution of a hidden body", ("editor",))
        resolution.number = mark("number of a resolution of a hidden body", ("editor",))
        resolution.reindexObject()
    else:
        api.content.transition(resolution, "publish")


def make_draft(town) -> None:
    mark = town.secrets.mark

    def marked(what: str) -> str:
        return mark(f"{what} of a draft", SENIORI)

    draft = create(
        town.process["documents"],
        "kpss.Document",
        id=marked("id"),
        title=marked("title"),
        description=marked("summary"),
        document_kind="report",
        author_body="seniori",
        reference_number=marked("number"),
        period=marked("period"),
        text=text(marked("text")),
        file=NamedBlobFile(
            marked("content of the file").encode(), filename=marked("name of the file")
        ),
        submitted_by=marked("who submits"),
        explanatory_report=text(marked("report")),
        draft_resolution=text(marked("draft of a resolution")),
        financial_impact=text(marked("impact")),
    )
    town.secrets.keep(draft.UID(), "UID of a draft", SENIORI)


def make_running(town) -> None:
    """Under way at a hidden body; none of the readers sits in it."""
    mark = town.secrets.mark
    running = create(
        town.process["documents"],
        "kpss.Document",
        id=mark("id of a running document"),
        title=mark("title of a running document"),
        document_kind="opinion",
        text=text(mark("text of a running document")),
    )
    actions.start(running, on=DAY, comment=mark("word with a running document"))
    town.secrets.keep(running.UID(), "UID of a running document")


def make_resolutions(town) -> None:
    mark = town.secrets.mark

    def marked(what: str) -> str:
        return mark(f"{what} of a resolution", SENIORI)

    adopted = create(
        town.bodies["seniori"],
        "kpss.Resolution",
        id=marked("id"),
        title=marked("title"),
        decided_on=DAY,
        number=marked("number"),
        addressee=marked("addressee"),
        text=marked("text"),
        public_text=marked("public text"),
    )
    attached = create(
        adopted,
        "File",
        id=marked("id of an attachment"),
        title=marked("title of an attachment"),
        file=NamedBlobFile(
            marked("content of an attachment").encode(),
            filename=marked("file name of an attachment"),
        ),
    )
    town.secrets.keep(attached.UID(), "UID of an attachment", SENIORI)
    api.content.transition(adopted, "adopt")
    town.secrets.keep(adopted.UID(), "UID of a resolution", SENIORI)


def make_delegations(town) -> None:
    for target in ({"to_person": town.open.getId()}, {"to_body": town.hidden}):
        create(
            town.bodies["ks"],
            "kpss.Delegation",
            checkConstraints=False,
            valid_from=DAY,
            note=town.secrets.mark("note on a delegation"),
            **target,
        )
