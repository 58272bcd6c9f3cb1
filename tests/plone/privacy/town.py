"""A town in which everything private carries a mark.

``sunny`` parts are there too: an official, somebody with consents, a published page;
otherwise a page that shows nobody at all would pass.
"""

from datetime import date
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.person import IPerson
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer as create
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from tests.plone.privacy.askings import make_polls
from tests.plone.privacy.duties import make_tasks
from tests.plone.privacy.gatherings import make_meetings
from tests.plone.privacy.marks import Secrets
from tests.plone.privacy.papers import make_papers
from tests.plone.privacy.pictures import png
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


PASSWORD = "Tajemstvi-12345"
#: Who reads: nobody; a user of services in ``seniori``; a member of another body; a
#: permanent guest of that body; an editor of the whole site without a role of ours.
NOBODY, MEMBER, STRANGER, EDITOR = "nobody", "member", "stranger", "editor"
GUEST = "guest"
READERS = (NOBODY, MEMBER, STRANGER, GUEST, EDITOR)
SENIORI, RODINY = (MEMBER,), (STRANGER,)
#: Said in the roster only to those who know everybody there; see test_leaks_people.
ORGANISATION = "Klub odvaha"
SINCE, LAST_YEAR = date(2024, 1, 1), date(2024, 12, 31)
NAMES = ("title_before", "given_name", "family_name", "title_after", "office")
CONTACT = ("office_email", "office_phone")


class Town:
    """The site with the town; ``secrets`` knows every mark, ``accounts`` the readers."""

    def __init__(self, portal):
        self.portal = portal
        self.secrets = Secrets()
        self.accounts: dict[str, str] = {}
        #: By schema: a set of values that something private was made with.
        self.filled: dict[type, dict] = {}
        self.process = self.make_process(portal, "mesto")
        self.bodies = self.process["bodies"]
        self.make_bodies()
        self.make_chains()
        self.make_rules()
        self.make_pages()
        self.make_people()
        make_papers(self)
        make_tasks(self)
        make_meetings(self)
        make_polls(self)
        self.make_districts()
        api.content.transition(self.process, "publish")
        self.make_editor()

    # Process and bodies

    def make_process(self, container, id, **values):
        self.hidden = self.secrets.mark("id of an internal body", (EDITOR,))
        mark = self.secrets.mark
        self.hidden_function = mark("id of its function", (EDITOR,))
        functions = [
            {"id": "predseda", "title": "Předsedkyně", "kind": "chair"},
            {"id": "vedouci", "title": "Vedoucí", "kind": "leader"},
            {"id": "mluvci", "title": "Mluvčí", "kind": "other", "public": True},
            {"id": "host", "title": "Host", "kind": "permanent_guest"},
            {
                "id": self.hidden_function,
                "title": mark("title of its function", (EDITOR,)),
                "kind": "chair",
                "body": self.hidden,
                "represents_in": "ks",
                "office": mark("office of its function", (EDITOR,)),
                "description": mark("description of its function", (EDITOR,)),
                "act_text": mark("act of its function", (EDITOR,)),
                "tasks": mark("tasks of its function", (EDITOR,)),
            },
        ]
        hidden = self.hidden
        step = {"id": "krok", "title": "Krok", "gate": hidden, "by": hidden}
        return create(
            container,
            "kpss.Process",
            id=id,
            title="Plánování",
            municipality="Město",
            functions=functions,
            parties=[
                {"id": "zadavatel", "title": "zadavatel"},
                {"id": "uzivatel", "title": "uživatel služeb", "private": True},
            ],
            units=[{"id": "stred", "title": "Střed"}],
            stages=[{"id": "etapa", "title": "Etapa", "steps": [step]}],
        )

    def make_bodies(self):
        def body(id, kind, portal_type="kpss.Body", **values):
            values = {"title": id.capitalize(), "kind": kind, **values}
            return create(self.bodies, portal_type, id=id, **values)

        body("zast", "assembly")
        body("ks", "steering", parent=self.hidden, established_by=self.hidden)
        body("seniori", "working_group", "kpss.WorkingGroup", parent="ks")
        body("rodiny", "working_group", "kpss.WorkingGroup", parent=self.hidden)
        body("stara", "commission", valid_to=LAST_YEAR, merged_into=self.hidden)
        self.hide(body(self.hidden, "council", **self.hidden_texts("a hidden council")))
        group = self.secrets.mark("id of an internal group", (EDITOR,))
        texts = self.hidden_texts("a hidden group")
        portal_type = "kpss.WorkingGroup"
        self.hidden_group = body(group, "working_group", portal_type, **texts)
        self.hide(self.hidden_group)
        closed = self.secrets.mark("id of a closed internal body", (EDITOR,))
        texts = self.hidden_texts("a closed hidden body")
        self.hide(body(closed, "commission", valid_to=LAST_YEAR, **texts))
        api.content.transition(self.bodies[closed], "archive_internal")

    def make_chains(self):
        """The first names a hidden body and its function; the others carry documents."""

        def chain(id, title, kinds, **step):
            steps = [{"act": "decides", **step}]
            create(
                self.process["chains"],
                "kpss.ApprovalChain",
                id=id,
                title=title,
                document_kinds=kinds,
                steps=steps,
            )

        hidden = {"body": self.hidden, "recorded_by": self.hidden_function}
        chain("rada", "Schválení", [], **hidden)
        chain("zpravy", "Zprávy", ["report"], body="ks")
        chain("skryte", "Stanoviska", ["opinion"], body=self.hidden)

    def hidden_texts(self, what):
        mark = self.secrets.mark
        given = {
            name: RichTextValue(mark(f"{name} of {what}", (EDITOR,)), "text/html")
            for name in ("mission", "membership_text", "structure_text")
        }
        given |= {
            "tasks": [mark(f"task of {what}", (EDITOR,))],
            "former_names": [
                {
                    "title": mark(f"former name of {what}", (EDITOR,)),
                    "until": LAST_YEAR,
                }
            ],
            "acts": ["decides"],
            "chart_order": 1,
            "parent": None,
        }
        values = self.secrets.fill(IBody, what, given, {None: (EDITOR,)})
        self.filled[IBody] = values
        return values

    def hide(self, body):
        api.content.transition(body, "hide")
        self.secrets.keep(body.UID(), "UID of an internal body", (EDITOR,))

    def make_rules(self):
        """Rules that name the hidden body and its function wherever they can."""
        hidden, function = self.hidden, self.hidden_function
        values = {
            "quorum": ">1/2",
            "leader_selection": "elected_by_members",
            "leader_confirmed_by": hidden,
            "presiding": "vedouci",
            "presiding_fallback": function,
            "convener": function,
            "agenda_agreed_by": function,
            "admission": "appointed",
            "appointed_by": hidden,
            "ex_officio": [
                {"kind": "function", "function": function},
                {"kind": "leaders_of_working_groups"},
                {"kind": "members_of", "body": hidden, "seats": 1},
            ],
            "permanent_guests": [function],
            "minutes_verifiers": [function, "vedouci"],
            "minutes_recipients": [function, hidden, "vedouci"],
        }
        create(self.bodies["ks"], "kpss.Rules", id="rad", title="Řád", **values)
        title = self.secrets.mark("title of hidden rules", (EDITOR,))
        hidden_rules = {"title": title, "id": title, **values}
        rules = create(self.bodies[self.hidden], "kpss.Rules", **hidden_rules)
        self.secrets.keep(rules.UID(), "UID of hidden rules", (EDITOR,))

    # Pages inside a body

    def make_pages(self):
        public = create(self.bodies["seniori"], "Document", id="zprava", title="Zpráva")
        api.content.transition(public, "publish")
        self.internal_pages(self.bodies["seniori"], "seniori", (MEMBER, EDITOR))
        self.internal_pages(self.bodies["rodiny"], "rodiny", (STRANGER, EDITOR))
        query = [
            {
                "i": "path",
                "o": "plone.app.querystring.operation.string.absolutePath",
                "v": "/mesto/bodies",
            }
        ]
        everything = create(
            self.process, "Collection", id="vse", title="Vše", query=query, limit=1000
        )
        everything.setLayout("full_view")
        api.content.transition(everything, "publish")

    def internal_pages(self, body, where, seen_by):
        def mark(what):
            return self.secrets.mark(f"{what} in {where}", seen_by)

        texts = {
            "title": mark("title of an internal page"),
            "description": mark("summary of an internal page"),
            "subject": (mark("tag of an internal page"),),
            "rights": mark("rights of an internal page"),
        }
        text = RichTextValue(mark("text of an internal page"), "text/html")
        data = mark("content of an internal file").encode()
        # Files have no workflow: they are as private as the folder they stand in
        folder = create(
            body, "Folder", id=mark("id of a folder"), title=mark("title of a folder")
        )
        pages = [
            folder,
            create(body, "Document", id=mark("id of a page"), text=text, **texts),
            create(
                folder,
                "File",
                id=mark("id of a file"),
                title=mark("title of a file"),
                file=NamedBlobFile(data, filename=mark("name of a file") + ".txt"),
            ),
            create(
                folder,
                "Image",
                id=mark("id of an image"),
                title=mark("title of an image"),
                image=NamedBlobImage(
                    png(), filename=mark("file name of an image") + ".png"
                ),
            ),
        ]
        for page in pages:
            if api.content.get_state(page, None) == "published":
                api.content.transition(page, "retract")
            self.secrets.keep(
                page.UID(), f"UID of an internal page in {where}", seen_by
            )

    # People

    def make_people(self):
        self.organisation = create(
            self.process["providers"],
            "kpss.Organisation",
            id="klub-odvaha",
            title=ORGANISATION,
        ).getId()
        sit, person = self.sit, self.person
        official = person("official", name=True, contact=True)
        sit("zast", official, "predseda", public=True)
        named = person("named", name=True, consents=("name",), seen_by=SENIORI)
        sit("seniori", named, public=True, seen_by=SENIORI)
        everything = ("name", "contact", "photo")
        self.open = person(
            "open", name=True, contact=True, photo=True, consents=everything
        )
        sit("rodiny", self.open, public=True, seen_by=RODINY)
        spokesman = person("spokesman", name=True, seen_by=SENIORI)
        sit("seniori", spokesman, "mluvci", public=True, seen_by=SENIORI)

        quiet = person("leader", seen_by=SENIORI)
        sit("seniori", quiet, "vedouci", public=True, seen_by=SENIORI)
        withdrawn = person("withdrawn", withdrawn=everything, seen_by=SENIORI)
        kept = sit("seniori", withdrawn, public=True, seen_by=SENIORI)
        sit(
            "seniori",
            person("substitute", seen_by=SENIORI),
            public=True,
            seen_by=SENIORI,
            substitute_of=kept.getId(),
        )
        user = person(
            "user of services", consents=everything, seen_by=SENIORI, account=MEMBER
        )
        sit(
            "seniori",
            user,
            seen_by=SENIORI,
            party="uzivatel",
            organisation=self.organisation,
        )
        gone = person("former member", seen_by=SENIORI)
        # Without their names they stand in the rosters of their days
        sit("seniori", gone, seen_by=SENIORI, valid_to=LAST_YEAR, public=True)
        sit(
            "seniori",
            person("future member", seen_by=SENIORI),
            seen_by=SENIORI,
            valid_from=date(2124, 1, 1),
            public=True,
        )
        self.annul(sit("seniori", person("annulled member")), official)
        sit(
            "rodiny",
            person("stranger", account=STRANGER, seen_by=RODINY),
            public=True,
            seen_by=RODINY,
        )
        sit(
            "rodiny",
            person("permanent guest", account=GUEST, seen_by=(*RODINY, GUEST)),
            "host",
            public=True,
            seen_by=RODINY,
        )
        archived = person("archived person", seen_by=RODINY)
        sit("rodiny", archived, valid_to=LAST_YEAR, seen_by=RODINY, public=True)
        api.content.transition(archived, "archive")
        self.unknown = person("nobody anywhere", consents=everything)

        # Their seats in ks follow from the hidden bodies
        # Who sees the council sees its officials
        inside = person("chair of a hidden council", seen_by=(EDITOR,))
        self.unseen_membership = sit(
            self.hidden, inside, self.hidden_function, ids_seen_by=(EDITOR,)
        )
        leader = person("leader of a hidden group", name=True, consents=("name",))
        sit(self.hidden_group.getId(), leader, "vedouci", ids_seen_by=(EDITOR,))
        seat = person(
            "member on a reserved seat",
            consents=("name",),
            name=True,
            seen_by=(EDITOR,),
        )
        sit(self.hidden, seat, ids_seen_by=(EDITOR,))
        sit("ks", seat, public=True, reserved_by=self.hidden)

    def person(self, who, *, consents=(), withdrawn=(), account=None, seen_by=(),
               name=False, contact=False, photo=False, process=None):  # fmt: skip
        """``name``, ``contact``, ``photo``: everybody may know it, so it has no mark."""
        given = {
            "consents": [self.consent(what, who) for what in consents]
            + [self.consent(what, who, date(2025, 1, 1)) for what in withdrawn],
            "photo": self.photo(who),
            "user_id": self.account(who, account),
        }
        if name:
            sunny = {
                "title_before": "Ing.",
                "given_name": "Jana",
                "title_after": "DiS.",
            }
            given |= {**sunny, "family_name": who.title(), "office": "Úřad"}
        if contact:
            given |= {"office_email": "jana@urad.example", "office_phone": "+420 111"}
        readers = dict.fromkeys((*NAMES, *CONTACT), seen_by)
        if account:
            # One's own page; what coordinators note is not on it
            readers |= {None: (account,), "note": ()}
        values = self.secrets.fill(IPerson, who, given, readers)
        self.filled[IPerson] = values
        section = (process or self.process)["people"]
        person = create(section, "kpss.Person", **values)
        if not name:
            self.secrets.keep(person.UID(), f"UID of {who}", seen_by)
        if not (name or photo):
            # Who is named has a public UID, and ``resolveuid`` tells the random id
            self.secrets.keep(person.getId(), f"id of {who}", seen_by)
        return person

    def consent(self, what, who, withdrawn=None):
        return {
            "what": what,
            "given_on": SINCE,
            "text_version": self.secrets.mark(f"version of the consent of {who}"),
            "withdrawn_on": withdrawn,
        }

    def photo(self, who):
        name = self.secrets.mark(f"file name of the photo of {who}")
        return NamedBlobImage(png(), filename=f"{name}.png")

    def account(self, who, reader):
        """The id, full name and address of an account; it may know itself."""
        seen_by = (reader,) if reader else ()
        mark = self.secrets.mark
        user_id = mark(f"account of {who}", seen_by)
        api.user.create(
            username=user_id,
            email=mark(f"address of the account of {who}", seen_by) + "@posta.example",
            password=PASSWORD,
            properties={
                "fullname": mark(f"full name of the account of {who}", seen_by)
            },
        )
        if reader:
            self.accounts[reader] = user_id
        return user_id

    def sit(self, body, person, function=None, *, public=False, seen_by=(),
            ids_seen_by=(), **values):  # fmt: skip
        """``public``: the seat is in the public roster, and so is its UID."""
        what = f"a membership in {body}: {person.title}"
        given = {
            "valid_from": SINCE,
            "person": person.getId(),
            "function": function,
            "basis": "other",
            "party": "zadavatel",
            "voting": True,
            **values,
        }
        # Who sees a membership sees how it arose, not what coordinators note
        readers = {None: seen_by, "note": ()}
        values = self.secrets.fill(IMembership, what, given, readers)
        self.filled[IMembership] = values
        membership = create(self.bodies[body], "kpss.Membership", **values)
        if not public:
            readers = seen_by or ids_seen_by
            self.secrets.keep(membership.UID(), f"UID of {what}", readers)
            self.secrets.keep(membership.getId(), f"id of {what}", readers)
        return membership

    def annul(self, membership, instead):
        """With a log of corrections: it names the person who stood there before."""
        membership.person = instead.getId()
        notify(ObjectModifiedEvent(membership))
        assert membership.corrections
        api.content.transition(membership, "annul")

    # Processes of districts

    def make_districts(self):
        mark = self.secrets.mark
        own = self.process, self.bodies
        district = create(
            self.process,
            "kpss.Process",
            id="obvod",
            title="Obvod",
            municipality="Obvod",
        )
        create(district["bodies"], "kpss.Body", id="vybor", title="Výbor", kind="other")
        self.bodies = district["bodies"]
        self.sit("vybor", self.person("member in a district", process=district),
                 public=True, party=None)  # fmt: skip
        api.content.transition(district, "publish")
        texts = {
            name: mark(f"{name} of an internal process", (EDITOR,))
            for name in ("id", "title", "municipality", "description", "publicity_text")
        }
        closed = create(self.process, "kpss.Process", **texts)
        for obj in (closed, *closed.objectValues()):
            self.secrets.keep(obj.UID(), "UID of an internal process", (EDITOR,))
        self.person("person of an internal process", process=closed)
        self.process, self.bodies = own

    def make_editor(self):
        api.user.create(
            username="redaktor", email="redaktor@mesto.example", password=PASSWORD
        )
        roles = ["Member", "Editor", "Contributor", "Reader", "Reviewer"]
        api.user.grant_roles(username="redaktor", roles=roles)
        self.accounts[EDITOR] = "redaktor"
