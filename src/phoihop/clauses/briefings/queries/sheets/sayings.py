"""The sentences of setting a file beside what is there."""

from phoihop.base.sheets import Saying, SheetRefused

NO_VERSION = Saying(
    "Biểu này chưa có phiên bản nào được áp dụng. Hãy chờ Sở ban hành biểu.",
    "No version of this form is published yet. Wait for the department to publish it.",
)
NOT_IN_VERSION = Saying(
    "Phiên bản {number} của biểu, dùng cho {period}, không có chỉ tiêu “{cell}”. Hãy bỏ dòng này.",
    "Version {number} of the form, which {period} uses, has no indicator “{cell}”. Remove this line.",
)
OTHER_VERSION = Saying(
    "Số liệu của {period} ghi phiên bản {found}, còn kỳ đó dùng phiên bản {wanted} của biểu.",
    "The figures of {period} name version {found}, but that period uses version {wanted} of the form.",
)
NO_ROUND = Saying(
    "Sở chưa mở đợt báo cáo cho {period}. Hãy đề nghị Sở mở đợt, hoặc bỏ kỳ này khỏi tệp.",
    "The department has not opened {period}. Ask for it, or leave this period out of the file.",
)
NO_REPORT = Saying(
    "{party} không phải báo cáo trong đợt {period}. Hãy bỏ phần này khỏi tệp.",
    "{party} does not report for {period}. Leave this part out of the file.",
)
NO_PARTY = Saying(
    "Tệp không ghi số liệu của đơn vị nào. Hãy chọn đơn vị khi gửi tệp, hoặc thêm cột “Mã đơn vị”.",
    "The file does not say whose figures they are. Choose the party, or add a column “Mã đơn vị”.",
)
CLOSED = Saying(
    "Báo cáo {period} hiện không nhận số liệu: đã nộp, chưa mở hoặc đã khóa. Hãy liên hệ Sở nếu cần.",
    "The report for {period} takes no figures now: handed in, not begun or locked. Ask the department.",
)
BEGUN = Saying(
    "{party} đã tự nhập báo cáo {period} nên Sở không nhập thay. Hãy bỏ phần này khỏi tệp.",
    "{party} has begun the report for {period} itself, so the department does not fill it in. Leave it out.",
)
NOT_OVER = Saying(
    "{period} chưa kết thúc. Hãy bỏ kỳ này khỏi tệp.", "{period} is not over yet. Leave it out of the file."
)
NO_FORM_THEN = Saying(
    "Không có phiên bản nào của biểu áp dụng cho {period}. Hãy bỏ kỳ này khỏi tệp.",
    "No version of the form was in force for {period}. Leave this period out of the file.",
)


def refused(saying: Saying) -> SheetRefused:
    """A refusal of the whole file."""
    return SheetRefused(saying)
