"""One pack by Typst, as a process of its own: `python typst_pack.py FOLDER FONTS OUT.pdf [ROUNDS]`.

FOLDER holds pack.typ and pack.json. With ROUNDS a resident compiler sets the pack again after each
change of a paragraph, and the seconds of every such compilation are printed as a JSON list. Imports
only what it needs: its start counts.
"""

import sys

import typst


def main() -> None:
    """Compile once; with ROUNDS compile again after each change."""
    folder, fonts, out, *rest = sys.argv[1:]
    compiler = typst.Compiler(
        input=f"{folder}/pack.typ",
        root=folder,
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={},
    )
    compiler.compile(output=out)
    if rest:
        again(compiler, folder, out, int(rest[0]))


def again(compiler: typst.Compiler, folder: str, out: str, rounds: int) -> None:
    """Change the Hindi of one paragraph in the middle, set the pack again; print the seconds of
    each time.
    """
    import json
    from pathlib import Path
    from time import perf_counter

    file = Path(folder, "pack.json")
    pack = json.loads(file.read_text(encoding="utf-8"))
    pair = pack["sections"][len(pack["sections"]) // 2]["pairs"][2]
    first = pair["hi"]
    seconds = []
    for number in range(1, rounds + 1):
        pair["hi"] = f"{first} ({number})"
        file.write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
        start = perf_counter()
        compiler.compile(output=out)
        seconds.append(perf_counter() - start)
    print(json.dumps(seconds))


main()
