"""The checks as text: a table of all, and a page for one."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import Final

from minutes_nlp.bulk.across.rules import AcrossRule, across_rules
from minutes_nlp.cli.streams import terminal_width
from minutes_nlp.model.labels import DocumentKind, Role, SectionLabel
from minutes_nlp.model.language import Language, Text
from minutes_nlp.renderers.names import KINDS, ROLES, section_name
from minutes_nlp.renderers.words import Words
from minutes_nlp.rules import Rule, all_rules, rule_by_code

_SEVERITY: Final = Text("Mức độ", "Severity")
_APPLIES: Final = Text("Áp dụng cho", "Applies to")
_BASIS: Final = Text("Căn cứ", "Basis")
_OFF: Final = Text("mặc định tắt, bật bằng --select {code}", "off by default, use --select {code}")
_MANY: Final = Text(
    "nhiều biên bản cùng lúc (lệnh bulk rồi report)",
    "many minutes at once (commands bulk and report)",
)
_GOOD: Final = Text("GHI NHƯ SAU LÀ ĐỦ", "COMPLETE")
_BAD: Final = Text("GHI NHƯ SAU LÀ CHƯA ĐỦ", "INCOMPLETE")
_EXAMPLE: Final = Text("Ví dụ {n}:", "Example {n}:")


def rule_table(language: Language) -> str:
    """Return one line for each check: code, severity, name."""
    words = Words(language)
    known: list[Rule | AcrossRule] = [*all_rules(), *across_rules()]
    rows = [
        (rule.code, words(rule.severity.value), rule.title.in_language(language)) for rule in known
    ]
    wide = max((len(severity) for _, severity, _ in rows), default=0)
    return "".join(f"{code}  {severity:<{wide}}  {title}\n" for code, severity, title in rows)


def rule_page(code: str, language: Language) -> str:
    """Return the page of one check: name, severity, basis, examples.

    The docstring, written for developers, is part of the English page only.

    Raises:
        UsageError: there is no such check; the message names the nearest code.
    """
    across = {rule.code: rule for rule in across_rules()}.get(code.strip().upper())
    page = _page_across(across, language) if across else _page(rule_by_code(code), language)
    return "\n".join(page) + "\n"


def _page_across(rule: AcrossRule, language: Language) -> Iterator[str]:
    severity = Words(language)(rule.severity.value)
    yield f"{rule.title.in_language(language)} [{rule.code}]"
    yield ""
    yield _line(f"{_SEVERITY.in_language(language)}: {severity}")
    yield _line(f"{_APPLIES.in_language(language)}: {_MANY.in_language(language)}")
    yield _line(f"{_BASIS.in_language(language)}: {rule.basis.in_language(language)}")
    yield ""
    if language == "en":
        yield rule.explanation
    else:
        yield _line(rule.when.vi)


def _page(rule: Rule, language: Language) -> Iterator[str]:
    words = Words(language)
    severity = words(rule.severity.value)
    if not rule.enabled_by_default:
        severity += f" ({_OFF.in_language(language).format(code=rule.code)})"
    yield f"{rule.title.in_language(language)} [{rule.code}]"
    yield ""
    yield _line(f"{_SEVERITY.in_language(language)}: {severity}")
    yield _line(f"{_APPLIES.in_language(language)}: {_kinds(rule.kinds, language)}")
    yield _line(f"{_BASIS.in_language(language)}: {rule.basis.in_language(language)}")
    yield _line(f"{words('how_good')} {rule.pattern.in_language(language)}")
    if language == "en":
        yield ""
        yield inspect.getdoc(rule) or ""
    yield from _examples(_GOOD, rule.good, language)
    yield from _examples(_BAD, rule.bad, language)


def _kinds(kinds: Iterable[DocumentKind], language: Language) -> str:
    return ", ".join(KINDS[kind].in_language(language) for kind in DocumentKind if kind in kinds)


def _examples(
    heading: Text, examples: Sequence[tuple[str, ...]], language: Language
) -> Iterator[str]:
    if examples:
        yield ""
        yield heading.in_language(language)
    for number, lines in enumerate(examples, start=1):
        yield f"  {_EXAMPLE.in_language(language).format(n=number)}"
        yield from (_line(_spoken(line, language), "    ") for line in lines)


def _spoken(line: str, language: Language) -> str:
    # "contributions:member +news | text" as people read it: section, speaker, text.
    label, bar, text = line.partition(" | ")
    section, _, role = label.split()[0].partition(":")
    if not bar or section not in set(SectionLabel):
        return line
    name = section_name(SectionLabel(section), language)
    who = f", {ROLES[Role(role)].in_language(language)}" if role else ""
    return f"({name}{who}) {text}"


def _line(text: str, indent: str = "") -> str:
    following = indent + "  "
    return fill(text, terminal_width(), initial_indent=indent, subsequent_indent=following)
