from lohum_brief.checks.run import check
from lohum_brief.visit.records import Paragraph, Section
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def test_errors_come_first_and_then_the_order_of_the_visit() -> None:
    text = Text(hi="क", en="a", ja="あ")
    visit = Visit(
        [
            Paragraph(id="z", audience="guest", section="s", text=Text(hi="क", en="a")),
            Section(id="s", audience="guest", title=Text(en="a", ja="あ")),
            Paragraph(id="a", audience="guest", section="gone", text=text),
            Paragraph(id="b", audience="guest", section="s", text=Text(en="\U0001f9ff", hi="क", ja="あ")),
        ]
    )
    assert [(f.severity, f.record) for f in check(visit)] == [
        ("error", "b"),
        ("error", "a"),
        ("warning", "z"),
        ("warning", "s"),
    ]
