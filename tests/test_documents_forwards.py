"""documents/: messages passed on and answered: whose words are whose, and by whose hands they came."""
# ruff: noqa: E501 (mails are kept whole)

import pytest

from rashomon.records import Document, HopKind, ZoneKind
from test_documents_reading import document, zones

ARTICLE = (
    "https://herald.example.org/sea/patrol\n\nPatrol sets sail\n\nBy Jane Roe\n\n"
    "LISBON (Reuters) -- Ministers of nine coastal states agreed on Monday to set up a joint patrol, which begins in the spring.\n\n"
    "The plan was first told in March 2019, when the ports of the north asked for help against smugglers on the open sea.\n"
)
HEADS = {
    "forwarded message": "---------- Forwarded message ---------\nFrom: Bob Roe <bob@example.org>\nDate: Wed, May 4, 2022 at 8:15 PM\n"
    "Subject: Patrol sets sail\nTo: Sea <sea@lists.example.org>\n\n",
    "begin forwarded": "Begin forwarded message:\n\nFrom: Bob Roe <bob@example.org>\nSubject: Patrol sets sail\n"
    "Date: May 4, 2022 at 20:15:00 GMT+2\nTo: Sea <sea@lists.example.org>\n\n",
    "outlook": "-----Original Message-----\nFrom: Bob Roe <bob@example.org>\nSent: Wednesday, May 4, 2022 8:15 PM\n"
    "To: Sea <sea@lists.example.org>\nSubject: Patrol sets sail\n\n",
    "outlook, a rule above": "________________________________\nFrom: Bob Roe <bob@example.org>\nSent: 04 May 2022 20:15\nTo: Sea <sea@lists.example.org>\nSubject: Patrol sets sail\n\n",
    "outlook in German": "-----Ursprüngliche Nachricht-----\nVon: Bob Roe <bob@example.org>\nGesendet: Mittwoch, 4. Mai 2022 20:15\nAn: Sea <sea@lists.example.org>\nBetreff: Patrol sets sail\n\n",
    "french": "-------- Message transféré --------\nDe : Bob Roe <bob@example.org>\nEnvoyé : mercredi 4 mai 2022 20:15\nÀ : Sea <sea@lists.example.org>\nObjet : Patrol sets sail\n\n",
    "spanish": "De: Bob Roe <bob@example.org>\nEnviado: miércoles, 4 de mayo de 2022 20:15\nPara: Sea <sea@lists.example.org>\nAsunto: Patrol sets sail\n\n",
    "portuguese": "De: Bob Roe <bob@example.org>\nEnviada em: quarta-feira, 4 de maio de 2022 20:15\nPara: Sea <sea@lists.example.org>\nAssunto: Patrol sets sail\n\n",
    "italian": "-------- Messaggio inoltrato --------\nDa: Bob Roe <bob@example.org>\nInviato: mercoledì 4 maggio 2022 20:15\nA: Sea <sea@lists.example.org>\nOggetto: Patrol sets sail\n\n",
    "dutch": "Van: Bob Roe <bob@example.org>\nVerzonden: woensdag 4 mei 2022 20:15\nAan: Sea <sea@lists.example.org>\nOnderwerp: Patrol sets sail\n\n",
    "polish": "Od: Bob Roe <bob@example.org>\nWysłano: środa, 4 maja 2022 20:15\nDo: Sea <sea@lists.example.org>\nTemat: Patrol sets sail\n\n",
    "russian": "-------- Пересылаемое сообщение --------\nОт: Bob Roe <bob@example.org>\nОтправлено: 4 мая 2022 г. 20:15\nКому: Sea <sea@lists.example.org>\nТема: Patrol sets sail\n\n",
    "ukrainian": "Від: Bob Roe <bob@example.org>\nНадіслано: середа, 4 травня 2022 р. 20:15\nКому: Sea <sea@lists.example.org>\nТема: Patrol sets sail\n\n",
    "turkish": "Kimden: Bob Roe <bob@example.org>\nGönderildi: 4 Mayıs 2022 Çarşamba 20:15\nKime: Sea <sea@lists.example.org>\nKonu: Patrol sets sail\n\n",
    "chinese": "发件人：Bob Roe <bob@example.org>\n发送时间：2022年5月4日 20:15\n收件人：Sea <sea@lists.example.org>\n主题：Patrol sets sail\n\n",
    "german": "-------- Weitergeleitete Nachricht --------\nBetreff: Patrol sets sail\nDatum: Mittwoch, 4. Mai 2022 20:15\n"
    "Von: Bob Roe <bob@example.org>\nAn: Sea <sea@lists.example.org>\n\n",
}


def mail(subject: str, body: str) -> Document:
    head = (
        "From: Ann <ann@example.net>\nTo: Ports <p@lists.example.net>\nDate: Thu, 05 May 2022 09:00:00 +0200\nMessage-ID: <f@x>\n"
    )
    return document(f"{head}Subject: {subject}\n\n{body}", "post.eml")


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("note", ["", "Please read this.\n\n"])
def test_who_passed_it_on(kind: str, note: str) -> None:
    found = mail("Fwd: Patrol sets sail", note + HEADS[kind] + ARTICLE)
    assert found.title == "Patrol sets sail" and found.byline == ("Jane Roe",) and found.outlet == "outlet:herald"
    assert [(h.kind, h.name, str(h.when.earliest) if h.when else None) for h in found.hops] == [
        (HopKind.WIRE, "Reuters", None),
        (HopKind.OUTLET, "The Herald", "2022-05-04"),
        (HopKind.POSTER, "Bob Roe", "2022-05-04"),
        (HopKind.POSTER, "Ann", "2022-05-05"),
    ]
    assert zones(found, ZoneKind.REPLY) == ([note.strip()] if note else [])
    assert len(zones(found, ZoneKind.BODY)) == 2


def test_an_answer_is_its_own_words() -> None:
    answer = "The ministers will not keep their word, for they never did so when it was about the small ports of the north.\n\n"
    found = mail("Re: Patrol sets sail", answer + HEADS["outlook"] + ARTICLE)
    assert zones(found, ZoneKind.BODY) == [answer.strip()]
    assert any("joint patrol" in words for words in zones(found, ZoneKind.REPLY))
    assert found.published is not None and str(found.published.earliest) == "2022-05-05"


def test_a_dateline_without_a_year_dates_what_is_posted() -> None:
    pasted = ARTICLE.split("\n\n", 3)[3].replace("LISBON (Reuters)", "LISBON, May 3 (Reuters)")
    when = mail("Patrol", f"Patrol sets sail\n\n{pasted}").published
    assert when is not None and (when.value, when.basis) == ("2022-05-03", "context")
    when = mail("Patrol", f"Patrol sets sail\n\n{pasted.replace('May 3', 'August 3')}").published
    assert when is not None and str(when.earliest) == "2022-05-05"
