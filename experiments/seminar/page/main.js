// The page of the seminar: the same in the pack, the live app and the replay; only the source of worlds differs.

import { BetControl } from "./bet_control.js";
import { ClockControl } from "./clock_control.js";
import { element, find } from "./dom.js";
import { EventsControl } from "./events_control.js";
import { ExportControl } from "./export_control.js";
import { openFigures } from "./figures.js";
import { openHelp } from "./help.js";
import { listenToKeys } from "./keys.js";
import { Levers } from "./levers.js";
import { Panel } from "./panel.js";
import { Player } from "./player.js";
import { Session } from "./session.js";
import { EmbeddedSource } from "./source_embedded.js";
import { LiveSource } from "./source_live.js";
import { announcement, sentence } from "./telling.js";
import { WorldsControl } from "./worlds_control.js";
import { inTongue, LANGUAGES, language, say, setLanguage, translate } from "./words.js";

/** The worlds on screen: both, or the active one with the other as a ghost curve. */
class Panels {
  constructor(session) {
    this.session = session;
    this.host = find("#panels");
    this.shown = new Map();
    session.on(["plan", "case", "look"], () => this.arrange());
    session.on(["answer", "language"], () => this.draw());
    session.on(["month"], () => this.move());
  }

  get list() {
    return [...this.shown.values()];
  }

  arrange() {
    const { session } = this;
    const names = session.open.map(({ name }) => name).filter((name) => !session.single || session.open.length === 1 || name === session.active);
    for (const [name, panel] of this.shown) {
      if (names.includes(name)) continue;
      panel.remove();
      this.shown.delete(name);
    }
    if (!this.shown.size) this.host.replaceChildren();
    for (const name of names) if (!this.shown.has(name)) this.shown.set(name, new Panel(session, name));
    names.forEach((name, k) => {
      const { root } = this.shown.get(name);
      if (this.host.children[k] !== root) this.host.insertBefore(root, this.host.children[k] ?? null);
    });
    this.draw();
  }

  draw() {
    for (const panel of this.list) panel.draw();
  }

  /** Once an end is reached, the answers appear in every world. */
  move() {
    for (const panel of this.list) {
      if (panel.slot.revealed && panel.slot.world && panel.wasRevealed === false) panel.draw();
      else panel.move();
    }
  }
}

function header(session) {
  const cases = find("#case");
  cases.addEventListener("change", () => session.choose(cases.value));
  const build = () => {
    const groups = session.catalogue.cases.map((one, k) => element("option", { value: one.id, text: `${k + 1}. ${inTongue(one.name)}` }));
    cases.replaceChildren(...groups);
  };
  const show = () => {
    cases.value = session.case.id;
    cases.title = inTongue(session.case.note);
    find("#case-kind").hidden = !session.case.retrospective;
    find("#case-kind").textContent = say("case.retrospective");
    find("#case-kind").title = say("case.retrospective.note");
    find("#practice").textContent = inTongue(session.catalogue.practice);
    find("#uncalibrated").textContent = say("creed");
    find("#uncalibrated").title = inTongue(session.catalogue.product.uncalibrated);
    document.title = say("title.window", { case: inTongue(session.case.name) });
  };
  session.on(["language"], build);
  session.on(["case", "language"], show);
}

/** The other page of the live app; a pack or a replay stands alone. */
function offerOrganisation() {
  const open = find("#organisation-open");
  open.hidden = false;
  open.addEventListener("click", () => location.assign("organisation"));
}

function languages(session) {
  const choose = async (lang) => {
    await setLanguage(lang, (wanted) => session.source.texts(wanted));
    translate();
    for (const one of LANGUAGES) find(`#lang-${one}`).setAttribute("aria-pressed", String(one === lang));
    session.tell("language");
  };
  for (const lang of LANGUAGES) find(`#lang-${lang}`).addEventListener("click", () => choose(lang));
  return choose;
}

function projection() {
  const on = document.documentElement.classList.toggle("projected");
  find("#projection").setAttribute("aria-pressed", String(on));
}

/** What a screen reader hears: each stop of the clock, each answer, each person visited; not every month of a play. */
function voice(session) {
  const live = find("#live");
  const tell = () => {
    if (session.playing) return;
    const told = session.open.filter(({ world }) => world).map((slot) => {
      const { headline, under, verdict } = announcement(slot, slot.world.month, session.catalogue.verdicts);
      return `${slot.name}. ${verdict ? `${headline}, ${under}. ` : ""}${sentence(slot.world, slot.world.month)}`;
    });
    live.textContent = told.join(" ");
  };
  session.on(["answer", "playing", "month", "language"], tell);
}

function actions(session, player, choose) {
  return {
    play: () => player.toggle(),
    step: (by) => player.step(by),
    start: () => player.jump(0),
    end: () => player.jump(session.last),
    choose: (rank) => session.catalogue.cases[rank] && session.choose(session.catalogue.cases[rank].id),
    world: (name) => session.activate(name),
    ghost: () => session.look({ single: !session.single }),
    language: () => choose(LANGUAGES[(LANGUAGES.indexOf(language()) + 1) % LANGUAGES.length]),
    projection,
    figures: () => openFigures(session),
    help: () => openHelp(session),
  };
}

async function start() {
  const embedded = EmbeddedSource.present();
  if (embedded) EmbeddedSource.remember();
  const source = embedded ? new EmbeddedSource() : new LiveSource();
  const session = new Session(source, await source.catalogue());
  if (session.catalogue.organisation) offerOrganisation();
  const player = new Player(session);
  await setLanguage(session.catalogue.lang, (lang) => source.texts(lang));
  const panels = new Panels(session);
  for (const Control of [Levers, WorldsControl, EventsControl, BetControl]) new Control(session);
  new ClockControl(session, player);
  new ExportControl(session, () => panels.list);
  header(session);
  voice(session);
  const opening = session.catalogue.opening ?? null;
  session.choose(opening ? opening.A.case : session.catalogue.cases[0].id, opening);
  const choose = languages(session);
  await choose(session.catalogue.lang);
  const does = actions(session, player, choose);
  find("#figures-open").addEventListener("click", does.figures);
  find("#help-open").addEventListener("click", does.help);
  find("#projection").addEventListener("click", projection);
  listenToKeys(does);
  source.lost = () => (find("#lost").hidden = false);
}

start().catch((problem) => {
  find("#panels").replaceChildren(element("p", { class: "loading", role: "alert", text: String(problem) }));
  throw problem;
});
