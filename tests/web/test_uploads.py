"""Files put on the page: read, refused, removed; by the calls that the page's scripts make."""

from __future__ import annotations

import io
import re
import socket
import threading
import zipfile
from pathlib import Path

import docx
import httpx
import pytest

from tests.web.served import SAMPLE, Served, Visitor, serving


def test_a_file_is_read_to_its_end(visitor: Visitor) -> None:
    job = visitor.upload("bien-ban.docx", SAMPLE.read_bytes())
    row = visitor.finished(job)
    assert row["state"] == "done"
    page = visitor.client.get(f"/files/{job}").text
    assert re.search(r"Đã đọc (\d+)/\1 đoạn", page)
    assert "TP003" in page


def test_ten_files_at_once_all_finish(visitor: Visitor, served: Served) -> None:
    data = SAMPLE.read_bytes()
    jobs: list[str] = []

    def send(number: int) -> None:
        guest = Visitor(served)
        jobs.append(guest.upload(f"{number}.docx", data))

    threads = [threading.Thread(target=send, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(jobs) == 10
    assert {visitor.finished(job)["state"] for job in jobs} == {"done"}


def zipped(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


BAD = {
    "wrong kind": ("ảnh.docx", b"GIF89a" + b"\0" * 200),
    "damaged": ("hỏng.docx", SAMPLE.read_bytes()[:3000]),
    "no document": ("bảng.docx", zipped(a="b")),
    "program": ("bien-ban.docx", b"MZ\x90\0" + b"\0" * 500),
    "encrypted": ("khóa.pdf", b"%PDF-1.4\ntrailer<</Encrypt 1 0 R>>\n%%EOF"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_plainly_and_the_rest_goes_on(visitor: Visitor, kind: str) -> None:
    name, data = BAD[kind]
    bad = visitor.upload(name, data)
    good = visitor.upload("tốt.docx", SAMPLE.read_bytes())
    row = visitor.finished(bad)
    assert row["state"] == "failed"
    told = str(row["told"])
    assert len(told) > 30
    assert "000" not in told  # the name that the copy has here
    assert told in visitor.client.get(f"/files/{bad}").text.replace("&#34;", '"').replace(
        "&#39;", "'"
    )
    assert visitor.finished(good)["state"] == "done"


def test_a_document_marked_secret_is_refused_and_nothing_is_kept(
    visitor: Visitor, served: Served
) -> None:
    marked = docx.Document()
    for line in ("MẬT", "BIÊN BẢN SINH HOẠT CHI BỘ", "Đồng chí Tuyết Nhung phát biểu."):
        marked.add_paragraph(line)
    file = io.BytesIO()
    marked.save(file)
    job = visitor.upload("b.docx", file.getvalue())
    row = visitor.finished(job)
    assert row["state"] == "failed"
    assert "mật" in str(row["told"])
    assert "Tuyết Nhung" not in visitor.client.get(f"/files/{job}").text
    assert not any(served.temporary.rglob(f"{job}/*"))
    assert "Tuyết Nhung" not in served.log.read_text()


def test_a_file_over_the_limit_is_refused_while_it_comes_in(tmp_path: Path) -> None:
    config = tmp_path / "settings.toml"
    config.write_text("[limits]\nfile_bytes = 100_000\n")
    with serving(tmp_path, "--config", config) as running:
        guest = Visitor(running)
        job = guest.announce(["to.docx"]).json()["id"]
        answer = guest.send(job, 0, b"x" * 300_000)
        assert answer.status_code == 422
        assert "MB" in answer.json()["message"]
        assert guest.finished(job)["state"] == "failed"
        assert not any(running.temporary.rglob(f"{job}/*"))


def test_a_page_that_reloads_while_it_sends_is_told_what_was_lost(
    visitor: Visitor, served: Served
) -> None:
    job = visitor.announce(["dở dang.docx"]).json()["id"]
    address = httpx.URL(served.origin)
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.client.cookies.items())
    lines = [
        f"PUT /api/files/{job}/parts/0 HTTP/1.1",
        f"Host: {address.netloc.decode()}",
        f"Cookie: {cookies}",
        *(f"{name}: {value}" for name, value in visitor.headers.items()),
        "Content-Length: 100000",
    ]
    assert address.port
    with socket.create_connection((address.host, address.port)) as sender:
        sender.sendall("\r\n".join([*lines, "", ""]).encode() + b"PK half of it")
        sender.recv(0)
    row = visitor.finished(job)
    assert row["state"] == "failed"
    assert "thả lại" in str(row["told"])
    assert not any(served.temporary.rglob(f"{job}/*"))


def test_a_removed_file_is_gone(visitor: Visitor, served: Served) -> None:
    job = visitor.upload("a.docx", SAMPLE.read_bytes())
    visitor.finished(job)
    assert any(served.temporary.rglob(f"{job}/*"))
    assert visitor.client.delete(f"/api/files/{job}", headers=visitor.headers).is_success
    assert visitor.client.get(f"/files/{job}").status_code == 404
    assert not any(served.temporary.rglob(job))


@pytest.mark.parametrize("part", [-1, 1, 7])
def test_a_part_that_was_not_announced_is_refused(visitor: Visitor, part: int) -> None:
    job = visitor.announce(["a.docx"]).json()["id"]
    assert visitor.send(job, part, b"x").status_code == 404


def test_a_part_is_taken_once(visitor: Visitor) -> None:
    job = visitor.upload("a.docx", SAMPLE.read_bytes())
    assert visitor.send(job, 0, b"x").status_code == 404
    assert visitor.finished(job)["state"] == "done"


@pytest.mark.parametrize("body", [{}, {"names": []}, {"names": [""]}, {"names": ["a"], "x": 1}])
def test_an_announcement_that_makes_no_sense_is_refused(
    visitor: Visitor, body: dict[str, object]
) -> None:
    answer = visitor.client.post("/api/files", json=body, headers=visitor.headers)
    assert answer.status_code == 422


def test_names_are_shown_and_never_obeyed(visitor: Visitor, served: Served) -> None:
    name = "../../<img src=x onerror=alert(1)>.docx"
    job = visitor.upload(name, SAMPLE.read_bytes())
    visitor.finished(job)
    page = visitor.client.get(f"/files/{job}").text
    assert "<img" not in page
    assert "&lt;img" in page
    assert not list(served.temporary.rglob("*.docx"))
    saved = visitor.client.get(f"/files/{job}/report.html")
    assert "\n" not in saved.headers["content-disposition"]


def test_the_program_opens_files_that_it_is_started_with(tmp_path: Path) -> None:
    with serving(tmp_path, SAMPLE) as running:
        guest = Visitor(running)
        (row,) = guest.client.get("/api/files").json()["files"]
        assert row["name"] == SAMPLE.name
        assert guest.finished(row["id"])["state"] == "done"
        guest.client.delete(f"/api/files/{row['id']}", headers=guest.headers)
    assert SAMPLE.exists()
