"""The refusals of readers: one line each, what is wrong and what to do, in both languages."""

from __future__ import annotations

from typing import Final

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.model.language import Text

_SAVE_AS_VI: Final = "hãy mở tệp và lưu lại thành .docx hoặc .txt"
_SAVE_AS_EN: Final = "open the file and save it as .docx or .txt"


def refuse(vi: str, en: str) -> UnreadableInputError:
    """Return the error that says ``vi`` in Vietnamese and ``en`` in English."""
    return UnreadableInputError(Text(vi, en))


def missing_file(name: str) -> UnreadableInputError:
    """No such file."""
    return refuse(
        f"Không tìm thấy tệp “{name}”; hãy kiểm tra lại tên và thư mục.",
        f"File “{name}” not found; check the name and the folder.",
    )


def not_a_file(name: str) -> UnreadableInputError:
    """A directory or a device."""
    return refuse(
        f"“{name}” không phải là một tệp (là thư mục hoặc thiết bị); "
        "hãy chọn một tệp .docx, .txt hoặc ảnh.",
        f"“{name}” is not a file (a folder or a device); choose a .docx, .txt or picture file.",
    )


def no_permission(name: str) -> UnreadableInputError:
    """The file may not be opened."""
    return refuse(
        f"Không có quyền đọc tệp “{name}”; hãy xin quyền hoặc chép tệp sang thư mục của mình.",
        f"No permission to read “{name}”; ask for it or copy the file to a folder of your own.",
    )


def failed_to_open(name: str) -> UnreadableInputError:
    """The system could not read the file."""
    return refuse(
        f"Không mở được tệp “{name}” (lỗi ổ đĩa hoặc tên tệp); hãy chép tệp sang nơi khác.",
        f"Could not open “{name}” (disk error or file name); copy the file elsewhere.",
    )


def empty_file() -> UnreadableInputError:
    """Zero bytes."""
    return refuse(
        "Tệp rỗng (0 byte); hãy chọn đúng tệp biên bản.",
        "The file is empty (0 bytes); choose the file that holds the minutes.",
    )


def no_text(*, pictures: bool = False) -> UnreadableInputError:
    """Nothing to read in the body; ``pictures``: there are images in it."""
    if pictures:
        return refuse(
            "Tệp chỉ có ảnh, không có chữ; hãy lưu các ảnh đó vào một thư mục rồi chọn thư mục.",
            "The file holds pictures only, no text; save them in a folder and choose the folder.",
        )
    return refuse(
        "Tệp không có chữ nào để đọc; hãy chọn đúng tệp biên bản.",
        "There is no text in the file; choose the file that holds the minutes.",
    )


def too_large(limit: str) -> UnreadableInputError:
    """Over a bound; ``limit`` states the bound with its unit."""
    return refuse(
        f"Tệp quá lớn so với một biên bản (giới hạn {limit}); hãy tách mỗi biên bản thành một tệp.",
        f"The file is too large for minutes (limit {limit}); put each meeting in its own file.",
    )


def too_many_paragraphs(limit: int) -> UnreadableInputError:
    """More paragraphs than ``limit``."""
    return too_large(f"{limit} đoạn (paragraphs)")


def too_many_characters(limit: int) -> UnreadableInputError:
    """More characters than ``limit``."""
    return too_large(f"{limit} ký tự (characters)")


def unsafe(vi: str, en: str) -> UnreadableInputError:
    """Built in a way no honest program writes."""
    return refuse(
        f"Tệp có cấu trúc không an toàn ({vi}); {_SAVE_AS_VI}.",
        f"The file is built in an unsafe way ({en}); {_SAVE_AS_EN}.",
    )


def damaged() -> UnreadableInputError:
    """A file of a word processor that cannot be opened or breaks off."""
    return refuse(
        "Tệp bị hỏng hoặc bị cắt cụt; hãy mở bằng Word (chọn sửa chữa nếu được hỏi) "
        "rồi lưu lại thành .docx.",
        "The file is damaged or cut off; open it in Word (let it repair) and save it as .docx.",
    )


def encrypted() -> UnreadableInputError:
    """Protected by a password."""
    return refuse(
        "Tệp được đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại thành .docx.",
        "The file is protected by a password; open it in Word, remove it and save as .docx.",
    )


def damaged_pdf() -> UnreadableInputError:
    """A PDF that cannot be opened, or a page of it."""
    return refuse(
        "Tệp PDF bị hỏng; hãy xuất lại PDF từ tệp gốc, hoặc gửi tệp .docx.",
        "The PDF is damaged; export it again from the original, or give the .docx.",
    )


def encrypted_pdf() -> UnreadableInputError:
    """A PDF that opens only with a password."""
    return refuse(
        "Tệp PDF được đặt mật khẩu; hãy mở bằng mật khẩu rồi in lại thành PDF không mật khẩu.",
        "The PDF is protected by a password; open it and save (print) it as PDF without one.",
    )


def xfa_form() -> UnreadableInputError:
    """A form whose pages only Adobe's programs can build."""
    return refuse(
        "Tệp PDF là biểu mẫu XFA, không có trang để đọc; hãy mở bằng Adobe Reader và in thành PDF.",
        "The PDF is an XFA form without pages; open it in Adobe Reader and print it to PDF.",
    )


def absurd_page() -> UnreadableInputError:
    """A page of no size, or larger than any paper."""
    return refuse(
        "Tệp PDF có trang khổ vô lý; hãy xuất lại PDF từ tệp gốc với khổ giấy A4.",
        "The PDF has a page of absurd size; export it again from the original as A4.",
    )


def too_many_pages(limit: int) -> UnreadableInputError:
    """More pages than ``limit``."""
    return too_large(f"{limit} trang (pages)")


def old_word() -> UnreadableInputError:
    """Older than Word 97, or by another program of those days."""
    return refuse(
        "Tệp của Word 95 trở về trước, Works hoặc WordPerfect, không đọc được; "
        "hãy mở bằng LibreOffice và lưu lại thành .docx.",
        "A file of Word 95 or older, Works or WordPerfect, which cannot be read; "
        "open it in LibreOffice and save it as .docx.",
    )


def embedded_chunk() -> UnreadableInputError:
    """Part of the body lies in an embedded document that Word merges when it opens the file."""
    return refuse(
        "Tệp .docx có phần nội dung nhúng chưa đọc được; hãy mở bằng Word và lưu lại thành .docx.",
        "Part of the .docx is an embedded document that cannot be read; "
        "open it in Word and save it as .docx again.",
    )


def other_format(what_vi: str, what_en: str) -> UnreadableInputError:
    """A known format that is not read."""
    return refuse(
        f"Đây là {what_vi}, bản này chưa đọc được; {_SAVE_AS_VI}.",
        f"This is {what_en}, which cannot be read yet; {_SAVE_AS_EN}.",
    )


def archive() -> UnreadableInputError:
    """A compressed archive."""
    return refuse(
        "Đây là tệp nén; hãy giải nén rồi chọn từng tệp .docx, .txt bên trong.",
        "This is an archive; unpack it and choose the .docx or .txt files inside.",
    )


def not_text() -> UnreadableInputError:
    """Neither a known format nor text in a known encoding."""
    return refuse(
        "Không nhận ra chữ trong tệp (không phải văn bản hoặc bảng mã lạ); "
        "hãy lưu lại thành .docx hoặc .txt (UTF-8).",
        "No text recognised in the file (not text, or an unknown encoding); "
        "save it as .docx or .txt (UTF-8).",
    )


def damaged_picture() -> UnreadableInputError:
    """A picture that cannot be decoded, or not to its end."""
    return refuse(
        "Tệp ảnh bị hỏng hoặc chưa chép đủ; hãy quét (chụp) hay chép lại.",
        "The picture is damaged or cut short; scan (photograph) or copy it again.",
    )


def animated_picture() -> UnreadableInputError:
    """A moving picture."""
    return refuse(
        "Đây là ảnh động; hãy chọn ảnh chụp hoặc bản quét của biên bản.",
        "This is an animated picture; choose a photo or a scan of the minutes.",
    )


def small_picture() -> UnreadableInputError:
    """A picture that is too small for a page."""
    return refuse(
        "Ảnh quá nhỏ, không thể là một trang biên bản; hãy quét lại ở 300 dpi.",
        "The picture is too small for a page of minutes; scan it again at 300 dpi.",
    )


def too_many_pixels(limit: int) -> UnreadableInputError:
    """A page image of more than ``limit`` pixels."""
    return refuse(
        f"Ảnh quá lớn (giới hạn {limit // 1_000_000} triệu điểm ảnh); hãy quét lại ở 300 dpi.",
        f"The picture is too large (limit {limit // 1_000_000} million pixels); "
        "scan it again at 300 dpi.",
    )


def too_many_images(limit: int) -> UnreadableInputError:
    """More page images than ``limit``."""
    return too_large(f"{limit} trang ảnh (page images)")


def phone_picture() -> UnreadableInputError:
    """HEIC or AVIF."""
    return refuse(
        "Ảnh HEIC/AVIF chưa đọc được; hãy chuyển thành JPEG "
        "(iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất).",
        "HEIC and AVIF pictures cannot be read; convert them to JPEG "
        "(iPhone: Settings → Camera → Formats → Most Compatible).",
    )


def unread_picture() -> UnreadableInputError:
    """A picture of a kind that no scanner gives."""
    return refuse(
        "Loại ảnh này chưa đọc được; hãy lưu lại thành JPEG, PNG hoặc TIFF.",
        "Pictures of this kind cannot be read; save it as JPEG, PNG or TIFF.",
    )


def no_pictures(name: str) -> UnreadableInputError:
    """A folder without pictures."""
    return refuse(
        f"“{name}” là thư mục không có ảnh trang nào (JPEG, PNG, TIFF, BMP, WEBP).",
        f"There is no page image (JPEG, PNG, TIFF, BMP, WEBP) in the folder “{name}”.",
    )


def no_such_page(page: int, count: int) -> UnreadableInputError:
    """The document has only ``count`` pages."""
    return refuse(
        f"Không có trang {page}: tệp chỉ có {count} trang; hãy chọn trang từ 1 đến {count}.",
        f"There is no page {page}: the file has {count}; choose a page from 1 to {count}.",
    )


def no_page_pictures() -> UnreadableInputError:
    """Text that a program breaks into pages only when it shows it."""
    return refuse(
        "Tệp văn bản gõ (.docx, .odt, .rtf, .doc, .txt) không có ảnh trang để xem; "
        "hãy mở tệp bằng Word để xem trang.",
        "A typed file (.docx, .odt, .rtf, .doc, .txt) has no pictures of pages to show; "
        "open it in Word to see its pages.",
    )
