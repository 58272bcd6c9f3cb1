"""plone.app.caching turned on, and what browsers ask with that have a page already."""

from plone import api
from plone.caching.interfaces import ICacheSettings
import re
import transaction


def turn_on() -> None:
    """As its profile for a caching proxy sets it."""
    setup = api.portal.get_tool("portal_setup")
    for profile in ("default", "with-caching-proxy"):
        setup.runAllImportStepsFromProfile(f"profile-plone.app.caching:{profile}")
    set_record("enabled", True)


def set_record(name: str, value) -> None:
    api.portal.set_registry_record(name, value, interface=ICacheSettings)
    transaction.commit()


def use(operation: str, **options) -> None:
    """The operation for all pages, with its options."""
    name = f"plone.app.caching.{operation}"
    mapping = dict(
        api.portal.get_registry_record("operationMapping", interface=ICacheSettings)
    )
    for rule in ("plone.content.itemView", "plone.content.folderView"):
        mapping[rule] = name
    for option, value in options.items():
        api.portal.set_registry_record(f"{name}.{option}", value)
    set_record("operationMapping", mapping)


def ages(answer) -> list[int]:
    said = answer.headers.get("Cache-Control", "")
    return [int(age) for age in re.findall(r"(?:max-age|s-maxage)=(\d+)", said)]


def conditions(answer) -> dict[str, str]:
    """What a browser sends that has the page already."""
    kept = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
    return {
        asks: answer.headers[name]
        for name, asks in kept.items()
        if name in answer.headers
    }
