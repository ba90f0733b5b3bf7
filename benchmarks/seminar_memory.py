"""Minutes of play in a pack, with the browser's memory plotted: events, comparisons, views, languages, reloads.

    python benchmarks/seminar_memory.py PACK.html [MINUTES] [FOLDER]

The network is cut. Writes memory.csv and memory.svg into FOLDER (outputs/seminar-memory), prints how much memory grew,
and exits with 1 where anything went wrong or it grew by more than a tenth.
"""

import csv
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
MINUTES, OUT = 10.0, "outputs/seminar-memory"
MOST_GROWTH = 0.10
ROUNDS_BETWEEN_RELOADS = 8
READY = ".panel[aria-busy=false] .headline:not(:empty)"

Sample = tuple[float, float]
"""Minutes since the start, megabytes of the page's heap after a collection."""


def main(pack: str, minutes: float, out: Path) -> int:
    """Play, write, say."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True).new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(Path(pack).absolute().as_uri())
        samples = list(_played(page, minutes))
        browser.close()
    _write(samples, out)
    first, last = _ends(samples)
    growth = last / first - 1
    print(f"{len(samples)} rounds, {first:.1f} -> {last:.1f} MB ({growth:+.1%}; target: within {MOST_GROWTH:.0%})")
    print(f"errors: {len(wrong)}", *wrong[:5], sep="\n  ")
    print(out / "memory.svg")
    return int(bool(wrong) or growth > MOST_GROWTH)


def _played(page: Page, minutes: float) -> Iterator[Sample]:
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable")
    meter.send("HeapProfiler.enable")
    cases = page.locator("#case option").count()
    started, rounds = time.monotonic(), 0
    while (now := time.monotonic() - started) < 60 * minutes:
        if rounds % ROUNDS_BETWEEN_RELOADS == 0:
            page.reload()
        _round(page, str(rounds % cases + 1))
        yield now / 60, _heap(meter)
        rounds += 1


def _round(page: Page, case: str) -> None:
    """A case, an event beside it, played to the end, each view, one world, the other language, and back."""
    page.wait_for_selector(READY)
    page.keyboard.press(case)
    page.wait_for_selector(READY)
    for event in page.locator("#events button:not([aria-disabled=true])").all()[:2]:
        event.click()
        page.wait_for_selector(f".panel[data-slot=B]{READY.removeprefix('.panel')}")
    page.locator("#speed").select_option("16")
    page.keyboard.press("Home")
    page.locator("#play").click()
    page.wait_for_timeout(6_500)
    for view in page.locator("#views button").all():
        view.click()
    for key in ("End", "g", "l", "g", "l", "Home"):
        page.keyboard.press(key)


def _heap(meter: Any) -> float:
    meter.send("HeapProfiler.collectGarbage")
    found = {each["name"]: each["value"] for each in meter.send("Performance.getMetrics")["metrics"]}
    return float(found["JSHeapUsedSize"]) / 1e6


def _ends(samples: list[Sample]) -> tuple[float, float]:
    """Memory over the first and the last third: what one round leaves for the next is not a trend."""
    third = max(1, len(samples) // 3)
    heap = [megabytes for _, megabytes in samples]
    return statistics.median(heap[:third]), statistics.median(heap[-third:])


def _write(samples: list[Sample], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with (out / "memory.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("minutes", "heap_megabytes"), *samples])
    figure = Figure(figsize=(8, 3.5), layout="constrained")
    axes = figure.subplots()
    axes.plot(*zip(*samples, strict=True), marker="o", markersize=3)
    axes.set(xlabel="minutes of play", ylabel="heap of the page [MB]", title="Memory over a session", ylim=(0, None))
    figure.savefig(out / "memory.svg")


if __name__ == "__main__":
    given = sys.argv[1:]
    if not given:
        sys.exit(__doc__)
    sys.exit(main(given[0], float(given[1]) if len(given) > 1 else MINUTES, Path(given[2] if len(given) > 2 else OUT)))
