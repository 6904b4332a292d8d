"""Fixed terms that a rewording machine took apart word by word: "the Safety Council", "the Pink Cross", "a press convention"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Defect, DefectKind, Document, Span, ZoneKind

# What thesaurus programs make of the names and terms of world affairs, and what stood there; own compilation. Only wordings
# that no writer uses of his own accord. Capitals count where the repair begins with one.
_TERMS = """
Safety Council = Security Council
Security Chamber = Security Council
Basic Meeting = General Assembly
Basic Assembly = General Assembly
Secretary-Basic = Secretary-General
Secretary-Normal = Secretary-General
Secretary Basic = Secretary-General
Joined Nations = United Nations
Joined Together Nations = United Nations
Joined Countries = United Nations
Assembled Countries = United Nations
Unified Countries = United Nations
Joined States = United States
Joined Together States = United States
Assembled States = United States
Unified States of America = United States of America
Joined Kingdom = United Kingdom
Assembled Kingdom = United Kingdom
European Fee = European Commission
European Central Financial institution = European Central Bank
World Financial institution = World Bank
West Financial institution = West Bank
Worldwide Financial Fund = International Monetary Fund
Worldwide Legal Courtroom = International Criminal Court
Worldwide Felony Court = International Criminal Court
Worldwide Prison Courtroom = International Criminal Court
Worldwide Atomic Vitality Company = International Atomic Energy Agency
Worldwide Atomic Power Company = International Atomic Energy Agency
Worldwide Courtroom of Justice = International Court of Justice
Amnesty Worldwide = Amnesty International
Supreme Courtroom = Supreme Court
Excessive Courtroom = High Court
Excessive Commissioner = High Commissioner
Excessive Consultant = High Representative
Pink Cross = Red Cross
Crimson Cross = Red Cross
Crimson Crescent = Red Crescent
Pink Sea = Red Sea
Crimson Sea = Red Sea
Center East = Middle East
Center Jap = Middle Eastern
Jap Europe = Eastern Europe
Jap Ukraine = eastern Ukraine
Jap Mediterranean = Eastern Mediterranean
Chilly Warfare = Cold War
Chilly Conflict = Cold War
Chilly Struggle = Cold War
World Struggle II = World War II
World Conflict II = World War II
Second World Conflict = Second World War
White Home = White House
Oval Workplace = Oval Office
International Workplace = Foreign Office
Home of Representatives = House of Representatives
Home of Commons = House of Commons
Home of Lords = House of Lords
State Division = State Department
Justice Division = Justice Department
Protection Division = Defense Department
Division of State = Department of State
Division of Protection = Department of Defense
Protection Ministry = Defence Ministry
Protection Secretary = Defense Secretary
Inside Minister = Interior Minister
Inside Ministry = Interior Ministry
Overseas Minister = Foreign Minister
International Minister = Foreign Minister
Homeland Safety = Homeland Security
Nationwide Safety Council = National Security Council
Nationwide Safety Adviser = National Security Adviser
Nationwide Guard = National Guard
Nationwide Meeting = National Assembly
Lawyer Basic = Attorney General
Legal professional Basic = Attorney General
Lawyer Normal = Attorney General
Legal professional Normal = Attorney General
Communist Social gathering = Communist Party
Labour Social gathering = Labour Party
Labor Social gathering = Labor Party
Republican Social gathering = Republican Party
Democratic Social gathering = Democratic Party
Conservative Social gathering = Conservative Party
Social Democratic Social gathering = Social Democratic Party
Related Press = Associated Press
New York Instances = New York Times
Monetary Instances = Financial Times
Washington Submit = Washington Post
Wall Road Journal = Wall Street Journal
Fox Information = Fox News
Sky Information = Sky News
CBS Information = CBS News
ABC Information = ABC News
BBC Information = BBC News
Prime Priest = Prime Minister
prime priest = prime minister
outside priest = foreign minister
remote minister = foreign minister
guard priest = defence minister
barrier priest = defence minister
press convention = press conference
information convention = news conference
nationwide safety = national security
ceasefireplace = ceasefire
ceasehearth = ceasefire
cease-hearth = ceasefire
human privileges = human rights
peacekeeping drive = peacekeeping force
course of force = task force
"""
_REPAIRS = dict(line.split(" = ") for line in _TERMS.strip().splitlines())
_FOUND = re.compile(rf"\b(?:{'|'.join(re.escape(t) for t in sorted(_REPAIRS, key=len, reverse=True))})\b")
_TOLD = (ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.BODY, ZoneKind.CAPTION)


def rewording_defects(document: Document) -> Iterator[Defect]:
    """One for each such term; none is certain, for a company may well be called "Pink Sea"."""
    for zone in document.zones:
        if zone.kind in _TOLD:
            for m in _FOUND.finditer(document.text, zone.span.start, zone.span.end):
                evidence = f"{m[0]!r}: a fixed term in other words"
                yield Defect(DefectKind.REWORDED, Span(*m.span()), evidence, _REPAIRS[m[0]], False, "defects.reworded")
