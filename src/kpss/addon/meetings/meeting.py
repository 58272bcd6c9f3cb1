"""``kpss.Meeting``: a meeting of the body that it stands in (BER-33, PRA-35)."""

from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from kpss.addon.meetings.fields import JudgedBool
from kpss.addon.meetings.fields import JudgedChoice
from kpss.addon.meetings.fields import JudgedTime
from kpss.addon.meetings.fields import PersonRef
from kpss.addon.meetings.times import Moment
from kpss.addon.meetings.times import zone_name
from kpss.addon.process.fields import HttpUrl
from kpss.addon.tasks.interfaces import IImposes
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


INSIDE = "kpss.addon.ViewMeetingInside"


class IMeeting(model.Schema):
    """A meeting; what is recorded of it stands in ``records``."""

    title = Name(
        title=_("Title"),
        description=_("Left empty: the town's word for a meeting and the day."),
        required=False,
    )
    directives.widget("start", default_timezone=zone_name)
    start = JudgedTime(title=_("Begins"))
    directives.widget("end", default_timezone=zone_name)
    end = JudgedTime(
        title=_("Ends"),
        description=_("For a decision outside a meeting: until when members answer."),
        required=False,
    )
    place = Name(title=_("Place"), required=False)
    directives.read_permission(online_link=INSIDE)
    online_link = HttpUrl(
        title=_("Address for those who join online"),
        description=_("Only in invitations, never on public pages."),
        required=False,
    )
    kind = JudgedChoice(
        title=_("Kind of meeting"),
        vocabulary="kpss.addon.meeting_kinds",
        default="regular",
    )
    simple = JudgedBool(
        title=_("The simple way"),
        description=_(
            "For a group that only talks: attendance, notes, tasks and what was agreed; "
            "nothing needs to be convened or voted on."
        ),
        required=False,
        default=False,
    )
    publicity = schema.Choice(
        title=_("Public or closed"),
        description=_("Not set: as the rules of procedure say; without them closed."),
        vocabulary="kpss.addon.meeting_publicity",
        required=False,
    )
    directives.read_permission(note=INSIDE)
    note = LongText(
        title=_("Message to those who are invited"),
        description=_("Stands in the invitation."),
        required=False,
    )

    # Given when it is convened
    directives.omitted("number")
    number = Name(
        title=_("Number of the meeting"), maximum=50, required=False, readonly=True
    )
    # People are chosen in forms of our own, from the roster
    directives.omitted("presiding", "minute_taker", "verifiers")
    directives.read_permission(presiding=INSIDE, minute_taker=INSIDE, verifiers=INSIDE)
    presiding = PersonRef(title=_("Who presides"), required=False)
    minute_taker = PersonRef(title=_("Who takes the minutes"), required=False)
    verifiers = schema.List(
        title=_("Who verifies the minutes"),
        value_type=PersonRef(title=_("Person")),
        required=False,
    )

    @invariant
    def end_is_not_before_the_start(data):
        if data.start and data.end and data.end <= data.start:
            raise InvalidField(_("The meeting ends before it begins."), "end")


@implementer(IMeeting, IKpssContent, IImposes)
class Meeting(Container):
    """A meeting; its agenda are the items in it, in their order."""

    start = Moment()
    end = Moment()
    number = presiding = minute_taker = verifiers = None
    #: The title that was made for it, so that a new day makes a new one.
    made_title = None
