"""``{minutes}/@@kpss-public``: what will be hidden, and words that are no names."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import hide_words
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.making import show_words
from kpss.addon.minutes.publishing import public_version
from kpss.addon.minutes.publishing import PublicVersion
from kpss.addon.minutes.rules.anonymising import Segment
from kpss.addon.minutes.rules.states import PUBLISHED
from kpss.addon.minutes.texts import WHY
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class PublicPreview(MinutesForm):
    """The public version with marks, and the form for false hits."""

    template = ViewPageTemplateFile("public.pt")
    heading = _("Public version: what will be hidden")
    button = _("Show these words")

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

    def why(self, segment: Segment) -> str:
        return translate(WHY[segment.why]) if segment.why else ""

    def hidden_as(self, segment: Segment) -> Message:
        return _(" (hidden: ${why})", mapping={"why": self.why(segment)})

    @property
    def shown(self) -> list[dict[str, str]]:
        return list(self.context.shown or ())

    @property
    def suggested(self) -> list[str]:
        """Hidden words that the editor may show, each once."""
        found = [
            " ".join(one.text.split())
            for part in self.passages
            for one in part.segments
            if one.may_show
        ]
        return list(dict.fromkeys(found))

    @property
    def fieldsets(self) -> list[Fieldset]:
        words = [("", "–"), *((one, one) for one in self.suggested)]
        if not self.suggested:
            return []
        fields = (
            Field(
                "words",
                _("Hidden words"),
                kind="select",
                options=tuple(words),
                required=True,
                help=_("Whole names, contacts and birth numbers stay hidden."),
            ),
            Field(
                "reason",
                _("Why they name nobody"),
                required=True,
                help=_("For example: the name of a street."),
            ),
        )
        return [Fieldset("kpss-words", _("Words that are no names"), fields)]

    def change(self) -> Message:
        taken_back = self.sent.text("hide")
        if taken_back:
            hide_words(self.context, taken_back)
            return _("The words are hidden again.")
        show_words(self.context, self.sent.text("words"), self.sent.text("reason"))
        return _("The words stay in the public version.")

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-public"
