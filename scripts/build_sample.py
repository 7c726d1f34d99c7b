"""Build ``examples/bien-ban-thang-9.docx``: invented minutes with Word's usual furniture.

A letterhead table, automatic numbering, a table of results, a tracked insertion and deletion
and a signature table, as a cell secretary's Word file has them.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

TARGET = Path(__file__).resolve().parent.parent / "examples" / "bien-ban-thang-9.docx"
NUMBERING = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="77">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>"""

# (level, text): 0 and 1 are numbered headings, 2 a dash, None plain text.
BODY: list[tuple[int | None, str]] = [
    (None, "Thời gian: bắt đầu 17 giờ 00 phút, ngày 04 tháng 9 năm 2026."),
    (None, "Địa điểm: phòng họp Trạm Bảo vệ rừng Khe Vằn."),
    (
        None,
        "Thành phần: tổng số đảng viên 11 đồng chí; có mặt 10; vắng 01 (đồng chí Lương Văn Toản).",
    ),
    (None, "Chủ trì: đồng chí Phùng Thế Mạnh, Bí thư Chi bộ, Trạm trưởng."),
    (None, "Thư ký: đồng chí Đinh Thị Ngân."),
    (None, "Đồng chí Ngân báo cáo: đảng phí tháng 8 đã thu đủ 11/11 đồng chí."),
    (0, "Thông tin thời sự; phổ biến, quán triệt"),
    (
        1,
        "Đồng chí Mạnh điểm tin: mưa lớn sau bão số 5 gây lũ quét tại ba xã miền núi; giá keo nguyên liệu giảm còn 1,05 triệu đồng một tấn.",
    ),
    (
        1,
        "Quán triệt Chỉ thị số 13-CT/TW về quản lý, bảo vệ và phát triển rừng: chi bộ phải chịu trách nhiệm khi để mất rừng trên địa bàn được giao. Với trạm ta, điều này có nghĩa mỗi đảng viên phụ trách một tiểu khu, mất rừng ở tiểu khu nào thì đồng chí phụ trách phải giải trình trước chi bộ.",
    ),
    (0, "Đánh giá việc thực hiện nghị quyết tháng 8"),
    (None, "TABLE"),
    (
        1,
        "Hạn chế: tiểu khu 214 bị phát lén 0,6 ha ngày 19/8, bốn hôm sau tổ tuần tra mới biết. Nguyên nhân là lịch tuần tra dồn vào đầu tháng, cuối tháng bỏ trống.",
    ),
    (1, "Tư tưởng đảng viên ổn định; hai đồng chí nhà ở xa còn lo việc sắp xếp lại trạm."),
    (0, "Thảo luận"),
    (
        2,
        "Đồng chí Hà Văn Thức: tôi đề nghị chia lại lịch tuần tra theo tuần, mỗi tuần ít nhất hai buổi, có định vị trên điện thoại để khỏi cãi nhau đi hay chưa đi.",
    ),
    (
        2,
        "Đồng chí Vi Thị Nhung: đồng ý chia theo tuần, nhưng máy định vị cũ hỏng hai chiếc, không sửa thì có lịch cũng như không.",
    ),
    (2, "Đồng chí Lô Quốc Việt: nhất trí với ý kiến các đồng chí đi trước."),
    (
        2,
        "Đồng chí Trần Đăng Khôi hỏi về nhà ở tập thể: mái dột từ tháng 5, đã kiến nghị hai lần, mùa mưa này anh em trực đêm phải nằm ở kho.",
    ),
    (
        2,
        "Đồng chí Nhung: nếu chờ kinh phí cấp trên thì sang năm, đề nghị dùng quỹ công đoàn mua bạt phủ tạm.",
    ),
    (0, "Tự phê bình và phê bình"),
    (
        2,
        "Đồng chí Hà Văn Thức tự nhận: vụ tiểu khu 214 tôi là tổ trưởng tuần tra, tin báo của dân bản tối 20/8 tôi để đến sáng 23 mới đi, khuyết điểm này của tôi.",
    ),
    (
        2,
        "Đồng chí Khôi góp ý với đồng chí Bí thư: họp giao ban hay nói chung chung, giao việc qua điện thoại nên người nhớ người quên.",
    ),
    (0, "Kết luận của chủ trì"),
    (
        None,
        "Đồng chí Phùng Thế Mạnh kết luận: giao đồng chí Thức lập lại lịch tuần tra theo tuần, dán tại trạm trước ngày 10/9; đồng chí Nhung đem hai máy định vị đi sửa, xong trong tháng 9. Tôi tiếp thu góp ý của đồng chí Khôi, từ tháng này giao việc bằng phiếu.",
    ),
    (None, "Chi bộ biểu quyết: 10/10 đồng chí nhất trí."),
    (
        None,
        "Biên bản được đọc lại, các đồng chí dự họp thống nhất. Hội nghị kết thúc lúc 18 giờ 45 phút cùng ngày.",
    ),
]
RESULTS = [
    ("Việc giao tháng 8", "Người làm", "Kết quả"),
    ("Tuần tra 12 lượt", "Tổ tuần tra", "Đạt 11/12 lượt"),
    ("Ký cam kết không đốt nương với 46 hộ", "Đồng chí Việt", "Xong 46/46 hộ"),
    ("Phát dọn 3 km đường băng cản lửa", "Đồng chí Toản", "Xong 2,2 km"),
]


def build(target: Path) -> None:
    """Write the sample."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    _define_numbering(document)
    _two_columns(
        document, "ĐẢNG BỘ XÃ KHE VẰN\nCHI BỘ TRẠM BẢO VỆ RỪNG\n*", "ĐẢNG CỘNG SẢN VIỆT NAM"
    )
    _centred(document, "BIÊN BẢN")
    _centred(document, "Sinh hoạt chi bộ thường kỳ tháng 9 năm 2026")
    for level, text in BODY:
        if text == "TABLE":
            _table(document)
        else:
            paragraph = document.add_paragraph(text)
            if level is not None:
                _number(paragraph, level)
    _track_changes(document.add_paragraph("Biên bản gồm "))
    _two_columns(
        document,
        "NGƯỜI GHI BIÊN BẢN\n\nĐinh Thị Ngân",
        "CHỦ TRÌ HỘI NGHỊ\n\nPhùng Thế Mạnh",
    )
    target.parent.mkdir(exist_ok=True)
    document.save(str(target))


def _define_numbering(document: WordDocument) -> None:
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )


def _number(paragraph: Paragraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        )
    )
    if level == 0:
        paragraph.runs[0].bold = True


def _centred(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = True


def _two_columns(document: WordDocument, left: str, right: str) -> None:
    table = document.add_table(rows=1, cols=2)
    for cell, text in zip(table.rows[0].cells, (left, right), strict=True):
        lines = text.split("\n")
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
        for paragraph in cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _table(document: WordDocument) -> None:
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for row in RESULTS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _track_changes(paragraph: Paragraph) -> None:
    for tag, text, word in (("del", "delText", "một"), ("ins", "t", "hai")):
        change = OxmlElement(f"w:{tag}")
        change.set(qn("w:author"), "Ngân")
        change.set(qn("w:id"), str(len(paragraph._p)))
        run = OxmlElement("w:r")
        content = OxmlElement(f"w:{text}")
        content.text = word
        run.append(content)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" trang, lập thành hai bản.")


if __name__ == "__main__":
    build(TARGET)
