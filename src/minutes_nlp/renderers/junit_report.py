"""The report as JUnit XML, for systems that show results of tests.

One suite a file: the first case is the reading itself, then one case for every finding (a
failure), for every check that stays undecided (skipped, with the reason), and for every finding
of an earlier report that is mended (passed).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from minutes_nlp.model.language import Language
from minutes_nlp.model.report import FindingInfo, FormerFinding, Report, UndecidedInfo
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.view import ordered_findings
from minutes_nlp.renderers.words import Words

CLASS_NAME: Final = "minutes-nlp"

_OUTCOMES: Final = {"failures": "failure", "errors": "error", "skipped": "skipped"}
_NOT_IN_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF), " ")


def render_junit(report: Report, *, language: Language = "vi") -> str:
    """Return the report as JUnit XML with its declaration, ending with a line end.

    A file that failed is a suite whose one case is an error: it never looks clean.
    """
    words = Words(language)
    cases = list(_cases(report, words))
    counts = {
        name: str(sum(case.find(tag) is not None for case in cases))
        for name, tag in _OUTCOMES.items()
    }
    counts = {"tests": str(len(cases)), **counts, "time": "0"}
    root = etree.Element("testsuites", name=CLASS_NAME, attrib=counts)
    suite = etree.SubElement(root, "testsuite", name=_text(report.source.name), attrib=counts)
    suite.extend(cases)
    etree.indent(root)
    body: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _cases(report: Report, words: Words) -> Iterator[etree._Element]:
    reading = _case(report, words("reading"))
    if report.failure:
        message = _text(report.failure.message)
        error = etree.SubElement(reading, "error", message=message, type=report.failure.error)
        error.text = message
    yield reading
    for finding in ordered_findings(report):
        yield _failure(report, finding, words)
    for one in report.undecided:
        yield _skipped(report, one, one.why)
    if report.baseline:
        yield from (_fixed(report, one, words) for one in report.baseline.fixed)
        told = {one.code for one in report.undecided}
        left = (one for one in report.baseline.open if one.code not in told)
        yield from (_skipped(report, one, f"{words('open')} {one.message}") for one in left)


def _failure(report: Report, finding: FindingInfo, words: Words) -> etree._Element:
    case = _case(report, _name(finding))
    message = _text(finding.message)
    if finding.status:
        message += f" ({words(finding.status)})"
    failure = etree.SubElement(case, "failure", message=message, type=finding.severity.value)
    failure.text = "\n".join(_details(finding, words))
    return case


def _details(finding: FindingInfo, words: Words) -> Iterator[str]:
    yield _text(finding.message)
    for one in finding.evidence:
        yield f"{words('paragraph_at', n=one.paragraph + 1)}: “{_text(one.text)}”"
    if finding.searched:
        yield f"{words('searched')} {_text(finding.searched)}"
    yield f"{words('basis')} {_text(finding.basis)}"


def _skipped(report: Report, one: UndecidedInfo | FormerFinding, why: str) -> etree._Element:
    case = _case(report, _name(one))
    etree.SubElement(case, "skipped", message=_text(why))
    return case


def _fixed(report: Report, one: FormerFinding, words: Words) -> etree._Element:
    case = _case(report, _name(one))
    etree.SubElement(case, "system-out").text = f"{words('fixed')} {_text(one.message)}"
    return case


def _case(report: Report, name: str) -> etree._Element:
    class_name = f"{CLASS_NAME}.{_text(report.source.name)}"
    return etree.Element("testcase", classname=class_name, name=name, time="0")


def _name(one: FindingInfo | UndecidedInfo | FormerFinding) -> str:
    return _text(f"{one.code} {one.title}" if one.title else one.code)


def _text(text: str) -> str:
    return plain(text).translate(_NOT_IN_XML)
