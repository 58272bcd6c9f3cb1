"""``{minutes}/@@kpss-public``: what will be hidden, and words that are no names."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import conceal_words
from kpss.addon.minutes.making import hide_words
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.making import reveal_words
from kpss.addon.minutes.making import show_words
from kpss.addon.minutes.publishing import public_version
from kpss.addon.minutes.publishing import PublicVersion
from kpss.addon.minutes.rules.anonymising import Segment
from kpss.addon.minutes.rules.states import PUBLISHED
from kpss.addon.minutes.texts import WHY
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from textwrap import shorten
from zope.i18nmessageid import Message


class PublicPreview(MinutesForm):
    """The public version with marks, and the form for false hits."""

    template = ViewPageTemplateFile("public.pt")
    heading = _("Public version: what will be hidden")
    button = _("Let the public read it")

    def __call__(self):
        self.require(may_record(meeting_of(self.context)))
        return super().__call__()

    @property
    def version(self) -> PublicVersion:
        return public_version(self.context)

    @property
    def refused(self) -> Message | None:
        if minutes_state(self.context) == PUBLISHED:
            return _(
                "The minutes are published. Withdraw them from the public to change what "
                "is hidden."
            )
        return None

    @property
    def passages(self) -> list:
        return self.version.parts

    @property
    def left_out(self) -> list[str]:
        return [one.title for one in self.version.left_out]

    @property
    def wrong(self) -> list[str]:
        return self.version.wrong

    @property
    def undecided(self) -> list[str]:
        return self.version.undecided

    @property
    def concealed(self) -> list[str]:
        return [row["text"] for row in self.context.concealed or ()]

    def why(self, segment: Segment) -> str:
        return translate(WHY[segment.why]) if segment.why else ""

    def hidden_as(self, segment: Segment) -> Message:
        return _(" (hidden: ${why})", mapping={"why": self.why(segment)})

    @property
    def shown(self) -> list[dict[str, str]]:
        return list(self.context.shown or ())

    @property
    def suggested(self) -> list[str]:
        """What the editor may show or let stay, each once: words, then whole lines."""
        found = [*self.undecided]
        found += [
            " ".join(one.text.split())
            for part in self.passages
            for one in part.segments
            if one.may_show
        ]
        return list(dict.fromkeys([*found, *self.version.changed]))

    @property
    def fieldsets(self) -> list[Fieldset]:
        words = [("", "–"), *((one, shorten(one, 100)) for one in self.suggested)]
        if not self.suggested:
            return []
        fields = (
            Field(
                "words",
                _("Words or line"),
                kind="select",
                options=tuple(words),
                required=True,
                help=_(
                    "Whole names of those who are known here, contacts, birth numbers "
                    "and what the rules keep inside stay hidden."
                ),
            ),
            Field(
                "reason",
                _("Why the public may read it"),
                required=True,
                help=_("For example: the name of a street; an official of the town."),
            ),
        )
        return [Fieldset("kpss-words", _("What the public may read"), fields)]

    def change(self) -> Message:
        taken_back = self.sent.text("hide")
        if taken_back:
            hide_words(self.context, taken_back)
            return _("The words are hidden again.")
        found = self.sent.text("conceal")
        if found:
            conceal_words(self.context, found)
            return _("The words will be hidden.")
        given_back = self.sent.text("reveal")
        if given_back:
            reveal_words(self.context, given_back)
            return _("The words are no longer hidden.")
        show_words(self.context, self.sent.text("words"), self.sent.text("reason"))
        return _("The words stay in the public version.")

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-public"
