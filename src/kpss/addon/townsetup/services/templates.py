"""``@town-templates``: templates to choose from, and a new process from one."""

from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.draft import draft_new
from kpss.addon.townsetup.rows import count
from kpss.addon.townsetup.rows import draft_rows
from kpss.addon.townsetup.services.errors import refuse_problems
from kpss.addon.townsetup.services.errors import refuse_rows
from kpss.addon.townsetup.services.payload import Payload
from kpss.addon.townsetup.shipped import shipped_templates
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.interface import alsoProvides


class TemplatesGet(Service):
    """The templates of the package."""

    def reply(self) -> dict:
        return {
            "@id": f"{self.context.absolute_url()}/@town-templates",
            "items": [
                {
                    "id": one.id,
                    "title": one.title,
                    "municipality": one.municipality,
                    "counts": one.counts,
                }
                for one in shipped_templates()
            ],
        }


class TemplatesPost(Service):
    """Creates a process, or says what that would mean (``dry_run``)."""

    def reply(self) -> dict:
        payload = Payload(self.request)
        dry_run, public = payload.flag("dry_run"), payload.flag("publish")
        address, title = payload.text("id"), payload.text("title")
        draft = draft_new(
            self.context, payload.template(), address=address, title=title
        )
        if draft.problems:
            raise refuse_problems(draft.problems)
        rows = draft_rows(draft)
        if dry_run:
            return {
                "@id": f"{self.context.absolute_url()}/@town-templates",
                "dry_run": True,
                "id": draft.address,
                "counts": count(draft.rows),
                "rows": rows,
            }
        if not draft.ready:
            raise refuse_rows(rows)
        alsoProvides(self.request, IDisableCSRFProtection)
        done = create_process(self.context, draft.data, draft.address, public=public)
        url = done.process.absolute_url()
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", url)
        return {
            "@id": url,
            "UID": done.process.UID(),
            "id": done.process.getId(),
            "title": done.process.title,
            "dry_run": False,
            "counts": count(draft.rows),
        }
