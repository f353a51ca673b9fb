"""What may be wrong with masts and needs, in both languages."""

from phoihop.base.sheets import Saying

NO_POSITION = Saying(
    "Thiếu tọa độ: cần hai cột kinh độ và vĩ độ, hoặc X và Y (VN-2000). Các cột đã thấy: {found}.",
    "Positions are missing: the columns longitude and latitude are needed, or X and Y (VN-2000). Found: {found}.",
)
POSITION_EMPTY = Saying("Thiếu tọa độ. Hãy điền cả hai giá trị.", "The position is missing. Fill in both values.")
ZERO = Saying(
    "Tọa độ 0, 0 nằm giữa đại dương: thường là ô chưa điền. Hãy điền tọa độ thật.",
    "The position 0, 0 lies in the ocean: mostly nobody filled it in. Give the real one.",
)
SWAPPED = Saying(
    "Kinh độ và vĩ độ bị đổi chỗ cho nhau ({first}; {second}). Hãy đổi lại.",
    "Latitude and longitude are swapped here ({first}; {second}). Swap them back.",
)
ALL_SWAPPED = Saying(
    "Hai cột “{lon}” và “{lat}” bị đổi chỗ cho nhau trong cả tệp; đã đọc theo thứ tự đúng.",
    "The columns “{lon}” and “{lat}” are swapped in the whole file; they were read the right way round.",
)
NORTH_FIRST = Saying(
    "Cột “{north}” là hướng Bắc, cột “{east}” là hướng Đông, như trên bản đồ VN-2000.",
    "The column “{north}” is north and “{east}” is east, as on sheets of VN-2000.",
)
OUTSIDE = Saying(
    "Vị trí {lat}; {lon} nằm ngoài Việt Nam. Hãy kiểm tra tọa độ; nếu mạng ở nước khác thì dùng --anywhere.",
    "The position {lat}; {lon} lies outside Vietnam. Check it; with a network elsewhere use --anywhere.",
)
SEA = Saying(
    "Vị trí {lat}; {lon} nằm ngoài biển, cách đất liền và đảo nhiều cây số. Hãy kiểm tra tọa độ, "
    "hoặc dùng --anywhere nếu đúng là trên biển.",
    "The position {lat}; {lon} lies in the sea, kilometres from the land and the islands. Check it, "
    "or use --anywhere where it is right.",
)
MIXED = Saying(
    "Tọa độ ({first}; {second}) thuộc hệ khác với phần lớn các dòng ({system}). Hãy đưa cả tệp về một hệ.",
    "The position ({first}; {second}) is in another system than most lines ({system}). Use one system in a file.",
)
NOT_IN_SYSTEM = Saying(
    "Tọa độ ({first}; {second}) không có trong hệ EPSG:{epsg}. Hãy kiểm tra tọa độ hoặc mã EPSG.",
    "The position ({first}; {second}) does not exist in EPSG:{epsg}. Check it, or the EPSG code.",
)
GUESSED_SYSTEM = Saying(
    "Tọa độ được hiểu là {name} (EPSG:{epsg}): {share} % các điểm rơi vào các tỉnh dùng hệ này. "
    "Nếu không đúng hãy ghi --epsg.",
    "Positions are taken as {name} (EPSG:{epsg}): {share} % of them fall into the provinces that use it. "
    "Where that is wrong, give --epsg.",
)
UNKNOWN_SYSTEM = Saying(
    "Tọa độ tính bằng mét nhưng không rõ múi chiếu (có thể là EPSG:{first} hoặc EPSG:{second}). Hãy ghi --epsg.",
    "Positions are in metres but their zone is not clear (EPSG:{first} or EPSG:{second}, for example). Give --epsg.",
)
DEGREES_ANYWAY = Saying(
    "Tọa độ trong tệp này tính bằng độ nên được đọc theo WGS 84, không theo EPSG:{epsg}.",
    "Positions of this file are in degrees: they are read as WGS 84, not as EPSG:{epsg}.",
)
BAD_EPSG = Saying("Không có hệ tọa độ EPSG:{epsg}. Hãy kiểm tra mã.", "There is no system EPSG:{epsg}. Check the code.")
DUPLICATE = Saying(
    "Mã “{id}” đã có ở dòng {other}. Mỗi mã chỉ được dùng một lần.",
    "The id “{id}” already stands in line {other}. Use each id once.",
)
NO_HEIGHT_COLUMN = Saying(
    "Thiếu cột chiều cao. Hãy thêm cột, hoặc ghi --default-height.",
    "The column of heights is missing. Add it, or give --default-height.",
)
NO_RADIUS_COLUMN = Saying(
    "Thiếu cột bán kính tìm kiếm. Hãy thêm cột, hoặc ghi --default-radius.",
    "The column of search radii is missing. Add it, or give --default-radius.",
)
VALUE_EMPTY = Saying(
    "Ô bị bỏ trống. Hãy điền giá trị, hoặc ghi giá trị mặc định khi chạy lệnh.",
    "The cell is empty. Fill it in, or give a default to the command.",
)
DEFAULTED = Saying(
    "Không có cột {what}: dùng {value} cho mọi dòng.", "There is no column of {what}: {value} is used for every line."
)
SMALL_RING = Saying(
    "Bán kính {value} m nhỏ hơn 10 m. Bán kính tính bằng mét: 0,3 km hãy ghi 300.",
    "A radius of {value} m is under 10 m. Radii are in metres: write 0.3 km as 300.",
)
WIDE_RING = Saying(
    "Bán kính {value} m lớn hơn mức cho phép {most} m. Hãy kiểm tra đơn vị (mét) hoặc chia nhỏ nhu cầu.",
    "A radius of {value} m is over the {most} m that are allowed. Check the unit (metres), or split the need.",
)
BAD_FREE = Saying(
    "“{value}” không phải là danh sách độ cao còn trống. Hãy viết như 24 27 30.",
    "“{value}” is no list of free heights. Write it like 24 27 30.",
)
FREE_TOO_HIGH = Saying(
    "Chỗ trống ở {value} m cao hơn cột ({height} m). Hãy kiểm tra lại.",
    "A free place at {value} m is higher than the mast ({height} m). Check both.",
)
TOO_MANY_OPERATORS = Saying(
    "Có {count} nhà mạng, nhiều hơn giới hạn {most}. Hãy kiểm tra cột nhà mạng.",
    "There are {count} operators, more than the limit of {most}. Check the column of operators.",
)
LEFT_OUT = Saying("Bỏ {count} dòng có lỗi.", "{count} lines with errors are left out.")

NO_FILE = Saying("Không đọc được tệp: {said}.", "The file cannot be read: {said}.")
TOML_BROKEN = Saying("Tệp quy định sai cú pháp TOML: {said}.", "The file of rules is no TOML: {said}.")
RULE_UNKNOWN = Saying(
    "Không có quy định tên “{name}”. Các tên có thể dùng: {known}.", "There is no rule “{name}”. Known: {known}."
)
RULE_WRONG = Saying("Quy định “{name}” phải là {wanted}.", "The rule “{name}” must be {wanted}.")
ZONES_WRONG = Saying(
    "Tệp vùng “{path}” phải là GeoJSON gồm các đa giác có thuộc tính code và kind (spacing, forbidden, aesthetic).",
    "The zones “{path}” must be GeoJSON polygons with the properties code and kind (spacing, forbidden, aesthetic).",
)
UNKNOWN_NAME = Saying(
    "Quy định nhắc tới “{name}” nhưng không có trong dữ liệu. Hãy kiểm tra cách viết.",
    "The rules speak of “{name}”, which the data do not have. Check the spelling.",
)
