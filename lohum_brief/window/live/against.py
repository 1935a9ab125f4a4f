"""What stands against a draft of packs, or against an edition: told in a sentence, and listed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.waiving import parted
from lohum_brief.language.interface import say, say_n, sentences
from lohum_brief.packs.readiness import concerned
from lohum_brief.release.blockers import Blocker, Standing
from lohum_brief.store.editions import Accepted
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window.answered import Answered
from lohum_brief.window.live.faults import Faults
from lohum_brief.window.live.reasons import Reasons


class Against(QWidget):
    """A draft is refused for errors; an edition for what it would print that is not as it should
    be.

    `leading` names a record and a field to go to; `answered` comes when somebody answers for a
    place.
    """

    leading = Signal(str, str)
    answered = Signal()

    def __init__(self, visit: Visit, packs: Sequence[Pack], who: str, answered: Answered) -> None:
        super().__init__()
        self._visit = visit
        self._concerns = [concerned(visit, pack) for pack in packs]
        self._listed: list[Blocker] = []
        self.findings: list[Finding] | None = None
        """Errors and warnings about the packs; None before they are known."""
        self.standings: tuple[Standing, ...] | None = None
        """How the packs stand that are to be issued; None before it is known."""
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.faults = Faults()
        self.reasons = Reasons(who, answered, [pack.id for pack in packs])
        for listed in (self.faults, self.reasons):
            listed.leading.connect(self.leading)
        self.reasons.answered.connect(self.answered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.words, self.reasons, self.faults):
            layout.addWidget(widget)

    def wait(self) -> None:
        """Findings are being looked for."""
        self.findings = self.standings = None
        self.announce(say("Looking for findings…"))

    def announce(self, sentence: str) -> None:
        """Tell something else."""
        self.words.setText(sentence)

    def take_findings(self, findings: Sequence[Finding]) -> None:
        """All findings about the visit are known."""
        still, _waived = parted(self._visit, findings)
        self.findings = [
            finding
            for finding in still
            if finding.severity != "info"
            and any(concerns(finding.record, finding.field) for concerns in self._concerns)
        ]

    def take_standings(self, standings: tuple[Standing, ...]) -> None:
        """It is known how the packs stand."""
        self.standings = standings

    def known(self, *, issues: bool) -> bool:
        """Whether it is known what stands against a draft or an edition."""
        return self.findings is not None and not (issues and self.standings is None)

    def _errors(self) -> list[Finding]:
        return [finding for finding in self.findings or () if finding.severity == "error"]

    def ready(self, *, issues: bool) -> list[int]:
        """The numbers of the packs that can be written, or issued; also of those of which it is not
        known yet.
        """
        if issues and self.standings is not None:
            return [
                at
                for at, standing in enumerate(self.standings)
                if not self.reasons.open(standing.blockers)
            ]
        errors = [] if issues else self._errors()
        return [
            at
            for at, concerns in enumerate(self._concerns)
            if not any(concerns(finding.record, finding.field) for finding in errors)
        ]

    def answers(self, at: int) -> tuple[Accepted, ...]:
        """What is answered for of a pack."""
        return self.reasons.answers(self.standings[at].blockers) if self.standings else ()

    def go_to_first(self) -> None:
        """Have the keyboard at what must be done first."""
        shown = self.reasons if self.reasons.isVisibleTo(self) else self.faults
        shown.go_to_first()

    def tell(self, *, issues: bool, widest: int) -> None:
        """Show what is known of a draft or an edition; places take at most so many pixels."""
        if not issues:
            self.reasons.hide()
            self._tell_draft(self.findings or (), widest)
        elif self.standings is None:
            self.reasons.hide()
            self.faults.hide()
            self.announce(say("Looking for what keeps it back…"))
        else:
            self._tell_edition(self.standings, widest)

    def _tell_draft(self, findings: Sequence[Finding], widest: int) -> None:
        errors = sum(finding.severity == "error" for finding in findings)
        warnings = len(findings) - errors
        parts = []
        if errors:
            refused = say_n(
                "{count} error must be put right first.",
                "{count} errors must be put right first.",
                errors,
            )
            parts.append(refused)
        if warnings:
            parts.append(say_n("{count} warning:", "{count} warnings:", warnings))
        self.announce(sentences(parts) or say("No errors and no warnings."))
        self.faults.show_findings(self._visit, findings, widest)

    def _tell_edition(self, standings: Sequence[Standing], widest: int) -> None:
        """What keeps it back, told apart from mere warnings, which are listed when nothing does."""
        blockers = list(dict.fromkeys(one for standing in standings for one in standing.blockers))
        mere = list(
            {
                (one.rule, one.record, one.field): one
                for standing in standings
                for one in standing.warnings
            }.values()
        )
        self.announce(sentences(_said(self.reasons.open(blockers), len(mere), listed=not blockers)))
        if self._listed != blockers:
            self._listed = blockers
            self.reasons.show_blockers(self._visit, blockers, widest)
        self.reasons.setVisible(bool(blockers))
        self.faults.show_findings(self._visit, () if blockers else mere, widest)


def _said(still: Sequence[Blocker], mere: int, *, listed: bool) -> list[str]:
    """What still keeps an edition back, in sentences; warnings are `listed` or only counted."""
    parts = []
    must = sum(not one.waits for one in still)
    waiting = len({one.place for one in still if one.waits})
    if not still:
        parts.append(say("Nothing keeps it back."))
    if must:
        parts.append(
            say_n(
                "{count} place must be put right first.",
                "{count} places must be put right first.",
                must,
            )
        )
    if waiting:
        parts.append(
            say_n(
                "{count} place can be printed as it is, if you say who answers for it and why.",
                "{count} places can be printed as they are, if you say for each who answers for "
                "it and why.",
                waiting,
            )
        )
    if mere and listed:
        parts.append(say_n("{count} warning:", "{count} warnings:", mere))
    elif mere:
        parts.append(
            say_n(
                "{count} warning does not keep it back.",
                "{count} warnings do not keep it back.",
                mere,
            )
        )
    return parts
