"""A group with people of all kinds, and a post office that keeps files."""

from datetime import date
from email.message import EmailMessage
from mailbox import Maildir
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.notices.conftest import Post
import re
import transaction


SENDER = "planovani@mesto.example"
LINK = re.compile(r"https?://\S+/@@kpss-invitation/([A-Za-z0-9_-]+)")


def open_post(portal, tmp_path, monkeypatch) -> Post:
    """What went before is out of the way."""
    monkeypatch.setenv("MAILHOST_QUEUE_ONLY", "true")
    folder = tmp_path / "mail"
    Maildir(str(folder), create=True)
    transaction.begin()
    api.portal.set_registry_record("plone.email_from_address", SENDER)
    api.portal.set_registry_record("plone.email_from_name", "Plánování")
    host = portal.MailHost
    host.smtp_queue, host.smtp_queue_directory = True, str(folder)
    found = Post(portal, folder)
    if found.box is not None:
        found.box.news.clear()
        found.box.waiting.clear()
    transaction.commit()
    return found


def person(town, name: str, **known):
    """Somebody without an account."""
    return createContentInContainer(
        town.process["people"],
        "kpss.Person",
        given_name="Eva",
        family_name=name,
        **known,
    )


def seat(town, who, body="seniori", function=None, since=date(2020, 1, 1), **more):
    return createContentInContainer(
        town[body],
        "kpss.Membership",
        person=who.getId(),
        function=function,
        valid_from=since,
        **more,
    )


def add_people(town) -> dict:
    """Memberships in the group of seniors, by what is special about them."""
    town.process.functions = [
        *town.process.functions,
        {"id": "nahradnik", "title": "Náhradník", "kind": "substitute"},
    ]
    office = person(
        town,
        "Úřední",
        office_email="urad@mesto.example",
        office_phone="311 654 321",
        private_email="doma@example.org",
    )
    private = person(town, "Soukromá", private_email="soukroma@example.org")
    nobody = person(town, "Bezadresy")
    guest = person(town, "Hostová", office_email="host@charita.example")
    substitute = person(town, "Náhradní", office_email="nahrada@charita.example")
    seats = {
        "office": seat(town, office),
        "private": seat(town, private),
        "nobody": seat(town, nobody),
        "guest": seat(town, guest, function="host"),
    }
    seats["substitute"] = seat(
        town,
        substitute,
        function="nahradnik",
        substitute_of=seats["office"].getId(),
    )
    return seats


def add_prepared(town, body="seniori", **fields):
    """A planned meeting with an agenda and papers, without standing items."""
    meeting = add_meeting(town[body], **fields)
    meeting.manage_delObjects(list(meeting.objectIds()))
    add_item(meeting, "Zahájení")
    plan = add_item(meeting, "Návrh plánu", publicity="public", text="Druhé čtení.")
    add_paper(plan, "Návrh", b"navrh")
    add_paper(plan, "Příloha", b"priloha", public=True)
    add_item(meeting, "Rozpočet", publicity="internal")
    add_item(meeting, "Tajná věc", publicity="hidden")
    return meeting


def item_called(meeting, title: str):
    """One of the items; a new meeting has standing ones too."""
    return next(one for one in meeting.objectValues() if one.title == title)


def add_paper(item, title: str, data: bytes, public: bool = False):
    from kpss.addon.meetings.papers_seen import publish_paper
    from plone.namedfile.file import NamedBlobFile

    file = NamedBlobFile(
        data=data, filename=f"{title}.pdf", contentType="application/pdf"
    )
    made = createContentInContainer(item, "File", title=title, file=file)
    if public:
        publish_paper(item, made.getId(), True)
    return made


def text_of(mail: EmailMessage) -> str:
    return mail.get_body(("plain",)).get_content()


def calendar_of(mail: EmailMessage):
    """The event in the attached calendar, and the method."""
    from icalendar import Calendar

    (part,) = mail.iter_attachments()
    assert part.get_content_type() == "text/calendar"
    found = Calendar.from_ical(part.get_content())
    assert part.get_param("method") == str(found["METHOD"])
    (event,) = found.walk("VEVENT")
    return str(found["METHOD"]), event


def link_of(mail: EmailMessage) -> str:
    """The token of the signed link."""
    return LINK.search(text_of(mail)).group(1)
