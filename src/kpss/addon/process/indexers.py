"""What full-text search finds in a process."""

from kpss.addon.codelists.fulltext import full_text
from kpss.addon.process.process import IProcess
from plone.indexer import indexer


@indexer(IProcess)
def searchable_text(process) -> str:
    fields = ("id", "title", "abbreviation", "description", "lead", "municipality")
    return full_text(process, fields)
