"""Text -> language: English with names, quotations and lists from everywhere is never taken for another language."""

import json

import pytest

from rashomon.documents import read_documents
from rashomon.documents.languages import language_of
from rashomon.records import Document, Received
from rashomon.tables import Tables

ENGLISH = """
Merkel, von der Leyen, de Croo and De Wever meet in Den Haag
President de Gaulle, Ursula von der Leyen, Van der Bellen, De Gucht, de Mistura and de la Rúa were in Den Haag
Le Pen, Le Maire, La France Insoumise and Les Républicains in Paris
El Salvador, El País, La Paz, Los Angeles, Las Vegas, Los Alamos
Di Maio, Di Stefano, Da Vinci and del Piero in La Spezia
Rio de Janeiro, Porto de Galinhas, Foz do Iguaçu, Mato Grosso do Sul, Minas dos Gerais
Press review: Die Zeit, Die Welt, Der Spiegel, Der Standard, Die Presse, Das Bild
Press review: El País, El Mundo, La Razón, La Vanguardia, El Periódico, Las Provincias
Al Qaeda in Iraq, al Nusra, al Shabaab and al Houthi on a list
Haider al-Abadi, Bashar al-Assad, Omar al-Bashir, Abdel Fattah al-Sisi
UN envoy in UN HQ as UN votes on UN men
AU, UN and EU: AU men in AU mission with AU funds
Met Office: Met Police met Met Gala men
Su-24, Su-25, Su-34 and Su-35 jets of Su family
No men no more in no man's land as no war has no end
Near Sarmada, seven raids hit a depot, a convoy, a bridge; near Azaz, two raids hit a camp, a tank, a crane as a patrol left
CHAD EXPELS ENVOY
AL-SHABAAB KILLS 12 IN AL-BURJ
Macron: 'La France est de retour'
""".strip().splitlines()


@pytest.mark.parametrize("text", ENGLISH)
def test_names_make_no_other_language(text: str) -> None:
    assert language_of(text) in ("en", "und")


@pytest.mark.parametrize("text", ["", "1.2.2022 ", "“”", "...", "a", "A"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert language_of(text) == "und"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Minister hat am Dienstag erklärt, dass der Hafen nicht geschlossen wird und die Schiffe einlaufen.", "de"),
        ("O ministro disse que o porto não foi fechado e que os navios entram como antes.", "pt"),
        ("LE MINISTRE A DÉCLARÉ QUE LE PORT EST FERMÉ AUX NAVIRES ET QUE LA MESURE EST PRISE POUR DES RAISONS DE SÉCURITÉ", "fr"),
        ("Министр заявил, что порт не закрыт и что корабли входят как раньше.", "ru"),
        ("وصل وزير الخارجية البرتغالي إلى جنيف يوم الخميس.", "ar"),
        ("وزیر خارجه پرتغال روز پنجشنبه وارد ژنو شد.", "und"),  # Persian, too little to tell it from its neighbours
        ("پرتگالی وزیر خارجہ جمعرات کو جنیوا پہنچے", "und"),  # Urdu
        ("Portugal's minister met الوزير in Geneva.", "und"),
    ],
)
def test_other_languages_are_told(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("declared", ["de", "mul", "unknown", "English", "en-GB"])
def test_the_text_tells_its_language_before_what_a_system_declares(declared: str, tables: Tables) -> None:
    """A report in English of a house that writes German is analysed."""
    body = "The minister said on Tuesday that the port was shut to the ships of the company, and that it would be open in May."
    item = json.dumps({"headline": "Port shut", "articleBody": body, "inLanguage": declared}).encode()
    (found,) = read_documents([Received(item, "a.json")], tables)
    assert isinstance(found, Document) and found.language == "en"
