"""Letters of names as English papers write them (no accents, ł as l, ø as o, þ as th), by which names are likened and ids made."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a plain one and its mark: one report writes Øystein Djupedal, another Oystein.
_WHOLE = dict(pair.split("=") for pair in "ł=l ø=o đ=d ð=d þ=th æ=ae œ=oe ß=ss ı=i ħ=h ŧ=t ŋ=ng ə=a".split())
_LARGE = {letter.upper(): plain.capitalize() for letter, plain in _WHOLE.items() if letter not in "ßı"}
_PLAIN = str.maketrans(_WHOLE | _LARGE | {"ẞ": "SS"})


def plain_letters(text: str) -> str:
    """The text in plain letters where it is written in Latin ones; others lose their marks alone."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text.translate(_PLAIN)) if not unicodedata.combining(c))
