"""What the study says, under the codes that the model cites, and where it cites them."""

from experiments.description.citations import citations
from experiments.description.markdown import section, sections, table
from experiments.description.study import Chapter, Statement, chapters
from experiments.language import Words


def block(say: Words) -> str:
    """One section a chapter."""
    return sections(_section(chapter, say) for chapter in chapters())


def _section(chapter: Chapter, say: Words) -> str:
    header = [say(f"description.{name}") for name in ("code", "statement", "strength", "location", "cited")]
    rows = (_row(code, statement, say) for code, statement in chapter.statements.items())
    return section(chapter.title.of(say.lang), table(header, rows))


def _row(code: str, statement: Statement, say: Words) -> list[str]:
    places = ", ".join(f"`{file}`" for file in citations().get(code, ()))
    return [code, statement.text.of(say.lang), "●" * statement.strength, statement.location, places or "–"]
