"""Minutes as PDF and DOCX: all inside, the published version without names outside."""

from docx import Document
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.publishing import advance
from plone import api
from pypdf import PdfReader
from tests.plone.meetings.test_papers import get
from tests.plone.meetings.test_papers import pdf_text
from tests.plone.meetings.test_papers import whole
from tests.plone.minutes.conftest import minutes_in
from tests.plone.minutes.test_minutes_content import verify
import io
import pytest
import transaction


#: What the town plants in texts, names and roster.
SECRETS = ("Novák", "Dvořák", "602 123", "Kříž", "Hostovsk", "azylov", "Stížnost")


@pytest.fixture(scope="class")
def minutes(town):
    """Published ones."""
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    with api.env.adopt_roles(["Manager"]):
        made = minutes_in(town, "submit")
    verify(made, "koordinatorka", "vedouci")
    with api.env.adopt_roles(["Manager"]):
        advance(made, "publish")
    transaction.commit()
    return made


@pytest.fixture(scope="class")
def draft(town, minutes):
    with api.env.adopt_roles(["Manager"]):
        made = minutes_in(town, days=-10)
    transaction.commit()
    return made


@pytest.mark.parametrize("ending", ["pdf", "docx"])
class TestMinutesPapers:
    @pytest.mark.parametrize("user", [None, "cizi"])
    def test_no_name_is_told_outside(self, as_user, minutes, ending, user):
        said = whole(get(as_user, minutes, f"minutes.{ending}", user))
        assert [one for one in SECRETS if one.casefold() in said.casefold()] == []
        assert "Návrh plánu" in said and "veřejná verze" in said

    def test_those_inside_get_all_of_it(self, as_user, minutes, ending):
        said = whole(get(as_user, minutes, f"minutes.{ending}", "clenka"))
        for one in ("Novák", "Dvořák", "Stížnost", "azylovém", minutes.checksum):
            assert one in said, one
        assert "⟦" not in said

    def test_those_inside_may_have_the_public_version(self, as_user, minutes, ending):
        name = f"minutes.{ending}?version=public"
        said = whole(get(as_user, minutes, name, "clenka"))
        assert "Novák" not in said and "Návrh plánu" in said

    def test_versions_are_files_with_other_names(self, as_user, minutes, ending):
        address = f"minutes.{ending}"
        names = {
            get(as_user, minutes, f"{address}{query}", "koordinatorka").headers[
                "Content-Disposition"
            ]
            for query in ("", "?version=public")
        }
        assert len(names) == 2

    def test_draft_is_for_those_inside(self, as_user, draft, ending):
        name = f"minutes.{ending}"
        assert get(as_user, draft, name, None).status_code in (302, 401, 403)
        public = get(as_user, draft, f"{name}?version=public", "koordinatorka")
        assert public.status_code in (302, 401, 403)
        assert "Novák" in whole(get(as_user, draft, name, "koordinatorka"))

    def test_it_is_of_the_municipality(self, as_user, minutes, ending):
        data = get(as_user, minutes, f"minutes.{ending}", None).content
        if ending == "pdf":
            reader = PdfReader(io.BytesIO(data))
            assert "/StructTreeRoot" in reader.trailer["/Root"]
            assert reader.metadata.author == "Beroun"
            assert meeting_of(minutes).place in pdf_text(data)
        else:
            properties = Document(io.BytesIO(data)).core_properties
            assert properties.author == properties.last_modified_by == "Beroun"

    def test_page_leads_to_it(self, as_user, minutes, ending):
        url = minutes.absolute_url()
        text = as_user(None, "text/html").get(url).text
        assert f'href="{url}/minutes.{ending}"' in text
        assert "version=public" not in text
