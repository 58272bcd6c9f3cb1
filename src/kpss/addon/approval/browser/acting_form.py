"""What the forms of the approval share: one object, what was seen, refusals at fields."""

from functools import cached_property
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import RecordingForm
from zope.i18nmessageid import Message
import transaction


OUTDATED = _(
    "Meanwhile somebody else recorded something. Look at the way of the document; what "
    "you typed is still here."
)


class RefusableForm(RecordingForm):
    """A form gives ``act() -> sentence of success``; it may raise what actions raise.

    What was written before a refusal goes too. ``outdated``: said when somebody else
    was quicker.
    """

    outdated: Message = OUTDATED

    def act(self) -> Message:
        raise LookupError(self)

    def handle(self) -> str | None:
        savepoint = transaction.savepoint()
        try:
            said = self.act()
        except Outdated:
            self.errors[""] = self.outdated
        except Refusals as refusals:
            self._refuse(refusals.refusals)
        except Refusal as refusal:
            self._refuse([refusal])
        else:
            if said is not None:
                self.say(said)
                return self.back_url
        # A resolution made in place goes too
        savepoint.rollback()
        return None

    def _refuse(self, refusals) -> None:
        for refusal in refusals:
            self.errors.setdefault(self.field_of(refusal.field), refusal.message)

    def field_of(self, name: str) -> str:
        """The field of the form for one of the rules."""
        return name


class ActingForm(RefusableForm):
    """For one object, as the person saw it."""

    @cached_property
    def case(self) -> Case:
        return case_of(self.context)

    @property
    def hidden(self) -> dict[str, str]:
        """What the person saw; what was sent stays until it is looked at again."""
        standing = self.case.standing
        return {
            "revision": str(standing.revision),
            "step": "" if standing.current is None else str(standing.current),
        }

    @property
    def seen_revision(self) -> int:
        return self.sent.number("revision", -1, 10**5)

    @property
    def seen_step(self) -> int:
        return self.sent.number("step", -1, 10**4)
