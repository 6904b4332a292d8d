"""A machine that rewords reports, to test whether rewordings are found: synonyms, order, cuts, another headline.

Works on plain text alone, by a list of our own that the program does not know. Always the same for the same seed.
"""

from __future__ import annotations

import random
import re

# word: words that may stand for it. Both sides in small letters; the form is kept (plural, past) as far as the list gives it.
_LIST = """
said: stated, noted, declared, remarked | says: states, notes, remarks | told: informed
announced: made known, revealed | killed: slain, left dead | died: lost his life, passed away | injured: hurt, wounded
wounded: hurt, injured | attack: assault, strike | attacks: assaults, strikes | attacked: assaulted, struck
bomb: explosive device | explosion: blast | blast: explosion | fire: blaze | government: administration, authorities
officials: authorities, functionaries | official: functionary | president: head of state | leader: chief, head
leaders: chiefs, heads | police: officers, law enforcement | soldiers: troops, servicemen | troops: soldiers
army: military, armed forces | military: armed forces, army | war: conflict | talks: negotiations, discussions
meeting: gathering | met: held talks, came together | agreement: accord, deal | deal: accord, agreement
agreed: consented, settled | signed: put their names to | vote: ballot | election: ballot, poll | elections: polls
won: secured, clinched | lost: was beaten in | victory: triumph, win | win: triumph, victory | game: match
season: campaign | team: side, squad | player: athlete | players: athletes | coach: trainer | began: started, commenced
begin: start | started: began, commenced | start: beginning | ended: finished, concluded | end: close
continued: went on, carried on | stopped: halted | stop: halt | stopping: halting | large: big, sizeable
big: large, major | huge: enormous, massive | small: little, minor | major: significant, big
important: significant, key | new: fresh, recent | several: a number of, various | many: numerous, a lot of
about: around, roughly | around: about, roughly | nearly: almost, close to | more than: over, in excess of
less than: under, below | after: following, in the wake of | before: prior to, ahead of | during: amid, in the course of
because: since, as | although: though, even though | however: nevertheless, still | also: too, as well
while: as, whereas | near: close to, not far from | against: versus, opposed to | between: among | under: below
people: persons, individuals | man: male, individual | woman: female | children: kids, youngsters | child: youngster
family: relatives | house: home, residence | home: residence, house | homes: residences, houses
city: town, municipality | town: community | country: nation, state | countries: nations, states | nation: country
area: region, zone | region: area | world: globe | capital: main city | street: road | car: vehicle, automobile
vehicle: car | plane: aircraft, jet | aircraft: plane | ship: vessel | boat: craft | train: rail service
company: firm, business | companies: firms, businesses | money: cash, funds | million: m | billion: bn | price: cost
job: post, position | jobs: posts, positions | workers: employees, staff | worker: employee | report: account, study
reports: accounts | statement: declaration | statements: declarations | case: matter | court: tribunal
judge: magistrate | trial: proceedings | charged: accused, indicted | charges: accusations, counts
arrested: detained, taken into custody | arrest: detention | prison: jail | jail: prison | sentenced: condemned
found: discovered, located | find: discover | asked: requested, called on | called: termed, named | call: appeal
urged: pressed, called on | warned: cautioned | accused: blamed, charged | denied: rejected, disputed
rejected: dismissed, turned down | refused: declined | demanded: called for, insisted on | promised: pledged, vowed
pledged: promised | vowed: promised, swore | expected: anticipated, likely | believed: thought | thought: believed
know: are aware | known: recognised | show: reveal, demonstrate | showed: revealed, demonstrated | shows: reveals
seen: observed, spotted | saw: observed | help: assist, aid | helped: assisted, aided | support: back, backing
supported: backed | plan: scheme, proposal | plans: schemes, intends | planned: scheduled | decision: ruling, choice
decided: chose, resolved | law: legislation | rules: regulations | rule: regulation | right: entitlement
rights: entitlements | used: employed, utilised | use: employ, utilise | using: employing, by means of
made: produced, created | make: produce, create | take: seize, grab | took: seized, grabbed | taken: seized
give: hand, provide | gave: handed, provided | given: handed, provided | get: obtain, receive | got: obtained, received
go: head, travel | went: headed, travelled | going: heading | come: arrive | came: arrived | left: departed, quit
leave: depart, quit | return: go back, come back | returned: came back, went back | moved: shifted | move: step
kept: maintained | keep: maintain | held: staged, kept | hold: stage | led: headed, guided | lead: head
sent: dispatched | send: dispatch | opened: launched | open: launch | closed: shut | close: shut | built: constructed
build: construct | destroyed: wrecked, demolished | damage: harm, destruction | damaged: harmed
caused: provoked, led to | cause: reason | hit: struck | struck: hit | fell: dropped, declined | fall: drop, decline
rose: climbed, increased | rise: climb, increase | increase: rise | increased: grew, rose | cut: reduced, slashed
reduce: cut, lower | problem: difficulty, issue | problems: difficulties, issues | issue: question, matter
issues: questions, matters | danger: peril, risk | dangerous: hazardous, perilous | serious: grave, severe
strong: powerful, robust | weak: feeble | early: at the start of | late: at the end of | last: previous, past
first: initial, opening | next: following, coming | former: ex-, previous | current: present | recent: latest
possible: potential | clear: obvious, plain | difficult: hard, tough | hard: difficult | good: fine, positive
bad: poor | best: finest, top | worst: gravest | old: aged | young: youthful | public: open | private: personal
local: nearby, regional | international: global, worldwide | national: nationwide | political: policy
economic: financial | security: safety | safety: security | victims: casualties | victim: casualty
suspect: alleged offender | suspected: alleged | witnesses: onlookers | witness: onlooker | crowd: throng
protest: demonstration, rally | protests: demonstrations, rallies | protesters: demonstrators | rebels: insurgents
fighters: combatants | fighting: combat, clashes | violence: unrest | crisis: emergency | launch: liftoff, start
launched: fired, set off | missile: rocket | missiles: rockets | weapons: arms | weapon: arm | gun: firearm
shot: gunned down, fired at | shooting: gun attack | hospital: clinic, medical centre | doctor: physician
doctors: physicians | disease: illness | school: college | students: pupils | student: pupil | teacher: instructor
church: place of worship | story: tale, account | film: movie, picture | movie: film | star: celebrity
actress: performer | actor: performer | fans: supporters | record: best mark | show: programme | interview: conversation
spokesman: representative | spokeswoman: representative | minister: cabinet member | member: participant
members: participants | group: organisation, band | groups: organisations, bands | party: camp
candidate: contender, hopeful | campaign: drive | lawmakers: legislators | senator: upper-house member | bill: draft law
budget: spending plan | tax: levy | taxes: levies | trade: commerce | market: marketplace | research: study
scientists: researchers | scientist: researcher | space: orbit | science: research | technology: tech
computer: machine | computers: machines | software: program | users: customers | website: site | internet: web, net
phone: telephone | data: information | information: details, data | details: particulars | evidence: proof
investigation: inquiry, probe | investigators: detectives, inspectors | probe: inquiry | reason: cause, motive
result: outcome | results: outcomes | effort: attempt, bid | efforts: attempts | attempt: bid, try
tried: attempted, sought | trying: attempting, seeking | try: attempt, seek | want: wish, would like
wanted: wished, sought | wants: wishes | need: require | needs: requires | needed: required | hope: wish | hopes: wishes
fear: dread, worry | fears: worries | concern: worry, unease | concerns: worries, misgivings
concerned: worried, uneasy | quickly: rapidly, swiftly | soon: shortly, before long | now: at present, currently
today: this day | later: afterwards, subsequently | recently: lately | often: frequently | always: at all times
never: at no time | again: once more | only: just, merely | just: only, merely | already: by now | still: even now
yet: so far | very: extremely, highly | most: the majority of | some: certain | other: further | others: further people
another: one more | both: the two | each: every
"""
_SYNONYMS = {
    word.strip(): tuple(other.strip() for other in others.split(","))
    for entry in _LIST.replace("\n", "|").split("|")
    if entry.strip()
    for word, others in [entry.split(":", 1)]
}
_PHRASES = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _SYNONYMS), key=len, reverse=True)) + r")\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\S.*?(?:[.!?]['\"”’)]*(?=\s+[\"“‘'(\[]*[A-Z0-9])|$)")
_DAY = re.compile(r"^(.{20,}?),? (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in (?:19|20)\d\d)\b(.*)$", re.DOTALL)
_BRACKETS = re.compile(r"\s*\([^()]{3,80}\)|, which [^,.;]{5,60}(?=,)|, (?:who|where) [^,.;]{5,60}(?=,)")
_POSSESSIVE = re.compile(r"\b([A-Z][\w-]+)['’]s ([a-z]+)\b")
_ACCORDING = re.compile(
    r"^(.{20,}), ((?:[A-Z][\w.]*|the|a|an) (?:[\w.]+ ){0,4}?)(?:said|stated|noted|declared|remarked)([^,]{0,40})\.$", re.DOTALL
)
# Little words, of which a spinner leaves none where it can, so that hardly a run of words stays as it was.
_LITTLE = {
    "in": ("within", "inside"), "on": ("upon",), "at": ("by",), "to": ("in order to", "towards"),
    "for": ("on behalf of", "towards"),
    "with": ("along with", "together with"), "from": ("out of",), "by": ("through",), "and": ("as well as", "and also"),
    "but": ("yet",), "or": ("or else",), "was": ("had been",), "were": ("had been",), "is": ("remains",), "are": ("remain",),
    "has": ("holds",), "have": ("hold",), "had": ("held",), "will": ("is going to",), "would": ("was going to",),
    "could": ("was able to",), "he": ("the man",), "she": ("the woman",), "they": ("these people",), "his": ("that man's",),
    "her": ("that woman's",), "their": ("these people's",), "this": ("the said",), "that": ("which",), "who": ("that",),
    "when": ("at the time that",), "where": ("in the place that",), "which": ("that",), "not": ("by no means",),
    "the": ("this", "that"), "a": ("one", "a certain"), "an": ("one", "a certain"), "of": ("belonging to", "from"), "it": ("this",),
    "as": ("in the way that",), "been": ("come to be",), "there": ("at that place",), "up": ("upwards",), "out": ("outwards",),
}  # fmt: skip
_LITTLES = re.compile(r"\b(" + "|".join(_LITTLE) + r")\b")
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_SHORT = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"))


def reword(text: str, seed: int, style: str = "reworded") -> str:
    """The text reworded: seven of ten listed words by others, every fifth sentence left out, neighbours exchanged here and
    there, clauses moved. `style` "translated": the ways of a text that was put into another language and back, too; "spun":
    half of all little words by others besides."""
    chance = random.Random(seed)
    paragraphs = [_sentences(p) for p in text.split("\n") if p.strip()]
    if len(paragraphs) > 4 and chance.random() < 0.5:
        paragraphs = [[s for pair in two for s in pair] for two in zip(paragraphs[::2], paragraphs[1::2], strict=False)]
    out = []
    for sentences in paragraphs:
        kept = [s for s in sentences if len(sentences) + len(paragraphs) < 5 or chance.random() > 0.2]
        for i in range(len(kept) - 1):
            if chance.random() < 0.25:
                kept[i], kept[i + 1] = kept[i + 1], kept[i]
        new = [_sentence(s, chance, style) for s in kept]
        if new:
            out.append(" ".join(new))
    for i in range(len(out) - 1):
        if chance.random() < 0.15:
            out[i], out[i + 1] = out[i + 1], out[i]
    return "\n".join(out)


def headline(title: str, seed: int) -> str:
    """Another headline from the same words."""
    words = _swapped(title, random.Random(seed), 0.9).split()
    middle = len(words) // 2
    return " ".join([*words[middle:], "-", *words[:middle]]) if len(words) > 5 else " ".join(words)


def _sentences(paragraph: str) -> list[str]:
    return [m[0].strip() for m in _SENTENCE.finditer(paragraph) if m[0].strip()]


def _sentence(sentence: str, chance: random.Random, style: str) -> str:
    if chance.random() < 0.6:
        sentence = _BRACKETS.sub("", sentence)
    if chance.random() < 0.5 and (m := _DAY.match(sentence)):
        sentence = f"{m[2][0].upper()}{m[2][1:]}, {_lower_first(m[1])}{m[3]}"
    if chance.random() < 0.4 and '"' not in sentence and "“" not in sentence and (m := _ACCORDING.match(sentence)):
        sentence = f"According to {m[2].strip()}{m[3]}, {_lower_first(m[1])}."
    if style == "translated":
        sentence = _POSSESSIVE.sub(lambda m: f"the {m[2]} of {m[1]}" if chance.random() < 0.6 else m[0], sentence)
        sentence = re.sub(r"\b([2-9]|1[0-2])\b(?![,.:%\d])", lambda m: _NUMBERS[int(m[1]) - 2], sentence)
        for short, long in _SHORT:
            sentence = sentence.replace(short, long)
        sentence = re.sub(r"\b(?:that|the)\b ?", lambda m: "" if chance.random() < 0.25 else m[0], sentence)
    if style == "spun":
        sentence = _LITTLES.sub(lambda m: chance.choice(_LITTLE[m[0]]) if chance.random() < 0.5 else m[0], sentence)
    return _swapped(sentence, chance, 0.7)


def _swapped(text: str, chance: random.Random, share: float) -> str:
    """Listed words by others."""

    def other(m: re.Match[str]) -> str:
        if chance.random() > share:
            return m[0]
        new = chance.choice(_SYNONYMS[m[0].lower()])
        return new[0].upper() + new[1:] if m[0][0].isupper() else new

    return _PHRASES.sub(other, text)


def _lower_first(text: str) -> str:
    """The first letter small, unless the first word looks like a name."""
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first.lower() in {"the", "a", "an", "it", "he", "she", "they", "this", "police"} else text
