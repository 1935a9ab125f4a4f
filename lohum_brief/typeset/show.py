"""Operators that show tokens."""

from lohum_brief.document.style import BLACK, Style
from lohum_brief.typeset.codes import move
from lohum_brief.typeset.tokens import Piece, Token


class Show:
    """Collects pieces of one line.

    Pieces of one font are shown at once; spacing goes behind Japanese glyphs only.
    """

    __slots__ = ("_parts", "_select", "_spaced", "_spacing")

    def __init__(self, spacing: float = 0.0) -> None:
        self._parts: list[str] = []
        self._select = ""
        self._spacing = spacing
        self._spaced = False

    def show(self, token: Token, codes: str) -> None:
        """Show a token by these codes of it; of one in several fonts, they are what goes before."""
        if token.select and token.select == self._select:
            self._parts.append(codes)
        elif token.select:
            self._choose(token)
            self._parts.append(codes)
        else:
            before = codes
            for piece in token.parts:
                if piece.select != self._select:
                    self._choose(piece)
                self._parts += (before, piece.codes)
                before = ""

    def _choose(self, piece: Piece) -> None:
        parts = self._parts
        if self._select:
            parts.append(">]TJ ")
        if self._spacing and piece.japanese != self._spaced:
            self._spaced = piece.japanese
            parts.append(f"{self._spacing if self._spaced else 0:.4g} Tc ")
        parts += (piece.select, "[<")
        self._select = piece.select

    def add(self, pieces: tuple[Piece, ...], gap: float) -> float:
        """Show the pieces after a gap, and return how much wider than natural spacing made them."""
        parts = self._parts
        wider = 0.0
        for piece in pieces:
            if piece.select != self._select:
                self._choose(piece)
            if gap:
                parts.append(move(gap * 1000 / piece.em))
                gap = 0.0
            parts.append(piece.codes)
            if self._spaced:
                wider += self._spacing * piece.count
        return wider

    def ops(self) -> str:
        """Return the operators, which leave the spacing as it was."""
        return "".join(self._parts).replace("<>", "") + (">]TJ 0 Tc" if self._spaced else ">]TJ")


def inked(ops: str, style: Style) -> str:
    """Return the operators in the style's ink and rise, which leave both as they were."""
    if style.rise:
        ops = f"{style.rise:.4g} Ts {ops} 0 Ts"
    return ops if style.ink == BLACK else f"{style.ink} {ops} {BLACK}"
