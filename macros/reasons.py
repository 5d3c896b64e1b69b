"""Why the operating system refused something, in Dutch."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "de rechten staan het niet toe",
    errno.EPERM: "de rechten staan het niet toe",
    errno.EROFS: "deze schijf is alleen om te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je hebt op deze schijf geen ruimte meer",
    errno.EIO: "de schijf werkt niet goed",
    errno.ENOENT: "een bestand of map is er niet meer",
    errno.ENOTEMPTY: "iemand anders schrijft in dezelfde map",
    errno.EADDRINUSE: "een ander programma gebruikt die poort",
    errno.EADDRNOTAVAIL: "dat adres hoort niet bij deze computer",
}


def why(error: OSError) -> str:
    """The reason in words that help; the system's own words when it is a rare one."""
    return _REASONS.get(error.errno or 0, f"het systeem zegt: {error.strerror or error}")
