"""Build step of the wheel: puts resources and compiled catalogues where paths.py looks for them."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface[Any]):
    """A wheel gets them inside the package; a checkout already has them beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the wheel is written."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from lohum_brief.language.compile import compile_catalogues

        self.folder = tempfile.TemporaryDirectory()
        build_data["force_include"]["resources"] = "lohum_brief/resources"
        build_data["force_include"]["LICENSE"] = "lohum_brief/LICENSE"
        for mo in compile_catalogues(Path(self.root, "translations"), Path(self.folder.name)):
            build_data["force_include"][str(mo)] = f"lohum_brief/translations/{mo.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Called by hatchling after the wheel is written."""
        if version != "editable":
            self.folder.cleanup()
