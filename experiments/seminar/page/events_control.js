// "Et si… ?": events dropped at the current month, each with the choices it has.

import { element, find, icon } from "./dom.js";
import { choiceAsked, choiceName, shortName } from "./telling.js";
import { capital, say } from "./words.js";

export class EventsControl {
  constructor(session) {
    this.session = session;
    this.host = find("#events");
    session.on(["case", "language", "plan"], () => this.build());
    session.on(["month"], () => this.month());
    document.addEventListener("click", (event) => {
      if (!this.host.contains(event.target)) this.#close();
    });
  }

  build() {
    const { catalogue } = this.session;
    const [first, others] = [true, false].map((wanted) => catalogue.events.filter((kind) => (kind.first ?? true) === wanted));
    this.items = first.map((kind) => this.#button(kind));
    const nodes = this.items.map(({ root }) => root);
    if (others.length) nodes.push(this.#more(others));
    const at = [...this.host.querySelectorAll("button")].indexOf(document.activeElement);
    this.host.replaceChildren(...nodes);
    if (at >= 0) this.host.querySelectorAll("button")[at]?.focus();
    this.month();
  }

  #ways(kind) {
    return this.session.ways(kind);
  }

  #button(kind) {
    const name = capital(shortName(this.session, kind));
    const button = element("button", { type: "button", "data-event": kind.id }, icon("drop"), element("span", { text: name }));
    const root = element("div", { class: "menu" }, button);
    button.addEventListener("click", () => this.#pressed(kind, root, button));
    return { root, kind, button, name };
  }

  /** Greyed where nothing was computed; the title and the names say at which month the event would happen. */
  month() {
    if (!this.items) return;
    const { session } = this;
    const fixed = !session.positions.free;
    const months = new Set();
    for (const { kind, button, name } of this.items) {
      const ways = fixed ? this.#ways(kind) : null;
      const none = fixed && ways.length === 0;
      const month = fixed ? ways[0]?.month : Math.max(1, session.month);
      if (!none) months.add(month);
      button.setAttribute("aria-disabled", String(none));
      button.setAttribute("aria-label", none ? say("events.none", { name }) : say("events.drop", { name, month }));
      button.title = none ? say("not.computed") : say("events.drop", { name, month });
    }
    const [month] = months;
    find("#events-month").textContent = months.size === 1 ? say("events.month", { month }) : "";
  }

  #pressed(kind, root, button) {
    const open = root.querySelector(".choices") !== null;
    this.#close();
    if (button.getAttribute("aria-disabled") === "true" || open) return;
    const ways = this.#ways(kind);
    if (ways.length === 1) this.session.addEvent(ways[0]);
    else this.#choose(ways, root, button);
  }

  #choose(ways, root, button) {
    const options = ways.map((event) => {
      const text = capital(choiceName(this.session, event));
      return element("button", { type: "button", text, click: () => this.session.addEvent(event) });
    });
    const asked = choiceAsked(this.session, ways[0]);
    root.append(element("div", { class: "menu-list choices", role: "group", "aria-label": asked }, element("strong", { text: asked }), ...options));
    button.setAttribute("aria-expanded", "true");
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.#close();
      button.focus();
    });
    options[0].focus();
  }

  #more(kinds) {
    const list = element("select", { "aria-label": say("events.more") }, element("option", { value: "", text: say("events.more") }));
    for (const kind of kinds) list.append(element("option", { value: kind.id, text: capital(shortName(this.session, kind)) }));
    list.addEventListener("change", () => {
      const kind = kinds.find(({ id }) => id === list.value);
      list.value = "";
      if (kind) this.session.addEvent(this.#ways(kind)[0]);
    });
    return list;
  }

  #close() {
    for (const list of this.host.querySelectorAll(".choices")) list.remove();
    for (const { button } of this.items ?? []) button.removeAttribute("aria-expanded");
  }
}
