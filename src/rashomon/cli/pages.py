"""A page of sourced lines in the terminal: each line with the sentence it rests on, the span between ⟦ ⟧."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ..exports.affairs import Page, Part, Row, standing
from ..exports.evidence import Evidence
from .views import console, harmless

SENTENCES = 2  # shown of a line; the others are in the HTML and the JSON


def show(page: Page) -> None:
    out = console()
    out.print(Text(harmless(page.title), "bold underline"))
    out.print(Text(harmless("; ".join(page.remarks)), "dim"))
    for part in page.parts:
        out.print()
        out.print(Text(part.heading.capitalize(), "bold"))
        for row in part.rows:
            _put(out, _line(part, row), "- ", "  ")
            for note in row.notes:
                _put(out, Text(harmless(note)), "    ", "      ")
            told = list({e.before + e.exact + e.after: e for e in reversed(row.evidence)}.values())[::-1]
            for one in (*told[:1], *told[1:][-(SENTENCES - 1) :]):
                _put(out, _sentence(one), "    ", "    ")
    if not page.parts:
        out.print("nothing is known")


def _put(out: Console, text: Text, first: str, others: str) -> None:
    """The text broken to the width of the terminal, its lines set in by `first` and `others`."""
    for number, line in enumerate(text.wrap(out, max(20, out.width - len(others)))):
        line.rstrip()
        out.print(Text.assemble(others if number else first, line), soft_wrap=True)


def _line(part: Part, row: Row) -> Text:
    times = [t for t in (row.when, f"due {row.due}" if row.due else "", standing(part, row)) if t]
    count = f"{len(row.evidence)} sentence{'s'[: len(row.evidence) != 1]}, {row.origins} origin{'s'[: row.origins != 1]}"
    times += [count] if row.evidence else []
    out = Text()
    if row.flag:
        out.append(f"[{row.flag}] ", "bold red")
    out.append(harmless(row.who or "not named"), "bold")
    out.append(harmless(f" {row.stance} {row.what}".rstrip()))
    if row.towards:
        out.append(harmless(f" (concerning {row.towards})"))
    out.append(f"  {'; '.join(times)}", "dim")
    return out


def _sentence(one: Evidence) -> Text:
    who = f", according to {' > '.join(one.according)}" if one.according else ""
    out = Text()
    words = [" ".join(part.split(" ")) for part in (one.before, one.exact, one.after)]
    flat = [" ".join(part.split()) for part in words]
    gap = [" " if words[i] and words[i][-1].isspace() else "" for i in range(2)]
    out.append(harmless(f"{flat[0]}{gap[0] if flat[0] else ''}"))
    out.append(harmless(f"⟦{flat[1]}⟧"), "bold")
    out.append(harmless(f"{gap[1] or _gap(one.after)}{flat[2]}"))
    out.append(harmless(f"  {one.outlet}, {one.published}{who}  {one.step}"), "dim")
    if one.corrected:
        out.append(harmless(f"  {one.corrected}"), "bold red")
    return out


def _gap(after: str) -> str:
    return " " if after[:1].isspace() else ""
