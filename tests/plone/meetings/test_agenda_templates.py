"""Named templates of agendas: kept from a meeting, used in another, removed; over REST."""

from kpss.addon.meetings.agenda.templates import templates_of
from kpss.addon.meetings.progress import items_of
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.test_agenda_pages import errors
from tests.plone.meetings.test_agenda_pages import page_of
from tests.plone.meetings.test_agenda_pages import send
from tests.plone.meetings.test_agenda_pages import text
import pytest
import transaction


BODY = "/beroun/bodies/seniori"
ROWS = [
    {"title": "Úvod", "kind": "heading", "level": 1, "publicity": "public"},
    {"title": "Rozpočet", "kind": "item", "minutes": 20, "publicity": "internal"},
]


def fresh(body) -> dict:
    transaction.begin()
    return templates_of(body)


@pytest.fixture(scope="class")
def meeting(town):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        made = add_meeting(town["seniori"], days=10, id="jednani")
        add_item(made, "Úvod", kind="heading")
        add_item(made, "Rozpočet", presenter="Tajný Host", minutes=20)
        add_item(made, "Příloha", level=2, publicity="internal")
        late = add_item(made, "Dodatečný")
        late.late = True
    transaction.commit()
    return made


class TestTemplates:
    page = f"{BODY}/jednani/@@kpss-agenda"

    def test_an_agenda_is_kept_without_names_and_late_items(
        self, town, meeting, as_user
    ):
        rest = as_user("koordinatorka")
        answer = send(rest, self.page, keep_template="1", template_name=" ")
        assert "Give the template a name." in errors(answer)
        answer = send(rest, self.page, keep_template="1", template_name="Běžné jednání")
        assert answer.status_code == 302, errors(answer)
        [(name, rows)] = fresh(town["seniori"]).items()
        assert name == "Běžné jednání"
        assert [row["title"] for row in rows[1:]] == ["Úvod", "Rozpočet", "Příloha"]
        assert rows[2]["minutes"] == 20
        assert (rows[3]["level"], rows[3]["publicity"]) == (2, "internal")
        assert "Host" not in str(rows)
        # The key Enter in the name is enough, and the same name is replaced
        send(rest, self.page, save="1", template_name="Běžné jednání")
        assert list(fresh(town["seniori"])) == ["Běžné jednání"]

    def test_a_new_meeting_begins_with_it(self, town, meeting, as_user):
        rest, path = as_user("koordinatorka"), f"{BODY}/@@kpss-add-meeting"
        [select] = page_of(rest, path).xpath(".//select[@name='agenda']")
        assert "template:Běžné jednání" in select.value_options
        answer = send(
            rest,
            path,
            save="1",
            day=f"{meeting.start.year + 1}-03-03",
            time="16:00",
            kind="regular",
            agenda="template:Běžné jednání",
        )
        assert answer.status_code == 302, errors(answer)
        transaction.begin()
        made = town["seniori"][answer.headers["Location"].rpartition("/")[2]]
        titles = [item.title for item in items_of(made)]
        # The standing item came by itself, and only once
        assert titles == [
            "Check of tasks from earlier meetings",
            "Úvod",
            "Rozpočet",
            "Příloha",
        ]

    def test_an_agenda_takes_its_items(self, town, meeting, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            add_meeting(town["seniori"], days=30, id="dalsi", simple=True)
        transaction.commit()
        path = f"{BODY}/dalsi/@@kpss-agenda"
        answer = send(as_user("vedouci"), path, use_template="1", template="jiná")
        assert "Choose one of the possibilities." in errors(answer)
        answer = send(
            as_user("vedouci"), path, use_template="1", template="Běžné jednání"
        )
        assert answer.status_code == 302, errors(answer)
        transaction.begin()
        titles = [item.title for item in items_of(town["seniori"]["dalsi"])]
        assert titles[1:] == ["Úvod", "Rozpočet", "Příloha"]

    def test_a_template_is_removed(self, town, meeting, as_user):
        rest, path = as_user("koordinatorka"), f"{BODY}/@@kpss-agenda-templates"
        assert "Běžné jednání: Check of tasks" in text(page_of(rest, path))
        assert "Choose at least one." in errors(send(rest, path, save="1"))
        answer = send(rest, path, save="1", **{"remove:list": "Běžné jednání"})
        assert answer.status_code == 302, errors(answer)
        assert fresh(town["seniori"]) == {}
        assert "There is no template yet" in text(page_of(rest, path))


class TestOverRest:
    @pytest.mark.parametrize("user", [None, "cizi", "clenka"])
    def test_it_is_for_those_who_prepare_meetings(self, town, as_user, user):
        transaction.begin()
        town["seniori"].agenda_templates = [{"title": "Tajná šablona", "items": ROWS}]
        transaction.commit()
        answer = as_user(user).get(BODY)
        assert answer.status_code == 200
        assert "Tajná šablona" not in answer.text
        page = as_user(user).get(
            f"{BODY}/@@kpss-agenda-templates",
            headers={"Accept": "text/html"},
            allow_redirects=False,
        )
        assert page.status_code in (302, 401)

    def test_read_and_written_as_a_field(self, town, as_user):
        rest = as_user("koordinatorka")
        sent = [{"title": "Z programu", "items": ROWS}]
        answer = rest.patch(BODY, json={"agenda_templates": sent})
        assert answer.status_code == 204, answer.text
        assert rest.get(BODY).json()["agenda_templates"] == sent

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ("x", "Send a list"),
            ([{"title": "A"}], "Template 1 needs a title"),
            ([{"title": "", "items": []}], "Template 1 needs a title"),
            ([{"title": "A", "items": []}] * 2, "the same name"),
            ([{"title": "A", "items": [{}]}], "item 1: title"),
            ([{"title": "A", "items": [{"title": "B", "kind": "x"}]}], "item 1: kind"),
            ([{"title": "A", "items": [{"title": "B", "level": 3}]}], "item 1: level"),
            (
                [{"title": "A", "items": [{"title": "B", "notes": "x"}]}],
                "item 1: title",
            ),
            ([{"title": str(n), "items": []} for n in range(31)], "at most 30"),
        ],
    )
    def test_what_is_wrong_is_said(self, town, as_user, wrong, said):
        answer = as_user("koordinatorka").patch(BODY, json={"agenda_templates": wrong})
        assert answer.status_code == 400
        [error] = answer.json()["errors"]
        assert said in error["message"]
