"""Several script modules as one file: a page with forty small files pays the overhead of a file forty times.

Only what our own scripts use of the module syntax: imports of named things or of a whole module at the start of a
line, exports at the declaration or in braces. Anything else is an error, never a guess. Where a name means one thing
in all parts they share the top of the file; otherwise each module keeps its own scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.scripting.naming import foreign_names, short_names, top_names
from macros.scripting.syntax import ScriptError

_IMPORT = re.compile(r'^import (?:(?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from )?"\./(?P<name>[\w-]+\.js)";', re.MULTILINE)
_DYNAMIC = re.compile(r'^(?!\s*(?:/?\*|//)).*?(?<!\{)\bimport\("\./([\w-]+\.js)"\)', re.MULTILINE)
_DECLARED = re.compile(r"^((?:/\*\*.*?\*/ )?)export ((?:async )?(?:const|class|function\*?) )(\w+)", re.MULTILINE)
_LISTED = re.compile(r'^export \{([^}]*)\}(?: from "\./([\w-]+\.js)")?;', re.MULTILINE)
_LEFT = re.compile(r"^(?:import\b(?!\()|.*\bexport (?:\{|\*|default\b|let\b|var\b|const\b|class\b|function\b|async\b)).*", re.MULTILINE)


def imports(source: str) -> tuple[str, ...]:
    """The files that a module cannot start without, in the order of the module."""
    listed = [(match.start(), match["name"]) for match in _IMPORT.finditer(source)]
    passed_on = [(match.start(), match[2]) for match in _LISTED.finditer(source) if match[2]]
    return tuple(dict.fromkeys(name for _, name in sorted(listed + passed_on)))


def bundles(sources: Mapping[str, str], entries: tuple[str, ...], copied: tuple[str, ...] = ()) -> dict[str, str]:
    """All scripts by file name, with each entry and what only entries need in one file.

    What a script outside an entry imports, what two entries import, or what any script loads later stays a file of its own;
    but of what is copied each entry has its own.
    """
    inside = {entry: _reached(entry, sources, set(entries)) for entry in entries}
    outside = [name for name in sources if not any(name in reached for reached in inside.values())]
    wanted = {found for name in outside for found in imports(sources[name])}
    wanted |= {found for source in sources.values() for found in _DYNAMIC.findall(source)}
    shared = {name for entry in entries for name in inside[entry] if sum(name in other for other in inside.values()) > 1} - {*copied}
    apart = {part for name in (*shared, *(wanted - set(entries))) for part in _reached(name, sources, set(entries))}
    made = {entry: _bundle(entry, [name for name in inside[entry] if name not in apart or name in copied], sources) for entry in entries}
    kept = {name for name in sources if name in apart or name in outside or name in wanted}
    return {name: made.get(name, sources[name]) for name in sources if name in made or name in kept}


def housed(sources: Mapping[str, str], homes: Mapping[str, str]) -> dict[str, str]:
    """The same scripts, with each module taken from the home that it has: a file that is loaded anyway wherever it is wanted.

    The home hands over what others want of the module; what is part of the home itself takes it as before.
    """
    found = dict(sources)
    for module, home in homes.items():
        own = set(_reached(home, sources, set()))
        others = {name for name in sources if name not in own and module in imports(sources[name])}
        wanted = sorted({one for name in others for one in _named(sources[name], module)})
        for name in others:
            found[name] = found[name].replace(f'from "./{module}";', f'from "./{home}";')
        found[home] += f'export {{ {", ".join(wanted)} }} from "./{module}";\n' if wanted else ""
    return found


def _named(source: str, module: str) -> set[str]:
    """What a script takes from a module, by the names that it has there."""
    taken = [match["names"] or "" for match in _IMPORT.finditer(source) if match["name"] == module]
    return {name.strip().split(" as ")[0] for names in taken for name in names.split(",") if name.strip()}


def _reached(entry: str, sources: Mapping[str, str], others: set[str], above: tuple[str, ...] = ()) -> list[str]:
    """A module and all that it imports, each after what it needs itself; not what stands in the file of another entry."""
    if entry in above:
        raise ScriptError(f"{entry} imports itself, by way of {above[-1]}")
    wanted = [name for name in imports(sources[entry]) if name not in others or name in above]
    found = [part for name in wanted for part in _reached(name, sources, others, (*above, entry))]
    return list(dict.fromkeys([*found, entry]))


def _bundle(entry: str, parts: list[str], sources: Mapping[str, str]) -> str:
    """One file: what comes from elsewhere, each part, and what the entry exports."""
    if _share_their_names(parts, sources):
        return _joined(entry, parts, sources)
    exported: dict[str, dict[str, str]] = {}
    keys = _Keys(parts, sources)
    elsewhere = dict.fromkeys(name for part in parts for name in imports(sources[part]) if name not in parts)
    lines = [f'import * as {_variable(name)} from "./{name}";' for name in elsewhere]
    for part in parts:
        code, exported[part] = _body(part, sources[part], keys)
        names = ",".join(_pair(keys.key(part, name), value) for name, value in exported[part].items())
        lines.append(f"const {_variable(part)}=(()=>{{{code}\nreturn{{{names}}}}})();")
    if exported[entry]:
        names = ",".join(_pair(keys.key(entry, name), name) for name in exported[entry])
        lines.append(f"export const {{{names}}}={_variable(entry)};")
    return "\n".join(lines)


def _share_their_names(parts: list[str], sources: Mapping[str, str]) -> bool:
    """Whether no name means two things: declared twice, taken from elsewhere too, or a name of the browser in another part."""
    taken = [match for part in parts for match in _IMPORT.finditer(sources[part])]
    passed_on = [match[2] for part in parts for match in _LISTED.finditer(sources[part]) if match[2]]
    if any(match["whole"] or " as " in (match["names"] or "") for match in taken) or not {*passed_on} <= {*parts}:
        return False
    declared = [name for part in parts for name in top_names(sources[part], part)]
    others = {name for names in _from_elsewhere(parts, sources).values() for name in names}
    others |= {name for part in parts for name in foreign_names(_LISTED.sub("", sources[part]), part)}
    return len(declared) == len(set(declared)) and not others & set(declared)


def _from_elsewhere(parts: list[str], sources: Mapping[str, str]) -> dict[str, set[str]]:
    """File → the names that parts take from it; none where it is only run."""
    found: dict[str, set[str]] = {}
    for match in (match for part in parts for match in _IMPORT.finditer(sources[part])):
        if match["name"] not in parts:
            found.setdefault(match["name"], set()).update(name.strip() for name in (match["names"] or "").split(",") if name.strip())
    return found


def _joined(entry: str, parts: list[str], sources: Mapping[str, str]) -> str:
    """Parts that share one scope; a function, as names at the very top of a module are never made shorter."""
    lines = [f'import {{{",".join(sorted(names))}}} from "./{name}";' for name, names in _from_elsewhere(parts, sources).items()]
    names = ",".join(_exported(sources[entry]))
    lines.append(f"export const {{{names}}}=(()=>{{" if names else "(()=>{")
    lines += [_bare(part, _IMPORT.sub("", sources[part])) for part in parts]
    lines.append(f"return{{{names}}}}})();" if names else "})();")
    return "\n".join(lines)


class _Keys:
    """Under which short name each part of a file hands over what it exports; of a part that is taken whole the names stay."""

    def __init__(self, parts: list[str], sources: Mapping[str, str]) -> None:
        whole = {match["name"] for part in parts for match in _IMPORT.finditer(sources[part]) if match["whole"]}
        self._short = {part: dict(zip(_exported(sources[part]), short_names(), strict=False)) for part in parts if part not in whole}

    def key(self, part: str, name: str) -> str:
        """The short name, or the name itself where it comes from a file of its own."""
        return self._short.get(part, {}).get(name, name)


def _exported(source: str) -> tuple[str, ...]:
    """What a module exports, by name."""
    listed = [name.strip() for match in _LISTED.finditer(source) for name in match[1].split(",") if name.strip()]
    return (*listed, *(match[3] for match in _DECLARED.finditer(source)))


def _pair(key: str, value: str) -> str:
    return value if key == value else f"{key}:{value}"


def _body(name: str, source: str, keys: _Keys) -> tuple[str, dict[str, str]]:
    """The code of a module as the body of a function, and what it exports by name."""
    exported: dict[str, str] = {}
    for match in _LISTED.finditer(source):
        for part in filter(None, map(str.strip, match[1].split(","))):
            exported[part] = f"{_variable(match[2])}.{keys.key(match[2], part)}" if match[2] else part
    exported |= {match[3]: match[3] for match in _DECLARED.finditer(source)}
    return _bare(name, _IMPORT.sub(lambda match: "".join(_taken(match, keys)), source)), exported


def _bare(name: str, source: str) -> str:
    """A module without imports as plain code, with nothing exported. Raises ScriptError for forms that aren't known here."""
    code = _DECLARED.sub(r"\1\2\3", _LISTED.sub("", source))
    if left := _LEFT.search(code):
        raise ScriptError(f"{name}: cannot be put together with others: {left[0]}")
    return code


def _taken(match: re.Match[str], keys: _Keys) -> Iterator[str]:
    """An import as a declaration; of one for its effect nothing is left, as the parts stand in order."""
    if match["whole"]:
        yield f"const {match['whole']}={_variable(match['name'])};"
    elif match["names"]:
        names = [name.strip().split(" as ") for name in match["names"].split(",") if name.strip()]
        pairs = ",".join(_pair(keys.key(match["name"], name[0]), name[-1]) for name in names)
        yield f"const {{{pairs}}}={_variable(match['name'])};"


def _variable(name: str) -> str:
    """A file name as the name of a variable that no module uses."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))
