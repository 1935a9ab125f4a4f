"""What a drawing draws again and again by naming it: `<use href="#a"/>`, `fill="url(#b)"`.

A few hundred bytes in which each of twenty parts names the one before ten times would be drawn
until the end of the world. So the parts are counted as they are drawn, not as they are written.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

_NAMED: Final = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_DEEPEST: Final = 50
"""How many parts may name one another in a row."""


class Repeated:
    """The parts of a drawing that have a name, while it is read, and which of these they draw."""

    def __init__(self) -> None:
        self._open = [""]
        self._own: dict[str, int] = defaultdict(int)
        self._drawn: dict[str, list[str]] = defaultdict(list)

    def begin(self, attributes: Mapping[str, str]) -> None:
        """Take in an element with its attributes."""
        name = attributes.get("id", "")
        within = self._open[-1]
        if name:
            self._drawn[within].append(name)
        self._open.append(name or within)
        self._own[self._open[-1]] += 1
        for attribute, value in attributes.items():
            if attribute.rpartition(" ")[2] == "href" and value.strip().startswith("#"):
                self._drawn[self._open[-1]].append(value.strip()[1:])
            elif "url(" in value:
                self._drawn[self._open[-1]] += _NAMED.findall(value)

    def end(self) -> None:
        """Leave the element that was begun last."""
        self._open.pop()

    def count(self, most: int) -> int:
        """Return how many elements are drawn in all; `most` + 1 where it is more than these, or
        where a part draws itself.
        """
        known: dict[str, int] = {}

        def drawn(name: str, depth: int) -> int:
            if depth > _DEEPEST:
                return most + 1
            if name not in known:
                within = sum(drawn(one, depth + 1) for one in self._drawn.get(name, ()))
                known[name] = min(self._own.get(name, 0) + within, most + 1)
            return known[name]

        return drawn("", 0)
