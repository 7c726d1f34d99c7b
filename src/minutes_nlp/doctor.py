"""What of the program is on this machine, each part tried and not only looked for."""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from minutes_nlp.errors import ExitCode, MinutesNlpError
from minutes_nlp.model.language import Text
from minutes_nlp.version import __version__

_SENTENCE: Final = "Chi bộ sinh hoạt thường kỳ."
_ASK_NETWORK: Final = (
    "from minutes_nlp.readers.sandbox.linux import leave_network; print(leave_network())"
)


@dataclass(frozen=True, slots=True)
class Examined:
    """One part of the program: ``detail`` tells what is there, or what is wrong and what to do.

    ``code`` is the exit code of what is wrong, ``CLEAN`` if nothing is.
    """

    part: Text
    detail: Text
    code: ExitCode = ExitCode.CLEAN


def examine() -> Iterator[Examined]:
    """Try every part; a part that fails is told and the next one is tried."""
    for part, attempt in _PARTS:
        try:
            yield Examined(part, attempt())
        except MinutesNlpError as error:
            yield Examined(part, error.text, error.exit_code)
        except Exception as error:
            name = type(error).__name__
            cure = Text(f"hỏng ({name}); hãy cài lại", f"broken ({name}); install it again")
            yield Examined(part, cure, ExitCode.INTERNAL)


def _program() -> Text:
    return _same(f"{__version__}, Python {platform.python_version()}, {platform.system()}")


def _model() -> Text:
    from minutes_nlp.nlp.model_files import load_model
    from minutes_nlp.nlp.pipeline import model_digest

    labels = len(load_model().labels)
    digest = model_digest()[:12]
    return Text(f"{labels} loại phần, sha256 {digest}", f"{labels} sections, sha256 {digest}")


def _segmenter() -> Text:
    from minutes_nlp.nlp.segmenter import segment, segmenter_in_use

    words = segment([_SENTENCE])[0]
    if "".join(words).replace(" ", "") != _SENTENCE.replace(" ", ""):
        raise RuntimeError("the segmenter changes the text")
    package, used = f"underthesea {version('underthesea')}", segmenter_in_use()
    if used.name == "compiled":
        return Text(f"{package}, bản nhanh", f"{package}, compiled")
    return Text(
        f"{package}, bản gốc, chậm hơn mười lần ({used.reason})",
        f"{package} itself, ten times slower ({used.reason})",
    )


def _typed_files() -> Text:
    from minutes_nlp.readers.sandbox.reading import read_in_sandbox

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thu.txt"
        path.write_text(_SENTENCE, encoding="utf-8")
        if read_in_sandbox(path).paragraphs[0].text != _SENTENCE:
            raise RuntimeError("the reader changes the text")
    return _same(".docx .doc .odt .rtf .txt .pdf")


def _sandbox() -> Text:
    command = [sys.executable, "-c", _ASK_NETWORK]
    # In a process of its own: there is no way back into the network.
    cut_off = sys.platform == "linux" and (
        subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        == "True"
    )
    if cut_off:
        return Text("tiến trình riêng, không có mạng", "a process of its own, without network")
    return Text(
        "tiến trình riêng; hệ thống không cho tắt mạng của chương trình ngoài",
        "a process of its own; the system does not let external programs be cut off",
    )


def _recognition() -> Text:
    from minutes_nlp.readers.scan.opencv import opencv
    from minutes_nlp.readers.scan.tesseract import engine, missing_extra, model_folder

    opencv()
    engine()
    model_folder()
    try:
        versions = f"tesserocr {version('tesserocr')}, OpenCV {opencv().__version__}"
    except PackageNotFoundError as error:
        raise missing_extra() from error
    return Text(f"{versions}, dữ liệu tiếng Việt", f"{versions}, Vietnamese model")


def _local_page() -> Text:
    from minutes_nlp.extras import extra

    extra("uvicorn", "serve")
    return Text(
        f"FastAPI {extra('fastapi', 'serve').__version__}; mở bằng: minutes-nlp serve --open",
        f"FastAPI {extra('fastapi', 'serve').__version__}; open it: minutes-nlp serve --open",
    )


def _same(text: str) -> Text:
    return Text(text, text)


_PARTS: Final[tuple[tuple[Text, Callable[[], Text]], ...]] = (
    (Text("Chương trình", "Program"), _program),
    (Text("Mô hình chia phần", "Section model"), _model),
    (Text("Tách từ", "Word segmentation"), _segmenter),
    (Text("Đọc tệp gõ máy", "Typed files"), _typed_files),
    (Text("Đọc tệp an toàn", "Sandbox"), _sandbox),
    (Text("Trang trên máy", "Local page"), _local_page),
    (Text("Đọc ảnh, bản quét", "Pictures, scans"), _recognition),
)
