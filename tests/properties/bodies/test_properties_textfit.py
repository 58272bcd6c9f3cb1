"""Lines of any text fit their box, and no letter is lost."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kpss.addon.bodies.rules.placing import BOX
from kpss.addon.bodies.rules.placing import PAD
from kpss.addon.bodies.rules.placing import SMALL
from kpss.addon.bodies.rules.placing import TITLE
from kpss.addon.bodies.rules.textfit import text_width
from kpss.addon.bodies.rules.textfit import wrap
import pytest


TEXTS = st.text(
    st.sampled_from("aáčdeěfiílmnoprřstuůvzž MŠŽ-/\u00a0"), min_size=1, max_size=90
)


@pytest.mark.parametrize("size", [TITLE, SMALL])
@given(text=TEXTS)
@settings(deadline=None)
def test_no_line_is_wider_than_its_box(size, text):
    room = BOX - 2 * PAD
    lines = wrap(text, room, size, bold=True)

    assert all(text_width(line, size, bold=True) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
