"""Who was there, on the page of a meeting; for those inside."""

from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.attendance.texts import GROUP_TITLES
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from plone.app.layout.viewlets.common import ViewletBase
from zope.i18nmessageid import Message


class AttendancePart(ViewletBase):
    """The sentence on the quorum, who was there, and the way to the sheet."""

    weight = 30

    @cached_property
    def sheet(self) -> Sheet:
        return sheet_of(self.context)

    @property
    def available(self) -> bool:
        """Nothing is said of a meeting that nobody came to yet."""
        if self.context.kind == PER_ROLLAM or not sees_inside(self.context):
            return False
        state = state_of(self.context)
        if state == CANCELLED:
            return False
        return state != PLANNED or bool(self.context.simple)

    @cached_property
    def quorum(self):
        return self.sheet.quorum(self.sheet.now)

    @property
    def sentences(self) -> list[str]:
        return [translate(one) for one in self.sheet.told]

    @property
    def groups(self) -> list[tuple[Message, list[str]]]:
        """Names by what was recorded of them; who was not recorded is left out."""
        found: dict[str, list[str]] = {status: [] for status in GROUP_TITLES}
        for line in self.sheet.lines:
            status = self.sheet.kept_of(line.member)["status"]
            if status in found:
                found[status].append(self._named(line))
        guests = [value["name"] for value in self.sheet.records.guests.values()]
        named = [(GROUP_TITLES[status], names) for status, names in found.items()]
        return [one for one in [*named, (_("Guests"), guests)] if one[1]]

    def _named(self, line) -> str:
        if line.seat.kind == GUEST:
            return translate(_("${name} (guest)", mapping={"name": line.name}))
        kept = self.sheet.kept_of(line.member)
        said = self.sheet.stays_said(kept)
        proxy = self.sheet.by_member.get(kept["proxy"] or "")
        if proxy is not None:
            by = _("votes by proxy: ${name}", mapping={"name": proxy.name})
            said.append(translate(by))
        words = ", ".join(said)
        return f"{line.name} ({words})" if words else line.name

    @cached_property
    def may_record(self) -> bool:
        return is_open(self.context) and may_record(self.context)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-attendance"
