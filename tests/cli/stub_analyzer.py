"""An analyzer whose outcome is told by the file's name, so that no model is needed.

Run as a program it is the command line with this analyzer in place of the real one.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from minutes_nlp.errors import MinutesNlpError, ModelError, UnreadableInputError
from minutes_nlp.model.language import Text
from minutes_nlp.model.report import FailureInfo, ProducedBy, Report, SourceInfo
from minutes_nlp.settings import Settings
from tests.renderers.sample_reports import clean_report, faulty_report, other_report

DAMAGED = Text("Tệp bị hỏng; hãy mở bằng Word và lưu lại.", "The file is damaged.")
NO_MODEL = Text("Thiếu tệp mô hình.", "A model file is missing.")
RAISED = {
    "damaged": UnreadableInputError(DAMAGED),
    "model": ModelError(NO_MODEL),
    "crash": RuntimeError("boom"),
    "stop": KeyboardInterrupt(),
}
REPORTS = {"clean": clean_report, "faulty": faulty_report, "other": other_report}


def analyze(path: Path, *, profile: str | None = None, settings: Settings | None = None) -> Report:
    """Raise or return what the beginning of the name says; "settings" shows what was asked."""
    kind = path.stem.partition("-")[0]
    if kind in RAISED:
        raise RAISED[kind]
    return _named(REPORTS.get(kind, clean_report)(), path.name, settings or Settings())


def analyze_pages(paths: Sequence[Path], *, settings: Settings) -> Report:
    """Return what the first name says; the report's name is made of all."""
    report = analyze(paths[0], settings=settings)
    return _named(report, "+".join(path.name for path in paths), settings)


def analyze_text(text: str, *, settings: Settings, name: str) -> Report:
    """Find fault with every text that has the word "thiếu"."""
    report = faulty_report() if "thiếu" in text else clean_report()
    return _named(report, name, settings)


def _named(report: Report, name: str, settings: Settings) -> Report:
    asked = f"{settings.profile} {','.join(settings.select)} {','.join(settings.ignore)}"
    if settings.doubt is not None:
        asked += f" doubt {settings.doubt}"
    made = ProducedBy(minutes_nlp="0.1.0", model="m", profile=asked)
    return report.model_copy(update={"source": SourceInfo(name=name), "produced_by": made})


def report_failure(path: Path, error: Exception, settings: Settings) -> Report:
    """Return a report with the failure."""
    message = "Lỗi bên trong chương trình."
    if isinstance(error, MinutesNlpError):
        message = error.message(settings.language)
    return Report(
        source=SourceInfo(name=path.name),
        produced_by=ProducedBy(minutes_nlp="0.1.0"),
        failure=FailureInfo(error=type(error).__name__, message=message),
    )


def stub_module() -> ModuleType:
    module = ModuleType("minutes_nlp.analyzer")
    vars(module).update(
        analyze=analyze,
        analyze_pages=analyze_pages,
        analyze_text=analyze_text,
        report_failure=report_failure,
    )
    return module


if __name__ == "__main__":
    import minutes_nlp

    sys.modules["minutes_nlp.analyzer"] = minutes_nlp.analyzer = stub_module()
    from minutes_nlp.cli.main import run

    run()
