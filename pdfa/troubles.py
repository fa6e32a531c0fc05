"""Why a file has no PDF/A, one sentence each."""

from __future__ import annotations

from decisions.problem import NotFound, Remedy, Trouble


class NoFacsimile(Trouble):
    """A file from which a PDF/A cannot be made. The original stays as it is."""

    code = "no_pdfa"
    remedy = Remedy.NEVER


class BornText(NotFound):
    """There is no paper behind it."""

    code = "no_pdfa_of_text"
    vi = "«{name}» vốn là văn bản điện tử, không phải bản quét, nên không có PDF/A hai lớp. Hãy dùng bản gốc."
    en = "“{name}” is an electronic text and no scan, so there is no two-layer PDF/A of it. Use the original."


class StrangeImage(NoFacsimile):
    code = "no_pdfa_of_image"
    vi = "Ảnh «{name}» có kiểu màu {mode}, không đưa vào PDF/A nguyên vẹn được. Hãy quét lại dạng đen trắng, xám hoặc RGB."
    en = "The image “{name}” has colours of type {mode}, which cannot go into a PDF/A as they are. Scan it in black and white, grey or RGB."


class NotPermitted(NoFacsimile):
    code = "no_pdfa_of_pdf"
    vi = "Không làm được PDF/A từ «{name}»: {why_vi}. Hãy dùng bản gốc, hoặc xuất lại tệp rồi gửi lại."
    en = "No PDF/A can be made of “{name}”: {why_en}. Use the original, or export the file anew and send it again."


class Unopened(NoFacsimile):
    code = "no_pdfa_of_broken"
    vi = "Không làm được PDF/A từ «{name}»: tệp đòi mật khẩu hoặc cấu trúc bị hỏng. Hãy dùng bản gốc."
    en = "No PDF/A can be made of “{name}”: it asks for a password or its structure is broken. Use the original."
