"""The charts of a pack by matplotlib as SVG: `python matplotlib_svg.py PACK.json FONTS OUT_FOLDER
[ROUNDS]`.

The usual way of making charts for a document: axes as matplotlib lays them out, with a legend,
tight margins and Noto. Prints the seconds of work that the import, the first set and each further
one took, as JSON. Imports only what it needs.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

_start = time.process_time()
import matplotlib as mpl  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib import font_manager  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

_IMPORT = time.process_time() - _start


def figure(chart: dict[str, Any]) -> Figure:
    """One chart of the pack."""
    fig = Figure(figsize=(6.6, 3.5))
    axes: Any = fig.add_subplot()
    kind, labels = chart["kind"], chart["labels"]
    names = [series["name"] for series in chart["series"]]
    values = [np.array(series["values"]) for series in chart["series"]]
    places = np.arange(len(labels))
    if kind == "bar":
        for i, name in enumerate(names):
            axes.bar(places + (i - 1) * 0.27, values[i], 0.26, label=name)
    elif kind == "hbar":
        axes.barh(places, values[0])
        axes.set_yticks(places, labels)
    elif kind == "area":
        axes.stackplot(places, *values, labels=names)
    elif kind == "pie":
        axes.pie(values[0], labels=labels, autopct="%1.0f%%")
    elif kind == "scatter":
        for i, name in enumerate(names):
            axes.scatter(values[i], values[(i + 1) % 3], label=name)
    elif kind == "line":
        for i, name in enumerate(names):
            axes.plot(places, values[i], marker="o", label=name)
    elif kind == "stack":
        base = np.zeros(len(labels))
        for i, name in enumerate(names):
            axes.bar(places, values[i], bottom=base, label=name)
            base = base + values[i]
    else:
        axes.pcolormesh(np.outer(values[0], values[1]), edgecolors="w", linewidth=0.5)
        axes.set_xticks(places + 0.5, labels, rotation=20)
    if kind in {"bar", "area", "line", "stack"}:
        axes.set_xticks(places, labels, rotation=20)
    if kind in {"bar", "area", "scatter", "line", "stack"}:
        axes.legend(fontsize=8)
    axes.set_title(f"{chart['title']['hi']} / {chart['title']['ja']}", fontsize=11)
    fig.tight_layout()
    return fig


def main() -> None:
    """Draw all of them, as often as asked."""
    pack, fonts, out, *rest = sys.argv[1:]
    for font in Path(fonts).glob("*.ttf"):
        font_manager.fontManager.addfont(font)
    settings: Any = mpl.rcParams
    settings["font.family"] = ["Noto Sans", "Noto Sans Devanagari", "Noto Sans JP"]
    settings["font.size"] = 9
    charts = json.loads(Path(pack).read_text(encoding="utf-8"))["charts"]
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)

    def work() -> float:
        start = time.process_time()
        for chart in charts:
            figure(chart).savefig(folder / f"{chart['file']}.svg")
        return time.process_time() - start

    print(
        json.dumps(
            {"import": _IMPORT, "all": [work() for _ in range(1 + int(rest[0] if rest else 0))]}
        )
    )


main()
