"""Town templates in the browser: add a process from one, apply one again.

One form serves all steps and keeps what was typed: "Check" shows the dry run, the other
button does it. What is done is always what was shown (``digest``).
"""

from functools import cached_property
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import SAME
from kpss.addon.townsetup.apply import Applied
from kpss.addon.townsetup.apply import apply_template
from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.browser.source import form_text
from kpss.addon.townsetup.browser.source import form_texts
from kpss.addon.townsetup.browser.source import OWN
from kpss.addon.townsetup.browser.source import Source
from kpss.addon.townsetup.browser.source import source_of
from kpss.addon.townsetup.draft import Draft
from kpss.addon.townsetup.draft import draft_again
from kpss.addon.townsetup.draft import draft_new
from kpss.addon.townsetup.messages import sentence
from kpss.addon.townsetup.permission import may_hold_process
from kpss.addon.townsetup.report import report_applied
from kpss.addon.townsetup.report import report_created
from kpss.addon.townsetup.report import summary
from kpss.addon.townsetup.report import summary_of_template
from kpss.addon.townsetup.rows import draft_rows
from kpss.addon.townsetup.rows import VERDICTS
from kpss.addon.townsetup.shipped import shipped_templates
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledView)
class TemplateForm(BrowserView):
    """What both forms share; ``draft`` is None until something was sent.

    A form gives ``make_draft() -> Draft``, and ``do() -> str``, which does what was
    shown and says where to go.
    """

    own = OWN
    verdicts = VERDICTS
    creating = False
    source: Source | None = None
    draft: Draft | None = None

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.source = source_of(self.request.form)
            self.draft = self.make_draft()
            if self.wants_doing and self.draft.ready:
                return self.request.response.redirect(self.do())
        return self.index()

    @property
    def wants_doing(self) -> bool:
        """Whether the second button was pressed on what had been shown."""
        shown = form_text(self.request.form, "digest")
        return "apply" in self.request.form and shown == self.source.digest

    def value(self, name: str) -> str:
        """What was typed into a field."""
        return form_text(self.request.form, name)

    def templates(self) -> list[dict[str, Any]]:
        """The shipped templates to choose from."""
        chosen = self.source.choice if self.source else None
        return [
            {
                "id": one.id,
                "title": one.title,
                "summary": summary_of_template(one),
                "checked": one.id == chosen,
            }
            for one in shipped_templates()
        ]

    def problems(self) -> list[dict[str, Any]]:
        found = self.draft.problems if self.draft else ()
        return [
            {"line": p.line, "key": p.key, "message": translate(sentence(p))}
            for p in found
        ]

    def rows(self) -> list[dict[str, Any]]:
        """Rows that need attention, what is refused first; ``ticked`` are to be overwritten."""
        ticked = form_texts(self.request.form, "rows")
        order = [REFUSE, CHANGE, CREATE]
        rows = [
            {**row, "ticked": row["key"] in ticked, "label": VERDICTS[row["verdict"]]}
            for row in self.all_rows
            if row["verdict"] in order
        ]
        return sorted(rows, key=lambda row: order.index(row["verdict"]))

    def same(self) -> list[dict[str, Any]]:
        """Rows that change nothing."""
        return [row for row in self.all_rows if row["verdict"] == SAME]

    @cached_property
    def all_rows(self) -> list[dict[str, Any]]:
        return draft_rows(self.draft) if self.draft else []

    def summary(self) -> list[Message]:
        return summary(self.draft.rows) if self.draft else []


class AddFromTemplate(TemplateForm):
    """Add a process from a template."""

    creating = True
    title_message = _("Add a process from a template")
    button = _("Create the process")

    @property
    def title(self) -> str:
        return translate(self.title_message)

    @property
    def may_hold(self) -> bool:
        return may_hold_process(self.context)

    def make_draft(self) -> Draft:
        return draft_new(
            self.context,
            self.source.reading,
            address=self.value("id"),
            title=self.value("title"),
        )

    def do(self) -> str:
        public = bool(self.value("publish"))
        done = create_process(
            self.context, self.draft.data, self.draft.address, public=public
        )
        report_created(done, self.request)
        return done.process.absolute_url()


class ApplyTemplate(TemplateForm):
    """Apply a template to this process again: add what is missing, change what is ticked."""

    button = _("Apply the template")
    may_hold = True

    @property
    def title(self) -> str:
        return translate(_("Apply a town template"))

    @property
    def ticked(self) -> frozenset[str]:
        return form_texts(self.request.form, "rows")

    def make_draft(self) -> Draft:
        return draft_again(self.context, self.source.reading, self.ticked)

    def do(self) -> str:
        done: Applied = apply_template(self.context, self.draft.data, self.ticked)
        report_applied(done, self.request)
        return self.context.absolute_url()
