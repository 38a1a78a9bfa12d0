"""What an SVG of `charts.Picture` paints, for tests: read as XML, as strictly as no browser does."""

import re
from xml.etree import ElementTree as ET

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def parsed(svg):
    """Return the SVG as a tree; what is not well formed is refused."""
    return ET.fromstring(svg.replace("xlink:href", "href"))


def painted(svg, colour):
    """Return the corners of all paths and the middles of all marks painted in ``colour``, as (x, y)."""
    points = []
    for one in parsed(svg).iter():
        if f": {colour}" not in one.get("style", ""):
            continue
        if one.tag == "use":
            points.append((float(one.get("x")), float(one.get("y"))))
        elif one.tag == "path" and one.get("id") is None:  # one with an id is a shape to be used
            numbers = [float(n) for n in NUMBER.findall(one.get("d"))]
            points += zip(numbers[::2], numbers[1::2], strict=True)
    return points


def across(svg, colour):
    """Return the left and right ends of what is painted in ``colour``; (0, 0) of nothing."""
    xs = [x for x, _ in painted(svg, colour)] or [0.0]
    return min(xs), max(xs)
