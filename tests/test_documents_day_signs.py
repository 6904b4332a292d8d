"""documents/: which days on a page or in its address may be the day of publication, and which are of something else."""
# ruff: noqa: E501 (pages are kept whole)

from datetime import date

import pytest

from rashomon.documents.lines import dateline_end
from rashomon.documents.own_weeks import tells_of_week
from rashomon.records import Precision
from test_documents_page_dates import BODY, day_of, page, read

WEEK = "<p>The ministers of nine coastal states met on Tuesday to speak of the ports of the north and of what their dues cost them.</p>"


def test_an_address_alone_leaves_the_day_open_by_one() -> None:
    when = read(page(), "https://news.example.com/2022/05/04/patrol").published
    assert when is not None and (when.earliest, when.latest, when.precision) == (
        date(2022, 5, 4),
        date(2022, 5, 5),
        Precision.INTERVAL,
    )


@pytest.mark.parametrize(
    "opening",
    (
        WEEK,
        "<p>LISBON, May 4 (Example Wire) - The ministers of nine coastal states agreed on a joint patrol of the sea.</p>",
        "<p>Ministers of nine coastal states said yesterday that the dues of the northern ports were far too high for them.</p>",
    ),
)
@pytest.mark.parametrize("path", ("2022/05/04/patrol", "2022/may/04/patrol", "20220504/patrol", "news/ministers-agree-2022-05-04/"))
def test_an_address_dates_a_text_that_tells_of_its_own_week(opening: str, path: str) -> None:
    assert day_of(read(page(body=opening + BODY), f"https://news.example.com/{path}")) == date(2022, 5, 4)


@pytest.mark.parametrize(
    "path", ("documents/treaty-1994-11-16.html", "events/2022/05/04/open-day", "kalender/2022/05/04/tag", "agenda/2022-05-04/")
)
def test_what_a_page_is_about_is_not_its_day(path: str) -> None:
    assert read(page(), f"https://news.example.com/{path}").published is None


def test_the_day_at_the_end_of_an_address_gives_way_to_what_the_page_shows() -> None:
    shown = page(below="<p class='date'>9 May 2022</p>")
    assert day_of(read(shown, "https://news.example.com/vote-2022-05-04")) == date(2022, 5, 9)


ELSEWHERE = {
    "a clock above": page().replace("<main>", "<div class='line'>Monday, 4 May 2022 14:05</div><main>"),
    "the weather": page().replace("<main>", "<div class='wt'>Lissabon 12°C, Mo, 04.05.2022</div><main>"),
    "today, chinese": page(above="<p>今天是 2022年5月4日 星期三</p>"),
    "today, turkish": page(above="<p>Bugün 4 Mayıs 2022 Çarşamba</p>"),
    "other stories behind a short text": page(
        body=BODY[: BODY.index("</p>") * 2 + 8],
        inner="<div class='mehr'><div class='card'><a href='/1'>Neue Netze für die Bucht</a><span>3. Mai 2022</span></div></div>",
    ),
    "answers behind a short text": page(
        body=BODY[: BODY.index("</p>") * 2 + 8],
        inner="<div class='r'><b>Paul</b> le 12 mars 2018 à 10:02<p>Très bien, il était temps.</p></div>",
    ),
    "an event with its place": page(below="<p>Fecha: 14 de octubre de 2022. Lugar: Casa del Mar</p>"),
    "some days of one month": page(below="<p>12–14 June 2022, Lisbon Hall</p>"),
    "a treaty's end": page(below="<p>Done at Lisbon, 3 May 1994</p>"),
    "when and where, russian": page(below="<p>Когда: 14 мая 2022, 19:00. Где: Старая таможня</p>"),
    "a page that is always new": page(below="<p>This page is updated daily. Last refreshed 9 May 2022</p>"),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_days_of_something_else(name: str) -> None:
    assert day_of(read(ELSEWHERE[name])) is None


def test_a_label_tells_the_day_wherever_it_stands() -> None:
    assert day_of(read(page().replace("<main>", "<p>Published: 4 May 2022</p><main>"))) == date(2022, 5, 4)


@pytest.mark.parametrize(
    "prose",
    (
        "Der Leiter der Hafenbehörde sagte am Dienstag vor den Eignern der Boote, dass die Gebühr sinken werde.",
        "Le directeur du port a déclaré mardi devant les armateurs que la redevance des bateaux serait plus faible.",
        "El director del puerto dijo el martes ante los armadores que la tasa de los barcos bajará de inmediato.",
        "Директор порта сообщил во вторник на встрече с владельцами судов, что сбор будет снижен без промедления.",
        "港务局局长周二在与船主的会议上表示，港务局将降低渔船的收费。",
    ),
)
def test_prose_that_tells_of_its_week(prose: str) -> None:
    assert tells_of_week([prose], date(2022, 5, 4))


@pytest.mark.parametrize(
    "prose",
    (
        "The office is open to the public from Monday to Friday, and on Saturday from nine to twelve, at the old quay.",
        "Das Amt ist am Montag von acht bis zwölf Uhr geöffnet, danach nur auf Anmeldung bei der Leitung des Hauses.",
        "Le bureau est ouvert du lundi au vendredi, et le samedi de neuf heures à midi, sur le vieux quai du port.",
        "Short: met on Tuesday.",
    ),
)
def test_prose_without_a_week(prose: str) -> None:
    assert not tells_of_week([prose], date(2022, 5, 4))


@pytest.mark.parametrize("text", ("NATO-Russia talks began in a city of the north.", "U.S.-Backed forces held the town."))
def test_a_hyphen_between_names_ends_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize("head", ("Madrid, 19 mar (EFE).- ", "PUERTO NORTE, 19 mar 2014 (Agencia Bahía).- ", "PARIS (AFP)--"))
def test_datelines_of_spanish_agencies(head: str) -> None:
    assert dateline_end(f"{head}El gobierno dijo que no.") == len(head)
