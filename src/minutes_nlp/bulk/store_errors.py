"""What can be wrong with a store."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final, Self

from minutes_nlp.bulk.schema import STORE_VERSION
from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class StoreError(UsageError):
    """A store cannot be opened, read or written; whatever whole parts it has stay whole."""

    @classmethod
    def damaged(cls, path: Path) -> Self:
        """A file of the store cannot be read."""
        return cls(
            Text(
                f"Không đọc được {path} trong kho kết quả; hãy xóa tệp này rồi chạy lại.",
                f"Cannot read {path} of the store; delete this file and run again.",
            )
        )


def no_store(folder: Path) -> StoreError:
    """There is no store, or something else."""
    return StoreError(
        Text(
            f"{folder} không phải kho kết quả; hãy chọn --store là thư mục mới hoặc kho đã có.",
            f"{folder} is no store; let --store name a new folder or a store.",
        )
    )


def other_version(folder: Path, version: object) -> StoreError:
    """Another version of the program made it."""
    return StoreError(
        Text(
            f"Kho {folder} thuộc phiên bản khác ({version}, cần {STORE_VERSION}); hãy chọn "
            "--store là một thư mục mới.",
            f"The store {folder} is of another version ({version}, not {STORE_VERSION}); let "
            "--store name a new folder.",
        )
    )


def other_folder(folder: Path, root: object) -> StoreError:
    """It records the files of another folder."""
    return StoreError(
        Text(
            f"Kho {folder} ghi kết quả của thư mục {root}; hãy chọn --store khác.",
            f"The store {folder} holds the records of {root}; choose another --store.",
        )
    )


def in_use(folder: Path) -> StoreError:
    """Another run is writing to it."""
    return StoreError(
        Text(
            f"Kho {folder} đang được một lần chạy khác sử dụng; hãy đợi lần chạy ấy xong.",
            f"The store {folder} is in use by another run; wait until it ends.",
        )
    )


def cannot_write(folder: Path, error: OSError) -> StoreError:
    """The disk is full or refuses."""
    if error.errno in _FULL:
        return StoreError(
            Text(
                f"Ổ đĩa hết chỗ khi ghi vào kho {folder}; phần đã ghi vẫn nguyên vẹn. Hãy dọn chỗ "
                "rồi chạy lại lệnh này.",
                f"No space left for the store {folder}; what has been written is whole. Make "
                "room and run the command again.",
            )
        )
    reason = error.strerror or type(error).__name__
    return StoreError(
        Text(
            f"Không ghi được vào kho {folder} ({reason}); phần đã ghi vẫn nguyên vẹn.",
            f"Cannot write to the store {folder} ({reason}); what has been written is whole.",
        )
    )
