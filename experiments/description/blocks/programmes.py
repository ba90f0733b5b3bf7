"""Types of programme: what each sets."""

from collections.abc import Iterator

from experiments.description.markdown import code, table
from experiments.language import Words
from experiments.listing import written
from experiments.options import configs_folder, offered, option_content


def block(say: Words) -> str:
    """One line a file of configs/programme: the keys that it sets, with their values."""
    found = offered("programme", [configs_folder()])
    header = [code("programme="), say("description.sets")]
    return table(header, ([code(name), say("description.separator").join(_settings(name, say))] for name in found))


def _settings(name: str, say: Words) -> Iterator[str]:
    content = option_content("programme", offered("programme", [configs_folder()])[name])
    for group, keys in content.items():
        for key, value in keys.items():
            short = key if group == "programme" else f"{group}.{key}"
            if short not in ("enabled", "kind"):
                yield f"`{short}` = {written(value, say.lang)}"
