"""Tokens: the smallest pieces of a line, each shaped once and kept with its width and operators.

An `Encoder` lives as long as one export: its tokens hold codes of that export's fonts.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, filterfalse, pairwise
from typing import Final

import msgspec

from lohum_brief.document.paragraphs import Span
from lohum_brief.document.style import Style
from lohum_brief.language.codes import UNSPACED, Lang
from lohum_brief.language.nukta import decomposed
from lohum_brief.typeset import cutting, faces, spacing
from lohum_brief.typeset.codes import Codes, Font, FontOf, StraightCodes, move
from lohum_brief.typeset.faces import EM, Chain, Face
from lohum_brief.typeset.shaping import SPACES, Columns, Run, Shape, cut, shape, shape_many, stray
from lohum_brief.typeset.strand import Strand, strand


class Piece(msgspec.Struct, eq=False):
    """Operators of one face: `select` chooses the font, `codes` goes between `[<` and `>]TJ`.

    `count` is how many glyphs take part when a Japanese line is justified: all of a Japanese face,
    none of others.
    """

    select: str
    codes: str
    count: int
    em: float
    japanese: bool

    def extended(self, before: str, after: str) -> "Piece":
        """Return the same with more codes around it."""
        return Piece(self.select, before + self.codes + after, self.count, self.em, self.japanese)


class Token(Piece, eq=False):
    """A piece of text that is never broken, at one size; widths are in points.

    `trail` is the white space at its end, `lead` that in front of a bracket it begins with. `first`
    and `last` are the kinds of its outer characters (`spacing`).
    Most tokens are of one face and so their only piece; of those of several, `select` and `codes`
    are empty. `kana` is the reading that stands over it.
    """

    text: str
    width: float
    trail: float
    first: int
    last: int
    lead: float = 0.0
    kana: "Token | None" = None
    parts: tuple[Piece, ...] = ()

    @classmethod
    def of(
        cls, pieces: tuple[Piece, ...], text: str, width: float, trail: float, lead: float = 0.0
    ) -> "Token":
        """Return a token of these pieces."""
        one = pieces[0]
        ends = *spacing.ends(text), lead
        if len(pieces) == 1:
            return cls(
                one.select, one.codes, one.count, one.em, one.japanese, text, width, trail, *ends
            )
        count = sum([piece.count for piece in pieces])
        return cls(
            "", "", count, one.em, pieces[-1].japanese, text, width, trail, *ends, parts=pieces
        )

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return its operators, face by face."""
        return self.parts or (self,)


_shapes: dict[tuple[str, str], dict[str, tuple[Shape, ...]]] = {}
"""Shapes by (family, language) and word, one per token; values without anything of an export."""


_FEW: Final = 8
"""Words that are not worth a call of their own."""


class _Setting:
    """One style in one language of an export: its tokens so far by word, and its faces.

    `sole` has the words that are a single token, as nearly all are; no token so far is wider than
    `widest`.
    """

    __slots__ = ("chain", "codes", "em", "known", "rise", "sole", "straight", "widest")

    def __init__(self, lang: Lang, style: Style) -> None:
        self.chain: Chain = faces.chain(style.family, lang)
        self.em = style.size * EM
        self.rise = style.rise
        self.known: dict[str, tuple[Token, ...]] = {}
        self.sole: dict[str, Token] = {}
        self.widest = 0.0
        self.codes: dict[Face, Codes] = {}
        self.straight: dict[Face, StraightCodes] = {}


class Encoder:
    """Makes tokens for one export; `font` makes the export's font for a face and is asked once."""

    def __init__(self, font: FontOf) -> None:
        self._font = font
        self._fonts: dict[Face, Font] = {}
        self._cuts: dict[tuple[str, Lang, bool], list[str]] = {}
        self._rare: set[tuple[str, Lang, bool]] = set()
        self._settings: dict[tuple[str, Lang, float, float], _Setting] = {}
        self._of_style: dict[tuple[Lang, Style], _Setting] = {}

    def words(self, texts: list[str], lang: Lang, style: Style) -> list[tuple[Token, ...]]:
        """Return the tokens of each word.

        A word ends in its space; breaks between its tokens are allowed.
        """
        known = self._setting(lang, style).known
        try:
            return [*map(known.__getitem__, texts)]
        except KeyError:
            self.prepare(texts, lang, style)
            return [*map(known.__getitem__, texts)]

    def flat(self, texts: list[str], lang: Lang, style: Style) -> tuple[list[Token], float]:
        """Return the tokens of all words, in one list; none made so far is wider than what is
        returned with them.
        """
        setting = self._setting(lang, style)
        try:
            return [*map(setting.sole.__getitem__, texts)], setting.widest
        except KeyError:
            return [*chain.from_iterable(self.words(texts, lang, style))], setting.widest

    def prepare(self, texts: Iterable[str], lang: Lang, style: Style) -> None:
        """Make the tokens of words, in as few steps as possible."""
        setting = self._setting(lang, style)
        known = setting.known
        new = [*filterfalse(known.__contains__, dict.fromkeys(texts))]
        if lang not in UNSPACED:
            new = self._of_parts(new, lang, style)
        sole, widest = setting.sole, setting.widest
        for text, shapes in zip(new, _shaped(new, setting.chain), strict=True):
            if len(shapes) == 1:  # as nearly all are
                token = sole[text] = self._token(shapes[0], setting)
                known[text] = (token,)
                if token.width > widest:  # noqa: PLR1730 - for each word a call counts
                    widest = token.width
            else:
                tokens = known[text] = tuple([self._token(one, setting) for one in shapes])
                widest = max(widest, *[token.width for token in tokens])
        setting.widest = widest

    def _of_parts(self, texts: list[str], lang: Lang, style: Style) -> list[str]:
        """Make the tokens of texts that are held together over spaces from those of their words.

        The others are left. A number with its unit hardly ever occurs twice, its words do: to shape
        each anew cost a pack of 356 pages 3 %.
        """
        held = {text: cutting.at_spaces(text) for text in texts if " " in text[:-1]}
        if not held:
            return texts
        self.prepare(chain.from_iterable(held.values()), lang, style)
        setting = self._setting(lang, style)
        for text, parts in held.items():
            tokens = [token for part in parts if (token := setting.sole.get(part))]
            if len(tokens) == len(parts) and _are_of_one_font(tokens):
                whole = setting.sole[text] = _joined(tokens, text)
                setting.known[text] = (whole,)
                setting.widest = max(setting.widest, whole.width)
        return [*filterfalse(setting.known.__contains__, texts)]

    def strand(self, text: str, lang: Lang, style: Style) -> Strand | None:
        """Return a text, if most of its words occur nowhere else, shaped for itself; else None."""
        if not self._rare or (text, lang, style.display) not in self._rare:
            return None
        setting = self._setting(lang, style)
        set_text = clean(text)
        face = setting.chain.known(set_text)
        if face is None or stray(set_text):
            return None
        codes = self._codes(face, setting)
        if face not in setting.straight:
            setting.straight[face] = StraightCodes(codes, face)
        columns = Columns(face, set_text, setting.straight[face])
        return strand(self.cut(text, lang, style), lang, codes, columns)

    def cut(self, text: str, lang: Lang, style: Style) -> list[str]:
        """Return a text in words: Japanese where a line may break, else behind spaces."""
        return self._cuts.pop((text, lang, style.display), None) or _words(text, lang, style)

    def forget_cuts(self) -> None:
        """Forget what `cut_all` kept for texts that were not set."""
        self._cuts.clear()
        self._rare.clear()

    def cut_all(self, texts: Iterable[tuple[str, Lang, Style, int]]) -> None:
        """Cut the texts of a document once, and make the tokens of the words it has more than once.

        The number says how often a text occurs. A paragraph of which most words occur nowhere else
        is left for later: its words are shaped together when it is set, and forgotten. The next
        call of `cut` takes what is kept here; equal words share their memory until then.
        """
        wanted: dict[tuple[Lang, Style], dict[str, str]] = {}
        long: list[tuple[str, Lang, Style, list[str]]] = []
        counts: Counter[str] = Counter()
        shared: dict[str, str] = {}
        every = [*texts]
        for (text, lang, style, times), parts in zip(every, _words_of_each(every), strict=True):
            # Japanese is cut so small that it repeats: its words are shared, and found, at once.
            small = lang in UNSPACED
            known = wanted.setdefault((lang, style), {}) if small else shared
            words = self._cuts[text, lang, style.display] = [*map(known.setdefault, parts, parts)]
            if small:
                continue
            if len(words) > _FEW:
                for _ in range(times):
                    counts.update(words)
                long.append((text, lang, style, words))
            else:
                wanted.setdefault((lang, style), {}).update(zip(words, words, strict=True))
        for text, lang, style, words in long:
            if [*map(counts.__getitem__, words)].count(1) * 2 > len(words):
                self._rare.add((text, lang, style.display))
            else:
                wanted.setdefault((lang, style), {}).update(zip(words, words, strict=True))
        for (lang, style), found in wanted.items():
            self.prepare(found, lang, style)

    def shape_ahead(self, spans: Iterable[Span]) -> None:
        """Shape the words of texts that are set one after another, in as few calls as possible.

        Their tokens are made when they are set: a font numbers its glyphs in the order in which
        tokens ask for them, and the order of the texts is that of the file.
        """
        texts: dict[Chain, list[str]] = {}
        for span in spans:
            words = self.cut(span.text, span.lang, span.style)
            self._cuts[span.text, span.lang, span.style.display] = words
            if span.lang not in UNSPACED:
                words = [*chain.from_iterable(map(cutting.at_spaces, words))]
            texts.setdefault(self._setting(span.lang, span.style).chain, []).extend(words)
        for faces_of_text, words in texts.items():
            _shaped([*dict.fromkeys(words)], faces_of_text)

    def single(self, text: str, lang: Lang, style: Style) -> Token:
        """Return a text as one token, never broken."""
        setting = self._setting(lang, style)
        key = "\0" + text
        if key not in setting.known:
            setting.known[key] = (self._token(shape(text, setting.chain), setting),)
        return setting.known[key][0]

    def _setting(self, lang: Lang, style: Style) -> _Setting:
        # Asked for with every paragraph: a style keeps its hash, a key of numbers has none.
        found = self._of_style.get((lang, style))
        if found is None:
            key = (style.family, lang, style.size, style.rise)
            found = self._settings.get(key) or self._settings.setdefault(key, _Setting(lang, style))
            self._of_style[lang, style] = found
        return found

    def _token(self, shaped: Shape, setting: _Setting) -> Token:
        """Return the token of a shape at a size."""
        if len(shaped) > 1:
            return _of_runs([self._token((run,), setting) for run in shaped], setting.em)
        run = shaped[0]
        batch, first, last = run.batch, run.first, run.last
        codes = setting.codes.get(batch.face) or self._codes(batch.face, setting)
        text = batch.text[run.start : run.stop]
        ends, unit = batch.ends, codes.unit
        pen = ends[last]
        width = (pen - ends[first]) * unit
        trail = lead = 0.0
        if text[-1] in SPACES:
            trail = (pen - ends[last - len(text) + len(text.rstrip(SPACES))]) * unit
        shown = "".join(map(codes.__getitem__, batch.glyphs[first:last]))
        begin, end = spacing.ends(text)
        if begin >= spacing.OPENING or end >= spacing.OPENING:  # as of few tokens
            trail = codes.blank if end == spacing.CLOSING else trail
            lead = codes.blank if begin == spacing.OPENING else 0.0
        if codes.blank and len(text) > 1 and (places := spacing.taken(text)):
            shown = _taken(run, codes, places)
            width -= codes.blank * len(places)
        return Token(
            codes.select,
            shown,
            last - first if codes.japanese else 0,
            codes.em,
            codes.japanese,
            text,
            width,
            trail,
            begin,
            end,
            lead,
        )

    def _codes(self, face: Face, setting: _Setting) -> Codes:
        codes = setting.codes.get(face)
        if codes is None:
            font = self._fonts.get(face)
            if font is None:
                font = self._fonts[face] = self._font(face)
            codes = setting.codes[face] = Codes(font, face, setting.em, setting.rise)
        return codes


def _taken(run: Run, codes: Codes, places: Iterable[int]) -> str:
    """Return the codes of a run with a blank taken back behind these of its characters."""
    batch, first, last = run.batch, run.first, run.last
    shown = [*map(codes.__getitem__, batch.glyphs[first:last])]
    back = move(-codes.blank * 1000 / codes.em)
    for place in places:
        shown[bisect_left(batch.clusters, run.start + place + 1, first, last) - 1 - first] += back
    return "".join(shown)


def _are_of_one_font(tokens: Sequence[Token]) -> bool:
    return tokens[0].select != "" and len({token.select for token in tokens}) == 1


def _joined(tokens: Sequence[Token], text: str) -> Token:
    """Return words of one face behind one another as one token."""
    first, last = tokens[0], tokens[-1]
    return Token(
        first.select,
        "".join([token.codes for token in tokens]),
        sum([token.count for token in tokens]),
        first.em,
        first.japanese,
        text,
        sum([token.width for token in tokens]),
        last.trail,
        first.first,
        last.last,
    )


def _of_runs(runs: list[Token], em: float) -> Token:
    """Return runs of several faces as one token, with the spaces between Japanese and Latin."""
    pieces: list[Piece] = [*runs]
    width = sum([run.width for run in runs])
    for i, (before, after) in enumerate(pairwise(runs), 1):
        if spacing.meet(before.text, after.text):
            gap = spacing.QUARTER * em / EM
            pieces[i] = after.extended(move(gap * 1000 / after.em), "")
            width += gap
    text = "".join([run.text for run in runs])
    return Token.of((*pieces,), text, width, runs[-1].trail, runs[0].lead)


def _words(text: str, lang: Lang, style: Style) -> list[str]:
    return cutting.words(clean(text), lang, phrases=style.display)


def _words_of_each(texts: Sequence[tuple[str, Lang, Style, int]]) -> list[list[str]]:
    """Return the words of each text; those of one language are cut at once."""
    kinds = [(lang, style.display) for _, lang, style, _ in texts]
    alike: dict[tuple[Lang, bool], list[str]] = {}
    for kind, (text, _, _, _) in zip(kinds, texts, strict=True):
        alike.setdefault(kind, []).append(text)
    cut = {
        (lang, title): iter(cutting.words_of_each(_cleaned(found), lang, phrases=title))
        for (lang, title), found in alike.items()
    }
    return [next(cut[kind]) for kind in kinds]


def clean(text: str) -> str:
    """Return a text as it is set: marks of letters by themselves, and spaces in place of tabs."""
    return decomposed(text).replace("\t", " ")


def _cleaned(texts: list[str]) -> list[str]:
    whole = "\n".join(texts)
    return texts if clean(whole) == whole else [*map(clean, texts)]


def _shaped(words: list[str], chosen: Chain) -> list[tuple[Shape, ...]]:
    """Return the shapes of each word, cut where a line may break within it."""
    known = _shapes.setdefault((chosen.family, chosen.lang), {})
    new = [*filterfalse(known.__contains__, words)]
    if new:
        every = zip(new, shape_many(new, chosen), cutting.breaks(new, chosen.lang), strict=True)
        for word, whole, places in every:
            known[word] = _cut(whole, places) if places else (whole,)
    return [*map(known.__getitem__, words)]


def _cut(whole: Shape, places: list[int]) -> tuple[Shape, ...]:
    """Return a word's shape in parts that begin at these places of it."""
    cuts: list[Shape] = []
    runs: list[Run] = []
    begin = 0
    for run in whole:
        if runs and begin in places:
            cuts.append(tuple(runs))
            runs = []
        first, *more = cut(run, [place - begin for place in places if place > begin])
        runs.append(first)
        for part in more:
            cuts.append(tuple(runs))
            runs = [part]
        begin += run.stop - run.start
    return (*cuts, tuple(runs))
