"""Modules become one script that does the same, or are refused."""

import json
import shutil
import subprocess

import pytest

from experiments.seminar.modules import Unbundled, bundle

NODE = shutil.which("node")
SOURCES = {
    "main.js": 'import { twice as double, Box } from "./tools.js";\nimport {\n  name,\n} from "./names.js";\n'
    'console.log(JSON.stringify([double(21), new Box(1).held, name, `</script><!-- <script id="x">`]));\n',
    "tools.js": 'import { name } from "./names.js";\nconst secret = 2;\nexport const twice = (n) => secret * n;\n'
    "export class Box { constructor(held) { this.held = [held, name]; } }\nexport async function later() {}\n",
    "names.js": 'const secret = "n";\nexport const name = `${secret}ame`;\n',
}


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_the_script_does_what_the_modules_do(tmp_path):
    script = tmp_path / "script.mjs"
    script.write_text(bundle(SOURCES, "main.js"), encoding="utf-8")
    done = subprocess.run([NODE, script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [42, [1, "name"], "name", '</script><!-- <script id="x">']


def test_nothing_in_the_script_can_end_it():
    script = bundle(SOURCES, "main.js").lower()
    assert "</script" not in script and "<script" not in script and "<!--" not in script


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./names.js";',
        'import "./names.js";',
        'import name from "./names.js";',
        "export default 1;",
        "export let shifting = 1;",
        "export { name };",
        'const late = await import("./names.js");',
        "console.log(import.meta.url);",
        'import { name } from "https://elsewhere.example/names.js";',
    ],
)
def test_what_cannot_be_put_together_is_refused(line):
    with pytest.raises(Unbundled):
        bundle({"main.js": f"{line}\n", "names.js": "export const name = 1;\n"}, "main.js")


def test_a_missing_module_and_a_cycle_are_refused():
    with pytest.raises(Unbundled, match="no such module"):
        bundle({"main.js": 'import { a } from "./gone.js";\n'}, "main.js")
    ring = {name: f'import {{ x }} from "./{other}";\n' for name, other in (("a.js", "b.js"), ("b.js", "a.js"))}
    with pytest.raises(Unbundled, match="import one another"):
        bundle(ring, "a.js")
