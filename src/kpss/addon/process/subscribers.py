"""What happens to the folders and pages of a process."""

from Acquisition import aq_base
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import SECTIONS
from plone import api
from zExceptions import BadRequest


#: Where a process keeps the UIDs of pages that were hidden together with it.
HIDDEN_PAGES = "_kpss_hidden_pages"


def refuse_losing_a_folder(section, event) -> None:
    """The folders of a process are neither deleted, moved nor renamed; only with it."""
    if aq_base(event.object) is not aq_base(section) or event.oldParent is None:
        return
    if event.oldName in SECTIONS:
        raise BadRequest(
            translate(
                _(
                    "The folder ${title} belongs to the process and stays in it.",
                    mapping={"title": section.title},
                )
            )
        )


def pages_follow(process, event) -> None:
    """Published pages are hidden with the process and published with it again."""
    if event.transition is None:
        return
    if event.transition.id == "hide":
        hide_pages(process)
    elif event.transition.id == "publish":
        show_pages(process)


def hide_pages(process) -> None:
    """Pages, news and files that a visitor could still open by their address."""
    hidden = [
        page.UID()
        for page in stock_content(process, review_state="published")
        if move(page, "private")
    ]
    setattr(process, HIDDEN_PAGES, tuple(hidden))


def show_pages(process) -> None:
    """Only what was hidden with the process; a draft stays a draft."""
    hidden = set(getattr(process, HIDDEN_PAGES, ()))
    for page in stock_content(process, review_state="private"):
        if page.UID() in hidden:
            move(page, "published")
    setattr(process, HIDDEN_PAGES, ())


def stock_content(process, **query) -> list:
    """Content of the section that is not ours; ours follows by its own workflow."""
    brains = api.content.find(context=process, unrestricted=True, **query)
    return [
        brain._unrestrictedGetObject()
        for brain in brains
        if not brain.portal_type.startswith("kpss.")
    ]


def move(page, state: str) -> bool:
    """Bring the page to a state; False when its workflow or the person cannot."""
    try:
        api.content.transition(page, to_state=state)
    except api.exc.InvalidParameterError:
        return False
    return True
