"""PETRARCH's dictionaries of verbs, agents and discarded words, as a user gives them in a folder of tables."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import make_document
from rashomon.errors import TableError
from rashomon.events.cameo import CameoCoder
from rashomon.models import load_parser
from rashomon.pipeline import read_parsed
from rashomon.records import Reading
from rashomon.sentences import parse_text
from rashomon.tables import Tables, load_tables
from rashomon.tables.codings import read_codings

ACTORS = "RURITANIA_ [RUR]\n+STRELSAU_\nSYLDAVIA_ [SYL]\nBORDURIA_ [BOR]\n"
AGENTS = "!PERSON! = MAN, WOMAN\nBEEKEEPER [~BEE]\nCHURCH!PERSON! {} [~REL]\nRED_CROSS [NGO~]\nCHILD {CHILDREN} [~KID]\n"
VERBS = """&COIN
+THALER
+GOLD DUCAT

--- BESTOW [070] ---
BESTOW
HAND_OVER {HANDED_OVER}
- * &COIN TO + [0711]
- NEVER * [121]

### SNUB ###
SNUB [111:112]
YODEL  # no code of its own
- * AT [113]
MEET [---]

---  ABSQUATULATE   [---]  ---
+TAKE_FLIGHT {+TAKES_FLIGHT +TOOK_FLIGHT }
GALUMPH [160]
- * (OUT OF) {RED CAPITAL}     [161]   # remark
- &COIN *                      [:075]
- $ WILL_NOT * + [120]
- * &NOWHERE [999]
"""
DISCARD = "CHESS TOURNAMENT\n+HOROSCOPE\n"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    for kind, text in (("actors", ACTORS), ("agents", AGENTS), ("verbs", VERBS), ("discard", DISCARD)):
        (tmp_path / f"story.{kind}.txt").write_text(text, "utf-8")
    return tmp_path


def read(text: str, tables: Tables) -> Reading:
    document = make_document(text)
    return read_parsed(document, parse_text(text, load_parser(), document.id), tables)


def coded(text: str, overlay: Path) -> list[str]:
    tables = load_tables(overlay)
    reading = read(text, tables)
    coder = CameoCoder(reading, tables)
    return [f"{row.source} {row.target} {row.code}" for event in reading.events for row in coder.rows(event)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ruritania bestowed a medal on Syldavia.", ["RUR SYL 070"]),
        ("Ruritania bestowed 300 thalers to Syldavia.", ["RUR SYL 0711"]),
        ("Ruritania has never bestowed a medal on Syldavia.", ["RUR SYL 121"]),
        ("Strelsau snubbed Borduria.", ["RUR BOR 111", "BOR RUR 112"]),
        ("Syldavia was snubbed by Borduria.", ["BOR SYL 111", "SYL BOR 112"]),
        ("Syldavia yodelled at Borduria.", ["SYL BOR 113"]),
        ("Syldavia yodelled.", []),
        ("Syldavia met Borduria in Paris.", []),
        ("Syldavian troops took flight from Borduria.", []),
        ("Syldavia galumphed against Borduria.", ["SYL BOR 160"]),
        ("Syldavia galumphed out of the red brick capital of Borduria.", ["SYL BOR 161"]),
        ("For ten thalers Syldavia galumphed against Borduria.", ["BOR SYL 075"]),
        ("Syldavia will not galumph Borduria.", ["SYL BOR 120"]),
        ("Syldavia galumphed nowhere against Borduria.", ["SYL BOR 160"]),
        ("Syldavian beekeepers from Ruritania snubbed a churchwoman from Borduria.", ["RURBEE BORREL 111", "BORREL RURBEE 112"]),
        ("Children of Syldavia snubbed Borduria.", ["SYLKID BOR 111", "BOR SYLKID 112"]),
        ("Ruritania snubbed Borduria at a chess tournament.", []),
        ("Ruritania snubbed Borduria. Today's horoscope is on page 9.", []),
    ],
)
def test_a_sentence_is_coded_by_the_dictionaries(text: str, rows: list[str], overlay: Path) -> None:
    assert coded(text, overlay) == rows


def test_an_act_of_a_dictionary_tells_where_it_comes_from(overlay: Path) -> None:
    (event,) = read("Syldavia snubbed Borduria.", load_tables(overlay)).events
    assert (event.rule, event.cameo, event.type.value) == ("dictionary snub", "111", "ACCUSE")


def test_what_is_discarded_is_kept_as_a_rejection(overlay: Path) -> None:
    reading = read("Ruritania snubbed Borduria at a chess tournament.", load_tables(overlay))
    assert [r.reason for r in reading.rejections if r.rule == "dictionary snub"] == ["its words stand in the user's discard list"]


@pytest.mark.parametrize(
    ("kind", "bad"),
    [("agents", "BEEKEEPER"), ("agents", "BEEKEEPER [BEE]"), ("verbs", "- * WITH [070]"), ("verbs", "SNUB [111]\n- WITH [112]"),
     ("verbs", "SNUB [111]\n- * WITH")],
)  # fmt: skip
def test_a_line_that_is_none_of_theirs_is_named(kind: str, bad: str, tmp_path: Path) -> None:
    (tmp_path / f"bad.{kind}.txt").write_text(f"# ours\n{bad}\n", "utf-8")
    with pytest.raises(TableError, match=rf"bad\.{kind}\.txt:{1 + len(bad.splitlines())}"):
        load_tables(tmp_path)


@settings(max_examples=150)
@given(st.sampled_from(("agents", "verbs", "discard", "actors")), st.text("AB!=~[]{}()|*&+-_^$%:; \n\t0#", max_size=60))
def test_any_text_is_read_or_refused_with_its_line(kind: str, text: str) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / f"any.{kind}.txt").write_text(text, "utf-8")
        try:
            assert read_codings(Path(folder)) is not None
        except TableError as error:
            assert f"any.{kind}.txt:" in str(error)


@pytest.mark.parametrize("scheme", ["cameo", "weis"])
def test_the_dictionaries_of_the_bench_are_read(scheme: str) -> None:
    codings = load_tables(Path(__file__).parent.parent / "bench" / "petrarch" / scheme).codings
    assert codings is not None
    assert codings.actor_code(("gondor",), None) == "GON"
    assert codings.verbs
