"""sources: files, folders, standard input and lists of paths; what cannot be read is told, the rest is still read."""

import io
import os
from pathlib import Path

import pytest

from rashomon.records import Failure, Received
from rashomon.sources import count_files, receive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a.txt").write_text("first")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.txt").write_text("third")
    return tmp_path


def test_folders_are_walked_in_order_of_names(folder: Path) -> None:
    found = list(receive([str(folder)]))
    assert [f.data for f in found if isinstance(f, Received)] == [b"first", b"second", b"third"]
    assert all(isinstance(f, Received) and f.modified is not None for f in found)


def test_a_ledger_among_the_reports_is_no_report(folder: Path) -> None:
    (folder / "deep" / "ledger.sqlite").write_bytes(b"SQLite format 3\x00")
    assert [f.data for f in receive([str(folder)]) if isinstance(f, Received)] == [b"first", b"second"]


def test_files_are_counted_ahead(folder: Path) -> None:
    names = [str(folder), str(folder / "none.txt")]
    assert count_files(names) == sum(isinstance(one, Received) for one in receive(names))
    assert count_files(["-"]) is None


def test_missing_file_does_not_stop_the_others(folder: Path) -> None:
    missing, first = receive([str(folder / "none.txt"), str(folder / "a.txt")])
    assert isinstance(missing, Failure) and "no such" in missing.reason and missing.hint
    assert isinstance(first, Received)


def test_empty_folder_and_dead_link_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    reasons = [f.reason for f in receive([str(tmp_path / "empty"), str(tmp_path / "link")]) if isinstance(f, Failure)]
    assert reasons == ["a folder without files", "a link that leads nowhere"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission_is_told(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    first, second, _ = receive([str(folder)])
    assert isinstance(first, Failure) and "permission" in first.reason
    assert isinstance(second, Received)


def test_vanishing_file_is_told(folder: Path) -> None:
    walk = receive([str(folder)])
    next(walk)
    (folder / "b.txt").unlink()
    gone, third = walk
    assert isinstance(gone, Failure) and isinstance(third, Received)


def test_standard_input_is_a_report_or_a_list(folder: Path) -> None:
    (report,) = receive(["-"], io.BytesIO(b"A report\n\nwith a body."))
    assert report == Received(b"A report\n\nwith a body.", "-")
    listed = f"{folder / 'a.txt'}\n{folder / 'gone.txt'}\n".encode()
    first, gone = receive(["-"], io.BytesIO(listed))
    assert isinstance(first, Received) and first.data == b"first" and isinstance(gone, Failure)


def test_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (refused,) = receive([str(tmp_path / "pipe")])
    assert isinstance(refused, Failure) and "neither" in refused.reason


def test_hidden_files_of_a_folder_are_no_reports(folder: Path) -> None:
    (folder / ".hidden").write_text("x")
    (folder / ".cache").mkdir()
    (folder / ".cache" / "page.txt").write_text("A page that somebody kept.")
    assert not [r for r in receive([str(folder)]) if "/." in (r.name if isinstance(r, Received) else r.source)]
