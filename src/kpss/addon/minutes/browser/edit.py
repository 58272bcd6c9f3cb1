"""``{minutes}/@@kpss-edit-part?part=KEY``: one part by hand, or as it was generated."""

from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import CLOSED_TEXT
from kpss.addon.minutes.making import drop_part
from kpss.addon.minutes.making import edit_parts
from kpss.addon.minutes.making import is_frozen
from kpss.addon.minutes.making import seen_text
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.rules.building import Part
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zExceptions import NotFound
from zope.i18nmessageid import Message


KEEP, RESTORE, DROP = "keep", "restore", "drop"


class EditPart(MinutesForm):
    """The text of a part; what the records say stands under it."""

    @cached_property
    def part(self) -> Part:
        key = self.request.form.get("part")
        for one in parts_of(self.context):
            if one.key == key:
                return one
        raise NotFound(key)

    @property
    def heading(self) -> Message:
        return _("Edit: ${title}", mapping={"title": self.part.title})

    @property
    def refused(self) -> Message | None:
        return CLOSED_TEXT if is_frozen(self.context) else None

    @property
    def notes(self) -> list[Message]:
        found = [
            _(
                "What the public is not to read put between ⟦ and ⟧. Hidden by themselves "
                "are names of people recorded in the process, guests and presenters, "
                "contacts, birth numbers, and addresses with a number."
            ),
            _(
                "Names of other people nobody knows here. Words that look like one are "
                "shown to you before the minutes are published."
            ),
            _(
                "Lines of the records that are not for the public – votes by name, "
                "interests, presenters, inner texts and tasks – stay inside also in an "
                "edited text. A line that resembles one is left out until you decide."
            ),
        ]
        if self.part.gone:
            found.append(_("The item of this part is no longer on the agenda."))
        elif self.part.changed_since:
            found.append(_("The records have changed since this part was written."))
        return found

    @property
    def hidden(self) -> dict[str, str]:
        seen = self.sent.text("seen") if self.was_sent else seen_text(self.part)
        return {"part": self.part.key, "seen": seen}

    @property
    def fieldsets(self) -> list[Fieldset]:
        text = Field("text", _("Text"), kind="textarea", initial=self.part.text)
        fields = [text]
        if self.part.edited is not None:
            what = [(KEEP, _("Keep the text above"))]
            if not self.part.gone:
                what.append((RESTORE, _("Restore what the records say")))
            else:
                what.append((DROP, _("Leave the part out")))
            fields.append(
                Field(
                    "what",
                    _("What to do"),
                    kind="radio",
                    options=tuple(what),
                    initial=KEEP,
                    help=""
                    if self.part.gone
                    else _("The records say: ${text}", mapping=self._generated),
                )
            )
        return [Fieldset("kpss-part", _("Part of the minutes"), tuple(fields))]

    @property
    def _generated(self) -> dict[str, str]:
        return {"text": self.part.generated}

    def change(self) -> Message:
        key, what = self.part.key, self.sent.text("what")
        if what == DROP:
            drop_part(self.context, key)
            return _("The part was left out.")
        text = None if what == RESTORE else self.sent.text("text")
        edit_parts(self.context, {key: text}, seen={key: self.sent.text("seen")})
        return _("The part was saved.")

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}#part-{self.part.key}"
