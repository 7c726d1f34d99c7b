"""A .docx with everything that stands between a character of the text and its run."""

from __future__ import annotations

from tests.readers.docx_builder import (
    cell,
    package_files,
    paragraph,
    row,
    run,
    table,
    zipped,
)

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_OLD = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_FOREIGN = (
    '<w:comment w:id="7" w:author="Lan" w:initials="L"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p>'
    "</w:comment>"
)

BODY = "".join(
    (
        table(row("ĐẢNG BỘ XÃ KHE", "ĐẢNG CỘNG SẢN"), row("A1", cell("B2 chữ", "<w:vMerge/>"))),
        paragraph("BIÊN BẢN"),
        paragraph(run("Họp chi ") + run("bộ tháng", "<w:b/>") + run(" chín"), _NUMBERED),
        paragraph(
            '<w:commentRangeStart w:id="7"/>'
            + run("Có ")
            + '<w:ins w:id="1" w:author="X">'
            + run("mười hai ")
            + "</w:ins>"
            + '<w:del w:id="2" w:author="X"><w:r><w:delText>mười ba</w:delText></w:r></w:del>'
            + run("đảng viên.")
            + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
            _NUMBERED,
        ),
        paragraph(
            run("Chủ trì: ông Ba")
            + "<w:r><w:br/></w:r>"
            + run("Thư ký: bà Tư")
            + "<w:r><w:tab/><w:t>có mặt</w:t></w:r>"
        ),
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText>DATE</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("ngày năm")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + '<w:hyperlink w:anchor="x">'
            + run(" theo liên kết này")
            + '</w:hyperlink><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
            + run(" rồi")
            + '<w:r><w:footnoteReference w:id="3"/></w:r>'
            + run(" hết câu")
        ),
        paragraph(run("Chi bé häp", _OLD) + run(" à ", "") + run("®óng giê", _OLD)),
        paragraph(run("Neo hộp chữ ") + _BOX.format(paragraph("Chữ trong hộp")) + run("sau hộp")),
        paragraph(
            run("Nửa đầu "),
            '<w:rPr><w:del w:id="9" w:author="X"/></w:rPr>',
        ),
        paragraph("nửa sau câu"),
        paragraph("Tha\u0302\u0301y dấu rời và d\xadấu ẩn"),
        "<w:sdt><w:sdtContent>"
        + paragraph("<w:sdt><w:sdtContent>" + run("Ô điền chữ") + "</w:sdtContent></w:sdt>")
        + "</w:sdtContent></w:sdt>",
    )
)


def hard_files(*, strict: bool = False, comments: str = _FOREIGN) -> dict[str, str | bytes]:
    files = package_files(
        BODY,
        strict=strict,
        numbering=_NUMBERING,
        footnotes=f'<w:footnote w:id="3">{paragraph("chú thích")}</w:footnote>',
        header=paragraph("Đầu trang"),
        comments=comments,
    )
    files["word/media/anh.png"] = b"\x89PNG\r\n\x1a\n"
    return files


def hard_docx(*, strict: bool = False) -> bytes:
    return zipped(hard_files(strict=strict))
