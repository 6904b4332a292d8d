"""Bytes -> text, the name of the encoding, and the damage found on the way."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from ..records import Defect, DefectKind, Span

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SIGNATURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ\x90",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"BZh",
    b"Rar!",
    b"7z\xbc\xaf",
    b"OggS",
    b"ID3",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3",
    b"\x00\x00\x00\x18ftyp",
    b"RIFF",
    b"\xfd7zXZ",
)  # fmt: skip, noqa: E501


def is_binary(data: bytes) -> bool:
    """True where no encoding makes sense of the bytes as text: known signatures, or more than one control byte in fifty."""
    if data.startswith(_SIGNATURES):
        return True
    if any(data.startswith(bom) for bom, _ in _BOMS) or _wide(data):
        return False
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 50 > len(sample)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, tuple[Defect, ...]]:
    """Text with newlines as "\\n", name of the encoding, defects. Never fails: undecodable bytes become U+FFFD or are read as
    cp1252 (a byte order mark, then strict UTF-8, the declared charset, UTF-16 without mark, a guess, cp1252: the first that fits).
    """
    text, encoding, damage = _decode(data, declared)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    return text, encoding, _mixed(text, damage)


def _decode(data: bytes, declared: str | None) -> tuple[str, str, str]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), name, ""
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, ""
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", "rashomon-cp1252"), "utf-8", "mixed"
    for charset in (declared, _guess(data)):
        if charset and _known(charset):
            try:
                return data.decode(charset), charset, ""
            except (UnicodeDecodeError, ValueError):
                continue
    return data.decode("cp1252", "replace"), "cp1252", ""


def _known(name: str) -> bool:
    try:
        codecs.lookup(name)
        return not name.lower().replace("-", "").replace("_", "").startswith(("utf16", "utf32", "utf7", "idna", "punycode"))
    except (LookupError, ValueError):
        return False


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero."""
    sample = data[:4000]
    if len(sample) < 8 or sample.count(0) * 3 < len(sample):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.8 * len(sample) / 2 and even < 0.1 * len(sample) / 2:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * len(sample) / 2 and odd < 0.1 * len(sample) / 2 else None


_UTF8_RUN = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


def _mostly_utf8(data: bytes) -> bool:
    """Some bytes are broken, yet most of those above ASCII stand in good UTF-8 sequences: two encodings in one file."""
    good = sum(len(m) for m in _UTF8_RUN.findall(data))
    return good * 2 > len(_HIGH.findall(data))


def _guess(data: bytes) -> str | None:
    """A guess is worth asking for only where much of the text lies above ASCII (Cyrillic, Chinese ...): a few bytes are cp1252."""
    sample = data[:_SAMPLE]
    if len(_HIGH.findall(sample)) * 5 < len(sample):
        return None
    best = from_bytes(sample).best()
    return best.encoding if best is not None else None


def _read_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("rashomon-cp1252", _read_as_cp1252)


def _mixed(text: str, damage: str) -> tuple[Defect, ...]:
    if damage != "mixed":
        return ()
    evidence = "bytes of two encodings: UTF-8 and cp1252"
    return (Defect(DefectKind.ENCODING, Span(0, min(1, len(text))), evidence, None, False, "encodings.mixed"),)
