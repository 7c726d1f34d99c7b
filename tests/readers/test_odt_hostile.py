"""OpenDocument files that are damaged, locked or built to hurt."""

from __future__ import annotations

from pathlib import Path

import pytest

from .docx_builder import zipped
from .odt_builder import body_texts, flat_odt, odt, p, package, style
from .refused import refusal


def test_encrypted(tmp_path: Path) -> None:
    manifest = '<manifest xmlns:m="x"><m:encryption-data/></manifest>'
    files = {**package(p("a")), "META-INF/manifest.xml": manifest, "content.xml": b"\x8f\x02\xb1"}
    assert "mật khẩu" in refusal(tmp_path, zipped(files))


@pytest.mark.parametrize("name", ["content.xml", "styles.xml"])
def test_a_doctype_is_refused(tmp_path: Path, name: str) -> None:
    files = package(p("a"))
    entities = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    xml = str(files[name]).replace("?>", "?>" + entities, 1)
    assert "DOCTYPE" in refusal(tmp_path, zipped({**files, name: xml}))


def test_a_doctype_is_refused_in_flat_files(tmp_path: Path) -> None:
    xml = flat_odt(p("&a;")).replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "bb">]>', 1)
    assert "DOCTYPE" in refusal(tmp_path, xml)


def test_inflating_stops_at_the_limit(tmp_path: Path) -> None:
    bomb = odt(p("a" * 3_000_000))
    assert len(bomb) < 10_000
    assert "giải nén" in refusal(tmp_path, bomb, part_bytes=2_000_000)


def test_deep_nesting(tmp_path: Path) -> None:
    deep = "<text:section>" * 200 + p("a") + "</text:section>" * 200
    assert "quá sâu" in refusal(tmp_path, odt(deep))
    spans = "<text:span>" * 100 + "a" + "</text:span>" * 100
    assert body_texts(tmp_path, p(spans)) == ["a"]


def test_too_many_paragraphs(tmp_path: Path) -> None:
    assert "quá lớn" in refusal(tmp_path, odt(p("a") * 20), paragraphs=19)


def test_sheets_and_missing_bodies(tmp_path: Path) -> None:
    assert "bảng tính" in refusal(tmp_path, odt("", kind="spreadsheet"))
    files = package("")
    del files["content.xml"]
    refusal(tmp_path, zipped(files))
    assert "không có chữ" in refusal(tmp_path, odt(p(" ")))
    assert "ảnh" in refusal(tmp_path, odt(p("<draw:frame><draw:image/></draw:frame>")))


def test_styles_based_on_each_other(tmp_path: Path) -> None:
    styles = "".join(
        style(one, "", family="paragraph", more=f'style:parent-style-name="{two}"')
        for one, two in [("A", "B"), ("B", "A"), ("C", "C")]
    )
    assert body_texts(tmp_path, p("a", "A") + p("c", "C"), automatic=styles) == ["a", "c"]
