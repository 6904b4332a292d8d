"""DOCX -> Draft: its paragraphs in order, read from the zip's XML."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..records import Failure, Received
from .drafts import Draft
from .exports import read_office_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST_XML = 100_000_000
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def is_docx(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"word/document.xml" in data


def read_docx(received: Received) -> Iterator[Draft | Failure]:
    """One report, or all articles of a Nexis export."""
    try:
        with zipfile.ZipFile(io.BytesIO(received.data)) as opened:
            if opened.getinfo("word/document.xml").file_size > _LARGEST_XML:
                yield Failure(received.name, "a DOCX that unpacks to far more than it should", "export it anew")
                return
            root = etree.fromstring(
                opened.read("word/document.xml"), etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
            )
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        NotImplementedError,
        etree.LxmlError,
    ) as error:
        yield Failure(received.name, f"a damaged DOCX ({type(error).__name__})", "open and save it anew")
        return
    text = "\n\n".join(p for p in map(_paragraph, root.iter(f"{_W}p")) if p.strip()) if root is not None else ""
    yield from read_office_text(received, text, "a DOCX", _DOCX, "utf-8")


def _paragraph(element: Any) -> str:
    pieces: list[str] = []
    for node in element.iter():
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{_W}tab":
            pieces.append("\t")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
    return "".join(pieces).strip()
