"""The submission package of a document on its way to the council (BER-17)."""

from datetime import date
from docx import Document
from freezegun import freeze_time
from kpss.addon.approval.history import records_of
from kpss.addon.approval.pinning import is_as_pinned
from kpss.addon.printing.rules.missing import lacks
from kpss.addon.printing.submission.gathering import Submission
from kpss.addon.printing.submission.history import history_of
from kpss.addon.printing.submission.package import Package
from plone import api
from pypdf import PdfReader
from tests.plone.approval.conftest import add_document
from tests.plone.printing.conftest import SECRET
from zipfile import ZipFile
import io
import pytest
import transaction


FILES = ("submission.pdf", "submission.docx", "submission.zip")
TODAY = date(2020, 7, 1)


def whole_text(document) -> str:
    """All text of a Word document, tables, headers and footers too."""
    parts = [document.element, *(one.header._element for one in document.sections)]
    parts += [one.footer._element for one in document.sections]
    return " ".join("".join(part.itertext()) for part in parts)


class TestPackage:
    @pytest.fixture
    def package(self, rules):
        return Package(Submission(rules, TODAY))

    def test_history_says_who_decided_what_and_no_more(self, rules):
        said = [(one.body, one.what, one.resolution) for one in history_of(rules, "cs")]
        assert said == [
            ("", "předloženo ke schválení", ""),
            ("Řídící skupina KPSS", "předloženo", "3/20"),
            (
                "Sociální a zdravotní komise Rady města Žatce",
                "projednáno a schváleno",
                "",
            ),
        ]

    def test_files_stand_in_order_under_safe_names(self, package):
        assert package.names == [
            "01 Podklad pro jednání.pdf",
            "02 Podklad pro jednání.docx",
            "03 Organizační řád 2020.pdf",
            "04 Příloha 1 – Jednací řád příloha.pdf",
            "05 Příloha 1 – Jednací řád příloha.xlsx",
        ]

    def test_what_is_missing_is_told(self, package):
        codes = [one.code for one in lacks(package.submission.contents, TODAY)]
        assert codes == ["no_financial_impact", "pictures_left_out"]

    def test_it_goes_to_the_council_that_decides_next(self, package):
        assert package.submission.submitted_to == "rm"

    def test_pdf_is_tagged_and_of_the_municipality(self, package):
        reader = PdfReader(io.BytesIO(package.pdf()))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a PDF's own boolean)
        assert root["/Lang"].startswith("cs")
        assert "/StructTreeRoot" in root
        assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
        assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
        assert reader.metadata.title == "Organizační řád 2020"
        assert reader.metadata.author == "Město Žatec"

    def test_pdf_has_all_sections(self, package):
        pages = PdfReader(io.BytesIO(package.pdf())).pages
        text = " ".join(" ".join(one.extract_text() for one in pages).split())
        for said in (
            "Podklad pro jednání",
            "Organizační řád 2020",
            "Rada města Žatce",
            "13. 7. 2020",
            "Odbor sociálních věcí",
            "MUZA 1234/2020",
            "Důvodová zpráva",
            "řídicí skupina",
            "Terénní služby",
            "[Obrázek: Vývoj potřeb]",
            "Návrh usnesení",
            "Rada města schvaluje organizační řád.",
            "Dosavadní projednání",
            "17. 6. 2020",
            "Přílohy",
            "05 Příloha 1 – Jednací řád příloha.xlsx",
            "Úvodní ustanovení",
        ):
            assert said in text, said
        assert "Finanční dopad" not in text

    def test_docx_has_all_sections_and_is_of_the_municipality(self, package):
        document = Document(io.BytesIO(package.docx()))
        text = whole_text(document)
        for said in ("Důvodová zpráva", "Terénní služby", "3/20", "Úvodní ustanovení"):
            assert said in text, said
        properties = document.core_properties
        assert properties.author == properties.last_modified_by == "Město Žatec"
        assert properties.title == "Organizační řád 2020"
        headings = [
            one.text for one in document.paragraphs if one.style.name == "Heading 1"
        ]
        assert headings == [
            "Důvodová zpráva",
            "Návrh usnesení",
            "Dosavadní projednání",
            "Přílohy",
            "Znění dokumentu",
        ]


class TestDownloads:
    @pytest.mark.parametrize("name", FILES)
    @pytest.mark.parametrize("role", [None, "Member", "Editor"])
    def test_outsiders_do_not_get_a_running_document(self, sessions, rules, name, role):
        answer = sessions[role].get(
            f"{rules.absolute_url()}/{name}", allow_redirects=False
        )
        assert answer.status_code in (302, 401, 403)
        assert b"PDF" not in answer.content and b"PK" not in answer.content
        if answer.status_code == 302:
            assert "require_login" in answer.headers["Location"]

    @pytest.mark.parametrize("role", ["KPSS Department Clerk", "KPSS Methodologist"])
    def test_who_takes_part_gets_it(self, sessions, rules, role):
        url = rules.absolute_url()
        pdf = sessions[role].get(f"{url}/submission.pdf")
        assert pdf.status_code == 200 and pdf.content.startswith(b"%PDF")
        assert pdf.headers["Content-Type"] == "application/pdf"
        assert pdf.headers["Cache-Control"] == "private, no-store"
        assert "Podklad%20pro%20jedn%C3%A1n%C3%AD" in pdf.headers["Content-Disposition"]

    def test_zip_has_the_files_of_the_document_and_of_its_annexes(
        self, sessions, rules
    ):
        answer = sessions["KPSS Department Clerk"].get(
            f"{rules.absolute_url()}/submission.zip"
        )
        assert int(answer.headers["Content-Length"]) == len(answer.content)
        with ZipFile(io.BytesIO(answer.content)) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
            assert archive.read(names[2]) == b"%PDF-1.4 podepsano"
            assert archive.read(names[4]) == b"tabulka"
            annex = PdfReader(io.BytesIO(archive.read(names[3])))
            assert "Text přílohy" in annex.pages[0].extract_text()

    def test_nothing_said_inside_and_nobody_s_name_is_in_any_file(
        self, sessions, rules
    ):
        clerk = sessions["KPSS Department Clerk"]
        answer = clerk.get(f"{rules.absolute_url()}/submission.zip")
        found = []
        with ZipFile(io.BytesIO(answer.content)) as archive:
            assert "novak" not in " ".join(archive.namelist())
            found += [archive.read(name) for name in archive.namelist()]
        pdf = PdfReader(io.BytesIO(found[0]))
        texts = [one.extract_text() for one in pdf.pages]
        texts += [str(pdf.metadata), pdf.xmp_metadata.stream.get_data().decode()]
        with ZipFile(io.BytesIO(found[1])) as word:
            texts += [
                word.read(name).decode("utf-8")
                for name in word.namelist()
                if name.endswith((".xml", ".rels"))
            ]
        whole = "\n".join(texts)
        assert "Organizační řád 2020" in whole
        for secret in (SECRET, "xq7", "Zapisovatel", "admin", "kpss-department-clerk"):
            assert secret not in whole, secret

    def test_page_tells_contents_and_what_is_missing(self, sessions, rules):
        page = sessions["KPSS Department Clerk"].get(
            f"{rules.absolute_url()}/@@kpss-submission"
        )
        assert page.status_code == 200
        for said in (
            "Podklad pro jednání",
            "Finanční dopad není vyplněn",
            "Vývoj potřeb",
            "03 Organizační řád 2020.pdf",
            "submission.docx",
        ):
            assert said in page.text, said

    def test_page_of_the_document_leads_to_it_for_who_takes_part(self, sessions, rules):
        pages = {
            role: sessions[role].get(
                rules.absolute_url(), headers={"Accept": "text/html"}
            )
            for role in ("KPSS Department Clerk", None)
        }
        assert "@@kpss-submission" in pages["KPSS Department Clerk"].text
        assert "@@kpss-submission" not in pages[None].text

    @pytest.mark.parametrize("name", [*FILES, "@@kpss-submission"])
    def test_annex_leads_to_its_main_document(self, sessions, rules, name):
        annex = rules.aq_parent["jednaci-rad-priloha"]
        answer = sessions["owner"].get(
            f"{annex.absolute_url()}/{name}", allow_redirects=False
        )
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{rules.absolute_url()}/{name.strip('@')}"


class TestTextsThatGoWithIt:
    def test_they_may_be_written_anew_for_the_next_body(self, sessions, rules):
        """What goes with it to the council is not what the commission decided about."""
        pinned = [one.pinned for one in records_of(rules) if one.pinned][-1]
        for name, same in (("draft_resolution", True), ("text", False)):
            answer = sessions["owner"].patch(
                rules.absolute_url(),
                json={
                    name: {"data": "<p>Jinak.</p>", "content-type": "text/html"},
                    "changeNote": "Jinak.",
                },
                headers={"Accept": "application/json"},
            )
            assert answer.status_code == 204, answer.text
            transaction.begin()
            assert is_as_pinned(rules, pinned) == same, name

    @pytest.mark.parametrize("role", [None, "Editor"])
    def test_nobody_reads_them_outside_when_the_document_is_public(
        self, sessions, zatec, role
    ):
        url = zatec["documents"]["verejny-rad"].absolute_url()
        answer = sessions[role].get(url, headers={"Accept": "application/json"})
        assert answer.status_code == 200
        assert answer.json()["title"] == "Veřejný řád"
        assert SECRET not in answer.text
        page = sessions[role].get(url, headers={"Accept": "text/html"})
        assert page.status_code == 200 and SECRET not in page.text
        found = sessions[role].get(
            f"{zatec.absolute_url()}/@search?SearchableText=xq7",
            headers={"Accept": "application/json"},
        )
        assert found.json()["items_total"] == 0
        for name in FILES:
            answer = sessions[role].get(f"{url}/{name}", allow_redirects=False)
            assert answer.status_code in (302, 401, 403), name


class TestRenaming:
    def test_renamed_body_is_still_the_one_that_prepares_and_gets_it(self, zatec):
        with api.env.adopt_roles(["Manager"]):
            document = add_document(
                zatec, "Zpráva", "report", author_body="rs", submitted_to="rm"
            )
            api.content.rename(zatec["bodies"]["rm"], "rada")
            api.content.rename(zatec["bodies"]["rs"], "skupina")
        assert (document.author_body, document.submitted_to) == ("skupina", "rada")


class TestTime:
    def test_day_that_has_passed_is_told(self, rules):
        with freeze_time("2020-07-14"):
            contents = Submission(rules, date.today()).contents
            codes = [one.code for one in lacks(contents, date.today())]
        assert "meeting_day_passed" in codes
