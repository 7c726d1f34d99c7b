from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from minutes_nlp.model.report import Report
from minutes_nlp.renderers.base import render
from tests.renderers.sample_reports import (
    ALL_REPORTS,
    compared_report,
    failed_report,
    faulty_report,
)

# The format has no official schema; this describes what readers of it agree on.
XSD = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:attributeGroup name="counts">
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
    <xs:attribute name="time" type="xs:decimal"/>
  </xs:attributeGroup>
  <xs:complexType name="outcome">
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="message" type="xs:string" use="required"/>
        <xs:attribute name="type" type="xs:string"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="testsuite" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="testcase" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:choice minOccurs="0">
                      <xs:element name="skipped" type="outcome"/>
                      <xs:element name="error" type="outcome"/>
                      <xs:element name="failure" type="outcome"/>
                    </xs:choice>
                    <xs:element name="system-out" type="xs:string" minOccurs="0"/>
                  </xs:sequence>
                  <xs:attribute name="name" type="xs:string" use="required"/>
                  <xs:attribute name="classname" type="xs:string" use="required"/>
                  <xs:attribute name="time" type="xs:decimal"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attributeGroup ref="counts"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attributeGroup ref="counts"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""
SCHEMA = etree.XMLSchema(etree.fromstring(XSD))


def tree_of(report: Report) -> etree._Element:
    root = etree.fromstring(render(report, "junit").encode())
    SCHEMA.assertValid(root)
    return root


def outcomes(report: Report) -> dict[str, str | None]:
    """Return by the first word of each case's name what became of it."""
    cases = tree_of(report).iter("testcase")
    return {case.get("name").split()[0]: next((e.tag for e in case), None) for case in cases}


@pytest.mark.parametrize("name", ALL_REPORTS)
def test_every_report_keeps_to_the_schema_and_counts_right(name: str) -> None:
    root = tree_of(ALL_REPORTS[name]())
    for tag, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert root[0].get(attribute) == root.get(attribute) == str(len(list(root.iter(tag))))
    assert root[0].get("tests") == str(len(root[0]))


def test_findings_fail_and_undecided_checks_are_skipped_with_their_reason() -> None:
    report = faulty_report()
    assert outcomes(report) == {
        "Đọc": None,
        "KL001": "failure",
        "TP002": "failure",
        "PB002": "failure",
        "TG002": "skipped",
        "YK004": "skipped",
    }
    root = tree_of(report)
    assert [one.get("type") for one in root.iter("failure")] == ["error", "warning", "info"]
    skipped = next(root.iter("skipped"))
    assert skipped.get("message") == report.undecided[0].why
    assert "Đoạn 6: “Tổng số 21" in [one.text for one in root.iter("failure")][1]


def test_failed_file_is_an_error_never_clean() -> None:
    root = tree_of(failed_report())
    assert (root.get("tests"), root.get("errors")) == ("1", "1")
    assert "bị hỏng" in next(root.iter("error")).get("message")


def test_mended_findings_pass_and_open_ones_are_skipped() -> None:
    told = outcomes(compared_report())
    assert told["TP003"] == "system-out"
    assert told["YK004"] == "skipped"
    failures = [one.get("message") for one in tree_of(compared_report()).iter("failure")]
    assert [message.rsplit("(")[-1] for message in failures] == ["mới)", "còn lại)", "còn lại)"]


@given(st.text())
def test_any_name_and_any_words_stay_xml(text: str) -> None:
    report = faulty_report()
    finding = report.findings[0].model_copy(update={"message": text, "title": text})
    source = report.source.model_copy(update={"name": text})
    tree_of(report.model_copy(update={"source": source, "findings": (finding,)}))
