"""What is said when a file goes over a limit or makes its reader crash.

A limit that was hit never gives a result: nobody knows what else stands in the file.
"""

from __future__ import annotations

from minutes_nlp.errors import LimitExceededError
from minutes_nlp.model.language import Text


def program_seconds(name: str, limit: float) -> LimitExceededError:
    """An external program ran for too long; ``limit`` in seconds."""
    return _exceeded(
        Text(f"chương trình “{name}” chạy quá {limit:g} giây", f"“{name}” ran over {limit:g} s")
    )


def program_output(name: str, limit: int) -> LimitExceededError:
    """An external program printed too much; ``limit`` in bytes."""
    return _exceeded(
        Text(
            f"chương trình “{name}” in ra quá {megabytes(limit)}",
            f"“{name}” printed over {megabytes(limit)}",
        )
    )


def megabytes(size: int) -> str:
    """Return a size in bytes as text, in MB."""
    return f"{size / (1024 * 1024):.4g} MB"


def _exceeded(what: Text, setting: str | None = None) -> LimitExceededError:
    cure = Text("hãy mở tệp và lưu lại thành .docx hoặc .txt",
                "open the file and save it as .docx or .txt")  # fmt: skip
    return LimitExceededError(
        Text(
            f"Tệp vượt giới hạn an toàn khi đọc: {what.vi}; {cure.vi}.",
            f"Reading the file went over a safety limit: {what.en}; {cure.en}.",
        )
    )
