"""Long names with numbers in narrow columns: nothing is parted that belongs together, touches or
leaves its column.
"""

from decimal import Decimal

import pytest

from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.lettering import Lettering
from lohum_brief.document.paragraphs import Para
from lohum_brief.language.binding import bound
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import ChartRow, Form, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.charts.conftest import record, text

LONG = Text(
    hi="असाधारण रूप से लंबा नाम जो चलता ही जाता है, 12,500 टन/वर्ष और अधिक",
    en="Extraordinarily long name of a series that goes on, 12,500 t/year and more",
    ja="並外れて長い系列の名称であって際限なく続く12,500トン/年以上のもの",
)
NAMES = tuple(
    Text(
        hi=f"श्रेणी {i} जिसका नाम बहुत लंबा है 1,00,000 इकाइयाँ",
        en=f"Category {i} with a really long name of 100,000 units",
        ja=f"とても長い名前の区分{i}、100,000個",
    )
    for i in range(1, 7)
)
FORMS: tuple[Form, ...] = (
    "bar",
    "column",
    "line",
    "area",
    "stacked",
    "heat",
    "multiples",
    "share",
    "flow",
    "scatter",
)
RULER = FontRuler()


def labels(form: Form, lang: Lang, width: float) -> list[tuple[str, float, float, float, float]]:
    """Each label with its left edge, right edge, baseline and size."""
    values = tuple(map(Decimal, ("12345678", "2", "3.5", "4", "5", "6")))
    rows: tuple[ChartRow, ...] = (
        ChartRow(name=LONG, values=values),
        ChartRow(name="x", values=values),
    )
    names = NAMES
    if form == "share":
        rows = rows[:1]
    elif form == "flow":
        names = (LONG, text("part"))
        rows = tuple(
            ChartRow(name=NAMES[i], values=(Decimal(10**i),), part=i % 2) for i in range(6)
        )
    elif form == "scatter":
        names = ()
        at = tuple(map(Decimal, ("-100", "0", "123456789")))
        rows = (ChartRow(name=LONG, values=tuple(map(Decimal, (-5, 3, 1000000))), at=at),)
    found = shaped(
        record(form, names=names, rows=rows, origin=LONG, across=LONG),
        Visit([Particulars(id="v", audience="public", title=text("v"))]),
    )
    assert found is not None
    with look():
        picture = drawing(found, Lettering(RULER, (lang,)), width, [(lang, "")])
    out = []
    for label in picture.labels:
        wide = RULER.width(Para((label.span,), lang))
        out.append((label.span.text, label.x, label.x + wide, label.y, label.span.style.size))
    return out


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [226.0, 388.0])
@pytest.mark.parametrize("form", FORMS)
def test_names_with_numbers_stay_whole_and_apart(form: Form, width: float, lang: Lang) -> None:
    found = labels(form, lang, width)
    for said, left, right, _, _ in found:
        assert left >= -0.5, said
        assert right <= width + 0.5, said
        # Whoever ends here and went on with what the name goes on with parted the two.
        for name in (LONG[lang], *(name[lang] for name in NAMES)):
            place = name.find(said) + len(said)
            if said in name and len(said) > 2:
                place += name[place : place + 1] == " "
                assert place not in bound(name, lang), said
    for i, (one, left, right, y, size) in enumerate(found):
        for other, start, end, level, more in found[i + 1 :]:
            if abs(y - level) < min(size, more) * 0.6:
                assert right + 1.0 < start or end + 1.0 < left, (one, other)
