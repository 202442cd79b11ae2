"""Fonts for paper: the weights that a document needs, as TrueType, out of the variable ones that browsers get.

``python -m tools.fonts FOLDER``; run by ``./tett`` with the environment's Python, since fontTools is installed there.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tools.environment import ROOT

SOURCES = ROOT / "node_modules/@fontsource-variable/inter/files"
#: The family's name on paper, and the file it is made of; the second has the letters of Sámi and of our neighbours.
FAMILIES = {"Inter": "inter-latin-wght-normal.woff2", "Inter Ext": "inter-latin-ext-wght-normal.woff2"}
WEIGHTS = {"Regular": 400, "SemiBold": 600}
#: Numbers of names in a font's table: family, style, full name, the same for programs that know more than four styles.
FAMILY, STYLE, FULL, POSTSCRIPT, PREFERRED, PREFERRED_STYLE = 1, 2, 4, 6, 16, 17


def make(folder: Path) -> None:
    """Make all weights of all families."""
    folder.mkdir(parents=True, exist_ok=True)
    for family, source in FAMILIES.items():
        for style, weight in WEIGHTS.items():
            font = instantiateVariableFont(TTFont(SOURCES / source), {"wght": weight})
            _name(font, family, style)
            font.flavor = None
            font.save(folder / f"{family.replace(' ', '')}-{style}.ttf")


def _name(font: TTFont, family: str, style: str) -> None:
    """Say which font it is now: it still calls itself by the name of the variable one."""
    names = {
        FAMILY: family, STYLE: style, FULL: f"{family} {style}", POSTSCRIPT: f"{family.replace(' ', '')}-{style}",
        PREFERRED: family, PREFERRED_STYLE: style,
    }  # fmt: skip
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names:
            table.removeNames(nameID=record.nameID)
    for number, name in names.items():
        table.setName(name, number, 3, 1, 0x409)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
