// Which world the levers act on, and what can be done with two of them; how they stand on screen.

import { drawn, element, find, icon } from "./dom.js";
import { warmSteps } from "./heat_view.js";
import { INK, symbolMarkup } from "./symbols.js";
import { VIEWS } from "./panel.js";
import { percent, say } from "./words.js";

/** A button that is pressed or not. */
const choice = (text, pressed, click) => element("button", { type: "button", "aria-pressed": String(pressed), text, click });

export class WorldsControl {
  constructor(session) {
    this.session = session;
    session.on(["case", "plan", "look", "language"], () => this.show());
  }

  show() {
    this.#worlds();
    this.#views();
    this.#modes();
    this.#legend();
  }

  #worlds() {
    const { session } = this;
    const letters = session.open.map(({ name }) => {
      const button = choice(name, session.active === name, () => session.activate(name));
      button.setAttribute("aria-label", say("worlds.one", { name }));
      return button;
    });
    keepFocus(find("#worlds"), letters);
    const more = session.open.length === 1
      ? [element("button", { type: "button", click: () => session.compare() }, icon("add"), say("worlds.compare"))]
      : [
          element("button", { type: "button", click: () => session.adoptB() }, say("worlds.adopt")),
          element("button", { type: "button", click: () => session.closeB() }, icon("close"), say("worlds.close")),
        ];
    keepFocus(find("#worlds-more"), more);
  }

  #views() {
    const { session } = this;
    keepFocus(find("#views"), Object.keys(VIEWS).map((view) => choice(say(`view.${view}`), session.view === view, () => session.look({ view }))));
  }

  #modes() {
    const { session } = this;
    const two = session.open.length > 1;
    find("#modes").hidden = !two;
    const pair = choice(say("modes.pair"), !session.single, () => session.look({ single: false }));
    pair.setAttribute("aria-label", say("modes.pair.label"));
    const ones = session.open.map(({ name }) => {
      const show = () => {
        session.activate(name);
        session.look({ single: true });
      };
      const one = choice(name, session.single && session.active === name, show);
      one.setAttribute("aria-label", say("modes.one", { name }));
      return one;
    });
    keepFocus(find("#modes"), [pair, ...ones]);
  }

  #legend() {
    const host = find("#legend");
    if (this.session.view === "heat") host.replaceChildren(...warmSteps().map(([share, fill]) => sample(`<rect x="-8" y="-8" width="16" height="16" fill="${fill}"/>`, percent(share))));
    else host.replaceChildren(...this.#signs());
  }

  #signs() {
    const signs = [["acts", 1], ["stopped", 2], ["waits", 0], ["stance", 12]];
    const items = signs.map(([key, state]) => sample(symbolMarkup(state, 6), say(`legend.${key}`)));
    const ground = `<path d="M-8 -7H8V5H-8Z" fill="#ffe3cc"/><path d="M-8 5H8V8H-8Z" fill="${INK.acts}"/>`;
    return this.session.view === "chart" ? [...items, sample(ground, say("legend.reached"))] : items;
  }
}

/** One entry of the legend. */
function sample(markup, text) {
  const picture = drawn("svg", { viewBox: "-9 -9 18 18", "aria-hidden": "true" });
  picture.innerHTML = markup;
  return element("li", {}, picture, text);
}

/** Replaces buttons without taking the focus away from whoever uses the keyboard. */
export function keepFocus(host, buttons) {
  const at = [...host.children].indexOf(document.activeElement);
  host.replaceChildren(...buttons);
  if (at >= 0) (buttons[at] ?? buttons[0])?.focus();
}
