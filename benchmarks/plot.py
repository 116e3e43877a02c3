"""Two small charts as SVG, on logarithmic axes: bars by group, and curves."""

from collections.abc import Iterator
from math import ceil, floor, log10
from xml.sax.saxutils import escape

WIDTH, LEFT, RIGHT, TOP = 760, 170, 150, 20
COLOURS = ("#0b6e4f", "#c8553d", "#2d5d9f", "#8a6d00", "#7a4d9e", "#3f8f98", "#777777", "#b03060")


def bars(groups: dict[str, dict[str, float]], unit: str) -> str:
    """Draw one group of horizontal bars for each key: {group: {bar: value}}, values above 0."""
    names = list(dict.fromkeys(name for group in groups.values() for name in group))
    scale = _Scale([value for group in groups.values() for value in group.values()], LEFT, WIDTH - RIGHT)
    row, gap = 11, 14
    height = TOP + len(groups) * (len(names) * row + gap) + 40
    body = list(_grid(scale, TOP, height - 40, unit))
    y = TOP
    for group, values in groups.items():
        body.append(_text(LEFT - 8, y + len(names) * row / 2 + 4, group, "end"))
        for name, value in values.items():
            colour = COLOURS[names.index(name) % len(COLOURS)]
            body.append(
                f'<rect x="{LEFT}" y="{y}" width="{scale(value) - LEFT:.1f}" height="{row - 2}" '
                f'fill="{colour}"><title>{escape(name)}: {value:.1f} {unit}</title></rect>'
            )
            y += row
        y += gap
    return _svg(height, body + _legend(names))


def curves(lines: dict[str, list[tuple[float, float]]], across: str, up: str) -> str:
    """Draw one curve for each key: {name: [(x, y), ...]}, all above 0."""
    height = 440
    points = [point for line in lines.values() for point in line]
    x = _Scale([point[0] for point in points], 70, WIDTH - RIGHT - 20)
    y = _Scale([point[1] for point in points], height - 50, TOP)
    body = list(_grid(x, TOP, height - 50, across))
    for power in y.powers():
        body.append(_text(64, y(10.0**power) + 4, f"{10.0**power:g}", "end"))
        body.append(_line(70, y(10.0**power), WIDTH - RIGHT - 20, y(10.0**power)))
    body.append(_text(64, TOP - 6, up, "end"))
    for colour, line in zip(COLOURS, lines.values(), strict=False):
        path = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in line)
        body.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
    return _svg(height, body + _legend(list(lines)))


class _Scale:
    """A logarithmic axis from pixel `start` to pixel `end` that covers `values` in whole powers of ten."""

    def __init__(self, values: list[float], start: float, end: float) -> None:
        self.low, self.high = floor(log10(min(values))), ceil(log10(max(values)))
        self.start, self.end = start, end

    def __call__(self, value: float) -> float:
        return self.start + (self.end - self.start) * (log10(value) - self.low) / (self.high - self.low)

    def powers(self) -> range:
        return range(self.low, self.high + 1)


def _grid(scale: _Scale, top: float, bottom: float, unit: str) -> Iterator[str]:
    for power in scale.powers():
        at = scale(10.0**power)
        yield _line(at, top, at, bottom)
        yield _text(at, bottom + 16, f"{10.0**power:,.10g}", "middle")
    yield _text(scale.end, bottom + 34, unit, "end")


def _legend(names: list[str]) -> list[str]:
    legend = []
    for number, (name, colour) in enumerate(zip(names, COLOURS, strict=False)):
        y = TOP + 18 * number
        legend.append(f'<rect x="{WIDTH - RIGHT + 10}" y="{y}" width="10" height="10" fill="{colour}"/>')
        legend.append(_text(WIDTH - RIGHT + 26, y + 9, name, "start"))
    return legend


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _svg(height: float, body: list[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="12" fill="#222">'
    )
    return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *body, "</svg>\n"])
