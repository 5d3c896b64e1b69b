"""The process that `serve` keeps beside itself: it holds the checked catalogue and shows an edited entry at once.

It is asked by a line on its input, which says only: look. It answers in lines of JSON, of which `Answer` tells the fields; the
last one of an answer says that it is done. It ends with its input. Nobody else speaks to it and it opens no file but the project's.
"""

from __future__ import annotations

import contextlib
import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

from macros.building import refusal
from macros.catalogue import Catalogue
from macros.files import write_whole
from macros.history import HistoryError, tips
from macros.keeping.answers import Answer
from macros.keeping.checks import Kept
from macros.keeping.judgements import remembered
from macros.keeping.touched import touched
from macros.making.maker import Shown
from macros.pages import Pagina, entry_page
from macros.plugin import page_maker
from macros.preloading import with_index
from macros.project import check_project, read_collections, today
from macros.versions.changes import Wijzigingen
from macros.versions.past import Verleden, current, read_changes, read_past


class Workshop:
    """The content of one project as it was at the last look, and what it takes to show a page of it."""

    def __init__(self, project: Path, site: Path) -> None:
        """Read everything once. The site is a folder, in which a build has put its pages."""
        self._project = project
        self._site = site
        self._kept = Kept(remembered(project))
        self._maker = page_maker(project)
        self._past: tuple[object, Verleden, Wijzigingen] | None = None
        self._shown = check_project(project, self._kept.check).catalogue

    def look(self) -> Iterator[Answer]:
        """See what changed: everything that is wrong, or first the entries that changed and then the pages that name them."""
        checked = check_project(self._project, self._kept.check)
        if checked.catalogue is None:
            yield Answer(refusal(checked.errors))
            return
        before, self._shown = self._shown, checked.catalogue
        if before is None:
            return
        known = {item.slug: item.tekst for item in before.items}
        edited = [item.slug for item in checked.catalogue.items if known.get(item.slug) != item.tekst]
        # whoever replaces a hundred files at once is not waiting for one page
        if edited and len(edited) <= 12 and (self._site / "index.html").is_file():
            after = self._take(checked.catalogue)
            yield self._show([entry_page(after.by_slug[slug]) for slug in edited])
            yield self._show({page.adres: page for slug in edited for page in touched(before, after, slug)}.values())

    def _take(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue with the versions that readers see, which the pages are made of from now on."""
        ground = (tips(self._project), catalogue.vorige_adressen, today())
        if self._past is None or self._past[0] != ground:
            past = read_past(self._project, catalogue.vorige_adressen, today())
            try:
                changes = read_changes(self._project, catalogue, past)
            except HistoryError:
                # the build that follows tells
                changes = Wijzigingen()
            self._past = (ground, past, changes)
        _, past, changes = self._past
        after = replace(catalogue, versies={slug: version.nummer for slug, version in current(self._project, past).items()})
        self._maker.take(Shown(after, read_collections(self._project), changes))
        return after

    def page(self, pagina: Pagina) -> bytes:
        """A page of the content of the last look, as a whole build would put it on this site."""
        index = sorted(path.name for path in (self._site / "pagefind").iterdir())
        return with_index(self._maker.html(pagina), index)

    def _show(self, pages: Iterable[Pagina]) -> Answer:
        """Put pages on the site."""
        done = []
        for page in pages:
            path = self._site / page.adres / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, self.page(page))
            done.append(page.adres)
        return Answer(adressen=tuple(done))


def main(project: Path, site: Path, asked: Iterable[str], say: Callable[[str], object]) -> None:
    """Look at every line that is asked, until there are no more."""
    workshop = Workshop(project, site)
    say(_line(Answer(klaar=True)))
    for _ in asked:
        for answer in workshop.look():
            say(_line(answer))
        say(_line(Answer(klaar=True)))


def _line(answer: Answer) -> str:
    return f"{json.dumps(asdict(answer))}\n"


if __name__ == "__main__":
    # Ctrl-C is for `serve`, which then closes our input
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = sys.stdout

    def _answer(line: str) -> None:
        answers.write(line)
        answers.flush()

    with contextlib.redirect_stdout(sys.stderr), contextlib.suppress(BrokenPipeError):
        main(Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin, _answer)
