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
Kashmir, Indian part | indian-administered kashmir, indian-controlled kashmir, india-administered kashmir ; \
indian-occupied kashmir, indian illegally occupied jammu and kashmir, held kashmir, iiojk ; jammu and kashmir, jammu \
& kashmir ; disputed kashmir, himalayan region | story | BBC News style guide; Indian and Pakistani usage
Kashmir, Pakistani part | pakistan-administered kashmir, pakistani kashmir ; pakistan-occupied kashmir, pok, pojk ; \
azad kashmir, azad jammu and kashmir | story | BBC News style guide; Indian and Pakistani usage
line in Kashmir | line of control, loc ; border ; working boundary ; ceasefire line | point | Simla agreement 1972
Nagorno-Karabakh | nagorno-karabakh, nagorno karabakh ; artsakh, republic of artsakh ; karabakh economic region ; \
separatist region, breakaway region | story | Armenian / Azerbaijani usage; UN SC resolution 822
Karabakh capital | stepanakert ; khankendi, xankendi, hankendi | story | Armenian / Azerbaijani name
Shusha | shushi ; shusha | story | Armenian / Azerbaijani name
Western Sahara | western sahara ; moroccan sahara, southern province, saharan province ; sahrawi republic, sahrawi \
arab democratic republic, sadr ; occupied western sahara | story | UN list of non-self-governing territories; \
Moroccan usage
Kosovo | kosovo ; kosovo and metohija, kosmet ; so-called kosovo, southern province | story | UN SC resolution 1244; \
Serbian constitution
Transnistria | transnistria, transdniestria, trans-dniester ; pridnestrovie ; left bank of the dniester, eastern \
bank of the dniester | story | Moldovan / Russian usage
South Ossetia | south ossetia ; tskhinvali region ; republic of south ossetia, state of alania | story | Georgian \
law on occupied territories 2008
Northern Cyprus | turkish republic of northern cyprus, trnc ; northern cyprus ; occupied north, occupied area, \
occupied territory ; breakaway north, turkish-cypriot north | story | UN SC resolution 541
Golan | golan height, golan ; occupied golan, occupied golan height, syrian golan, occupied syrian golan ; \
israeli-annexed golan height | story | UN SC resolution 497
Tibet | tibet ; xizang | story | Chinese State Council white paper 2023
Xinjiang | xinjiang, xinjiang uyghur autonomous region ; east turkestan, east turkistan | story | own compilation
Arunachal Pradesh | arunachal pradesh ; south tibet, zangnan | story | Indian / Chinese usage
Doklam | doklam ; donglang | story | Bhutanese / Chinese name
Spratlys | spratly island, spratlys ; nansha island, nansha ; kalayaan island group ; truong sa | story | Chinese, \
Philippine, Vietnamese names
Paracels | paracel island, paracels ; xisha island, xisha ; hoang sa | story | Chinese, Vietnamese names
Scarborough Shoal | scarborough shoal ; huangyan island, huangyan dao ; bajo de masinloc, panatag shoal | story | \
Chinese, Philippine names
Second Thomas Shoal | second thomas shoal ; ren'ai jiao, ren'ai reef, renai reef ; ayungin shoal | story | Chinese, \
Philippine names
Dokdo | dokdo ; takeshima ; liancourt rock | story | Korean, Japanese names
Kurils | kuril island, kurils, southern kurils ; northern territory, northern territories | story | Russian, \
Japanese usage
Essequibo | essequibo, essequibo region ; guayana esequiba, guayana esequiba state ; disputed territory | story | \
ICJ case Guyana v. Venezuela
Crimea | crimea ; annexed crimea, occupied crimea, russian-annexed crimea, russian-occupied crimea ; republic of \
crimea | story | UN GA resolution 68/262
Somaliland | somaliland ; self-declared republic, breakaway region, breakaway territory ; north-western region of \
somalia | story | own compilation
Tigray forces | tigray defence force, tigray defense force, tdf ; tplf, tigray people 's liberation front ; junta, \
tplf clique ; rebel force, tigrayan rebel, tigray rebel | story | Ethiopian and Tigrayan usage
Ethiopia's war | law enforcement operation, rule of law operation ; tigray war, civil war ; genocidal war | story | \
Ethiopian government usage 2020
Houthis | houthi, houthis ; ansar allah, ansarullah ; sanaa government ; coup militia, houthi militia, houthi rebel \
| story | own compilation
Taliban | taliban ; islamic emirate, islamic emirate of afghanistan ; de facto authority, interim government, \
interim administration | story | UN usage since 2021
Wagner | wagner ; private military company, private military contractor ; russian instructor, instructor ; russian \
mercenary ; africa corps | story | own compilation
Syrian Kurds' forces | ypg, people 's protection unit ; syrian democratic force, sdf ; terror organization \
| story | Turkish and US usage
Kurdish party | pkk, kurdistan workers party, kurdistan workers ' party ; kurdish militant ; kurdish rebel ; terror \
organization | story | own compilation
Rohingya | rohingya ; bengali ; muslim minority | story | UN usage; Myanmar authorities' usage
Armenian killings | armenian genocide ; event of 1915, incident of 1915 ; mass killing | story | own compilation
Rwandan killings | rwandan genocide ; genocide against the tutsi | story | UN GA resolution 72/550
wartime women | comfort woman ; sex slave, sexual slave | story | own compilation
Tiananmen | tiananmen massacre, tiananmen square massacre ; june fourth incident, june 4 incident ; tiananmen \
crackdown | story | own compilation
Derry | derry ; londonderry | story | BBC News style guide
Eswatini | swaziland ; eswatini | story | renamed 2018
Ivory Coast | ivory coast ; côte d'ivoire, cote d'ivoire | story | own name / usual name
East Timor | east timor ; timor-leste | story | own name / usual name
Cape Verde | cape verde ; cabo verde | story | own name / usual name
Czech Republic | czech republic ; czechia | story | own name / usual name; UN 2016
Ho Chi Minh City | saigon ; ho chi minh city | story | renamed 1976
Yangon | rangoon ; yangon | story | renamed 1989
Mumbai | bombay ; mumbai | story | renamed 1995
Astana | astana ; nur-sultan | story | renamed 2019, 2022
Palestinian uprising | intifada ; uprising ; riot ; wave of terror, terror wave | point | own compilation
line of 1949 | green line ; 1967 border, pre-1967 line ; armistice line ; border | point | own compilation
taking of territory | capture/V ; seize ; occupy, occupation ; liberate, liberation ; conquer ; take control, take \
over ; retake, recapture ; fall/V | point | own compilation
moving of people | deport, deportation ; expel, expulsion ; evacuate, evacuation ; transfer ; relocate, relocation ; \
resettle ; displace, displacement ; repatriate, repatriation ; send back, pushback | point | own compilation
first blow | pre-emptive strike, preemptive strike ; aggression, act of aggression ; self-defence, self-defense ; \
unprovoked attack ; retaliation, reprisal ; provocation | point | own compilation
end of fire | ceasefire, cease-fire ; truce ; pause, humanitarian pause ; cessation of hostility ; armistice ; lull \
| point | own compilation
raid | raid ; operation ; sweep/N, swoop ; crackdown ; incursion ; assault/N ; attack/N ; intervention | point | own \
compilation
ships meet | collide, collision ; ram, ramming ; scrape, bump, brush ; strike/V, hit/V ; crash ; clash | point | own \
compilation
ships | warship, gunboat, naval vessel ; patrol boat, patrol vessel ; coast guard ship, coast guard vessel ; \
research vessel, survey ship ; fishing boat, fishing vessel, trawler ; maritime militia | point | own compilation
shots | fire on, open fire, fire at ; warning shot ; use of force, excessive use of force, force ; shoot at, \
shooting | point | own compilation
entry | incursion ; intrusion, intrude ; trespass ; violation, violate ; enter ; infiltrate, infiltration ; cross/V, \
crossing | point | own compilation
waters | territorial water ; disputed water ; traditional fishing ground ; exclusive economic zone ; international \
water | point | own compilation
fishing | poach, poaching ; illegal fishing, fish illegally ; fish/V | point | own compilation
supply cut | cut/V, cut off ; reduce, reduction ; limit/V ; halt, stop ; suspend, suspension ; blockade | point | \
own compilation
money owed | debt ; arrear ; unpaid bill, outstanding bill, overdue bill ; obligation, liability ; dues | point | \
own compilation
hunger | famine ; starvation, starve ; hunger ; food insecurity ; food shortage, shortage of food ; malnutrition | \
point | own compilation
small children | infant ; newborn baby, newborn, baby ; child | point | own compilation
land in dispute | disputed islet, disputed island, disputed area, disputed territory ; contested island, contested \
area ; islet ; island | point | own compilation
election judged | free and fair, free and fair election ; rigged election, rigging ; sham election, sham vote ; \
irregularity ; fraud ; disputed election | point | own compilation
dismissal | dismiss, dismissal ; oust, ouster ; sack, sacking ; purge ; relieve of duty | point | own compilation
money given | loan ; grant ; aid ; debt trap ; investment ; bailout, rescue package | point | own compilation
base | military base, naval base, base ; outpost ; logistics facility, support facility ; fishing shelter | point | \
own compilation
island building | land reclamation, reclaim ; artificial island, island building ; construction ; militarization, \
militarisation | point | own compilation
unnamed dead | civilian ; terrorist ; combatant ; bystander ; human shield | point | own compilation
those who tell | whistleblower, whistle-blower ; leaker ; traitor ; defector ; informer | point | own compilation
foreign-funded | foreign agent ; non-governmental organization, ngo, civil society group ; charity ; undesirable \
organization | point | own compilation
speech law | national security ; censorship ; fake news law ; disinformation law ; gag law | point | own compilation
protest dead | protester ; martyr ; rioter ; victim | point | own compilation
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
