"""The commands and their help. The words are English here and said in the interface language when
asked for.
"""

from typing import Final

from lohum_brief.cli.grammar import Arguments, Command, Operand, Option
from lohum_brief.language.catalogue import phrase

_FILE: Final = Operand("FILE", phrase("the visit file, such as visit.lbrief"))
_NEW_FILE: Final = Operand("FILE", phrase("the visit file to make, such as visit.lbrief"))
_FORCE: Final = Option("--force", phrase("replace the file if it exists"))
_JSON: Final = Option("--json", phrase("write JSON for other programs instead of a table"))


def _sample(arguments: Arguments) -> int:
    from lohum_brief.cli.files import sample

    return sample(arguments)


def _new(arguments: Arguments) -> int:
    from lohum_brief.cli.files import new

    return new(arguments)


def _packs(arguments: Arguments) -> int:
    from lohum_brief.cli.files import packs

    return packs(arguments)


def _export(arguments: Arguments) -> int:
    from lohum_brief.cli.exporting import export

    return export(arguments)


def _editions(arguments: Arguments) -> int:
    from lohum_brief.cli.issuing import editions

    return editions(arguments)


def _check(arguments: Arguments) -> int:
    from lohum_brief.cli.checking import check

    return check(arguments)


def _dump(arguments: Arguments) -> int:
    from lohum_brief.cli.files import dump

    return dump(arguments)


def _load(arguments: Arguments) -> int:
    from lohum_brief.cli.files import load

    return load(arguments)


def _apply(arguments: Arguments) -> int:
    from lohum_brief.cli.editing import apply

    return apply(arguments)


def _reference(arguments: Arguments) -> int:
    from lohum_brief.cli.reference import reference

    return reference(arguments)


def _import(arguments: Arguments) -> int:
    from lohum_brief.cli.tables import import_table

    return import_table(arguments)


def _picture(arguments: Arguments) -> int:
    from lohum_brief.cli.pictures import picture

    return picture(arguments)


def _table(arguments: Arguments) -> int:
    from lohum_brief.cli.tables import write_table

    return write_table(arguments)


_KIND: Final = Operand(
    "KIND",
    phrase(
        "people, organisations, metrics, observations, programme, notes, terms, series or "
        "another kind of record"
    ),
)

COMMANDS: Final = (
    Command(
        "sample",
        phrase("Make a visit file with the sample: Greater Noida, July 2025."),
        _sample,
        (_NEW_FILE,),
        (_FORCE,),
        usage="[--force]",
        examples=("sample visit.lbrief",),
    ),
    Command(
        "new",
        phrase(
            "Make a visit file from a template: sections and packs for each audience, and no "
            "content yet."
        ),
        _new,
        (_NEW_FILE,),
        (
            Option(
                "--template",
                phrase(
                    "site-visit (if you do not say), courtesy-call, signing, dinner or follow-up"
                ),
                "NAME",
            ),
            Option(
                "--date",
                phrase("the day of the visit, such as 2025-07-08; adds the outline of a programme"),
                "DAY",
            ),
            Option(
                "--objective",
                phrase("what the visit is to reach, in one sentence"),
                "TEXT",
            ),
            _FORCE,
        ),
        usage="[--template NAME] [--date DAY] [--objective TEXT] [--force]",
        examples=("new visit.lbrief", "new call.lbrief --template courtesy-call --date 2025-07-08"),
    ),
    Command(
        "packs",
        phrase("List the packs of a visit: what can be exported."),
        _packs,
        (_FILE,),
        (
            Option(
                "--marks",
                phrase("also the six characters that drafts of each pack bear now; takes longer"),
            ),
            _JSON,
        ),
        usage="[--marks] [--json]",
        examples=("packs visit.lbrief", "packs visit.lbrief --marks"),
    ),
    Command(
        "export",
        phrase("Print a pack, or all of them, to PDF."),
        _export,
        (_FILE,),
        (
            Option(
                "--pack", phrase("the pack to print, by its id; the command packs lists them"), "ID"
            ),
            Option("--all", phrase("print every pack")),
            Option(
                "--languages",
                phrase("one to three of hi, en, ja, in the order wanted: hi,ja"),
                "LIST",
            ),
            Option("--layout", phrase("parallel, stacked or facing"), "NAME"),
            Option(
                "--audience",
                phrase("public, guest, host, principal or security; only with --pack"),
                "NAME",
            ),
            Option("--grey", phrase("a proof in grey, as a copier sees the colours")),
            Option(
                "--output", phrase("the PDF file to write; with --all, the folder"), "OUT", "-o"
            ),
            Option(
                "--format",
                phrase("with --all, the kind of file that each pack becomes, such as pdf"),
                "NAME",
            ),
            Option(
                "--issue",
                phrase(
                    "issue it: the pack’s next edition, which is numbered and noted in the visit"
                ),
            ),
            Option(
                "--for", phrase("for whom the edition is, in one line; only with --issue"), "TEXT"
            ),
            Option(
                "--accept",
                phrase(
                    "print this place as it is, and why: p1.text.hi=REASON; may stand several times"
                ),
                "PLACE=REASON",
                many=True,
            ),
            Option("--by", phrase("who answers for what is accepted"), "NAME"),
            Option(
                "--replace-edition",
                phrase("replace a file that says it is an edition of another visit"),
            ),
        ),
        usage="(--pack ID | --all [--format NAME]) [--languages LIST] [--layout NAME]\n"
        "         [--audience NAME] [--issue [--for TEXT] [--accept PLACE=REASON … --by NAME]]\n"
        "         [--replace-edition] [--grey] -o OUT",
        details=(
            phrase(
                "Languages, layout and audience are the pack's own unless you say otherwise. "
                "Nothing above the audience "
                "is printed. A higher audience than the pack's own prints what the pack's "
                "readers may not see: use it "
                "with care."
            ),
            phrase(
                "A file that is there already is replaced only when the new one is complete. "
                "Equal visits give equal "
                "files: the PDF states no time, unless the environment variable "
                "SOURCE_DATE_EPOCH sets one, in seconds "
                "since 1970."
            ),
            phrase(
                "A pack with characters that no font has, or with a section that does not exist, "
                "is refused. A missing "
                "language is printed as a visible mark; the command check lists them."
            ),
            phrase(
                "Each page says that it is a draft, or with --issue which edition of the pack it "
                "is and when it was issued. "
                "The file of an earlier edition is never overwritten; that of another visit's "
                "only with --replace-edition."
            ),
            phrase(
                "An edition is refused while anything that it would print is an error of the "
                "check, empty, a stand-in such as "
                "TBD or in an unknown unit: that must be put right. A text that is missing or "
                "old, a figure typed by hand, the name of somebody whom its "
                "readers may not know, and a figure that is no longer "
                "valid when the visit starts, can be accepted place by place with --accept and "
                "--by; the name and the "
                "reason stand in the edition. All reasons are listed by their cause."
            ),
        ),
        examples=(
            "export visit.lbrief --pack guests --languages hi,ja -o guests.pdf",
            "export visit.lbrief --all -o packs",
            "export visit.lbrief --pack guests --issue --for Embassy -o guests-2.pdf",
            (
                'export visit.lbrief --pack guests --issue --accept p1.text.hi="agreed with the '
                'ministry" --by "A. Rao" -o g-3.pdf'
            ),
        ),
    ),
    Command(
        "editions",
        phrase("List what was issued: number, time, for whom, and what has changed since."),
        _editions,
        (_FILE,),
        (
            Option("--pack", phrase("only the editions of this pack"), "ID"),
            Option(
                "--mark", phrase("of which draft this mark is, and what has changed since"), "MARK"
            ),
            _JSON,
        ),
        usage="[--pack ID] [--mark MARK] [--json]",
        details=(
            phrase(
                "An edition of which it is said that its file was not finished got its number "
                "when the program was ended "
                "while it wrote the file. The number is not given again."
            ),
            phrase(
                "The mark of a draft stands at the foot of its pages. It is looked for among the "
                "drafts of the packs as they are now "
                "and as they were before each edit that the file remembers; "
                "a draft with other languages, layout or "
                "audience than its pack "
                "has is not found."
            ),
        ),
        examples=("editions visit.lbrief", "editions visit.lbrief --pack guests --mark 3f9a2c"),
    ),
    Command(
        "check",
        phrase(
            "Look for errors: damage, missing languages, characters no font has, records that do "
            "not exist."
        ),
        _check,
        (_FILE,),
        (Option("--all", phrase("also list what was ignored, with the reasons")), _JSON),
        usage="[--all] [--json]",
        details=(
            phrase(
                "The exit code is 1 when there are errors; warnings alone leave it at 0. With "
                "--json each finding is an "
                "object with severity, rule, record, field and message; where one exists, fix "
                "has a label and the fields "
                "to be set."
            ),
        ),
        examples=("check visit.lbrief",),
    ),
    Command(
        "reference",
        phrase(
            "Add the reference data on minerals: production, refining, reserves, prices, demand, "
            "with their sources."
        ),
        _reference,
        (_FILE,),
        (
            Option("--minerals", phrase("only these: lithium,cobalt"), "LIST"),
            Option("--renew", phrase("replace what is there already and differs")),
        ),
        usage="[--minerals LIST] [--renew]",
        details=(
            phrase(
                "The figures are those of the U.S. Geological Survey (public domain) and of the "
                "International Energy "
                "Agency (CC BY 4.0); packs name them where they print them. Records that you "
                "have changed stay as they "
                "are unless you say --renew. One undo takes all of it back."
            ),
        ),
        examples=("reference visit.lbrief --minerals lithium,cobalt",),
    ),
    Command(
        "import",
        phrase(
            "Bring a table into a visit: delegates, metrics, programme and so on from XLSX, XLS, "
            "ODS, CSV or pasted cells."
        ),
        _import,
        (
            _FILE,
            _KIND,
            Operand("TABLE", phrase("the table; - reads pasted cells from standard input")),
        ),
        (
            Option(
                "--dry-run",
                phrase(
                    "only show what would be added, changed and removed, and what cannot be read"
                ),
            ),
            _JSON,
            Option(
                "--map",
                phrase(
                    "say what a column holds, by its heading or letter, - for nothing; may "
                    "stand several times"
                ),
                "COLUMN=FIELD",
                many=True,
            ),
            Option(
                "--answer",
                phrase("answer a question of the preview; may stand several times"),
                "NAME=ANSWER",
                many=True,
            ),
            Option("--sheet", phrase("the sheet of a workbook"), "NAME"),
            Option(
                "--encoding",
                phrase("the encoding of a text, such as utf-8, cp932 or windows-1252"),
                "NAME",
            ),
            Option("--day-first", phrase("07/08/2025 is 7 August")),
            Option("--month-first", phrase("07/08/2025 is 8 July")),
            Option(
                "--audience",
                phrase(
                    "who may read new records: public, guest, host, principal or security; else "
                    "as their kind asks for; of a single row or record: ROW=NAME; may stand "
                    "several times"
                ),
                "NAME",
                many=True,
            ),
            Option(
                "--reading",
                phrase(
                    "read a name in doubt otherwise, as the preview offers it; may stand several "
                    "times"
                ),
                "CELL=NUMBER",
                many=True,
            ),
            Option("--replace", phrase("remove records of this kind that are not in the table")),
            Option(
                "--skip-unread",
                phrase("leave out what cannot be read, instead of changing nothing"),
            ),
        ),
        usage="[--dry-run [--json]] [--map COLUMN=FIELD …] [--answer NAME=ANSWER …] [--replace] "
        "[--skip-unread] …",
        details=(
            phrase(
                "Heading, columns, encoding and delimiter are found out and shown; headings may "
                "be in Hindi, English or "
                "Japanese. A second import of a list updates the first: records are found by "
                "their id, else by name and "
                "organisation. All of it is one edit, which undo takes back."
            ),
            phrase(
                "A cell that cannot be read is named with sheet, row, column and field. Then "
                "nothing is changed and the "
                "exit code is 1, unless you say --skip-unread. An empty cell leaves a field as "
                "it is; in a table that the "
                "command table wrote, it empties the field."
            ),
            phrase(
                "What has two meanings is asked about, once a column: the preview shows each "
                "question with its name, such "
                "as B, B:MT or mineral, and its answers. Where a wrong answer would do harm, "
                "nothing is changed before "
                "--answer is said; else the proposed answer counts. Answers about columns and "
                "their words count for the "
                "next list with the same headings too."
            ),
        ),
        examples=(
            "import visit.lbrief people delegates.xlsx --dry-run",
            (
                "import visit.lbrief people delegates.csv --encoding cp932 --map 役名=post "
                "--audience guest"
            ),
            "import visit.lbrief metrics plant.xlsx --answer Unit:MT=t",
        ),
    ),
    Command(
        "table",
        phrase(
            "Write the records of one kind as a table, XLSX or CSV, which import reads back "
            "without loss."
        ),
        _table,
        (_FILE, _KIND),
        (Option("--output", phrase("the file to write: .xlsx or .csv"), "OUT", "-o"),),
        usage="-o OUT",
        details=(
            phrase(
                "The headings are fields, such as name.hi; a visit without such records gives a "
                "form to fill in. A series "
                "has a row for each point, a table of texts for each row. In CSV, text that a "
                "spreadsheet would take for "
                "a formula has an apostrophe in front; import takes it away."
            ),
        ),
        examples=("table visit.lbrief people -o delegates.xlsx",),
    ),
    Command(
        "picture",
        phrase("Bring a picture into a visit, or write one out as a file."),
        _picture,
        (_FILE,),
        (
            Option("--add", phrase("the file to bring in: SVG, PNG or JPEG"), "PICTURE"),
            Option("--sort", phrase("photograph (if you do not say), plan or logo"), "NAME"),
            Option(
                "--id",
                phrase("the id of the record: a new one, or a picture that gets this file"),
                "ID",
            ),
            Option("--extract", phrase("the id of the picture to write out"), "ID"),
            Option("--output", phrase("the file to write"), "OUT", "-o"),
        ),
        usage="--add PICTURE [--sort NAME] [--id ID] | --extract ID -o OUT",
        details=(
            phrase(
                "What camera and programs wrote beside the picture is left out, and it is turned "
                "upright. A drawing is kept as it is, if it is nothing but a drawing. Caption, "
                "audience and what it belongs to are fields, which apply sets."
            ),
            phrase(
                "A list of pictures that import reads brings in the files that it names, where "
                "they lie beside it."
            ),
        ),
        examples=(
            "picture visit.lbrief --add plan.svg --sort plan",
            "picture visit.lbrief --extract picture:plan -o plan.svg",
        ),
    ),
    Command(
        "dump",
        phrase("Write the whole visit as one JSON document to standard output."),
        _dump,
        (_FILE,),
        details=(
            phrase(
                "The document has every record of the visit: load makes an equal one of it. "
                "Pictures, photos and editions stay with the file."
            ),
        ),
        examples=("dump visit.lbrief > visit.json",),
    ),
    Command(
        "load",
        phrase("Make a visit file from a JSON document."),
        _load,
        (Operand("JSON", phrase("the document; - reads standard input")), _NEW_FILE),
        (_FORCE,),
        usage="[--force]",
        details=(phrase("The document is described by resources/visit.schema.json."),),
        examples=("load visit.json visit.lbrief",),
    ),
    Command(
        "apply",
        phrase("Edit a visit by JSON lines from standard input."),
        _apply,
        (_FILE,),
        details=(
            phrase(
                "Each line is one edit and is answered by one line: “ok N” once it is safely on "
                "disk, or “error N: why”; "
                "N is the number of the line. After an error the next line is read. The exit "
                "code is 0 when all were "
                "done."
            ),
            phrase(
                "The edits: set changes a field, add puts a record in front of another or at the "
                "end, remove takes it "
                "out, move puts it elsewhere. A field is a path, such as text.ja or rows.0.2."
            ),
        ),
        examples=(
            """apply visit.lbrief < edits.jsonl

  {"op": "set", "id": "visit", "field": "title.ja", "value": "視察"}
  {"op": "add", "record": {"kind": "group", "id": "g-a", "audience": "guest", "name": {"en": "A"}}}
  {"op": "move", "id": "g-a", "before": "group-b"}
  {"op": "remove", "id": "g-a"}""",
        ),
    ),
)
