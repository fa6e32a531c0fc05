"""The acts on persons, by what they do to the posts beside their verb."""

from __future__ import annotations

#: Acts after which the post named beside the verb is no longer held.
TAKES_AWAY = frozenset({"mien_nhiem", "thoi_giu", "tu_chuc", "cach_chuc", "bai_nhiem", "giang_chuc"})
#: Acts that begin nothing which could end again: a last day or a term behind them is that of something else.
ENDS = TAKES_AWAY | {"nghi_huu", "thoi_viec", "het_biet_phai"}
#: Acts that give a post.
GIVES = frozenset(
    {
        "bau",
        "bo_nhiem",
        "bo_nhiem_lai",
        "chi_dinh",
        "phe_chuan",
        "cong_nhan",
        "giao_quyen",
        "phu_trach",
        "luan_chuyen",
        "keo_dai",
    }
)
#: Acts by which somebody comes to a unit.
MOVES = frozenset({"dieu_dong", "phan_cong", "luan_chuyen", "biet_phai", "chuyen_cong_tac", "tiep_nhan"})
#: Acts in which a rank is meant though its code is left out.
ON_RANKS = frozenset(
    {"bo_nhiem_ngach", "nang_ngach", "het_tap_su", "xep_luong", "nang_luong", "tuyen_dung", "tiep_nhan"}
)
#: Acts on the post that is held, and stays so.
KEEPS = frozenset({"ky_luat", "khen_thuong", "nang_luong", "tham_nien", "dinh_chi", "cu"})
#: Acts whose object is a rank, not a post.
OF_RANK = frozenset({"bo_nhiem_ngach", "nang_ngach", "het_tap_su", "xep_luong"})
