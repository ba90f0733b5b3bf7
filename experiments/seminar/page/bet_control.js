// The room's bet: hands counted into three fields, shown at the end beside one hundred squares.

import { drawn, element, find } from "./dom.js";
import { byBet, squaresMarkup } from "./squares.js";
import { openDialog } from "./dialogs.js";
import { number, say } from "./words.js";

const BETS = ["diffusion", "islets", "fallback"];

export class BetControl {
  constructor(session) {
    this.session = session;
    session.on(["language"], () => this.build());
    session.on(["answer", "month", "bet", "language"], () => this.show());
    find("#bet-open").addEventListener("click", () => this.open());
  }

  build() {
    const fields = BETS.map((id) => {
      const input = element("input", { type: "number", min: 0, max: 999, step: 1, inputmode: "numeric", value: this.session.bet[id] });
      input.addEventListener("input", () => {
        this.session.bet[id] = Math.max(0, Math.min(999, Math.round(Number(input.value)) || 0));
        this.session.tell("bet");
      });
      return element("label", {}, element("span", { text: say(`bet.${id}`) }), input);
    });
    find("#bet-fields").replaceChildren(...fields);
  }

  /** The answer is offered only once the end of a world was seen. */
  show() {
    const ready = this.session.open.some(({ revealed, shares }) => revealed && shares);
    const button = find("#bet-open");
    if (button.getAttribute("aria-disabled") !== String(!ready)) button.setAttribute("aria-disabled", String(!ready));
    button.title = ready ? "" : say("bet.later");
  }

  open() {
    if (find("#bet-open").getAttribute("aria-disabled") === "true") return;
    const answers = this.session.open.filter(({ revealed, shares }) => revealed && shares);
    const columns = [this.#room(), ...answers.map((slot) => this.#model(slot))];
    openDialog("bets", say("bet.title"), element("div", { class: "bet-columns" }, ...columns), element("p", { text: say("bet.squares") }));
  }

  #room() {
    const { bet } = this.session;
    const hands = BETS.flatMap((id) => Array.from({ length: bet[id] }, () => id));
    const letters = { diffusion: "D", islets: "I", fallback: "F" };
    return this.#column(say("bet.room", { n: hands.length }), bet, hands.map((id) => letters[id]).join(""), 10);
  }

  #model({ name, shares, seed }) {
    return this.#column(say("bet.model", { name, done: shares.done }), byBet(shares), shares.dots, 10, seed);
  }

  #column(title, counts, dots, deep, played) {
    const across = Math.max(10, Math.ceil(dots.length / deep));
    const picture = drawn("svg", { viewBox: `0 0 ${across * 11} ${deep * 11}`, "aria-hidden": "true" });
    picture.innerHTML = squaresMarkup(dots, deep, played);
    const lines = BETS.map((id) => element("li", {}, element("span", { text: say(`bet.${id}`) }), element("strong", { text: number(counts[id]) })));
    return element("section", {}, element("h3", { text: title }), picture, element("ul", {}, ...lines));
  }
}
