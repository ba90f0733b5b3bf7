"""An SVG made small: groups that group nothing, names that nobody calls and digits that nobody sees are left out.

Manners that come several times become classes of one style sheet. The picture stays the same to a tenth of a point.
"""

import re
from collections import Counter
from xml.etree import ElementTree as ET

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
FONT = "'DejaVu Sans', Verdana, sans-serif"
_DRAWN = ("d", "x", "y", "width", "height", "transform")
_LONG = re.compile(r"-?\d+\.\d{2,}")
_STILL = re.compile(r"^rotate\(-?0 ")
_OWN_FONT = re.compile(r"font-family: 'DejaVu Sans'(; )?")
_FILL = re.compile(r"(?:^|; )fill: (#[0-9a-f]{6})")
_OFTEN = 2
"""Times from which a manner becomes a class."""


def compact(source: str) -> str:
    """The same picture in fewer bytes, its title first."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(source)
    title = root.findtext(".//{*}title", default="")
    _thin(root)
    root.set("role", "img")
    _class(root)
    named = ET.Element(_tag("title"))
    named.text = title
    root.insert(0, named)
    return ET.tostring(root, encoding="unicode") + "\n"


def _thin(node: ET.Element) -> None:
    """Leave out what shows nothing, below a node and in its attributes."""
    kept: list[ET.Element] = []
    for child in node:
        _thin(child)
        kept += _left(child)
    node[:] = kept
    node.tail = None
    if node.text is not None and not node.text.strip():
        node.text = None
    if _STILL.match(node.get("transform", "")):
        del node.attrib["transform"]
    for name in _DRAWN:
        if name in node.attrib:
            short = _LONG.sub(lambda found: f"{float(found.group()):.1f}", node.attrib[name])
            node.set(name, " ".join(short.split()))


def _left(child: ET.Element) -> list[ET.Element]:
    """What stands in place of a child: nothing for metadata, its own children for a group without a manner."""
    if child.tag in (_tag("metadata"), _tag("title")):
        return []
    if child.tag == _tag("g"):
        child.attrib.pop("id", None)
        return [child] if child.attrib and len(child) else list(child)
    return [child]


def _class(root: ET.Element) -> None:
    """Styles and clips that come often, written once."""
    for node in root.iter():
        clip, style = node.attrib.pop("clip-path", ""), _OWN_FONT.sub("", node.attrib.pop("style", "")).strip("; ")
        manner = "; ".join(part for part in (style, clip and f"clip-path: {clip}") if part)
        if manner and node.tag != _tag("style"):
            node.set("style", manner)
    _fill_apart(root)
    often = _manners(root)
    names = {manner: f"m{at}" for at, (manner, n) in enumerate(often.most_common()) if n >= _OFTEN}
    for node in root.iter():
        if (name := names.get(node.get("style", ""))) is not None:
            del node.attrib["style"]
            node.set("class", name)
    sheet = ET.Element(_tag("style"))
    rules = [f"text {{ font-family: {FONT} }}", *(f".{name} {{ {manner} }}" for manner, name in names.items())]
    sheet.text = "\n".join(rules)
    root.insert(0, sheet)


def _fill_apart(root: ET.Element) -> None:
    """A fill of its own becomes an attribute, so that the rest of the manner may be shared."""
    often = _manners(root)
    for node in root.iter():
        style = node.get("style", "")
        fill = _FILL.search(style)
        if fill is not None and often[style] < _OFTEN and style != fill.group():
            node.set("fill", fill.group(1))
            node.set("style", _FILL.sub("", style).strip("; "))


def _manners(root: ET.Element) -> Counter[str]:
    return Counter(style for node in root.iter() if (style := node.get("style")))


def _tag(name: str) -> str:
    return f"{{{SVG}}}{name}"
