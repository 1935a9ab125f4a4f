from importlib import import_module
from pkgutil import iter_modules

from lohum_brief import checks
from lohum_brief.checks.rules import RULES, rule_title
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
            Paragraph(
                id="b", audience="guest", section="s", text=Text(en="\U0001f9ff", hi="क", ja="あ")
            ),
        ]
    )
    assert [(f.severity, f.record) for f in check(visit)] == [
        ("error", "b"),
        ("error", "a"),
        ("warning", "z"),
        ("warning", "s"),
    ]


def test_every_rule_has_a_name_and_is_asked() -> None:
    modules = [
        import_module(f"{checks.__name__}.{found.name}") for found in iter_modules(checks.__path__)
    ]
    rules = [module for module in modules if hasattr(module, "RULE")]
    assert len(rules) > 10
    assert all(rule_title(module.RULE) for module in rules)
    asked = {name for rule in RULES.values() for name in rule.modules} | {"integrity", "pictures"}
    assert {
        module.__name__.rpartition(".")[2] for module in modules if hasattr(module, "findings")
    } == asked


def test_somebody_can_act_while_a_rule_goes_through_many_records() -> None:
    texts = [Text(hi="क" * number, en="a" * number, ja="あ" * number) for number in range(1, 501)]
    visit = Visit(
        [
            Paragraph(id=f"p{number}", audience="guest", section="gone", text=text)
            for number, text in enumerate(texts)
        ]
    )
    acted: list[None] = []
    found = check(visit, lambda: acted.append(None))
    assert found == check(visit)
    assert len(found) == len(visit)
    assert len(acted) > 50
