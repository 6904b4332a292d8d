"""A short line of a page or mail -> which part of the furniture it is: share prompt, cookie notice, list footer, credit ..."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re

# Lines that are furniture whole: general wordings of share prompts, widgets, offers and notices in many languages.
_WHOLE = """
(?:this|the) (?:story|article|post|content|news) (?:can|may) be (?:shared|reposted|republished)\\b.{0,40}
(?:please )?(?:share|like|tweet|pin|email|e-mail|print|bookmark|save|listen to|comment on|rate) (?:this|the)? ?(?:story|article|post|page|news|item|link|content)?(?: (?:on|via|with|in|by|to) .{1,60})?
share|tweet|print|email|copy link|link copied!?|share on .{1,40}|share via .{1,30}|follow us(?: on .{1,60})?|like us on .{1,30}|join us on .{1,40}
(?:you (?:may|might) also (?:like|be interested in)|you may like|recommended(?: (?:for you|stories|articles|reading))?|more on this(?: story| topic)?)\\b.{0,40}
(?:related|similar|recent|latest|popular|top|trending|most read|most popular|other|further|more|must read) ?(?:articles?|stories|news|posts?|topics?|content|links?|headlines|reading|coverage|videos?)(?: from .{1,40})?\\W{0,3}
related(?: to this)?|read (?:also|more|next|on|this next)|see also|also read|more from .{1,60}|more stories|what to read next|up next|editor.?s.? picks?|most read|trending(?: now)?|in this (?:article|story)
back to (?:the )?(?:top|home|homepage|start)(?: (?:button|of page))?|scroll to top|return to top|go to top|to top|top of page|skip to (?:main )?content|skip to navigation
(?:previous|next|prev|newer|older) ?(?:article|post|story|page|posts|entry|image|slide)?(?: [»›>→←‹«].{0,80})?|load more(?: .{1,30})?|show more|view more|see more|see all|view all|read full (?:story|article)|continue reading.{0,80}|click (?:here|to).{0,100}|tap here.{0,80}
(?:leave|post|add|write) a (?:comment|reply)|comments?(?: \\(?\\d+\\)?)?|\\d+ comments?|no comments(?: yet)?|view comments|join the (?:conversation|discussion)|log ?in to (?:comment|reply|continue).{0,60}|your email address will not be published.{0,80}|comments are closed.?
(?:sign|log) ?(?:in|up|out)(?: (?:here|now|with|for|to) .{0,100})?|subscribe(?: (?:now|today|here|to|for) ?.{0,120})?|unsubscribe.{0,80}|register(?: now| here| for free)?|create (?:a )?(?:free )?account.{0,60}|already (?:a )?(?:subscriber|member|registered).{0,60}|manage (?:subscription|preferences)
(?:get|receive|sign up (?:for|to)|subscribe to) (?:our|the|your|all|more)? ?(?:[\\w’' -]{0,40})(?:newsletters?|briefing|alerts?|updates|headlines|email)s?\\b.{0,160}
.{0,60}\\b(?:delivered|straight|direct(?:ly)?|sent) (?:straight |directly )?to your (?:inbox|e-?mail|phone)\\b.{0,80}
.{0,120}\\b(?:we|this (?:web)?site|our (?:partners|website)) uses? cookies\\b.{0,300}|(?:accept|reject|manage) (?:all )?cookies|cookie (?:settings|policy|preferences|notice)|by (?:continuing|using|clicking|subscribing|signing|submitting|entering)\\b.{0,60}\\b(?:you|your|this site)\\b.{0,200}
we value your privacy|(?:we|our site) (?:and (?:our|selected) )?.{0,40}(?:partners|vendors)\\b.{0,40}\\b(?:store|access|process|use)\\b.{0,300}|you (?:may|can) (?:accept|change|manage|withdraw) .{0,60}\\b(?:choices?|consent|preferences)\\b.{0,200}|(?:accept|reject) all|manage (?:choices|options|consent)
advertisement|advert|ads? by .{1,30}|sponsored(?: content| by .{1,40})?|promoted(?: content)?|story continues below.{0,40}|article continues (?:after|below).{0,60}|scroll (?:down )?to continue.{0,40}|promotion
(?:©|\\(c\\)|copyright)\\W{0,3}(?:copyright )?(?:\\d{4}|all rights).{0,160}|.{0,120}\\ball rights reserved\\b.{0,120}|terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice|statement)|contact us|about us|about the author|advertise with us
.{0,20}\\b(?:download|get) (?:our|the) (?:free )?(?:[\\w ]{0,20})app\\b.{0,120}|(?:find|follow|like) us on (?:facebook|twitter|x|instagram|telegram|whatsapp|google news).{0,100}|follow .{1,50} on (?:facebook|twitter|x|instagram|telegram|google news|linkedin).{0,80}
.{0,80}\\b(?:join|follow) (?:our|the|us on) ?(?:[\\w ]{0,20})(?:telegram|whatsapp|youtube|viber)(?: channel| group)?\\b.{0,100}
(?:tags?|categories|category|filed under|topics?|keywords|posted in|published in|in this topic|schlagw(?:orte|örter)|mots[- ]clés|etiquetas|etichette|теги)\\s*:.{0,200}
(?:support|donate|become a (?:member|patron|supporter)|make a (?:donation|gift))\\b(?: (?:us|now|today|to|our|quality|independent) ?.{0,120})?|buy me a coffee.{0,60}
(?:originally |first )?published (?:in|on|by|at) (?:https?://\\S+|www\\.\\S+)|(?:photo|image|video) gallery|watch(?: live| now| video| the video)?:?|listen:?|live updates|breaking news|\\d+ min(?:ute)?s? read|reading time:? .{1,20}|estimated reading time.{0,20}
got a (?:tip|story|question|confidential).{0,160}|do you have (?:a )?(?:story|tip|information|experience).{0,160}|have (?:a|any) (?:tip|question|news|story|feedback)s?\\b.{0,160}|if you (?:have|spot|see|notice|find) (?:an? )?(?:error|mistake|typo|correction|tip)\\b.{0,160}|report (?:an? )?(?:error|typo|mistake).{0,60}
(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in this|here|by|are)\\b.{0,260}
javascript (?:is|must be|has been)\\b.{0,120}|please enable (?:javascript|cookies).{0,120}|your browser (?:does not|doesn.t|is)\\b.{0,160}|this video (?:is|can)\\b.{0,80}|loading\\W*|play video|pause|mute|unmute|close(?: menu)?|menu|search|home|navigation|toggle .{1,30}|play audio|pop-?up
(?:artikel|beitrag|seite) (?:teilen|drucken|merken|empfehlen|versenden|kommentieren)|teilen(?: sie diesen .{1,30})?|weiterlesen|mehr (?:zum thema|lesen|dazu|artikel|anzeigen)|lesen sie (?:auch|mehr|hier|dazu).{0,140}|auch interessant|das könnte sie (?:auch )?interessieren|nach oben|zum seitenanfang|zur startseite|zurück|anzeige|werbung|drucken|kommentare?(?: \\(?\\d+\\)?)?|kommentar (?:schreiben|verfassen)|newsletter(?: abonnieren)?|jetzt (?:abonnieren|anmelden|registrieren).{0,60}|alle rechte vorbehalten.{0,80}|datenschutz(?:erklärung)?|impressum|ähnliche (?:artikel|beiträge|themen)|verwandte (?:artikel|themen|beiträge)|quelle:? ?\\S{1,30}
partager(?: (?:sur|cet) .{1,30})?|lire (?:aussi|la suite|plus)\\b.{0,140}|à lire (?:aussi|également)\\b.{0,140}|articles? (?:liés|similaires|connexes)|sur le même (?:sujet|thème)|haut de page|retour en haut|retour à l.accueil|publicité|imprimer|commenter|commentaires?|s.abonner|abonnez-vous.{0,80}|tous droits réservés.{0,60}|mentions légales
compartir(?: (?:en|esta) .{1,30})?|leer (?:más|también)\\b.{0,140}|lea también\\b.{0,140}|te puede interesar.{0,100}|(?:artículos|noticias|notas) relacionad[ao]s|volver arriba|publicidad|imprimir|comentarios?|suscríbe(?:te|ase).{0,80}|todos los derechos reservados.{0,60}|relacionad[ao]s?|más noticias|síguenos .{1,60}
condividi(?: .{1,30})?|leggi anche\\b.{0,140}|articoli correlati|torna su|pubblicità|stampa|commenti|iscriviti.{0,80}|tutti i diritti riservati.{0,60}|potrebbe interessarti.{0,80}|compartilhe?(?: .{1,30})?|leia (?:também|mais)\\b.{0,140}|publicidade|voltar ao topo|notícias relacionadas|deel dit artikel|lees (?:ook|meer|verder)\\b.{0,140}|advertentie
поделиться.{0,60}|читайте также.{0,140}|читать далее|подпис(?:аться|ывайтесь).{0,100}|реклама|наверх|по теме|материалы по теме|все права защищены.{0,60}|комментарии|новости по теме|paylaş|abone ol.{0,60}|ilgili haberler|udostępnij.{0,40}|czytaj (?:też|także|więcej).{0,120}|reklama|wróć na górę|分享|相关(?:新闻|文章|阅读)|返回顶部|关闭|责任编辑.{0,20}|広告|関連記事|シェアする
"""
_BOILERPLATE = re.compile(rf"\W{{0,3}}(?:{'|'.join(_WHOLE.strip().splitlines())})\W{{0,3}}", re.IGNORECASE)
# A promotion that runs on ("Also read: <headline>"): the opening words tell.
_OPENING = re.compile(
    r"\W{0,3}(?:also read|read also|read more|read next|see also|related(?: story| article)?|more|don.t miss|must read|watch|recommended|"
    r"click here|follow us|subscribe|sign up|mehr dazu|mehr zum thema|lesen sie auch|lire aussi|à lire aussi|lea también|leer más|leggi anche|leia também|"
    r"lees ook|читайте также|czytaj też)\s*[:|»>–—-]\s?.{0,160}",
    re.IGNORECASE,
)
ARCHIVE_FOOTER = re.compile(
    r"this (?:archive|page|list archive) (?:was|is) (?:generated|created|made|maintained) by .{1,120}|(?:mail|archive|messages?) (?:converted|archived|generated|created) (?:by|with|using) .{1,80}|"
    r"generated by (?:mhonarc|pipermail|hypermail|mailman|public-inbox).{0,80}|archived at:? .{1,120}|view this (?:message|thread|topic) (?:in|on|at) .{1,80}|"
    r"(?:date|thread|author|subject) index(?:es)?\W*",
    re.IGNORECASE,
)
_LIST_FOOTER = re.compile(
    r"_{20,}|-{30,}|.{0,60}\bmailing list\b.{0,80}|to (?:unsubscribe|post|subscribe|manage|change)\b.{0,60}\b(?:list|group|mail|send|visit|options)\b.{0,120}|"
    r"(?:you (?:received|are receiving|got) this (?:message|e-?mail|mail) because)\b.{0,160}|(?:un)?subscribe(?: options)?: .{1,100}|"
    r"https?://\S*(?:mailman|listinfo|lists?\.|/lists?/|sympa|majordomo)\S*|\S+@(?:lists?|googlegroups|groups|listserv)\.\S+|list (?:archives?|info|guidelines|options)\b.{0,100}|"
    r"sent from my (?:i\w+|mobile|phone|android|blackberry|samsung).{0,60}|get outlook for .{1,30}",
    re.IGNORECASE,
)
_WORD = r"(?:[A-ZÀ-Þ][\w.&'’-]*|/|&|,|\||-|via|for|of|from|and|the|de|von)"
_NAMES = rf"{_WORD}(?:\s+{_WORD}){{0,7}},?(?:\s+\d{{4}})?"
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|Xinhua|TASS|Sputnik|Anadolu|Bloomberg|dpa|Shutterstock|Kyodo|Yonhap|AAP|PA)"
)
# Who owns a picture, at the end of a paragraph: "© Agency", "(Photo by Name)", "Name / Agency".
CREDIT_TAIL = re.compile(
    rf"(?:(?:©|\(c\)|ⓒ)\s*{_NAMES}|"
    r"[(\[]\s*(?i:photo|image|picture|credit|file photo|ap photo|getty|reuters|foto|photo credit|screenshot)\b[^()\[\]]{0,80}[)\]]|"
    rf"[(\[](?:{_NAMES}\s*(?:/|via|by)\s*)?{_AGENCY}(?:\s*/?\s*{_NAMES})?[)\]]|"
    rf"\b(?:Photo|Foto|Image|Picture|Credit|Photograph|Photo credit|Image credit|Photo by|Image by|Bild|Fotos?)\s*[:/]\s*{_NAMES}|"
    rf"\bPhoto(?:graph)? by {_NAMES}|\b{_AGENCY} ?(?:Photo ?/?|/) ?(?:{_NAMES})?|"
    rf"(?:[A-Z][\w.'’-]+ ){{1,3}}?(?:/|via) ?{_AGENCY}(?: ?/ ?{_NAMES})?|(?:[A-Z](?:[\w'’-]+|\.) ){{1,2}}[A-Z][\w'’-]+/{_AGENCY}(?: ?/ ?{_NAMES})?)\W{{0,2}}$"
)
CAPTION_OPENING = re.compile(
    r"(?:file (?:photo|picture|image)|photo|picture|image|caption|foto|bild|in this (?:photo|image|picture|handout|file photo)\b.{0,60}|above|pictured|illustration|legende|légende)\s*[:—–-]\s",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """True for a line that is page furniture as a whole; `line` is stripped and has at most 400 characters."""
    if len(line) > 400:
        return False
    return _BOILERPLATE.fullmatch(line) is not None or (len(line) < 200 and _OPENING.fullmatch(line) is not None)


def is_list_footer(line: str) -> bool:
    return len(line) <= 300 and (_LIST_FOOTER.fullmatch(line) is not None or is_archive_footer(line))


def is_archive_footer(line: str) -> bool:
    return len(line) <= 300 and ARCHIVE_FOOTER.fullmatch(line.rstrip(".")) is not None
