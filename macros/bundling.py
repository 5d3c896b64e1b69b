"""Several script modules as one file: a page with forty small files pays the overhead of a file forty times.

Only what our own scripts use of the module syntax: imports of named things or of a whole module at the start of a
line, exports at the declaration or in braces. Anything else is an error, never a guess. Each module keeps its own
scope, so names may be used twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(r'^import (?:(?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from )?"\./(?P<name>[\w-]+\.js)";', re.MULTILINE)
_DYNAMIC = re.compile(r'^(?!\s*(?:/?\*|//)).*?(?<!\{)\bimport\("\./([\w-]+\.js)"\)', re.MULTILINE)
_DECLARED = re.compile(r"^((?:/\*\*.*?\*/ )?)export ((?:async )?(?:const|class|function\*?) )(\w+)", re.MULTILINE)
_LISTED = re.compile(r'^export \{([^}]*)\}(?: from "\./([\w-]+\.js)")?;', re.MULTILINE)
_LEFT = re.compile(r"^(?:import\b(?!\()|.*\bexport (?:\{|\*|default\b|let\b|var\b|const\b|class\b|function\b|async\b)).*", re.MULTILINE)


class BundleError(Exception):
    """A script that cannot be put together with others."""


def imports(source: str) -> tuple[str, ...]:
    """The files that a module cannot start without, in the order of the module."""
    listed = [(match.start(), match["name"]) for match in _IMPORT.finditer(source)]
    passed_on = [(match.start(), match[2]) for match in _LISTED.finditer(source) if match[2]]
    return tuple(dict.fromkeys(name for _, name in sorted(listed + passed_on)))


def bundles(sources: Mapping[str, str], entries: tuple[str, ...]) -> dict[str, str]:
    """All scripts by file name, with each entry and what only entries need in one file.

    What a script outside an entry imports, or what two entries import, stays a file of its own.
    """
    inside = {entry: _reached(entry, sources, set(entries)) for entry in entries}
    outside = [name for name in sources if not any(name in reached for reached in inside.values())]
    wanted = {found for name in outside for found in (*imports(sources[name]), *_DYNAMIC.findall(sources[name]))}
    shared = {name for entry in entries for name in inside[entry] if sum(name in other for other in inside.values()) > 1}
    apart = {part for name in (*shared, *(wanted - set(entries))) for part in _reached(name, sources, set(entries))}
    made = {entry: _bundle(entry, [name for name in inside[entry] if name not in apart], sources) for entry in entries}
    kept = {name for name in sources if name in apart or name in outside or name in wanted}
    return {name: made.get(name, sources[name]) for name in sources if name in made or name in kept}


def _reached(entry: str, sources: Mapping[str, str], others: set[str], above: tuple[str, ...] = ()) -> list[str]:
    """A module and all that it imports, each after what it needs itself; not what stands in the file of another entry."""
    if entry in above:
        raise BundleError(f"{entry} imports itself, by way of {above[-1]}")
    wanted = [name for name in imports(sources[entry]) if name not in others or name in above]
    found = [part for name in wanted for part in _reached(name, sources, others, (*above, entry))]
    return list(dict.fromkeys([*found, entry]))


def _bundle(entry: str, parts: list[str], sources: Mapping[str, str]) -> str:
    """One file: what comes from elsewhere, each part in a scope of its own, and what the entry exports."""
    exported: dict[str, dict[str, str]] = {}
    elsewhere = dict.fromkeys(name for part in parts for name in imports(sources[part]) if name not in parts)
    lines = [f'import * as {_variable(name)} from "./{name}";' for name in elsewhere]
    for part in parts:
        code, exported[part] = _body(part, sources[part])
        names = ",".join(f"{name}:{value}" if name != value else name for name, value in exported[part].items())
        lines.append(f"const {_variable(part)}=(()=>{{{code}\nreturn{{{names}}}}})();")
    if exported[entry]:
        lines.append(f"export const {{{','.join(exported[entry])}}}={_variable(entry)};")
    return "\n".join(lines)


def _body(name: str, source: str) -> tuple[str, dict[str, str]]:
    """The code of a module as the body of a function, and what it exports by name."""
    exported: dict[str, str] = {}
    for match in _LISTED.finditer(source):
        owner = f"{_variable(match[2])}." if match[2] else ""
        exported |= {part.strip(): f"{owner}{part.strip()}" for part in match[1].split(",") if part.strip()}
    exported |= {match[3]: match[3] for match in _DECLARED.finditer(source)}
    code = _DECLARED.sub(r"\1\2\3", _LISTED.sub("", _IMPORT.sub(lambda match: "".join(_taken(match)), source)))
    if left := _LEFT.search(code):
        raise BundleError(f"{name}: cannot be put together with others: {left[0]}")
    return code, exported


def _taken(match: re.Match[str]) -> Iterator[str]:
    """An import as a declaration; of one for its effect nothing is left, as the parts stand in order."""
    if match["whole"]:
        yield f"const {match['whole']}={_variable(match['name'])};"
    elif match["names"]:
        names = [name.strip().replace(" as ", ":") for name in match["names"].split(",") if name.strip()]
        yield f"const {{{','.join(names)}}}={_variable(match['name'])};"


def _variable(name: str) -> str:
    """A file name as the name of a variable that no module uses."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))
