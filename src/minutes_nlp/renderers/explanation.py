"""An explanation of one paragraph's section, as text."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import Final

from minutes_nlp.model.explanation import Explanation, Influence, WordShare
from minutes_nlp.model.language import Language, Text
from minutes_nlp.renderers.names import section_name

_MOST: Final = 8
_INFLUENCES: Final[dict[Influence, Text]] = {
    Influence.CUES: Text("cụm từ dấu hiệu", "cue phrases"),
    Influence.SPEAKER: Text("ai được nêu tên, ai nói", "who is named, who speaks"),
    Influence.SHAPE: Text("hình thức (số thứ tự, độ dài…)", "shape (numbering, length…)"),
    Influence.BEFORE: Text("chữ của đoạn trước", "words of the paragraph before"),
    Influence.AFTER: Text("chữ của đoạn sau", "words of the paragraph after"),
    Influence.HEADING: Text("đề mục gần nhất phía trên", "the last heading above"),
    Influence.TABLE: Text("đầu bảng", "the head of the table"),
    Influence.TITLE: Text("tên biên bản", "the title of the minutes"),
    Influence.USUAL: Text("phần nào hay gặp hơn", "how common each section is"),
    Influence.ORDER: Text("thứ tự các phần trong biên bản", "the order of sections in the minutes"),
}  # fmt: skip
_HEAD: Final = Text(
    "Đoạn {number}: {section} ({percent})", "Paragraph {number}: {section} ({percent})"
)
_RIVAL: Final = Text(
    "Khả năng kế tiếp: {section} ({percent}), tức là kém {times} lần.",
    "Next likeliest: {section} ({percent}), {times} times less likely.",
)
_FOR: Final = Text("Chữ nói lên “{section}”", "Words for “{section}”")
_OTHERS: Final = Text("Ngoài chữ của đoạn", "Beside the paragraph's words")
_NOTE: Final = Text(
    "Số là phần đóng góp vào lô-ga của tỷ lệ giữa hai khả năng; cộng hết lại đúng bằng {sum}.",
    "Figures are shares of the log odds between the two; all of them add up to {sum}.",
)


def render_explanation(explanation: Explanation, language: Language) -> str:
    """Return the explanation as lines of text, strongest words first."""
    return "\n".join(_lines(explanation, language)) + "\n"


def _lines(explanation: Explanation, language: Language) -> Iterator[str]:
    section = section_name(explanation.section, language)
    rival = section_name(explanation.rival, language)
    number = explanation.index + 1
    yield _HEAD.in_language(language).format(
        number=number, section=section, percent=f"{explanation.probability:.0%}"
    )
    yield f"  “{explanation.text}”"
    yield _RIVAL.in_language(language).format(
        section=rival,
        percent=f"{explanation.rival_probability:.0%}",
        times=_times(explanation.log_odds, language),
    )
    ordered = sorted(explanation.words, key=lambda word: -abs(word.share))
    for name, sign in ((section, 1), (rival, -1)):
        words = [word for word in ordered if word.share * sign > 0]
        if words:
            yield f"{_FOR.in_language(language).format(section=name)}: {_listed(words)}"
    yield f"{_OTHERS.in_language(language)}:"
    for kind, share in sorted(explanation.others.items(), key=lambda pair: -abs(pair[1])):
        yield f"  {share:+.2f}  {_INFLUENCES[kind].in_language(language)}"
    yield _NOTE.in_language(language).format(sum=f"{explanation.log_odds:+.2f}")


def _times(log_odds: float, language: Language) -> str:
    figure = f"{exp(log_odds):.1f}" if log_odds < 7 else ">1000"
    return figure.replace(".", ",") if language == "vi" else figure


def _listed(words: list[WordShare]) -> str:
    shown = ", ".join(f"{word.text} {word.share:+.2f}" for word in words[:_MOST])
    rest = sum(word.share for word in words[_MOST:])
    return f"{shown}, … {rest:+.2f}" if len(words) > _MOST else shown
