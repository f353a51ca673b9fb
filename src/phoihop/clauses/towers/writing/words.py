"""Words of the documents that a plan is written to, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

from phoihop.base.sheets import Saying
from phoihop.base.sheets.problems import Language
from phoihop.cores.viet import format_number

HEADS: Mapping[str, Saying] = {
    "need": Saying("Mã nhu cầu", "Need"),
    "operator": Saying("Nhà mạng", "Operator"),
    "longitude": Saying("Kinh độ", "Longitude"),
    "latitude": Saying("Vĩ độ", "Latitude"),
    "x": Saying("Tọa độ Đông (m)", "East (m)"),
    "y": Saying("Tọa độ Bắc (m)", "North (m)"),
    "choice": Saying("Phương án", "What to do"),
    "mast": Saying("Cột", "Mast"),
    "mast_longitude": Saying("Kinh độ cột", "Longitude of the mast"),
    "mast_latitude": Saying("Vĩ độ cột", "Latitude of the mast"),
    "class": Saying("Loại cột", "Class"),
    "mast_height_m": Saying("Chiều cao cột (m)", "Height of the mast (m)"),
    "height_m": Saying("Chiều cao (m)", "Height (m)"),
    "distance_m": Saying("Khoảng cách (m)", "Distance (m)"),
    "rent_units": Saying("Tiền thuê (đơn vị tính)", "Rent (units)"),
    "rent_vnd": Saying("Tiền thuê quy về hiện tại (đồng)", "Rents, discounted (đồng)"),
    "reason": Saying("Lý do chưa đáp ứng", "Why not served"),
    "operators": Saying("Các nhà mạng", "Operators"),
    "needs": Saying("Các nhu cầu", "Needs"),
    "cost_units": Saying("Chi phí (đơn vị tính)", "Cost (units)"),
    "cost_vnd": Saying("Chi phí xây dựng (đồng)", "Building cost (đồng)"),
}
CHOICE_WORDS: Mapping[str, Saying] = {
    "rent": Saying("Thuê chỗ trên cột hiện có", "Rent a place on an existing mast"),
    "join": Saying("Xây cột chung", "Build a mast together"),
    "alone": Saying("Xây cột riêng", "Build alone"),
    "none": Saying("Chưa đáp ứng được", "Not served"),
}
REASON_WORDS: Mapping[str, Saying] = {
    "": Saying("", ""),
    "zone": Saying(
        "Cả vòng tìm kiếm nằm trong vùng không được xây, và không có cột nào thuê được",
        "Its whole ring lies where no mast may be built, and no mast in it can be rented",
    ),
    "spacing": Saying(
        "Mọi điểm được xây đều quá gần cột hiện có mà không thuê được",
        "Every place that could be built on is too near an existing mast that cannot be rented",
    ),
    "height": Saying("Không loại cột nào đủ cao hoặc đủ chắc", "No class of mast is tall or strong enough"),
    "crowded": Saying(
        "Không thể đáp ứng cùng lúc với các nhu cầu khác", "It cannot be served together with the others"
    ),
}
TITLE = Saying("Phương án dùng chung cột ăng ten", "Plan of shared masts")
SHEETS = {
    "summary": Saying("Tóm tắt", "Summary"),
    "needs": Saying("Từng nhu cầu", "Needs"),
    "new": Saying("Cột xây mới", "Masts to build"),
}
FACTS: Mapping[str, Saying] = {
    "needs": Saying("Nhu cầu", "Needs"),
    "masts": Saying("Cột hiện có", "Existing masts"),
    "operators": Saying("Nhà mạng", "Operators"),
    "rent": Saying("Thuê chỗ trên cột hiện có", "Rent a place on an existing mast"),
    "join": Saying("Xây cột chung", "Build a mast together"),
    "alone": Saying("Xây cột riêng", "Build alone"),
    "none": Saying("Chưa đáp ứng được", "Not served"),
    "new_masts": Saying("Số cột xây mới", "Masts to build"),
    "built_together": Saying("trong đó xây chung", "of them built together"),
    "cost_vnd": Saying("Tổng chi phí (đồng)", "Cost in all (đồng)"),
    "building_vnd": Saying("– xây dựng", "– building"),
    "rents_vnd": Saying("– tiền thuê quy về hiện tại", "– rents, discounted"),
    "bound_vnd": Saying("Cận dưới đã chứng minh (đồng)", "Proven lower bound (đồng)"),
    "gap_percent": Saying("Khoảng cách tới tối ưu (%)", "Gap (%)"),
    "greedy_vnd": Saying("Cách làm quen thuộc: cột gần nhất trước (đồng)", "Nearest mast first (đồng)"),
    "greedy_none": Saying("– chưa đáp ứng được", "– not served"),
    "seconds": Saying("Thời gian tính (giây)", "Seconds"),
    "peak_mib": Saying("Bộ nhớ cao nhất (MiB)", "Peak memory (MiB)"),
    "seed": Saying("Số khởi tạo", "Seed"),
}
PROVEN = Saying("Phương án tối ưu, đã chứng minh.", "The plan is proven to be the best.")
OPEN = Saying(
    "Phương án chưa chứng minh là tối ưu: có thể rẻ hơn nhiều nhất {gap} %.",
    "The plan is not proven to be the best: another could be at most {gap} % cheaper.",
)
OPEN_UNSERVED = Saying(
    "Phương án chưa chứng minh là tối ưu: có thể đáp ứng thêm nhiều nhất {more} nhu cầu.",
    "The plan is not proven to be the best: at most {more} more needs could be served.",
)
LEGEND = {
    "mast": Saying("Cột hiện có", "Existing mast"),
    "rent": Saying("Thuê chỗ", "Rented place"),
    "join": Saying("Cột xây chung", "Mast built together"),
    "alone": Saying("Cột xây riêng", "Mast built alone"),
    "none": Saying("Chưa đáp ứng được", "Not served"),
}
CHECK_LINE = Saying(
    "Kiểm tra lại bằng lệnh phoihop check-plan. Chi phí và khoảng cách theo quy định trong thư mục input.",
    "Check with phoihop check-plan. Costs and spacing follow the rules in the folder input.",
)


def number(value: float, language: Language, places: int | None = None) -> str:
    """A figure as the language writes it."""
    text = format_number(value, places)
    return text if language == "vi" else text.translate(str.maketrans(",.", ".,"))
