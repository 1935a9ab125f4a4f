"""One language: what it is called by, and its rooms, each a module of the language's own folder.

A room is read when it is first asked for: a pack in two languages reads what it prints of these
two, and no word list of hints.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lohum_brief.paths import catalogue_file

if TYPE_CHECKING:
    from lohum_brief.language.rooms.blanks import Blanks
    from lohum_brief.language.rooms.breaking import Breaking
    from lohum_brief.language.rooms.cells import Cells
    from lohum_brief.language.rooms.clocks import Clocks
    from lohum_brief.language.rooms.dates import Dates
    from lohum_brief.language.rooms.days import Days
    from lohum_brief.language.rooms.faces import Faces
    from lohum_brief.language.rooms.hints import Hints
    from lohum_brief.language.rooms.lists import Lists
    from lohum_brief.language.rooms.marks import Marks
    from lohum_brief.language.rooms.mentions import Mentions
    from lohum_brief.language.rooms.names import Names
    from lohum_brief.language.rooms.numbers import Numbers
    from lohum_brief.language.rooms.punctuation import Punctuation
    from lohum_brief.language.rooms.reading import Reading
    from lohum_brief.language.rooms.script import Script
    from lohum_brief.language.rooms.sides import Sides
    from lohum_brief.language.rooms.spans import Spans
    from lohum_brief.language.rooms.spoken import Spoken
    from lohum_brief.language.rooms.tables import Tables
    from lohum_brief.language.rooms.titles import Titles
    from lohum_brief.language.rooms.units import Units
    from lohum_brief.language.rooms.wording import Wording


class Language:
    """A language of the program. Its folder makes one and names it `LANGUAGE`."""

    def __init__(
        self,
        package: str,
        *,
        place: int,
        native: str,
        locale: str,
        region: str,
        at_home: Collection[str] = (),
        spaced: bool = True,
        read: bool = False,
        catalogue: Path | None = None,
    ) -> None:
        """Take the name of the folder's package, whose last part is the language's ISO 639 code.

        `place` says where it stands where all languages are listed; `native` is what it calls
        itself. `locale` is the one of CLDR and ICU for what is not written out here, `region` the
        country whose usage it follows; people of the countries and time zones `at_home` have their
        names in it. `spaced` parts words by spaces; what is `read` has a reading in records, and
        marks of it over its letters. Its messages are in the `catalogue`, else in that of the
        program.
        """
        self.code = package.rpartition(".")[2]
        self.place = place
        self.native = native
        self.locale = locale
        self.region = region
        self.at_home = at_home
        self.spaced = spaced
        self.read = read
        self.catalogue = catalogue or catalogue_file(self.code)
        self._package = package

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    @cached_property
    def blanks(self) -> "Blanks":
        """What stands in texts for what is still to be written."""
        found: Blanks = self._room("blanks")
        return found

    @cached_property
    def breaking(self) -> "Breaking":
        """Where its lines break."""
        found: Breaking = self._room("breaking")
        return found

    @cached_property
    def cells(self) -> "Cells":
        """What people write into the cells of tables in it."""
        found: Cells = self._room("cells")
        return found

    @cached_property
    def clocks(self) -> "Clocks":
        """How times of day are said in it."""
        found: Clocks = self._room("clocks")
        return found

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Countries by their ISO 3166-1 alpha-2 codes, `world` and `other`."""
        found: Mapping[str, str] = self._room("countries")
        return found

    @cached_property
    def dates(self) -> "Dates":
        """How it writes days and times."""
        found: Dates = self._room("dates")
        return found

    @cached_property
    def days(self) -> "Days":
        """Dates in running text."""
        found: Days = self._room("days")
        return found

    @cached_property
    def faces(self) -> "Faces":
        """The faces that it is set in."""
        found: Faces = self._room("faces")
        return found

    @cached_property
    def hints(self) -> "Hints":
        """What a careful reader would mark."""
        found: Hints = self._room("hints")
        return found

    @cached_property
    def lists(self) -> "Lists":
        """What stands in lists in it without being an entry."""
        found: Lists = self._room("lists")
        return found

    @cached_property
    def marks(self) -> "Marks":
        """What keeps a text from readers."""
        found: Marks = self._room("marks")
        return found

    @cached_property
    def mentions(self) -> "Mentions":
        """Numbers in running text."""
        found: Mentions = self._room("mentions")
        return found

    @cached_property
    def names(self) -> "Names":
        """How it writes names of people."""
        found: Names = self._room("names")
        return found

    @cached_property
    def numbers(self) -> "Numbers":
        """How it writes figures."""
        found: Numbers = self._room("numbers")
        return found

    @cached_property
    def punctuation(self) -> "Punctuation":
        """Its marks and spaces."""
        found: Punctuation = self._room("punctuation")
        return found

    @cached_property
    def reading(self) -> "Reading":
        """What people write in it."""
        found: Reading = self._room("reading")
        return found

    @cached_property
    def script(self) -> "Script":
        """Its letters."""
        found: Script = self._room("script")
        return found

    @cached_property
    def sides(self) -> "Sides":
        """On whose side lists put people."""
        found: Sides = self._room("sides")
        return found

    @cached_property
    def spans(self) -> "Spans":
        """What headings say of times in it."""
        found: Spans = self._room("spans")
        return found

    @cached_property
    def spoken(self) -> "Spoken":
        """What is said in it."""
        found: Spoken = self._room("spoken")
        return found

    @cached_property
    def tables(self) -> "Tables":
        """What tables call their columns in it."""
        found: Tables = self._room("tables")
        return found

    @cached_property
    def titles(self) -> "Titles":
        """The words that stand around names in it."""
        found: Titles = self._room("titles")
        return found

    @cached_property
    def units(self) -> "Units":
        """The forms of units."""
        found: Units = self._room("units")
        return found

    @cached_property
    def wording(self) -> "Wording":
        """What is said of it."""
        found: Wording = self._room("wording")
        return found

    def _room(self, name: str) -> Any:
        """Return what the module of that name in the language's folder offers under the same name
        in capitals.
        """
        return getattr(import_module(f"{self._package}.{name}"), name.upper())
