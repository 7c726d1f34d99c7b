"""What can be wrong with a stored review; none of it ever costs a decision."""

from __future__ import annotations

from pathlib import Path

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text


class ReviewError(UsageError):
    """A review cannot be read, written or changed; what is stored stays as it is."""


class DamagedReviewError(ReviewError):
    """The stored file is no review that can be understood."""


class OtherSchemaError(ReviewError):
    """Another version of the program, or another program, made the file."""


class AnotherDocumentError(ReviewError):
    """The review is of another document, or of the file as it was before it was edited."""


class ReviewChangedError(ReviewError):
    """Someone else saved decisions since the review was loaded."""


class UnwritableReviewError(ReviewError):
    """The place does not let itself be read or written."""


class NothingToUndoError(ReviewError):
    """No decision on this text is left to be taken back."""


def damaged(name: str) -> DamagedReviewError:
    """The content of ``name`` makes no sense."""
    return DamagedReviewError(
        Text(
            f"Tệp quyết định {name} bị hỏng nên không mở được, và được giữ nguyên. Hãy đổi tên "
            "hoặc chuyển tệp ấy đi nơi khác, rồi mở lại biên bản.",
            f"The review {name} is damaged; it is left as it is. Rename it or move it away, then "
            "open the minutes again.",
        )
    )


def other_schema(name: str, schema: str) -> OtherSchemaError:
    """The file says that it follows another schema."""
    return OtherSchemaError(
        Text(
            f"Tệp {name} thuộc loại khác ({schema}), không phải tệp quyết định của bản chương "
            "trình này, và được giữ nguyên. Hãy dùng bản minutes-nlp mới hơn, hoặc đổi tên tệp ấy.",
            f"The file {name} is of another kind ({schema}), no review that this version knows; "
            "it is left as it is. Use a newer minutes-nlp, or rename the file.",
        )
    )


def another_document(name: str, reviewed: str) -> AnotherDocumentError:
    """The review's document has other bytes."""
    return AnotherDocumentError(
        Text(
            f"Các quyết định trong {name} là của “{reviewed}” với nội dung khác (tệp đã được sửa, "
            "hoặc là tệp khác); tệp được giữ nguyên. Hãy chuyển các quyết định cũ sang bản này, "
            "hoặc đổi tên tệp ấy để xem lại từ đầu.",
            f"The decisions in {name} are of “{reviewed}” with other content (edited since, or "
            "another file); they are left as they are. Carry them over to this text, or rename "
            "that file to begin anew.",
        )
    )


def changed_meanwhile(name: str) -> ReviewChangedError:
    """The stored content is not what the writer had loaded."""
    return ReviewChangedError(
        Text(
            f"Tệp quyết định {name} vừa được lưu từ một cửa sổ khác; quyết định này chưa được "
            "lưu để khỏi mất quyết định kia. Hãy tải lại trang rồi quyết định lại.",
            f"The review {name} was just saved from another window; this decision is not saved, "
            "so that none is lost. Reload the page and decide again.",
        )
    )


def unreadable(path: Path, error: OSError) -> UnwritableReviewError:
    """The system does not give the file out."""
    reason = error.strerror or type(error).__name__
    return UnwritableReviewError(
        Text(
            f"Không đọc được tệp quyết định {path.name} ({reason}). Hãy kiểm tra quyền đọc tệp.",
            f"Cannot read the review {path.name} ({reason}). Check who may read it.",
        )
    )


def unwritable(path: Path, error: OSError) -> UnwritableReviewError:
    """The system does not let the file be written."""
    reason = error.strerror or type(error).__name__
    return UnwritableReviewError(
        Text(
            f"Không lưu được {path.name} vào thư mục {path.parent} ({reason}). Hãy kiểm tra quyền "
            "ghi và chỗ trống, hoặc lưu tệp quyết định ra nơi khác.",
            f"Cannot save {path.name} in {path.parent} ({reason}). Check who may write there and "
            "the room left, or save the review elsewhere.",
        )
    )


def nothing_to_undo() -> NothingToUndoError:
    """The list of decisions on this text is empty."""
    return NothingToUndoError(
        Text("Không còn quyết định nào để hoàn tác.", "There is no decision left to undo.")
    )
