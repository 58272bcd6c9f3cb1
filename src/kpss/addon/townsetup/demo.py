"""The demo site: one section per shipped template, made by the distribution ``kpss-demo``."""

from kpss.addon.process.template_content import add_content
from kpss.addon.process.template_content import move_to
from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.demo_accounts import create_accounts
from kpss.addon.townsetup.demo_documents import add_documents
from kpss.addon.townsetup.demo_files import FOLDER
from kpss.addon.townsetup.demo_meetings import add_meetings
from kpss.addon.townsetup.demo_people import add_people
from kpss.addon.townsetup.demo_tasks import add_tasks
from kpss.addon.townsetup.shipped import BLANK
from kpss.addon.townsetup.shipped import Shipped
from kpss.addon.townsetup.shipped import shipped_templates
from plone.app.textfield import RichTextValue
from plone.distribution.handler import post_handler
from plone.i18n.utility import setLanguageBinding
from time import perf_counter
from typing import Any
import logging


logger = logging.getLogger("kpss.addon.demo")

HOME = "uvod"
HOME_TEXT = FOLDER / "home.txt"


def build_demo(distribution, site, answers: dict[str, Any]):
    """Post handler of the distribution: settings, the towns, a home page.

    The answer ``demo_accounts`` makes accounts whose passwords everybody knows.
    """
    site = post_handler(distribution, site, answers)
    site.portal_workflow.setDefaultChain("simple_publication_workflow")
    if answers.get("setup_content", True):
        # Titles of folders are written in the language of the site
        setLanguageBinding(site.REQUEST)
        name_sender(site)
        towns = [one for one in shipped_templates() if one.id != BLANK]
        accounts = bool(answers.get("demo_accounts", False))
        if accounts:
            create_accounts()
        for template in towns:
            build_town(site, template, accounts=accounts)
            add_tab(site, template)
        add_home(site, towns)
    return site


def name_sender(site) -> None:
    """Invitations name who sends them; the address of the demo is nobody's."""
    registry = site.portal_registry
    if not registry["plone.email_from_address"]:
        registry["plone.email_from_name"] = "Ukázka plánování"
        registry["plone.email_from_address"] = "planovani@ukazka.example"


def build_town(site, template: Shipped, *, accounts: bool) -> None:
    """A published section with its people; a line in the log tells how far it is."""
    start = perf_counter()
    done = create_process(site, template.data, template.id, public=True)
    recorded = add_people(done.process, accounts=accounts)
    documents = add_documents(done.process)
    tasks = add_tasks(done.process)
    meetings = add_meetings(done.process)
    logger.info(
        "%s: %d items, %d people with %d memberships, %d documents, %d tasks, "
        "%d meetings in %.1f s",
        template.title,
        done.created,
        recorded.people,
        recorded.memberships,
        documents,
        tasks,
        meetings,
        perf_counter() - start,
    )


def add_tab(site, template: Shipped) -> None:
    """The navigation names the towns; their processes are mostly called the same."""
    address = f"${{portal_url}}/{template.id}"
    link = add_content(
        site, "Link", f"mesto-{template.id}", title=template.title, remoteUrl=address
    )
    move_to(link, "publish")


def add_home(site, towns: list[Shipped]) -> None:
    """A page that says what the site is and leads to the sections."""
    links = "".join(
        f'<li><a href="{one.id}">{one.municipality}</a></li>' for one in towns
    )
    text = HOME_TEXT.read_text(encoding="utf-8").replace("<!-- towns -->", links)
    value = RichTextValue(text, "text/html", "text/x-html-safe")
    title = "Komunitní plánování sociálních služeb"
    page = add_content(site, "Document", HOME, title=title, text=value)
    page.exclude_from_nav = True
    page.reindexObject()
    move_to(page, "publish")
    site.setDefaultPage(HOME)
