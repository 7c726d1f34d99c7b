"""The whole story on one page: a file in, a report out.

path → reader, in a sandbox → Document → spaCy pipeline → Minutes → rules → Report.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.model.explanation import Explanation
from minutes_nlp.model.report import FailureInfo, ProducedBy, Report, SourceInfo
from minutes_nlp.nlp.pipeline import (
    explain_paragraph,
    model_digest,
    read_again,
    read_minutes,
    shared_pipeline,
)
from minutes_nlp.readers.sandbox.reading import read_in_sandbox, start_reading
from minutes_nlp.readers.secrecy import refuse_secret
from minutes_nlp.reporting import build_report
from minutes_nlp.rules import (
    choose_profile,
    gate_of,
    open_characteristics,
    run_rules,
    without_unfilled_signs,
)
from minutes_nlp.settings import Settings
from minutes_nlp.version import __version__


def analyze(
    path: str | Path, *, profile: str | None = None, settings: Settings | None = None
) -> Report:
    """Analyze one file of minutes.

    Args:
        path: a .docx, .doc, .odt, .rtf, PDF or text file, a picture of a page, or a folder of such
            pictures.
        profile: ``"hd42-2025"`` or ``"hd12-2018"``; by default the meeting's date decides.
        settings: thresholds, severities and selection of checks; defaults when left out.

    Returns:
        The report; the same file and settings give the same report, in any order of calls.

    Raises:
        UnreadableInputError: the file cannot be read, goes over a limit or breaks its reader;
            the message says what to do.
        SecrecyMarkError: the document is marked MẬT, TỐI MẬT or TUYỆT MẬT.
        UsageError: ``profile`` or ``settings`` name something that does not exist.
        MissingProgramError: recognising pictures needs something that is not installed.
        ModelError: the trained model is missing or does not match.
    """
    return _analyze_files((Path(path),), profile, settings)


def load_model() -> None:
    """Load what every analysis needs, so that the first one need not wait for it."""
    shared_pipeline()


def analyze_pages(
    paths: Sequence[str | Path], *, profile: str | None = None, settings: Settings | None = None
) -> Report:
    """Analyze pictures of pages, given in page order, as one file; see :func:`analyze`."""
    return _analyze_files([Path(path) for path in paths], profile, settings)


def _analyze_files(paths: Sequence[Path], profile: str | None, settings: Settings | None) -> Report:
    settings = settings or Settings()
    with start_reading(paths, settings.limits) as reading:
        shared_pipeline()  # loads the model, while another process reads
        document = reading.result()
    return analyze_document(document, profile=profile, settings=settings)


def analyze_text(
    text: str, *, profile: str | None = None, settings: Settings | None = None, name: str = "text"
) -> Report:
    """Analyze minutes given as text, one paragraph a line; see :func:`analyze`."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    document = Document(
        source=Source(
            name=name,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            media_type="text/plain",
            reader="text",
        ),
        paragraphs=tuple(SourceParagraph(" ".join(line.split())) for line in lines if line.strip()),
    )
    return analyze_document(document, profile=profile, settings=settings)


def analyze_document(
    document: Document, *, profile: str | None = None, settings: Settings | None = None
) -> Report:
    """Analyze a document that has been read; see :func:`analyze`."""
    settings = settings or Settings()
    if not settings.read_secret:
        refuse_secret(document)
    minutes = without_unfilled_signs(read_minutes(document))
    chosen = choose_profile(profile or settings.profile, minutes.meeting.date)
    findings, undecided = run_rules(minutes, chosen, settings, read_again)
    gate = gate_of(minutes, chosen, settings)
    return build_report(
        document,
        minutes,
        findings=findings,
        undecided=undecided,
        produced_by=ProducedBy(
            minutes_nlp=__version__, model=f"sha256:{model_digest()}", profile=chosen.name
        ),
        poor_pages=tuple(page.number for page in gate.poor_pages),
        open_levels=gate.open_levels | open_characteristics(undecided),
    )


def explain(path: str | Path, index: int) -> Explanation:
    """Tell why paragraph ``index`` (from 0) of a file was given its section.

    Raises:
        UnreadableInputError: the file cannot be read.
        SecrecyMarkError: the document is marked MẬT, TỐI MẬT or TUYỆT MẬT.
        UsageError: the file has no such paragraph.
    """
    return explain_paragraph(refuse_secret(read_in_sandbox(Path(path))), index)


def report_failure(path: str | Path, error: Exception, settings: Settings | None = None) -> Report:
    """Turn an exception into a report that counts: the one place where this is done."""
    language = (settings or Settings()).language
    if isinstance(error, MinutesNlpError):
        message = error.message(language)
    elif language == "vi":
        message = "Lỗi bên trong chương trình; tệp này chưa được phân tích."
    else:
        message = "Internal error; this file has not been analysed."
    return Report(
        source=SourceInfo(name=Path(path).name),
        produced_by=ProducedBy(minutes_nlp=__version__),
        failure=FailureInfo(error=type(error).__name__, message=message),
    )
