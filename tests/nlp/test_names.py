"""How persons and posts are named."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.posts import PostKind, find_posts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đ/c Nguyễn Văn A: đề nghị sửa đường", ["Nguyễn Văn A"]),
        ("đồng chí Lan nói thêm", ["Lan"]),
        ("anh Tư Phước, chị Hai và bác Soạn", ["Tư Phước", "Hai", "Soạn"]),
        ("bs. Tùng nhận lỗi", ["Tùng"]),
        ("PGS. Châu lo về đầu ra", ["Châu"]),
        ("Đồng chí PGS. TS. Hoàng Thu Hà phát biểu", ["Hoàng Thu Hà"]),
        ("Giàng A Páo không đồng ý", ["Giàng A Páo"]),
        ("K'Brèo Đức Thịnh kết luận", ["K'Brèo Đức Thịnh"]),
        ("đ/c H'Len Ksor, đ/c Y Bhăm Niê", ["H'Len Ksor", "Y Bhăm Niê"]),
        ("ông Điểu Brang xin nói", ["Điểu Brang"]),
        ("Các đ/c Lan, Hoa và Minh nhất trí", ["Lan", "Hoa", "Minh"]),
        ("Vắng 02 đồng chí: Lê An (ốm), Phùng Thị Ánh (đi học)", ["Lê An", "Phùng Thị Ánh"]),
        ("Trưởng thôn Đạt, bà Mận phụ nữ cùng nhất trí", ["Đạt", "Mận"]),
        ("GĐ Khoát nói lại", ["Khoát"]),
        ("Bí thư Đoàn Khánh Vy chủ trì", ["Đoàn Khánh Vy"]),
        ("thiếu tá Phạm Văn Tuyến, đồn biên phòng", ["Phạm Văn Tuyến"]),
    ],
)
def test_finds_every_way_of_naming(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_persons(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Bí thư kết luận",
        "Bí thư Đoàn Thanh niên",
        "Giám đốc Trung tâm kết luận",
        "Xã Tân Phú Bình, ngày 05 tháng 3",
        "học tập và làm theo tấm gương Hồ Chí Minh",
        "Trường Tiểu học Nguyễn Du",
        "THÔNG TIN CHUNG",
        "anh em đề nghị sửa cầu",
        "Trưởng Bộ môn Hóa hữu cơ",
    ],
)
def test_posts_places_and_leaders_are_no_persons(text: str) -> None:
    assert find_persons(text) == ()


def test_offsets_cut_the_naming_words() -> None:
    text = "+ Đ/c Thiêm (PBT, QĐ xưởng 1) không đồng ý"
    (mention,) = find_persons(text)
    assert text[mention.start : mention.end] == "Đ/c Thiêm"
    assert text[mention.name_start : mention.name_end] == "Thiêm"
    assert [post.kind for post in mention.posts] == [PostKind.DEPUTY, PostKind.HEAD]


def test_a_joint_list_is_one_group() -> None:
    groups = {mention.group for mention in find_persons("Các ông Lực, Tài, Vịnh cũng đồng ý")}
    assert len(groups) == 1


def test_a_post_before_the_address_belongs_to_the_person() -> None:
    (mention,) = find_persons("Bí thư chi đoàn đ/c Vừ A Khua nhận việc")
    assert [post.text for post in mention.posts] == ["bí thư chi đoàn"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Trả lời đồng chí Nhài, Bí thư cho lập ngay lịch trực lụt chín người.", 0),
        ("Theo đồng chí Châu, Trưởng Bộ môn Hóa hữu cơ, nên tách hai loại.", 1),
        ("Đ/c Lan, trưởng thôn Đạt nói thêm.", 0),
    ],
)
def test_a_post_behind_a_comma_may_open_the_next_clause(text: str, posts: int) -> None:
    assert len(find_persons(text)[0].posts) == posts


def test_a_post_with_its_unit_belongs_to_the_full_name_behind() -> None:
    (mention,) = find_persons("Tổ trưởng tổ vận hành Lữ Quốc Thịnh báo cáo")
    assert mention.posts[0].kind is PostKind.HEAD


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("phó bí thư chi bộ", PostKind.DEPUTY),
        ("Bí thư Chi bộ", PostKind.SECRETARY),
        ("chi uỷ viên", PostKind.COMMITTEE),
        ("Phó Chủ tịch Công đoàn", PostKind.HEAD),
        ("hiệu phó", PostKind.HEAD),
        ("Ủy viên Ban Thường vụ Đảng ủy", PostKind.SUPERIOR),
        ("đảng viên dự bị", PostKind.PLAIN),
    ],
)
def test_posts_have_their_kind(text: str, kind: PostKind) -> None:
    assert [post.kind for post in find_posts(text)] == [kind]


def test_who_is_officer_follows_the_guide() -> None:
    officers = {kind for kind in PostKind if kind.is_officer}
    assert officers == {
        PostKind.SECRETARY, PostKind.DEPUTY, PostKind.COMMITTEE, PostKind.HEAD,
    }  # fmt: skip


PIECES = st.sampled_from(
    ["Đ/c Lan", "đồng chí", "Nguyễn Văn A", "các đ/c", ",", "và", "(PBT)", "bs.", ":", "Bí thư",
     "trưởng thôn", ".", "Hoa", "A", "nói", "GĐ"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_names_are_cut_from_the_text_and_do_not_overlap(text: str) -> None:
    mentions = find_persons(text)
    for mention in mentions:
        assert text[mention.name_start : mention.name_end] == mention.name
        assert mention.start <= mention.name_start < mention.name_end == mention.end
    spans = [(mention.name_start, mention.name_end) for mention in mentions]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
