"""Answers about the same paragraphs are given again, about others never."""

from collections.abc import Sequence

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.remembering import remembering


def paragraph(text: str) -> Paragraph:
    return Paragraph(0, text, SectionLabel.NEWS)


def test_only_the_same_objects_in_the_same_order_are_not_read_again() -> None:
    calls: list[str] = []

    @remembering
    def read(paragraphs: Sequence[Paragraph]) -> str:
        calls.append("-".join(p.text for p in paragraphs))
        return calls[-1]

    one, two = paragraph("một"), paragraph("hai")
    assert read([one, two]) == read((one, two)) == "một-hai"
    assert calls == ["một-hai"]
    assert read([two, one]) == "hai-một"
    assert read([two]) == "hai"
    assert read([paragraph("hai")]) == "hai"
    assert read([]) == ""
    assert read([one, two]) == "một-hai"
    assert len(calls) == 6
