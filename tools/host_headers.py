"""The headers of the site in the forms that Apache and nginx take: `python -m tools.host_headers`.

They stand in `tools/webhosts`, for who puts the site on a server of their own; a test keeps them as the policy is.
"""

from __future__ import annotations

from pathlib import Path

from macros.content_policy import to_apache, to_nginx

FOLDER = Path(__file__).with_name("webhosts")
FILES = {"apache.htaccess": to_apache, "nginx.conf": to_nginx}


def main() -> None:
    """Write every form anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in FILES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
