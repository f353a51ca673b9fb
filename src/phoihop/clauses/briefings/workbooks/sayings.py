"""The sentences of reading workbooks of reports; those of any table stand in ``base.sheets.sayings``."""

from phoihop.base.sheets import Saying

MACROS = Saying(
    "Tệp có chứa macro nên không được mở. Hãy lưu lại thành “Excel Workbook (*.xlsx)” rồi gửi.",
    "The file contains macros and was not opened. Save it as “Excel Workbook (*.xlsx)” and send that.",
)
BINARY = Saying(
    "Tệp .xlsb không đọc được. Hãy lưu lại thành “Excel Workbook (*.xlsx)” rồi gửi.",
    "A .xlsb file cannot be read. Save it as “Excel Workbook (*.xlsx)” and send that.",
)
VNI = Saying(
    "Tệp dùng bảng mã VNI cũ. Hãy chuyển sang Unicode (UTF-8) rồi gửi lại.",
    "The file is written in the old VNI encoding. Convert it to Unicode (UTF-8) and send it again.",
)
TCVN3 = Saying(
    "Tệp dùng bảng mã TCVN3 (ABC) cũ; đã tự chuyển sang Unicode.",
    "The file is written in the old TCVN3 (ABC) encoding; it was converted to Unicode.",
)
NO_TABLE = Saying(
    "Không tìm thấy bảng số liệu. Bảng cần một dòng tiêu đề có cột “Chỉ tiêu” (hoặc “Mã”) và cột số liệu. "
    "Hãy dùng tệp mẫu tải từ trang báo cáo.",
    "No table of figures was found. It needs a heading with a column “Chỉ tiêu” (or “Mã”) and one of figures. "
    "Use the template from the page of the report.",
)
OTHER_FORM = Saying(
    "Tệp mẫu này của biểu “{found}”, còn báo cáo dùng biểu “{wanted}”. Hãy tải đúng tệp mẫu.",
    "This template is of the form “{found}”, but the report uses “{wanted}”. Take the right template.",
)
OTHER_VERSION = Saying(
    "Tệp mẫu làm theo phiên bản {found} của biểu, còn kỳ này dùng phiên bản {wanted}. "
    "Hãy tải tệp mẫu mới và chép số liệu sang.",
    "The template follows version {found} of the form, but this period uses version {wanted}. "
    "Take a new template and copy the figures into it.",
)
OTHER_PARTY = Saying(
    "Tệp mẫu này của đơn vị khác. Hãy dùng tệp mẫu tải từ trang báo cáo của đơn vị mình.",
    "This template is of another party. Use the template from the page of your own report.",
)
OTHER_PERIOD = Saying(
    "Số liệu trong tệp là của kỳ {found}, còn đang nhập cho kỳ {wanted}. Hãy chọn đúng tệp hoặc đúng kỳ.",
    "The figures of the file are of {found}, but {wanted} is being filled in. Choose the right file or period.",
)
PERIOD_KIND = Saying(
    "“{found}” không phải là kỳ của biểu này. Hãy ghi kỳ như {example}.",
    "“{found}” is no period of this form. Write it like {example}.",
)
NO_PERIOD = Saying("Chưa ghi kỳ báo cáo. Hãy ghi kỳ như {example}.", "No period is given. Write it like {example}.")
UNKNOWN_PARTY = Saying(
    "Không có đơn vị mang mã “{found}” trong chương trình. Hãy kiểm tra lại mã đơn vị.",
    "The programme has no party with the code “{found}”. Check the code.",
)
UNKNOWN_INDICATOR = Saying(
    "Biểu không có chỉ tiêu “{found}”. Hãy xem lại mã chỉ tiêu.",
    "The form has no indicator “{found}”. Check its code.",
)
UNKNOWN_CODE = Saying(
    "Chỉ tiêu “{indicator}” không có phân tổ “{found}”. Hãy xem lại mã phân tổ.",
    "The indicator “{indicator}” has no breakdown “{found}”. Check its code.",
)
ASK_ROW = Saying(
    "Chưa rõ dòng “{heard}” là chỉ tiêu nào. Hãy chọn ở phần “Cần bạn trả lời”.",
    "It is not clear which indicator the row “{heard}” is. Choose it under “Cần bạn trả lời”.",
)
GUESSED = Saying("Hiểu “{heard}” là “{label}”.", "“{heard}” is taken as “{label}”.")
TWICE = Saying(
    "“{label}” đã có số ở {other}. Hãy để lại một chỗ.", "“{label}” has a figure at {other} already. Keep one of them."
)
MERGED = Saying(
    "Một số nằm trong ô gộp nhiều dòng. Hãy tách ô và ghi số cho từng dòng.",
    "One figure stands in a cell merged over several rows. Split it and write a figure in each.",
)
FORMULA = Saying(
    "Ô công thức chưa có giá trị được lưu. Hãy mở tệp bằng Excel, bấm Lưu rồi gửi lại, hoặc dán giá trị.",
    "The formula has no saved value. Open the file in Excel, save and send it again, or paste the value.",
)
CELL_ERROR = Saying(
    "Ô báo lỗi của bảng tính (như #REF!, #DIV/0!). Hãy sửa công thức hoặc ghi số.",
    "The cell shows a spreadsheet error (like #REF!, #DIV/0!). Correct the formula or write the figure.",
)
IS_DATE = Saying(
    "Ô đang là ngày tháng ({value}), không phải số. Hãy định dạng lại ô thành số.",
    "The cell is a date ({value}), no number. Format it as a number.",
)
WHOLE = Saying(
    "“{label}” phải là số nguyên, còn ô ghi {value}. Hãy xem lại số và đơn vị tính.",
    "“{label}” must be a whole number but the cell says {value}. Check the number and its unit.",
)
DECIMALS = Saying(
    "“{label}” chỉ ghi đến {most} chữ số thập phân, còn ô ghi {value}. Hãy làm tròn.",
    "“{label}” takes {most} decimals at most but the cell says {value}. Round it.",
)
NEGATIVE = Saying("“{label}” không thể âm.", "“{label}” cannot be negative.")
TOO_LARGE = Saying(
    "{value} quá lớn để ghi. Hãy xem lại số và đơn vị tính.", "{value} is too large. Check the number and its unit."
)
PERCENT = Saying(
    "Ô ghi theo phần trăm ({value}), còn “{label}” tính bằng {unit}. Hãy ghi số theo đơn vị của biểu.",
    "The cell gives percent ({value}) but “{label}” is counted in {unit}. Write it in the unit of the form.",
)
NO_ESTIMATE = Saying("“{label}” phải báo số chính thức. Hãy chọn “Chính thức”.", "“{label}” takes final figures only.")
ESTIMATE_WORD = Saying(
    "“{value}” không rõ là số ước hay chính thức. Hãy chọn “Ước” hoặc “Chính thức”.",
    "“{value}” is neither an estimate nor final. Choose “Ước” or “Chính thức”.",
)
HIDDEN_ROW = Saying("Dòng đang ẩn vẫn được đọc.", "A hidden row was read all the same.")
SHEET_LEFT = Saying("Bỏ qua trang tính này vì không có bảng số liệu.", "This sheet is left out: it has no figures.")
SHEET_SECOND = Saying(
    "Bỏ qua trang tính này vì đã đọc số liệu ở trang “{other}”.",
    "This sheet is left out: the figures were read from “{other}”.",
)
COLUMN_LEFT = Saying("Không đọc cột này.", "This column is not read.")
BLANKS = Saying(
    "{n} ô của biểu để trống trong tệp: số đã có trên hệ thống được giữ nguyên.",
    "{n} places of the form are empty in the file: what the system holds there stays.",
)
NOTHING = Saying(
    "Không có số liệu nào trong bảng. Hãy điền số rồi gửi lại.", "The table holds no figures. Fill it in and try again."
)
AS_IS = Saying("Số đã đúng đơn vị của biểu, giữ nguyên", "The figures are in the unit of the form, keep them")
TIMES = Saying("Nhân với {factor} (tệp ghi {found}, biểu ghi {wanted})", "Multiply by {factor}")
TIMES_100 = Saying("Nhân với 100 (0,922 là 92,2 %)", "Multiply by 100 (0.922 is 92.2 %)")
