// What can be taken away: picture, data, note, replay.

import { csvOf } from "./data_file.js";
import { element, find, offer } from "./dom.js";
import { noteOf } from "./note.js";
import { pictureOf, pngOf } from "./picture.js";
import { replayOf } from "./replay.js";
import { say } from "./words.js";

const text = (content, type) => new Blob([content], { type: `${type};charset=utf-8` });

const KINDS = {
  png: ["png", (session, panels) => pngOf(pictureOf(session, panels))],
  svg: ["svg", (session, panels) => text(pictureOf(session, panels).markup, "image/svg+xml")],
  csv: ["csv", (session) => text(csvOf(session), "text/csv")],
  note: ["html", (session, panels) => text(noteOf(session, panels), "text/html")],
  replay: ["html", async (session) => text(await replayOf(session), "text/html")],
};

export class ExportControl {
  constructor(session, panels) {
    Object.assign(this, { session, panels, button: find("#export-open"), menu: find("#export-menu") });
    this.button.addEventListener("click", () => this.toggle(this.menu.hidden));
    this.menu.addEventListener("keydown", (event) => this.#keyed(event));
    document.addEventListener("click", ({ target }) => {
      if (!this.menu.parentNode.contains(target)) this.toggle(false);
    });
    session.on(["language"], () => this.build());
  }

  build() {
    const buttons = Object.keys(KINDS).map((kind) => element("button", { type: "button", text: say(`export.${kind}`), click: () => this.make(kind) }));
    this.menu.replaceChildren(...buttons);
  }

  toggle(open) {
    this.menu.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) find("button", this.menu).focus();
  }

  #keyed(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.toggle(false);
    this.button.focus();
  }

  async make(kind) {
    this.toggle(false);
    this.button.focus();
    const [ending, build] = KINDS[kind];
    const name = say(`export.file.${kind}`, { case: this.session.case.id });
    try {
      offer(`${name}.${ending}`, await build(this.session, this.panels()));
      find("#live").textContent = say("export.done", { name: `${name}.${ending}` });
    } catch (problem) {
      find("#live").textContent = say("export.failed", { problem: String(problem) });
      throw problem;
    }
  }
}
