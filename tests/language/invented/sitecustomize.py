"""Read by every Python that has this folder on its path: by the program and by the processes that
it starts.
"""

from pathlib import Path

import lohum_brief.language

lohum_brief.language.__path__.append(str(Path(__file__).parent))
