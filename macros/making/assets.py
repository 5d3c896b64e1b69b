"""Our styles and scripts as browsers get them, under addresses that change with their content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rcssmin import cssmin

from macros.content_policy import integrity
from macros.preloading import imports
from macros.scripting import for_browsers


class Assets:
    """What is read from `overrides/` once a build; the scripts share one folder, so that they can import each other by name."""

    def __init__(self, overrides: Path) -> None:
        """Bundle and shrink everything. Raises ScriptError."""
        styles, scripts = overrides / "stijl", overrides / "scripts"
        stylesheet = _styles(styles.glob("*.css"))
        found = for_browsers({path.name: path.read_text(encoding="utf-8") for path in sorted(scripts.glob("*.js"))})
        parts = {name: content.encode() for name, content in found.items()}
        parts |= {path.name: _styles([path]) for path in sorted((styles / "pagina").glob("*.css"))}
        bundled = f"assets/stijl.{_fingerprint(stylesheet)}.css"
        self.folder = f"assets/onderdelen.{_fingerprint(*parts.values())}"
        self.named: Mapping[str, Any] = {
            "stijl": bundled,
            "onderdelen": self.folder,
            "kenmerken": {name: integrity(content) for name, content in {"": stylesheet, **parts}.items()},
        }
        """What `overrides/main.html` says of them."""
        self.files: Mapping[str, bytes] = {bundled: stylesheet, **{f"{self.folder}/{name}": content for name, content in parts.items()}}
        self._imports = imports({name: content.decode() for name, content in parts.items() if name.endswith(".js")})

    def ahead(self, parts: Iterable[str]) -> list[str]:
        """The scripts for which a page with these parts asks at once: those that its own scripts import."""
        scripts = {"kies.js", *(f"{name}.js" for name in parts)}
        # an entry can be read without its scripts, and every byte of its page counts
        found = {needed for name in scripts - {"voorbeeld.js"} for needed in self._imports.get(name, ())}
        return sorted(found - scripts)


def _fingerprint(*contents: bytes) -> str:
    return hashlib.sha256(b"\0".join(contents)).hexdigest()[:8]


def _styles(paths: Iterable[Path]) -> bytes:
    """Stylesheets as one, without comments and needless space."""
    return b"\n".join(cssmin(path.read_bytes()) for path in sorted(paths))
