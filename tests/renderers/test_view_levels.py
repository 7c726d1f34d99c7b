"""Levels of the characteristics as they are shown."""

from __future__ import annotations

from minutes_nlp import analyze_text
from minutes_nlp.model.labels import Characteristic
from minutes_nlp.renderers.view import build_view

MIXED = """CHI BỘ TỔ 7
BIÊN BẢN HỌP CHI BỘ
Tối 08/5/2026, 19 giờ 45, chi bộ tổ 7 họp. Bà Quế bí thư chủ trì, ông Vọng ghi. Có mặt 13/15.
1. Việc tháng 4
Tổ vét xong 320 mét rãnh, còn ngõ 12 chưa vét vì xe rác đậu chắn. Vận động 41/46 hộ phân loại \
rác, 5 hộ ngõ 9 chưa làm. Ông Vọng: ngõ 12 vướng xe là do tôi không báo đội xe trước, tôi nhận. \
Bà Huệ nói nếu đợi xe đi thì tháng nào cũng thế, phải báo trước hai ngày và dán giấy. \
Ông Khương: đồng ý bà Huệ, tôi xin dán giấy.
Bà Quế chốt: ông Vọng báo đội xe trước 12/5, ông Khương dán giấy ngõ 12.
"""


def test_a_level_is_open_where_its_check_is_undecided() -> None:
    report = analyze_text(MIXED)
    assert "TC003" in {one.code for one in report.undecided}
    assert report.characteristics[Characteristic.COMBATIVE].confidence <= 0.5
    views = {view.name: view for view in build_view(report, "vi").characteristics}
    assert views["Tính chiến đấu"].level is None
    assert "chưa kết luận được" in views["Tính chiến đấu"].level_name
    assert views["Tính giáo dục"].level is not None
