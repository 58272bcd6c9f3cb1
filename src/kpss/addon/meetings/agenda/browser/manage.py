"""``{meeting}/@@kpss-agenda``: the agenda on one page, by buttons; no scripts needed."""

from functools import cached_property
from kpss.addon.approval.refusals import Refusal
from kpss.addon.browser.stylesheet import resource_url
from kpss.addon.codelists.meetings import ITEM_PUBLICITY
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.agenda.browser.agenda_form import AgendaForm
from kpss.addon.meetings.agenda.browser.new_item import NewItem
from kpss.addon.meetings.agenda.browser.rows import facts_of
from kpss.addon.meetings.agenda.browser.rows import minutes
from kpss.addon.meetings.agenda.browser.templates import TemplatesOfAgenda
from kpss.addon.meetings.agenda.changing import ACTS
from kpss.addon.meetings.agenda.changing import change
from kpss.addon.meetings.agenda.ordering import move
from kpss.addon.meetings.agenda.ordering import place
from kpss.addon.meetings.agenda.postponing import take_over_all
from kpss.addon.meetings.agenda.postponing import waiting_for
from kpss.addon.meetings.agenda.reading import Agenda
from kpss.addon.meetings.agenda.reading import Line
from kpss.addon.meetings.agenda.removing import remove_item
from kpss.addon.meetings.browser.times import clock
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.agenda import HEADING
from kpss.addon.meetings.rules.agenda import ITEM
from kpss.addon.meetings.rules.agenda import MOVES
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.process.batching import page_batch
from kpss.addon.tasks.naming import known_name
from plone.batching import Batch
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


#: Items on a page, and how few left over stay with those before them.
LINES, ORPHANS = 100, 20
#: Buttons beside an item: sign and words.
MOVE_TITLES = (
    ("up", "↑", _("Move up")),
    ("down", "↓", _("Move down")),
    ("indent", "→", _("Make it a part of the item before")),
    ("outdent", "←", _("Make it an item of its own")),
)
CHANGE_TITLES = {
    "heading": _("Make it a heading"),
    "item": _("Make it an item"),
    "hidden": _("Hide it"),
    "internal": _("Members only"),
    "public": _("Show it to everybody"),
    "late": _("Mark as added late"),
    "in_time": _("Not added late"),
}


class ManageAgenda(NewItem, TemplatesOfAgenda, AgendaForm):
    """Each button is one change; what was typed into the new item stays on an error."""

    template = ViewPageTemplateFile("manage.pt")
    button = _("Add to the agenda")

    @property
    def heading(self) -> Message:
        return _("Agenda: ${meeting}", mapping={"meeting": self.context.title})

    @property
    def back_url(self) -> str:
        """Where the item is, on its page of a long agenda."""
        url = f"{self.context.absolute_url()}/@@kpss-agenda"
        names = [
            item.getId() for item in items_of(self.context) if not item.proposed_by
        ]
        at = names.index(self.at) if self.at in names else self.start
        start = at - at % LINES
        if start and len(names) > LINES + ORPHANS:
            url = f"{url}?b_start={start}"
        return f"{url}#{self.at}" if self.at else url

    @property
    def start(self) -> int:
        return self.sent.number("b_start", 0, 10**5)

    # What the page shows

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self.context)

    @cached_property
    def batch(self) -> Batch:
        """A long agenda has several pages; moves go over their edges."""
        lines = [one for one in self.agenda.lines if not one.proposed_by]
        return page_batch(lines, str(self.start), size=LINES, orphan=ORPHANS)

    @property
    def proposals(self) -> list[dict[str, Any]]:
        """Proposals of members, with the names that the reader may know."""
        return [
            {
                "title": one.title,
                "url": f"{one.url}/@@kpss-judge-proposal",
                "name": known_name(self.process, one.put_forward_by),
                "refusal": one.refusal,
            }
            for one in self.agenda.lines
            if one.proposed_by
        ]

    def facts(self, line: Line) -> str:
        """When an item begins, who presents it, how long it takes."""
        told = facts_of(line, lambda number: translate(minutes(number)))
        begins = translate(clock(line.begins)) if line.begins else ""
        return " · ".join(one for one in (begins, told) if one)

    @property
    def moves(self) -> tuple:
        return MOVE_TITLES

    def can_move(self, line: Line, how: str) -> bool:
        """Whether the button makes sense at all; the edges say so when it is used."""
        if how == "indent":
            return not line.sub and not line.is_heading
        return how != "outdent" or line.sub

    def changes(self, line: Line) -> list[tuple[str, Message]]:
        """What may be changed by one click."""
        kinds = {HEADING: ["item"], ITEM: ["heading"]}.get(line.kind, [])
        seen = [one for one, _title in ITEM_PUBLICITY if one != line.publicity]
        late = ["in_time"] if line.late else ["late"]
        return [(one, CHANGE_TITLES[one]) for one in (*kinds, *seen, *late)]

    @property
    def may_remove(self) -> bool:
        """Later an item is only withdrawn, which is recorded."""
        return state_of(self.context) == PLANNED

    @cached_property
    def postponed(self) -> list[str]:
        """Titles of what earlier meetings postponed and no meeting has taken over."""
        return [item.title for item in waiting_for(self.context)]

    # What is done

    @property
    def script_url(self) -> str:
        return resource_url("agenda.js")

    def act(self) -> Message | None:
        if self.sent.text("place"):
            return self._place(self.sent.text("place"))
        if self.sent.text("move"):
            return self._move(self.sent.text("move"))
        if self.sent.text("change"):
            return self._change(self.sent.text("change"))
        if self.sent.text("remove"):
            return self._remove(self.sent.text("remove"))
        if self.sent.flag("take_over"):
            return self._take_over()
        if self.sent.flag("use_template"):
            return self.use_template()
        named = self.sent.text("template_name") and not self.sent.text("title")
        if named or self.sent.flag("keep_template"):
            return self.keep_template()
        return self.add()

    def _named(self, sent: str, known) -> tuple[str, Any]:
        """What is to be done, and the item; a button of an older page may name neither."""
        what, _space, name = sent.partition(" ")
        if what not in known or name not in {line.id for line in self.agenda.lines}:
            raise Refusal("", _("This item is not on the agenda any more."), "gone")
        return what, self.context[name]

    def _move(self, sent: str) -> Message:
        how, item = self._named(sent, MOVES)
        move(self.context, item.getId(), how)
        self.at = item.getId()
        return _("Moved: ${title}.", mapping={"title": item.title})

    def _place(self, sent: str) -> Message:
        """``item before other`` or ``item after other``, as the script sends it."""
        name, _space, target = sent.partition(" ")
        how, other = self._named(target, ("before", "after"))
        _how, item = self._named(f"place {name}", ("place",))
        before: str | None = other.getId()
        if how == "after":
            names = [one.id for one in self.agenda.lines if not one.proposed_by]
            rest = names[names.index(before) + 1 :]
            before = rest[0] if rest else None
        place(self.context, item.getId(), before)
        self.at = item.getId()
        return _("Moved: ${title}.", mapping={"title": item.title})

    def _change(self, sent: str) -> Message:
        act, item = self._named(sent, ACTS)
        change(item, act)
        self.at = item.getId()
        return _("Changed: ${title}.", mapping={"title": item.title})

    def _remove(self, sent: str) -> Message:
        _what, item = self._named(sent, ("remove",))
        title = item.title
        remove_item(item)
        return _("Removed: ${title}.", mapping={"title": title})

    def _take_over(self) -> Message:
        made = take_over_all(self.context)
        self.at = made[0].getId() if made else ""
        return _("What was postponed is on the agenda.")
