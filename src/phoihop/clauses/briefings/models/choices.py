"""The words that the rows of briefings choose from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FormStatus(models.TextChoices):
    """draft → published → withdrawn."""

    DRAFT = "draft", _("Dự thảo")
    PUBLISHED = "published", _("Đang áp dụng")
    WITHDRAWN = "withdrawn", _("Thôi áp dụng")


class PeriodType(models.TextChoices):
    """How long one report covers."""

    MONTH = "month", _("Tháng")
    QUARTER = "quarter", _("Quý")
    HALF = "half", _("6 tháng")
    YEAR = "year", _("Năm")


class Nature(models.TextChoices):
    """A flow adds up over time, a stock is a state at the end of the period."""

    FLOW = "flow", _("Thời kỳ")
    STOCK = "stock", _("Thời điểm")


class RuleKind(models.TextChoices):
    """What a rule compares."""

    COMPARE = "compare", _("So sánh hai vế")
    TOGETHER = "together", _("Phải có cả hai")
    EXCLUSIVE = "exclusive", _("Chỉ được có một")
    PREVIOUS = "previous", _("So với kỳ trước")
    LAST_YEAR = "last_year", _("So với cùng kỳ năm trước")


class Operator(models.TextChoices):
    """Comparison of two sides."""

    EQUAL = "==", "="
    NOT_EQUAL = "!=", "≠"
    LESS = "<", "<"
    AT_MOST = "<=", "≤"
    MORE = ">", ">"
    AT_LEAST = ">=", "≥"


class Missing(models.TextChoices):
    """What a rule does with blanks; a blank is not zero unless the rule says so."""

    SKIP_ANY = "skip_any", _("Bỏ qua nếu thiếu bất kỳ số nào")
    SKIP_ALL = "skip_all", _("Bỏ qua nếu thiếu tất cả")
    NEVER = "never", _("Luôn kiểm tra, ô trống tính là 0")


class Severity(models.TextChoices):
    """An error stops the submission; a warning asks for an explanation."""

    ERROR = "error", _("Lỗi")
    WARNING = "warning", _("Cảnh báo")


class RoundStatus(models.TextChoices):
    """draft → open → closed; or cancelled."""

    DRAFT = "draft", _("Dự thảo")
    OPEN = "open", _("Đang thu báo cáo")
    CLOSED = "closed", _("Đã chốt")
    CANCELLED = "cancelled", _("Hủy")


class ReportStatus(models.TextChoices):
    """draft → submitted → accepted, or sent back; what is due follows from the dates."""

    DRAFT = "draft", _("Chưa nộp")
    SUBMITTED = "submitted", _("Đã nộp")
    RETURNED = "returned", _("Trả lại")
    ACCEPTED = "accepted", _("Đã tiếp nhận")


class ValueSource(models.TextChoices):
    """Where a figure came from."""

    TYPED = "typed", _("Nhập tay")
    PREVIOUS = "previous", _("Kỳ trước")
    FACT = "fact", _("Hệ thống")
    SHEET = "sheet", _("Bảng tính")
    EXCHANGE = "exchange", _("Tệp trao đổi")


class PublicationStatus(models.TextChoices):
    """drawn (not safe to show) → passed → published → withdrawn."""

    FAILED = "failed", _("Chưa đạt kiểm tra")
    PASSED = "passed", _("Đạt kiểm tra")
    PUBLISHED = "published", _("Đã công bố")
    WITHDRAWN = "withdrawn", _("Đã thu hồi")


class Topic(models.TextChoices):
    """From where a topic of the agenda comes."""

    CARRIED = "carried", _("Chuyển từ kỳ trước")
    OBSTACLES = "obstacles", _("Vướng mắc")
    LATE = "late", _("Kết luận quá hạn")
    FIGURES = "figures", _("Số liệu tổng hợp")
    PROPOSAL = "proposal", _("Đề xuất của các bên")
    OTHER = "other", pgettext_lazy("nội dung họp", "Khác")


class TopicStatus(models.TextChoices):
    """proposed → accepted or declined; on the day running → done, or carried over."""

    PROPOSED = "proposed", _("Đề xuất")
    ACCEPTED = "accepted", _("Đưa vào chương trình")
    DECLINED = "declined", _("Không đưa vào")
    DONE = "done", _("Đã bàn")
    CARRIED = "carried", _("Chuyển kỳ sau")


class BriefingStatus(models.TextChoices):
    """preparing → invited → running → ended → concluded."""

    PREPARING = "preparing", _("Đang chuẩn bị")
    INVITED = "invited", _("Đã mời")
    RUNNING = "running", _("Đang họp")
    ENDED = "ended", _("Đã họp")
    CONCLUDED = "concluded", _("Đã có kết luận")


class SpeakerState(models.TextChoices):
    """A turn to speak."""

    WAITING = "waiting", _("Chờ phát biểu")
    SPEAKING = "speaking", _("Đang phát biểu")
    DONE = "done", _("Đã phát biểu")
    WITHDRAWN = "withdrawn", _("Thôi phát biểu")


class MinutesStatus(models.TextChoices):
    """draft → amending → final → signed."""

    DRAFT = "draft", _("Dự thảo")
    AMENDING = "amending", _("Lấy ý kiến")
    FINAL = "final", _("Hoàn chỉnh")
    SIGNED = "signed", _("Đã ký")


class EntryKind(models.TextChoices):
    """What a paragraph of the minutes is."""

    INFORMATION = "information", _("Thông tin")
    DECISION = "decision", _("Kết luận")
    TASK = "task", _("Nhiệm vụ")


class AmendmentState(models.TextChoices):
    """A wish of an attendee about the minutes."""

    PROPOSED = "proposed", _("Chờ xử lý")
    TAKEN = "taken", _("Tiếp thu")
    DECLINED = "declined", _("Không tiếp thu")


class DecisionState(models.TextChoices):
    """open → reported → done; or dropped, with a reason."""

    OPEN = "open", _("Đang thực hiện")
    REPORTED = "reported", _("Đã báo cáo xong")
    DONE = "done", _("Hoàn thành")
    DROPPED = "dropped", _("Thôi thực hiện")


class ObstacleState(models.TextChoices):
    """raised → triaged → working ⇄ forwarded → answered → solved, or reopened; merged and withdrawn end it."""

    RAISED = "raised", _("Mới nêu")
    WORKING = "working", _("Đang xử lý")
    FORWARDED = "forwarded", _("Đã chuyển cơ quan khác")
    ANSWERED = "answered", _("Đã trả lời")
    SOLVED = "solved", _("Đã tháo gỡ")
    MERGED = "merged", _("Đã gộp")
    WITHDRAWN = "withdrawn", _("Đã rút")


class Urgency(models.TextChoices):
    """How soon an answer is needed."""

    LOW = "low", _("Thấp")
    NORMAL = "normal", _("Bình thường")
    HIGH = "high", _("Khẩn")


class Audience(models.TextChoices):
    """Who may read an obstacle; chosen when it is raised."""

    DEPARTMENT = "department", _("Chỉ Sở")
    ALL = "all", _("Mọi bên trong chương trình")
