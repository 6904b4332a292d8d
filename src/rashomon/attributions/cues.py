"""Cue words -> Force: which verbs, nouns and adjectives report speech or thought, in which frames, and with what force.

Compiled by hand for news English; what each frame is worth was checked on training documents of PolNeAR. A line reads
`force | frames | words`; a later line wins over an earlier one. Frames are those of `frames.py`; `q` is a quotation,
`raise` a passive whose subject is part of the content ("is expected to"). `+` after a frame puts the frame's object into
the content too ("accused X of Y").
"""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Force


@dataclass(frozen=True, slots=True)
class Cue:
    """`whole`: the frame's object (or passive subject) is a part of the content. `factive`: the writer takes it for true."""

    force: Force
    whole: bool = False
    factive: bool = False


FACTIVE = frozenset(
    "admit acknowledge concede confess know realise realize recognise recognize discover learn reveal remember forget notice "
    "regret confirm disclose recall find_out point_out prove show demonstrate deplore lament bemoan".split()
)

VERBS = """
say         | q that wh raise p-that       |  say state add remark comment observe mention tweet post write blog read
say         | q that wh raise p-that       | recount relate retort
say         | q that wh raise p-that       |  reply respond answer continue explain emphasise emphasize stress
say         | q that wh raise p-that       | underline underscore reiterate repeat
say         | q that wh raise p-that       |  conclude announce declare proclaim pronounce communicate convey testify
say         | q that wh raise p-that       | elaborate clarify specify quip joke
say         | q that wh p-that             |  interject ponder chime_in go_on sum_up point_out note spell_out set_out lay_out
say         | q that wh p-that             | sign_off drawl opine muse
say         | q that                       |  whisper shout yell cry exclaim scream mutter murmur chant bellow intone
say         | q that                       | snap quote recite echo counter
say         | q that wh obj-to p-that p-wh | tell inform notify remind brief email text
say         | q                            |  begin start open end finish laugh smile sigh tease deadpan thunder bark
say         | q                            | boom crow gush fume sniff sneer
say         | q that wh                    | describe portray characterise characterize outline detail
say         | as p-as                      |  call describe term dub label brand deem style portray characterise
say         | as p-as                      | characterize depict paint
say         | as                           | declare proclaim pronounce
say         | obj-prep:as+ p-prep:as+      |  describe portray characterise characterize depict cast paint frame
say         | obj-prep:as+ p-prep:as+      | identify define label brand bill
say         | prep:to prep-to:to           | refer allude point
say         | prep:about prep:of           | speak talk comment joke muse elaborate testify write tweet remark
say         | prep:on                      | comment elaborate opine
say         | obj                          |  announce declare proclaim state express voice reiterate repeat recount
say         | obj                          | describe explain mention tweet post stress
say         | obj                          |  emphasise emphasize outline reference invoke cite quote recall highlight list
say         | obj                          | underscore underline detail lay_out note
say         | p-obj                        | announce
say         | q that                       | signal hint intimate imply suggest indicate insinuate
report      | q that wh raise p-that       |  report reveal disclose document find show indicate detail leak chronicle
report      | q that wh raise p-that       | broadcast publish relay
report      | obj                          | report reveal disclose document confirm
report      | that wh                      |  demonstrate reflect illustrate prove learn hear discover find_out
report      | that wh                      | estimate calculate
report      | raise                        | estimate project find rumor rumour
claim       | q that to raise p-that       |  claim allege contend maintain assert insist argue purport profess aver
claim       | q that to raise p-that       | avow charge swear boast brag protest reason
claim       | obj                          | claim allege assert profess tout trumpet boast
claim       | prep:about prep:of           | boast brag
claim       | q that                       |  posit submit theorise theorize hypothesise hypothesize speculate attest
claim       | q that                       | vouch
deny        | q that ing obj               |  deny refute rebut dispute disavow disclaim reject dismiss repudiate
deny        | q that ing obj               | contradict gainsay
deny        | obj-prep:as+                 | dismiss reject deride
admit       | q that ing to obj prep:to    | admit acknowledge concede confess own_up allow
admit       | obj that                     | recognise recognize
admit       | prep:for                     | apologise apologize
agree       | q that prep:with             | agree concur
agree       | obj                          | endorse accept
agree       | that obj                     | affirm reaffirm corroborate confirm verify
accuse      | obj-prep:of+ p-prep:of+      | accuse suspect convict
accuse      | obj-prep:with+ p-prep:with+  | charge
accuse      | obj-prep:for+ p-prep:for+ obj-prep:on+ p-prep:on+ obj | blame fault indict
accuse      | q obj                        | accuse
criticise   | obj obj-prep:for+ p-prep:for+ q that |  criticise criticize condemn denounce slam blast mock
criticise   | obj obj-prep:for+ p-prep:for+ q that | deride decry lambast lambaste rebuke chide
criticise   | obj obj-prep:for+ p-prep:for+ q that |  assail censure berate castigate ridicule scorn disparage deplore
criticise   | obj obj-prep:for+ p-prep:for+ q that | lament bemoan belittle upbraid admonish savage
criticise   | obj obj-prep:for+ p-prep:for+ q      |  excoriate vilify scold reprimand insult pillory knock skewer
criticise   | obj obj-prep:for+ p-prep:for+ q      | taunt rap rip hammer
criticise   | obj-prep:for+ p-prep:for+ q  |  attack
criticise   | prep:against prep:at prep:about      | rail inveigh lash_out speak_out protest complain hit_out
criticise   | q that prep:about prep:of    | complain grumble grouse gripe fume
criticise   | obj                          | oppose protest question slam disavow resent hate detest
criticise   | prep:with                    | disagree
criticise   | q that                       | object scoff
doubt       | that obj wh q                | doubt question mistrust distrust
praise      | obj obj-prep:for+ p-prep:for+ q that |  praise laud applaud commend hail extol acclaim salute welcome
praise      | obj obj-prep:for+ p-prep:for+ q that | congratulate thank credit compliment
praise      | obj obj-prep:for+ obj-prep:as+       | admire
praise      | obj ing                      | defend endorse advocate
praise      | obj-prep:as+                 | hail praise
demand      | q that to obj                | demand
demand      | q that obj-to p-to prep-to:on prep-to:upon obj |  urge implore beseech exhort plead beg entreat appeal
demand      | q that obj-to p-to prep-to:on prep-to:upon obj | press enjoin order command instruct direct
demand      | prep:for prep-to:on prep-to:upon prep-to:for q | call plead appeal press lobby push clamour clamor agitate
demand      | prep:for                     | push argue rally campaign
demand      | that                         | require stipulate propose recommend urge request
demand      | q obj-to p-to that           | encourage advise counsel pressure
demand      | obj ing                      | propose recommend advocate
demand      | do prep:on                   | insist
demand      | do                           | suggest move
demand      | obj-to                       | tell
ask         | q that obj-to p-to to        | ask request petition
ask         | obj                          | request
ask         | prep:for obj-prep:for        | ask petition
ask         | obj-to p-to obj              | invite
ask-whether | wh p-wh                      | ask wonder inquire enquire query question
ask-whether | q p-that                     | ask wonder inquire enquire query
ask-whether | prep:about p-prep:about obj-prep:about | ask inquire enquire
warn        | q that p-that obj-to prep:of prep:about prep:against obj-prep:of obj-prep:about obj-prep:against |  warn
warn        | q that p-that obj-to prep:of prep:about prep:against obj-prep:of obj-prep:about obj-prep:against | cautio
warn        | q that p-that obj-to prep:of prep:about prep:against obj-prep:of obj-prep:about obj-prep:against | n
warn        | q that p-that obj-to prep:of prep:about prep:against obj-prep:of obj-prep:about obj-prep:against | alert
warn        | q that p-that obj-to prep:of prep:about prep:against obj-prep:of obj-prep:about obj-prep:against | forewa
warn        | q that p-that obj-to prep:of prep:about prep:against obj-prep:of obj-prep:about obj-prep:against | rn
threaten    | to q that obj-prep:with obj  | threaten menace
promise     | to q that                    | promise pledge vow swear commit undertake guarantee
promise     | obj                          | promise pledge vow guarantee
promise     | q that obj-prep:of           | assure reassure
promise     | to                           | agree commit consent
promise     | prep:to                      | commit
offer       | to obj                       | offer volunteer propose
refuse      | to                           | refuse decline
refuse      | obj ing that                 | rule_out exclude
refuse      | obj q                        | refuse rebuff spurn
refuse      | prep:to                      | object
believe     | q that wh raise p-that       |  believe think consider reckon suppose assume presume hold figure conclude
believe     | q that wh raise p-that       | understand judge gather surmise deem view
believe     | that                         |  see feel imagine guess find suspect sense infer perceive trust speculate
believe     | that                         | decide determine rule
believe     | raise                        | say see know regard repute deem
believe     | obj-prep:as+ p-prep:as+      |  see view regard perceive consider know think interpret recognise
believe     | obj-prep:as+ p-prep:as+      | recognize treat
believe     | as p-as                      | consider deem find judge think
believe     | to                           | seem appear believe
believe     | as                           | seem
report      | that wh                      | find
know        | that wh                      | know realise realize remember recall notice forget understand
expect      | that to obj-to raise q       | expect anticipate predict forecast foresee project envisage envision
expect      | obj                          | expect anticipate predict forecast foresee project envisage
hope        | that to q prep:for           | hope wish pray long yearn hop
want        | to obj-to that               | want desire wish crave
want        | obj                          | want prefer desire demand favor favour crave
want        | to                           | prefer
intend      | to obj ing                   | plan intend aim seek resolve aspire
intend      | to                           | seek look decide opt prepare propose
intend      | that                         | resolve decide
intend      | ing obj wh                   | consider contemplate mull weigh
intend      | prep:on                      | focus
worry       | that q prep:about prep:over  | worry fear fret agonise agonize
worry       | obj                          | fear dread
discuss     | obj wh ing                   | discuss debate address
discuss     | prep:about prep:on prep:of   | talk confer deliberate
refuse      | to                           | hesitate
"""

# Verbs for deeds as much as for words ("backs the rebels"): cues only in the outlet's own voice, not inside a content.
POSITIONS = """
praise      | obj ing                      | support back favor favour champion
"""

# Nouns: | frames | "that", "to", "of" ... after the noun.
NOUNS = """
say       | that of about        |  statement remark comment declaration announcement assertion observation message
say       | that of about        | word speech testimony
claim     | that of about        | claim allegation contention assertion argument insinuation suggestion rumor rumour speculation
report    | that of              | report news revelation disclosure finding evidence account
deny      | that of              | denial
admit     | that of              | admission acknowledgement acknowledgment confession
admit     | that                 | recognition concession
agree     | that                 | agreement consensus
accuse    | that of              | accusation charge
criticise | of                   | criticism condemnation denunciation critique mockery rebuke censure
criticise | about                | complaint
criticise | to                   | opposition
praise    | of for               | praise endorsement
praise    | for                  | support
demand    | that to for          | demand call appeal plea insistence proposal recommendation exhortation ultimatum
demand    | to                   | pressure
ask       | for                  | request
warn      | that of about against | warning caution
threaten  | that to of           | threat
promise   | that to of           | promise pledge vow commitment assurance guarantee
offer     | to of                | offer
refuse    | to                   | refusal unwillingness reluctance
believe   | that of              | belief view opinion conviction impression perception assumption notion sense
know      | that of              | awareness knowledge realisation realization
doubt     | that about over      | doubt question uncertainty scepticism skepticism
expect    | that of for          | expectation prediction forecast
hope      | that of to for       | hope wish
want      | to for               | desire
intend    | to                   | intention plan decision intent ambition bid
worry     | that of about over   | fear worry concern anxiety alarm unease
"""

# Adjectives after "be", "seem", "remain": frames as for nouns, and "ing".
ADJECTIVES = """
believe | that of            | convinced certain sure confident positive persuaded
know    | that of            | aware conscious mindful
doubt   | that of about      | doubtful sceptical skeptical unsure uncertain unconvinced
hope    | that about to      | hopeful optimistic
worry   | that about of by to at over with |  worried concerned afraid fearful nervous anxious alarmed wary
worry   | that about of by to at over with | apprehensive uneasy troubled
refuse  | to                 | unwilling reluctant loath
intend  | to                 | willing eager keen ready prepared determined intent poised
criticise | about of at with that | critical angry furious unhappy dismissive disappointed outraged
praise  | that about to with of | glad happy pleased proud supportive grateful thankful
say     | that about         | adamant clear
"""

# Adverbs and adjectives by which the writer hands on what others allege.
HEARSAY = {
    "reportedly": Force.REPORT, "allegedly": Force.ACCUSE, "supposedly": Force.CLAIM, "purportedly": Force.CLAIM,
}  # fmt: skip
ALLEGED = {
    "alleged": Force.ACCUSE, "purported": Force.CLAIM, "supposed": Force.CLAIM, "reported": Force.REPORT,
    "rumored": Force.CLAIM, "rumoured": Force.CLAIM,
}  # fmt: skip

# Nouns that report what somebody says or thinks even where nobody is named.
HEARSAY_NOUNS = frozenset(
    "report claim allegation assertion accusation rumor rumour suggestion assumption perception sense view fear concern worry "
    "anxiety hope question criticism opposition speculation warning revelation".split()
)

# Verbs that lend themselves to a noun cue: "expressed his hope that", "issued a warning".
LIGHT = frozenset(
    "express voice make issue give offer have raise repeat reiterate share convey deliver release send face draw spark "
    "put exert renew sound level hurl receive bear keep".split()
)


def _table(text: str) -> dict[str, dict[str, Cue]]:
    out: dict[str, dict[str, Cue]] = {}
    for line in filter(None, text.splitlines()):
        force, frames, words = (part.strip() for part in line.split("|"))
        for word in words.split():
            word = word.replace("_", " ")
            for frame in frames.split():
                factive = word.replace(" ", "_") in FACTIVE
                out.setdefault(word, {})[frame.rstrip("+")] = Cue(Force(force), frame.endswith("+") or frame == "raise", factive)
    return out


VERB_CUES = _table(VERBS + POSITIONS)
POSITION_VERBS = frozenset(_table(POSITIONS))
NOUN_CUES = _table(NOUNS)
ADJECTIVE_CUES = _table(ADJECTIVES)
