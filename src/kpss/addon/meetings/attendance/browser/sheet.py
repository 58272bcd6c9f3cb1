"""``{meeting}/@@kpss-attendance``: everybody on one screen, one click or key a person."""

from AccessControl import Unauthorized
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.browser.stylesheet import resource_url
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.browser.rows import Row
from kpss.addon.meetings.attendance.browser.rows import rows_of
from kpss.addon.meetings.attendance.browser.rows import sent_changes
from kpss.addon.meetings.attendance.browser.rows import Stay
from kpss.addon.meetings.attendance.guests import awaited
from kpss.addon.meetings.attendance.guests import GuestChange
from kpss.addon.meetings.attendance.guests import record_guests
from kpss.addon.meetings.attendance.judging import has_vote
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.attendance.marking import refuse_state
from kpss.addon.meetings.attendance.presiding import choose_presiding
from kpss.addon.meetings.attendance.presiding import presiding_choices
from kpss.addon.meetings.attendance.presiding import presiding_line
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.suggesting import all_present
from kpss.addon.meetings.attendance.suggesting import by_replies
from kpss.addon.meetings.attendance.suggesting import the_rest
from kpss.addon.meetings.attendance.texts import GUEST_KINDS
from kpss.addon.meetings.attendance.texts import KEYS
from kpss.addon.meetings.attendance.texts import MARKS
from kpss.addon.meetings.convening.invited import guests_allowed
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.voting.fitting import unfitting
from kpss.addon.meetings.who import may_record
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
import re


MEANWHILE = _(
    "Meanwhile somebody else recorded one of these people otherwise. Look at the sheet "
    "again; what you chose is still here."
)


#: A field of a later stay, as a refusal names it.
OF_LATER = re.compile(r"again\.(\d+)\.(arrived|left)\Z")


class AttendanceSheet(RefusableForm):
    """Saved as a whole without scripts, click by click with them."""

    template = ViewPageTemplateFile("sheet.pt")
    stays = ViewPageTemplateFile("stay.pt")
    #: Fields that a script copies for who comes back.
    blank = Stay("AT", "", "")
    statuses = MARKS
    guest_kinds = GUEST_KINDS

    def __call__(self):
        if not may_record(self.context):
            raise Unauthorized()
        # The sheet needs the whole width
        self.request.set("disable_plone.leftcolumn", True)
        return super().__call__()

    @property
    def heading(self) -> Message:
        return _("Attendance: ${title}", mapping={"title": self.context.title})

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-attendance"

    @property
    def meeting_url(self) -> str:
        return self.context.absolute_url()

    @property
    def refused(self) -> Message | None:
        try:
            refuse_state(self.context)
        except Refusal as refusal:
            return refusal.message
        return None

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet(self.context)

    # What is shown

    @cached_property
    def quorum(self):
        return self.sheet.quorum(self.sheet.now)

    @property
    def quorum_first(self) -> str:
        return self._sentences[0]

    @property
    def quorum_more(self) -> str:
        return " ".join(self._sentences[1:])

    @cached_property
    def _sentences(self) -> list[str]:
        return [translate(one) for one in self.sheet.told]

    @property
    def quorum_class(self) -> str:
        return {True: "alert-success", False: "alert-warning"}.get(
            self.quorum.met, "alert-info"
        )

    @cached_property
    def groups(self) -> list[tuple[Message | None, list[Row]]]:
        """Members and their substitutes, then guests of the body."""
        rows = rows_of(self.sheet, self.sent if self.was_sent else None)
        beside = [one for one in rows if one.kind == GUEST]
        members = [one for one in rows if one.kind != GUEST]
        found: list[tuple[Message | None, list[Row]]] = [(None, members)]
        return [*found, (_("Permanent guests"), beside)] if beside else found

    @property
    def guests_allowed(self) -> bool:
        return guests_allowed(self.context)

    @property
    def guests(self) -> list[dict[str, Any]]:
        kinds = dict(GUEST_KINDS)
        return [
            {"key": key, **value, "kind_title": kinds.get(value["kind"], "")}
            for key, value in self.sheet.records.guests.items()
        ]

    @cached_property
    def keys(self) -> dict[str, str]:
        """The letter of each status on the keyboard, in the reader's language."""
        return {status: translate(key) for status, key in KEYS.items()}

    @property
    def replied(self) -> int:
        return len(by_replies(self.sheet))

    @cached_property
    def awaited(self) -> list[GuestChange]:
        return awaited(self.context)

    @property
    def unmarked(self) -> int:
        return len(the_rest(self.sheet))

    @cached_property
    def substitutes(self) -> list[tuple[str, str]]:
        return [
            (one.member, one.name)
            for one in self.sheet.lines
            if one.seat.kind == SUBSTITUTE
        ]

    @cached_property
    def voters(self) -> list[tuple[str, str]]:
        """Who may vote for an absent member; nobody where the rules allow it to nobody."""
        lines = self.sheet.lines if self.sheet.rules.proxies else []
        return [(one.member, one.name) for one in lines if has_vote(one)]

    @property
    def unfitting(self) -> list:
        """Items whose votes do not fit what is recorded here."""
        return unfitting(self.context, self.sheet)

    def problem(self, row: Row) -> Message | str:
        """What is wrong with a person, the first of it."""
        found = (
            message
            for name, message in self.errors.items()
            if _member_in(name) == row.member
        )
        return next(found, "")

    @property
    def presiding(self) -> Message:
        return presiding_line(self.sheet)

    @property
    def presiding_choices(self) -> list[tuple[str, str]]:
        return presiding_choices(self.sheet)

    @property
    def script_url(self) -> str:
        return resource_url("attendance.js")

    def label(self, name: str) -> Message | str:
        return {"name": _("Name of the guest"), "organisation": _("Organisation")}.get(
            name, name
        )

    @property
    def summary(self) -> list[dict[str, Any]]:
        """Errors with the person that they belong to."""
        known, found = self.sheet.by_member, []
        for name, message in self.errors.items():
            line = known.get(_member_in(name))
            label = line.name if line else self.label(name.removeprefix("guest-"))
            found.append({"id": name, "label": label, "message": message})
        return found

    # What is done

    def field_of(self, name: str) -> str:
        member, colon, field = name.partition(":")
        if not colon:
            return name
        again = OF_LATER.match(field)
        if again:
            return f"{again[2]}-{member}-{int(again[1]) + 1}"
        return f"{field}-{member}"

    def handle(self) -> str | None:
        try:
            return super().handle()
        finally:
            # What was written is read anew
            self.__dict__.pop("sheet", None)
            self.__dict__.pop("awaited", None)

    def act(self) -> Message | None:
        try:
            return self._act()
        except Outdated:
            self.errors[""] = MEANWHILE
            return None

    def _act(self) -> Message:
        changed = mark(self.context, sent_changes(self.sheet, self.sent))
        self.sheet = Sheet(self.context)
        if self.sent.flag("by_replies"):
            changed += mark(self.context, by_replies(self.sheet))
        elif self.sent.flag("all_present"):
            changed += mark(self.context, all_present(self.sheet))
        elif self.sent.flag("the_rest"):
            changed += mark(self.context, the_rest(self.sheet))
        guests = self._guest_changes()
        if guests:
            record_guests(self.context, guests)
        chosen = "presiding" in self.sent.form and choose_presiding(
            self.sheet, self.sent.text("presiding")
        )
        if changed or guests or chosen:
            return _("Saved.")
        return _("Nothing was changed.")

    def _guest_changes(self) -> list[GuestChange]:
        found = awaited(self.context) if self.sent.flag("awaited") else []
        if self.sent.text("remove_guest"):
            found.append(GuestChange(self.sent.text("remove_guest"), None, "guest-"))
        name = self.sent.text("guest-name")
        if name or self.sent.flag("add_guest"):
            values = {
                "name": name,
                "organisation": self.sent.text("guest-organisation") or None,
                "kind": self.sent.text("guest-kind") or GUEST_KINDS[0][0],
            }
            found.append(GuestChange(None, values, "guest-"))
        return found


def _member_in(name: str) -> str:
    """The member in the name of a field, as in ``left-MEMBER-1``."""
    return name.partition("-")[2].partition("-")[0]
