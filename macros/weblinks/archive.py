"""Look up a kept copy of a page that is gone, at the Internet Archive (its Availability API, a JSON answer)."""

from __future__ import annotations

import json
from urllib.parse import quote

import httpx

SERVICE = "https://archive.org/wayback/available"


async def kept_copy(client: httpx.AsyncClient, address: str, service: str = SERVICE) -> str:
    """The address of the newest kept copy that worked; empty when there is none or the archive doesn't answer."""
    try:
        response = await client.get(f"{service}?url={quote(address, safe='')}", timeout=20)
        return parse_answer(response.text) if response.status_code == 200 else ""
    except (httpx.HTTPError, httpx.InvalidURL):
        return ""


def parse_answer(text: str) -> str:
    """The https address of the snapshot in an answer of the archive; empty when it holds none."""
    try:
        closest = json.loads(text)["archived_snapshots"]["closest"]
        usable = closest["available"] is True and str(closest["status"]).startswith("2")
        return str(closest["url"]).replace("http://", "https://", 1) if usable else ""
    except (ValueError, KeyError, TypeError):
        return ""
