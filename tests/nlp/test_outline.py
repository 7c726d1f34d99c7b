import pytest

from minutes_nlp.nlp.outline import numbering_style


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("I. Thời sự", "roman"),
        ("1- Thủ tục", "number"),
        ("1.2 Công tác Đảng", "1.1"),
        ("a) Ưu điểm", "letter"),
        ("VIỆC THỨ HAI: làm lộ", "part"),
        ("ĐÁNH GIÁ", "upper"),
        ("Thảo luận:", "colon"),
        ("- Đ/c Lan", "dash"),
        ("Đ/c Lan đề nghị sửa mương", None),
    ],
)
def test_styles(text: str, style: str | None) -> None:
    assert numbering_style(text) == style
