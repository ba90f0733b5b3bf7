// Which combinations of levers and events can be shown: all of them live, those that were computed in a file.

const sorted = (object) => Object.keys(object).sort().map((key) => [key, object[key]]);

/** One text for one position, whatever the order in which it was reached. */
export function positionKey(id, levers, events) {
  const dated = events.map((event) => JSON.stringify(sorted(event))).sort();
  return JSON.stringify([id, sorted(levers), dated]);
}

export class Positions {
  constructor(catalogue) {
    this.levers = catalogue.levers;
    this.free = catalogue.computed === null;
    this.rows = catalogue.computed ?? [];
    this.keys = new Set(this.rows.map(([id, levers, events]) => positionKey(id, levers, events)));
  }

  has(id, levers, events) {
    return this.free || this.keys.has(positionKey(id, levers, events));
  }

  /** Where the levers stand when a case opens: as the case has them, or at the nearest position that was computed. */
  start(own) {
    const levers = Object.fromEntries(this.levers.map(({ id }) => [id, own.levers[id]]));
    if (this.has(own.id, levers, [])) return levers;
    const away = (row) => this.levers.reduce((sum, { id, low, high }) => sum + Math.abs(row[1][id] - levers[id]) / (high - low), 0);
    const rows = this.rows.filter(([id, , events]) => id === own.id && events.length === 0);
    return rows.reduce((best, row) => (away(row) < away(best) ? row : best))[1];
  }

  /** The ways in which one more event of a kind can happen: [{event, month…}]; live, any month and option. */
  events(id, levers, present, kind, month) {
    if (this.free) return choices(kind).map((options) => ({ id: kind.id, month, ...options }));
    const found = new Map();
    for (const [own, , events] of this.rows) {
      if (own !== id) continue;
      for (const event of events.filter((one) => one.id === kind.id)) {
        const key = positionKey(id, levers, [...present, event]);
        if (this.keys.has(key)) found.set(key, event);
      }
    }
    return [...found.values()];
  }

  /** The events that still exist at another position of the levers; those that were not computed are dropped. */
  keep(id, levers, events) {
    return this.has(id, levers, events) ? events : [];
  }
}

/** All combinations of the options of a kind of event. */
function choices(kind) {
  return (kind.options ?? []).reduce(
    (all, { id, values }) => all.flatMap((one) => values.map((value) => ({ ...one, [id]: value.value }))),
    [{}],
  );
}
