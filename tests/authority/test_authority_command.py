"""`archipel authority`: templates, imports and answers, exit codes, nothing written where something is wrong."""

import json
import shlex
from pathlib import Path

import pytest

from experiments.authority.asking import ask_all
from experiments.authority.questions import QUESTIONS
from experiments.command import main
from experiments.commands.authority import ANSWERS
from experiments.language import Words
from tests.architecture.test_documents import commands


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "fr")
    return tmp_path


def refused(*tokens, capsys):
    before = sorted(Path.cwd().rglob("*"))
    assert main(["authority", *tokens]) == 2
    assert sorted(Path.cwd().rglob("*")) == before
    return capsys.readouterr().err


def test_the_command_names_the_questions():
    assert tuple(question.name for question in QUESTIONS) == ANSWERS


def test_template_import_run(capsys):
    assert main(["authority", "template", "--type", "departement"]) == 0
    assert main(["authority", "template", "--type", "departement"]) == 0  # the same file is no harm
    assert main(["authority", "import", "mon-organisation.xlsx", "--out", "chez-nous"]) == 0
    assert sorted(path.name for path in Path("chez-nous").iterdir()) == ["LISEZ-MOI.md", "mon-organisation.yaml"]
    assert "modèle de classeur" in capsys.readouterr().out


@pytest.mark.parametrize("page", ["docs/own-authority.fr.md", "docs/own-authority.en.md"])
def test_the_commands_of_the_guide_work_as_written(page):
    lines = [line for line in commands(page) if line.startswith("archipel authority")]
    assert len(lines) == 3
    for line in lines:
        assert main([*shlex.split(line)[1:], "--quiet"]) == 0, line
    assert commands("docs/own-authority.fr.md") == commands("docs/own-authority.en.md")


def test_answers_on_the_line(capsys):
    assert main(["authority", "new", "type=region", "sponsorship=4", "name='Chez nous'", "--quiet"]) == 0
    folder = Path(capsys.readouterr().out.strip())
    text = (folder / "mon-organisation.yaml").read_text(encoding="utf-8")
    assert 'name: "Chez nous"' in text and "level: 0.7" in text and 'type: "region"' in text


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        (["tmplate"], ["template"]),
        (["import"], ["import"]),
        (["import", "absent.xlsx"], ["introuvable"]),
        (["template", "--type", "ville"], ["commune, epci"]),
        (["template", "seed=3"], ["clé=valeur"]),
        (["new", "type=epc", "inhabitant=3", "levels=9", "dgs=0"], ["type", "inhabitants", "de 0 à 6", "échelle"]),
        (["new", "--type", "epci", "x"], ["--type", "x"]),
    ],
)
def test_bad_input_is_refused_and_writes_nothing(tokens, words, capsys):
    message = refused(*tokens, capsys=capsys)
    for word in words:
        assert word in message
    assert "Traceback" not in message


def test_another_file_is_never_written_over(capsys):
    Path("mon-organisation.xlsx").write_text("à moi", encoding="utf-8")
    refused("template", capsys=capsys)
    Path("ici").mkdir()
    Path("ici/mon-organisation.yaml").write_text("à moi", encoding="utf-8")
    refused("new", "type=epci", "--out", "ici", capsys=capsys)
    assert Path("ici/mon-organisation.yaml").read_text(encoding="utf-8") == "à moi"


def test_questions_are_asked_again_until_they_can_be_read():
    answers = iter(["", "", "epci", "beaucoup", "98 000", "", "", "7", "3", "", "", "", "", ""])
    told: list[str] = []
    given = ask_all(Words("fr"), lambda prompt: next(answers), told.append)
    assert given == {"type": "epci", "inhabitants": "98 000", "sponsorship": "3"}
    assert json.dumps(told, ensure_ascii=False).count("réponse de cette échelle") == 1
