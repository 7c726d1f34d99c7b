"""An examiner that does what the first word of a file says, so that no model is needed."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from pathlib import Path

from minutes_nlp.bulk.record import Record, failed_record, report_record
from minutes_nlp.errors import ModelError
from minutes_nlp.model.language import Text
from minutes_nlp.settings import Settings
from tests.renderers.sample_reports import clean_report, faulty_report

STUB = "tests.bulk.stub_examiner:StubExaminer"
NO_MODEL = "tests.bulk.stub_examiner:WithoutModel"
STILLBORN = "tests.bulk.stub_examiner:Stillborn"


class StubExaminer:
    def __init__(self, settings: Settings) -> None:
        self.key = hashlib.sha256(repr(settings).encode()).hexdigest()

    def examine(self, path: Path, sha256: str) -> Record:
        if path.is_dir() or path.suffix == ".png":
            return report_record(clean_report(), checks=40)
        text = path.read_text(encoding="utf-8")
        word = text.split()[0] if text.split() else ""
        if word == "crash" or (word == "crash-once" and _first_time(path)):
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "lonely" and (_first_time(path) or list(path.parent.glob(".busy-*"))):
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "busy":
            mark = path.with_name(f".busy-{path.name}")
            mark.touch()
            time.sleep(0.03)
            mark.unlink()
        if word == "exit":
            os._exit(3)
        if word == "hang":
            time.sleep(3600)
        if word == "eat":
            held = [bytearray(b"x") * (1 << 20) for _ in range(400)]
            time.sleep(3600)
            del held
        if word == "slow-once" and _first_time(path):
            return failed_record("LimitExceededError", "Quá lâu.")
        if word == "slow":
            return failed_record("LimitExceededError", "Quá lâu.")
        if word == "program":
            return failed_record("MissingProgramError", "Thiếu chương trình.")
        if word == "damaged":
            return failed_record("UnreadableInputError", "Tệp bị hỏng.")
        if word == "secret":
            return failed_record("SecrecyMarkError", "Mang dấu mật.", refused=True)
        report = faulty_report() if "thiếu" in text else clean_report()
        return report_record(report, checks=40)


class WithoutModel:
    def __init__(self, settings: Settings) -> None:
        raise ModelError(Text("Thiếu tệp mô hình.", "A model file is missing."))


class Stillborn:
    def __init__(self, settings: Settings) -> None:
        os._exit(9)


def _first_time(path: Path) -> bool:
    mark = path.with_name(f".{path.name}.seen")
    if mark.exists():
        return False
    mark.touch()
    return True
