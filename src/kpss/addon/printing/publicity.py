"""The publicity of a process on its papers (NAM-01)."""

from kpss.addon.printing.paper import Picture
from kpss.addon.printing.paper import Publicity
from kpss.addon.process.browser.publicity import process_with_publicity
from PIL import Image
import io


#: Pixels; enough for a picture as wide as a page, small enough for every file.
SIZE = (1600, 400)
#: A small file may hold a picture of gigabytes.
MOST_PIXELS = 60_000_000
DAMAGED = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def publicity_of(context) -> Publicity:
    """Text and logo of the nearest process that sets them."""
    process = process_with_publicity(context)
    if process is None:
        return Publicity()
    text = process.publicity_text or ""
    said = process.publicity_logo_text or ""
    picture = process.publicity_logo and picture_of(process.publicity_logo.data, said)
    if process.publicity_logo and not picture and said:
        # What the picture would say is said in words
        text = f"{said}\n{text}".strip()
    return Publicity(text, picture or None)


def logo_cannot_be_printed(context) -> bool:
    """Whether there is a logo of a kind that papers do not take, such as SVG."""
    process = process_with_publicity(context)
    logo = process.publicity_logo if process is not None else None
    return bool(logo) and picture_of(logo.data, "") is None


def picture_of(data: bytes, text: str) -> Picture | None:
    """The picture as PNG of a reasonable size; None for what is no picture."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            kind = "RGBA" if opened.has_transparency_data else "RGB"
            made = opened.convert(kind)
    except DAMAGED:
        return None
    made.thumbnail(SIZE)
    out = io.BytesIO()
    made.save(out, "PNG")
    return Picture(out.getvalue(), text)
