// One world on screen: its banner, its picture, its curve and the answer to "why?".

import { fillCard } from "./card.js";
import { ChartView } from "./chart_view.js";
import { commonCeiling, curveMarkup, curveScales } from "./curve.js";
import { element, find } from "./dom.js";
import { HeatView } from "./heat_view.js";
import { NetworkView } from "./network_view.js";
import { squaresMarkup } from "./squares.js";
import { leftOf, rem, Stage } from "./stage.js";
import { announcement, commonest, counts, eventName, lastFact, shortEvent } from "./telling.js";
import { inTongue, say } from "./words.js";

export const VIEWS = { chart: ChartView, network: NetworkView, heat: HeatView };

export class Panel {
  constructor(session, name) {
    this.session = session;
    this.name = name;
    this.root = find("#panel").content.firstElementChild.cloneNode(true);
    this.root.dataset.slot = name;
    this.parts = Object.fromEntries(
      ["banner", "letter", "headline", "under", "squares", "stage", "row-names", "card", "curve", "why"].map((part) => [part, find(`.${part}`, this.root)]),
    );
    this.parts.letter.textContent = name;
    this.stage = new Stage(this.parts.stage);
    this.#listen();
  }

  get slot() {
    return this.session.slots[this.name];
  }

  get other() {
    return this.session.slots[this.name === "A" ? "B" : "A"];
  }

  #listen() {
    const { stage } = this.parts;
    stage.addEventListener("click", (event) => {
      if (event.target.closest(".card")) return;
      const box = stage.getBoundingClientRect();
      const row = this.view?.people?.at(this.slot.world, event.clientX - box.left, event.clientY - box.top) ?? -1;
      this.select(row < 0 ? null : row);
    });
    stage.addEventListener("keydown", (event) => this.#keyed(event));
    this.watcher = new ResizeObserver(() => this.slot?.world && this.draw());
    this.watcher.observe(stage);
    this.watcher.observe(this.parts.curve);
  }

  remove() {
    this.watcher.disconnect();
    this.root.remove();
  }

  /** Everything again: another world, another view, another size, another language. */
  draw() {
    const { session, slot } = this;
    this.root.setAttribute("aria-busy", String(slot.pending));
    this.root.classList.toggle("active", session.open.length > 1 && session.active === this.name);
    this.root.setAttribute("aria-label", say("panel.label", { name: this.name }));
    this.root.setAttribute("role", "region");
    if (slot.world === null) return this.#answer();
    this.parts.stage.setAttribute("aria-label", say(`stage.${session.view}`));
    this.#picture();
    this.#curve();
    this.#move();
  }

  #picture() {
    const { session, stage, slot: { world } } = this;
    const resized = stage.fit();
    if (stage.width < 50 || stage.height < 50) return;
    const View = VIEWS[session.view];
    const same = this.view instanceof View && this.shown === world.organisation && !resized;
    if (!same) this.view = new View(stage, world.organisation);
    this.shown = world.organisation;
    world.seek(session.month > world.last ? world.last : session.month);
    this.view.all(world);
    this.#mark();
  }

  /** The month changed: only what is different is painted. */
  move() {
    const { slot, session } = this;
    if (!slot.world) return;
    const month = Math.min(session.month, slot.world.last);
    const slice = slot.world.seek(month);
    this.view?.some(slot.world, slice);
    this.#move();
  }

  #move() {
    this.#names();
    this.#answer();
    this.#head();
    if (isPerson(this.selected)) this.#card();
  }

  #names() {
    const { world } = this.slot;
    const places = this.view?.labels() ?? {};
    const told = counts(world, world.month).filter(({ role, total }) => places[role] !== undefined && total);
    const list = this.parts["row-names"];
    if (list.children.length !== told.length) list.replaceChildren(...told.map(() => element("li", {}, element("b"), element("span"))));
    told.forEach(({ role, acting, total }, k) => {
      const [name, figures] = list.children[k].children;
      list.children[k].style.top = `${places[role]}px`;
      name.textContent = say(`row.${role}`);
      figures.textContent = say(`row.${role}.count`, { n: acting, total });
    });
  }

  #answer() {
    const { slot, session, parts } = this;
    parts.why.classList.toggle("problem", slot.error !== null);
    if (slot.error) parts.why.textContent = inTongue(slot.error);
    if (!slot.world) return this.#wait();
    parts.headline.classList.remove("waiting");
    const told = announcement(slot, slot.world.month, session.catalogue.verdicts);
    parts.banner.dataset.verdict = told.verdict ?? "";
    parts.headline.textContent = told.headline;
    parts.under.textContent = told.under;
    parts.under.title = told.under;
    this.#squares(told.verdict !== null);
    if (!slot.error) this.#why();
  }

  /** Nothing to show yet: said where it lasts, and the first time why it does. */
  #wait() {
    const { slot, session, parts } = this;
    const live = session.positions.free && slot.error === null;
    parts.headline.classList.add("waiting");
    parts.headline.textContent = live ? say("banner.computing") : "";
    parts.under.textContent = live && session.catalogue.compiling ? say("banner.compiling") : "";
  }

  #why() {
    const { slot, parts: { why } } = this;
    const reason = slot.revealed && slot.why;
    const text = reason ? inTongue(slot.why) : lastFact(slot.world);
    if (this.saidWhy === `${reason ? "why" : "live"} ${text}`) return;
    this.saidWhy = `${reason ? "why" : "live"} ${text}`;
    why.replaceChildren(element("span", {}, ...(reason ? [element("strong", { text: say("why.title") }), " "] : []), text));
  }

  #squares(shown) {
    const { squares } = this.parts;
    const { slot, slot: { shares } } = this;
    const key = shown ? `${shares.dots} ${slot.seed}` : "";
    squares.toggleAttribute("hidden", !shown);
    if (this.dots === key && !shown) return;
    if (this.dots !== key) squares.innerHTML = shown ? squaresMarkup(shares.dots, 5, slot.seed) : "";
    this.dots = key;
    if (shown) squares.setAttribute("aria-label", this.#squaresLabel());
  }

  #squaresLabel() {
    const { slot: { shares, world }, session: { catalogue: { verdicts } } } = this;
    return say("squares.label", { counts: commonest(shares, verdicts), own: inTongue(verdicts[world.raw.verdict]).toLowerCase() });
  }

  /** What the curve is made of, for the page and for what is exported. */
  curveParts({ width, height, left, clip, month, em = 16 }) {
    const { session, slot } = this;
    const events = slot.events.map((event) => ({ month: event.month, label: eventName(session, event), short: shortEvent(session, event) }));
    const programme = programmeOf(slot.world);
    const difference = session.difference;
    return {
      width, height, left, em, month, clip, slot, events, programme,
      difference: difference && difference.month > 0 && !events.some((event) => event.month === difference.month) ? difference : null,
      ghost: session.single ? this.other : null, last: slot.world.last, ceiling: commonCeiling(session.open),
    };
  }

  #curve() {
    const { curve } = this.parts;
    const { clientWidth: width, clientHeight: height } = curve;
    if (width < 50 || height < 40) return;
    const left = leftOf(this.stage);
    const parts = this.curveParts({ width, height, left, clip: `seen-${this.name}`, month: this.#seen(), em: rem() });
    curve.setAttribute("viewBox", `0 0 ${width} ${height}`);
    curve.innerHTML = curveMarkup(parts);
    curve.setAttribute("aria-label", say(curveLabel(this.session)));
    this.scales = curveScales(parts);
    this.rest = [find(".seen", curve), find(".head", curve)];
    this.wasRevealed = this.slot.revealed;
  }

  /** Months of the curve that may be seen: up to now, and all once the end was reached. */
  #seen() {
    return this.slot.revealed ? this.slot.world.last : this.slot.world.month;
  }

  #head() {
    if (!this.rest) return;
    const [seen, head] = this.rest;
    const at = this.scales.x(this.slot.world.month);
    seen.setAttribute("width", this.scales.x(this.#seen()) + 2);
    head.setAttribute("x1", at);
    head.setAttribute("x2", at);
  }

  /** Opens the card of a row, or closes it with null. */
  select(row) {
    this.selected = row;
    this.parts.card.hidden = row === null;
    this.#mark();
    if (row !== null) this.#card();
  }

  #card() {
    const { card, stage } = this.parts;
    const { world } = this.slot;
    fillCard(card, this.session, world, this.selected, () => {
      this.select(null);
      stage.focus();
    });
    const { x, y } = this.view.place;
    const toLeft = x[this.selected] > this.stage.width / 2;
    card.style.left = toLeft ? "auto" : `${x[this.selected] + 18}px`;
    card.style.right = toLeft ? `${this.stage.width - x[this.selected] + 18}px` : "auto";
    card.style.top = `${Math.max(0, Math.min(y[this.selected] - 30, this.stage.height - card.offsetHeight))}px`;
  }

  /** Circles around the selected person and around those who first differ between the two worlds. */
  #mark() {
    const place = this.view?.place;
    if (!place || !this.slot.world) return;
    this.view.all(this.slot.world);
    const pen = this.stage.ties;
    const around = (row, colour, extra) => {
      pen.beginPath();
      pen.strokeStyle = colour;
      pen.lineWidth = 2.5;
      pen.arc(place.x[row], place.y[row], place.r[this.slot.world.organisation.role(row)] + extra, 0, 2 * Math.PI);
      pen.stroke();
    };
    const { month, rows: { [this.name]: rows } } = this.session.difference ?? { rows: { [this.name]: [] } };
    if (month > 0 && rows.length <= 12) rows.forEach((row) => around(row, "#0a76f6", 6));
    if (isPerson(this.selected)) around(this.selected, "#161629", 4);
  }

  #keyed(event) {
    if (event.target !== this.parts.stage || !this.view?.people) return;
    const { organisation } = this.slot.world;
    if (event.key === "Enter" && !isPerson(this.selected)) this.select(organisation.first.field_agent);
    else if (!isPerson(this.selected)) return;
    else if (event.key === "Escape") this.select(null);
    else if (event.key.startsWith("Arrow")) this.select(neighbour(organisation, this.view.place, this.selected, event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Months between which the programme runs, from the dates of the world; null where it never started. */
function programmeOf({ raw: { flags }, last }) {
  const starts = flags.find(({ id }) => id === "programme_starts");
  const ends = flags.find(({ id }) => id === "programme_ends" || id === "programme_aborted");
  return starts ? { from: starts.month, to: ends?.month ?? last } : null;
}

const curveLabel = (session) => (session.single && session.open.length > 1 ? "curve.label.ghost" : "curve.label");

const isPerson = (row) => row !== undefined && row !== null;

/** The next person in the direction of an arrow: the nearest one that lies that way. */
function neighbour(organisation, { x, y }, from, key) {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = from;
  let nearest = Infinity;
  for (let row = 0; row < organisation.size; row += 1) {
    const ahead = (x[row] - x[from]) * dx + (y[row] - y[from]) * dy;
    const aside = Math.abs((x[row] - x[from]) * dy) + Math.abs((y[row] - y[from]) * dx);
    const cost = ahead + 3 * aside;
    if (ahead > 0.5 && cost < nearest) [best, nearest] = [row, cost];
  }
  return best;
}
