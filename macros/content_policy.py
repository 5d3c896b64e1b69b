"""What a browser may load, run and tell others on our pages: policies, and the forms in which web hosts take them.

Every page names the policies itself, because not every host of static sites lets us send headers (GitHub Pages and
GitLab Pages don't). Hosts that read `_headers` (Netlify, Cloudflare Pages) send them too, with what a page can't say
about itself; for Apache and nginx there are files in `tools/webhosts`, written by `tools.host_headers`.

Sources: https://www.w3.org/TR/CSP3/, https://www.w3.org/TR/trusted-types/ and the fetch standard's `nosniff`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

# 'self' covers scripts, styles, letters, pictures and data alike, and leaves no way for an inline script or style.
# Pagefind is WebAssembly. The only HTML that a script may make is that of our own policy `pw`, in `elementen.js`.
POLICY = ";".join(
    (
        "default-src 'self' 'wasm-unsafe-eval'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types pw",
    )
)
"""The policy of every page, as a header or a `meta` element takes it."""

REFERRER = "same-origin"
"""What other sites hear about where a visitor came from: nothing. One policy for all links, instead of `noreferrer` at each."""

_EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

_FRAMES = ("X-Frame-Options", "SAMEORIGIN")
EMBEDDED = "insluiten"
"""The folder of pages that are made to stand in somebody else's page."""


def integrity(content: bytes) -> str:
    """What a page says of a script or stylesheet that it asks for, so that a browser refuses any other (subresource integrity)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def to_headers(folders: Iterable[str]) -> str:
    """The file `_headers`; `folders` are those at the top of the site.

    Nothing but the embedded pages may stand in another site's frame. Rules of these hosts add up and can't be
    taken back, so that one names every other folder.
    """
    framed = f"  {_FRAMES[0]}: {_FRAMES[1]}"
    lines = ["/*", *(f"  {name}: {value}" for name, value in _EVERYWHERE.items())]
    for folder in sorted(set(folders) - {EMBEDDED}):
        lines += [f"/{folder}/*", framed]
    return "\n".join(["/", framed, *lines]) + "\n"


def to_apache() -> str:
    """The same for a file `.htaccess` in the folder of the site, wherever that is; Apache 2.4 with `mod_headers`."""
    lines = [f'Header always set {name} "{value}"' for name, value in _EVERYWHERE.items()]
    frames = f'Header always set {_FRAMES[0]} "{_FRAMES[1]}" "expr=%{{REQUEST_URI}} !~ m#/{EMBEDDED}/#"'
    return "\n".join(["# Antwoordkoppen voor Apache. Gemaakt met: python -m tools.host_headers", *lines, frames]) + "\n"


def to_nginx() -> str:
    """The same for nginx, to be included in `http`: all locations take it that set no headers of their own.

    A header without a value isn't sent, so that one map says which pages may stand in a frame.
    """
    lines = [f'add_header {name} "{value}" always;' for name, value in _EVERYWHERE.items()]
    frames = ["map $uri $pw_frame {", f"  default {_FRAMES[1]};", f'  ~/{EMBEDDED}/ "";', "}", f"add_header {_FRAMES[0]} $pw_frame always;"]
    return "\n".join(["# Antwoordkoppen voor nginx. Gemaakt met: python -m tools.host_headers", *lines, *frames]) + "\n"
