from __future__ import annotations

import re
from importlib import resources

import pytest
from lxml import html

from minutes_nlp.model.report import ParagraphInfo, Report
from minutes_nlp.renderers.html_report import render_html
from tests.renderers.sample_reports import ALL_REPORTS, clean_report, faulty_report, other_report

TAG_ATTACK = '<script>alert(1)</script><img src="http://x/y" onerror=a>" &amp;'


def page(report: Report) -> html.HtmlElement:
    return html.document_fromstring(render_html(report))


@pytest.mark.parametrize("name", ALL_REPORTS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_page_stands_alone(name: str, language: str) -> None:
    source = render_html(ALL_REPORTS[name](), language=language)  # type: ignore[arg-type]
    root = html.document_fromstring(source)
    assert root.get("lang") == language
    assert not root.xpath("//script | //img | //iframe | //link[not(@rel='icon')]")
    assert not re.findall(r"https?://|@import|url\(", source)
    assert root.xpath("//meta[@name='viewport']")
    assert len(root.xpath("//h1")) == 1


@pytest.mark.parametrize("name", ALL_REPORTS)
def test_every_link_leads_to_one_place_on_the_page(name: str) -> None:
    root = page(ALL_REPORTS[name]())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = root.xpath("//a/@href")
    assert all(link.startswith("#") and link[1:] in ids for link in links)


def test_finding_links_to_its_evidence_which_is_marked_there() -> None:
    root = page(faulty_report())
    finding = root.get_element_by_id("diem-2")
    assert "Số liệu dự họp không khớp" in finding.text_content()
    assert finding.xpath(".//blockquote//a/@href") == ["#doan-6"]
    paragraph = root.get_element_by_id("doan-6")
    assert paragraph.xpath(".//mark/text()") == ["Tổng số 21 đảng viên, có mặt 18, vắng 2"]
    assert paragraph.xpath(".//a[@class='back']/@href") == ["#diem-2"]


def test_finding_shows_the_shape_of_a_good_record_where_it_has_one() -> None:
    root = page(faulty_report())
    (shown,) = root.get_element_by_id("diem-1").xpath(".//p[@class='pattern']")
    assert shown.text_content().startswith("Mẫu ghi đủ: Chủ trì kết luận: [việc gì đã thống nhất]")
    assert not root.get_element_by_id("diem-2").xpath(".//p[@class='pattern']")


def test_every_paragraph_stands_under_the_name_of_its_section() -> None:
    report = faulty_report()
    root = page(report)
    for paragraph in report.paragraphs:
        place = root.get_element_by_id(f"doan-{paragraph.index + 1}")
        assert paragraph.section.value in place.getparent().get("class").split()
        words = "".join(place.xpath("./p[1]/text() | ./p[1]/mark/text() | ./p[1]/span/text()"))
        assert words == paragraph.text


def test_words_of_the_minutes_are_never_markup() -> None:
    report = faulty_report()
    hostile = ParagraphInfo(index=22, text=TAG_ATTACK, section="news", confidence=1)  # type: ignore[arg-type]
    finding = report.findings[0].model_copy(update={"message": TAG_ATTACK})
    changed = report.model_copy(
        update={"paragraphs": (*report.paragraphs, hostile), "findings": (finding,)}
    )
    root = page(changed)
    assert not root.xpath("//script | //img")
    assert TAG_ATTACK in root.get_element_by_id("doan-23").text_content()
    assert TAG_ATTACK in root.get_element_by_id("diem-1").text_content()


def test_levels_and_items_are_said_in_words() -> None:
    root = page(faulty_report())
    levels = [
        element.text_content() for element in root.xpath("//span[starts-with(@class,'level')]")
    ]
    assert levels == ["rõ", "mờ nhạt, hình thức", "chưa thể hiện"]
    cells = [
        cell.text_content().strip() for cell in root.xpath("//table[@class='matrix']//tr[2]/td")
    ]
    assert cells[:4] == ["có", "có", "chung", "có"]
    assert "đ/c Thoa: mua tăng âm (hạn 20/7/2026)" in cells[4]


def test_other_paper_shows_its_text_without_sections() -> None:
    root = page(other_report())
    assert "trông giống nghị quyết" in root.text_content()
    assert not root.xpath("//*[contains(@class, 'swatch')]")
    assert root.get_element_by_id("doan-2") is not None


def test_clean_minutes_say_that_nothing_was_found() -> None:
    assert (
        "Không thấy điểm nào cần sửa"
        in page(clean_report()).get_element_by_id("diem").text_content()
    )


def _colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", css))


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_colour_has_contrast_enough(scheme: str) -> None:
    css = (
        resources.files("minutes_nlp.renderers.templates").joinpath("report.css").read_text("utf-8")
    )
    light, dark = css.split("@media", 2)[:2]
    colours = _colours(light if scheme == "light" else dark)
    for ink in ("ink", "soft", "link", "error", "warning", "info", "good"):
        for ground in ("paper", "raised"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert _contrast(colours["mark-ink"], colours["mark"]) >= 4.5
