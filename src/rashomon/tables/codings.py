"""PETRARCH's dictionaries of actors, agents, verbs and discarded words (`*.agents.txt` ...) -> Codings: codes by words.

The formats are those of PETRARCH's public documentation: `PHRASE {PLURAL} [~GOV]`, with sets `!PERSON! = MAN, WOMAN`; verbs as
`VERB {FORMS} [CODE]` in blocks, with patterns `- WORD * &SYNSET + [CODE:BACK]`, in which `*` is the verb, `$` the source, `+` the
target, `%` both, `^` any word, `_` joins words that must stand side by side; discarded phrases, with `+` for the whole report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from ..errors import TableError
from .dictionaries import entry_codes, plain_lines
from .rows import ALWAYS, Years

Words = tuple[str, ...]
NO_CODE = "---"
CODE = re.compile(r"\[([^\]\s]*)\s*\]\s*$")
AGENT = re.compile(r"^(?:~[A-Z0-9]+|[A-Z0-9]+~|~)$")
FORMS = re.compile(r"\{([^}]*)\}")
SETS = re.compile(r"!(\w+)!")
CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")
MARKS = {"$", "+", "%", "^"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One element of a pattern: any of some phrases, or a mark ($ + % ^). `joined`: it stands right beside the one before."""

    phrases: frozenset[Words]
    mark: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """What stands before and after a verb, and the code of the act there; `back`: of what the target does in turn, or ""."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    code: str
    back: str = ""


@dataclass(frozen=True, slots=True)
class VerbCoding:
    """A verb, with the words that must follow it ("clear up"), and its patterns; that of the bare verb is the last. A verb without
    code has none: there, other than in PETRARCH, our own frames speak; `[---]` says that it is no event."""

    forms: frozenset[str]
    tail: Words
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True)
class Codings:
    """All that the dictionaries of a folder tell. Words are in small letters; `actors`: (code, its years), that of all other years
    last; `agents`: (code, whether it goes before the actor's); `discarded`: (phrase, whether it shuts out the whole report)."""

    actors: Mapping[Words, tuple[tuple[str, Years], ...]] = field(default_factory=dict)
    agents: Mapping[Words, tuple[str, bool]] = field(default_factory=dict)
    verbs: tuple[VerbCoding, ...] = ()
    discarded: tuple[tuple[str, bool], ...] = ()

    @cached_property
    def by_form(self) -> Mapping[str, tuple[VerbCoding, ...]]:
        """Verbs by each of their forms, those of several words first."""
        table: dict[str, list[VerbCoding]] = {}
        for verb in sorted(self.verbs, key=lambda v: -len(v.tail)):
            for form in verb.forms:
                table.setdefault(form, []).append(verb)
        return {form: tuple(verbs) for form, verbs in table.items()}

    @cached_property
    def longest(self) -> int:
        """Words of the longest name of an actor or agent."""
        return max(map(len, (*self.actors, *self.agents)), default=0)

    @cached_property
    def agent_heads(self) -> frozenset[str]:
        """The last word of each agent's name."""
        return frozenset(words[-1] for words in self.agents)

    def actor_code(self, words: Words, day: date | None) -> str:
        """The code of an actor's name on a day; "" for none."""
        rows = self.actors.get(words, ())
        dated = (code for code, years in rows if years != ALWAYS and years.holds(day)) if day is not None else iter(())
        return next(dated, next((code for code, years in rows if years == ALWAYS), ""))


def read_codings(folder: Path) -> Codings | None:
    """The dictionaries of a folder; None where it has none. TableError, with file and line, for a line that is none of theirs."""
    files = {kind: sorted(folder.glob(f"*.{kind}.txt")) for kind in ("actors", "agents", "verbs", "discard")}
    if not any(files.values()):
        return None
    actors: dict[Words, tuple[tuple[str, Years], ...]] = {}
    for path in files["actors"]:
        for names, rows in entry_codes(path):
            ordered = tuple(sorted(rows, key=lambda row: row[1] == ALWAYS))
            actors |= dict.fromkeys((_words(name) for name in names), ordered)
    agents = {words: found for path in files["agents"] for words, found in _agents(path)}
    verbs = tuple(verb for path in files["verbs"] for verb in _verbs(path))
    discarded = tuple(
        (line.lstrip("+").strip(" _").replace("_", " ").lower(), line.startswith("+"))
        for path in files["discard"]
        for _, line in plain_lines(path)
        if line.strip("+ _")
    )
    return Codings(actors, agents, verbs, discarded)


def _words(phrase: str) -> Words:
    return tuple(phrase.replace("_", " ").lower().split())


# -- agents --------------------------------------------------------------------------------------------------------------


def _agents(path: Path) -> Iterator[tuple[Words, tuple[str, bool]]]:
    sets: dict[str, list[str]] = {}
    for number, line in plain_lines(path):
        name, _, members = line.partition("=")
        if members and SETS.fullmatch(name.strip()):
            sets[name.strip()] = [member.strip() for member in members.split(",") if "!" not in member]
            continue
        code = CODE.search(line)
        if code is None or not AGENT.match(code[1]):
            raise TableError("no agent with its code", f"{path}:{number}", "expected PHRASE [~CODE] or PHRASE [CODE~]")
        given = FORMS.search(line)
        phrase = line[: code.start()].partition("{")[0].strip()
        for one in _substituted(phrase, sets):
            for form in (one, *(_plurals(one) if given is None else given[1].split(","))):
                if words := _words(form):
                    yield words, (code[1].strip("~"), code[1].endswith("~") and len(code[1]) > 1)


def _substituted(phrase: str, sets: Mapping[str, Sequence[str]]) -> Iterator[str]:
    mark = SETS.search(phrase)
    if mark is None:
        yield phrase
        return
    for member in sets.get(mark[0], ()):
        yield from _substituted(phrase.replace(mark[0], member, 1), sets)


def _plurals(phrase: str) -> tuple[str, ...]:
    phrase = phrase.rstrip("_ ")
    if phrase.upper().endswith("Y"):
        return (phrase[:-1] + "IES",)
    return (phrase + "ES",) if phrase.upper().endswith("SS") else (phrase + "S",)


# -- verbs ---------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Block:
    """Verbs that share their patterns; `code`: that of those without one of their own."""

    code: str = ""
    verbs: list[tuple[str, str, str]] = field(default_factory=list)
    patterns: list[tuple[int, str]] = field(default_factory=list)


def _verbs(path: Path) -> Iterator[VerbCoding]:
    synsets: dict[str, frozenset[Words]] = {}
    blocks = list(_blocks(path, synsets))
    for block in blocks:
        patterns = [p for number, line in block.patterns if (p := _pattern(line, synsets, f"{path}:{number}")) is not None]
        for phrase, forms, own in block.verbs:
            head, *tail = _words(phrase)
            known = frozenset((head, *(w for form in forms.split() for w in _words(form.strip("+"))[:1])))
            bare = [Pattern((), (), *_codes(code))] if (code := own or block.code) else []
            yield VerbCoding(known, tuple(tail), (*sorted(patterns, key=_weight, reverse=True), *bare))


def _weight(pattern: Pattern) -> int:
    """How much a pattern asks for: the fuller one is tried first."""
    return sum(2 if piece.phrases else 1 for piece in (*pattern.before, *pattern.after))


def _blocks(path: Path, synsets: dict[str, frozenset[Words]]) -> Iterator[_Block]:
    block, synset = _Block(), ""
    for number, line in plain_lines(path, blank=True):
        code = CODE.search(line.rstrip("- "))
        if not line or line.startswith("---"):
            if block.verbs:
                yield block
            if line or block.verbs:
                block = _Block(code[1] if code and line else "")
            synset = ""
        elif line.startswith("&"):
            synset = line.split()[0].rstrip("_")
            synsets.setdefault(synset, frozenset())
        elif line.startswith("+") and synset and _words(line[1:]):
            synsets[synset] |= {_words(line[1:])}
        elif line.startswith("-"):
            if not block.verbs or "*" not in line or code is None:
                raise TableError("no pattern of a verb", f"{path}:{number}", "expected - WORDS * WORDS [CODE] below a verb")
            block.patterns.append((number, line[1:].strip()))
        elif re.match(r"[+A-Za-z]", line):
            if block.patterns:
                yield block
                block = _Block(block.code)
            forms = FORMS.search(line)
            phrase = re.split(r"[\[{]", line, maxsplit=1)[0].strip("+ ")
            if not _words(phrase):
                raise TableError("no verb", f"{path}:{number}", "expected VERB {FORMS} [CODE]")
            block.verbs.append((phrase, forms[1] if forms else "", code[1] if code else ""))
        else:
            raise TableError("neither verb, pattern nor synset", f"{path}:{number}", "see PETRARCH's verb dictionaries")
    yield block


def _pattern(line: str, synsets: Mapping[str, frozenset[Words]], where: str) -> Pattern | None:
    """A pattern; None where it names a synset that is nowhere defined, as in PETRARCH."""
    code = CODE.search(line)
    body = re.sub(r"\*+", " * ", line[: code.start() if code else None])
    body = CHOICE.sub(lambda m: " " + m[1].replace(" ", "") + " ", body)
    body = re.sub(r"[(){}]", " ", body)
    before, _, after = body.partition("*")
    try:
        first, last = (tuple(_pieces(half.split(), synsets)) for half in (before, after))
    except KeyError:
        return None
    if code is None or "*" in after:
        raise TableError("no pattern of a verb", where, "expected one * and a code")
    return Pattern(first, last, *_codes(code[1]))


def _pieces(words: Iterable[str], synsets: Mapping[str, frozenset[Words]]) -> Iterator[Piece]:
    """Of A_B the second is joined to the first; KeyError for a synset that is not defined."""
    joined = False
    for word in words:
        ties = word.endswith("_")
        for one in word.strip("_").split("_"):
            if one in MARKS:
                yield Piece(frozenset(), one, joined)
            elif one.startswith("&"):
                yield Piece(synsets[one.rstrip("_")], "", joined)
            elif one:
                yield Piece(frozenset(_words(choice) for choice in one.split("|")), "", joined)
            joined = True
        joined = ties


def _codes(text: str) -> tuple[str, str]:
    code, _, back = text.partition(":")
    return code or NO_CODE, "" if back == NO_CODE else back
