"""Headers of a file made on request."""

from kpss.addon.printing.rules.names import safe
from urllib.parse import quote


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Content types by the ending of the file.
CONTENT_TYPES = {".pdf": "application/pdf", ".docx": DOCX, ".zip": "application/zip"}


def set_file_headers(response, title: str, ending: str, length: int) -> None:
    """For a download called ``title`` + ``ending``; ``length`` is in bytes."""
    name = quote(safe(title) + ending)
    response.setHeader("Content-Type", CONTENT_TYPES[ending])
    response.setHeader("Content-Length", str(length))
    response.setHeader("Content-Disposition", f"attachment; filename*=UTF-8''{name}")
    response.setHeader("X-Content-Type-Options", "nosniff")
