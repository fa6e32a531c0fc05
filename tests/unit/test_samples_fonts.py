"""Fonts for made pages: all Vietnamese letters or a loud refusal."""

from __future__ import annotations

import pytest

from samples.fonts import STYLES, VIETNAMESE, MissingGlyph, NoFont, Style, all_fonts, find_fonts


def test_the_alphabet_is_whole() -> None:
    # 12 vowels × 6 tones, đ and 16 plain consonants, in both cases.
    assert len(set(VIETNAMESE)) == (12 * 6 + 17) * 2
    assert {"ậ", "Ữ", "đ", "Đ", "ỵ", "Ằ"} <= set(VIETNAMESE)


@pytest.mark.parametrize("style", STYLES)
def test_every_family_on_offer_has_every_letter(style: Style) -> None:
    assert all_fonts(), "install fonts-liberation2"
    for fonts in all_fonts():
        fonts.check(VIETNAMESE + "0123456789/-.,:;()“”", style)


def test_a_missing_letter_is_refused_with_font_and_letter() -> None:
    fonts = find_fonts()
    with pytest.raises(MissingGlyph) as caught:
        fonts.check("Điều 漢", "bold")
    for lang in ("vi", "en"):
        said = caught.value.message(lang)
        assert "漢" in said
        assert "U+6F22" in said
        assert fonts.family in said


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(NoFont, match="Comic Neue"):
        find_fonts("Comic Neue")


@pytest.mark.parametrize("text", ["QUYẾT ĐỊNH", "Căn cứ Nghị quyết số 97/2019/QH14", "phường Bạch Mai"])
@pytest.mark.parametrize("style", STYLES)
def test_widths_are_those_that_the_letters_are_drawn_with(text: str, style: Style) -> None:
    for fonts in all_fonts():
        drawn = fonts.face(style, 1000).getlength(text) / 1000 * 14
        assert fonts.width(text, style, 14) == pytest.approx(drawn, rel=0.02), fonts.family
