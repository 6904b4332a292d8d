"""Document.address -> an address that a reader may follow."""

from __future__ import annotations

from urllib.parse import urlsplit


def safe_address(address: str | None) -> str | None:
    """The address, if it is one a reader may follow; anything but http(s) is left out (`javascript:`)."""
    if not address:
        return None
    try:
        return address if urlsplit(address).scheme in {"http", "https"} else None
    except ValueError:  # "http://[" is no address
        return None
