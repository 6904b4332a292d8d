"""Words for things, acts and qualities of the news, by what they may be said of, with the view and the strength of each.

Our own compilation from general knowledge of English usage (3721 words in 99 fields, written at one sitting without a word list; no
source rates them), wider than any subject: what is not in it is rated by its vector (`Loads`). A line is a part of speech (Noun,
Verb, Adjective, adveRb) and words that can stand for one another. After a word: `!` strong or taking a view, `+` somewhat so, `-`
softening, `~` colloquial, `=` official, legal or technical; nothing: plain. `_` stands for a blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .likeness import Array, Encode
from .wording_weights import LOADED

_TABLE = """
V: say, tell, state=, note, add, remark, mention, comment, announce=, declare=, report, explain, clarify, describe, detail, \
outline, point_out, recall, maintain+, claim+, allege+, assert+, contend+, argue, insist+, stress, emphasise, emphasize, \
underline, underscore, reiterate, confirm=, acknowledge+, admit+, concede+, confess+, reveal+, disclose+, boast!, brag!, \
gloat!, crow!, vow+, pledge, promise, swear+, warn+, caution, threaten+, suggest, imply+, insinuate!, hint, indicate, opine~, \
quip~, joke~, muse, tweet~, post, write, speak, address, tout!, trumpet!, proclaim+, profess+, purport+, deny+, reject, \
dismiss+, refute+, rebut, dispute, brush_off!, wave_off!, shrug_off!, respond, reply, answer, react, counter+, retort+, \
fire_back!, hit_back!, shoot_back!, snap!, clap_back!, double_down!, back_down+, walk_back!, backtrack!, backpedal!
V: criticise+, criticize+, condemn+, denounce+, decry!, deplore!, rebuke+, chide+, scold!, berate!, castigate!, lambaste!, \
lambast!, slam!, blast!, rip!, bash!, trash!, pan!, knock~, attack+, assail!, savage!, skewer!, excoriate!, pillory!, vilify!, \
demonise!, demonize!, mock!, ridicule!, deride!, taunt!, insult!, belittle!, disparage!, dis!, diss!, smear!, malign!, rail!, \
rant!, rage!, fume!, thunder!, lash_out!, hit_out!, take_aim!, tear_into!, go_after!, lay_into!, go_off!, call_out!, question, \
challenge, fault, blame+, accuse+, charge, object, complain, grumble!, gripe!, whine!, bemoan!, lament+, protest+, reproach+, \
admonish+, censure=, upbraid!, disagree, oppose, swipe!, jab!, needle!, scoff!, sneer!
V: praise+, hail!, laud!, applaud+, extol!, commend+, celebrate+, welcome, endorse, back~, champion!, gush!, rave!, lionise!, \
lionize!, salute!, tout!, compliment, admire+, appreciate, thank, credit, flatter!, fawn!, embrace+, cheer!, defend, stand_by, \
support
V: ask, request, urge+, call, appeal, implore!, plead!, beg!, beseech!, demand+, order=, instruct=, direct=, tell, press+, \
push+, pressure!, lobby, prod!, nudge, coax!, cajole!, exhort!, encourage, invite, advise, recommend=, suggest, propose, \
insist+, require=, compel+, force!, coerce!, bully!, strong-arm!, blackmail!
N: statement=, comment, remark, speech, address=, talk, lecture, words, announcement=, declaration=, testimony=, account, \
claim+, allegation+, accusation+, charge, assertion+, assessment=, message, tweet~, post, tirade!, rant!, diatribe!, \
outburst!, broadside!, screed!, harangue!, denunciation!, condemnation+, criticism, rebuke+, attack+, swipe!, jab!, dig~, \
barb!, insult!, slur!, smear!, slander!, joke~, gaffe!, blunder!, slip, misstep+, comeback~, retort, response, reply, answer, \
explanation, defence, defense, excuse!, apology, regret, mea_culpa!, confession!, admission+, acknowledgement, clarification, \
denial, rebuttal
N: praise+, tribute, applause, ovation+, acclaim+, compliment, endorsement, support, backing, blessing+, admiration+, \
adulation!, flattery!
N: row!, spat!, dispute, disagreement, argument, debate, quarrel+, feud!, fight+, clash+, war_of_words!, showdown!, standoff+, \
stand-off+, brawl!, battle!, confrontation+, controversy+, furore!, furor!, uproar!, outcry!, firestorm!, storm!, backlash!, \
scandal!, flap~, fuss~, brouhaha!, fracas!, rift+, split, division, tension, discord, impasse, stalemate, deadlock, exchange
V: argue, debate, dispute, quarrel+, spar!, clash+, feud!, bicker!, squabble!, tangle!, wrangle!, brawl!, fight+, face_off!, \
square_off!, lock_horns!, trade_barbs!
N: incident-, event-, situation-, occurrence-, accident, mishap-, crash, collision=, wreck~, wreckage, smash~, smash-up~, \
pile-up~, derailment=, disaster+, catastrophe!, calamity!, tragedy!, horror!, nightmare!, carnage!, mayhem!, chaos!, ordeal!, \
emergency=, failure, malfunction=, anomaly-, fatality=, death
N: attack, assault+, strike, raid, operation-, offensive, onslaught!, ambush+, massacre!, slaughter!, bloodbath!, bloodshed!, \
carnage!, killing, murder!, homicide=, slaying~, assassination+, execution+, shooting, gunfire, rampage!, spree!, atrocity!, \
outrage!, terror!, terrorism!, bombing, blast, explosion, violence, rioting!, riot!, melee!, unrest, disturbance-, disorder, \
demonstration, protest, rally, march, uprising+, revolt+, rebellion+, insurrection!, mutiny!, coup!, putsch!, takeover, clash, \
fight, scuffle, altercation=, confrontation
V: kill, murder!, slay~, slaughter!, massacre!, butcher!, execute+, assassinate+, gun_down!, mow_down!, shoot, shoot_dead~, \
cut_down!, take_out~, wipe_out!, eliminate-, neutralise-, neutralize-, liquidate!, dispatch-, put_down-, euthanise=, \
euthanize=, destroy, slice!, claim, die, perish+, pass_away-, succumb-, lose_life-, fall
N: death, passing-, loss-, demise-, killing, murder!, fatality=, casualty=, victim+, dead, body, corpse, remains=, toll, \
deceased=
V: hit, strike, slap, punch, kick, beat, batter!, pummel!, thrash!, assault+, attack, push, shove, slam!, smash!, pound!, \
hammer!, bash!, wallop~, clobber~, whack~, knock, bump, clip, graze, ram!, plow!, plough!, crash, collide=, careen!, barrel!, \
hurtle!, slam_into!, run_over, run_down, mow!, drive, plunge!, swerve, veer, skid, overturn, flip~, tip, topple, roll, \
derail=, jump
V: injure, hurt, wound, maim!, cripple!, harm, mangle!, scar, maul!, damage, wreck!, ruin!, destroy, devastate!, ravage!, \
flatten!, level, raze!, obliterate!, shatter!, gut!, tear, rip_apart!, tear_apart!, wreak!, batter!, lash!
V: fall, drop, decline, decrease, dip, slip, slide, sink+, tumble+, plunge!, plummet!, crash!, collapse!, crater!, nosedive!, \
slump+, tank~, dive!, descend=, re-enter=, reenter=, come_down, shrink, ease-, weaken
V: rise, increase, grow, climb, gain, jump+, leap+, surge!, soar!, skyrocket!, rocket!, spike+, balloon!, mushroom!, explode!, \
swell+, shoot_up!, rally, rebound, recover, improve, double, boost, strengthen
V: shake, rock!, roil!, rattle!, jolt!, stun!, shock!, astound!, stagger!, surprise, startle, alarm!, frighten, scare!, \
terrify!, horrify!, appal!, appall!, outrage!, anger, infuriate!, enrage!, incense!, upset, disappoint, dismay+, worry, \
concern, trouble, unsettle, unnerve!, embarrass+, humiliate!, offend, provoke+, thrill!, delight, captivate!, enthral!, \
enthrall!, dazzle!, electrify!, mesmerise!, mesmerize!, spellbind!, wow!, impress, excite, please
V: leave, depart, go, exit=, quit~, resign, step_down, step_aside, retire, withdraw, drop_out, bow_out~, pull_out~, back_out~, \
abandon+, desert!, ditch!, dump!, flee!, bolt!, escape, bail!, walk_away, walk_out, storm_out!, give_up+, call_quits~, end, \
stop, cease=, suspend=, finish, conclude=, terminate=, stay, remain, stick_out~, cling!, soldier_on!, press_on, hang_on
V: dismiss=, fire, sack~, oust!, axe~, remove, replace, topple!, overthrow!, depose+, unseat!, drop, boot!, kick_out!, \
throw_out!, expel, eject, purge!, banish!, dump!, can~, let_go-, relieve-, suspend=, drum_out!, force_out!, push_out!, \
lay_off, cut, evict, exile, deport=
N: dismissal=, firing, sacking~, ouster!, removal=, departure, exit, resignation, retirement, withdrawal, termination=, \
purge!, overthrow!, downfall!, fall!, toppling!, shake-up~, shakeup~, reshuffle, replacement, decapitation!
V: remove, ban+, pull~, yank!, delete, take_down, withdraw=, block, bar, prohibit=, outlaw+, forbid, censor!, suppress!, \
scrub!, purge!, expunge=, restrict=, limit, curb+, stop, halt, shut_down, close, suspend=, cancel, scrap+, axe~, ditch~, \
kill~, nix~, scuttle!, drop, end, abolish, repeal=, rescind=, revoke=, void=, nullify=, strike_down, overturn, reverse, undo, \
gut!, roll_back, dismantle+, unravel!, eliminate, strip+
V: start, begin, launch, open, kick_off~, commence=, initiate=, unveil+, introduce, roll_out~, release, publish=, issue=, \
present, debut~, reveal, dump!, leak+, disclose, make_public, divulge+, post, share, circulate, distribute, spread
N: release, publication=, disclosure=, leak!, dump!, revelation!, unveiling, launch, debut~, rollout~, start, opening, \
beginning
V: win, beat, defeat, triumph!, prevail, clinch~, secure, seal~, nail_down~, wrap_up~, sew_up~, lock_up~, capture, claim, \
sweep!, cruise!, romp!, trounce!, rout!, crush!, demolish!, thrash!, drub!, edge, squeak!, eke_out!, best~, top, outpace, \
outpoll, overcome, vanquish!, conquer+, pick_up, gain, notch~, earn, take
V: lose, fail, flop!, founder!, stumble!, falter!, struggle+, flounder!, fall_short, blow~, squander!, botch!, bungle!, flub!, \
fumble!, miss, suffer
N: victory, win, triumph!, success, landslide!, rout!, sweep!, romp!, blowout!, upset!, comeback!, achievement+, feat!, \
milestone+, breakthrough!, coup!, defeat, loss, setback+, blow!, drubbing!, shellacking!, thumping!, humiliation!, failure+, \
fiasco!, debacle!, flop!, disaster!, catastrophe!, embarrassment!
N: politician, lawmaker, legislator=, senator=, congressman=, congresswoman=, representative=, member, official, officeholder, \
leader, chief~, boss~, head, chairman=, president=, premier, ruler, strongman!, dictator!, tyrant!, despot!, autocrat!, \
kingpin!, kingmaker!, mastermind!, supremo~, figure, operative+, operator+, insider+, veteran+, stalwart!, loyalist!, ally, \
aide, adviser, advisor, assistant, deputy, spokesman=, spokeswoman=, spokesperson=, secretary=, surrogate+, crony!, henchman!, \
lackey!, puppet!, stooge!, flunky!, hack!, confidant+, confidante+, protege+, darling!, favorite+, favourite+, hero!, \
heroine!, icon!, star+, champion!, firebrand!, maverick!, rebel+, outsider+, rival, opponent, foe!, enemy!, adversary+, \
critic, detractor!, nemesis!, challenger, contender, candidate, nominee=, hopeful~, frontrunner+, front-runner+, finalist, \
pick, choice, underdog!, loser!, also-ran!, has-been!, mogul!, tycoon!, magnate!, billionaire, businessman, entrepreneur, \
founder, executive=, guru!, pundit!, commentator, host, personality+, celebrity+, provocateur!, agitator!, demagogue!, bigot!, \
racist!, socialist+, liberal+, conservative+, progressive+, moderate+, centrist+, hardliner!, hawk!, dove!, extremist!, \
radical!, populist+, nationalist+, libertarian+, communist!, fascist!, nazi!, lefty!, leftist!, right-winger!, left-winger!, \
zealot!, ideologue!, fanatic!, wingnut!, crusader!, reformer+, patriot!, traitor!, turncoat!, defector+, whistleblower+, \
leaker!, activist+, campaigner, advocate, lobbyist+, fundraiser, donor, supporter, backer, follower, fan~, devotee!, \
disciple!, believer, faithful!, base, constituent=, voter, crowd, mob!, throng!, horde!, masses!, audience, gathering, turnout
N: man, woman, person, individual=, people, male=, female=, guy~, lady, gentleman, kid~, child, minor=, youth=, youngster~, \
teenager, teen~, girl, boy, baby, toddler, infant=, tot~, son, daughter, mother, mom~, mum~, father, dad~, parent, husband, \
wife, spouse=, widow+, boyfriend~, girlfriend~, lover!, partner, relative=, loved_one+, family, clan!, tribe!, couple, pair, \
duo~, trio~, resident=, citizen=, local, native, immigrant, migrant, refugee, alien=, illegal!, undocumented-, foreigner, \
expat~, tourist, visitor, passenger, traveler, traveller, holidaymaker~, commuter, motorist=, driver, pilot, crew, worker, \
employee=, staffer~, labourer, laborer, survivor+, victim+, patient=, witness=, bystander, onlooker, neighbour, neighbor
N: suspect=, defendant=, accused=, perpetrator=, attacker+, assailant+, gunman+, shooter, killer!, murderer!, assassin!, \
sniper, bomber, terrorist!, jihadist!, militant+, extremist!, fighter, insurgent, rebel, guerrilla, gunmen+, thug!, goon!, \
criminal!, felon=, convict=, offender=, inmate=, prisoner, detainee=, captive+, hostage+, thief!, crook!, robber, burglar, \
vandal!, hooligan!, hoodlum!, gangster!, mobster!, monster!, maniac!, madman!, lunatic!, psychopath!, predator!, pervert!, \
fraudster!, swindler!, con_man!, cheat!, liar!, coward!, villain!, culprit+, mastermind!, ringleader!, drug_lord!, smuggler, \
trafficker, operative, agent, spy, informant, mole!, troublemaker!
N: police, officer=, cop~, constable=, policeman, deputy, sheriff=, agent=, authorities=, investigator=, detective, \
prosecutor=, judge=, justice=, court=, magistrate=, jury=, lawyer, attorney=, counsel=, solicitor=, troops, soldier, \
serviceman=, service_member=, force, army, military, security_force=, peacekeeper+, occupier!, invader!, mercenary!, militia, \
paramilitary, vigilante!, warlord!, thug!
N: group, organisation=, organization=, association=, outfit~, party, faction+, bloc+, movement, camp~, wing, cell+, gang!, \
ring!, cartel!, mob!, mafia!, cabal!, clique!, cult!, sect+, network, coalition, alliance, axis!, team, squad, crew, club, \
firm=, company, corporation=, giant+, behemoth!, conglomerate=, startup, outlet, agency=, bureau=, body=, panel=, committee=, \
commission=, board=
N: government, administration, regime!, junta!, dictatorship!, state=, republic=, nation, country, kingdom=, homeland+, \
motherland!, superpower+, power, pariah!, rogue!, backwater!, authorities=, cabinet=, ministry=, establishment+, elite!, \
swamp!, deep_state!, capital, hermit!
A: reclusive!, isolated+, secretive+, rogue!, pariah!, communist+, totalitarian!, authoritarian!, repressive!, oppressive!, \
brutal!, despotic!, nuclear-armed, impoverished+, war-torn+, failed!, corrupt!, lawless!, troubled+, democratic+, autocratic!
N: crime, offence=, offense=, felony=, misdemeanor=, misdemeanour=, misconduct+, wrongdoing+, malfeasance=, violation=, \
breach=, infraction=, fraud!, theft!, larceny=, embezzlement=, graft!, corruption!, bribery!, racket!, scam!, scheme!, \
swindle!, conspiracy!, plot!, collusion!, treason!, sedition!, cover-up!, coverup!, obstruction=, perjury=, lying!, \
deception!, deceit!, abuse+, harassment=, molestation!, rape!, assault, mistake-, error-, lapse-, impropriety-, indiscretion-, \
irregularity-, mismanagement, negligence=, recklessness!, allegation+, charge=, count=, indictment=, case, lawsuit=, suit=, \
complaint=, claim
V: arrest=, detain=, jail, imprison, incarcerate=, lock_up~, hold, capture, seize, nab~, bust~, collar~, round_up+, \
apprehend=, grab~, snatch!, abduct!, kidnap!, take, cuff, handcuff, charge=, indict=, accuse+, prosecute=, try=, convict=, \
sentence=, condemn, punish, fine=, penalise=, penalize=, sue=, acquit=, clear, exonerate+, vindicate!, absolve+, pardon=, \
free, release, liberate!, rescue!, let_go, discharge=, parole=, hand_over, extradite=, swap
N: arrest=, detention=, custody=, captivity+, jail, prison, cell, bars~, imprisonment=, incarceration=, capture, seizure=, \
abduction!, kidnapping!, crackdown!, repression!, roundup+, sweep, raid, purge!, persecution!, witch_hunt!, witch-hunt!, \
hunt!, probe~, investigation=, inquiry=, enquiry=, review=, examination, inspection=, audit=, scrutiny+, search, manhunt+, \
surveillance=, spying!, snooping!, eavesdropping!, wiretapping=, monitoring-
N: sentence=, punishment, penalty=, fine=, term=, verdict=, ruling=, decision, judgment=, judgement=, conviction=, acquittal=, \
opinion=, order=, decree=, edict+, injunction=, settlement=, deal, plea=, bargain
V: rule=, decide, determine=, find, conclude=, hold=, judge, order=, decree=, uphold=, affirm=, back, overturn, reverse, \
strike_down, toss!, throw_out!, quash=, block, stay=, enjoin=, halt, freeze, gut!, invalidate=
N: law=, legislation=, bill=, act=, statute=, measure, rule=, regulation=, policy=, order=, ban!, prohibition=, restriction, \
curb+, limit, crackdown!, clampdown!, mandate=, requirement=, provision=, proposal=, plan, initiative, scheme, program=, \
programme=, reform+, overhaul+, revamp~, rewrite, change, amendment=, repeal=, rollback, cut, loophole!, giveaway!, handout!, \
entitlement+, subsidy, bailout!, rescue+, stimulus, package, deal, compromise, agreement=, accord=, pact=, treaty=, truce, \
ceasefire=, bargain, swap, trade, exchange, concession+, surrender!, capitulation!, sellout!, betrayal!
V: cheat!, lie!, deceive!, mislead+, dupe!, trick!, fool!, con!, swindle!, defraud=, scam!, steal!, embezzle=, loot!, \
plunder!, pilfer!, siphon!, misuse+, misappropriate=, divert, spend, blow!, splurge!, lavish!, waste!, squander!, use, dip!, \
raid!, pocket!, rob!
V: interfere+, meddle!, intervene, intrude+, tamper!, hack, breach=, attack, infiltrate+, sabotage!, undermine+, subvert!, \
disrupt, influence, sway, manipulate!, rig!, steal!, hijack!, collude!, conspire!, plot!, scheme!, obstruct=, hinder, thwart+, \
stymie!, stonewall!, block, impede, derail!, torpedo!, sink, cover_up!, hide, conceal, bury!, suppress!, whitewash!, \
sugarcoat!, spin!, downplay+, play_down+, minimise, minimize, exaggerate+, overstate, hype!, inflate+
N: interference+, meddling!, intervention, intrusion+, hacking, hack, breach=, cyberattack, attack, infiltration, sabotage!, \
influence, manipulation!, collusion!, spying!, espionage=
N: war, conflict-, fighting, combat, hostilities=, invasion!, incursion=, intervention-, operation-, campaign, crusade!, \
aggression!, occupation!, annexation!, offensive, battle, skirmish, engagement-, siege!, blockade, standoff, crisis+
N: missile, projectile=, rocket, weapon, warhead, bomb, device=, nuke!, arm, munition=, satellite, spacecraft=, craft, \
vehicle=, launcher, booster, megarocket!, behemoth!, monster!, drone, aircraft=, plane, jet, jetliner~, airliner, airplane, \
chopper~, helicopter, ship, vessel=, boat, barge, submarine, sub~, gunboat, warship, truck, lorry, car, train, tram, station, \
laboratory, lab~, junk!, debris, wreck, hulk!, gun, firearm=, rifle, assault_rifle, pistol, handgun
N: test, launch, firing, drill, exercise=, manoeuvre=, maneuver=, rehearsal!, provocation!, show_of_force!, saber-rattling!, \
sabre-rattling!, threat!, warning+, stunt!, ploy!, gambit!, move, action, act, step, measure, gesture
V: launch, fire, test, shoot, lob!, blast!, unleash!, hurl!, send, fly, deploy=, detonate=, explode, blow_up, go_off, burst, \
ignite=, burn, erupt!, lift_off, blast_off~, soar!
V: invade!, occupy!, annex!, seize!, storm!, overrun!, enter, cross, advance, march, push, sweep!, pour!, flood!, swarm!, \
intervene-, attack, strike, bomb, bombard!, shell, pound!, pummel!, rain!, hit, target, raid
V: protect, defend, guard, safeguard, secure, shield, shelter, cover, hide, take_shelter, duck!, cower!, huddle+, flee!, \
evacuate=, escape, scramble!, rush, race!, dash!, run, stampede!, hurry
V: help, aid, assist=, support, back~, bolster, prop_up!, arm!, supply, fund, finance=, bankroll!, subsidise, subsidize, \
sponsor, rescue, save, bail_out!, serve
N: aid, assistance=, help, support, relief=, backing, funding, money, cash~, funds=, treasury, coffers~, sum, amount, billion, \
budget=, war_chest!, handout!, donation, contribution, gift, payment=, bribe!, kickback!, payoff!, hush_money!, ransom!, \
compensation=, damages=, reparation=
N: recession!, downturn, slump+, crisis!, slowdown, contraction=, decline, drop, fall, dip, crash!, collapse!, meltdown!, \
turmoil!, recovery, rebound, upturn, growth, boom!, surge!, bubble!, deficit=, debt=, shortfall, hole~, gap, crunch!, \
squeeze!, cuts, austerity!, savings-, belt-tightening, layoffs, redundancies=, job_losses, tax, levy=, duty=, fee=, charge, \
burden!, hike!, increase, rise, raise, relief, break~, giveaway!, loophole!
N: rich!, wealthy, affluent-, well-off, millionaires, billionaires, elite!, poor!, needy+, disadvantaged-, low-income=, \
underprivileged-, middle_class, workers, taxpayers+, families+
N: abortion, pro-life!, pro-choice!, anti-abortion, unborn!, fetus=, foetus=, baby!, marriage, union=, same-sex=, gay, \
homosexual+, lesbian, straight~, heterosexual=, traditional!, transgender, amnesty!, legalization=, pathway+, immigration, \
invasion!, influx+, flood!, wave, surge, flow-, caravan!, wall!, fence, barrier=, border, gun_control, gun_safety-, \
gun_rights, obamacare!, health_care, welfare!, entitlement!, climate, warming, crisis!, hoax!, denier!, skeptic, sceptic
A: same-sex=, gay, homosexual+, heterosexual=, straight~, undocumented-, illegal!, unauthorized=, unauthorised=, irregular=, \
legal=
N: view, stance=, position=, belief, opinion, idea, ideology+, agenda!, rhetoric!, propaganda!, narrative!, spin!, \
talking_point!, lie!, falsehood+, untruth-, myth!, hoax!, conspiracy_theory!, theory, rumor+, rumour+, speculation, fact, \
truth, fear-mongering!, fearmongering!, scaremongering!, hysteria!, panic!, fear, concern, worry, doubt, question, skepticism, \
scepticism, hope, dream!, goal, aim, ambition+, objective=, plan, vision+, promise, vow+, pledge
N: choice, pick~, selection=, appointment=, nomination=, appointee=, candidate, option, contender+, frontrunner+, favorite+, \
replacement, successor
N: race, contest, campaign, election=, vote, ballot=, poll, battle!, fight!, horse_race!, slugfest!, primary, referendum=, \
runoff, bid, quest!, crusade!, run
N: meeting=, talks, summit=, negotiation=, session=, gathering, huddle~, powwow~, discussion, conversation, dialogue=, \
consultation=, conference=, rally, event, ceremony, speech, keynote, hearing=, briefing=, interview, appearance, visit=, trip, \
tour, swing~, junket!, pilgrimage!
V: meet=, talk, discuss, negotiate=, confer=, huddle~, haggle!, bargain, horse-trade!, chat~, speak, converse, consult=, \
deliberate=, debate, address, appear, attend, visit, host, greet, welcome, hug!, embrace!, sit_down
V: plan, intend, aim, hope, want, seek, try, attempt, strive+, struggle+, vow+, plot!, scheme!, mull~, weigh, consider, \
contemplate, eye~, think, ponder, prepare, ready~, gear_up~, brace!, set, schedule=, expect, predict, forecast, project=, \
anticipate, envision, foresee, fear+, worry, threaten!, refuse+, decline, balk!, resist+, hesitate, waver!, dither!, stall!, \
delay, postpone=, put_off, drag!, duck!, dodge!, sidestep!, evade!, avoid, skirt!, ignore+, snub!, spurn!, rebuff!, shun!, \
skip, boycott!, reject, turn_down, deny, veto=, oppose, fight!
V: allow, let, permit=, authorize=, authorise=, approve=, greenlight~, clear, grant=, give, accept, agree, back, sign, pass=, \
adopt=, enact=, ratify=, push_through!, ram_through!, jam!, force!, impose!, slap!, foist!, saddle!, introduce, implement=, \
enforce=, apply, extend, expand, widen, broaden
V: change, alter, amend=, modify=, revise=, reform+, overhaul!, transform!, revamp~, reshape+, remake!, rewrite!, redefine!, \
update, adjust-, tweak~, clarify=, normalize!, normalise!, legalize=, legalise=, militarize!, remilitarize!, soften, harden, \
toughen!, tighten, loosen, relax, ease, weaken, water_down!, gut!, shift, switch, flip-flop!, reverse, u-turn!, pivot~
V: make, create, build, establish=, set_up, found, form, construct=, develop, craft, forge!, cobble!, cook_up!, concoct!, \
invent, fabricate!, manufacture, assemble, grow, cultivate=, produce, generate
V: use, employ=, utilize=, exploit!, abuse!, harness, wield!, tap, reuse, recycle~, refly, reflown
V: show, demonstrate=, display, exhibit=, prove, expose!, flaunt!, parade!, reveal, betray!, signal, reflect, illustrate, \
portray, depict, paint, cast, picture, present, feature, describe, call, brand!, label+, dub~, term=, name, style, deem=
V: think, believe, feel, consider, regard, view, see, suspect+, assume, suppose, know, realise, realize, understand, doubt+, \
fear+, imagine, fancy!, dream!, hope, love!, adore!, like, enjoy, hate!, loathe!, detest!, despise!, dislike, resent!, dread!, \
regret, mourn+, grieve+, weep!, sob!, cry, wail!, scream!, shriek!, shout, yell, bellow!, roar!, whisper, murmur, mutter!, \
laugh, giggle, chuckle~, smile, grin!, smirk!, grimace!, frown, scowl!, glare!, stare, gaze, look, watch, witness=, spot, \
glimpse, notice, observe=, peer, gawk!, ogle!
V: go, walk, stroll, march, stride!, strut!, saunter!, trudge!, stagger!, stumble!, limp, creep, sneak!, slink!, crawl, \
travel=, journey, fly, jet_off~, head, arrive, come, enter, burst!, barge!, storm!, return, go_back, gather, assemble=, \
flock!, throng!, crowd, mass, pack!, cram!, jam!, swarm!, congregate=, mingle, join, accompany, escort, follow, chase!, \
pursue, hound!, stalk!, hunt!, haunt!
V: get, receive=, obtain=, acquire=, gain, win, secure, land~, snag~, grab~, score~, reap!, net~, rake_in!, pocket!, collect, \
buy, purchase=, snap_up~, sell, offload~, hawk!, peddle!, pay, shell_out~, fork_over!, cough_up!, cost, spend, splash!, \
donate=, give, hand, award=, present, bestow!, shower!, lavish!
V: keep, hold, retain=, maintain=, preserve=, hoard!, cling!, save, store=, guard, withhold=, stash!, hide, conceal=
V: say_no, back_off!, cave!, capitulate!, surrender!, yield+, bow!, buckle!, relent+, give_in!, fold!, blink!, retreat!, \
concede+, compromise, budge~, accede=, comply=, obey, abide, defy!, flout!, ignore, disobey, disregard, violate=, break, \
breach=, transgress!, trample!, honour, honor, respect
A: big, large, great+, huge!, massive!, enormous!, giant!, gigantic!, immense!, vast!, colossal!, monumental!, mammoth!, \
whopping!, towering!, hulking!, sizable, sizeable, significant, substantial, considerable, major+, important, key~, crucial+, \
critical+, vital+, pivotal+, momentous!, historic!, landmark!, unprecedented!, epic!, record, small, little, tiny!, \
minuscule!, infinitesimal!, slight, modest-, minor, meagre!, meager!, paltry!, puny!, mere!, remote, slim, negligible, \
trivial!, petty!, limited
A: sweeping!, broad, wide, comprehensive=, extensive, far-reaching+, widespread, wholesale!, total!, absolute!, complete, \
utter!, sheer!, outright!, full-blown!, all-out!, full-scale!, partial, narrow, targeted-, swift+, quick, fast, rapid, prompt, \
immediate, sudden!, abrupt!, hasty!, rushed!, urgent+, emergency=, slow, gradual, sluggish!, long-awaited+, overdue+, \
looming!, imminent
A: strong, powerful+, potent!, fierce!, intense, vigorous, vehement!, strenuous!, forceful+, heated!, fiery!, blistering!, \
scathing!, withering!, searing!, stinging!, sharp+, harsh!, severe, stern+, stiff, tough+, hard, rough, strict, draconian!, \
heavy-handed!, ruthless!, merciless!, brutal!, savage!, vicious!, cruel!, bitter!, nasty!, ugly!, mild, soft, gentle, \
moderate, measured+, calm, muted, subdued, downbeat+, upbeat+, sober, restrained+, diplomatic+, polite, respectful, \
congenial+, cordial+, friendly, warm+, cold, icy!, frosty!, tense+, awkward+, testy!, combative!, feisty!, defiant!, \
bellicose!, belligerent!, aggressive!, hostile!, confrontational!, pugnacious!, bombastic!, brash!, blunt+, outspoken+, \
candid+, frank+, honest, sincere, earnest
A: bold+, brave+, courageous!, heroic!, daring!, audacious!, gutsy!, brazen!, reckless!, rash!, irresponsible!, foolish!, \
stupid!, idiotic!, dumb!, silly!, absurd!, ridiculous!, ludicrous!, laughable!, preposterous!, outrageous!, outlandish!, \
bizarre!, weird!, strange+, odd+, unusual, atypical, unconventional, unorthodox, quirky!, eccentric!, wacky!, crazy!, insane!, \
mad!, unhinged!, deranged!, erratic!, unpredictable+, volatile!, unstable!, mercurial!, unlikely, surprising, unexpected, \
surprise, stunning!, shocking!, astonishing!, astounding!, staggering!, jaw-dropping!, amazing!, incredible!, remarkable+, \
extraordinary!, dramatic!, striking+, spectacular!, sensational!, explosive!, bombshell!, intriguing+, interesting, curious
A: good, fine, excellent!, superb!, brilliant!, outstanding!, stellar!, impressive!, wonderful!, terrific!, fantastic!, \
fabulous!, magnificent!, glorious!, splendid!, triumphant!, successful, effective, able, capable, skilled, gifted+, talented+, \
smart+, savvy!, shrewd!, wise+, clever+, cunning!, sly!, crafty!, charming!, charismatic!, beloved!, adored!, popular, \
admired+, respected+, renowned+, famed+, famous, celebrated+, acclaimed!, legendary!, iconic!, prominent, leading, top, \
senior=, veteran+, longtime, seasoned+, influential+, well-known, notable, distinguished+, esteemed!, revered!, decorated, \
award-winning
A: bad, poor, terrible!, awful!, horrible!, horrific!, horrendous!, horrifying!, dreadful!, appalling!, atrocious!, abysmal!, \
dismal!, disastrous!, catastrophic!, devastating!, tragic!, sad+, heartbreaking!, heart-wrenching!, gruesome!, grisly!, \
ghastly!, gory!, bloody!, bloodied!, grim!, macabre!, chilling!, terrifying!, frightening!, scary!, nightmarish!, deadly!, \
fatal=, lethal=, mortal, dangerous+, perilous!, hazardous=, risky, unsafe, threatening!, menacing!, ominous!, sinister!, \
evil!, wicked!, vile!, heinous!, despicable!, disgusting!, repulsive!, sickening!, disgraceful!, shameful!, shameless!, sick!, \
twisted!, perverse!, disturbing!, troubling+, worrying+, alarming!, concerning, problematic-, unacceptable+, inappropriate-, \
improper-, offensive+, insulting!, derogatory+, disparaging+, racist!, sexist!, bigoted!, xenophobic!, racially_charged-, \
hateful!, vulgar!, crude!, lewd!, obscene!, profane!, expletive-laden!, graphic+
A: controversial!, divisive!, polarizing!, polarising!, contentious!, disputed+, contested, embattled!, beleaguered!, \
scandal-plagued!, disgraced!, troubled+, notorious!, infamous!, discredited!, so-called!, self-styled!, self-proclaimed!, \
self-described, alleged+, purported+, supposed+, suspected, apparent, would-be!, accused, convicted=, confessed, fugitive, \
wanted, crooked!, corrupt!, dishonest!, shady!, murky!, dubious!, questionable+, suspicious!, secret+, secretive!, covert=, \
clandestine!, shadowy!, mysterious!, unexplained, unidentified=, unknown, anonymous, hidden, undisclosed=, quiet, private
A: false+, untrue, inaccurate=, incorrect, wrong, mistaken, misleading+, bogus!, fake!, phony!, sham!, fraudulent=, baseless!, \
unfounded+, groundless!, unsubstantiated=, unproven, unverified=, debunked!, discredited!, dishonest!, mendacious!, true, \
accurate, factual, correct, genuine, real, legitimate+, credible+
A: left-wing!, leftist!, far-left!, liberal+, progressive+, democratic, socialist!, marxist!, communist!, moderate, centrist, \
conservative+, right-wing!, far-right!, ultraconservative!, tea_party, republican, libertarian, nationalist!, populist!, \
extremist!, extreme!, radical!, militant!, fundamentalist!, islamist!, jihadist!, evangelical, secular, religious, devout, \
hardline!, hard-line!, hawkish!, dovish!, establishment+, mainstream, fringe!, partisan!, bipartisan+, nonpartisan=, \
independent, anti-gay!, anti-immigrant!, anti-american!, pro-gun, pro-government, western-backed, us-backed, army-backed, \
state-run, government-run, federal=
A: angry, furious!, irate!, enraged!, livid!, outraged!, incensed!, upset, annoyed, frustrated, exasperated!, bitter!, \
disappointed, unhappy, dismayed, concerned, worried, alarmed!, anxious, nervous, fearful, afraid, scared!, terrified!, \
panicked!, desperate!, frantic!, hysterical!, distraught!, devastated!, heartbroken!, shaken, stunned!, shocked!, surprised, \
baffled!, confused, happy, glad, pleased, delighted!, thrilled!, ecstatic!, jubilant!, excited!, enthusiastic, eager+, giddy!, \
proud, confident, smug!, arrogant!, cocky!, haughty!, contrite+, remorseful+, apologetic, ashamed!, embarrassed, humiliated!, \
defeated!, dejected!, adamant+, stubborn!, intransigent!, unrepentant!, defiant!, resolute!, determined, reluctant, hesitant, \
unwilling, cautious, wary, guarded, aloof!, detached+
A: rich, wealthy, affluent-, privileged!, elite!, lavish!, opulent!, luxurious!, posh!, swanky!, ritzy!, expensive, costly+, \
pricey~, exorbitant!, cheap!, poor, impoverished!, destitute!, needy+, struggling+, hard-hit+, squalid!, run-down!, \
crumbling!, dilapidated!
R: allegedly+, reportedly, apparently, purportedly+, supposedly!, ostensibly!, officially=, effectively, basically, \
essentially, virtually, nearly, almost, merely!, only, just, simply, even, barely!, hardly!, scarcely!, narrowly, \
overwhelmingly!, decisively!, totally!, completely, utterly!, absolutely!, deeply+, profoundly!, sharply+, harshly!, \
fiercely!, bitterly!, vehemently!, strenuously!, strongly, forcefully!, angrily!, furiously!, bluntly!, flatly!, repeatedly+, \
relentlessly!, constantly!, incessantly!, quickly, swiftly+, abruptly!, suddenly!, hastily!, quietly+, privately, secretly!, \
openly, publicly, brazenly!, shamelessly!, blatantly!, deliberately!, intentionally!, accidentally, mistakenly, wrongly+, \
falsely!, illegally!, unlawfully=, unexpectedly, surprisingly, shockingly!, stunningly!, dramatically!, significantly, \
massively!, hugely!, severely, badly, tragically!, sadly!, unfortunately!, fortunately!, thankfully!, finally, reluctantly+, \
grudgingly!, gently, politely, calmly
N: picture, photo, photograph=, image, shot~, footage, video, clip~, stunt!, shoot, portrait, mask, head, effigy+
N: problem, issue-, challenge-, difficulty, trouble+, crisis!, mess!, disaster!, quagmire!, nightmare!, headache~, setback, \
hurdle, obstacle, glitch-, flaw, defect=, blemish!, stain!, scourge!, plague!, cancer!, epidemic!, disease!, ill!, illness=, \
condition-, disorder=, ailment, affliction!, infection=, outbreak=
N: change, shift, turn, turnaround!, u-turn!, reversal+, flip-flop!, about-face!, climbdown!, retreat!, backtrack!, overhaul!, \
reform+, transformation!, revolution!, upheaval!, chaos!, turmoil!, disarray!, shakeup!, mess!
N: past, history, record=, background, legacy, tenure=, term=, reign!, rule, career, life, struggle+, redemption!, turmoil!, \
scandal!, controversy
N: danger+, risk=, threat!, menace!, peril!, hazard=, possibility, chance, likelihood=, probability=, odds~, prospect, hope
N: success, progress, advance, breakthrough!, innovation+, revolution!, miracle!, marvel!, wonder!, triumph!, feat!, stunt!
N: criticism, condemnation+, censure=, flak~, heat~, scorn!, contempt!, disdain!, derision!, mockery!, ridicule!, hatred!, \
hate!, anger, fury!, rage!, outrage!, wrath!, ire!, indignation!, dismay+, disappointment, frustration, bitterness!, \
resentment!, hostility!, animosity!, antipathy!, dislike, displeasure, shock!, surprise, horror!, grief+, sorrow+, sadness, \
anguish!, agony!, pain, despair!, joy!, delight, elation!, euphoria!, relief, pride, hope, optimism, pessimism, enthusiasm, \
excitement, passion+, zeal!, fervor!, fervour!, frenzy!, mania!
N: home, house, residence=, mansion!, palace!, compound+, shack!, hovel!, hideout!, lair!, den!, stronghold!, bastion!, \
haven!, refuge+, sanctuary+, platform, site, base, camp, settlement, colony!, outpost=, enclave=, slum!, ghetto!, \
neighborhood, neighbourhood, district=, community, area, region, territory=, land, zone=, frontier, heartland!
N: storm, hurricane=, typhoon=, cyclone=, tempest!, monster!, rain, downpour+, deluge!, torrent!, flood, flooding, \
inundation=, blizzard, snowstorm, snowfall=, whiteout!, earthquake=, quake~, tremor, temblor~, fire, blaze~, inferno!, \
wildfire, conflagration!, heatwave, drought=, landslide, mudslide, eruption, ash, smoke, plume
A: heavy, torrential!, driving, lashing!, drenching!, relentless!, raging!, ferocious!, violent, severe=, powerful, strong, \
historic!, record-breaking!, wet, slippery
N: animal, creature, beast!, monster!, gorilla, ape, dog, hound, predator!, pet, wildlife=, organism=, microbe=, bacteria=, \
germ~, bug~, virus=, pathogen=, parasite, plant, life, alien!, extraterrestrial
N: study=, research=, report=, paper=, analysis=, finding=, survey=, poll, experiment=, test, trial=, data=, evidence=, \
proof+, sign, clue, indication, hint, smoking_gun!
N: expert, scientist, researcher=, academic, scholar, professor=, analyst, specialist, doctor, physician=, medic, nurse, \
engineer, astronaut, cosmonaut, teacher, student, pupil
N: school, education, college, university, church, mosque, faith, religion, temple, hospital, clinic, centre, center
N: user, customer, client, consumer=, subscriber, shopper, account, app, application=, software=, platform, service, website, \
site, network, messenger, program, tool, gadget~, device=, phone, smartphone, handset
N: job, work, post=, position=, role, office=, task, mission+, duty=, seat, gig~
N: number, amount, figure, level, rate=, majority, plurality=, minority, handful~, dozens, scores, hundreds, slew~, raft~, \
spate~, string, series, flurry!, barrage!, torrent!, flood!, avalanche!, wave, bunch~, ton~, plethora~, swath
"""
_LOADS = {"!": 1.0, "+": 0.5, "-": 0.4, "~": 0.25, "=": 0.0}
_KINDS = {"NOUN": "N", "PROPN": "N", "VERB": "V", "AUX": "V", "ADJ": "A", "ADV": "R"}


def _read() -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], frozenset[int]]]:
    loads: dict[tuple[str, str], float] = {}
    fields: dict[tuple[str, str], frozenset[int]] = {}
    for number, line in enumerate(_TABLE.replace("\\\n", "").strip().splitlines()):
        kind, words = line.split(": ")
        for marked in words.split(", "):
            word = marked.rstrip("!+-~=").replace("_", " ")
            key = word, kind
            loads[key] = max(loads.get(key, 0.0), _LOADS.get(marked[-1], 0.0))
            fields[key] = fields.get(key, frozenset()) | {number}
    return loads, fields


LOADS, FIELDS = _read()  # by word and kind (N, V, A, R)


class Loads:
    """How loaded words are (0..1): as the table has it, else by their vectors."""

    def __init__(self, words: Sequence[str], encode: Encode) -> None:
        own = list(dict.fromkeys(words))
        self.vectors: Array = encode(own) if own else np.zeros((0, len(LOADED.weights)), dtype=np.float32)
        self.place: Mapping[str, int] = {word: i for i, word in enumerate(own)}
        self._rated = LOADED.probability(self.vectors)

    def of(self, word: str, pos: str) -> float:
        """Of a lemma that is used as `pos`. A name takes no view."""
        kind = _KINDS.get(pos, "N")
        for k in (kind, *("ANVR" if pos != "PROPN" else "")):
            if (word, k) in LOADS:
                return LOADS[word, k]
        return 0.0 if pos == "PROPN" else float(self._rated[self.place[word]])
