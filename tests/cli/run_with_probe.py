"""docscan with the analysers of this folder's `analysers/` beside its own."""

from pathlib import Path

import docscan.analysers
from docscan.__main__ import main

docscan.analysers.__path__.append(str(Path(__file__).parent / "analysers"))
main()
