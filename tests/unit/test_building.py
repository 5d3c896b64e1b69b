"""Where a site may be put: never in the place of anything that this program did not make."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.building import check_target, put_in_place
from macros.compacting import compact
from macros.steps import BuildError, readable


@pytest.mark.parametrize("target", [".", "docs", "docs/site", "voorbeelden", "README.md", "..", "../foto"])
def test_other_peoples_folders_are_refused(tmp_path: Path, target: str) -> None:
    """Replacing a folder throws away what was in it."""
    project = tmp_path / "project"
    for folder in (project / "docs", project / "voorbeelden", tmp_path / "foto"):
        folder.mkdir(parents=True)
        (folder / "van-mij.txt").write_text("x")
    (project / "README.md").write_text("x")

    with pytest.raises(BuildError, match="--uit"):
        check_target(project, (project / target).resolve())


def test_new_empty_and_earlier_sites_are_fine(tmp_path: Path) -> None:
    """A folder that doesn't exist, an empty one, and the site of before."""
    (tmp_path / "leeg").mkdir()
    (tmp_path / "site" / "pagefind").mkdir(parents=True)
    (tmp_path / "site" / "pagefind" / "pagefind-entry.json").write_text("{}")

    for name in ("nieuw", "leeg", "site"):
        check_target(tmp_path / "project", tmp_path / name)


def test_an_interrupt_between_old_and_new_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at the worst moment costs nothing."""
    fresh, target = tmp_path / "vers", tmp_path / "site"
    for folder in (fresh, target):
        folder.mkdir()
        (folder / folder.name).write_text("x")
    rename = Path.rename

    def interrupted(self: Path, to: Path) -> Path:
        if self == fresh:
            raise KeyboardInterrupt
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(fresh, target)

    assert (target / "site").is_file()


def test_a_bare_traceback_is_left_out() -> None:
    """What went wrong stays."""
    output = 'INFO - x\nTraceback (most recent call last):\n  File "a.py", line 1, in b\n    c()\n    ^^^\nValueError: Invalid IPv6 URL\n'

    assert readable(output) == "ValueError: Invalid IPv6 URL"


def test_quotes_go_only_where_nobody_misses_them() -> None:
    """Around single words and short links within a tag; never in text, around several words, or before a closing slash."""
    html = b'<a class="x" href="../y/" title="a b">a="b" c</a><line x1="2%" y2="3em"/><link rel="canonical" href="https://a.nl/">'

    assert compact(html) == (
        b'<a class=x href=../y/ title="a b">a="b" c</a><line x1=2% y2="3em"/><link rel=canonical href="https://a.nl/">'
    )


def test_apostrophes_stand_as_themselves_in_text_alone() -> None:
    """In a value they may end it, and other signs always keep their names."""
    html = b'<p title="oma&#39;s &#34;huis&#34; &gt; b&#39;c">oma&#39;s <b>&#34;huis&#34;</b> &lt;b&gt; &amp;#39;</p>'

    assert compact(html) == b'<p title="oma&#39;s &#34;huis&#34; &gt; b&#39;c">oma\'s <b>"huis"</b> &lt;b&gt; &amp;#39;</p>'


def test_only_line_ends_that_nobody_sees_are_taken_out() -> None:
    """Before a block element a line end means nothing; between words, before a link and in code it does."""
    html = b"<ul>\n<li>een\nwoord\n<a href=x>link</a></li>\n</ul>\n<pre><code>a\nb\n</code></pre>\n<p>c</p>\n<small>d</small>"

    assert compact(html) == (b"<ul><li>een\nwoord\n<a href=x>link</a></li></ul>\n<pre><code>a\nb\n</code></pre><p>c</p>\n<small>d</small>")
