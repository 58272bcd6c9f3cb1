"""Parameters of a service as they were sent."""

from collections.abc import Iterable
from kpss.addon.i18n import _
from kpss.addon.restapi_errors import refuse_field
from urllib.parse import parse_qsl
import re


#: The longest parameter, in characters.
LONGEST = 200


def parameters(request, known: Iterable[str]) -> dict[str, str]:
    """Known parameters by name, each once; others are no concern of the service.

    Reads the query as it was sent: Zope's converters (``q:list=x``) change or lose what
    stands there. Raises FlatBadRequest that names the parameter.
    """
    found: dict[str, str] = {}
    wanted = set(known)
    for name, value in parse_qsl(
        request.get("QUERY_STRING", ""), keep_blank_values=True
    ):
        plain = re.split("[:.]", name)[0]
        if plain not in wanted:
            continue
        if plain in found or len(value) > LONGEST or plain != name:
            raise refuse_field(
                plain,
                _("Send ${name} once, as a short text.", mapping={"name": plain}),
                code="bad_parameter",
            )
        found[plain] = value.strip()
    return found
