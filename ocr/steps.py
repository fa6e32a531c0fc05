"""The steps of reading a page, in the order of its story: what each leaves in a kept folder. docs/kept.md is made of it."""

from __future__ import annotations

from enum import Enum

_PNG, _JSON, _LOOK = ("png",), ("json",), ("json", "png")


class Step(Enum):
    """The kinds of files that a step leaves, and what they show, in Vietnamese and English."""

    RENDERED = _PNG, "Trang như tệp hiện ra.", "The page as the file shows it."
    LIFTED = _PNG, "Trang xám, đã tách mực đỏ và mực xanh ra.", "The page in grey, red and blue ink lifted off."
    EVENED = _PNG, "Ánh sáng đã san đều.", "Uneven light evened out."
    WAY_UP = (
        _LOOK,
        "Phần đậm chữ nhất, đọc thử cả hai chiều khi dòng chữ chưa cho biết chiều nào đúng.",
        "The busiest part, read both ways up where its lines do not tell which is right.",
    )
    TURNED = _PNG, "Đã xoay đúng chiều.", "Turned upright."
    STRAIGHT = (
        _PNG,
        "Đã chỉnh thẳng. Khung của từ, bảng và chỗ chừa tính bằng điểm ảnh của ảnh này; trang có sẵn chữ thì của ảnh đầu.",
        "Straightened. Boxes of words, tables and openings are in its pixels; in those of the first image where a page "
        "carries its text.",
    )
    DENOISED = _PNG, "Đã bỏ hạt nhiễu và chấm bẩn.", "Without grain and specks."
    RED = _PNG, "Riêng mực đỏ.", "The red ink alone."
    GAP = (
        _PNG,
        "Chỗ dấu che (đen): chữ ở đó có thể mất, hoặc chỉ được nối từ xung quanh.",
        "Where a seal lay (black): print there may be lost, or only carried on from around it.",
    )
    RIMLESS = (
        _PNG,
        "Đã bỏ các vòng của dấu đen, nét chữ bên dưới được nối lại.",
        "Without the rings of black seals, the print below carried on.",
    )
    HOLLOW = _PNG, "Trong dấu đen không còn gì.", "With nothing left inside its black seals."
    RED_WORDS = _LOOK, "Mực đỏ đã bỏ dấu tròn, và chữ đọc được.", "The red ink without round seals, and its words."
    UNRULED = (
        _PNG,
        "Đã bỏ đường kẻ của bảng: ảnh mà máy đọc lần đầu thấy.",
        "Without the rules of its tables, as the engine sees it at its first look.",
    )
    FIRST = _JSON, "Từ máy đọc lần đầu, trước mọi chỉnh sửa.", "The words of the first look, before any mending."
    CELLS = _LOOK, "Từng cột của bảng, đọc riêng.", "Each column of a table, read by itself."
    TABLES = _JSON, "Bảng: mép cột, mép hàng, các ô.", "Tables: where columns and rows end, and the cells."
    BESIDE = _LOOK, "Khối ký bỏ trắng trong dấu đen, đọc lại.", "The signature block beside a black seal, read again."
    CORNERS = _LOOK, "Phần đầu và khối ký, đọc lại riêng.", "Head and signature block, read again by themselves."
    NAME = (
        _LOOK,
        "Dải ảnh có họ tên người ký: đọc ở ba cỡ, rồi để nguyên dấu đen và bỏ trắng dấu đen.",
        "The strip with the signer's name: at three sizes, then with its black seal and with that taken out.",
    )
    SIGNER = (
        _JSON,
        "Mọi cách đọc họ tên người ký, kể cả theo hình chữ.",
        "Every reading of the signer's name, by its shape too.",
    )
    DROPPED = _LOOK, "Dòng mực mà lần đầu bỏ sót.", "Lines of ink that the first look had passed by."
    AGAIN = _LOOK, "Các dòng còn ngờ, đọc lại ở cỡ khác.", "Lines in doubt, read again at another scale."
    SHAPES = _JSON, "Hình của từng từ còn ngờ nói gì.", "What the shapes of words in doubt say."
    PEN = _PNG, "Trang còn mực xanh, không còn mực đỏ.", "The page with blue ink and without red."
    WRITTEN = (
        _LOOK,
        "Chữ số viết tay trong câu: ảnh ở mọi cỡ, và phân bố xác suất.",
        "Figures of a pen in running text: at every scale, and their distribution.",
    )
    MENDED = _JSON, "Từ đã sửa: trước, nay, ai đọc.", "Words that were mended: before, now, by which look."
    ARRIVAL = _LOOK, "Dấu ĐẾN, đọc riêng để thấy chỗ ghi ngày.", "Stamps ĐẾN, read to see where their day is written."
    WORDS = _JSON, "Từ sau cùng.", "The words in the end."
    ZONES = _JSON, "Dòng chữ theo từng phần của thể thức.", "The lines by the parts of the form."
    FRAMED = _LOOK, "Khung dấu đỏ: độ mật, độ khẩn.", "Red frames of stamps: secrecy, urgency."
    SLOTS = (
        _LOOK,
        "Chỗ chừa cho số và ngày, cả ngày đến: ảnh ở mọi cỡ, và phân bố xác suất.",
        "The openings for number and date, that of arrival too: at every scale, and their distribution.",
    )

    def __init__(self, files: tuple[str, ...], vi: str, en: str) -> None:
        self.files, self.vi, self.en = files, vi, en

    def __str__(self) -> str:
        """As files are named: "06_straight"."""
        return f"{list(Step).index(self) + 1:02d}_{self.name.lower()}"


def steps_page() -> str:
    """docs/kept.md, written by `make docs`."""
    rows = "\n".join(f"| `{s}` | {', '.join(s.files)} | {s.vi} | {s.en} |" for s in Step)
    return f"""# Các bước được giữ · Kept steps

<!-- Made by `make docs` from ocr/steps.py; change it there. -->

`quyetdinh read FILE --keep DIR` ghi mọi bước đọc vào một thư mục, theo số trang rồi số bước: `000001_06_straight.png`; liệt kê thư
mục là thấy câu chuyện của từng trang. Bước không đổi gì ở trang thì không để lại ảnh, bước không cần đến thì không để lại tệp.
Bước nhìn nhiều chỗ thì đánh số từng lần: ảnh máy thấy và `.json` ghi chữ nó đọc, cỡ (`dpi`), cách bày chữ (`layout`), hoặc vì sao
không đọc được (`failed`); khung của `words` ở đó tính bằng điểm ảnh của chính ảnh ấy. `text.txt` là chữ của mọi trang, `decision_1.json` là
quyết định đọc được. Văn bản mật thì không giữ gì.

*`quyetdinh read FILE --keep DIR` writes every step of reading into a folder, by page and then by step, so that its listing tells the*
*story of each page. A step that changed nothing leaves no image, one that was not needed leaves no file. Steps that look at several*
*places number their looks: the image as it was seen, and `.json` with the words read off it, the scale (`dpi`), how words lie*
*(`layout`), or why nothing was read (`failed`); boxes of these `words` are in pixels of that very image. `text.txt` holds the text of*
*all pages, `decision_1.json` a decision as read. Of secret files nothing is kept.*

| bước · step | tệp · files | cho thấy | shows |
|---|---|---|---|
{rows}
"""
