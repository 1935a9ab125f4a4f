import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.visit.tokens import (
    Form,
    MalformedTokenError,
    Token,
    form,
    literal,
    lookalikes,
    parts,
    tokens,
)

SCRAPS = st.sampled_from(
    [
        "{",
        "}",
        "{{",
        "}}",
        "|",
        ",",
        "=",
        "/",
        ":",
        "metric:",
        "{metric:a}",
        "{{metric:a}}",
        "{date:visit.start",
        "क",
        "鉄《てつ》",
        "\n",
    ]
)
TEXTS = st.lists(st.one_of(SCRAPS, st.text(max_size=4)), max_size=12).map("".join)


def test_a_text_is_parted_into_what_stands_and_what_is_printed() -> None:
    text = "約{metric:metric:capacity|round=1,form=large}を{series:li/AU/2024}。"
    assert parts(text) == (
        "約",
        Token(
            "metric",
            "metric:capacity",
            "round=1,form=large",
            "{metric:metric:capacity|round=1,form=large}",
        ),
        "を",
        Token("series", "li/AU/2024", "", "{series:li/AU/2024}"),
        "。",
    )


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        ("{{metric:x}}", "{metric:x}"),
        ("{{{metric:x}}}", "{{metric:x}}"),
        ("{{count:delegates|form=number}}", "{count:delegates|form=number}"),
        ("{x}", "{x}"),
        ("{{x}}", "{{x}}"),
        ("{metric:x", "{metric:x"),
        ("metric:x}", "metric:x}"),
        ("{metric:a\nb}", "{metric:a\nb}"),
        ("{ metric:x}", "{ metric:x}"),
        ("", ""),
    ],
)
def test_what_is_no_token_stands_as_it_is(text: str, prints: str) -> None:
    assert "".join(str(part) for part in parts(text)) == prints
    assert tokens(text) == ()


@pytest.mark.parametrize("text", ["{{metric:x}", "{metric:x}}", "{metric:y{metric:x}"])
def test_a_stray_brace_does_not_hide_a_token(text: str) -> None:
    assert [token.name for token in tokens(text)] == ["x"]


@given(TEXTS)
def test_any_text_can_be_written_so_that_it_prints_as_it_stands(text: str) -> None:
    assert "".join(str(part) for part in parts(literal(text))) == text


@given(TEXTS)
def test_nothing_of_a_text_is_lost(text: str) -> None:
    shown = "".join(part if isinstance(part, str) else part.written for part in parts(text))
    assert shown.replace("{", "").replace("}", "") == text.replace("{", "").replace("}", "")


def test_the_options_are_read() -> None:
    [token] = tokens("{metric:x| form=compact , round=2,unit=kt/year}")
    assert form(token) == Form(2, "kt/year", "", "compact")
    assert form(tokens("{date:visit.start|form=era}")[0]).name == "era"
    assert form(tokens("{metric:x}")[0]) == form(tokens("{metric:x|}")[0]) == Form()


@pytest.mark.parametrize(
    "text",
    [
        "{metric:x|colour=red}",
        "{metric:x|round=}",
        "{metric:x|round}",
        "{metric:x|round=-1}",
        "{metric:x|round=²}",
        "{metric:x|round=12}",
        "{metric:x|round=1,round=2}",
        "{metric:x|form=era}",
        "{metric:x|form=share}",
        "{date:visit.start|form=spoken}",
        "{date:visit.start|round=1}",
        "{metric:x|round=1,,form=large}",
        "{metric:x|a|b}",
        "{figure:x|form=ordinal,gender=neuter}",
        "{figure:x|gender=feminine}",
        "{literal:x|counter=次}",
        "{series:x|form=ordinal}",
    ],
)
def test_options_that_mean_nothing_are_refused_with_the_token(text: str) -> None:
    [token] = tokens(text)
    with pytest.raises(MalformedTokenError) as caught:
        form(token)
    assert text in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_mistyped_kind_is_noticed_and_other_braces_are_not() -> None:
    assert lookalikes("{metrc:capacity} {metric:x} {{metrc:x}} {a} {see: below} {12:30}") == (
        "{metrc:capacity}",
    )


def test_long_hostile_texts_are_read_in_time_that_grows_with_them() -> None:
    for scrap in ("{metric:", "{metric:a|", "{{metric:a}", "{metric:" + "a|" * 50):
        text = scrap * (20_000 // len(scrap))
        assert (
            len("".join(part if isinstance(part, str) else part.written for part in parts(text)))
            > 10_000
        )
