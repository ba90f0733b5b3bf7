"""What a room sees of the live app: first paint, first frame, frames per second, weight of the replay.

    python benchmarks/seminar_frames.py [AGENTS ...]

opens headless Chromium at 1366 x 768 on a commune of 1 200, 3 000 and 20 000 field agents, each in a server of its
own, as soon as that says where it is, and then again. `playing` counts frames while the page plays at its highest
speed; `every frame` paints a new month in each of them, which is more than any speed of the page asks. The machine
should have nothing else to do.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from seminar_cases import case_of

CHROMIUM = "/usr/bin/chromium"
COMMAND = (sys.executable, "-m", "experiments", "app", "--port", "0", "--no-browser", "--quiet")
TARGETS = {1_200: 60, 3_000: 30, 20_000: 30}
"""Frames per second, by field agents."""
READY = ".panel[aria-busy=false] .headline:not(:empty)"
SECONDS = 4.0
COUNT = """async ([seconds, key]) => {
  const started = performance.now();
  let frames = -1;
  for (let now = started; now - started < 1000 * seconds; frames += 1) {
    now = await new Promise(requestAnimationFrame);
    if (key) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  }
  return (1000 * frames) / (performance.now() - started);
}"""
FIRST_FRAME = """(ready) => new Promise((done) => {
  const look = () => document.querySelector(ready) ? done(performance.now()) : requestAnimationFrame(look);
  look();
})"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"


def main(sizes: list[int]) -> None:
    """Measure each size, print."""
    with sync_playwright() as player, tempfile.TemporaryDirectory() as folder:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for agents in sizes:
            with _served(case_of(agents, Path(folder))) as address:
                page = browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True).new_page()
                _measured(page, address, agents)
                page.close()
        browser.close()


def _measured(page: Page, address: str, agents: int) -> None:
    elsewhere: list[str] = []
    own = (address, address.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(own) else elsewhere.append(asked.url))
    print(f"{agents} agents")
    for name in ("opened", "opened again"):
        page.goto(address)
        first = page.evaluate(FIRST_FRAME, READY) / 1000
        paint = page.evaluate(PAINT) / 1000
        print(f"    {name:13} first paint {paint:.2f} s (target 0.5), first frame {first:.2f} s (1.5)")
    wanted = TARGETS.get(agents, 30)
    for name in ("Organigramme", "Réseau", "Chaleur"):
        page.get_by_role("button", name=re.compile(f"^{name}")).click()
        print(f"    {name:13} playing {_playing(page):5.1f}, every frame {_stepping(page):5.1f} (target {wanted})")
    replay = _replay(page)
    print(f"    replay {replay / 1000:.0f} kB (300 at 1 200 agents), {len(elsewhere)} requests elsewhere (0)")


def _playing(page: Page) -> float:
    page.locator("#speed").select_option("16")
    page.keyboard.press("Home")
    page.locator("#play").click()
    rate = page.evaluate(COUNT, [SECONDS, ""])
    page.locator("#rewind").click()
    return float(rate)


def _stepping(page: Page) -> float:
    page.locator("#rewind").click()
    return float(page.evaluate(COUNT, [1.0, "ArrowRight"]))


def _replay(page: Page) -> int:
    with page.expect_download() as found:
        page.get_by_role("button", name="Exporter").click()
        page.get_by_role("button", name=re.compile("^Rejouer")).click()
    return Path(found.value.path()).stat().st_size


@contextmanager
def _served(case: Path) -> Iterator[str]:
    process = subprocess.Popen([*COMMAND, str(case)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main([int(given) for given in sys.argv[1:]] or list(TARGETS))
