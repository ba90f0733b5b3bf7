// The levers of the active world: sliders with anchor sentences where everything is computed, positions where few are.

import { element, find } from "./dom.js";
import { anchor } from "./telling.js";
import { inTongue, number, say } from "./words.js";

/** How many levers are always unfolded. */
const FIRST = 4;

export class Levers {
  constructor(session) {
    this.session = session;
    this.host = find("#levers");
    session.on(["case", "language"], () => this.build());
    session.on(["plan"], () => this.show());
  }

  build() {
    const make = this.session.positions.free ? (lever) => this.#slider(lever) : (lever) => this.#radios(lever);
    this.controls = this.session.catalogue.levers.map(make);
    const roots = this.controls.map(({ root }) => root);
    this.host.replaceChildren(...roots.slice(0, FIRST));
    if (roots.length > FIRST) this.host.append(this.#more(roots.slice(FIRST)));
    this.show();
  }

  /** The levers that a room asks for less often fold away; they stay as they were left. */
  #more(roots) {
    const more = element("details", {}, element("summary", { text: say("levers.more", { n: roots.length }) }), ...roots);
    more.open = this.unfolded === true;
    more.addEventListener("toggle", () => (this.unfolded = more.open));
    return more;
  }

  show() {
    const slot = this.session.slots[this.session.active];
    for (const control of this.controls) control.show(slot);
  }

  #slider(lever) {
    const id = `lever-${lever.id}`;
    const value = element("output", { for: id });
    const told = element("span", { class: "anchor", id: `${id}-anchor` });
    const input = element("input", { type: "range", id, min: lever.low, max: lever.high, step: lever.step });
    const tell = () => {
      const text = anchor(lever, Number(input.value));
      told.textContent = text;
      value.textContent = number(Number(input.value), 2);
      input.setAttribute("aria-valuetext", text);
    };
    input.addEventListener("input", () => {
      tell();
      this.#later(() => this.session.setLever(lever.id, Number(input.value)));
    });
    const name = element("label", { for: id, text: inTongue(lever.name) });
    const root = element("div", { class: "lever" }, element("div", { class: "name" }, name, value), input, told);
    const show = (slot) => {
      if (document.activeElement !== input || Number(input.value) !== slot.levers[lever.id]) input.value = slot.levers[lever.id];
      tell();
    };
    return { root, show };
  }

  /** While a slider moves, one request a tenth of a second is enough. */
  #later(action) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(action, 100);
  }

  #radios(lever) {
    const inputs = (this.session.case.positions?.[lever.id] ?? lever.positions).map(({ value, text }) => {
      const input = element("input", { type: "radio", name: `lever-${lever.id}`, value });
      input.addEventListener("change", () => this.session.setLever(lever.id, value));
      return { value, input, label: element("label", { class: "position" }, input, element("span", { text: inTongue(text) })) };
    });
    const legend = element("legend", { text: inTongue(lever.name) });
    const root = element("fieldset", { class: "lever" }, legend, ...inputs.map(({ label }) => label));
    return { root, show: (slot) => this.#showRadios(lever, inputs, slot) };
  }

  /** A position that was not computed stays visible, greyed; events that it does not know would be dropped. */
  #showRadios(lever, inputs, slot) {
    for (const { value, input, label } of inputs) {
      const levers = { ...slot.levers, [lever.id]: value };
      const known = [slot.events, []].some((events) => this.session.positions.has(this.session.case.id, levers, events));
      input.checked = slot.levers[lever.id] === value;
      input.disabled = !known;
      label.title = known ? "" : say("not.computed");
    }
  }
}
