"""Letters: who gets them, what stands in them, and that each goes once."""

from datetime import datetime
from datetime import timedelta
from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.said import Said
from kpss.addon.approval.talking import ask_advice
from kpss.addon.approval.talking import comment
from kpss.addon.notices.outbox import choose_way
from kpss.addon.notices.outbox import outbox
from kpss.addon.notices.passing import pass_on
from kpss.addon.notices.rules.ways import KEEP_TRYING
from plone import api
from tests.plone.approval.conftest import add_document
from tests.plone.notices.conftest import TODAY
import pytest
import smtplib
import transaction


def draft(beroun, title="Prováděcí plán"):
    return add_document(beroun, title, "implementation_plan", author_body="ps-seniori")


@pytest.fixture
def document(beroun, post):
    """Handed over to the coordination group; its letters are gone."""
    made = draft(beroun)
    actions.start(made)
    decide(made, Said(0, "submitted", TODAY))
    post.round()
    post.mails()
    return made


def approve_at_ks(document, outcome="approved", comment="tajné důvody"):
    ruling = ResolutionView(uid=None, body="ks", number="KS 3/2026", on=TODAY)
    decide(document, Said(1, outcome, TODAY, resolution=ruling, comment=comment))


class TestWho:
    def test_of_a_result_everybody_whom_it_concerns(self, document, post):
        approve_at_ks(document)
        told = post.told()
        assert set(told) == {"garant", "koordinator", "vedouci", "referent"}
        assert "as the coordinator" in told["koordinator"]
        assert "your body has prepared" in told["vedouci"]
        # The next step is the department's
        assert "because it is your turn" in told["referent"]

    def test_who_is_next_and_members_who_may_comment(self, beroun, post):
        made = draft(beroun)
        actions.start(made)
        post.told()
        decide(made, Said(0, "submitted", TODAY))
        told = post.told()
        assert "because it is your turn" in told["predsedkyne"]
        assert "you can comment on it there" in told["clen"]
        assert "cizi" not in told

    def test_nobody_of_the_own_doing(self, document, post):
        with api.env.adopt_user(username="garant"):
            comment(document, "Návrh na doplnění.")
        assert set(post.told()) == {"koordinator", "predsedkyne", "vedouci"}

    def test_advice(self, document, post):
        ask_advice(document, "Je postup správný?")
        assert set(post.told()) == {"metodik"}

    def test_not_of_what_happened_long_ago(self, beroun, post):
        made = draft(beroun)
        actions.start(made, on=TODAY - timedelta(days=31))
        assert post.told() == {}

    def test_not_of_what_is_gone_meanwhile(self, document, post):
        approve_at_ks(document)
        [news] = post.box.news.values()
        news["uid"] = "gone"
        assert post.told() == {}
        assert not len(post.box.news)

    def test_not_who_may_not_see_it_any_more(self, beroun, document, post):
        """Whoever left the body before the letters are written."""
        approve_at_ks(document)
        [membership] = [
            one
            for one in beroun["bodies"]["ps-seniori"].objectValues()
            if getattr(one, "function", None) == "vedouci"
        ]
        membership.valid_to = TODAY - timedelta(days=1)
        from zope.event import notify
        from zope.lifecycleevent import ObjectModifiedEvent

        notify(ObjectModifiedEvent(membership))
        told = post.told()
        membership.valid_to = None
        notify(ObjectModifiedEvent(membership))
        transaction.commit()
        assert "vedouci" not in told
        assert "garant" in told


class TestInForce:
    def test_an_approval_that_takes_effect_at_once_is_told(self, beroun, post):
        """The state follows the date in the same transaction, as an entry of its own."""
        made = add_document(beroun, "Jednací řád skupin", "rules_of_procedure")
        actions.start(made)
        ruling = ResolutionView(uid=None, body="ks", number="KS 9/2026", on=TODAY)
        decide(made, Said(0, "approved", TODAY, resolution=ruling))
        assert api.content.get_state(made) == "in_force"
        told = post.told()
        assert {"garant", "koordinator"} <= set(told)
        assert "approved" in told["garant"]

    def test_account_whose_login_name_is_another(self, beroun, document, post):
        from Products.CMFPlone.utils import set_own_login_name

        member = api.user.get(userid="garant")
        set_own_login_name(member, "jana.garantova")
        approve_at_ks(document)
        told = post.told()
        set_own_login_name(api.user.get(userid="garant"), "garant")
        transaction.commit()
        assert "garant" in told


class TestWhat:
    @pytest.fixture
    def mail(self, document, post):
        member = api.user.get(userid="garant")
        member.setMemberProperties({"language": "cs"})
        approve_at_ks(document)
        post.round()
        [found] = post.mails()["garant@mesto.example"]
        member.setMemberProperties({"language": ""})
        return found

    def test_says_in_the_language_of_the_reader_what_happened(self, mail):
        assert mail["Subject"] == "Město Beroun: schváleno – Prováděcí plán"
        assert mail["From"] == "Plánování Beroun <planovani@mesto.example>"
        text = mail.get_content()
        assert "Usnesení: KS 3/2026" in text
        assert "Nyní: Odbor sociálních věcí a zdravotnictví" in text
        assert "Píšeme vám, protože jste na řadě" in text
        assert "/plone/beroun/documents/provadeci-plan" in text
        assert "/beroun/@@kpss-my-notices" in text

    def test_says_nothing_of_what_was_said_in_the_body(self, mail):
        assert "tajné" not in mail.as_string()
        assert "tajné" not in mail.get_content()


class TestWays:
    def test_off_and_daily(self, document, post):
        choose_way("garant", "off")
        choose_way("koordinator", "daily")
        approve_at_ks(document)
        assert set(post.told()) == {"vedouci", "referent"}
        [waiting] = post.box.waiting.values()
        assert waiting.user == "koordinator"

    def test_daily_letters_come_as_one_on_the_next_day(self, document, beroun, post):
        choose_way("koordinator", "daily")
        approve_at_ks(document)
        other = draft(beroun, "Jiný plán")
        actions.start(other)
        decide(other, Said(0, "submitted", TODAY))
        post.round()
        post.mails()
        for letter in post.box.waiting.values():
            letter.written -= timedelta(days=1)
        assert post.round() == 1
        [mail] = post.mails()["koordinator@mesto.example"]
        text = mail.get_content()
        assert "Prováděcí plán" in text
        assert "Jiný plán" in text
        assert not len(post.box.waiting)


class TestFaults:
    def test_each_goes_once(self, document, post):
        approve_at_ks(document)
        post.round()
        first = {to: len(mails) for to, mails in post.mails().items()}
        assert set(first.values()) == {1}
        assert post.round() == 0
        assert post.mails() == {}

    def test_what_was_not_committed_is_not_told(self, document, post):
        approve_at_ks(document)
        transaction.abort()
        assert post.told() == {}

    @pytest.fixture
    def broken(self, post, unused_port):
        host = post.portal.MailHost
        host.smtp_queue, host.smtp_host, host.smtp_port = (
            False,
            "127.0.0.1",
            unused_port,
        )
        transaction.commit()
        return host

    @pytest.fixture
    def unused_port(self):
        import socket

        with socket.socket() as made:
            made.bind(("127.0.0.1", 0))
            return made.getsockname()[1]

    def test_server_that_is_down_breaks_nothing_and_is_tried_again(
        self, document, post, broken
    ):
        approve_at_ks(document)
        assert post.round() == 0
        letters = list(post.box.waiting.values())
        assert len(letters) == 4
        assert {one.tries for one in letters} == {1}
        assert "refused" in letters[0].error
        broken.smtp_queue = True
        transaction.commit()
        assert post.round() == 0, "the pause is kept"
        for one in post.box.waiting.values():
            one.not_before = datetime.now().astimezone()
        assert post.round() == 4
        assert not len(post.box.waiting)

    def test_after_three_days_it_is_given_up_and_shown(self, document, post, broken):
        approve_at_ks(document)
        post.round()
        for one in post.box.waiting.values():
            one.written -= KEEP_TRYING + timedelta(minutes=1)
            one.not_before = None
        post.round()
        given_up = [one for one in post.box.over.values() if one.state == "failed"]
        assert len(given_up) == 4
        page = post.portal.restrictedTraverse("@@kpss-letters")()
        assert "given up" in page
        assert "garant@mesto.example" in page

    def test_one_bad_address_stops_no_other(self, document, post, monkeypatch):
        from Products.MailHost.MailHost import MailHost

        send = MailHost.send

        def choosy(self, whole, mto=None, **more):
            if mto.startswith("garant"):
                raise smtplib.SMTPRecipientsRefused({mto: (550, b"unknown")})
            return send(self, whole, mto=mto, **more)

        monkeypatch.setattr(MailHost, "send", choosy)
        approve_at_ks(document)
        told = post.told()
        assert set(told) == {"koordinator", "vedouci", "referent"}

    def test_without_an_address_of_the_site_letters_wait(self, document, post):
        from tests.plone.notices.conftest import SENDER

        registry = api.portal.get_tool("portal_registry")
        registry["plone.email_from_address"] = None
        approve_at_ks(document)
        assert post.round() == 0
        assert len(post.box.waiting) == 4
        registry["plone.email_from_address"] = SENDER
        assert post.round() == 4


class TestPassingOn:
    def test_members_with_an_account_who_may_see_it(self, document, post):
        pass_on(document, ["ps-rodiny", "ks"], "Prosíme o vyjádření.")
        told = post.told()
        assert set(told) == {"predsedkyne", "clen", "vedouci"}
        assert "Prosíme o vyjádření." in told["clen"]

    def test_members_without_an_account_only_what_is_public(
        self, beroun, document, post
    ):
        from plone.dexterity.utils import createContentInContainer

        person = createContentInContainer(
            beroun["people"],
            "kpss.Person",
            given_name="Bez",
            family_name="Účtu",
            office_email="bez.uctu@mesto.example",
        )
        createContentInContainer(
            beroun["bodies"]["ps-rodiny"],
            "kpss.Membership",
            person=person.getId(),
            valid_from=TODAY - timedelta(days=10),
        )
        pass_on(document, ["ps-rodiny"], None)
        assert post.told() == {}
        resolution = createContentInContainer(
            beroun["bodies"]["ks"],
            "kpss.Resolution",
            title="Bere na vědomí",
            verb="takes_note",
            decided_on=TODAY,
        )
        for name in ("adopt", "publish"):
            api.content.transition(resolution, name)
        post.told()
        pass_on(resolution, ["ps-rodiny"], None)
        assert set(post.told()) == {"bez.uctu", "cizi"}
        assert outbox().passed_on[resolution.UID()][0]["bodies"] == ("ps-rodiny",)


class TestResolutions:
    def test_published_ones_are_told(self, beroun, post):
        from plone.dexterity.utils import createContentInContainer

        resolution = createContentInContainer(
            beroun["bodies"]["ks"],
            "kpss.Resolution",
            title="Ukládá připravit plán",
            verb="imposes",
            decided_on=TODAY,
            text="Jméno, které se neříká",
        )
        api.content.transition(resolution, "adopt")
        assert post.told() == {}
        api.content.transition(resolution, "publish")
        told = post.told()
        assert set(told) == {
            "garant",
            "referent",
            "koordinator",
            "predsedkyne",
            "clen",
            "vedouci",
        }
        assert "neříká" not in "".join(told.values())
