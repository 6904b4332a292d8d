"""The real command, as a process of its own: what it prints where, and its exit codes."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from rashomon.cli.commands import cli
from rashomon.cli.readings import pace_of
from rashomon.ledger import open_ledger

ROOT = Path(__file__).resolve().parent.parent
ONE = """Chile and Peru agree on border talks

SANTIAGO, June 7, 2022 - Chile's foreign minister said on Tuesday that envoys from Peru will meet their Chilean colleagues in
Santiago on June 20. "We do not expect a treaty this year," the minister said.

Bolivia accused Chile of leaving it out of the talks."""
TWO = """Peru's envoys to visit Chile

LIMA, June 8, 2022 - Envoys from Peru will travel to Santiago on June 21 for talks with Chile about the border. Chile does not
expect a treaty in 2022. A spokesman for Bolivia's government denied that it had asked to join."""
HOSTILE = """Minister <script>alert(1)</script> speaks [bold red]loudly[/]

QUITO, June 9, 2022 - Ecuador said on Thursday that \x1b[31mred\x1b[0m [link=file:///etc/passwd]talks[/link]
<img src=x onerror=alert(1)> with Chile were over."""


def run(*arguments: str | Path, cwd: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("RASHOMON_")} | environment
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=env, input=stdin, capture_output=True, text=True, timeout=300)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports and the ledger `kept` that holds them, read by the real command."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    done = run("--ledger", "kept", "read", "one.txt", "two.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 documents read, 0 sources known before, 0 failed\n"
    return folder


@pytest.fixture
def ask(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Runs a command on that ledger in this process; must succeed. Gives standard output."""

    monkeypatch.setenv("COLUMNS", "120")  # or words are wrapped as wide as the terminal of whoever runs the tests

    def asked(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(cli, ["--ledger", str(home / "kept"), *arguments])
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.output

    yield asked


def test_the_pace_of_reading() -> None:
    assert pace_of(0, 3.0, 10) == ""
    assert pace_of(10, 20.0, 3610) == "0.5 a second, 2:00:00 left"
    assert pace_of(10, 4.0, None) == "2.5 a second"
    assert pace_of(12, 4.0, 10) == "3.0 a second, 0:00:00 left"  # files came while reading


def test_reading_again_adds_nothing(home: Path) -> None:
    again = run("read", "one.txt", "two.txt", cwd=home, RASHOMON_LEDGER="kept")
    assert again.stdout == "0 documents read, 2 sources known before, 0 failed\n"
    assert again.returncode == 0
    anew = run("read", "--again", "one.txt", "two.txt", cwd=home, RASHOMON_LEDGER="kept")
    assert anew.stdout == "0 documents read, 2 read again, 0 failed\n"


def test_the_ledger_is_here_by_default_and_standard_input_is_a_report(tmp_path: Path) -> None:
    done = run("read", "-", cwd=tmp_path, stdin=ONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "rashomon-ledger" / "ledger.sqlite").is_file()


def test_an_archives_index_is_told_and_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ONE)
    (tmp_path / "maillist.html").write_text(
        "<!-- MHonArc v2.6.19 -->\n<html><title>Mail Index</title><a href='msg1.html'>x</a></html>"
    )
    done = run("read", "good.txt", "maillist.html", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout == "1 document read, 0 sources known before, 0 failed, 1 held no report\n"
    assert "index page" in done.stderr


def test_what_cannot_be_read_is_told_in_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ONE)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "folder").mkdir()
    done = run("read", "empty.txt", "good.txt", "binary.bin", "none.txt", "folder", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == "1 document read, 0 sources known before, 4 failed\n"
    told = done.stderr.splitlines()
    assert len(told) == 4
    assert all(line.startswith("rashomon: ") for line in told)
    for name in ("empty.txt", "binary.bin", "none.txt", "folder"):
        assert sum(line.startswith(f"rashomon: {name}: ") for line in told) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["documents"], 1, "no ledger"),
        (["--ledger", "one.txt", "documents"], 2, "is a file"),
        (["--ledger", "kept", "show", "evt:none"], 1, "no id begins so"),
        (["--ledger", "kept", "timeline", "Atlantis"], 1, "no such actor"),
        (["--ledger", "kept", "search", "(("], 1, "nothing to search for"),
        (["--ledger", "kept", "events", "--since", "soon"], 2, "is no date"),
        (["--ledger", "kept", "events", "--type", "WAR"], 2, "is none of AGREE"),
        (["--ledger", "kept", "backup", "kept"], 1, "there already"),
        (["--ledger", "kept", "--tables", "nowhere", "events", "--actor", "Chile"], 1, "no such folder of tables"),
        (["--parser", "no_such_model", "--ledger", "other", "read", "one.txt"], 1, "name a spaCy pipeline that is"),
        (["compare", "one.txt"], 1, "1 report to compare"),
        (["compare", "none.txt", "one.txt"], 1, "none.txt"),
        (["read"], 2, "Missing argument"),
        (["fly"], 2, "No such command"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_errors_are_short_and_have_their_codes(home: Path, arguments: list[str], code: int, words: str) -> None:
    done = run(*arguments, cwd=home)
    assert done.returncode == code, done
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert all(line.startswith("rashomon: ") for line in done.stderr.splitlines())
    assert done.stdout == ""


def test_compare_without_a_ledger_leaves_none(home: Path) -> None:
    done = run("compare", "one.txt", "two.txt", "--html", "out/dossier.html", "--json", "out/dossier.json", cwd=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (home / "rashomon-ledger").exists()
    assert "Where they differ" in done.stdout
    dossier = json.loads((home / "out" / "dossier.json").read_text("utf-8"))
    assert len(dossier["documents"]) == 2 and dossier["points"]
    texts = {d["id"]: text for d, text in zip(dossier["documents"], (ONE, TWO), strict=True)}
    for point in dossier["points"]:
        for account in point["accounts"]:
            for p in account["passages"]:
                assert texts[p["document"]][p["start"] : p["end"]] == p["exact"]
    page = (home / "out" / "dossier.html").read_text("utf-8")
    assert "We do not expect a treaty this year" in page
    assert list((home / "out").glob(".*")) == []


def test_compare_to_standard_output_is_json_alone(home: Path) -> None:
    done = run("--ledger", "kept", "compare", "one.txt", "two.txt", "--json", "-", cwd=home)
    assert done.returncode == 0
    assert [Path(d["source"]).name for d in json.loads(done.stdout)["documents"]] == ["one.txt", "two.txt"]


def test_compare_goes_on_without_what_cannot_be_read(home: Path) -> None:
    done = run("--ledger", "kept", "compare", "one.txt", "none.txt", "two.txt", cwd=home)
    assert done.returncode == 1
    assert "none.txt" in done.stderr and "Where they differ" in done.stdout


def test_a_dossier_that_cannot_be_written(home: Path) -> None:
    done = run("--ledger", "kept", "compare", "one.txt", "two.txt", "--html", "one.txt/x.html", cwd=home)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr and "Traceback" not in done.stderr


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    (tmp_path / "hostile.txt").write_text(HOSTILE)
    (tmp_path / "one.txt").write_text(ONE)
    done = run("compare", "hostile.txt", "one.txt", "--html", "x.html", cwd=tmp_path, FORCE_COLOR="1")
    assert done.returncode == 0
    assert "\x1b[31m" not in done.stdout
    page = (tmp_path / "x.html").read_text("utf-8")
    assert "<script>alert" not in page and "<img src=x" not in page


def test_no_command_lets_a_report_drive_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and direction signs in a title, a text and the name of a file."""
    (tmp_path / "bad\x1b[31m.txt").write_text(HOSTILE.replace("speaks", "\x1b]0;owned\x07 \u202espeaks"))
    (tmp_path / "none\n\x1b[31m.txt").write_text("")
    done = run("--ledger", "kept", "read", ".", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    (document,) = lines(run("--ledger", "kept", "documents", "--jsonl", cwd=tmp_path).stdout)
    commands = [["documents"], ["attributions"], ["events"], ["search", "Ecuador"], ["show", document["document"]], ["stories"]]
    told = done.stderr + "".join(run("--ledger", "kept", *command, cwd=tmp_path).stdout for command in commands)
    assert "Ecuador" in told
    assert not set(told) & set("\x1b\x07\u202e")


def test_lists_for_people(ask: Any) -> None:
    assert "border talks" in ask("documents")
    assert "accuse" in ask("attributions", "--by", "Bolivia", "--force", "ACCUSE")
    assert "Chile" in ask("events", "--actor", "Peru", "--since", "2022-06")
    assert "no such events" in ask("events", "--actor", "Peru", "--since", "2031")
    assert "⟦treaty⟧" in ask("search", "treaty")
    assert "no document holds" in ask("search", "zebra")
    assert "sto:" in ask("stories")
    assert "Bolivia" in ask("timeline", "Bolivia") or "att:" in ask("timeline", "Bolivia")


def test_lists_for_programs(ask: Any) -> None:
    documents = lines(ask("documents", "--jsonl"))
    assert [d["title"] for d in documents] == ["Chile and Peru agree on border talks", "Peru's envoys to visit Chile"]
    texts = dict(zip((d["document"] for d in documents), (ONE, TWO), strict=True))
    events = lines(ask("events", "--jsonl"))
    attributions = lines(ask("attributions", "--jsonl"))
    assert events and attributions
    passages = [e["passage"] for e in events] + [p for a in attributions for p in a["content"]]
    passages += [p for hit in lines(ask("search", "chile", "--jsonl")) for p in hit["passages"]]
    passages += [entry["passage"] for entry in lines(ask("timeline", "Chile", "--jsonl"))]
    for p in passages:
        assert texts[p["document"]][p["start"] : p["end"]] == p["exact"]
    assert len(lines(ask("events", "--jsonl", "--limit", "1"))) == 1
    (story, *_) = lines(ask("stories", "--jsonl"))
    assert set(story["documents"]) <= set(texts)


def test_show_marks_the_span_and_prints_the_chain(ask: Any) -> None:
    inside = next(e for e in lines(ask("events", "--jsonl")) if e["attribution"])
    shown = ask("show", inside["id"][:-1])
    assert f"⟦{inside['passage']['exact']}⟧" in " ".join(shown.split()) or "⟦" in shown
    assert "in the voice of" in shown or "in: the voice of" in shown
    assert inside["attribution"] in shown
    as_json = json.loads(ask("show", inside["id"], "--json"))
    assert as_json["chain"][0]["id"] == inside["attribution"]
    document = inside["passage"]["document"]
    assert json.loads(ask("show", document, "--json"))["text"] in (ONE, TWO)
    assert "sha256" in ask("show", document)
    holder = json.loads(ask("show", inside["attribution"], "--json"))["holders"][0]
    assert "mention" in ask("show", holder["mention"])
    story = lines(ask("stories", "--jsonl"))[0]["id"]
    assert story in ask("show", story)


def test_backup_is_a_ledger(ask: Any, tmp_path: Path) -> None:
    assert "2 documents" in ask("backup", str(tmp_path / "copy"))
    again = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "copy"), "documents", "--jsonl"])
    assert again.output == ask("documents", "--jsonl")


def test_light_commands_load_no_model() -> None:
    """`--version`, the help and every warm command must not wait for spaCy, onnxruntime or a page extractor."""
    code = (
        "import sys\n"
        "from rashomon.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted({'spacy', 'onnxruntime', 'trafilatura', 'sqlalchemy'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("rashomon, version") and done.stderr == "\n"


def test_a_warm_compare_loads_no_model(home: Path) -> None:
    run("--ledger", "kept", "compare", "one.txt", "two.txt", cwd=home)
    code = (
        "import sys; from rashomon.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print({'spacy', 'onnxruntime', 'trafilatura'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, "--ledger", "kept", "compare", "one.txt", "two.txt"]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_the_page_of_commands_is_current() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text("utf-8") == module.page(), "run `python docs/generate.py`"
    for name, command in cli.commands.items():
        assert command.help, f"{name} has no help"
        options = [p for p in command.params if isinstance(p, click.Option)]
        assert all(option.help for option in options), f"an option of {name} has no help"


def heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(folder: Path, how: signal.Signals, after: int, jobs: int = 1) -> subprocess.CompletedProcess[str]:
    """Starts `rashomon read`, sends a signal once `after` documents are kept."""
    command = [sys.executable, "-m", "rashomon", "--ledger", "ledger", "read", "reports", "--jobs", str(jobs)]
    # A background job of a shell that is no terminal's inherits an ignored Ctrl-C: a user's process does not.
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heed_interrupts
    )
    while process.poll() is None:
        if (folder / "ledger" / "ledger.sqlite").exists():
            with open_ledger(folder / "ledger", writes=False) as ledger:
                if len(ledger.documents()) >= after:
                    break
        time.sleep(0.01)
    process.send_signal(how)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def test_killed_and_interrupted_in_mid_read_it_goes_on(tmp_path: Path) -> None:
    """kill -9, then Ctrl-C, then to the end: nothing committed is lost, and the ledger is that of one undisturbed reading."""
    (tmp_path / "reports").mkdir()
    for n in range(70):
        text = ONE.replace("June 20", f"June {n % 9 + 11}").replace("Santiago on", f"Santiago, in round {n}, on")
        (tmp_path / "reports" / f"{n:03}.txt").write_text(text)
    killed = interrupted(tmp_path, signal.SIGKILL, 10)
    assert killed.returncode == -signal.SIGKILL
    with open_ledger(tmp_path / "ledger") as ledger:
        first = ledger.readings()
        assert 10 <= len(first) < 60
    stopped = interrupted(tmp_path, signal.SIGINT, len(first) + 1)
    assert stopped.returncode == 130
    assert "interrupted" in stopped.stderr and "Traceback" not in stopped.stderr
    last = run("--ledger", "ledger", "read", "reports", cwd=tmp_path)
    assert last.returncode == 0
    with open_ledger(tmp_path / "ledger") as ledger, open_ledger(tmp_path / "whole") as whole:
        readings = ledger.readings()
        assert readings[: len(first)] == first
        assert len(readings) == 70
        whole.read([tmp_path / "reports"])
        assert {r.document.id: r.events for r in readings} == {r.document.id: r.events for r in whole.readings()}


def test_interrupted_with_two_processes_it_goes_on(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for n in range(100):
        (tmp_path / "reports" / f"{n:03}.txt").write_text(f"{TWO} It was round {n} of the talks.")
    stopped = interrupted(tmp_path, signal.SIGINT, 1, jobs=2)
    assert stopped.returncode == 130 and "Traceback" not in stopped.stderr
    with open_ledger(tmp_path / "ledger") as ledger:
        first = [kept.source for kept in ledger.documents()]
    assert first == sorted(first) and 1 <= len(first) < 100
    assert run("--ledger", "ledger", "read", "reports", "--jobs", "2", cwd=tmp_path).returncode == 0
    with open_ledger(tmp_path / "ledger") as ledger:
        kept = [kept.source for kept in ledger.documents()]
        assert kept == sorted(kept) and len(kept) == 100 and kept[: len(first)] == first
