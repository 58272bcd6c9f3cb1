"""``@town-template``: a process as a template, and a template applied to it again."""

from kpss.addon.i18n import _
from kpss.addon.restapi_errors import refuse_field
from kpss.addon.townsetup.apply import apply_template
from kpss.addon.townsetup.draft import draft_again
from kpss.addon.townsetup.export import export_data
from kpss.addon.townsetup.rows import count
from kpss.addon.townsetup.rows import draft_rows
from kpss.addon.townsetup.rows import unknown_keys
from kpss.addon.townsetup.services.errors import refuse_problems
from kpss.addon.townsetup.services.errors import refuse_rows
from kpss.addon.townsetup.services.payload import Payload
from kpss.addon.townsetup.writing import write
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.interface import alsoProvides


class TemplateGet(Service):
    """The process as YAML and as data."""

    def reply(self) -> dict:
        data = export_data(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@town-template",
            "yaml": write(data),
            "data": data,
        }


class TemplatePost(Service):
    """Adds what is missing and overwrites the rows that are named."""

    def reply(self) -> dict:
        payload = Payload(self.request)
        dry_run, ticked = payload.flag("dry_run"), payload.texts("rows")
        draft = draft_again(self.context, payload.template(), frozenset(ticked))
        if draft.problems:
            raise refuse_problems(draft.problems)
        unknown = unknown_keys(draft.rows, ticked)
        if unknown:
            message = _("The template has no row ${key}.", mapping={"key": unknown[0]})
            raise refuse_field("rows", message, code="unknown_row", key=unknown[0])
        rows = draft_rows(draft)
        answer = {
            "@id": f"{self.context.absolute_url()}/@town-template",
            "dry_run": dry_run,
            "counts": count(draft.rows),
            "rows": rows,
        }
        if dry_run:
            return answer
        if not draft.ready:
            raise refuse_rows(rows)
        alsoProvides(self.request, IDisableCSRFProtection)
        done = apply_template(self.context, draft.data, frozenset(ticked))
        return {**answer, "created": done.created, "changed": done.changed}
