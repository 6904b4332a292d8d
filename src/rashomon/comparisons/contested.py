"""Contested terms: words for one and the same thing of which each takes a view. Our own compilation, one concept a line.

Columns: concept | rival terms, groups parted by ";", terms of a group by "," | scope | source. A term is lemmas, `/V` or `/N`
after the last to ask for a verb or a noun (`/` inside a term only there). Scope `story`: rivals wherever two reports of one
story use them; scope `point`: only where both stand in what is aligned. No side is rated: a group is just a way to put it.
"""

from __future__ import annotations

from dataclasses import dataclass

_TABLE = """
armed conflict | invasion, full-scale invasion, invade ; war ; military operation, special military operation, special operation ; \
offensive, military offensive ; conflict, armed conflict, military conflict ; aggression, act of aggression ; incursion | \
story | style guides of BBC, AP; Russian law 32-FZ of 2022
armed group | terrorist, terror group, terrorist group, terrorist organisation, terrorist organization ; militant, militant \
group ; extremist, extremist group ; insurgent, insurgency ; rebel, rebel group ; fighter, armed group ; separatist ; \
guerrilla ; jihadist, jihadi, islamist, islamist group ; gunman ; resistance, resistance fighter, freedom fighter ; mercenary \
; paramilitary, vigilante group, militia, civil defense group, civil defence group | story | BBC editorial guidelines on \
terrorism; Reuters handbook
government | regime ; government ; junta ; authorities ; dictatorship ; administration ; leadership | point | AP Stylebook, \
entry regime
head of state | dictator ; strongman ; autocrat ; president ; leader ; ruler | point | own compilation
Ukrainian capital | kiev ; kyiv | story | US Board on Geographic Names, June 2019
Ukrainian city Kharkiv | kharkov ; kharkiv | story | Ukrainian / Russian transliteration
Ukrainian city Odesa | odessa ; odesa | story | Ukrainian / Russian transliteration
Ukrainian city Lviv | lvov ; lviv | story | Ukrainian / Russian transliteration
Luhansk | lugansk ; luhansk | story | Ukrainian / Russian transliteration
Donbas | donbass ; donbas | story | Ukrainian / Russian transliteration
Zaporizhzhia | zaporozhye ; zaporizhzhia, zaporizhia | story | Ukrainian / Russian transliteration
Mykolaiv | nikolaev, nikolayev ; mykolaiv | story | Ukrainian / Russian transliteration
Dnipro | dnieper, dnepr ; dnipro | story | Ukrainian / Russian transliteration
Bakhmut | artyomovsk, artemovsk ; bakhmut | story | renamed 1924, 2016
Chernobyl | chernobyl ; chornobyl | story | Ukrainian / Russian transliteration
eastern Ukrainian entities | republic, people 's republic ; breakaway republic, breakaway region, self-proclaimed republic ; \
separatist region, rebel-held area ; occupied territory, occupied region | point | own compilation
North Korea | dprk, democratic people 's republic of korea ; north korea, the north | story | own name / usual name; UN list \
of member states
South Korea | republic of korea, rok ; south korea, the south | story | own name / usual name; UN list of member states
Myanmar | burma ; myanmar | story | renamed 1989
Turkey | turkey ; türkiye, turkiye | story | UN, June 2022
Taiwan | taiwan ; chinese taipei ; republic of china ; taiwan island, china 's taiwan, taiwan region | story | own compilation
Persian Gulf | persian gulf ; arabian gulf | story | UN directive ST/CSSER/29
Falklands | falkland island, falklands ; malvinas | story | UN ST/CS/SER.A/42
East Sea | sea of japan ; east sea | story | UN Group of Experts on Geographical Names
South China Sea | south china sea ; west philippine sea ; east sea | story | Philippine administrative order 29 of 2012
islands of the East China Sea | senkaku ; diaoyu | story | Japanese / Chinese name
Kosovo capital | pristina ; prishtina | story | Serbian / Albanian name
Macedonia | macedonia ; north macedonia ; fyrom | story | Prespa agreement 2018
Iran government | islamic republic ; iran ; iranian regime | point | own compilation
Islamic State | islamic state, islamic state group ; isis ; isil ; daesh | story | AP Stylebook, entry Islamic State group
West Bank | occupied west bank ; west bank ; judea and samaria ; disputed territory ; occupied territory, palestinian \
territory | story | UN SC resolution 2334; Israeli usage
East Jerusalem | east jerusalem, occupied east jerusalem ; jerusalem | point | own compilation
Temple Mount | temple mount ; al-aqsa, al-aqsa compound, haram al-sharif, noble sanctuary | story | own compilation
settlements | settlement, jewish settlement ; community, jewish community, neighbourhood, neighborhood ; colony | point | own \
compilation
settlers | settler ; resident ; colonist | point | own compilation
barrier | separation wall, apartheid wall, wall ; security fence, fence ; barrier, separation barrier | point | own compilation
Israeli army | israel defense force, idf ; israeli occupation force, occupation force ; israeli army, israeli military, \
israeli force, israeli troop ; zionist force | story | own compilation
Gaza war party | hamas ; hamas-run ; palestinian resistance ; gaza authorities | point | own compilation
killing | kill ; murder ; assassinate ; execute ; slay ; slaughter ; massacre ; neutralise, neutralize ; eliminate ; die ; \
martyr | point | own compilation
killing as noun | killing ; murder ; assassination ; execution ; massacre ; slaughter ; death ; bloodshed ; carnage | point | \
own compilation
mass killing | genocide ; massacre ; ethnic cleansing ; atrocity ; war crime ; crime against humanity | story | UN Genocide \
Convention 1948; Rome Statute 1998
war crimes | war crime, alleged war crime ; atrocity ; abuse, human rights abuse ; action ; violation | point | own compilation
taking of people | abduct, abduction ; kidnap, kidnapping ; capture ; seize ; take/V ; detain ; hold/V ; snatch | point | own \
compilation
those held | hostage ; prisoner ; captive ; detainee ; inmate | point | own compilation
held | detain ; arrest ; imprison ; jail ; custody ; care/N ; captivity ; hold/V | point | own compilation
exchange | swap/N, hostage swap, prisoner swap ; exchange/N ; deal/N ; trade/N | point | own compilation
release | release/V ; free/V, set free ; rescue/V ; liberate ; hand over | point | own compilation
fighting force | militant ; leader ; commander ; member ; fighter | point | own compilation
migrants | illegal immigrant, illegal alien, illegal ; undocumented immigrant, undocumented migrant ; migrant ; refugee ; \
asylum seeker ; irregular migrant | story | AP Stylebook, entry immigration
migration | influx ; wave ; invasion ; crisis ; surge ; flood | point | own compilation
detention camp | re-education camp, reeducation camp ; detention camp, internment camp, concentration camp ; vocational \
training center, vocational education center, training centre | story | own compilation
change of power | coup, putsch ; overthrow, oust, ouster, topple ; revolution ; uprising ; takeover ; transition ; removal, \
remove | point | own compilation
deposed leader | former president, former leader, ex-president ; ousted president, ousted islamist president, deposed \
president ; toppled leader | story | own compilation
repression | crackdown, crack down ; repression ; purge ; campaign ; arrest/N ; jail ; persecution | point | own compilation
unrest | riot ; protest ; demonstration ; uprising ; unrest ; disturbance ; rally ; clash ; violence | point | own compilation
people in the street | rioter ; protester, protestor ; demonstrator ; mob ; activist ; looter ; crowd | point | own compilation
activist | activist, rights activist, prominent rights activist ; dissident ; icon ; troublemaker ; agitator ; campaigner ; \
opposition figure ; criminal | point | own compilation
standing | hero, heroine ; icon ; symbol ; martyr ; villain ; star | point | own compilation
bodily attack | slap ; punch ; hit ; strike/V ; kick ; assault ; beat ; attack/V ; confront | point | own compilation
response | respond ; retaliate ; strike back ; react ; hit back ; answer/V | point | own compilation
holding back | restraint ; weakness ; inaction ; passivity ; refusal | point | own compilation
offence | insult ; contempt ; criticise, criticize ; offend ; defame ; slander | point | own compilation
sanctions | sanction ; restriction ; restrictive measure ; penalty ; embargo ; blockade ; economic war, economic warfare ; \
economic isolation, isolation | point | own compilation
annexation | annex, annexation ; reunification, reunify, reunite ; accession ; seizure, seize ; takeover ; incorporate, \
incorporation | story | UN GA resolution 68/262; Russian usage
vote under occupation | referendum ; sham referendum, so-called referendum, sham vote ; vote ; plebiscite ; poll | point | \
own compilation
withdrawal | retreat ; withdraw, withdrawal ; regroup, regrouping ; redeploy, redeployment ; pullout, pull out ; flee ; \
goodwill gesture | point | own compilation
strike | airstrike, air strike ; bombing, bomb/V ; bombardment, shelling, shell/V ; raid ; strike/N ; attack/N ; precision \
strike, surgical strike | point | own compilation
civilian dead | collateral damage ; civilian casualty ; civilian death ; victim ; innocent | point | own compilation
weapon test | missile test, ballistic missile test ; satellite launch, space launch ; rocket launch ; launch/N ; provocation \
| point | own compilation
launched thing | satellite ; rocket, carrier rocket ; missile, ballistic missile | point | own compilation
nuclear work | nuclear weapon program, nuclear weapons program ; nuclear program, nuclear programme ; peaceful nuclear \
activity ; nuclear ambition | story | own compilation
influence | influence/N ; clout ; sway ; interference, meddle, meddling ; presence ; rise/N ; challenge/N ; threat | point | \
own compilation
cooperation of powers | alliance ; partnership ; axis ; bloc ; friendship ; coalition ; tie | point | own compilation
help in war | aid/N, aid/V ; assistance, war assistance, military assistance ; support/N, support/V, back/V ; backing ; \
arm/V, weapon supply ; interference | point | own compilation
stance on a war | neutrality, neutral ; refuse to condemn, refusal to condemn, unwilling to condemn ; complicity, complicit ; \
aid politically ; back/V | point | own compilation
refusal to take sides | refuse to condemn, refuse ; hold off ; decline ; abstain ; stay neutral | point | own compilation
agreement | deal ; agreement, accord ; pact ; treaty ; concession ; surrender ; compromise ; understanding | point | own \
compilation
talks | talk/N ; negotiation ; dialogue ; consultation ; bargaining ; summit | point | own compilation
demand | demand ; ultimatum ; request ; call/N ; proposal ; condition | point | own compilation
claim and fact | allege, alleged, allegedly ; claim/V ; so-called ; accuse ; purported, purport | point | own compilation
verb of saying | say ; claim/V ; admit ; insist ; assert ; boast ; reveal ; acknowledge ; concede | point | own compilation
criticism | criticise, criticize ; condemn ; slam ; blast/V ; denounce ; attack/V ; rebuke ; lash out ; deplore | point | own \
compilation
intelligence | secret intelligence agency, secret police, secret service ; security service, state security, department of \
state service ; intelligence agency, intelligence service ; spy agency | story | own compilation
spies | spy ; agent ; informant ; diplomat ; intelligence officer | point | own compilation
propaganda | propaganda ; disinformation, false information, fake news ; information, messaging ; narrative ; state media | \
point | own compilation
state broadcaster | state media ; propaganda outlet, mouthpiece ; official news agency, state news agency ; broadcaster | \
point | own compilation
oligarch | oligarch ; tycoon ; businessman ; billionaire ; magnate | story | own compilation
lawmaker | hardliner, hard-liner ; conservative ; nationalist ; far-right ; right-wing ; populist ; patriot | point | own \
compilation
left and right | far-left, radical left ; left-wing ; socialist ; communist ; progressive ; liberal | point | own compilation
abortion views | pro-life ; anti-abortion ; pro-choice ; abortion right | story | AP Stylebook, entry abortion
climate | climate change ; global warming ; climate crisis, climate emergency | story | The Guardian style guide, 2019
climate views | climate sceptic, climate skeptic ; climate denier, denialist ; climate science doubter | story | AP \
Stylebook, 2015
tax on estates | death tax ; estate tax ; inheritance tax | story | own compilation
health law | obamacare ; affordable care act ; health care law | story | own compilation
harsh questioning | torture ; enhanced interrogation ; abuse/N ; mistreatment ; harsh interrogation | story | own compilation
drone | drone ; unmanned aircraft, uav ; kamikaze drone, suicide drone ; loitering munition | story | own compilation
bomber | suicide bomber ; attacker ; martyr ; bomber | point | own compilation
shooting | mass shooting ; massacre ; rampage ; attack/N ; incident ; tragedy | point | own compilation
police | police ; security force ; riot police ; thug ; law enforcement | point | own compilation
economic state | slowdown ; recession ; crisis ; downturn ; collapse ; contraction | point | own compilation
cuts | austerity ; cut/N ; saving ; reform ; belt-tightening | point | own compilation
aid convoy | flotilla ; convoy ; blockade ; siege ; closure | point | own compilation
siege | siege ; blockade ; encirclement ; closure | point | own compilation
secession | secession ; independence ; separatism ; self-determination ; breakaway | point | own compilation
Hong Kong law | national security law ; draconian law ; crackdown | point | own compilation
tension | tension ; crisis ; standoff, stand-off, confrontation ; row, spat, dispute ; war of words | point | own compilation
spread of arms | buildup, build-up ; deployment ; exercise, drill ; manoeuvre, maneuver ; show of force, provocation | point \
| own compilation
defeat | victory ; defeat ; setback ; success ; win ; landslide ; triumph | point | own compilation
accident or attack | accident ; sabotage ; attack/N ; explosion, blast/N ; incident ; disaster ; crash | point | own compilation
cyber | cyberattack, cyber attack ; hack/N, hacking ; breach ; intrusion ; espionage | point | own compilation
"""


@dataclass(frozen=True, slots=True)
class Term:
    """Lemmas in order, and the part of speech asked of the last one ("" where any will do)."""

    lemmas: tuple[str, ...]
    pos: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing and its rival names; `groups[g]` holds terms that put it alike."""

    name: str
    groups: tuple[tuple[Term, ...], ...]
    anywhere: bool
    source: str


def _term(text: str) -> Term:
    words = text.strip().split()
    last, _, pos = words[-1].partition("/")
    return Term((*words[:-1], last), {"V": "VERB", "N": "NOUN", "": ""}[pos])


def _concept(line: str) -> Concept:
    name, rivals, scope, source = (field.strip() for field in line.split("|"))
    groups = tuple(tuple(_term(t) for t in group.split(",")) for group in rivals.split(";"))
    return Concept(name, groups, scope == "story", source)


CONCEPTS = tuple(_concept(line) for line in _TABLE.strip().splitlines())
