// What is being shown: a case, one or two worlds with their levers and events, the month of the common clock.
// Everything on the page follows it; nothing on the page is the truth.

import { Organisation } from "./organisation.js";
import { Positions } from "./positions.js";
import { readAt } from "./telling.js";
import { firstDifference, World } from "./world.js";

/** Topics that the parts of the page listen to. */
export const TOPICS = ["case", "plan", "answer", "month", "playing", "look", "language", "bet"];

const holds = (events, event) => events.some((one) => JSON.stringify(one) === JSON.stringify(event));

export class Session {
  constructor(source, catalogue) {
    this.source = source;
    this.catalogue = catalogue;
    this.positions = new Positions(catalogue);
    this.listeners = Object.fromEntries(TOPICS.map((topic) => [topic, []]));
    this.organisations = new Map();
    this.runs = 0;
    this.slots = { A: null, B: null };
    Object.assign(this, { active: "A", month: 0, playing: false, speed: 4, view: "chart", single: false });
    this.bet = { diffusion: 0, islets: 0, fallback: 0 };
  }

  on(topics, listener) {
    for (const topic of topics) this.listeners[topic].push(listener);
  }

  tell(topic) {
    for (const listener of this.listeners[topic]) listener(this);
  }

  /** The slots that hold a plan, A first. */
  get open() {
    return Object.values(this.slots).filter((slot) => slot !== null);
  }

  get last() {
    return Math.max(1, ...this.open.map(({ world }) => world?.last ?? 0));
  }

  /** Starts a case afresh: one world, the case's own levers (or an opening that came with a replay). */
  choose(id, opening = null) {
    for (const slot of this.open) this.source.cancel(slot.name);
    this.case = this.catalogue.cases.find((one) => one.id === id);
    this.slots = { A: null, B: null };
    Object.assign(this, { month: 0, single: false });
    const plans = opening ?? { A: { levers: this.positions.start(this.case), events: [], seed: this.case.seed } };
    for (const [name, plan] of Object.entries(plans)) this.#fill(name, plan);
    this.active = this.open.at(-1).name;
    this.tell("case");
    this.tell("plan");
    this.tell("month");
  }

  #fill(name, { levers, events, seed }) {
    const slot = { name, levers: { ...levers }, events: [...events], seed, world: null, shares: null, why: null, error: null };
    slot.revealed = false;
    this.slots[name] = slot;
    this.#ask(slot);
  }

  #ask(slot) {
    this.runs += 1;
    Object.assign(slot, { run: this.runs, pending: true, error: null });
    const plan = { run: slot.run, slot: slot.name, case: this.case, levers: slot.levers, events: slot.events, seed: slot.seed };
    const fail = (problem) => this.#fail(slot, plan.run, problem);
    const current = () => slot.run === plan.run && this.slots[slot.name] === slot;
    const asked = this.source.request(plan, {
      world: (raw, layout) => current() && this.#receive(slot, plan.run, raw, layout).catch(fail),
      shares: (shares) => current() && this.#note(slot, { shares }),
      why: (why) => current() && this.#note(slot, { why }),
      error: (texts) => current() && fail(texts),
    });
    if (asked) asked.catch(fail);
  }

  #fail(slot, run, problem) {
    if (slot.run !== run) return;
    this.#note(slot, { pending: false, error: problem.fr ? problem : { fr: String(problem), en: String(problem) } });
    if (problem instanceof Error) console.error(problem);
  }

  #note(slot, facts) {
    Object.assign(slot, facts);
    this.tell("answer");
  }

  async #receive(slot, run, raw, layout) {
    if (layout && !this.organisations.has(layout.id)) this.organisations.set(layout.id, new Organisation(layout));
    const world = await World.read(raw, this.organisations.get(raw.layout));
    if (slot.run !== run) return;
    const kept = { layout: layout ?? slot.layout, why: raw.why ?? slot.why };
    this.month = Math.min(this.month, world.last);
    this.catalogue.compiling = false;
    world.seek(this.month);
    this.#note(slot, { world, pending: false, difference: undefined, ...kept });
  }

  /** Where A and B first differ, or null; known once both are there. */
  get difference() {
    const { A, B } = this.slots;
    if (!A?.world || !B?.world) return null;
    if (this.compared?.[0] !== A.world || this.compared[1] !== B.world)
      this.compared = [A.world, B.world, firstDifference(A.world, B.world)];
    return this.compared[2];
  }

  /** Changes the plan of a slot; the old world stays on screen until the new one is there. */
  #revise(slot, { levers = slot.levers, events = slot.events }) {
    this.source.cancel(slot.name);
    Object.assign(slot, { levers, events: this.positions.keep(this.case.id, levers, events), shares: null, why: null, revealed: false });
    this.#ask(slot);
    this.tell("plan");
  }

  setLever(id, value) {
    const slot = this.slots[this.active];
    this.#revise(slot, { levers: { ...slot.levers, [id]: value } });
  }

  /** The ways in which an event of a kind can be dropped now; in a file, an event that cannot be added takes the place of B's own. */
  ways(kind) {
    const { A } = this.slots;
    const slot = this.slots[this.active];
    const found = (events) => this.positions.events(this.case.id, slot.levers, events, kind, Math.max(1, this.month));
    const added = found(slot.events);
    return added.length || this.active === "A" ? added : found(A.events).filter((event) => !holds(slot.events, event));
  }

  /** Drops an event: beside the original where it stands alone, else into the active world. */
  addEvent(event) {
    if (this.slots.B === null) this.compare([event]);
    else {
      const slot = this.slots[this.active];
      const added = [...slot.events, event];
      const fits = this.positions.has(this.case.id, slot.levers, added);
      this.#revise(slot, { events: fits ? added : [...this.slots.A.events, event] });
    }
    if (event.month < this.month) this.seek(event.month);
  }

  removeEvent(name, index) {
    const slot = this.slots[name];
    const events = slot.events.filter((_, k) => k !== index);
    const same = this.slots.A && JSON.stringify([slot.levers, events]) === JSON.stringify([this.slots.A.levers, this.slots.A.events]);
    if (name === "B" && same) this.closeB();
    else this.#revise(slot, { events });
  }

  /** Opens B: the plan of A, with the same luck, and perhaps an event more. */
  compare(events = []) {
    const { levers, events: own, seed } = this.slots.A;
    this.active = "B";
    this.#fill("B", { levers, events: [...own, ...events], seed });
    this.tell("plan");
  }

  closeB() {
    this.source.cancel("B");
    this.slots.B = null;
    this.active = "A";
    this.tell("plan");
    this.tell("answer");
  }

  /** B becomes the original; what was A is left. */
  adoptB() {
    this.slots.A = Object.assign(this.slots.B, { name: "A" });
    this.closeB();
  }

  activate(name) {
    if (this.slots[name] === null || this.active === name) return;
    this.active = name;
    this.tell("plan");
    this.tell("look");
  }

  look(facts) {
    Object.assign(this, facts);
    this.tell("look");
  }

  seek(month) {
    const wanted = Math.max(0, Math.min(this.last, month));
    this.month = wanted;
    for (const slot of this.open) {
      if (slot.world && wanted >= readAt(slot.world)) slot.revealed = true;
    }
    this.tell("month");
  }
}
