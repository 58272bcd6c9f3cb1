"""Planning meetings: one quickly, several at once, a copy; lists of them (BER-20, BER-57)."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.planning import LAST
from kpss.addon.meetings.rules.planning import weekday_of_month
from kpss.addon.meetings.rules.planning import Weekly
from kpss.addon.meetings.times import at
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from lxml import html
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.test_agenda_pages import errors
from tests.plone.meetings.test_agenda_pages import HTML
from tests.plone.meetings.test_agenda_pages import page_of
from tests.plone.meetings.test_agenda_pages import send
from tests.plone.meetings.test_agenda_pages import text
import pytest
import transaction


BODY = "/beroun/bodies/seniori"
#: Always ahead: a year in which the holidays are known.
NEXT = date.today().year + 1
#: The last Sunday of March, when the clocks are put forward.
CHANGE = weekday_of_month(date(NEXT, 3, 1), Weekly(LAST, 6)).isoformat()


def fresh(body) -> list:
    transaction.begin()
    return [one._unrestrictedGetObject() for one in meetings_of(body)]


class TestOneMeeting:
    page = f"{BODY}/@@kpss-add-meeting"

    def test_what_the_last_one_had_is_suggested(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            body = town["seniori"]
            start = now().replace(hour=16, minute=30)
            last = add_meeting(
                body,
                start=start - timedelta(days=10),
                end=start - timedelta(days=10) + timedelta(minutes=90),
                place="Klub seniorů",
            )
            bring(last, "enter")
            add_item(last, "Různé", kind="item")
        transaction.commit()
        rest = as_user("koordinatorka")
        form = page_of(rest, self.page)
        values = {one.name: one.value for one in form.xpath(".//input[@name]")}
        assert (values["time"], values["minutes"]) == ("16:30", "90")
        assert values["place"] == "Klub seniorů"
        assert date.fromisoformat(values["day"]) > now().date() + timedelta(days=70)
        [agenda] = form.xpath(".//select[@name='agenda']")
        answer = send(
            rest,
            self.page,
            save="1",
            **{name: values[name] for name in ("day", "time", "minutes", "place")},
            agenda=agenda.value,
            kind="regular",
        )
        assert answer.status_code == 302, errors(answer)
        made = fresh(town["seniori"])[-1]
        assert made.absolute_url() == answer.headers["Location"]
        assert [one.title for one in items_of(made)] == [
            "Check of tasks from earlier meetings",
            "Různé",
        ]
        assert local(made.end) - local(made.start) == timedelta(minutes=90)

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            ({"day": "", "time": "16"}, "Give the day"),
            ({"day": "31. 2. 2027", "time": "16:00"}, "This is not a day"),
            ({"day": f"{NEXT}-03-03", "time": "25:00"}, "This is not a time"),
            ({"day": f"{NEXT}-03-03", "time": "16", "minutes": "x"}, "from 5 to 1440"),
            ({"day": "2020-03-03", "time": "16"}, "This time is over already"),
            ({"day": CHANGE, "time": "2:30"}, "the clocks are put forward"),
            ({"day": f"{NEXT}-03-03", "time": "16", "kind": "x"}, "possibilities"),
            ({"day": f"{NEXT}-03-03", "time": "16", "agenda": "x"}, "possibilities"),
            ({"day": f"{NEXT}-03-03", "time": "16", "place": "x" * 300}, "250"),
        ],
    )
    def test_bad_input_is_said_and_nothing_is_made(self, town, as_user, values, said):
        before = len(fresh(town["seniori"]))
        sent = {"kind": "regular", "agenda": "", **values}
        answer = send(as_user("koordinatorka"), self.page, save="1", **sent)
        assert said in errors(answer)
        assert len(fresh(town["seniori"])) == before

    def test_a_group_that_only_talks_writes_down_what_was_before(self, town, as_user):
        sent = {"day": "2020-03-03", "time": "16", "kind": "regular", "agenda": ""}
        rest = as_user("koordinatorka")
        answer = send(rest, self.page, save="1", simple="1", **sent)
        assert answer.status_code == 302, errors(answer)

    def test_what_is_in_the_way_is_said_afterwards(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            # The leader of the group sits in the steering group too
            other = add_meeting(
                town["ks"], start=at_day(f"{NEXT}-05-08"), place="Velký sál"
            )
        transaction.commit()
        rest = as_user("koordinatorka")
        answer = send(
            rest,
            self.page,
            save="1",
            day=f"{NEXT}-05-08",
            time="15:30",
            minutes="60",
            place="velký  sál",
            kind="regular",
            agenda="",
        )
        page = rest.get(answer.headers["Location"], headers={"Accept": HTML}).text
        assert "It is a public holiday." in page
        assert "The place is taken at that time: Koordinační skupina" in page
        assert "To be at both: Jana Vedouci (Koordinační skupina" in page
        assert other.title in page

    def test_copy_to_another_day(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            source = add_meeting(town["rodiny"], id="vzor", publicity="public")
            add_item(source, "Rozpočet", minutes=20).outcome = "agreed"
        transaction.commit()
        path = "/beroun/bodies/rodiny/vzor/@@kpss-clone"
        answer = send(
            as_user("koordinatorka"),
            path,
            save="1",
            day=f"{NEXT}-09-10",
            time="10.00",
            minutes="",
            place="Jinde",
        )
        assert answer.status_code == 302, errors(answer)
        made = fresh(town["rodiny"])[-1]
        assert (day_of(made), made.place) == (date(NEXT, 9, 10), "Jinde")
        assert made.publicity == "public"
        items = items_of(made)
        assert [one.title for one in items][1:] == ["Rozpočet"]
        assert (items[1].minutes, items[1].outcome) == (20, None)

    @pytest.mark.parametrize("path", [page, f"{BODY}/@@kpss-plan-meetings"])
    def test_only_for_who_plans_meetings(self, town, as_user, path):
        for user, may in (
            ("koordinatorka", True),
            ("vedouci", True),
            ("clenka", False),
            (None, False),
        ):
            answer = as_user(user).get(
                path, headers={"Accept": HTML}, allow_redirects=False
            )
            assert (answer.status_code == 200) == may, user


def at_day(text: str) -> datetime:
    return at(datetime.fromisoformat(f"{text}T15:00"))


class TestSeveralAtOnce:
    page = f"{BODY}/@@kpss-plan-meetings"
    asked = {
        "first": f"{NEXT}-01-01",
        "last": f"{NEXT}-12-31",
        "months": "3",
        "pattern": "1",
        "weekday": "3",
        "time": "16:00",
        "minutes": "120",
        "place": "Radnice",
    }

    def rows(self, answer) -> list[dict]:
        assert answer.status_code == 200
        page = html.fromstring(answer.text)
        return [
            {
                "fields": {
                    one.get("name"): one.get("value") for one in row.xpath(".//input")
                },
                "marks": [text(one) for one in row.xpath("./td[last()]//li")],
            }
            for row in page.xpath("//tbody/tr")
        ]

    def sent(self, rows) -> dict:
        fields = {name: value for row in rows for name, value in row["fields"].items()}
        return {**self.asked, **fields, "rows": str(len(rows)), "plan": "1"}

    def test_a_year_is_suggested_changed_and_planned(self, town, as_user):
        rest = as_user("koordinatorka")
        before = len(fresh(town["seniori"]))
        rows = self.rows(send(rest, self.page, suggest="1", **self.asked))
        assert 4 <= len(rows) <= 5
        values = self.sent(rows)
        # One is left out, one is put elsewhere
        values.pop("row-0-used")
        values["row-1-time"] = "9:00"
        values["row-1-place"] = "Klub"
        answer = send(rest, self.page, **values)
        assert answer.status_code == 302, errors(answer)
        made = fresh(town["seniori"])
        assert len(made) == before + len(rows) - 1
        # To the year in which they are
        assert answer.headers["Location"].endswith(f"@@kpss-meetings?year={NEXT}")
        [changed] = [one for one in made if one.place == "Klub"]
        assert local(changed.start).strftime("%H:%M") == "09:00"
        assert local(changed.end) - local(changed.start) == timedelta(hours=2)
        page = text(page_of(rest, f"{BODY}/@@kpss-meetings?year={NEXT}"))
        assert f"{len(rows) - 1} meetings" in page

    def test_holidays_and_collisions_stand_in_the_table(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            add_meeting(town["ks"], start=at_day(f"{NEXT}-10-27"))
        transaction.commit()
        asked = {
            **self.asked,
            "first": f"{NEXT}-10-27",
            "months": "60",
            "pattern": "same_day",
            "time": "15:30",
        }
        rest = as_user("koordinatorka")
        found = self.rows(send(rest, self.page, suggest="1", **asked))
        [row] = found
        assert any("To be at both: Jana Vedouci" in mark for mark in row["marks"])
        asked["first"] = f"{NEXT}-07-05"
        [row] = self.rows(send(rest, self.page, suggest="1", **asked))
        assert f"Moved from 5/7/{NEXT}, which is a public holiday." in row["marks"]

    def test_holidays_of_every_year_of_a_long_series(self, town, as_user):
        asked = {
            **self.asked,
            "first": f"{NEXT}-11-17",
            "last": f"{NEXT + 9}-12-31",
            "months": "12",
            "pattern": "same_day",
        }
        rest = as_user("koordinatorka")
        rows = self.rows(send(rest, self.page, suggest="1", **asked))
        assert len(rows) == 10
        for row in rows:
            assert any("public holiday" in mark for mark in row["marks"]), row

    def test_what_was_changed_by_hand_is_judged_before_it_is_planned(
        self, town, as_user
    ):
        rest = as_user("koordinatorka")
        asked = {**self.asked, "first": f"{NEXT}-11-03", "months": "60"}
        rows = self.rows(send(rest, self.page, suggest="1", **asked))
        before = len(fresh(town["seniori"]))
        values = {**self.sent(rows), "row-0-day": f"{NEXT}-11-17"}
        answer = send(rest, self.page, **values)
        assert "Something stands against days that you changed" in errors(answer)
        assert len(fresh(town["seniori"])) == before
        [row] = self.rows(answer)
        assert "It is a public holiday." in row["marks"]
        answer = send(rest, self.page, **self.sent([row]))
        assert answer.status_code == 302
        assert len(fresh(town["seniori"])) == before + 1

    def test_one_bad_line_and_nothing_is_planned(self, town, as_user):
        rest = as_user("koordinatorka")
        rows = self.rows(send(rest, self.page, suggest="1", **self.asked))
        before = len(fresh(town["seniori"]))
        for field, value, said in (
            ("row-1-day", "", "Give a day."),
            ("row-1-day", "2020-01-02", "This time has passed."),
            ("row-1-time", "pozdě", "This is not a time"),
        ):
            answer = send(rest, self.page, **{**self.sent(rows), field: value})
            assert f"Meeting 2: {said}" in errors(answer)
        values = self.sent(rows)
        unused = {name: value for name, value in values.items() if "-used" not in name}
        assert "at least one day" in errors(send(rest, self.page, **unused))
        assert len(fresh(town["seniori"])) == before

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            ({"first": ""}, "Give a day."),
            ({"last": f"{NEXT - 1}-12-31"}, "before the first one"),
            ({"months": "0"}, "from 1 to 60"),
            ({"months": "dvě"}, "from 1 to 60"),
            ({"pattern": "9"}, "possibilities"),
            ({"weekday": "6"}, "possibilities"),
            ({"time": ""}, "This is not a time"),
            (
                {"first": f"{NEXT}-12-26", "last": f"{NEXT}-12-26", "pattern": "1"},
                "No meeting falls",
            ),
        ],
    )
    def test_bad_questions_are_said(self, town, as_user, values, said):
        answer = send(
            as_user("koordinatorka"), self.page, suggest="1", **{**self.asked, **values}
        )
        assert said in errors(answer)


class TestLists:
    @pytest.fixture(scope="class")
    def meetings(self, town):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            public = add_meeting(town["seniori"], days=5, title="Veřejné jednání")
            bring(public, "convene")
            add_meeting(town["rodiny"], days=6, title="Uzavřené jednání")
            past = add_meeting(town["seniori"], days=-3, title="Minulé jednání")
            bring(past, "enter")
            bring(add_meeting(town["seniori"], days=7, title="Zrušené"), "cancel")
        transaction.commit()

    def test_on_the_page_of_the_body(self, meetings, as_user):
        page = page_of(as_user("koordinatorka"), BODY)
        [part] = page.xpath(".//section[@aria-labelledby='kpss-meetings-part']")
        said = text(part)
        assert said.index("Veřejné jednání") < said.index("Minulé jednání")
        assert "Plan a meeting" in said and "Plan several meetings" in said
        assert "Zrušené" not in said
        page = page_of(as_user(None), BODY)
        [part] = page.xpath(".//section[@aria-labelledby='kpss-meetings-part']")
        assert "Plan" not in text(part)

    def test_nothing_is_planned_for_a_body_that_has_ended(self, town, as_user):
        rest, path = as_user("koordinatorka"), "/beroun/bodies/rodiny/@@kpss-meetings"
        assert "Plan a meeting" in text(page_of(rest, path))
        transaction.begin()
        town["rodiny"].valid_to = date.today() - timedelta(days=1)
        transaction.commit()
        assert "Plan a meeting" not in text(page_of(rest, path))

    def test_on_the_home_page(self, meetings, as_user):
        for user, sees in (("koordinatorka", True), (None, False)):
            page = page_of(as_user(user), "/beroun")
            [part] = page.xpath(".//section[@aria-labelledby='kpss-meetings-part']")
            assert "Veřejné jednání" in text(part)
            assert ("Uzavřené jednání" in text(part)) == sees
            assert "Minulé jednání" not in text(part)

    def test_all_meetings_of_a_year(self, meetings, as_user):
        for path, more in ((BODY, False), ("/beroun", True)):
            found = text(page_of(as_user("koordinatorka"), f"{path}/@@kpss-meetings"))
            assert "Veřejné jednání" in found and "convened" in found
            assert ("Uzavřené jednání" in found) == more
        found = text(page_of(as_user(None), "/beroun/@@kpss-meetings"))
        assert "Veřejné jednání" in found and "Uzavřené" not in found
        for query in ("year=1999", "year=x", "year:list=1", "b_start=x"):
            assert (
                page_of(as_user(None), f"/beroun/@@kpss-meetings?{query}") is not None
            )


class TestWhoPlans:
    """Bodies of the town are prepared by the office (decision 30, PRA-17)."""

    def test_who_could_not_prepare_a_meeting_plans_none(self, town, as_user):
        rest = as_user("koordinatorka")
        said = (
            "Who prepares the agenda and convenes meetings of this body: "
            "Garant, Referentka, Tajemnice."
        )
        page = page_of(rest, "/beroun/bodies/rada")
        assert said in text(page)
        assert not page.xpath(".//a[contains(@href, '@@kpss-add-meeting')]")
        assert not page.xpath(".//a[contains(@href, '@@kpss-ask-dates')]")
        for name in ("kpss-add-meeting", "kpss-plan-meetings", "kpss-ask-dates"):
            page = page_of(rest, f"/beroun/bodies/rada/@@{name}")
            assert said in text(page)
            assert not page.xpath(".//form[contains(@class, 'kpss-recording-form')]")

    def test_over_rest_neither(self, town, as_user):
        start = (now() + timedelta(days=50)).isoformat()
        answer = as_user("koordinatorka").post(
            "/beroun/bodies/rada",
            json={"@type": "kpss.Meeting", "start": start},
            headers={"Accept": "application/json"},
        )
        assert answer.status_code == 400, answer.text
        assert "Garant, Referentka, Tajemnice" in answer.json()["message"]
        assert fresh(town["rada"]) == []

    def test_whose_meeting_others_prepare_is_told_who(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            made = add_meeting(town["rada"], id="jednani-rady")
        transaction.commit()
        path = f"/beroun/bodies/rada/{made.getId()}"
        assert "Who prepares the agenda" in text(
            page_of(as_user("koordinatorka"), path)
        )
        assert "Who prepares the agenda" not in text(
            page_of(as_user("referentka"), path)
        )

    def test_a_body_without_meetings_offers_all_ways(self, town, as_user):
        page = page_of(as_user("referentka"), "/beroun/bodies/komise")
        [part] = page.xpath(".//section[@aria-labelledby='kpss-meetings-part']")
        names = [one.rpartition("/")[2] for one in part.xpath(".//li/a/@href")]
        assert names == [
            "@@kpss-add-meeting",
            "@@kpss-plan-meetings",
            "@@kpss-add-per-rollam",
            "@@kpss-ask-dates",
            "@@kpss-enter-meeting",
            "@@kpss-meetings",
        ]
        assert "Who prepares" not in text(page)

    def test_what_comes_next_stands_at_the_top_of_a_body(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            made = add_meeting(town["rodiny"], days=5)
        transaction.commit()
        page = html.fromstring(as_user("cizi", HTML).get("/beroun/bodies/rodiny").text)
        [above] = page.xpath("//*[@id='viewlet-above-content-body']")
        assert text(above).startswith(f"Next meeting: {made.title}")
        assert "#kpss-meetings-part" in above.xpath(".//a/@href")


class TestOverRest:
    def test_the_office_plans_for_the_bodies_that_it_records(self, town, as_user):
        rest = as_user("referentka")
        sent = {"@type": "kpss.Meeting", "start": f"{NEXT}-06-02T16:00"}
        answer = rest.post("/beroun/bodies/rada", json=sent)
        assert answer.status_code == 201, answer.text
        assert answer.json()["start"].startswith(f"{NEXT}-06-02T")
        item = {"@type": "kpss.AgendaItem", "title": "Plán"}
        answer = rest.post(answer.json()["@id"], json=item)
        assert answer.status_code == 201, answer.text
        # Whoever plans meetings is no editor of the town's pages
        page = {"@type": "Document", "title": "Stránka"}
        assert rest.post("/beroun/bodies/rada", json=page).status_code in (401, 403)
        answer = as_user("clenka").post("/beroun/bodies/rada", json=sent)
        assert answer.status_code in (401, 403)
