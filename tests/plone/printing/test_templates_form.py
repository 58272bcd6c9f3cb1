"""The form of Word templates at a process: a wrong one is refused, the old one stays."""

from kpss.addon.printing.word.rendering import default_template
from plone import api
from tests.plone.approval.conftest import zatec
from tests.plone.printing.test_word_templates import template
import base64
import io
import pytest
import re
import transaction


__all__ = ("zatec",)

GOOD = template("Úřad: {{ title }}", "{{ explanatory_report }}")
WRONG = template("{{ nazev_dokumentu }}")


@pytest.fixture(scope="class")
def owner(zatec, functional_portal_class):
    from tests.plone.roster.town import session

    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    transaction.commit()
    found = session(functional_portal_class, user="owner")
    yield found
    found.close()


def post(owner, process, data: bytes | None, **more):
    """Send the form as a browser does."""
    url = f"{process.absolute_url()}/@@kpss-templates"
    page = owner.get(url)
    token = re.search(r'name="_authenticator" value="([^"]+)"', page.text).group(1)
    files = (
        {} if data is None else {"submission_template": ("a.docx", io.BytesIO(data))}
    )
    return owner.post(
        url, data={"_authenticator": token, "save": "1", **more}, files=files
    )


class TestForm:
    def test_at_first_the_default_template_is_used(self, owner, zatec):
        page = owner.get(f"{zatec.absolute_url()}/@@kpss-templates")
        assert "Používá se výchozí šablona" in page.text
        assert "{{ draft_resolution }}" in page.text
        assert zatec.submission_template is None

    def test_default_template_can_be_downloaded(self, owner, zatec):
        answer = owner.get(f"{zatec.absolute_url()}/@@kpss-default-template")
        assert answer.content == default_template()
        assert 'filename="podklad.docx"' in answer.headers["Content-Disposition"]
        other = owner.get(f"{zatec.absolute_url()}/@@kpss-default-template?kind=nic")
        assert other.status_code == 404

    def test_good_template_is_kept_and_offered_for_download(self, owner, zatec):
        answer = post(owner, zatec, GOOD)
        assert answer.status_code == 200
        assert "Používá se vaše vlastní šablona" in answer.text
        transaction.begin()
        assert zatec.submission_template.data == GOOD
        url = f"{zatec.absolute_url()}/@@download/submission_template/podklad.docx"
        assert owner.get(url).content == GOOD

    def test_wrong_template_is_refused_with_a_sentence_and_the_old_one_stays(
        self, owner, zatec
    ):
        answer = post(owner, zatec, WRONG)
        assert "V šabloně je značka nazev_dokumentu" in answer.text
        assert 'aria-invalid="true"' in answer.text
        transaction.begin()
        assert zatec.submission_template.data == GOOD

    def test_large_file_is_refused(self, owner, zatec):
        answer = post(owner, zatec, b"PK\x03\x04" + b"x" * 6_000_000)
        assert "větší než 5 MB" in answer.text
        transaction.begin()
        assert zatec.submission_template.data == GOOD

    def test_rest_checks_it_too_and_names_the_field(self, owner, zatec):
        answer = owner.patch(
            zatec.absolute_url(),
            json={
                "submission_template": {
                    "data": base64.b64encode(WRONG).decode(),
                    "encoding": "base64",
                    "filename": "a.docx",
                }
            },
            headers={"Accept": "application/json"},
        )
        assert answer.status_code == 400
        assert "submission_template" in answer.text
        transaction.begin()
        assert zatec.submission_template.data == GOOD

    def test_nobody_reads_it_from_outside(self, owner, zatec, functional_portal_class):
        from tests.plone.roster.town import session

        nobody = session(functional_portal_class)
        url = f"{zatec.absolute_url()}/@@download/submission_template/podklad.docx"
        for address in (url, f"{zatec.absolute_url()}/@@kpss-templates"):
            answer = nobody.get(address, allow_redirects=False)
            assert answer.status_code in (302, 401, 403), address
        told = nobody.get(zatec.absolute_url(), headers={"Accept": "application/json"})
        assert told.status_code == 200
        assert "submission_template" not in told.json()
        nobody.close()

    def test_default_one_can_be_used_again(self, owner, zatec):
        answer = post(owner, zatec, None, submission_default="1")
        assert "Používá se výchozí šablona" in answer.text
        transaction.begin()
        assert zatec.submission_template is None

    def test_without_the_token_nothing_is_kept(self, owner, zatec):
        url = f"{zatec.absolute_url()}/@@kpss-templates"
        files = {"submission_template": ("a.docx", io.BytesIO(GOOD))}
        assert owner.post(url, data={"save": "1"}, files=files).status_code == 403
        transaction.begin()
        assert zatec.submission_template is None
