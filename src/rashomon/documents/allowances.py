"""How much may come out of one input: far more than any text packs into, far less than a bomb holds."""

from __future__ import annotations

LARGEST_MEMBER = 200_000_000  # bytes, unpacked
LARGEST_INPUT = 50_000_000_000  # bytes that may come out of one input, one after the other
RATIO = 200  # no text packs better
BOMB = "unpacks to far more than it should: a decompression bomb or no text"


class Allowance:
    """How many bytes may still come out of one input, all archives in it together."""

    def __init__(self, packed: int) -> None:
        self.left = min(LARGEST_INPUT, max(LARGEST_MEMBER, RATIO * packed))

    def holds(self, size: int) -> bool:
        """Takes `size` bytes off; False once nothing is left."""
        self.left -= size
        return self.left >= 0
