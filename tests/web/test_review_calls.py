"""The calls of the auditor's screen, as its script makes them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import httpx

from tests.web.served import SAMPLE, Visitor

PDF = Path(__file__).resolve().parents[1] / "readers" / "fixtures" / "chromium.pdf"


def review(visitor: Visitor, job: str) -> dict[str, Any]:
    state: dict[str, Any] = visitor.client.get(f"/api/files/{job}/review").json()
    return state


def post(visitor: Visitor, job: str, what: str, **body: object) -> httpx.Response:
    path = f"/api/files/{job}/review/{what}"
    return visitor.client.post(path, json=body, headers=visitor.headers)


def uploaded(visitor: Visitor, name: str = "bien-ban.docx", file: Path = SAMPLE) -> str:
    job = visitor.upload(name, file.read_bytes())
    assert visitor.finished(job)["state"] == "done"
    return job


def keys(visitor: Visitor, job: str) -> list[str]:
    return re.findall(r'data-key="([^"]+)"', visitor.client.get(f"/files/{job}/review").text)


def test_a_decision_a_correction_and_undo(visitor: Visitor) -> None:
    job = uploaded(visitor)
    (key,) = keys(visitor, job)
    told = post(visitor, job, "decisions", key=key, verdict="reject", reason="có ghi").json()
    assert told["decisions"][key]["text"] == "Đã bác bỏ: có ghi"
    assert (told["looked_at"], told["total"], told["saved"]) == (1, 1, False)
    told = post(visitor, job, "sections", paragraph=3, section="news").json()
    assert told["sections"] == {"3": "news"}
    told = post(visitor, job, "undo", version=told["version"]).json()
    assert told["sections"] == {}
    told = post(visitor, job, "undo", version=told["version"]).json()
    assert told["decisions"] == {}
    answer = post(visitor, job, "undo", version=told["version"])
    assert (answer.status_code, answer.json()["message"]) == (
        422,
        "Không còn quyết định nào để hoàn tác.",
    )


def test_undo_of_what_another_window_decided_is_refused(visitor: Visitor) -> None:
    job = uploaded(visitor)
    (key,) = keys(visitor, job)
    seen = review(visitor, job)["version"]
    post(visitor, job, "decisions", key=key, verdict="accept")
    answer = post(visitor, job, "undo", version=seen)
    assert answer.status_code == 422
    assert "cửa sổ khác" in answer.json()["message"]
    assert key in review(visitor, job)["decisions"]


def test_what_makes_no_sense_is_refused_in_words(visitor: Visitor) -> None:
    job = uploaded(visitor)
    (key,) = keys(visitor, job)
    for what, body in (
        ("decisions", {"key": "f-0", "verdict": "accept"}),
        ("decisions", {"key": key, "verdict": "correct", "reason": "  "}),
        ("sections", {"paragraph": 10_000, "section": "news"}),
    ):
        answer = post(visitor, job, what, **body)
        assert answer.status_code == 422
        assert isinstance(answer.json()["message"], str)
    assert post(visitor, job, "sections", paragraph=1, section="gossip").status_code == 422
    assert review(visitor, job)["decisions"] == {}


def test_decisions_need_the_token_of_our_own_pages(visitor: Visitor) -> None:
    job = uploaded(visitor)
    body = {"key": keys(visitor, job)[0], "verdict": "accept"}
    path = f"/api/files/{job}/review/decisions"
    assert visitor.client.post(path, json=body).status_code == 403
    assert review(visitor, job)["looked_at"] == 0


def test_saved_decisions_come_back_with_the_document(visitor: Visitor) -> None:
    job = uploaded(visitor)
    (key,) = keys(visitor, job)
    post(visitor, job, "decisions", key=key, verdict="accept", reason="đúng")
    saved = visitor.client.get(f"/files/{job}/review.json")
    assert "bien-ban.docx.review.json" in saved.headers["content-disposition"]
    again = visitor.upload("bien-ban.docx", SAMPLE.read_bytes())
    put = visitor.client.put(
        f"/api/files/{again}/review", content=saved.content, headers=visitor.headers
    )
    assert put.status_code == 200
    visitor.finished(again)
    assert review(visitor, again)["decisions"][key]["reason"] == "đúng"


def test_a_damaged_review_is_refused_and_the_document_stays(visitor: Visitor) -> None:
    job = uploaded(visitor)
    path = f"/api/files/{job}/review"
    answer = visitor.client.put(path, content=b"{", headers=visitor.headers)
    assert answer.status_code == 422
    assert "bị hỏng" in answer.json()["message"]
    assert visitor.client.get(f"/files/{job}/review").status_code == 200


def test_decisions_on_an_earlier_text_are_carried_over_when_asked(visitor: Visitor) -> None:
    job = uploaded(visitor)
    (key,) = keys(visitor, job)
    post(visitor, job, "decisions", key=key, verdict="accept")
    saved = json.loads(visitor.client.get(f"/files/{job}/review.json").content)
    saved["source"]["sha256"] = "1" * 64
    saved["events"].append(saved["events"][0] | {"fingerprint": "gone", "code": "KL001"})
    other = uploaded(visitor)
    data = json.dumps(saved).encode()
    visitor.client.put(f"/api/files/{other}/review", content=data, headers=visitor.headers)
    offered = review(visitor, other)
    assert (offered["other"], offered["looked_at"]) == (2, 0)
    told = post(visitor, other, "carry").json()
    assert (told["other"], told["looked_at"], told["problem"]) == (0, 1, None)
    page = visitor.client.get(f"/files/{other}/review").text
    assert "Quyết định thuộc bản trước" in page
    assert "[KL001]" in page


def test_pages_are_pictured_and_there_are_no_others(visitor: Visitor) -> None:
    job = uploaded(visitor, "in.pdf", PDF)
    picture = visitor.client.get(f"/files/{job}/pages/1")
    assert picture.headers["content-type"] in ("image/png", "image/jpeg", "image/webp")
    assert len(picture.content) > 5000
    assert picture.headers["cache-control"] == "no-store"
    for page in (0, 3):
        assert visitor.client.get(f"/files/{job}/pages/{page}").status_code == 404
    typed = uploaded(visitor)
    assert visitor.client.get(f"/files/{typed}/pages/1").status_code == 404


def test_what_is_kept_goes_with_the_document(visitor: Visitor) -> None:
    job = uploaded(visitor)
    visitor.client.delete(f"/api/files/{job}", headers=visitor.headers)
    for path in (f"/files/{job}/review", f"/files/{job}/review.json", f"/api/files/{job}/review"):
        assert visitor.client.get(path).status_code == 404
