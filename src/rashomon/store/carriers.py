"""A document -> what all its versions share: the message, the address or the file that it came by."""

from __future__ import annotations

from urllib.parse import urlsplit


def carrier_key(source: str, address: str | None, message_id: str | None) -> str | None:
    """What two versions of a document share: "message" and the id of a mail, else "address" and that, else "file" and the path;
    None for what came through a pipe. Scheme, "www.", fragment and a last slash of an address do not matter."""
    if message_id:
        return f"message {message_id}"
    if address:
        try:
            parts = urlsplit(address)
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return f"address {address}"
        return f"address {host}{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"
    return None if source == "-" else f"file {source}"
