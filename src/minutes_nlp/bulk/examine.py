"""One file, examined: the same code in this process, in a worker of the pool, on a cluster."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from minutes_nlp import analyzer
from minutes_nlp.bulk.record import Record, failed_record, report_record
from minutes_nlp.bulk.schema import STORE_VERSION
from minutes_nlp.errors import MinutesNlpError, ModelError, SecrecyMarkError, UsageError
from minutes_nlp.registry import rule_codes
from minutes_nlp.settings import Settings
from minutes_nlp.version import __version__

CHANGED = "FileChangedError"


class Examiner:
    """Examines files under one choice of settings; holds the pipeline.

    Raises:
        ModelError: the trained model is missing or does not match.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._checks = len(rule_codes())
        # The pipeline is loaded before the first file is given, whose time is limited.
        text = "BIÊN BẢN SINH HOẠT CHI BỘ\nHội nghị kết thúc lúc 16 giờ."
        model = analyzer.analyze_text(text, settings=settings).produced_by.model
        told = [STORE_VERSION, __version__, model, asdict(settings)]
        self.key = hashlib.sha256(
            json.dumps(told, sort_keys=True, default=str).encode()
        ).hexdigest()
        """Digest of everything but the file that decides what the record says."""

    def examine(self, path: Path, sha256: str) -> Record:
        """Return the record of the file at ``path``, whose bytes had the hash ``sha256``.

        Raises:
            ModelError, UsageError: nothing can be analysed at all.
        """
        try:
            report = analyzer.analyze(path, settings=self._settings)
        except (ModelError, UsageError):
            raise
        except Exception as error:
            return self._failure(path, error)
        if report.source.sha256 != sha256:
            return failed_record(CHANGED, "Tệp bị thay đổi trong khi máy làm; hãy chạy lại.")
        return report_record(report, self._checks)

    def _failure(self, path: Path, error: Exception) -> Record:
        failure = analyzer.report_failure(path, error, self._settings).failure
        told = failure.message if failure else str(error)
        if isinstance(error, MinutesNlpError):
            refused = isinstance(error, SecrecyMarkError)
            return failed_record(type(error).__name__, told, refused=refused)
        return failed_record(type(error).__name__, f"{told} ({type(error).__name__})")
