// Play, pause, step, rewind, speed; the timeline with its flags, and each event's undo.

import { element, find, icon } from "./dom.js";
import { eventName } from "./telling.js";
import { capital, inTongue, monthName, say } from "./words.js";

const SPEEDS = [1, 2, 4, 8, 16];

export class ClockControl {
  constructor(session, player) {
    Object.assign(this, { session, player });
    this.timeline = find("#timeline");
    this.timeline.addEventListener("input", () => player.jump(Number(this.timeline.value)));
    find("#play").addEventListener("click", () => player.toggle());
    find("#step-back").addEventListener("click", () => player.step(-1));
    find("#step-forth").addEventListener("click", () => player.step(1));
    find("#rewind").addEventListener("click", () => player.jump(0));
    find("#speed").addEventListener("change", ({ target }) => session.look({ speed: Number(target.value) }));
    session.on(["language"], () => this.speeds());
    session.on(["playing", "language"], () => this.button());
    session.on(["case", "plan", "answer", "language"], () => this.flags());
    session.on(["month", "case", "answer", "language"], () => this.month());
    new ResizeObserver(() => this.flags()).observe(this.timeline);
  }

  speeds() {
    const { speed } = this.session;
    const options = SPEEDS.map((n) => element("option", { value: n, text: say("clock.rate", { n }), selected: n === speed }));
    find("#speed").replaceChildren(...options);
  }

  button() {
    const { playing } = this.session;
    find("#play").replaceChildren(icon(playing ? "pause" : "play"), element("span", { text: say(playing ? "clock.pause" : "clock.play") }));
  }

  month() {
    const { session, timeline } = this;
    const words = monthName(session.month, session.case.calendar_start);
    timeline.max = session.last;
    timeline.value = session.month;
    timeline.setAttribute("aria-valuetext", words);
    find("#month").textContent = capital(words);
    find("#month").classList.toggle("dated", session.case.calendar_start !== null);
  }

  /** The events that were dropped, each with its undo, above the months at which they happen; smaller marks for the rest. */
  flags() {
    const host = find("#flags");
    const held = host.contains(document.activeElement);
    const own = this.session.open.flatMap((slot) => this.#own(slot));
    const marks = this.#marks();
    host.replaceChildren(...marks, ...own);
    spread(own, host.clientWidth);
    if (held) (find("button", host) ?? this.timeline).focus();
  }

  #own(slot) {
    return slot.events.map((event, index) => {
      const name = capital(eventName(this.session, event));
      const text = this.session.open.length > 1 ? `${slot.name} · ${name}` : name;
      const remove = () => this.session.removeEvent(slot.name, index);
      const label = say("flags.undo", { shown: text, month: event.month });
      const button = element("button", { type: "button", class: `in-${slot.name}`, "aria-label": label, title: label, click: remove }, text, icon("close"));
      return this.#placed(element("li", { class: "own" }, button), event.month);
    });
  }

  #marks() {
    const slot = this.session.slots[this.session.active];
    return (slot?.world?.raw.flags ?? []).map((flag) => {
      const kind = /programme/.test(flag.id) ? "mark programme" : "mark";
      const text = say("flags.one", { text: inTongue(flag.text), month: flag.month });
      return this.#placed(element("li", { class: kind, title: text }, element("span", { class: "unseen", text })), flag.month);
    });
  }

  #placed(item, month) {
    item.dataset.month = month;
    item.style.left = `calc(0.5rem + (100% - 1rem) * ${month / this.session.last})`;
    return item;
  }
}

/** Moves labels that would cover one another to the right of the one before, inside the line. */
function spread(items, width) {
  let free = 0;
  const placed = items.map((item) => ({ item, at: item.offsetLeft, wide: item.offsetWidth })).sort((a, b) => a.at - b.at);
  for (const one of placed) {
    const left = Math.min(Math.max(one.at - one.wide / 2, free), width - one.wide);
    one.item.style.left = `${left + one.wide / 2}px`;
    free = left + one.wide + 6;
  }
}
