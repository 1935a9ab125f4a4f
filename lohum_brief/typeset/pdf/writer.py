"""The writer of a document: pages and fonts while it is laid out, everything else at the end."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from lohum_brief.document.images import Image
from lohum_brief.paths import resource
from lohum_brief.typeset.pdf import grey, navigation, structure
from lohum_brief.typeset.pdf.fonts import FontUse, add_font
from lohum_brief.typeset.pdf.metadata import Info, information, packet
from lohum_brief.typeset.pdf.navigation import Label, Link, Outline
from lohum_brief.typeset.pdf.objects import Document, Page, Ready, Stream
from lohum_brief.typeset.pdf.syntax import number, reference, string
from lohum_brief.typeset.tagging import Element

_PROFILE = "colour/srgb.icc"

Layout = Literal["", "TwoPageLeft", "TwoPageRight"]


class Writer:
    """One document, written once. Nothing of it outlives `finish`; equal calls give equal bytes."""

    def __init__(
        self, info: Info, fonts: list[FontUse] | None = None, *, in_grey: bool = False
    ) -> None:
        """Take the fonts of earlier documents, which `font` then adds nothing to.

        With `in_grey` each colour is written as the grey that is as light.
        """
        self._grey = in_grey
        self._info = info
        self._document = Document()
        self._fonts: list[FontUse] = [] if fonts is None else fonts
        self._images: dict[bytes, tuple[str, Stream]] = {}
        self._pages: list[Page] = []
        self._parents: list[Sequence[Element]] = []
        self._stamps: dict[str, Stream] = {}
        self.contents: list[Stream] = []
        """What the pages show, compressed when the file is finished."""

    def font(self, face: Any, em: int | None = None) -> FontUse:
        """Return a font for this document from a HarfBuzz face; ask once per face and keep it.

        `em` is that of FontUse.
        """
        font = FontUse(f"F{len(self._fonts)}", face, em)
        self._fonts.append(font)
        return font

    def image(self, image: Image) -> str:
        """Return the name by which pages show an image; the same data stand in the file once."""
        if image.data not in self._images:
            key, image = image.data, grey.photo(image) if self._grey else image
            space = "/DeviceGray" if image.components == 1 else "/DeviceRGB"
            entries = (
                f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
                f"/ColorSpace{space}"
                "/BitsPerComponent 8/Filter/DCTDecode"
            )
            self._images[key] = f"Im{len(self._images)}", Stream(entries, image.data)
            return self._images[key][0]
        return self._images[image.data][0]

    def add_page(
        self, width: float, height: float, content: str | bytes, parents: Sequence[Element]
    ) -> None:
        """Add a page in points: its content stream, and who owns each piece of marked content.

        The owner of the piece MCID is `parents[MCID]`.
        """
        if self._grey:
            content = grey.toned(content if isinstance(content, str) else content.decode("ascii"))
        data = content.encode("ascii") if isinstance(content, str) else content
        self._add_page(width, height, self._document.deflated("", data, text=True), parents)

    def add_page_again(self, width: float, height: float, content: Stream) -> None:
        """Add a page of an earlier document, which has no structure."""
        self._add_page(width, height, content.again(), ())

    def stamp(self, page: int, content: str) -> None:
        """Show something more on a page, in a stream that all pages share that show the same."""
        if content:
            content = grey.toned(content) if self._grey else content
            if content not in self._stamps:
                self._stamps[content] = self._document.deflated(
                    "", content.encode("ascii"), text=True
                )
            self._pages[page].stamp = self._document.number(self._stamps[content])

    def _add_page(
        self, width: float, height: float, content: Stream, parents: Sequence[Element]
    ) -> None:
        page = Page(number(width), number(height), len(self._pages))
        self._document.addPage(page)
        self._pages.append(page)
        self._parents.append(parents)
        self.contents.append(content)

    def finish(
        self,
        root: Element | None,
        outline: Sequence[Outline] = (),
        links: Sequence[Link] = (),
        labels: Sequence[Label] = (),
        layout: Layout = "",
    ) -> bytes:
        """Return the file. `root` has the role Document.

        `layout` says how a reader lays the pages out at first: side by side, the first at the left
        or at the right. Marked content must belong to exactly one element below `root`. Without a
        root the file has no structure and no links, and does not say that it is made for archives.
        Raises structure.StructureError when pages and elements disagree.
        """
        document, catalog = self._document, self._document.Catalog
        pages = [document.number(page) for page in self._pages]
        if root is not None:
            self._add_tree(root, links, pages)
            self._declare()
        if outline:
            first = document.reserve(len(outline) + 1)
            document.place(first, navigation.outline(outline, pages, first))
            catalog.Outlines = reference(first)
            catalog.PageMode = "/UseOutlines"
        if layout:
            catalog.PageLayout = f"/{layout}"
        if labels:
            catalog.PageLabels = navigation.page_labels(labels)
        fonts = [(font.name, add_font(document, font)) for font in self._fonts if font.used]
        images = [(name, document.number(stream)) for name, stream in self._images.values()]
        document.resources = Ready(_resources(fonts, images))
        catalog.Lang = string(self._info.lang)
        for page, content in zip(self._pages, self.contents, strict=True):
            page.contents = document.number(content)
        return document.write(catalog, Ready(information(self._info)))

    def _declare(self) -> None:
        """Declare a file with structure as one for archives and for everybody: PDF/A and PDF/UA."""
        document, catalog = self._document, self._document.Catalog
        profile = document.number(document.deflated("/N 3", _profile()))
        metadata = document.number(Stream("/Type/Metadata/Subtype/XML", packet(self._info)))
        catalog.Metadata = reference(metadata)
        catalog.OutputIntents = (
            "[<</Type/OutputIntent/S/GTS_PDFA1"
            "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            f"/DestOutputProfile {profile} 0 R>>]"
        )
        catalog.MarkInfo = "<</Marked true>>"
        catalog.ViewerPreferences = "<</DisplayDocTitle true>>"

    def _add_tree(self, root: Element, links: Sequence[Link], pages: Sequence[int]) -> None:
        document = self._document
        annotations = document.reserve(len(links))
        linked: dict[Element, list[tuple[int, int]]] = {}
        for at, link in enumerate(links, annotations):
            linked.setdefault(link.element, []).append((pages[link.page], at))
            self._pages[link.page].annotations.append(at)
        order = structure.kept(root, self._info.lang, linked)
        tree = document.reserve(1)
        first = document.reserve(len(order))
        names, texts = structure.serialise(
            order, self._parents, first, structure.Placed(pages, tree, linked)
        )
        arrays = document.reserve(len(pages))
        document.place(arrays, structure.parent_arrays(self._parents, names))
        keys = [f"{key} {arrays + key} 0 R" for key in range(len(pages))]
        keys += [f"{key} {names[link.element]}" for key, link in enumerate(links, len(pages))]
        parents = document.reserve(1)
        document.place(parents, [f"<</Nums[{' '.join(keys)}]>>"])
        document.place(annotations, navigation.annotations(links, len(pages), pages))
        following = len(pages) + len(links)
        top = (
            f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {following}>>"
        )
        document.place(tree, [top, *texts])
        document.Catalog.StructTreeRoot = reference(tree)


def _resources(fonts: Sequence[tuple[str, int]], images: Sequence[tuple[str, int]]) -> str:
    """Return the resources that all pages share."""
    kinds = [("Font", fonts)] + ([("XObject", images)] if images else [])
    entries = [
        f"/{kind}<<{''.join([f'/{name} {at} 0 R' for name, at in held])}>>" for kind, held in kinds
    ]
    return f"<<{''.join(entries)}>>"


@cache
def _profile() -> bytes:
    return resource(_PROFILE).read_bytes()
