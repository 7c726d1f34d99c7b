"""Files that a browser sends: counted while they come in, under names of our own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.model.language import Text
from minutes_nlp.readers.limits import Limits

MOST_DOCUMENTS: Final = 200
"""Documents on the desk at one time."""
_SPARE_BYTES: Final = 100 * 1024 * 1024


class UploadRefusedError(UnreadableInputError):
    """A file was not taken in; the message says what to do."""


async def receive(stream: AsyncIterator[bytes], path: Path, limits: Limits) -> None:
    """Write what comes in to ``path``.

    Raises:
        UploadRefusedError: it is larger than ``limits.file_bytes``, or the disk is full.
    """
    written = 0
    try:
        with path.open("xb") as file:
            async for piece in stream:
                written += len(piece)
                if written > limits.file_bytes:
                    raise too_large(limits)
                file.write(piece)
    except OSError as error:
        raise no_space() from error


def too_large(limits: Limits) -> UploadRefusedError:
    """Return the error for a file over the limit."""
    most = limits.file_bytes // (1024 * 1024)
    return UploadRefusedError(
        Text(
            f"Tệp lớn hơn {most} MB nên không nhận. Biên bản thường chỉ vài trăm KB; nếu là bản "
            "quét, hãy quét lại ở 300 dpi, ảnh xám, hoặc tách thành từng biên bản.",
            f"The file is larger than {most} MB. Scan again at 300 dpi in grey, or split it.",
        )
    )


def too_many() -> UploadRefusedError:
    """Return the error for a full desk."""
    return UploadRefusedError(
        Text(
            f"Đã có {MOST_DOCUMENTS} tệp trên trang. Hãy bỏ bớt những tệp đã xem xong; có cả thư "
            "mục biên bản thì dùng lệnh: minutes-nlp bulk.",
            f"There are {MOST_DOCUMENTS} files on the page. Remove some; for a whole folder use "
            "minutes-nlp bulk.",
        )
    )


def half_sent() -> UploadRefusedError:
    """Return the error for a file whose sender went away."""
    return UploadRefusedError(
        Text(
            "Tệp chưa tải lên hết (trang bị đóng hoặc tải lại giữa chừng). Hãy thả lại tệp.",
            "The file was not uploaded to its end (the page was closed or reloaded). Drop it "
            "again.",
        )
    )


def no_space() -> UploadRefusedError:
    """Return the error for a disk that takes no more."""
    return UploadRefusedError(
        Text(
            "Không ghi được tệp tạm: ổ đĩa đầy hoặc không cho ghi. Hãy dọn bớt ổ đĩa rồi thả lại.",
            "The temporary file cannot be written: free some space, then drop the file again.",
        )
    )


def check_space(folder: Path, limits: Limits) -> None:
    """Refuse an upload that would fill the disk.

    Raises:
        UploadRefusedError: there is no room for the largest file.
    """
    if shutil.disk_usage(folder).free < limits.file_bytes + _SPARE_BYTES:
        raise no_space()
