from typing import Final

COUNTRIES: Final = {"world": "Monda", "other": "Alta landa", "JP": "Nipona", "IN": "Bharata"}
