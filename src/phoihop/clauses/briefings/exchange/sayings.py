"""The sentences of reading exchange files."""

from phoihop.base.sheets import Saying

NOT_XML = Saying(
    "Tệp XML sai cú pháp ở dòng {line}. Hãy xuất lại tệp từ hệ thống gửi.",
    "The XML is wrong at line {line}. Export the file again from the sending system.",
)
DOCTYPE = Saying(
    "Tệp XML có khai báo DTD hoặc thực thể nên không được đọc. Hãy xuất lại tệp không có khai báo đó.",
    "The XML declares a DTD or entities and was not read. Export it without them.",
)
DEEP = Saying("Tệp lồng nhau quá sâu nên không được đọc.", "The file is nested too deeply and was not read.")
TOO_MANY = Saying(
    "Tệp có nhiều hơn {most} số liệu. Hãy chia thành nhiều tệp.",
    "The file holds more than {most} figures. Split it into several files.",
)
NOT_ADX = Saying(
    "Tệp XML không phải là ADX (phần tử gốc phải là adx, không gian tên urn:ihe:qrph:adx:2015).",
    "The XML is no ADX (its root must be adx in the namespace urn:ihe:qrph:adx:2015).",
)
STRANGE_ELEMENT = Saying(
    "Phần tử “{found}” không được đứng ở đây; ADX chờ “{wanted}”.",
    "The element “{found}” may not stand here; ADX expects “{wanted}”.",
)
NO_ATTRIBUTE = Saying("Phần tử {element} thiếu thuộc tính “{name}”.", "The element {element} lacks “{name}”.")
BAD_ATTRIBUTE = Saying(
    "Thuộc tính “{name}” có giá trị “{value}”, không đúng kiểu {kind}.",
    "The attribute “{name}” is “{value}”, which is no {kind}.",
)
NO_GROUP = Saying("Tệp không có nhóm số liệu (group) nào.", "The file holds no group of figures.")
NO_VALUE = Saying("Nhóm số liệu không có dataValue nào.", "The group holds no dataValue.")
OTHER_DATA_SET = Saying(
    "Nhóm số liệu của bộ “{found}”, không phải của biểu “{wanted}”. Hãy chọn đúng biểu.",
    "The group is of the data set “{found}”, not of the form “{wanted}”. Choose the right form.",
)
UNKNOWN_DIMENSION = Saying(
    "Chỉ tiêu “{indicator}” không có phân tổ “{name}” = “{value}”.",
    "The indicator “{indicator}” has no breakdown “{name}” = “{value}”.",
)
TWO_DIMENSIONS = Saying(
    "Số liệu của “{indicator}” ghi hai phân tổ cùng lúc; biểu chỉ có từng phân tổ riêng.",
    "A figure of “{indicator}” names two breakdowns at once; the form has them side by side.",
)
NOT_JSON = Saying(
    "Tệp JSON sai cú pháp ở dòng {line}. Hãy xuất lại tệp.", "The JSON is wrong at line {line}. Export it again."
)
NOT_SET = Saying(
    "Tệp JSON không phải là dataValueSets (một đối tượng có danh sách dataValues).",
    "The JSON is no dataValueSets (an object with a list dataValues).",
)
JSON_FIELD = Saying("{path}: thiếu hoặc không đúng kiểu ({kind}).", "{path}: missing or of the wrong kind ({kind}).")
DELETED = Saying("Số đánh dấu xóa (deleted) được bỏ qua.", "A figure marked as deleted is left out.")
WRONG_ENCODING = Saying(
    "Tệp không phải là UTF-8. Hãy xuất lại tệp dưới dạng UTF-8.", "The file is no UTF-8. Export it as UTF-8."
)
BAD_CODE = Saying(
    "Mã “{code}” không dùng được trong ADX. Hãy sửa mã (chữ không dấu, số, gạch dưới; bắt đầu bằng chữ).",
    "The code “{code}” cannot be used in ADX. Change it (letters, digits, underscores; a letter first).",
)
