"""RTF -> its plain text -> Draft; a Nexis export saved as RTF -> one Draft an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Failure, Received
from .drafts import Draft
from .exports import read_office_text

_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+|\\)")
_HIDDEN = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator info pict object header headerl headerr headerf "
    "footer footerl footerr footerf footnote themedata colorschememapping latentstyles datastore xmlnstbl fldinst filetbl "
    "revtbl".split()
)
_SIGNS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n\n",
    "page": "\n\n",
    "row": "\n",
    "cell": "\t",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
}
_SIGNS |= {"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " "}


def is_rtf(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \r\n\t")[:5] == b"{\\rtf"


def read_rtf(received: Received) -> Iterator[Draft | Failure]:
    """One report, or all articles of a Nexis export."""
    text = rtf_text(received.data.decode("latin-1"))
    yield from read_office_text(received, text, "an RTF", "application/rtf", "rtf")


def rtf_text(source: str) -> str:
    """The visible text: groups that hold fonts, styles, pictures, headers or notes left out (RTF 1.9.1)."""
    page = re.search(r"\\ansicpg(\d{3,5})", source[:2000])
    codec = (
        f"cp{page[1]}"
        if page is not None and page[1] in {"1250", "1251", "1252", "1253", "1254", "1257", "932", "936"}
        else "cp1252"
    )
    pieces: list[str] = []
    groups: list[tuple[bool, int]] = []
    hidden, width, skip = False, 1, 0  # `width`: how many signs follow a \\u as its stand-in
    for word, number, code, sign, brace, words in _TOKEN.findall(source):
        if brace == "{":
            groups.append((hidden, width))
        elif brace == "}":
            hidden, width = groups.pop() if groups else (False, 1)
        elif word in _HIDDEN or sign == "*":
            hidden = True
        elif word == "uc":
            width = min(int(number or 1), 9)
        elif not hidden and word == "u" and number:
            pieces.append(chr(int(number) % 65536))
            skip = width
        elif not hidden and code:
            pieces.append("" if skip else bytes([int(code, 16)]).decode(codec, "replace"))
            skip = max(0, skip - 1)
        elif not hidden and words:
            pieces.append(words[skip:])
            skip = max(0, skip - len(words))
        elif not hidden:
            pieces.append(_SIGNS.get(word, "") if word else {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}"}.get(sign, ""))
    return _whole("".join(pieces))


def _whole(text: str) -> str:
    """Characters beyond 16 bits, written as two, made one; what is left of half ones replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
