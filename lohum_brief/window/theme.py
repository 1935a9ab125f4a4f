"""How the window looks: colours by their role, light and dark, and the style made of them."""

from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.paths import resource
from lohum_brief.window import fonts


class Theme(NamedTuple):
    """Colours by role. Text has a contrast of at least 4.5:1 on every surface it stands on."""

    ground: str
    surface: str
    sunken: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    selected: str
    good: str
    good_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str


LIGHT: Final = Theme(
    ground="#f4f6f9", surface="#ffffff", sunken="#e3e7ed", line="#d9dee6", text="#1c2430",
    quiet="#566274", accent="#1f3a5f", on_accent="#ffffff", selected="#e6edf7", good="#1e6b3f",
    good_ground="#e9f5ee", warn="#93481a", warn_ground="#fdf1e7", bad="#a12323",
    bad_ground="#fdecec",
)  # fmt: skip
DARK: Final = Theme(
    ground="#161a20", surface="#1e232b", sunken="#12151a", line="#343c48", text="#e6eaf0",
    quiet="#a3aebd", accent="#8fb4e3", on_accent="#10161f", selected="#2a3647", good="#7fd0a0",
    good_ground="#1d3327", warn="#efb07c", warn_ground="#3a2a1c", bad="#f29a9a",
    bad_ground="#3d2222",
)  # fmt: skip

_STANDARD: Final = {
    "lineedit-clear-button-icon": "x", "filedialog-backward-icon": "arrow-left",
    "backward-icon": "arrow-left", "filedialog-parent-directory-icon": "arrow-up",
    "forward-icon": "arrow-right", "home-icon": "house",
    "filedialog-new-directory-icon": "folder-plus", "filedialog-detailedview-icon": "list",
    "filedialog-listview-icon": "layout-grid", "directory-icon": "folder",
    "directory-closed-icon": "folder", "directory-open-icon": "folder", "file-icon": "file",
    "computer-icon": "monitor", "harddisk-icon": "hard-drive",
}  # fmt: skip
"""Pictures of Qt's own, by their name in style sheets, and ours in their place."""


def dark_wanted(app: QApplication) -> bool:
    """Whether the system asks for dark colours."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Dress the program: palette, fonts at `scale` times their usual size, style sheet."""
    if app.property("worn") == (
        theme,
        scale,
    ):  # another language wears the same, and putting it on takes long
        return
    fonts.load()
    font = QFont()
    font.setFamilies(list(fonts.FAMILIES))
    font.setPointSizeF(10.0 * scale)
    app.setStyle("Fusion")
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(_sheet(theme, scale))
    app.setProperty("theme", theme)
    app.setProperty("worn", (theme, scale))


def current() -> Theme:
    """The theme in force."""
    app = QApplication.instance()
    found = app.property("theme") if app else None
    return found if isinstance(found, Theme) else LIGHT


def icon(name: str, ink: str = "") -> QIcon:
    """A line icon in the colour of the text, or in `ink`."""
    return _icon(name, ink or current().quiet)


@cache
def _icon(name: str, ink: str) -> QIcon:
    data = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", ink.encode())
    renderer = QSvgRenderer(QByteArray(data))
    found = QIcon()
    for size in (16, 20, 32, 48):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        found.addPixmap(pixmap)
    return found


def font_of(lang: Lang, font: QFont) -> QFont:
    """The font with the family of a language first."""
    found = QFont(font)
    found.setFamilies([LANGUAGES[lang].faces.window, *fonts.FAMILIES])
    return found


def put_on(widget: QWidget, name: str, value: str) -> None:
    """Give a widget a property by which the style sheet tells how it looks; a sheet of its own
    would cost far more.
    """
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, theme.ground), (role.WindowText, theme.text), (role.Base, theme.surface),
        (role.AlternateBase, theme.ground), (role.Text, theme.text), (role.Button, theme.surface),
        (role.ButtonText, theme.text), (role.Highlight, theme.selected),
        (role.HighlightedText, theme.text), (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.text), (role.PlaceholderText, theme.quiet),
        (role.Link, theme.accent), (role.Mid, theme.line), (role.Accent, theme.accent),
    ):  # fmt: skip
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.quiet))
    return palette


def _sheet(theme: Theme, scale: float) -> str:
    def px(points: float) -> str:
        return f"{round(points * scale)}px"

    t = theme._asdict()
    tone = "dark" if theme == DARK else "light"
    tick = resource(f"icons/check.{tone}.svg").as_posix()
    mark = resource(f"icons/check-quiet.{tone}.svg").as_posix()
    radio, radio_on = (
        resource(f"icons/{name}.{tone}.svg").as_posix() for name in ("radio", "radio-on")
    )
    arrow = resource(f"icons/chevron-down.{tone}.svg").as_posix()
    closed = resource(f"icons/chevron-right.{tone}.svg").as_posix()
    pictures = " ".join(
        f"{role}: url({resource(f'icons/{name}.{tone}.svg').as_posix()});"
        for role, name in _STANDARD.items()
    )
    return f"""
    QMainWindow, QDialog {{ background: {t["ground"]}; }}
    QFileDialog, QFileDialog QListView, QFileDialog QToolButton, QLineEdit {{ {pictures} }}
    QFileDialog QTreeView::item {{ padding: {px(2)} 0; }}
    QFileDialog QHeaderView::section {{ padding: {px(5)} {px(4)}; }}
    QToolTip {{ background: {t["surface"]}; color: {t["text"]}; border: 1px solid {t["line"]};
        padding: {px(4)}; }}
    #finder {{ background: {t["surface"]}; border: 1px solid {t["line"]}; border-radius: {px(10)};
        }}
    #finder QListWidget {{ border: 0; }}
    #finder QLineEdit {{ font-size: {px(17)}; padding: {px(7)} {px(9)}; }}
    #header, #sidebar, #findings {{ background: {t["surface"]}; }}
    #header {{ border-bottom: 1px solid {t["line"]}; }}
    #sidebar {{ border: 0; border-radius: 0; border-right: 1px solid {t["line"]}; outline: 0;
        padding: {px(8)}; }}
    #sidebar::item {{ border-radius: {px(6)}; padding: {px(6)} {px(8)}; margin: 1px 0;
        color: {t["text"]}; }}
    #sidebar::item:selected {{ background: {t["selected"]}; color: {t["accent"]};
        font-weight: bold; }}
    #sidebar::item:hover:!selected {{ background: {t["ground"]}; }}
    #sidebar::item:selected:focus {{ border: 1px solid {t["accent"]}; }}
    #brand {{ color: {t["accent"]}; font-weight: bold; }}
    #large {{ color: {t["accent"]}; font-size: {px(19)}; font-weight: bold; }}
    #heading {{ font-weight: bold; }}
    #contents::item {{ padding: {px(3)} {px(8)}; }}
    #contents::item:selected {{ background: {t["selected"]}; color: {t["accent"]}; }}
    #contents:focus {{ border: 1px solid {t["accent"]}; }}
    #quiet, .quiet {{ color: {t["quiet"]}; }}
    #title {{ color: {t["accent"]}; font-size: {px(20)}; font-weight: bold; }}
    #part {{ color: {t["accent"]}; font-weight: bold; }}
    #reading {{ background: {t["surface"]}; border: 0; border-left: 1px solid {t["line"]};
        font-size: {px(15)}; }}
    #help {{ background: {t["surface"]}; }}
    #cards {{ background: transparent; border: 0; }}
    #preview {{ background: {t["sunken"]}; border: 0; border-left: 1px solid {t["line"]}; }}
    #pagebar {{ background: {t["surface"]}; border-top: 1px solid {t["line"]}; }}
    #pagebar QLineEdit {{ padding: {px(2)} {px(5)}; }}
    QLineEdit#cell {{ padding: 0 {px(5)}; }}
    QToolButton#flat:checked {{ background: {t["selected"]}; border: 1px solid {t["accent"]}; }}
    QToolButton::menu-indicator {{ image: none; }}
    #chooser {{ padding-right: {px(22)}; }}
    QToolButton#chooser::menu-indicator {{ image: url({arrow}); width: {px(14)}; height: {px(14)};
        subcontrol-origin: padding; subcontrol-position: center right; right: {px(5)}; }}
    #findings {{ border-top: 1px solid {t["line"]}; }}
    #banner {{ background: {t["warn_ground"]}; color: {t["warn"]}; padding: {px(8)} {px(16)}; }}
    #refusal {{ background: {t["warn_ground"]}; }} #refusal QLabel {{ color: {t["warn"]}; }}
    #wrong {{ color: {t["bad"]}; }}
    QSplitter::handle {{ background: {t["line"]}; }}
    #parts::handle:vertical {{ background: transparent; height: {px(8)}; }}
    #parts::handle:vertical:hover {{ background: {t["line"]}; }}
    QSplitter::handle:horizontal {{ width: 1px; }} QSplitter::handle:vertical {{ height: 1px; }}
    QPushButton, QToolButton, QComboBox, QDateEdit {{
        background: {t["surface"]}; border: 1px solid {t["line"]}; border-radius: {px(5)};
        color: {t["text"]}; padding: {px(5)} {px(11)}; min-height: {px(18)}; }}
    QToolButton {{ padding: {px(4)}; }} QPushButton, QToolButton {{ icon-size: {px(16)}; }}
    QPushButton:hover, QToolButton:hover, QComboBox:hover {{ background: {t["selected"]}; }}
    QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus,
    QPlainTextEdit:focus, QTableView:focus, QTreeView:focus, QCheckBox:focus {{
        border: 1px solid {t["accent"]}; }}
    QCheckBox, QRadioButton {{ border: 1px solid transparent; padding: 2px; }}
    QRadioButton:focus {{ border: 1px solid {t["accent"]}; }}
    QRadioButton::indicator {{ width: {px(17)}; height: {px(17)}; image: url({radio}); }}
    QRadioButton::indicator:checked {{ image: url({radio_on}); }}
    QCheckBox::indicator, QListWidget::indicator, QTableView::indicator {{ width: {px(15)};
        height: {px(15)}; border: 1px solid {t["quiet"]}; border-radius: 3px;
        background: {t["surface"]}; }}
    QCheckBox::indicator:checked, QListWidget::indicator:checked,
        QTableView::indicator:checked {{ background: {t["accent"]}; border-color: {t["accent"]};
        image: url({tick}); }}
    QRadioButton:disabled {{ color: {t["quiet"]}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t["quiet"]}; background: {t["ground"]}; }}
    QPushButton#primary {{ background: {t["accent"]}; color: {t["on_accent"]};
        border-color: {t["accent"]}; font-weight: bold; }}
    QPushButton#primary:disabled {{ background: {t["ground"]}; color: {t["quiet"]};
        border-color: {t["line"]}; }}
    QPushButton#primary:focus {{ border: 2px solid {t["text"]}; }}
    QPushButton#flat, QToolButton#flat {{ border: 1px solid transparent; background: transparent; }}
    QPushButton#flat:hover, QToolButton#flat:hover {{ background: {t["selected"]}; }}
    QPushButton#flat:checked, QToolButton#flat:checked {{ color: {t["accent"]};
        background: {t["selected"]}; }}
    QPushButton#flat:focus, QToolButton#flat:focus {{ border: 1px solid {t["accent"]}; }}
    QPushButton#link {{ border: 1px solid transparent; background: transparent; padding: 0;
        min-height: {px(22)}; text-align: left; }}
    QPushButton#link QLabel {{ color: {t["accent"]}; }}
    QPushButton#link:hover {{ background: {t["selected"]}; }}
    QPushButton#link:focus {{ border: 1px solid {t["accent"]}; }}
    QComboBox QAbstractItemView, QListView#offered {{ background: {t["surface"]};
        border: 1px solid {t["line"]}; outline: 0;
        selection-background-color: {t["selected"]}; selection-color: {t["text"]};
        padding: {px(3)}; }}
    QComboBox QAbstractItemView::item, QListView#offered::item {{ padding: {px(4)} {px(7)};
        min-height: {px(18)}; }}
    QComboBox QAbstractItemView::item:selected,
        QListView#offered::item:selected {{ background: {t["selected"]}; color: {t["text"]}; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0;
        background: transparent; }}
    QComboBox::drop-down {{ border: 0; width: {px(22)}; }}
    QComboBox::down-arrow {{ image: url({arrow}); width: {px(14)}; height: {px(14)}; }}
    QLineEdit, QPlainTextEdit {{ background: {t["surface"]}; border: 1px solid {t["line"]};
        border-radius: {px(5)};
        padding: {px(5)} {px(7)}; color: {t["text"]}; selection-background-color: {t["accent"]};
        selection-color: {t["on_accent"]}; }}
    QTableView QLineEdit {{ padding: 0 {px(5)}; border-radius: {px(3)}; }}
    QTextEdit {{ background: {t["surface"]}; border: 1px solid {t["line"]}; border-radius: {px(5)};
        padding: {px(5)} {px(7)};
        color: {t["text"]}; selection-background-color: {t["accent"]};
        selection-color: {t["on_accent"]}; }}
    QTextEdit:focus {{ border: 1px solid {t["accent"]}; }}
    QTextEdit#carded, QTextEdit#changes {{ background: transparent; border: 0; padding: 0; }}
    #old {{ color: {t["warn"]}; }}
    #quiet[tone="own"] {{ color: {t["accent"]}; font-weight: bold; }}
    QLabel[tone="missing"] {{ color: {t["warn"]}; }}
    #pill {{ color: {t["quiet"]}; background: {t["surface"]}; border: 1px solid {t["quiet"]};
        border-radius: 8px; padding: 0 7px; }}
    #pill[state="checked"], #pill[state="approved"] {{ color: {t["good"]};
        background: {t["good_ground"]}; border-color: {t["good"]}; }}
    #pill[state="old"] {{ color: {t["warn"]}; background: {t["warn_ground"]};
        border-color: {t["warn"]}; }}
    #pill[state="missing"] {{ color: {t["bad"]}; background: {t["bad_ground"]};
        border-color: {t["bad"]}; }}
    #pill:focus {{ border-width: 2px; padding: 0 6px; }}
    #pill::menu-indicator {{ image: none; }}
    #offers {{ border: 1px solid {t["quiet"]}; border-radius: {px(6)}; padding: 1px; }}
    QToolButton#term {{ padding: {px(1)} {px(7)}; border-radius: {px(8)}; color: {t["quiet"]};
        background: transparent; }}
    QToolButton#term:hover {{ color: {t["text"]}; background: {t["selected"]}; }}
    QToolButton#term:focus {{ color: {t["text"]}; border: 1px solid {t["accent"]}; }}
    QToolButton#term::menu-indicator {{ image: none; }}
    QPushButton#small {{ padding: {px(2)} {px(10)}; }}
    QTableView, QTreeView, QListWidget {{ background: {t["surface"]};
        border: 1px solid {t["line"]}; border-radius: {px(6)};
        gridline-color: transparent; outline: 0; selection-background-color: {t["selected"]};
        selection-color: {t["text"]}; }}
    #findings QTreeView {{ border: 0; }}
    #findings QTreeView:focus {{ border: 1px solid {t["accent"]}; }}
    QTableView::item, QTreeView::item {{ border-bottom: 1px solid {t["line"]};
        padding: {px(4)} {px(8)}; }}
    QTreeView::item {{ border-bottom: 0; }}
    QTreeView::branch:has-children:closed {{ image: url({closed}); }}
    QTreeView::branch:has-children:open {{ image: url({arrow}); }}
    #lines {{ padding: 1px; }} #lines::item {{ padding: {px(4)} {px(6)}; }}
    QTreeView::item:selected, QTreeView::branch:selected {{ background: {t["selected"]};
        color: {t["text"]}; }}
    QHeaderView, QHeaderView::section {{ background: {t["surface"]}; }}
    QHeaderView::section {{ border: 0; border-bottom: 1px solid {t["line"]}; color: {t["quiet"]};
        font-weight: bold;
        padding: {px(6)} {px(11)}; text-align: left; }}
    QTabBar::tab {{ background: transparent; color: {t["quiet"]}; padding: {px(6)} {px(7)};
        border: 0; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {t["accent"]}; border-bottom: 2px solid {t["accent"]};
        font-weight: bold; }}
    QTabBar::tab:focus {{ color: {t["accent"]}; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QScrollArea, QScrollArea > QWidget > QWidget#form {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: {px(10)}; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(10)}; }}
    QScrollBar::handle {{ background: {t["line"]}; border-radius: {px(4)}; min-height: {px(24)};
        min-width: {px(24)}; margin: 1px; }}
    QScrollBar::handle:hover {{ background: {t["quiet"]}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page,
        QScrollBar::sub-page {{ background: transparent; width: 0; height: 0; }}
    QMenu {{ background: {t["surface"]}; border: 1px solid {t["line"]}; padding: {px(4)}; }}
    QMenu::item {{ padding: {px(4)} {px(22)}; }}
    QMenu::item:selected {{ background: {t["selected"]}; }}
    QMenu::indicator {{ width: {px(14)}; height: {px(14)}; left: {px(5)}; }}
    QMenu::indicator:checked {{ image: url({mark}); }}
    QMenu::item:disabled {{ color: {t["quiet"]}; }}
    QMenu::separator {{ height: 1px; background: {t["line"]}; margin: {px(4)}; }}
    QMenuBar {{ background: {t["surface"]}; }} QMenuBar::item {{ padding: {px(4)} {px(9)}; }}
    QMenuBar::item:selected {{ background: {t["selected"]}; }}
    QProgressBar {{ border: 1px solid {t["line"]}; border-radius: {px(4)};
        background: {t["surface"]}; text-align: center; height: {px(14)}; }}
    QProgressBar::chunk {{ background: {t["accent"]}; border-radius: {px(3)}; }}
    QGroupBox, #card {{ background: {t["surface"]}; border: 1px solid {t["line"]};
        border-radius: {px(8)}; }}
    QGroupBox {{ margin-top: {px(26)}; }}
    QGroupBox::title {{ subcontrol-origin: margin; subcontrol-position: top left;
        color: {t["quiet"]}; padding: 0 0 {px(4)} 0; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {t["line"]}; }}
    """
