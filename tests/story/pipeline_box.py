"""Made-up boxes of decisions as text, and the ways in which files are bad."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
from PIL import Image

WARD = "PHƯỜNG MINH TÂN"


def decision_text(serial: int, subject: str = "kiện toàn Ban Chỉ đạo phòng cháy", year: int = 2022) -> str:
    """A decision in the form of Decree 30/2020, appendix I, on one page."""
    return f"""ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{WARD}\t\tĐộc lập - Tự do - Hạnh phúc

Số: {serial}/QĐ-UBND\t\tMinh Tân, ngày {serial % 28 + 1:02} tháng {serial // 28 % 12 + 1} năm {year}

QUYẾT ĐỊNH
Về việc {subject} số {serial}

ỦY BAN NHÂN DÂN {WARD}

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
Xét đề nghị của Công chức Văn phòng - Thống kê,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này quy định về {subject} số {serial}.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Văn phòng và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:\t\tTM. ỦY BAN NHÂN DÂN
- Như Điều 3;\t\tCHỦ TỊCH
- Lưu: VT.

\t\tLê Văn Bình
"""


def good_box(folder: Path, count: int, first: int = 1) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for serial in range(first, first + count):
        (folder / f"qd-{serial:03}.txt").write_text(decision_text(serial), encoding="utf-8")
    return folder


def pdf_with_password(path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="chủ", user="mật khẩu"))


def cut_pdf(path: Path) -> None:
    """The first part of a PDF with a page that is one picture: nothing of it can be shown."""
    picture = io.BytesIO()
    Image.effect_noise((600, 800), 80).save(picture, "PDF")
    path.write_bytes(picture.getvalue()[:900])


def cut_jpeg(path: Path) -> None:
    picture = io.BytesIO()
    Image.effect_noise((600, 800), 80).save(picture, "JPEG")
    path.write_bytes(picture.getvalue()[:300])


def zip_of(path: Path, files: dict[str, bytes]) -> None:
    path.write_bytes(zip_bytes(files))


def zip_bytes(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
