"""What is said of positions on a page, where nobody can give an option of the command line."""

from __future__ import annotations

from dataclasses import replace

from phoihop.base.sheets import Problems, Saying, SheetRefused
from phoihop.clauses.towers.reading import sayings

ON_PAGES: dict[Saying, Saying] = {
    sayings.OUTSIDE: Saying(
        "Vị trí {lat}; {lon} nằm ngoài Việt Nam. Hãy kiểm tra tọa độ và hệ tọa độ đã chọn.",
        "The position {lat}; {lon} lies outside Vietnam. Check it, and the coordinate system that was chosen.",
    ),
    sayings.SEA: Saying(
        "Vị trí {lat}; {lon} nằm ngoài biển, cách đất liền và đảo nhiều cây số. Hãy kiểm tra tọa độ.",
        "The position {lat}; {lon} lies in the sea, kilometres from the land and the islands. Check it.",
    ),
    sayings.GUESSED_SYSTEM: Saying(
        "Tọa độ được hiểu là {name} (EPSG:{epsg}): {share} % các điểm rơi vào các tỉnh dùng hệ này. "
        "Nếu không đúng hãy chọn hệ tọa độ rồi đọc lại.",
        "Positions are taken as {name} (EPSG:{epsg}): {share} % of them fall into the provinces that use it. "
        "Where that is wrong, choose the coordinate system and read again.",
    ),
    sayings.UNKNOWN_SYSTEM: Saying(
        "Tọa độ tính bằng mét nhưng không rõ múi chiếu (có thể là EPSG:{first} hoặc EPSG:{second}). "
        "Hãy chọn hệ tọa độ rồi gửi lại.",
        "Positions are in metres but their zone is not clear (EPSG:{first} or EPSG:{second}, for example). "
        "Choose the coordinate system and send the file again.",
    ),
}


def for_pages(problems: Problems) -> None:
    """Put the words of pages in place of those of the command line."""
    problems.kept[:] = [replace(one, saying=ON_PAGES.get(one.saying, one.saying)) for one in problems.kept]


def refusal_for_pages(refusal: SheetRefused) -> SheetRefused:
    """The same for a table that is refused whole."""
    told = refusal.problem.saying
    refusal.problem = replace(refusal.problem, saying=ON_PAGES.get(told, told))
    return refusal
