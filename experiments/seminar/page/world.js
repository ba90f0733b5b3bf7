// One lived world: the state of every row at any month, forwards and backwards, and what is counted from it.

import { column, readChanges } from "./bytes.js";
import { ROLES } from "./organisation.js";

const ACTS = 1;
const STOPPED = 2;
const MEMBER = 16;
const FRESH = 32;
const ABSENT = 64;

/** The parts of a state byte. */
export const acts = (state) => (state & ACTS) !== 0;
export const stopped = (state) => (state & STOPPED) !== 0;
export const stance = (state) => (state >> 2) & 3;
export const member = (state) => (state & MEMBER) !== 0;
export const absent = (state) => (state & ABSENT) !== 0;
export const fresh = (state) => (state & FRESH) !== 0;

/** Share of a service's agents from which it counts as reached: the threshold of the verdict. */
export const REACHED = 0.1;

export class World {
  /** Decodes a world of the transport; `organisation` is that of its layout. */
  static async read(raw, organisation) {
    return new World(raw, organisation, await readChanges(raw.changes, raw.wide === true));
  }

  constructor(raw, organisation, changes) {
    this.raw = raw;
    this.organisation = organisation;
    this.changes = changes;
    this.last = raw.months - 1;
    this.state = column(raw.start, Uint8Array);
    if (this.state.length !== organisation.size) throw new Error("world and layout do not have the same rows");
    this.month = 0;
    this.until = this.#firstOfMonths();
    this.#readOnce();
  }

  /** until[m] = number of changes up to month m, that month included. */
  #firstOfMonths() {
    const until = new Uint32Array(this.last + 1);
    for (const month of this.changes.month) until[month] += 1;
    for (let month = 1; month <= this.last; month += 1) until[month] += until[month - 1];
    return until;
  }

  /** Goes once through all months, to remember what each change replaced and to count who acts. */
  #readOnce() {
    const { changes, organisation, last } = this;
    const state = this.state.slice();
    const role = ROLES.map(() => new Uint32Array(last + 1));
    const service = organisation.services.map(() => new Uint16Array(last + 1));
    const present = ROLES.map(() => new Uint32Array(last + 1));
    const count = (row, month, by, own) => {
      present[organisation.roleOf[row]][month] += by * !absent(own);
      if (!acts(own)) return;
      role[organisation.roleOf[row]][month] += by;
      if (organisation.role(row) === "field_agent") service[organisation.serviceOf(row)][month] += by;
    };
    state.forEach((own, row) => count(row, 0, 1, own));
    this.before = new Uint8Array(changes.count);
    let at = 0;
    for (let month = 0; month <= last; month += 1) {
      if (month > 0) for (const series of [...role, ...present, ...service]) series[month] = series[month - 1];
      for (; at < this.until[month]; at += 1) {
        const row = changes.row[at];
        this.before[at] = state[row];
        count(row, month, -1, state[row]);
        count(row, month, 1, changes.state[at]);
        state[row] = changes.state[at];
      }
    }
    this.acting = role;
    this.present = present;
    this.practising = service;
    this.#apply(0, this.until[0]);
  }

  #apply(from, to) {
    const { row, state } = this.changes;
    for (let at = from; at < to; at += 1) this.state[row[at]] = state[at];
  }

  /** Moves to a month; returns the slice [from, to) of the changes whose rows may look different now. */
  seek(month) {
    const here = this.until[this.month];
    const there = this.until[month];
    if (there >= here) this.#apply(here, there);
    else for (let at = here - 1; at >= there; at -= 1) this.state[this.changes.row[at]] = this.before[at];
    this.month = month;
    return [Math.min(here, there), Math.max(here, there)];
  }

  /** Share of field agents who practise at a month, of the world or of its twin without programme. */
  practice(month, line = this.raw.curve) {
    return line[Math.min(month, line.length - 1)];
  }

  serviceShare(service, month) {
    return this.practising[service][month] / this.organisation.headcount[service];
  }

  /** Services where at least one agent in ten practises. */
  reached(month) {
    return this.practising.filter((_, service) => this.serviceShare(service, month) >= REACHED).length;
  }

  /** The last time up to a month at which a row began or ceased to act: {month, reason, acts}, or null. */
  lastTurn(row, month) {
    for (let at = this.until[month] - 1; at >= 0; at -= 1) {
      if (this.changes.row[at] === row && acts(this.before[at]) !== acts(this.changes.state[at]))
        return { month: this.changes.month[at], reason: this.changes.reason[at], acts: acts(this.changes.state[at]) };
    }
    return null;
  }
}

/** A name for a row that holds in any organisation of the same people; posts are only the same in the same organisation. */
function personOf(organisation, row, posts) {
  if (row < organisation.first.manager) return `elu ${row}`;
  if (row < organisation.first.field_agent) return posts ? `manager ${row}` : null;
  return row < organisation.first.citizen ? `agent ${row - organisation.first.field_agent}` : `citizen ${row - organisation.first.citizen}`;
}

/** Who is in which new state at a month: {"person state": row}. */
function news(world, month, posts) {
  const found = new Map();
  const add = (row, state) => {
    const person = personOf(world.organisation, row, posts);
    if (person !== null) found.set(`${person} ${state}`, row);
  };
  if (month === 0) column(world.raw.start, Uint8Array).forEach((state, row) => add(row, state));
  for (let at = month ? world.until[month - 1] : 0; at < world.until[month]; at += 1) add(world.changes.row[at], world.changes.state[at]);
  return found;
}

/** Where two worlds of the same luck first differ: {month, rows: {A, B}}, or null. */
export function firstDifference(one, other) {
  const posts = one.organisation.id === other.organisation.id;
  for (let month = 0; month <= Math.min(one.last, other.last); month += 1) {
    const [ours, theirs] = [news(one, month, posts), news(other, month, posts)];
    const only = (mine, others) => [...mine.keys()].filter((key) => !others.has(key)).map((key) => mine.get(key));
    const rows = { A: only(ours, theirs), B: only(theirs, ours) };
    if (rows.A.length || rows.B.length) return { month, rows };
  }
  return null;
}
