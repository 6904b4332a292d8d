"""Documents -> references to cite them by: CSL-JSON (what Zotero, pandoc and Word take) and BibTeX."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from ..records import Document, Precision, Reading, When
from ..tables import Tables
from ..tables.letters import plain_letters
from .addresses import safe_address
from .citations import report_letter

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_EXACT = {Precision.DAY: 3, Precision.TIME: 3, Precision.MONTH: 2, Precision.YEAR: 1}
# What BibTeX would take for a command.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citations_json(readings: Sequence[Reading], tables: Tables) -> str:
    """CSL-JSON (schema 1.0): an array with one item a report, in the order of the readings."""
    items = [_item(r.document, key, tables) for r, key in zip(readings, reference_keys(readings, tables), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def citations_bibtex(readings: Sequence[Reading], tables: Tables) -> str:
    """BibTeX: one @misc a report, in the order of the readings; UTF-8, LaTeX's own characters escaped."""
    keys = reference_keys(readings, tables)
    return "\n".join(_entry(_item(r.document, key, tables)) for r, key in zip(readings, keys, strict=True))


def reference_keys(readings: Sequence[Reading], tables: Tables) -> list[str]:
    """A key for each report: outlet, year, letter in the dossier ("ruritanian-times-2022-B"); plain ASCII, no two alike."""
    return [_key(r.document, report_letter(i), tables) for i, r in enumerate(readings)]


def outlet_of(document: Document, tables: Tables) -> str:
    """The outlet's name, else the site's; "" where neither is known."""
    return tables.name(document.outlet) if document.outlet else document.site or ""


def _key(document: Document, letter: str, tables: Tables) -> str:
    plain = plain_letters(outlet_of(document, tables)).encode("ascii", "ignore").decode().lower()
    outlet = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "report"
    parts = _date_parts(document.published)
    return "-".join([outlet, *([str(parts[0])] if parts else []), letter])


def _date_parts(when: When | None) -> list[int]:
    """Year, month and day as far as they are known; a span of days has the parts that its ends share."""
    if when is None or when.earliest is None or when.latest is None:
        return []
    first, last = when.earliest, when.latest
    ends = zip((first.year, first.month, first.day), (last.year, last.month, last.day), strict=True)
    shared = [one for one, other in takewhile(lambda pair: pair[0] == pair[1], ends)]
    return shared[: _EXACT.get(when.precision, 3)]


def _item(document: Document, key: str, tables: Tables) -> dict[str, Any]:
    parts = _date_parts(document.published)
    item = {
        "id": key,
        "type": "article-newspaper",
        "title": document.title,
        "container-title": outlet_of(document, tables),
        "author": [{"literal": name} for name in document.byline],
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": safe_address(document.address),
        "language": document.language,
        "note": f"SHA-256 of the bytes received: {document.sha256}" if document.sha256 else "",
    }
    return {name: value for name, value in item.items() if value}


def _entry(item: Mapping[str, Any]) -> str:
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    fields = {
        "author": " and ".join(f"{{{_escaped(a['literal'])}}}" for a in item.get("author", ())),
        "title": f"{{{_escaped(item['title'])}}}" if "title" in item else "",
        "howpublished": _escaped(item.get("container-title", "")),
        "year": str(parts[0]) if parts else "",
        "month": MONTHS[parts[1] - 1] if len(parts) > 1 else "",
        "day": str(parts[2]) if len(parts) > 2 else "",
        "url": re.sub(r"[{}\\\s]", _percent, item.get("URL", "")),
        "note": _escaped(item.get("note", "")),
    }
    # A month is one of BibTeX's own names and stands without braces.
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{item['id']},", *lines, "}", ""])


def _escaped(text: str) -> str:
    return "".join(_LATEX.get(c, c) for c in " ".join(text.split()))


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"
