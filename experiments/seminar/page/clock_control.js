// Play, pause, step, rewind, speed; the timeline with its flags, and each event's undo.

import { element, find, icon } from "./dom.js";
import { eventName, shortEvent } from "./telling.js";
import { capital, inTongue, monthName, say } from "./words.js";

/** Between two labels on the line [px]. */
const GAP = 6;

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
      const of = this.session.open.length > 1 ? `${slot.name} · ` : "";
      const text = of + capital(shortEvent(this.session, event));
      const remove = () => this.session.removeEvent(slot.name, index);
      const label = say("flags.undo", { shown: of + capital(eventName(this.session, event)), month: event.month });
      const button = element("button", { type: "button", class: `in-${slot.name}`, "aria-label": label, title: label, click: remove }, element("span", { text }), icon("close"));
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

/** The width to which labels are cut so that all fit into a room: what the short ones leave is for the long ones. */
function widest(widths, room) {
  const sorted = [...widths].sort((a, b) => a - b);
  let left = room;
  for (const [k, width] of sorted.entries()) {
    const share = left / (sorted.length - k);
    if (width > share) return share;
    left -= width;
  }
  return room;
}

/** Moves labels that would cover one another apart, inside the line; where they do not fit, the longest are cut. */
function spread(items, width) {
  const most = widest(items.map((item) => item.offsetWidth), width - GAP * (items.length - 1));
  for (const item of items) item.style.maxWidth = `${most}px`;
  const placed = items.map((item) => ({ item, at: item.offsetLeft, wide: item.offsetWidth })).sort((a, b) => a.at - b.at);
  let free = 0;
  for (const one of placed) {
    one.left = Math.max(one.at - one.wide / 2, free);
    free = one.left + one.wide + GAP;
  }
  free = width;
  for (const one of placed.reverse()) {
    one.left = Math.min(one.left, free - one.wide);
    one.item.style.left = `${one.left + one.wide / 2}px`;
    free = one.left - GAP;
  }
}
