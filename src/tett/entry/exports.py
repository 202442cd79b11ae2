"""The square that a phone reads."""

from dataclasses import dataclass

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode


@dataclass(frozen=True)
class Square:
    """A QR code: one path on a grid of so many fields."""

    path: str
    size: int


def square(text: str) -> Square:
    """Give the black fields of the square as one path, and how many fields it is wide."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make()
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, black in enumerate(row) if black)
    return Square(path, len(rows))
