"""What a browser may load and run on our pages: the Content Security Policy, and the file `_headers` that tells it to hosts.

Every page names the policy itself, because not every host of static sites lets us send headers. Hosts that read
`_headers` (Netlify, Cloudflare Pages) send it too, with what a page can't say about itself.

Sources: https://www.w3.org/TR/CSP3/, https://www.w3.org/TR/trusted-types/ and the fetch standard's `nosniff`.
"""

from __future__ import annotations

from collections.abc import Iterable

# 'self' covers scripts, styles, letters, pictures and data alike, and leaves no way for an inline script or style.
# Pagefind is WebAssembly. The only HTML that a script may make is that of our own policy `pw`, in `html.js`.
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

_EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

EMBEDDED = "insluiten"
"""The folder of pages that are made to stand in somebody else's page."""


def to_headers(folders: Iterable[str]) -> str:
    """The file `_headers`; `folders` are those at the top of the site.

    Nothing but the embedded pages may stand in another site's frame. Rules of these hosts add up and can't be
    taken back, so that one names every other folder.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in _EVERYWHERE.items())]
    for folder in sorted(set(folders) - {EMBEDDED}):
        lines += [f"/{folder}/*", "  X-Frame-Options: SAMEORIGIN"]
    return "\n".join(["/", "  X-Frame-Options: SAMEORIGIN", *lines]) + "\n"
