"""The sentences of reading."""

from phoihop.base.sheets.problems import Saying

EMPTY = Saying(
    "Tệp không có dữ liệu. Hãy chọn đúng tệp rồi gửi lại.",
    "The file holds no data. Choose the right file and try again.",
)
TOO_BIG = Saying(
    "Tệp lớn hơn giới hạn {most} MB. Hãy chia thành nhiều tệp nhỏ hơn.",
    "The file is over the limit of {most} MB. Split it into smaller files.",
)
TOO_MANY_ROWS = Saying(
    "Bảng có nhiều hơn giới hạn {most} dòng. Hãy chia thành nhiều tệp nhỏ hơn.",
    "The table has more rows than the limit of {most}. Split it into smaller files.",
)
TOO_MANY_COLUMNS = Saying(
    "Bảng có nhiều hơn {most} cột. Hãy xóa các cột thừa ở bên phải rồi lưu lại.",
    "The table has more than {most} columns. Delete the needless columns on the right and save again.",
)
BOMB = Saying(
    "Tệp giải nén ra lớn hơn giới hạn {most} MB nên không được mở. Hãy lưu lại chỉ trang tính cần gửi.",
    "Unpacked, the file is over the limit of {most} MB and was not opened. Save only the sheet that is needed.",
)
UNKNOWN_FORMAT = Saying(
    "Không đọc được loại tệp này. Hãy lưu dưới dạng CSV, XLSX, XLS, ODS hoặc GeoJSON.",
    "This kind of file cannot be read. Save it as CSV, XLSX, XLS, ODS or GeoJSON.",
)
UNREADABLE = Saying(
    "Không mở được tệp: tệp bị hỏng hoặc bị cắt giữa chừng. Hãy lưu lại và gửi tệp đầy đủ.",
    "The file cannot be opened: it is damaged or ends in the middle. Save it again and send it whole.",
)
PASSWORD = Saying(
    "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
    "The file is protected by a password. Remove the password and try again.",
)
NO_SUCH_SHEET = Saying(
    "Không có trang tính “{sheet}”. Tệp có: {sheets}.", "There is no sheet “{sheet}”. The file has: {sheets}."
)
NOT_TEXT = Saying(
    "Không nhận ra bảng mã của tệp. Hãy lưu dưới dạng CSV UTF-8.",
    "The encoding of the file is not known. Save it as CSV UTF-8.",
)
CUT = Saying(
    "Tệp kết thúc giữa chừng ở dòng này. Hãy gửi lại tệp đầy đủ.",
    "The file ends in the middle of this line. Send the whole file again.",
)
NO_LINE_END = Saying(
    "Dòng cuối không có dấu xuống dòng. Hãy kiểm tra xem tệp có bị cắt giữa chừng không.",
    "The last line has no line end. Check that the file was not cut in the middle.",
)
ROW_LEFT_OUT = Saying(
    "Bỏ qua dòng này vì mọi cột bắt buộc đều trống.", "This line is left out: all required columns are empty."
)
BROKEN_LINE = Saying(
    "Không đọc được dòng này: thường do dấu ngoặc kép không khép. Hãy sửa dấu ngoặc kép.",
    "This line cannot be read, mostly because a quotation mark is not closed. Correct the quotation marks.",
)
SHORT_LINE = Saying(
    "Dòng có {found} ô, trong khi tiêu đề có {wanted} cột. Hãy bổ sung cho đủ ô.",
    "The line has {found} cells but the heading has {wanted} columns. Fill in the missing cells.",
)
LONG_LINE = Saying(
    "Dòng có {found} ô, nhiều hơn {wanted} cột của tiêu đề: thường do dấu phân cách trong ô. "
    "Hãy đặt ô đó trong ngoặc kép.",
    "The line has {found} cells, more than the {wanted} columns of the heading: mostly a separator within a cell. "
    "Put that cell in quotation marks.",
)
NO_HEADING = Saying(
    "Không tìm thấy dòng tiêu đề trong {lines} dòng đầu. Hãy thêm dòng tiêu đề có các cột: {columns}.",
    "No heading was found in the first {lines} lines. Add a heading with the columns {columns}.",
)
COLUMNS_MISSING = Saying(
    "Thiếu cột: {columns}. Các cột đã thấy: {found}. Hãy thêm cột hoặc chỉ ra cột tương ứng.",
    "Missing columns: {columns}. Found: {found}. Add them, or say which column is meant.",
)
COLUMN_TWICE = Saying(
    "Hai cột cùng mang nghĩa “{label}”; chỉ đọc cột “{used}”. Hãy đổi tên hoặc xóa một cột.",
    "Two columns mean “{label}”; only “{used}” is read. Rename or delete one.",
)
COLUMN_GUESSED = Saying("Hiểu cột này là “{label}”.", "This column is taken as “{label}”.")
CELL_EMPTY = Saying("Ô bị bỏ trống. Hãy điền giá trị.", "The cell is empty. Fill it in.")
NOT_NUMBER = Saying(
    "“{value}” không phải là số. Hãy viết như 1923,5 hoặc 1923.5.",
    "“{value}” is no number. Write it like 1923.5 or 1923,5.",
)
UNCLEAR_NUMBER = Saying(
    "“{value}” có thể là {one} hoặc {other}. Hãy viết không có dấu phân cách hàng nghìn.",
    "“{value}” could mean {one} or {other}. Write it without separators of thousands.",
)
NOT_WHOLE = Saying(
    "“{value}” không phải là số nguyên. Hãy bỏ phần lẻ.", "“{value}” is no whole number. Drop the fraction."
)
TOO_LOW = Saying(
    "{value} nhỏ hơn mức thấp nhất {low}. Hãy kiểm tra lại số và đơn vị.",
    "{value} is under the least possible {low}. Check the number and its unit.",
)
TOO_HIGH = Saying(
    "{value} lớn hơn mức cao nhất {high}. Hãy kiểm tra lại số và đơn vị.",
    "{value} is over the most possible {high}. Check the number and its unit.",
)
NOT_DATE = Saying(
    "“{value}” không phải là ngày. Hãy viết ngày/tháng/năm, như 08/04/2026.",
    "“{value}” is no date. Write day/month/year, like 08/04/2026.",
)
NOT_FLAG = Saying("“{value}” không rõ là có hay không. Hãy viết “có” hoặc “không”.", "“{value}” is neither yes nor no.")
NOT_CHOICE = Saying("“{value}” không có trong danh sách: {choices}.", "“{value}” is not in the list: {choices}.")
TOO_LONG = Saying("Ô dài hơn {most} ký tự. Hãy viết ngắn lại.", "The cell has over {most} characters. Shorten it.")
NOT_GEOJSON = Saying(
    "Tệp JSON không phải là GeoJSON gồm các đối tượng (FeatureCollection). Hãy xuất lại lớp điểm dưới dạng GeoJSON.",
    "The JSON file is no GeoJSON FeatureCollection. Export the layer of points as GeoJSON again.",
)
JSON_BROKEN = Saying(
    "Tệp JSON sai cú pháp hoặc bị cắt ở dòng này. Hãy xuất lại tệp.",
    "The JSON file is wrong or ends in the middle of this line. Export it again.",
)
NOT_POINT = Saying(
    "Đối tượng không phải là một điểm (Point) nên không có tọa độ. Hãy xuất lớp điểm.",
    "The feature is no Point, so it has no position. Export a layer of points.",
)
