"""Tables for the terminal and for docs/reference/figures.md: the same text."""

from collections.abc import Sequence

Line = Sequence[object]


def show(title: str, head: Line, lines: Sequence[Line]) -> None:
    """Print a table in Markdown, its columns aligned."""
    texts = [[_text(cell) for cell in line] for line in [head, *lines]]
    widths = [max(len(line[n]) for line in texts) for n in range(len(head))]
    print(f"\n### {title}\n")
    for number, line in enumerate(texts):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print(flush=True)


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.1f}" if abs(cell) >= 100 else f"{cell:.3g}"  # noqa: PLR2004 - as many digits as tell something
    return f"{cell:,}".replace(",", "\N{NO-BREAK SPACE}") if isinstance(cell, int) else str(cell)


def against(found: float, goal: float) -> str:
    """Show a figure beside its goal, and mark a miss."""
    return f"{found:.3g} (≤ {goal:g})" + ("" if found <= goal else " MISSED")
