"""A picture made small shows the same: same words at the same places, same paths to a tenth of a point."""

import re
from xml.etree import ElementTree as ET

from matplotlib.figure import Figure

from experiments.figures.headline_study.compact import SVG, compact
from experiments.figures.style import as_svg


def drawn(tag, source):
    return list(ET.fromstring(source).iter(f"{{{SVG}}}{tag}"))


def picture():
    figure = Figure()
    figure.set_label("A title & more")
    axes = figure.subplots()
    axes.plot([0, 1, 2], [0, 1, 0], marker="o")
    axes.set_title("words that stay words")
    return as_svg(figure)


def numbers(node):
    return [round(float(number), 1) for number in re.findall(r"-?\d+\.?\d*", node.get("d", ""))]


def test_words_and_paths_stay():
    source = picture()
    small = compact(source)
    assert len(small) < 0.6 * len(source)
    assert [node.text for node in drawn("text", small)] == [node.text for node in drawn("text", source)]
    assert [numbers(node) for node in drawn("path", small)] == [numbers(node) for node in drawn("path", source)]


def test_the_title_comes_once_and_first():
    root = ET.fromstring(compact(picture()))
    assert root[0].tag == f"{{{SVG}}}title" and root[0].text == "A title & more"
    assert len(list(root.iter(f"{{{SVG}}}title"))) == 1 and root.get("role") == "img"


def test_every_mark_that_is_used_is_defined():
    root = ET.fromstring(compact(picture()))
    used = {node.get("{http://www.w3.org/1999/xlink}href", "")[1:] for node in root.iter(f"{{{SVG}}}use")}
    clips = set(re.findall(r"url\(#(\w+)\)", compact(picture())))
    defined = {node.get("id") for node in root.iter()}
    assert used and used | clips <= defined


def test_manners_become_classes_that_are_all_written():
    root = ET.fromstring(compact(picture()))
    sheet = "".join(node.text or "" for node in root.iter(f"{{{SVG}}}style"))
    names = {node.get("class") for node in root.iter()} - {None}
    assert names and all(f".{name} {{" in sheet for name in names)


def test_the_same_picture_gives_the_same_bytes():
    assert compact(picture()) == compact(picture())
