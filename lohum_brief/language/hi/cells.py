"""What people write into the cells of tables in Hindi."""

from typing import Final

from lohum_brief.language.rooms.cells import Around, Cells

CELLS: Final = Cells(
    joints="और|तथा|एवं|व",
    allergy=r"\s*(?:से|की) एलर्जी(?: है)?$",
    estimated=r"\(अनु\.?\)",
    no_value="उपलब्ध नहीं|लागू नहीं|अनुपलब्ध",
    powers="हज\u093c?ार|लाख|करोड\u093c?|अरब",
    hedges=Around("लगभग|क़रीब|करीब|कम से कम|न्यूनतम|अधिक से अधिक|अधिकतम", "से अधिक|से कम नहीं|या अधिक|तक"),
    bounds=Around("दर्जनों", "से कुछ (?:कम|अधिक|ज़्यादा)|से कम|के आसपास|के आस-पास|के करीब|के क़रीब"),
    understood="लगभग, कम से कम, से अधिक, अधिक से अधिक, तक",
    vague="विवरण|ब्यौरा|ब्योरा|ब्यौरे|विशिष्टियाँ|विशिष्टियां|विवरणी|वर्णन",
    remarks="टिप्पणी|टिप्पणियाँ|अभ्युक्ति|अभ्युक्तियाँ",
)
