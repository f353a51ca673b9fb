"""Invented figures of enterprises, plausible in size and units, that keep every rule of the forms."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from phoihop.clauses.briefings.checking import Cell, FormShape, IndicatorShape

SEED = 20260408
Figures = dict[Cell, Decimal]
Line = tuple[tuple[float, ...], float]  # what each party has in the first half-year, and by how many percent it grows

TELECOM = ("VNPT", "VTL", "MBF", "FPT")
POSTAL = ("BD", "VTP")
LINES: Mapping[str, Line] = {
    "doanh_thu": ((312_400, 356_900, 96_200, 88_700), 2.6),
    "von_dau_tu": ((18_600, 24_300, 7_900, 6_400), 3.0),
    "nop_ngan_sach": ((9_840, 11_260, 3_120, 2_710), 2.0),
    "lao_dong": ((412, 528, 96, 214), 0.4),
    "thue_bao_di_dong": ((421_300, 692_800, 240_100, 0), 1.4),
    "thue_bao_chuan_hoa": ((12_400, 18_900, 6_700, 0), -4.0),
    "thue_bao_co_dinh": ((21_300, 6_150, 0, 2_080), -3.0),
    "thue_bao_internet": ((118_700, 132_400, 0, 74_300), 2.8),
    "luu_luong_di_dong": ((14_820, 27_340, 8_410, 0), 6.0),
    "tram_bts": ((1_640, 2_090, 890, 0), 2.2),
    "cot_ang_ten": ((612, 734, 241, 12), 1.2),
    "vi_tri_chap_thuan": ((16, 22, 9, 1), 0),
    "phu_song_4g": ((99.1, 99.4, 96.8, 0), 0.1),
    "phu_song_5g": ((9.4, 14.2, 5.1, 0), 18.0),
    "cap_quang": ((6_120, 7_480, 940, 3_860), 1.8),
    "cap_quang_moi": ((86, 124, 18, 72), 1.0),
    "ngam_hoa": ((11.2, 14.6, 1.8, 7.4), 2.0),
    "chinh_trang": ((21.4, 28.9, 3.2, 16.1), 3.0),
    "su_co": ((14, 19, 6, 8), 0),
    "khieu_nai": ((86, 121, 32, 58), -2.0),
    "diem_giao_dich": ((26, 31, 14, 9), 0),
    "doanh_thu_bc": ((46_200, 31_800), 3.4),
    "lao_dong_bc": ((486, 212), 0.6),
    "san_luong": ((1_240.5, 980.4), 4.2),
    "san_luong_phat": ((2_310.8, 2_120.6), 5.0),
    "diem_phuc_vu": ((284, 42), 0.2),
    "ban_kinh": ((1.35, 4.2), 0),
    "thung_thu": ((265, 0), 0),
    "ho_so_hanh_chinh": ((61_400, 0), 4.0),
    "khieu_nai_bc": ((18, 22), 0),
}
PARTS: Mapping[str, tuple[str, float]] = {  # so much of another figure
    "thue_bao_tra_truoc": ("thue_bao_di_dong", 0.82),
    "thue_bao_bang_rong_di_dong": ("thue_bao_di_dong", 0.86),
    "thue_bao_cap_quang": ("thue_bao_internet", 0.985),
    "doanh_thu_ke_hoach": ("doanh_thu", 2.05),
    "tram_kiem_dinh": ("tram_bts", 0.94),
    "cot_dung_chung": ("cot_ang_ten", 0.27),
    "vi_tri_su_dung": ("vi_tri_chap_thuan", 0.8),
    "cap_treo": ("cap_quang", 0.58),
    "su_co_dut_cap": ("su_co", 0.6),
    "khieu_nai_xong": ("khieu_nai", 0.95),
    "buu_ta": ("lao_dong_bc", 0.64),
    "hang_thuong_mai_dien_tu": ("san_luong_phat", 0.62),
    "diem_bd_vhx": ("diem_phuc_vu", 0.74),
    "khieu_nai_bc_xong": ("khieu_nai_bc", 0.94),
}
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "service": {"di_dong": 0.52, "co_dinh": 0.03, "bang_rong": 0.34, "kenh_rieng": 0.07, "khac": 0.04},
    "technology": {"2g": 0.07, "3g": 0.13, "4g": 0.68, "5g": 0.12},
    "post_service": {"thu": 0.12, "goi_kien": 0.7, "khac": 0.18},
}
STEADY = {"cot_ang_ten", "cot_dung_chung", "tram_bts", "diem_phuc_vu", "phu_song_4g", "ban_kinh", "thung_thu"}
WITHOUT = {"co_dinh": "thue_bao_co_dinh", "di_dong": "thue_bao_di_dong", "bang_rong": "thue_bao_internet"}


def invented(shape: FormShape, party: str, half: int, known: Mapping[str, Decimal]) -> Figures:
    """Every cell of a form for one party, so many half-years after the first.

    :param known: what the product counts of the party by itself, by indicator; it goes before what is invented
    """
    luck = random.Random(f"{SEED} {party} {half}")  # noqa: S311 - invented figures
    totals: dict[str, Decimal] = {}
    for one in shape.indicators:
        if one.code in LINES:
            totals[one.code] = known.get(one.code) or _grown(one, party, half, luck)
    for one in shape.indicators:
        if one.code in PARTS:
            of, share = PARTS[one.code]
            totals[one.code] = known.get(one.code) or _rounded(totals.get(of, Decimal(0)) * Decimal(str(share)), one)
    _settle(totals)
    figures = {Cell(one.code): totals[one.code] for one in shape.indicators if one.code in totals}
    for one in shape.indicators:
        if one.code in totals:
            figures |= _broken_down(one, party, totals, half)
    return figures


def _grown(one: IndicatorShape, party: str, half: int, luck: random.Random) -> Decimal:
    bases, percent = LINES[one.code]
    parties = TELECOM if len(bases) == len(TELECOM) else POSTAL
    base = bases[parties.index(party)]
    noise = 1.0 if one.code in STEADY else 1 + luck.uniform(-0.02, 0.02)
    return _rounded(Decimal(str(base * (1 + percent / 100) ** half * noise)), one)


def _rounded(value: Decimal, one: IndicatorShape) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-one.decimals), rounding=ROUND_HALF_UP)


def _settle(totals: dict[str, Decimal]) -> None:
    """What the rules tie together exactly."""
    if "thue_bao_di_dong" in totals:
        totals["thue_bao_tra_sau"] = totals["thue_bao_di_dong"] - totals["thue_bao_tra_truoc"]
    if "tram_bts" in totals:
        totals["tram_bts_moi"] = (totals["tram_bts"] * Decimal("0.03")).quantize(Decimal(1))


def _broken_down(one: IndicatorShape, party: str, totals: Mapping[str, Decimal], half: int) -> Figures:
    found: Figures = {}
    for breakdown in one.breakdowns:
        codes = [member.code for member in breakdown.members]
        weights = [_weight(breakdown.code, code, party, totals, half) for code in codes]
        for code, part in zip(codes, _split(totals[one.code], weights, one.decimals), strict=True):
            found[Cell(one.code, code)] = part
    return found


def _weight(dimension: str, code: str, party: str, totals: Mapping[str, Decimal], half: int) -> float:
    if dimension == "service" and not totals.get(WITHOUT.get(code, ""), Decimal(1)):
        return 0.0  # no subscribers, no revenue of them
    if dimension == "technology":
        return WEIGHTS[dimension].get(code, 0.05) * {"2g": 0.9, "3g": 0.93, "5g": 1.35}.get(code, 1.0) ** half
    if dimension in WEIGHTS:
        return WEIGHTS[dimension].get(code, 0.05)
    return random.Random(f"{SEED} {party} {dimension} {code}").uniform(0.5, 1.6)  # noqa: S311


def _split(total: Decimal, weights: Sequence[float], decimals: int) -> list[Decimal]:
    """Parts that make the total, to the last place."""
    whole = sum(weights)
    if not whole:
        return [Decimal(0) for _ in weights]
    step = Decimal(1).scaleb(-decimals)
    exact = [total * Decimal(str(weight / whole)) for weight in weights]
    parts = [part.quantize(step, rounding=ROUND_FLOOR) for part in exact]
    missing = int((total - sum(parts)) / step)  # the largest remainders get the last places
    nearest = sorted(range(len(parts)), key=lambda number: parts[number] - exact[number])
    for number in nearest[:missing]:
        parts[number] += step
    parts[nearest[0]] += total - sum(parts)
    return parts
