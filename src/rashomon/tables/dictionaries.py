"""An actor dictionary in PETRARCH's format (`*.actors.txt`: NAME_, +SYNONYM_, [CODE] or [CODE 960101-011201]) -> groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..errors import TableError
from .rows import ALWAYS, Group, State, Years

CODE = re.compile(r"\[\s*([A-Z0-9-]{3,})\s*([^\]]*)\]")
REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
CENTURY = 30  # years of two digits below it are of this century
SHORT = 3  # names up to this length are initials: they keep their capitals


@dataclass(slots=True)
class _Entry:
    names: list[str] = field(default_factory=list)
    codes: list[tuple[int, str, Years]] = field(default_factory=list)


def read_dictionary(path: Path, states: Mapping[str, State]) -> Iterator[Group]:
    """One group for each code of each entry. `states`: by their code; they and the sector are the first six letters of a code.
    TableError, with file and line, for text that is no name, synonym or code, and for a code that no name goes before."""
    for entry in _entries(path):
        for line, code, years in entry.codes:
            home = states.get(code[:3])
            name, *others = entry.names
            yield Group(
                f"group:dictionary-{path.name.partition('.')[0]}-{line}", name, "dictionary", (home.id,) if home else (), years,
                code[3:6], code, tuple(others), "", str(path.name),
            )  # fmt: skip


def entry_codes(path: Path) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, Years], ...]]]:
    """Of each entry its names and its codes with the years in which they hold."""
    for entry in _entries(path):
        yield tuple(entry.names), tuple((code, years) for _, code, years in entry.codes)


def plain_lines(path: Path, blank: bool = False) -> Iterator[tuple[int, str]]:
    """(number, line) without comments (`#`, `;`, `<!-- -->`); with `blank` the empty lines as well."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as cause:
        raise TableError("dictionary cannot be read", str(path), str(cause)) from cause
    text = REMARK.sub(lambda remark: "\n" * remark[0].count("\n"), text)
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.partition(";")[0].partition("#")[0].strip()
        if line or (blank and not raw.strip()):
            yield number, line


def _entries(path: Path) -> Iterator[_Entry]:
    entry = _Entry()
    for number, line in plain_lines(path):
        name, codes = line.partition("[")[0].strip(), CODE.findall(line)
        if (not name and not codes) or ("[" in line and not codes) or (not name and not entry.names) or name == "+":
            raise TableError("no name, synonym or code", f"{path}:{number}", "expected NAME_, +SYNONYM_ or [CODE]")
        if name and not name.startswith("+"):
            yield from (entry,) if entry.names else ()
            entry = _Entry()
        if name:
            entry.names.append(_spelled(name.removeprefix("+")))
        try:
            entry.codes += [(number, code, _years(when.strip())) for code, when in codes]
        except ValueError as cause:
            raise TableError(f"no date ({cause})", f"{path}:{number}", "expected YYMMDD-YYMMDD, <YYMMDD or >YYMMDD") from cause
    yield from (entry,) if entry.names else ()


def _spelled(name: str) -> str:
    """MINAS_TIRITH_ -> Minas Tirith; UN_ stays UN."""
    words = name.replace("_", " ").split()
    return " ".join(word if len(word) <= SHORT else word.title() for word in words)


def _years(when: str) -> Years:
    if not when:
        return ALWAYS
    if when[0] in "<>":
        day = _day(when[1:].strip())
        return Years(None, day) if when[0] == "<" else Years(day, None)
    first, _, last = when.partition("-")
    return Years(_day(first), _day(last or first))


def _day(digits: str) -> date:
    """YYMMDD or YYYYMMDD."""
    digits = digits.strip()
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < CENTURY else "19") + digits
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
