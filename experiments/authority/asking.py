"""The ten questions asked one after the other in a terminal; an answer that cannot be read is asked for again."""

from collections.abc import Callable

from experiments.authority.findings import Findings
from experiments.authority.places import Place
from experiments.authority.questions import QUESTIONS, Question, read_answer
from experiments.authority.values import Value, is_missing
from experiments.language import Words


def ask_all(say: Words, read: Callable[[str], str], tell: Callable[[str], None]) -> dict[str, Value]:
    """What was answered, by name of question; an empty line leaves a question open."""
    tell(say("question.intro"))
    given = {question.name: _ask(question, say, read, tell) for question in QUESTIONS}
    return {name: answer for name, answer in given.items() if not is_missing(answer)}


def _ask(question: Question, say: Words, read: Callable[[str], str], tell: Callable[[str], None]) -> str:
    tell(f"\n{question.text.of(say.lang)}")
    for step, anchor in enumerate(question.anchors, start=1):
        tell(f"  {step}  {anchor.of(say.lang)}")
    while True:
        answer, findings = read("> ").strip(), Findings()
        read_answer(question, answer, Place(question.name), findings)
        if not findings.faults:
            return answer
        tell(findings.faults[0].render(say.lang))
