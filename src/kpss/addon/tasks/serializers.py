"""A task over REST: what it refers to, as far as the reader may see it."""

from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.fields import DependsOn
from kpss.addon.tasks.fields import ImposedBy
from kpss.addon.tasks.fields import Notes
from kpss.addon.tasks.fields import ResponsiblePerson
from kpss.addon.tasks.finding import imposer_of
from kpss.addon.tasks.finding import task_by_id
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.naming import known_name
from kpss.addon.tasks.notes import note_lines
from kpss.addon.tasks.task import ITask
from plone import api
from plone.restapi.serializer.dxfields import DefaultFieldSerializer
from typing import Any
from zope.component import adapter


@adapter(ResponsiblePerson, ITask, IKpssLayer)
class ResponsibleSerializer(DefaultFieldSerializer):
    """The person, for who may know the name."""

    def __call__(self) -> dict[str, str] | None:
        person_id = self.get_value()
        name = known_name(process_of(self.context), person_id)
        return {"token": person_id, "title": name} if name else None


@adapter(ImposedBy, ITask, IKpssLayer)
class ImposedBySerializer(DefaultFieldSerializer):
    """The resolution, for who may see it."""

    def __call__(self) -> dict[str, str] | None:
        found = imposer_of(self.context, self.get_value())
        if found is None or not api.user.has_permission("View", obj=found):
            return None
        return {
            "@id": found.absolute_url(),
            "token": found.UID(),
            "title": translate(IImposer(found).label),
        }


@adapter(DependsOn, ITask, IKpssLayer)
class DependsOnSerializer(DefaultFieldSerializer):
    """The tasks that the reader may see."""

    def __call__(self) -> list[dict[str, str]]:
        found = [task_by_id(self.context, one) for one in self.get_value() or ()]
        return [
            {"token": one.getId(), "title": one.title}
            for one in found
            if one is not None and api.user.has_permission("View", obj=one)
        ]


@adapter(Notes, ITask, IKpssLayer)
class NotesSerializer(DefaultFieldSerializer):
    """The oldest first; ``name`` is left out where it is not for the reader."""

    def __call__(self) -> list[dict[str, Any]]:
        return [
            {
                "at": one.at.isoformat(),
                "as": one.who,
                **({"name": one.name} if one.name else {}),
                "text": one.text,
                "percent": one.percent,
                "state": one.state,
            }
            for one in reversed(list(note_lines(self.context)))
        ]
