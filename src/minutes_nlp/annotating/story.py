"""The whole story: bytes of a .docx and its report in, the .docx with comments out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.annotating.anchors import drop_marks, mark_ids
from minutes_nlp.annotating.comments_part import CommentsPart
from minutes_nlp.annotating.marking import Marker, Stretch, stretch_of
from minutes_nlp.annotating.package import OpenPackage, content_types, not_docx
from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.model.document import SourceParagraph
from minutes_nlp.model.language import Language, Text
from minutes_nlp.model.report import Report
from minutes_nlp.readers import refusals
from minutes_nlp.readers.docx.package import main_part
from minutes_nlp.readers.docx.places import PlacedParagraph, PlacingReader
from minutes_nlp.readers.docx.reader import Package
from minutes_nlp.readers.limits import Limits
from minutes_nlp.renderers.docx_comments import Note, finding_notes

_PLAIN_DOCX: Final = "wordprocessingml.document.main+xml"
_CHANGED: Final = Text(
    "Tệp không còn như lúc đọc, nên chưa ghi được ghi chú; hãy chạy lại.",
    "The file is not as it was when it was read, so no comment was written; run again.",
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A .docx with comments.

    Attributes:
        data: the file.
        comments: how many were written.
        loose: how many of them are tied to a paragraph because their words were not found.
    """

    data: bytes
    comments: int
    loose: int


def annotate(
    data: bytes,
    report: Report,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    language: Language = "vi",
) -> Annotated:
    """Return the .docx ``data`` with a comment for every finding of ``report`` on it.

    The text reads the same, other parts are not touched, comments of others stay; those that
    this program wrote before are replaced.  The same input gives the same bytes.

    Raises:
        UnreadableInputError: ``data`` is no .docx, or not what the report is on.
    """
    notes = finding_notes(report, language)
    try:
        result, before = _written(data, report, notes, limits, exact=True)
        if _texts(result.data, limits) != before:
            # Splitting a run changed how it reads; whole paragraphs need no split.
            result, _ = _written(data, report, notes, limits, exact=False)
    except RecursionError as error:
        raise refusals.unsafe("lồng nhau quá sâu", "nested too deeply") from error
    return result


def _written(
    data: bytes, report: Report, notes: Sequence[Note], limits: Limits, *, exact: bool
) -> tuple[Annotated, list[str]]:
    package = OpenPackage(data, limits)
    main = main_part(package)
    _demand_plain_docx(package, main)
    root = package.xml(main)
    assert root is not None  # main_part has read it
    word = root.tag[1:].rpartition("}")[0]
    comments = CommentsPart(package, main, word)
    drop_marks(root, comments.drop_ours())
    paragraphs = _paragraphs(package, main, limits)
    if [one.text for one in paragraphs] != [one.text for one in report.paragraphs]:
        raise UnreadableInputError(_CHANGED)
    stretches = [_stretch(note, paragraphs, exact=exact) for note in notes]
    first = comments.first_free_id(mark_ids(root))
    Marker(word, list(enumerate(stretches, start=first))).mark()
    for number, note in enumerate(notes, start=first):
        comments.add(number, note.lines)
    comments.save()
    package.save(main, root)
    loose = sum(
        note.end is not None and not (exact and paragraphs[note.paragraph].sure) for note in notes
    )
    return Annotated(package.packed(), len(notes), loose), [one.text for one in paragraphs]


def _paragraphs(package: OpenPackage, main: str, limits: Limits) -> list[PlacedParagraph]:
    found: list[SourceParagraph] = Package(package, main, limits, PlacingReader).body()[0]
    return [one for one in found if isinstance(one, PlacedParagraph)]


def _texts(data: bytes, limits: Limits) -> list[str]:
    package = OpenPackage(data, limits)
    return [one.text for one in Package(package, main_part(package), limits).body()[0]]


def _stretch(note: Note, paragraphs: Sequence[PlacedParagraph], *, exact: bool) -> Stretch:
    """Return where ``note`` is tied; text outside every paragraph is left to the first one."""
    found = stretch_of(paragraphs[note.paragraph], note.start, note.end, exact=exact)
    others = (stretch_of(one, 0, None) for one in paragraphs)
    found = found or next((one for one in others if one is not None), None)
    if found is None:
        raise refusals.damaged()
    return found


def _demand_plain_docx(package: OpenPackage, main: str) -> None:
    """Refuse templates and documents with macros: under the name .docx Word does not open them."""
    for entry in content_types(package):
        kind = entry.get("ContentType") or ""
        is_main = (entry.get("PartName") or "").lower() == f"/{main.lower()}"
        if is_main and kind and not kind.endswith(_PLAIN_DOCX):
            raise not_docx()
