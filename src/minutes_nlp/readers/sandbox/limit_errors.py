"""What is said when a file goes over a limit or makes its reader crash.

A limit that was hit never gives a result: nobody knows what else stands in the file.
"""

from __future__ import annotations

from minutes_nlp.errors import LimitExceededError, ReaderCrashError, UnreadableInputError
from minutes_nlp.model.language import Text
from minutes_nlp.readers.limits import Limits


def program_seconds(name: str, limit: float) -> LimitExceededError:
    """An external program ran for too long; ``limit`` in seconds."""
    return _exceeded(f"chương trình “{name}” chạy quá {limit:g} giây", f"“{name}” ran {limit:g} s")


def program_output(name: str, limit: int) -> LimitExceededError:
    """An external program printed too much; ``limit`` in bytes."""
    size = megabytes(limit)
    return _exceeded(f"chương trình “{name}” in ra quá {size}", f"“{name}” printed {size}")


def time_exceeded(limits: Limits, setting: str) -> LimitExceededError:
    """Reading took too long; ``setting`` names the field of ``limits`` in seconds."""
    seconds = f"{getattr(limits, setting):g}"
    vi, en = {
        "reading_seconds": ("đọc tệp", "reading it"),
        "program_seconds": ("chuyển đổi tệp bằng chương trình ngoài", "converting it"),
        "page_seconds": ("nhận dạng một trang", "recognising one page"),
        "total_seconds": ("đọc và nhận dạng cả tệp", "reading and recognising all of it"),
        "cpu_seconds": ("tính toán để đọc tệp", "computing for it"),
    }[setting]
    return _exceeded(f"{vi} mất hơn {seconds} giây", f"{en} took {seconds} s", setting)


def memory_exceeded(limits: Limits) -> LimitExceededError:
    """The reader and its programs hold too much memory."""
    size = megabytes(limits.memory_bytes)
    return _exceeded(f"cần hơn {size} bộ nhớ", f"it needs {size} of memory", "memory_bytes")


def result_exceeded(limits: Limits) -> LimitExceededError:
    """The reader sent back too much."""
    size = megabytes(limits.result_bytes)
    return _exceeded(f"kết quả đọc lớn hơn {size}", f"its contents take {size}", "result_bytes")


def written_exceeded(limits: Limits) -> LimitExceededError:
    """Too much was written to temporary files."""
    size = megabytes(limits.written_bytes)
    return _exceeded(f"ghi tệp tạm quá {size}", f"its temporary files take {size}", "written_bytes")


def open_files_exceeded(limits: Limits) -> LimitExceededError:
    """Too many files open at once."""
    return _exceeded(
        f"mở cùng lúc hơn {limits.open_files} tệp",
        f"{limits.open_files} files open at once",
        "open_files",
    )


def processes_exceeded(limits: Limits) -> LimitExceededError:
    """Too many processes at once."""
    return _exceeded(
        f"chạy cùng lúc hơn {limits.processes} tiến trình",
        f"{limits.processes} processes at once",
        "processes",
    )


def crashed(how: str) -> ReaderCrashError:
    """The reader broke down; ``how`` is a signal or an error's name, never text of the file."""
    return ReaderCrashError(
        Text(
            f"Tệp làm bộ đọc bị hỏng giữa chừng ({how}), nên chưa đọc được gì; "
            "hãy mở tệp và lưu lại thành .docx hoặc .txt.",
            f"The file made its reader crash ({how}), so nothing of it was read; "
            "open the file and save it as .docx or .txt.",
        )
    )


def not_started(reason: str) -> UnreadableInputError:
    """No process could be started to read the file in; ``reason`` is the system's."""
    return UnreadableInputError(
        Text(
            f"Không khởi động được tiến trình đọc tệp ({reason}); "
            "hãy kiểm tra bộ nhớ và thư mục tạm của máy rồi chạy lại.",
            f"No process could be started to read the file ({reason}); "
            "check the machine's memory and temporary folder and run again.",
        )
    )


def megabytes(size: int) -> str:
    """Return a size in bytes as text, in MB."""
    return f"{size / (1024 * 1024):.4g} MB"


def _exceeded(vi: str, en: str, setting: str | None = None) -> LimitExceededError:
    raise_vi = f", hoặc nâng “{setting}” ở mục [limits] của tệp thiết lập" if setting else ""
    raise_en = f", or raise “{setting}” under [limits] in the settings file" if setting else ""
    return LimitExceededError(
        Text(
            f"Tệp vượt giới hạn an toàn khi đọc: {vi}; hãy mở tệp và lưu lại thành .docx hoặc .txt"
            f"{raise_vi}.",
            f"Reading the file hit a safety limit: {en}; open it and save it as .docx or .txt"
            f"{raise_en}.",
        )
    )
