"""The page as one file: nothing refers outside it, what may run is named by its hash."""

import base64
import hashlib
import re

import pytest

from experiments.seminar.page_file import Unsound, data, shell, with_data


@pytest.fixture(scope="module")
def page():
    return with_data({"block-a": "AAAA"}, {"text": "</script><b>"})


def contents(page, tag):
    return re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", page, re.DOTALL)


def test_script_and_style_are_those_of_the_policy(page):
    head = page[: page.index("</head>")]
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', head)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'" and rules["img-src"] == "data: blob:"
    (style,) = contents(head, "style")
    (program,) = re.findall(r'<script id="program" type="module">(.*?)</script>', page, re.DOTALL)
    for rule, text in (("style-src", style), ("script-src", program)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_no_other_script_can_run(page):
    kinds = re.findall(r"<script\b([^>]*)>", page)
    running = [kind for kind in kinds if "application/json" not in kind and "text/plain" not in kind]
    assert running == [' id="program" type="module"']
    assert not re.search(r"<[a-z][^>]*\s(?:on\w+|style)\s*=", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL))


def test_nothing_refers_to_another_place(page):
    forms = r"""(?:src|href)\s*=\s*["'](?!\#|data:)[^"']* | url\((?!\#|["']?data:)[^)]* | @import | https?://[^\s"'<`)]+"""
    assert set(re.findall(forms, page, re.VERBOSE)) <= {"http://www.w3.org/2000/svg"}


def test_the_shell_is_the_page_without_its_data(page):
    assert 'id="catalogue"' not in shell() and 'id="block-a"' not in shell()
    assert 'id="texts-fr"' in shell() and 'id="texts-en"' in shell()
    assert shell().index('id="texts-fr"') < shell().index('id="program"')


def test_data_cannot_end_their_block(page):
    assert '<script type="application/json" id="catalogue">{"text": "\\u003c/script>\\u003cb>"}</script>' in page
    with pytest.raises(Unsound):
        data("block", "</script>", "text/plain")


def test_a_page_that_is_not_made_for_one_file_is_refused(tmp_path):
    (tmp_path / "texts").mkdir()
    for name, text in (("texts/fr.json", "{}"), ("texts/en.json", "{}"), ("style.css", ""), ("main.js", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    head = '<meta charset="utf-8"><link rel="stylesheet" href="page/style.css">'
    script = '<script type="module" src="page/main.js"></script>'
    (tmp_path / "index.html").write_text(head, encoding="utf-8")
    with pytest.raises(Unsound, match="should hold once"):
        shell(tmp_path)
    (tmp_path / "index.html").write_text(f'{head}<img src="logo.png">{script}', encoding="utf-8")
    with pytest.raises(Unsound, match=r"logo\.png"):
        shell(tmp_path)
