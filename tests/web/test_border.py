"""What the local page refuses, and that it leaves nothing behind."""

from __future__ import annotations

import re
import signal
import socket
from pathlib import Path

import httpx
import pytest

from tests.web.scans import scanned_pages
from tests.web.served import SAMPLE, Served, Visitor, serving


def test_the_printed_address_lets_in_and_its_token_leaves_the_address_bar(served: Served) -> None:
    with httpx.Client() as client:
        answer = client.get(served.start)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/"
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert client.get(f"{served.origin}/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/files/x", "/api/files", "/static/page.css", "/none"])
def test_without_the_token_nothing_is_shown(served: Served, path: str) -> None:
    answer = httpx.get(f"{served.origin}{path}")
    assert answer.status_code == 403
    assert served.token not in answer.text
    assert "csrf" not in answer.text or 'content=""' in answer.text


def test_a_wrong_token_is_refused(served: Served) -> None:
    assert httpx.get(f"{served.origin}/?token=abc").status_code == 403
    assert "set-cookie" not in httpx.get(f"{served.origin}/?token=").headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "minutes.example"},
        {"Host": "localhost"},
        {"Origin": "http://minutes.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_other_hosts_and_origins_are_refused(
    served: Served, visitor: Visitor, headers: dict[str, str]
) -> None:
    assert visitor.client.get("/", headers=headers).status_code == 403
    let_in = httpx.get(served.start, headers=headers)
    assert let_in.status_code == 403
    assert "set-cookie" not in let_in.headers


@pytest.mark.parametrize("left_out", ["X-CSRF-Token", "Origin"])
def test_a_change_needs_both_tokens_and_the_origin(visitor: Visitor, left_out: str) -> None:
    visitor.headers.pop(left_out)
    assert visitor.announce(["a.docx"]).status_code == 403
    assert visitor.client.delete("/api/files/x", headers=visitor.headers).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py",
        "/static/%2e%2e%2fserver.py",
        "/static/..%5cserver.py",
        "/static//etc/passwd",
        "/files/..%2f..%2fetc%2fpasswd",
        "/files/%00",
        "/docs",
        "/openapi.json",
    ],
)
def test_paths_lead_nowhere_else(visitor: Visitor, path: str) -> None:
    answer = visitor.client.get(path)
    assert answer.status_code in (403, 404)
    assert "root:" not in answer.text
    assert "def serve" not in answer.text


def test_going_back_after_the_language_stays_on_this_host(visitor: Visitor) -> None:
    for back in ("//minutes.example", "/\\minutes.example", "http://minutes.example", "/\t/a.b"):
        answer = visitor.client.get("/language/en", params={"back": back})
        target = httpx.URL(visitor.client.base_url).join(answer.headers["location"])
        assert target.host == "127.0.0.1"


def test_every_answer_carries_the_strict_policy(served: Served, visitor: Visitor) -> None:
    answers = [
        visitor.client.get(path) for path in ("/", "/none", "/static/page.css", "/api/files")
    ]
    answers.append(httpx.get(served.origin))
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_hold_no_inline_code(visitor: Visitor) -> None:
    job = visitor.upload("a.docx", SAMPLE.read_bytes())
    visitor.finished(job)
    for path in ("/", f"/files/{job}", "/none"):
        page = visitor.client.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", page)


def test_only_the_loopback_interface_listens(served: Served) -> None:
    port = httpx.URL(served.origin).port
    assert port
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)}
    for address in others - {"127.0.0.1", "::1"}:
        with pytest.raises(OSError, match=r"."), socket.create_connection((str(address), port), 2):
            pass


def test_what_is_refused_is_logged_without_content(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        httpx.get(f"{running.origin}/files/bi-mat-cua-chi-bo?x=ten-rieng")
        httpx.get(running.origin, headers={"Host": "bi-mat.example"})
        running.stop()
        log = running.log.read_text()
    assert log.count("refused") == 2
    for word in ("bi-mat", "ten-rieng", running.token):
        assert word not in log


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_leaves_nothing_behind(tmp_path: Path, how: int) -> None:
    with serving(tmp_path) as running:
        guest = Visitor(running)
        job = guest.upload("bien-ban.docx", SAMPLE.read_bytes())
        guest.finished(job)
        assert any(running.temporary.rglob("000"))
        assert running.stop(how) == 0
        assert not list(running.temporary.iterdir())


def test_stopped_at_once_it_ends_all_the_same(tmp_path: Path) -> None:
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        with serving(folder) as running:
            assert running.stop(signal.SIGINT) == 0


def test_stopped_while_it_reads_it_ends_all_the_same(tmp_path: Path) -> None:
    scan = scanned_pages(tmp_path, pages=8)
    with serving(tmp_path, scan) as running:
        guest = Visitor(running)
        guest.until_recognising()
        assert running.stop() == 0
        assert not list(running.temporary.iterdir())


def test_a_killed_run_is_cleared_up_by_the_next(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        guest = Visitor(running)
        guest.finished(guest.upload("bien-ban.docx", SAMPLE.read_bytes()))
        running.stop(signal.SIGKILL)
        left = [one for one in running.temporary.rglob("000") if one.is_file()]
        assert left
    with serving(tmp_path):
        assert not any(one.exists() for one in left)


def test_another_run_refuses_the_old_cookie(tmp_path: Path) -> None:
    with serving(tmp_path) as first:
        guest = Visitor(first)
        first.stop()
    port = str(httpx.URL(first.origin).port)
    with serving(tmp_path, "--port", port):
        answer = guest.client.get("/")
        assert answer.status_code == 403
        assert "địa chỉ" in answer.text
