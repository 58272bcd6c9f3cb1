"""Pages of the agenda: what each reader sees, the page of who records, proposals."""

from datetime import timedelta
from kpss.addon.bodies.procedure.facts import rules_of
from kpss.addon.meetings.agenda import papers
from kpss.addon.meetings.agenda.places import places_of
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import numbers
from kpss.addon.meetings.times import day_of
from lxml import html
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.tasks.conftest import add_task
import pytest
import re
import transaction


HTML = "text/html"


def page_of(rest, path) -> html.HtmlElement:
    answer = rest.get(path, headers={"Accept": HTML})
    assert answer.status_code == 200, answer.text[:500]
    return html.fromstring(answer.text).get_element_by_id("content")


def text(element) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def agenda(rest, path) -> list[str]:
    """Items as they are shown: number and title."""
    page = page_of(rest, path)
    items = page.xpath(".//*[contains(@class, 'kpss-agenda-item')]")
    return [
        " ".join(
            text(one)
            for one in item.xpath(
                ".//span[contains(@class, 'kpss-agenda-number')]"
                "|./span[contains(@class, 'kpss-agenda-what')]/a"
            )
        )
        for item in items
    ]


def send(rest, path, files=None, **values):
    """Fill in the form of the page and send it; the answer without its redirect."""
    page = rest.get(path, headers={"Accept": HTML})
    assert page.status_code == 200, page.text[:300]
    token = html.fromstring(page.text).xpath("//input[@name='_authenticator']/@value")
    return rest.post(
        path,
        data={"_authenticator": token[0], **values},
        files=files,
        headers={"Accept": HTML},
        allow_redirects=False,
    )


def errors(answer) -> str:
    assert answer.status_code == 200, answer.headers
    [summary] = html.fromstring(answer.text).xpath("//*[@role='alert']")
    return text(summary)


@pytest.fixture(scope="class")
def meeting(town):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        made = add_meeting(town["seniori"], days=10, id="jednani")
        add_item(made, "Úvod", kind="heading", id="uvod")
        first = add_item(
            made, "Rozpočet", id="rozpocet", presenter="Tajný Host", minutes=20
        )
        first.text, first.proposal = "tajný text", "tajný návrh"
        papers.add_papers(
            first, [papers.Upload(b"a" * 2000, "Tajná tabulka.xlsx", 2000)]
        )
        papers.add_papers(first, [papers.Upload(b"b", "Přehled.pdf", 1)], public=True)
        first.put_forward_by = town.person("clenka").getId()
        add_item(made, "Jen pro členy", id="vnitrni", publicity="internal", level=2)
        add_item(made, "Skrytý", id="skryty", publicity="hidden")
        add_item(made, "Různé", id="ruzne")
    transaction.commit()
    return made


@pytest.fixture(scope="class")
def convened(meeting):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        bring(meeting, "convene")
    transaction.commit()
    return meeting


PATH = "/beroun/bodies/seniori/jednani"


class TestWhatEachSees:
    def test_before_it_is_convened_only_who_prepares_it(self, meeting, as_user):
        assert "3. Různé" in agenda(as_user("koordinatorka"), PATH)
        for user in ("clenka", None):
            assert agenda(as_user(user), PATH) == []
            page = page_of(as_user(user), PATH)
            assert "shown here when the meeting is convened" in text(page)

    def test_numbers_are_the_same_for_everybody(self, convened, as_user):
        assert agenda(as_user("koordinatorka"), PATH) == [
            "1. Check of tasks from earlier meetings",
            "2. Rozpočet",
            "2.1. Jen pro členy",
            "Skrytý",
            "3. Různé",
        ]
        assert agenda(as_user("clenka"), PATH) == [
            "1. Check of tasks from earlier meetings",
            "2. Rozpočet",
            "2.1. Jen pro členy",
            "3. Různé",
        ]
        for user in ("cizi", None):
            assert agenda(as_user(user), PATH) == [
                "1. Check of tasks from earlier meetings",
                "2. Rozpočet",
                "3. Různé",
            ]

    def test_papers_with_sizes_and_who_may_read_them(self, convened, as_user):
        [item] = page_of(as_user("clenka"), PATH).xpath(".//*[@id='rozpocet']")
        found = [text(one) for one in item.xpath(".//ul/li")]
        assert found == ["Tajná tabulka (2 kB) members only", "Přehled (1 kB)"]
        [link, _public] = item.xpath(".//ul/li/a/@href")
        assert as_user("clenka").get(link).status_code == 200
        assert as_user(None).get(link).status_code == 401
        [item] = page_of(as_user(None), PATH).xpath(".//*[@id='rozpocet']")
        assert [text(one) for one in item.xpath(".//ul/li")] == ["Přehled (1 kB)"]

    def test_presenter_and_minutes(self, convened, as_user):
        shown = text(page_of(as_user("clenka"), PATH))
        assert "Tajný Host · 20 minutes" in shown
        assert "Tajný" not in text(page_of(as_user(None), PATH))

    def test_headings_are_headings(self, convened, as_user):
        page = page_of(as_user(None), PATH)
        assert text(page.xpath(".//h2")[0]) == "Agenda"
        assert [text(one) for one in page.xpath(".//h3")] == ["Úvod"]

    @pytest.mark.parametrize(
        ("path", "accept"),
        [
            (PATH, HTML),
            (f"{PATH}/rozpocet", HTML),
            (f"{PATH}?fullobjects=1", "application/json"),
            (f"{PATH}/rozpocet?fullobjects=1", "application/json"),
            ("/@search?metadata_fields=_all&b_size=500", "application/json"),
            ("/beroun/bodies/seniori", HTML),
            ("/beroun/@@kpss-meetings", HTML),
        ],
    )
    def test_nothing_private_reaches_a_visitor(
        self, town, convened, as_user, path, accept
    ):
        answer = as_user(None).get(path, headers={"Accept": accept})
        assert answer.status_code == 200
        person = town.person("clenka").getId()
        for word in (
            "tajn",
            "jen pro členy",
            "vnitrni",
            "skryty",
            "skrytý",
            "paper-1",
            "clenka",
            person,
        ):
            assert word not in answer.text.casefold(), word

    @pytest.mark.parametrize(
        "words", ["tajn*", "tabulka", "skrytý", "členy", "paper-1", "clenka"]
    )
    def test_nothing_private_is_found(self, convened, as_user, words):
        found = as_user(None).get(f"/@search?SearchableText={words}").json()
        assert found["items_total"] == 0

    def test_the_check_of_tasks_is_live_and_inside(self, town, convened, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            before = bring(add_meeting(town["seniori"], days=-50), "enter")
            task = add_task(town.process, "Zjistit ceny", imposed_by=before.UID())
        transaction.commit()
        page = page_of(as_user("clenka"), PATH)
        [check] = page.xpath(".//details[contains(@class, 'kpss-check')]")
        assert "1 unfinished task" in text(check) and "Zjistit ceny" in text(check)
        assert "Zjistit ceny" not in text(page_of(as_user(None), PATH))
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(task, "cancel")
        transaction.commit()
        page = page_of(as_user("clenka"), PATH)
        assert not page.xpath(".//details[contains(@class, 'kpss-check')]")


class TestRecordingPage:
    page = f"{PATH}/@@kpss-agenda"

    def test_only_for_who_records(self, meeting, as_user):
        for user, status in (
            ("koordinatorka", 200),
            ("vedouci", 200),
            ("clenka", 401),
            (None, 401),
        ):
            rest = as_user(user)
            answer = rest.get(
                self.page, headers={"Accept": HTML}, allow_redirects=False
            )
            assert answer.status_code in (status, 302 if status == 401 else status)

    def test_an_item_is_added_quickly(self, meeting, as_user):
        answer = send(
            as_user("koordinatorka"),
            self.page,
            save="1",
            title="Nový bod",
            kind="item",
            presenter="Paní Nová",
            minutes="15",
            publicity="internal",
            subject="",
        )
        assert answer.headers["Location"].endswith("@@kpss-agenda#kpss-new-item")
        transaction.begin()
        made = items_of(meeting)[-1]
        assert (made.title, made.presenter, made.minutes, made.publicity) == (
            "Nový bod",
            "Paní Nová",
            15,
            "internal",
        )

    def test_an_item_is_added_with_its_proposed_resolution(self, meeting, as_user):
        rest = as_user("koordinatorka")
        [texts] = page_of(rest, self.page).xpath(".//details[@id='kpss-new-texts']")
        assert texts.get("open") is None
        send(
            rest,
            self.page,
            save="1",
            title="S návrhem",
            kind="item",
            publicity="public",
            subject="",
            text="O co jde",
            proposal="Skupina schvaluje.",
        )
        transaction.begin()
        made = items_of(meeting)[-1]
        assert (made.text, made.proposal) == ("O co jde", "Skupina schvaluje.")
        sent = {"save": "1", "title": "", "text": "Rozepsaný"}
        again = html.fromstring(send(rest, self.page, **sent).text)
        assert again.get_element_by_id("kpss-new-texts").get("open")
        assert again.get_element_by_id("text").text.strip() == "Rozepsaný"

    def test_from_an_item_back_to_the_agenda_its_papers_and_editing(
        self, meeting, as_user
    ):
        path = f"{PATH}/rozpocet"
        links = page_of(as_user("koordinatorka"), path).xpath(".//ul//a/@href")
        url = meeting.absolute_url()
        for wanted in (
            f"{url}/@@kpss-agenda#rozpocet",
            f"{url}/rozpocet/edit",
            f"{url}/rozpocet/@@kpss-papers",
        ):
            assert wanted in links
        assert "@@kpss-agenda" not in as_user("clenka", HTML).get(path).text

    def test_lengths_and_times_stand_beside_the_items(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            made = add_meeting(town["seniori"], days=11, simple=True, hour=14)
            for title, minutes in (("První", 10), ("Druhý", None), ("Třetí", 5)):
                add_item(made, title, minutes=minutes, presenter="Host")
        transaction.commit()
        path = f"/beroun/bodies/seniori/{made.getId()}/@@kpss-agenda"
        page = page_of(as_user("koordinatorka"), path)
        facts = [text(one) for one in page.xpath(".//ol/li//div/small")]
        assert facts == [
            "14:00 · Host · 10 minutes",
            "14:10 · Host",
            "Host · 5 minutes",
        ]
        assert "it is not known how long Druhý takes" in text(page)

    def test_who_prepares_an_empty_agenda_is_told_so(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            made = add_meeting(town["seniori"], days=12, simple=True)
        transaction.commit()
        path = f"/beroun/bodies/seniori/{made.getId()}"
        said = text(page_of(as_user("koordinatorka"), path))
        assert "There is nothing on the agenda yet." in said
        assert "shown here when" not in said

    def test_errors_keep_what_was_typed(self, meeting, as_user):
        transaction.begin()
        before = len(items_of(meeting))
        answer = send(
            as_user("koordinatorka"),
            self.page,
            save="1",
            title="",
            presenter="Zůstane",
            minutes="moc",
            kind="nic",
            publicity="public",
            subject="neni",
        )
        said = errors(answer)
        for word in ("Fill in the title.", "whole number", "one of the possibilities"):
            assert word in said
        assert 'value="Zůstane"' in answer.text
        transaction.begin()
        assert len(items_of(meeting)) == before

    def test_buttons_move_hide_and_remove(self, meeting, as_user):
        rest = as_user("koordinatorka")
        answer = send(rest, self.page, move="up ruzne")
        assert answer.headers["Location"].endswith("#ruzne")
        send(rest, self.page, move="up ruzne")
        transaction.begin()
        assert numbers(places_of(meeting))["ruzne"] == "2"
        send(rest, self.page, move="indent ruzne")
        transaction.begin()
        send(rest, self.page, change="hidden rozpocet")
        transaction.begin()
        assert meeting["rozpocet"].publicity == "hidden"
        send(rest, self.page, change="public rozpocet")
        send(rest, self.page, change="late ruzne")
        transaction.begin()
        assert meeting["ruzne"].late
        send(rest, self.page, remove="remove skryty")
        transaction.begin()
        assert "skryty" not in meeting

    def test_an_item_is_put_elsewhere_at_once(self, meeting, as_user):
        """As the script sends it that lets items be dragged."""
        rest, path = as_user("vedouci"), f"{PATH}/@@kpss-agenda"

        def order():
            transaction.begin()
            return [one.getId() for one in items_of(meeting)]

        before = order()
        [last, other] = [before[-1], before[1]]
        answer = send(rest, path, place=f"{last} before {other}")
        assert answer.status_code == 302, errors(answer)
        assert answer.headers["Location"].endswith(f"#{last}")
        assert order() == [before[0], last, *before[1:-1]]
        send(rest, path, place=f"{last} after {before[-2]}")
        assert order() == before
        for sent, said in (
            (f"{last} after {before[-2]}", "cannot go that way"),
            (f"{last} before gone", "not on the agenda any more"),
            (f"gone before {last}", "not on the agenda any more"),
            (f"{last} beside {other}", "not on the agenda any more"),
        ):
            assert said in errors(send(rest, path, place=sent))
        assert order() == before

    def test_what_cannot_be_done_is_said(self, meeting, as_user):
        rest = as_user("koordinatorka")
        first = items_of(meeting)[0].getId()
        assert "cannot go that way" in errors(send(rest, self.page, move=f"up {first}"))
        for values in (
            {"move": "up neni"},
            {"move": "sideways ruzne"},
            {"change": "nonsense ruzne"},
            {"remove": "remove"},
        ):
            assert "not on the agenda any more" in errors(
                send(rest, self.page, **values)
            )

    def test_an_item_deals_with_a_task_of_the_body(self, town, meeting, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            task = add_task(town.process, "Tajný úkol", body="seniori")
        transaction.commit()
        rest = as_user("koordinatorka")
        page = rest.get(self.page, headers={"Accept": HTML}).text
        assert f'value="{task.UID()}"' in page
        send(
            rest,
            self.page,
            save="1",
            title="",
            kind="item",
            publicity="public",
            subject=task.UID(),
        )
        transaction.begin()
        made = items_of(meeting)[-1]
        # What is not public names no public item by itself
        assert (made.title, made.publicity) == ("Tajný úkol", "internal")
        assert made.subject_uid == task.UID()

    def test_saving_no_paper_is_no_success(self, meeting, as_user):
        answer = send(as_user("koordinatorka"), f"{PATH}/ruzne/@@kpss-papers", save="1")
        assert "Nothing would change: choose a file." in errors(answer)

    def test_papers_several_at_once(self, meeting, as_user):
        rest = as_user("koordinatorka")
        path = f"{PATH}/ruzne/@@kpss-papers"
        files = [
            ("papers", ("První.pdf", b"1", "application/pdf")),
            ("papers", ("Druhá.pdf", b"22", "application/pdf")),
        ]
        answer = send(rest, path, files=files, save="1", new_public="1")
        assert answer.status_code == 302, errors(answer)
        transaction.begin()
        item = meeting["ruzne"]
        assert [one.title for one in item.objectValues()] == ["První", "Druhá"]
        assert item.public_papers == ["paper-1", "paper-2"]
        send(
            rest, path, save="1", **{"public:list": "paper-2", "remove:list": "paper-1"}
        )
        transaction.begin()
        assert meeting["ruzne"].objectIds() == ["paper-2"]
        assert meeting["ruzne"].public_papers == ["paper-2"]

    def test_a_paper_too_large_is_refused(self, meeting, as_user):
        transaction.begin()
        api.portal.set_registry_record(papers.RECORD, 1)
        transaction.commit()
        rest = as_user("koordinatorka")
        files = [
            ("papers", ("mala.pdf", b"1", "application/pdf")),
            ("papers", ("velka.pdf", b"x" * 1_100_000, "application/pdf")),
        ]
        answer = send(rest, f"{PATH}/rozpocet/@@kpss-papers", files=files, save="1")
        assert "velka.pdf: The file has 1.1 MB" in errors(answer)
        answer = rest.post(
            f"{PATH}/rozpocet",
            json={
                "@type": "File",
                "title": "Velká",
                "file": {
                    "data": "x" * 1_100_000,
                    "encoding": "utf-8",
                    "filename": "velka.pdf",
                    "content-type": "application/pdf",
                },
            },
        )
        assert answer.status_code == 400
        transaction.begin()
        assert len(meeting["rozpocet"].objectIds()) == 2
        api.portal.set_registry_record(papers.RECORD, 50)
        transaction.commit()

    def test_a_long_agenda_has_pages_and_moves_go_over_their_edges(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            large = add_meeting(town["rodiny"], days=3, id="velke", simple=True)
            for number in range(125):
                add_item(large, f"Bod {number}", id=f"bod-{number}")
        transaction.commit()
        rest = as_user("koordinatorka")
        path = "/beroun/bodies/rodiny/velke"
        page = page_of(rest, f"{path}/@@kpss-agenda")
        assert len(page.xpath(".//ol[contains(@class, 'kpss-agenda')]/li")) == 100
        page = page_of(rest, f"{path}/@@kpss-agenda?b_start=100")
        assert len(page.xpath(".//ol[contains(@class, 'kpss-agenda')]/li")) == 25
        answer = send(rest, f"{path}/@@kpss-agenda", move="up bod-100")
        assert answer.headers["Location"].endswith("@@kpss-agenda#bod-100")
        answer = send(rest, f"{path}/@@kpss-agenda", move="down bod-100")
        assert answer.headers["Location"].endswith("?b_start=100#bod-100")
        assert len(agenda(rest, path)) == 125


class TestProposals:
    page = f"{PATH}/@@kpss-propose-item"

    @pytest.fixture(scope="class")
    def ahead(self, town, meeting):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            rules = next(iter(rules_of(town["seniori"])))
            rules.proposals_days = 3
        transaction.commit()

    def test_a_member_proposes_and_sees_what_became_of_it(
        self, ahead, meeting, as_user
    ):
        member = as_user("clenka")
        assert "Propose an item until" in text(page_of(member, PATH))
        answer = send(
            member,
            self.page,
            save="1",
            title="Návrh členky",
            text="Proč",
            files=[("paper", ("Příloha.pdf", b"1", "application/pdf"))],
        )
        assert answer.status_code == 302, errors(answer)
        page = text(page_of(member, PATH))
        assert "Návrh členky waits to be considered" in page
        transaction.begin()
        item = items_of(meeting)[-1]
        assert item.objectIds() == ["paper-1"]
        assert item.getId() not in agenda(member, PATH)
        for user in ("vedouci", "koordinatorka"):
            page = text(page_of(as_user(user), PATH))
            assert "Proposals to be considered: 1" in page
        for user in ("cizi", None):
            assert "Návrh členky" not in text(page_of(as_user(user), PATH))
            answer = as_user(user).get(f"{PATH}/{item.getId()}")
            assert answer.status_code in (401, 403)
        # Not another member either, and nobody but by the page
        assert member.get(f"{PATH}/{item.getId()}").status_code in (401, 403)

    def test_refused_with_a_reason_then_accepted(self, ahead, meeting, as_user):
        transaction.begin()
        item = items_of(meeting)[-1]
        path = f"{PATH}/{item.getId()}/@@kpss-judge-proposal"
        rest = as_user("koordinatorka")
        shown = text(page_of(rest, path))
        assert "Put forward by: Jana Clenka" in shown and "Proč" in shown
        assert "Say why" in errors(send(rest, path, save="1", what="refuse"))
        send(rest, path, save="1", what="refuse", reason="Patří jinam")
        page = text(page_of(as_user("clenka"), PATH))
        assert "Návrh členky not put on the agenda: Patří jinam" in page
        send(rest, path, save="1", what="accept", reason="")
        page = text(page_of(as_user("clenka"), PATH))
        assert "Návrh členky on the agenda" in page
        transaction.begin()
        assert items_of(meeting)[-1].getId() == item.getId()
        assert numbers(places_of(meeting))[item.getId()] == "4"
        assert "already" in errors_of_refusal(rest, path)

    def test_after_the_deadline_it_is_refused_with_a_sentence(
        self, ahead, town, as_user
    ):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            soon = add_meeting(town["seniori"], days=2, id="brzy")
        transaction.commit()
        path = "/beroun/bodies/seniori/brzy"
        assert "Propose an item" not in text(page_of(as_user("clenka"), path))
        said = errors_of_refusal(as_user("clenka"), f"{path}/@@kpss-propose-item")
        last = day_of(soon) - timedelta(days=3)
        assert f"until {last.day}/{last.month}/{last.year}" in said
        before = len(items_of(soon))
        send_anyway(as_user("clenka"), f"{path}/@@kpss-propose-item")
        transaction.begin()
        assert len(items_of(soon)) == before

    def test_only_members_propose(self, ahead, meeting, as_user):
        for user in ("cizi", None):
            answer = as_user(user).get(
                self.page, headers={"Accept": HTML}, allow_redirects=False
            )
            assert answer.status_code in (302, 401)


def errors_of_refusal(rest, path) -> str:
    [alert] = page_of(rest, path).xpath(".//*[@role='alert']")
    return text(alert)


def send_anyway(rest, path) -> None:
    page = rest.get(f"{PATH}/@@kpss-propose-item", headers={"Accept": HTML})
    token = html.fromstring(page.text).xpath("//input[@name='_authenticator']/@value")
    rest.post(path, data={"_authenticator": token, "title": "Pozdě", "save": "1"})
