"""Versions: the same address, message or file read again with other bytes, and what changed."""

import json
from pathlib import Path

from click.testing import CliRunner

from rashomon.cli.commands import cli
from rashomon.ledger import open_ledger
from rashomon.store.carriers import carrier_key

PAGE = """<html><head><title>Patrol sets sail</title><link rel="canonical" href="https://www.example.com/sea/">
<meta property="article:published_time" content="2022-05-04T08:00:00Z"></head><body><article><h1>Patrol sets sail</h1>
<p>The first boats of the joint patrol left the harbour on Wednesday, a year later than the nine states had planned it.</p>
<p>{count} sailors from Norway are on board, the ministry said in a statement that was sent to reporters in the capital.</p>
</article></body></html>"""
MAIL = (
    "From: a@example.org\nSubject: Boats\nDate: Wed, 4 May 2022 10:00:00 +0000\nMessage-ID: <1@example.org>\n{more}\nBoats came.\n"
)


def test_an_address_read_again_is_a_new_version(tmp_path: Path) -> None:
    (tmp_path / "monday.html").write_text(PAGE.format(count="Forty"))
    (tmp_path / "friday.html").write_text(PAGE.format(count="Fifty").replace("https://www.example", "http://example"))
    (tmp_path / "other.html").write_text(PAGE.format(count="Sixty").replace("/sea/", "/land/"))
    with open_ledger(tmp_path / "ledger") as ledger:
        first, second, third = (ledger.read([tmp_path / f"{day}.html"]).documents[0] for day in ("monday", "friday", "other"))
        assert len({first, second, third}) == 3
        for asked in (first, second):
            old, new = ledger.versions(asked)
            assert (old.document.id, new.document.id) == (first, second)
        assert old.changes == ""
        changed = [line for line in new.changes.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
        assert [line[:6] for line in changed] == ["-Forty", "+Fifty"]
        assert [v.document.id for v in ledger.versions(third)] == [third]

    asked = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "ledger"), "show", second, "--versions"])
    assert asked.exit_code == 0 and first in asked.output and "-Forty sailors" in asked.output and "+Fifty" in asked.output
    as_json = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "ledger"), "show", second, "--versions", "--json"])
    assert [json.loads(line)["id"] for line in as_json.output.splitlines()] == [first, second]


def test_a_message_and_a_file_read_again(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as ledger:
        (tmp_path / "a.eml").write_text(MAIL.format(more="X-Hop: one\n"))
        (tmp_path / "b.eml").write_text(MAIL.format(more="X-Hop: two\n"))
        summary = ledger.read([tmp_path / "a.eml", tmp_path / "b.eml"])
        old, new = ledger.versions(summary.documents[0])
        assert (old.changes, new.changes) == ("", "")  # the texts are the same, the bytes are not

        ids = []
        for words in ("Chile sent two boats to Peru.", "Chile sent three boats to Peru."):
            (tmp_path / "note.txt").write_text(words)
            ids += ledger.read([tmp_path / "note.txt"]).documents
        assert [v.document.id for v in ledger.versions(ids[0])] == ids


def test_only_documents_have_versions(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Chile accused Peru of sending boats, a minister said.")
    with open_ledger(tmp_path / "ledger") as ledger:
        ledger.read([tmp_path / "note.txt"])
        mention = ledger.events()[0].id
    asked = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "ledger"), "show", mention, "--versions"])
    assert asked.exit_code == 1 and "only documents have versions" in asked.output


def test_what_versions_share() -> None:
    assert carrier_key("a.html", "https://www.example.com/x/#top", None) == carrier_key("b.html", "http://example.com/x", None)
    assert carrier_key("a.html", "https://example.com/x?id=1", None) != carrier_key("a.html", "https://example.com/x?id=2", None)
    assert carrier_key("-", None, None) is None
