"""The extract of a resolution: wording, numbers of the vote, nobody's name."""

from datetime import date
from docx import Document
from kpss.addon.meetings.records import votes_of
from plone import api
from plone.dexterity.utils import createContentInContainer
from pypdf import PdfReader
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import at
from tests.plone.meetings.test_papers import bring_convened
from tests.plone.meetings.test_papers import get
from tests.plone.meetings.test_papers import pdf_text
from tests.plone.meetings.test_papers import whole
import io
import pytest
import transaction


DAY = date(2026, 3, 2)
VOTE = {
    "question": "Jak hlasovala paní Skrytová?",
    "method": "named",
    "result": "passed",
    "for": 5,
    "against": 1,
    "abstained": 1,
    "not_voted": 0,
    "required": 4,
    "basis": "present",
    "ballots": {},
    "explanation": [
        {
            "code": "passed.of_present",
            "params": {"for": 5, "required": 4, "base": 7},
        }
    ],
}


@pytest.fixture(scope="class")
def resolution(town):
    """A published one, voted on at a public meeting; and a draft beside it."""
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    with api.env.adopt_roles(["Manager"]):
        body = town["seniori"]
        made = createContentInContainer(
            body,
            "kpss.Resolution",
            title="Plán na rok 2027",
            decided_on=DAY,
            verb="approves",
            text="Plán předložila paní Skrytová.\n\nSkupina ho schvaluje.",
            public_text="Skupina schvaluje plán na rok 2027.",
        )
        for transition in ("adopt", "publish"):
            api.content.transition(made, transition)
        meeting = add_meeting(body)
        meeting.start = at(2026, 3, 2)
        meeting.reindexObject()
        item = add_item(meeting, "Plán")
        vote = {**VOTE, "resolution": {"uid": made.UID()}}
        votes_of(item).put("votes", "1", vote)
        bring_convened(meeting)
        createContentInContainer(
            body, "kpss.Resolution", id="navrh", title="Návrh", decided_on=DAY
        )
    transaction.commit()
    return made


class TestExtract:
    @pytest.mark.parametrize("ending", ["pdf", "docx"])
    def test_everybody_reads_the_text_for_the_public(self, as_user, resolution, ending):
        said = whole(get(as_user, resolution, f"extract.{ending}", None))
        assert "Skupina schvaluje plán na rok 2027." in said
        assert "skrytov" not in said.casefold()
        assert "jmenovité hlasování: pro 5, proti 1, " in said
        assert "potřeba 4 z " in said

    @pytest.mark.parametrize("ending", ["pdf", "docx"])
    def test_the_body_reads_the_whole_text(self, as_user, resolution, ending):
        said = whole(get(as_user, resolution, f"extract.{ending}", "clenka"))
        assert "Plán předložila paní Skrytová." in said
        # Nobody's vote is on an extract, nor what was asked
        assert "Jak hlasovala" not in said

    def test_an_adjourned_meeting_is_found_too(self, as_user, town, resolution):
        [meeting] = [
            one
            for one in town["seniori"].objectValues()
            if one.portal_type == "kpss.Meeting" and one.start == at(2026, 3, 2)
        ]
        meeting.start = at(2026, 3, 9)
        meeting.reindexObject()
        transaction.commit()
        said = whole(get(as_user, resolution, "extract.docx", None))
        assert "potřeba 4 z " in said

    def test_it_is_tagged_and_says_what_it_is(self, as_user, resolution):
        data = get(as_user, resolution, "extract.pdf", None).content
        text = pdf_text(data)
        for said in ("Výpis z usnesení", "Senioři", "2. 3. 2026", resolution.number):
            assert said in text, said
        reader = PdfReader(io.BytesIO(data))
        assert "/StructTreeRoot" in reader.trailer["/Root"]
        assert reader.metadata.author == "Beroun"

    def test_docx_is_of_the_municipality(self, as_user, resolution):
        data = get(as_user, resolution, "extract.docx", None).content
        properties = Document(io.BytesIO(data)).core_properties
        assert properties.author == properties.last_modified_by == "Beroun"

    def test_draft_has_no_extract(self, as_user, town, resolution):
        draft = town["seniori"]["navrh"]
        for user in (None, "clenka", "koordinatorka"):
            answer = get(as_user, draft, "extract.pdf", user)
            assert answer.status_code in (302, 401, 403)

    def test_page_leads_to_the_extract(self, as_user, resolution):
        url = resolution.absolute_url()
        assert f"{url}/extract.pdf" in as_user(None, "text/html").get(url).text
