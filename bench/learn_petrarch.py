#!/usr/bin/env python3
"""Records with gold triples -> dictionaries in PETRARCH's formats: codes of names, of agents, of verbs with their patterns.

usage: learn_petrarch.py FOLDER GOLD.jsonl ...

Writes learnt.actors.txt, learnt.agents.txt and learnt.verbs.txt to a folder for each scheme in FOLDER: words and codes only, none
of the sentences. Who does what to whom is read by the product itself: all verbs are first given one code, and the rows that come of
it are laid beside the gold.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from rashomon.events.agents import is_agent
from rashomon.events.cameo import Scheme
from rashomon.events.frames import DICTIONARY, frames
from rashomon.events.participants import phrase_tokens
from rashomon.pipeline import read_parsed
from rashomon.records import Document, Reading, Sentence
from rashomon.sentences.trees import ancestors, token_at
from rashomon.tables import Tables, load_tables
from rashomon.tables.packaged import packaged_rows
from scoring import rows_of
from tasks.petr import coder_of, day_of, scheme_of
from tasks.reading import parse_rows, readers

NOBODY = "---"
PREFIXES = ("IGO", "NGO", "IMG", "NGM")
STOCK = 50  # rounds of expectation and maximisation
LIKE = 8.0  # how much likelier a name is to have a code that begins as it does
LEAST = 0.25  # the share of its records in which a name must have its code
CONFIRMED = 1.5  # the records in which a name unlike its code must have it, where names are real ones
PROBE = "0999"  # the code that every verb is given in order to see who does what to whom
DAYS = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
           "september october november december".split())  # fmt: skip
TITLED = set(
    "the a an mr mrs president prime minister premier foreign deputy king queen prince general colonel senator secretary "
    "chancellor ambassador".split()
)
Place = tuple[Sentence, int, int]  # of a name: its first token, the token after its last
Code = tuple[str, str]  # of the source's act, of the target's in turn
Feature = tuple[
    str, str, int
]  # before or after the verb, the word, how closely it belongs to the verb: 0 its own, 1 beside that, 2 other


@dataclass(frozen=True)
class Record:
    """A record with its parse; `gold`: (source, target, code), of several codes of one side the first."""

    document: Document
    sentences: tuple[Sentence, ...]
    day: date | None
    gold: tuple[tuple[str, str, str], ...]


def parse_records(rows: Sequence[dict[str, Any]]) -> list[Record]:
    days = [day_of(row.get("date") or "") for row in rows]
    parsed = parse_rows((row.get("text") or "" for row in rows), days)
    return [Record(d, s, day, tuple(_gold(row))) for row, day, (d, s) in zip(rows, days, parsed, strict=True)]


def _gold(row: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for source, target, code in row["gold"]:
        first = [(x[0] if isinstance(x, list) and x else x) or NOBODY for x in (source, target)]
        yield str(first[0]), str(first[1]), str(code)


def learn(records: Sequence[Record], folder: Path) -> None:
    """Writes the dictionaries of each scheme to a folder of its name; names and agents are learnt from all records."""
    for scheme in Scheme:
        inside = folder / scheme.value
        inside.mkdir(parents=True, exist_ok=True)
        for old in inside.glob("learnt.*.txt"):
            old.unlink()
        _write(inside, "actors", _actor_lines(records, CONFIRMED if scheme is Scheme.CAMEO else 0.0))
        _write(inside, "agents", _agent_lines(records, _tables(inside)))
        known = {lemma.upper() for lemma, noun in frames() if not noun} if scheme is Scheme.CAMEO else set()
        _write(inside, "verbs", _verb_lines([r for r in records if scheme_of(r.day) is scheme], inside, known))
    load_tables.cache_clear()


def _write(folder: Path, kind: str, lines: Iterable[str]) -> None:
    text = f"# learnt by learn_petrarch.py from the records handed out, {kind}: facts and codes only\n" + "\n".join(lines) + "\n"
    (folder / f"learnt.{kind}.txt").write_text(text, "utf-8")


def _tables(folder: Path) -> Tables:
    load_tables.cache_clear()
    return load_tables(folder)


def base_of(code: str) -> str:
    """The actor in a code: GON of GONGOV, IGOEEU of IGOEEUGOV."""
    return code[:6] if code.startswith(PREFIXES) else code[:3]


# -- names ---------------------------------------------------------------------------------------------------------------


def names_of(record: Record) -> dict[str, list[Place]]:
    """The names in a record, without titles, with their places."""
    found: dict[str, list[Place]] = defaultdict(list)
    for sentence in record.sentences:
        i = 0
        while i < len(sentence.tokens):
            j = i
            while j < len(sentence.tokens) and _is_name(sentence, j):
                j += 1
            if j > i:
                found[" ".join(t.text.upper() for t in sentence.tokens[i:j])].append((sentence, i, j))
            i = max(j, i + 1)
    return found


def _is_name(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    word = token.text.lower()
    if not token.text[:1].isupper() or word in DAYS | TITLED or not token.text.replace(".", "").replace("-", "").isalpha():
        return False
    return token.pos in ("PROPN", "ADJ", "NOUN") and (i > 0 or token.pos == "PROPN" or bool(token.entity))


def _actor_lines(records: Sequence[Record], confirmed: float) -> Iterator[str]:
    """`confirmed`: in how many records a name unlike its code must have it."""
    known = load_tables().lexicon
    places = [names_of(r) for r in records]
    bases_of = [{base_of(c) for s, t, _ in r.gold for c in (s, t) if not c.startswith((NOBODY, "###"))} for r in records]
    seen = [(set(names), bases) for names, bases in zip(places, bases_of, strict=True)]
    chances: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, base), chance in _aligned([(names, bases) for names, bases in seen if bases]).items():
        chances[name][base] = chance
    for name in sorted({name for names, _ in seen for name in names}):
        options = chances[name]
        base = max(options, key=lambda b: (options[b], b), default="")
        with_gold = sum(1 for names, bases in seen if name in names and bases)
        likely = options.get(base, 0.0) >= (0.0 if name[:2] == base[-3:][:2] else confirmed)
        if not base or not likely or options[base] < LEAST * with_gold or known.readings(name):
            continue
        codes = _dated_codes([(r, its[name]) for r, its in zip(records, places, strict=True) if name in its], base)
        yield f"{name.replace(' ', '_')}_" + ("" if len(codes) > 1 else f" [{codes[0][1]}]")
        if len(codes) > 1:
            yield from (f"\t[{code} {when}]" for when, code in codes)


def _aligned(pairs: Sequence[tuple[set[str], set[str]]]) -> dict[tuple[str, str], float]:
    """Expected number of records in which a name is the one that a code stands for (IBM model 1, with nobody as a name)."""
    weight = {(n, b): LIKE if n[:2] == b[-3:][:2] else 1.0 for names, bases in pairs for n in names for b in bases}
    total = Counter(n for names, _ in pairs for n in names)
    counts: dict[tuple[str, str], float] = {}
    for _ in range(STOCK):
        counts = defaultdict(float)
        for names, bases in pairs:
            for base in bases:
                share = sum(weight[n, base] for n in names) + 0.1
                for n in names:
                    counts[n, base] += weight[n, base] / share
        weight = {key: count / total[key[0]] * (LIKE if key[0][:2] == key[1][-3:][:2] else 1.0) for key, count in counts.items()}
    return counts


def _dated_codes(named: Sequence[tuple[Record, Sequence[Place]]], base: str) -> list[tuple[str, str]]:
    """Records that have a name, and where -> (dates as PETRARCH writes them, code): the whole code where the name stands alone and
    always has it, by day where it changes."""
    by_year: dict[int, Counter[tuple[str, date]]] = defaultdict(Counter)
    votes: Counter[str] = Counter()
    for record, places in named:
        codes = {c for s, t, _ in record.gold for c in (s, t) if base_of(c) == base}
        if len(codes) == 1 and record.day is not None and all(_is_alone(*place) for place in places):
            votes.update(codes)
            by_year[record.day.year][codes.pop(), record.day] += 1
    usual = {counts.most_common(1)[0][0][1]: counts.most_common(1)[0][0][0] for counts in by_year.values()}
    if len(set(usual.values())) < 2:
        code, count = votes.most_common(1)[0] if votes else (base, 1)
        return [("", code if count * 2 > sum(votes.values()) and base not in votes else base)]
    runs: list[tuple[date, date, str]] = []
    for day in sorted(usual):
        if runs and runs[-1][2] == usual[day]:
            runs[-1] = (runs[-1][0], day, usual[day])
        else:
            runs.append((day, day, usual[day]))
    out = []
    for k, (first, last, code) in enumerate(runs):
        since = runs[k - 1][1] + (first - runs[k - 1][1]) / 2 + timedelta(days=1) if k else None
        until = last + (runs[k + 1][0] - last) / 2 if k + 1 < len(runs) else None
        when = f"{since:%Y%m%d}-{until:%Y%m%d}" if since and until else f"<{until:%Y%m%d}" if until else f">{since:%Y%m%d}"
        out.append((when, code))
    return out


def _is_alone(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name is a noun phrase by itself."""
    begin, end = phrase_tokens(sentence, last - 1)
    words = {t.text.lower() for t in sentence.tokens[begin : end + 1]} - {"the", "'s"}
    if sentence.tokens[sentence.tokens[last - 1].head].text.lower() in ("of", "in", "from"):
        return False
    return words <= {t.text.lower() for t in sentence.tokens[first:last]} and sentence.tokens[last - 1].dep not in (
        "compound",
        "amod",
        "poss",
    )


# -- agents --------------------------------------------------------------------------------------------------------------


def _agent_lines(records: Sequence[Record], tables: Tables) -> Iterator[str]:
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    heads: set[str] = set()
    own = {row["lemma"]: row["code"] for row in packaged_rows("rashomon.events", "cameo_agents.csv")}
    for record in records:
        by_base: dict[str, set[str]] = defaultdict(set)
        for s, t, _ in record.gold:
            for code in (s, t):
                by_base[base_of(code)].add(code[len(base_of(code)) :])
        for name, places in names_of(record).items():
            known = _known_code(name, record.day, tables)
            roles = by_base.get(base_of(known), set()) if known and known == base_of(known) else set()
            if len(roles) == 1 and len(places) == 1:
                for place in places:
                    words, head = _beside(*place)
                    heads |= head
                    for word in words if "former" not in words else ():
                        seen[word][next(iter(roles))] += 1
    for word in sorted(seen):
        role, count = seen[word].most_common(1)[0]
        if role and count * 3 >= 2 * sum(seen[word].values()) and word.split()[-1] in heads and own.get(word) != role:
            yield f"{word.upper().replace(' ', '_')} [~{role}]"


def _known_code(name: str, day: date | None, tables: Tables) -> str:
    code = tables.codings.actor_code(tuple(name.lower().split()), day) if tables.codings else ""
    return code or next((found for n in tables.lexicon.readings(name) if (found := tables.event_code(n.actor, day))), "")


def _beside(sentence: Sentence, first: int, last: int) -> tuple[set[str], set[str]]:
    """The other words of the noun phrase that a name is part of, single and in pairs, and its head, if that can act: "border
    police" of Gondor."""
    head = last - 1
    while sentence.tokens[head].dep in ("compound", "amod", "nmod", "poss", "appos") and sentence.tokens[head].head != head:
        head = sentence.tokens[head].head
    above = sentence.tokens[sentence.tokens[head].head]
    if (
        sentence.tokens[head].dep == "pobj"
        and above.text.lower() in ("in", "from", "of")
        and sentence.tokens[above.head].pos == "NOUN"
    ):
        head = above.head
    begin, end = phrase_tokens(sentence, head)
    words = [
        t.lemma.lower()
        for k, t in enumerate(sentence.tokens[begin : end + 1], begin)
        if not first <= k < last and t.text.isalpha() and (t.text.islower() or t.lemma.lower() in TITLED)
    ]
    singles = {w for k, w in enumerate(words) if len(w) > 2 and w not in ("the", "and", "from")}
    return singles | {f"{a} {b}" for a, b in pairwise(words) if {a, b} <= singles}, (
        {sentence.tokens[head].lemma.lower()} if is_agent(sentence, head) else set()
    )


# -- verbs ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Use:
    """A verb in a record: the features of its surroundings, best first, and what it is coded as there; None for nothing."""

    features: tuple[Feature, ...]
    coded: Code | None

    @cached_property
    def words(self) -> frozenset[tuple[str, str]]:
        """The features however closely they belong to the verb."""
        return frozenset(f[:2] for f in self.features)


def _verb_lines(records: Sequence[Record], folder: Path, known: Collection[str]) -> Iterator[str]:
    """`known`: verbs that the product's own frames code in this scheme; only two uses alike weigh more than these."""
    lemmas = {
        t.lemma.upper() for r in records for s in r.sentences for t in s.tokens if _is_verb(t.pos, t.tag) and t.lemma.isalpha()
    }
    _write(folder, "verbs", (f"{lemma} [{PROBE}]\n" for lemma in sorted(lemmas)))
    tables = _tables(folder)
    found = [list(_verbs_of(read_parsed(r.document, r.sentences, tables, readers()), r, tables)) for r in records]
    seen: Counter[tuple[str, str]] = Counter()
    for record, verbs in zip(records, found, strict=True):
        for lemma, code in {(v.lemma, c) for v in verbs for s, t, c in record.gold if v.fits(s, t)}:
            seen[lemma, code] += 1
    uses: dict[str, list[Use]] = defaultdict(list)
    for record, verbs in zip(records, found, strict=True):
        coded = _assigned(record, verbs, seen)
        for number, verb in enumerate(verbs):
            uses[verb.lemma].append(Use(verb.features, coded.get(number)))
    for lemma in sorted(uses):
        if any(use.coded for use in uses[lemma]):
            lines = list(_entry(lemma, uses[lemma], 2 if lemma in known else 1))
            yield from lines if len(lines) > 2 or "[" in lines[0] else ()


def _is_verb(pos: str, tag: str) -> bool:
    return pos == "VERB" or (tag.startswith("VB") and pos != "AUX")


@dataclass(frozen=True)
class Verb:
    """A verb with the pairs of codes that the product sees about it, its depth in the tree and its surroundings."""

    lemma: str
    pairs: frozenset[tuple[str, str]]
    depth: int
    features: tuple[Feature, ...]

    def fits(self, source: str, target: str) -> int:
        """2 where the pair is right, 1 where its actors are, else 0."""
        if (source, target) in self.pairs:
            return 2
        return int(any((base_of(s), base_of(t)) == (base_of(source), base_of(target)) for s, t in self.pairs))


def _verbs_of(reading: Reading, record: Record, tables: Tables) -> Iterator[Verb]:
    coder = coder_of(reading, record.day, tables)
    pairs: dict[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
    for event in reading.events:
        if event.rule.startswith(DICTIONARY):
            i = token_at(reading.sentences[event.sentence], event.trigger[0].start)
            pairs[event.sentence, i if i is not None else 0] |= {(row.source, row.target) for row in coder.rows(event)}
    names = {(id(s), k) for places in names_of(record).values() for s, a, b in places for k in range(a, b)}
    for sentence in record.sentences:
        for i, token in enumerate(sentence.tokens):
            if _is_verb(token.pos, token.tag) and token.lemma.isalpha():
                depth = len(list(ancestors(sentence, i)))
                features = tuple(_features(sentence, i, {k for s, k in names if s == id(sentence)}))
                yield Verb(token.lemma.upper(), frozenset(pairs.get((sentence.index, i), ())), depth, features)


def _features(sentence: Sentence, v: int, names: set[int]) -> Iterator[Feature]:
    """(side, word) about a verb, what belongs to it most closely first: its object and that object's own words, negation and
    adverbs, then whatever is nearer."""

    def rank(k: int) -> tuple[int, int]:
        t, distance = sentence.tokens[k], abs(k - v)
        above = sentence.tokens[t.head]
        if t.head == v:
            return (0 if t.dep in ("dobj", "neg", "prt", "attr", "acomp", "xcomp", "ccomp", "nsubjpass") else 1, distance)
        close = t.head != k and above.head == v and above.dep in ("dobj", "prep", "xcomp", "attr", "nsubjpass")
        return (1 if close else 2, distance)

    def usable(k: int) -> bool:
        t = sentence.tokens[k]
        plain = t.lemma.isalpha() and t.pos not in ("DET", "PUNCT", "PRON") and t.entity not in ("DATE", "TIME")
        return plain and k != v and k not in names

    for k in sorted(filter(usable, range(len(sentence.tokens))), key=rank):
        yield ("after" if k > v else "before"), sentence.tokens[k].lemma.upper(), rank(k)[0]


def _assigned(record: Record, verbs: Sequence[Verb], seen: Counter[tuple[str, str]]) -> dict[int, Code]:
    """Which verb of a record each gold triple belongs to: one with its pair, rather one that has this code elsewhere, rather high
    up."""
    given: dict[int, Code] = {}
    done: set[tuple[str, str, str]] = set()
    code_of = {(s, t): c for s, t, c in record.gold}
    for triple in record.gold:
        source, target, code = triple
        fitting = [(fit, seen[v.lemma, code], -v.depth, -n) for n, v in enumerate(verbs) if (fit := v.fits(source, target))]
        if not fitting or triple in done:
            continue
        number = -max(fitting)[3]
        if number in given and given[number][0] != code:
            continue
        back = code_of.get((target, source), "") if (target, source) not in verbs[number].pairs else ""
        given[number] = (code, back)
        if back:
            done.add((target, source, back))
    return given


def _entry(lemma: str, uses: Sequence[Use], least: int) -> Iterator[str]:
    """A verb with the code of most of its uses, none if these are not coded, and one pattern a word for the others, the word that
    tells most of them first."""
    votes = Counter(use.coded for use in uses)
    usual = max(votes, key=lambda c: (votes[c], c is not None, c or ("", "")))
    usual = usual if votes[usual] >= least else None
    yield lemma + (f" [{_written(usual)}]" if usual else "")
    left = [use for use in uses if use.coded != usual and (usual or use.coded)]
    while left:
        options = [
            (_worth(feature, use.coded, uses), -rank, feature, use.coded)
            for use in left
            for rank, feature in enumerate(use.features)
        ]
        worth, _, (side, word, _), code = max(options, key=lambda option: option[:2], default=(0, 0, ("", "", 0), None))
        if worth < least:
            break
        yield f"- * {word} [{_written(code)}]" if side == "after" else f"- {word} * [{_written(code)}]"
        left = [use for use in left if (side, word) not in use.words]
    yield ""


def _worth(feature: Feature, code: Code | None, uses: Sequence[Use]) -> int:
    """How many uses a word tells rightly, less three times those that it tells wrongly; 0 for one that belongs to the verb too
    loosely for what it tells."""
    having = [use.coded for use in uses if feature[:2] in use.words]
    right = sum(c == code for c in having)
    needed = 1 if feature[2] == 0 or (feature[2] == 1 and code is not None) else 2
    return right - 3 * (len(having) - right) if right >= needed else 0


def _written(code: Code | None) -> str:
    return NOBODY if code is None else f"{code[0]}:{code[1]}" if code[1] else code[0]


def main(arguments: list[str]) -> None:
    if len(arguments) < 2:
        sys.exit("usage: learn_petrarch.py FOLDER GOLD.jsonl ...")
    rows = [row for path in arguments[1:] for row in rows_of(Path(path))]
    learn(parse_records(rows), Path(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
