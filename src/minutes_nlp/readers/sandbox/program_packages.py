"""Which package brings an external program."""

from __future__ import annotations

import sys
from typing import Final

from minutes_nlp.errors import MissingProgramError
from minutes_nlp.model.language import Text

DEBIAN_PACKAGES: Final = {
    "catdoc": "catdoc",
    "soffice": "libreoffice-writer",
    "tesseract": "tesseract-ocr tesseract-ocr-vie",
}
_WINDOWS: Final = {
    "catdoc": Text(
        "Windows không có chương trình này; hãy mở tệp bằng Word và lưu lại thành .docx",
        "there is none for Windows; open the file in Word and save it as .docx",
    ),
    "soffice": Text(
        "hãy cài LibreOffice và thêm thư mục “program” của nó vào PATH",
        "install LibreOffice and add its “program” folder to PATH",
    ),
    "tesseract": Text(
        "hãy cài Tesseract kèm dữ liệu tiếng Việt (vie) và thêm thư mục của nó vào PATH",
        "install Tesseract with its Vietnamese data (vie) and add its folder to PATH",
    ),
}


def missing_program(name: str) -> MissingProgramError:
    """Return the error for a program that is not installed, with what to install."""
    on_windows = _WINDOWS.get(name) if sys.platform == "win32" else None
    if on_windows is not None:
        cure = on_windows
    elif name in DEBIAN_PACKAGES:
        command = f"apt-get install {DEBIAN_PACKAGES[name]}"
        cure = Text(f"hãy cài (Debian, Ubuntu): {command}", f"on Debian or Ubuntu: {command}")
    else:
        cure = Text("hãy cài chương trình này", "install it")
    return MissingProgramError(
        Text(
            f"Thiếu chương trình “{name}” để đọc tệp này; {cure.vi}.",
            f"The program “{name}”, needed to read this file, is not installed; {cure.en}.",
        )
    )
