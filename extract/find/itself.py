"""What an instrument calls itself: "Quyết định này", "Thông tư này", and what came with it: "Quy chế này"."""

from __future__ import annotations

#: Parts of patterns for plain text.
KIND = (
    r"(?:Quyết\s+định|Nghị\s+quyết|Nghị\s+định|Thông\s+tư(?:\s+liên\s+tịch)?|Chỉ\s+thị|Quy\s+định|Quy\s+chế|Kế\s+hoạch"
    r"|Chương\s+trình|Hướng\s+dẫn|Thông\s+báo|Pháp\s+lệnh|(?:Bộ\s+)?Luật|Văn\s+bản)"
)
ITSELF = rf"{KIND}\s+này"
