"""``{process}/@@kpss-import-members``: upload, preview with a verdict per cell, import.

One form serves all steps. What is recorded is always what was shown: when the file or
the site differs from the preview (``digest``), nothing is recorded and the new preview
is shown (409).
"""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.importing.applying import apply_draft
from kpss.addon.bodies.importing.browser.preview import problem_lines
from kpss.addon.bodies.importing.browser.preview import row_lines
from kpss.addon.bodies.importing.draft import Draft
from kpss.addon.bodies.importing.draft import draft
from kpss.addon.bodies.importing.reading import read_upload
from kpss.addon.bodies.importing.rules.verdicts import ERROR
from kpss.addon.bodies.importing.rules.verdicts import SAME
from kpss.addon.bodies.importing.rules.verdicts import WARNING
from kpss.addon.bodies.importing.sentences import sentence
from kpss.addon.bodies.importing.summary import meant
from kpss.addon.bodies.importing.summary import parts
from kpss.addon.bodies.importing.summary import row_counts
from kpss.addon.bodies.importing.table import MAX_ROWS
from kpss.addon.bodies.importing.table import pack
from kpss.addon.bodies.importing.table import Table
from kpss.addon.bodies.importing.table import unpack
from kpss.addon.bodies.importing.table import Unreadable
from kpss.addon.bodies.importing.table import unreadable
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledView)
class ImportForm(BrowserView):
    """``draft`` is None until a table was sent; ``failure`` says why it could not be read."""

    max_rows = MAX_ROWS
    #: Rows shown at first: a browser cannot cope with thousands of wide ones.
    first_rows = 200
    draft: Draft | None = None
    packed = ""
    failure: Message | None = None
    outdated = False

    def __call__(self):
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.judge()
            if self.wants_import:
                if self.digest_sent == self.draft.digest:
                    return response.redirect(self.record())
                self.outdated = True
                response.setStatus(409)
        return self.index()

    @property
    def title(self) -> str:
        return translate(_("Import people and memberships"))

    def judge(self) -> None:
        """Read what was sent and judge it against the process as it is now."""
        try:
            table = self._table()
            self.packed = pack(table)
        except Unreadable as refusal:
            self.failure = sentence(refusal.problem)
        else:
            self.draft = draft(self.context, table, today=date.today())

    def _table(self) -> Table:
        if self.file_sent:
            return read_upload(self.request.form["file"])
        packed = self.request.form.get("table")
        if isinstance(packed, str) and packed:
            return unpack(packed)
        raise unreadable("nothing_sent")

    @property
    def file_sent(self) -> bool:
        return bool(getattr(self.request.form.get("file"), "filename", ""))

    @property
    def digest_sent(self) -> str:
        return str(self.request.form.get("digest", ""))

    @property
    def wants_import(self) -> bool:
        """Whether the import of what had been shown was asked for; a new file comes first."""
        return (
            "apply" in self.request.form
            and not self.file_sent
            and self.draft is not None
            and (self.draft.may_apply or self.digest_sent != self.draft.digest)
        )

    def record(self) -> str:
        """Record the draft, say so, and answer where to go."""
        recorded = apply_draft(self.context, self.draft)
        said = ", ".join(translate(part) for part in parts(recorded))
        message = _("The table was imported: ${what}.", mapping={"what": said})
        api.portal.show_message(message, self.request)
        return self.context["people"].absolute_url()

    # What the page shows

    def lead(self) -> Message:
        return _(
            "Send a table in XLSX or CSV with at most ${number} rows. First you see what "
            "would be recorded; nothing is recorded before you say so.",
            mapping={"number": self.max_rows},
        )

    @cached_property
    def errors(self) -> list[dict]:
        return problem_lines(self.draft, ERROR) if self.draft else []

    @cached_property
    def warnings(self) -> list[dict]:
        return problem_lines(self.draft, WARNING) if self.draft else []

    def summary(self) -> list[Message]:
        return row_counts(self.draft)

    def recorded(self) -> list[Message]:
        return parts(meant(self.draft))

    def headings(self) -> list[str]:
        """The headings of the known columns, in the order of the file."""
        return [self.draft.heading(name) for name in self.draft.names]

    @cached_property
    def shown(self) -> list:
        """Rows that matter, the gravest first."""
        rows = [row for row in self.draft.rows if row.verdict != SAME]
        order = [ERROR, WARNING]
        rows.sort(key=lambda row: (*(row.verdict != one for one in order), row.number))
        return rows

    def rows(self) -> list[dict]:
        wanted = self.shown if self.all_rows else self.shown[: self.first_rows]
        return row_lines(self.draft, wanted)

    @property
    def all_rows(self) -> bool:
        return "all" in self.request.form

    @property
    def left_out(self) -> int:
        return 0 if self.all_rows else max(0, len(self.shown) - self.first_rows)
