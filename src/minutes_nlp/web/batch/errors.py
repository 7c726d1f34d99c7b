"""Why a file of the list is not opened, and what is wrong with the folders of a call."""

from __future__ import annotations

from pathlib import Path

from minutes_nlp.errors import UnreadableInputError, UsageError
from minutes_nlp.model.language import Text


class NotOpenedError(UnreadableInputError):
    """A file of the list is not opened; the message says what to do."""


def gone(path: str) -> NotOpenedError:
    """It is not where the store has it."""
    return NotOpenedError(
        Text(
            f"Không thấy “{path}” ở chỗ cũ: tệp đã chuyển đi, đổi tên hoặc bị xóa. Hãy chạy lại "
            "minutes-nlp bulk để cập nhật danh sách; nếu cả thư mục chuyển chỗ thì chạy lại "
            "minutes-nlp serve, thêm --folder THƯ_MỤC.",
            f"“{path}” is not where it was: moved, renamed or deleted. Run minutes-nlp bulk again "
            "to bring the list up to date; if the whole folder was moved, run minutes-nlp serve "
            "again with --folder DIRECTORY.",
        )
    )


def outside() -> NotOpenedError:
    """Its path leads out of the folder."""
    return NotOpenedError(
        Text(
            "Tệp này nằm ngoài thư mục đã đọc (qua liên kết hoặc đường dẫn lạ) nên không mở từ "
            "danh sách. Nếu đúng là tệp cần xem, hãy thả tệp ấy vào trang đầu.",
            "This file lies outside the folder that was searched, so it is not opened from the "
            "list. If it is the file you want, drop it on the first page.",
        )
    )


def refused() -> NotOpenedError:
    """It bears a mark of secrecy."""
    return NotOpenedError(
        Text(
            "Tệp này mang dấu mật nên chương trình không mở và không xử lý. Hãy xử lý theo quy "
            "định về tài liệu mật.",
            "This file bears a mark of secrecy: the program neither opens nor processes it.",
        )
    )


def unread_folder(path: str) -> NotOpenedError:
    """It is a folder that could not be searched."""
    return NotOpenedError(
        Text(
            f"“{path}” là thư mục không mở được khi lập danh sách; hãy xin quyền đọc rồi chạy lại "
            "minutes-nlp bulk.",
            f"“{path}” is a folder that could not be searched; see to its permissions, then run "
            "minutes-nlp bulk again.",
        )
    )


def neither(folder: Path) -> UsageError:
    """A folder that is neither a store nor pictures of pages."""
    return UsageError(
        Text(
            f"{folder} là thư mục nhưng không phải kho kết quả. Hãy đọc cả thư mục trước: "
            f"minutes-nlp bulk {folder} --store KHO, rồi mở kho: minutes-nlp serve KHO. Hoặc ghi "
            "tên từng tệp biên bản.",
            f"{folder} is a folder but no store. Read the folder first: minutes-nlp bulk {folder} "
            "--store STORE, then minutes-nlp serve STORE. Or name the files.",
        )
    )


def several_stores() -> UsageError:
    """More than one store was named."""
    return UsageError(
        Text(
            "Mỗi lần chỉ mở được một kho kết quả; hãy bỏ bớt.",
            "Only one store can be opened at a time; leave the others out.",
        )
    )


def no_such_folder(folder: Path) -> UsageError:
    """``--folder`` names no folder."""
    return UsageError(
        Text(
            f"Không có thư mục {folder}; hãy kiểm tra lại --folder.",
            f"There is no directory {folder}; check --folder.",
        )
    )


def folder_without_store() -> UsageError:
    """``--folder`` was given, and no store."""
    return UsageError(
        Text(
            "--folder chỉ dùng khi mở kho kết quả: minutes-nlp serve KHO --folder THƯ_MỤC.",
            "--folder goes with a store: minutes-nlp serve STORE --folder DIRECTORY.",
        )
    )
