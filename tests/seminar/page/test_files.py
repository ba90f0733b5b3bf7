"""What the page's files hold, and must not hold: texts in both languages, none in scripts, nothing from elsewhere."""

import json
import re

import pytest

from experiments.seminar.page_file import PAGE, shell
from experiments.seminar.slim import slim_script, slim_style, slim_texts

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js"))}
TEXTS = {lang: json.loads((PAGE / "texts" / f"{lang}.json").read_text(encoding="utf-8")) for lang in ("fr", "en")}
HTML = (PAGE / "index.html").read_text(encoding="utf-8")
STYLE = (PAGE / "style.css").read_text(encoding="utf-8")
NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
PROSE = re.compile(r"[A-Za-zÀ-ÿ’']{2,} [A-Za-zÀ-ÿ’']{2,} [A-Za-zÀ-ÿ’']{2,}")
"""Three words in a row: a sentence, or the beginning of one."""


def forms(text) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def slots(text) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", " ".join(forms(text))))


def strings(script: str) -> list[str]:
    """Texts in quotes of a script, without its comments nor the words of its own faults."""
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", script, flags=re.DOTALL | re.MULTILINE)
    code = re.sub(r"new Error\(.*?\);", "", code)
    return re.findall(r'"([^"\n]*)"|`([^`]*)`', code)


def test_both_languages_have_the_same_texts_with_the_same_slots():
    assert TEXTS["fr"].keys() == TEXTS["en"].keys()
    assert [key for key in TEXTS["fr"] if slots(TEXTS["fr"][key]) != slots(TEXTS["en"][key])] == []


def test_every_text_that_a_script_or_the_page_names_exists_and_none_is_idle():
    whole = HTML + "".join(SCRIPTS.values())
    named = set(re.findall(r'(?:say\(|data-t="|data-label="|data-title=")"?([a-z_]+(?:\.[a-z_]+)*)"', whole))
    assert named - TEXTS["fr"].keys() - {"role"} == set()
    said = set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)+|title|loading|lost|colon|language|projection|side|creed)"', whole))
    families = tuple(prefix for prefix in re.findall(r"`([a-z_]+(?:\.[a-z_]+)*)\.\$\{", whole))
    idle = [key for key in TEXTS["fr"] if key not in said and not key.startswith(families)]
    assert idle == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_text_for_the_reader_stands_in_a_script(name):
    texts = [re.sub(r"<[^>]*>|\$\{[^}]*\}", "", text) for pair in strings(SCRIPTS[name]) for text in pair]
    found = [text for text in texts if PROSE.search(text)]
    fonts = ("Segoe UI", "default-src", "body{font")
    assert [text for text in found if not any(font in text for font in fonts)] == []


def test_french_is_set_as_french_is():
    for key, text in TEXTS["fr"].items():
        for form in forms(text):
            assert not re.search(rf"(?<![{NARROW}])[;!?%€](?!\w)", form), key
            assert not re.search(rf"(?<![{NARROW}]):", form), key
            assert not re.search(rf"«(?!{WIDE})|(?<!{WIDE})»|'", form), key


def test_no_file_refers_to_anything_elsewhere():
    for name, text in {"index.html": HTML, "style.css": STYLE, **SCRIPTS}.items():
        assert set(re.findall(r"(?:https?:)?//[\w.]+\.\w+[\w/]*", text)) <= {"http://www.w3.org/2000/svg"}, name
        assert "@import" not in text and "@font-face" not in text, name


def test_nothing_that_a_strict_policy_would_refuse():
    for name, text in {"index.html": HTML, **SCRIPTS}.items():
        assert not re.search(r"<[^>]*\s(?:style|on\w+)=", text), name
        assert not re.search(r"\beval\(|new Function|setAttribute\(.style.|cssText", text), name


def test_every_module_is_used():
    assert set(re.findall(r'^modules\["(\w+\.js)"\]', shell(), re.MULTILINE)) == SCRIPTS.keys()


def test_files_and_functions_are_short():
    assert {name: len(text.splitlines()) for name, text in SCRIPTS.items() if len(text.splitlines()) > 300} == {}


def test_what_a_live_page_takes_at_first_is_light():
    texts = slim_texts((PAGE / "texts" / "fr.json").read_text(encoding="utf-8"))
    files = [HTML, texts, slim_style(STYLE), *map(slim_script, SCRIPTS.values())]
    assert sum(len(text.encode()) for text in files) < 150_000


def test_only_comments_and_air_are_taken_away():
    source = '/** Says\n * a\n */\nconst a = 1; // why\n\n  // alone\n  say("/* b */");\n'
    assert slim_script(source) == 'const a = 1; // why\nsay("/* b */");\n'
    assert slim_style("/* a */\n\np {\n  color: red;\n}\n") == "p{color:red;}"
