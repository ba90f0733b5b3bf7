// Where everybody stands on the organisation chart: computed from the organisation and the room, never moving afterwards.

import { ROLES } from "./organisation.js";
import { leftOf } from "./stage.js";

/** Height of a line of a label and of a level of the direction [em]; how agents and citizens share the rest. */
const LINE = 1.25;
const LEVEL = 1.2;
const SHARE = { field_agent: 0.68, citizen: 0.32 };
const GAP = 7;

/** Below this distance [px] managers on one line could hardly be seen; how far apart their two lines are. */
const CROWDED = 13;
const ZIGZAG = 9;

/** However near managers stand, they are drawn as if they were so far apart [px]. */
const LEAST = 7;

/** Below this size of a cell [px], symbols fill it and have no ring. */
const TINY = 8;

/** {x, y [px, by row], r [px, by role], bands {role: {top, bottom}}, columns [{left, right}] of services}. */
export function chartGeometry(organisation, width, height, gutter, em, lines) {
  const bands = makeBands(organisation, height, em, lines);
  const place = { x: new Float32Array(organisation.size), y: new Float32Array(organisation.size), r: {}, room: {}, bands };
  const left = leftOf({ gutter });
  place.columns = columnsOf(organisation, left, width);
  grid(place, organisation, "field_agent", organisation.agent.service, organisation.agent.team);
  grid(place, organisation, "citizen", organisation.citizenService, organisation.citizenService);
  managersAbove(place, organisation);
  elusAcross(place, organisation, left, width);
  return place;
}

function makeBands(organisation, height, em, lines) {
  const levels = levelsByRole(organisation);
  const least = ROLES.map((role) => em * Math.max(LINE * lines, LEVEL * levels[role].length));
  const left = Math.max(0, height - least.reduce((sum, tall) => sum + tall, 0));
  const bands = {};
  let top = 0;
  ROLES.forEach((role, k) => {
    bands[role] = { top, bottom: top + least[k] + left * (SHARE[role] ?? 0), levels: levels[role] };
    top = bands[role].bottom;
  });
  return bands;
}

/** Levels present among the direction and among the managers of services, the highest first. */
function levelsByRole(organisation) {
  const found = Object.fromEntries(ROLES.map((role) => [role, []]));
  organisation.manager.level.forEach((level, k) => {
    const levels = found[organisation.role(organisation.first.manager + k)];
    if (!levels.includes(level)) levels.push(level);
  });
  for (const levels of Object.values(found)) levels.sort((a, b) => b - a);
  return found;
}

/** One column per service, wider where more agents are. */
function columnsOf({ headcount }, left, width) {
  const count = headcount.length;
  const gap = Math.min(GAP, (width - left) / count / 5);
  const free = width - left - gap * (count - 1) - 4;
  const total = headcount.reduce((sum, n) => sum + n, 0);
  let x = left;
  return Array.from(headcount, (n) => {
    const column = { left: x, right: x + free * (0.4 / count + (0.6 * n) / total) };
    x = column.right + gap;
    return column;
  });
}

/** Fills the columns of the services with a common grid, downwards, so that those who are of one team stay together. */
function grid(place, organisation, role, service, team) {
  const { columns, bands: { [role]: band } } = place;
  const members = columns.map(() => []);
  service.forEach((own, k) => members[own].push(k));
  for (const list of members) list.sort((a, b) => team[a] - team[b] || a - b);
  const room = band.bottom - band.top - 8;
  const cell = largestCell(members, columns, room);
  place.r[role] = Math.max(0.6, cell * (cell < TINY ? 0.46 : 0.34));
  place.room[role] = cell / 2;
  members.forEach((list, own) => {
    const { left, right } = columns[own];
    const across = Math.max(1, Math.ceil(list.length / Math.floor(room / cell)));
    const down = Math.ceil(list.length / across);
    const inset = (right - left - across * cell) / 2;
    list.forEach((k, rank) => {
      place.x[organisation.first[role] + k] = left + inset + (Math.floor(rank / down) + 0.5) * cell;
      place.y[organisation.first[role] + k] = band.top + 4 + ((rank % down) + 0.5) * cell;
    });
    if (role === "field_agent") columns[own].bottom = band.top + 4 + down * cell;
  });
}

/** The largest cell [px] with which every group fits into its column. */
function largestCell(members, columns, room) {
  for (let cell = 24; cell > 1; cell -= 0.25) {
    const deep = Math.floor(room / cell);
    const fits = members.every((list, k) => Math.floor((columns[k].right - columns[k].left) / cell) * deep >= list.length);
    if (fits) return cell;
  }
  return 1;
}

/** First-line managers stand above their team; the others are spread over the services they are in charge of. */
function managersAbove(place, organisation) {
  const { first, manager } = organisation;
  const teams = teamMiddles(place, organisation);
  const peers = new Map();
  manager.level.forEach((level, k) => {
    const key = [manager.from[k], level, manager.first[k], manager.last[k]].join();
    peers.set(key, [...(peers.get(key) ?? []), k]);
  });
  for (const group of peers.values()) {
    const staggered = zigzag(place, organisation, group, teams);
    group.forEach((k, rank) => {
      const [left, right] = [place.columns[manager.first[k]].left, place.columns[manager.last[k]].right];
      const band = place.bands[organisation.role(first.manager + k)];
      const step = (band.bottom - band.top) / band.levels.length;
      place.x[first.manager + k] = teams.get(k) ?? left + ((rank + 0.5) / group.length) * (right - left);
      const shift = staggered ? ZIGZAG * (rank % 2 ? 0.25 : -0.75) : 0;
      place.y[first.manager + k] = band.top + (band.levels.indexOf(manager.level[k]) + 0.5) * step + shift;
    });
  }
  for (const role of ["direction", "manager"]) fitRadius(place, organisation, role, role === "direction" ? 9 : 5.5);
}

/** Whether first-line managers of a group stand too near one another for one line: then they stand on two. */
function zigzag(place, { manager }, group, teams) {
  const { left, right } = place.columns[manager.first[group[0]]];
  return group.length > 1 && group.every((k) => teams.has(k)) && (right - left) / group.length < CROWDED;
}

/** The middle of each team [px], by the manager whom it reports to at the start. */
function teamMiddles(place, { agent, first }) {
  const found = new Map();
  agent.manager.forEach((boss, k) => found.set(boss, [...(found.get(boss) ?? []), place.x[first.field_agent + k]]));
  return new Map([...found].map(([boss, xs]) => [boss, xs.reduce((sum, x) => sum + x, 0) / xs.length]));
}

/** Sets a radius with which neighbours of a role on one line do not touch, at most `most` [px]. */
function fitRadius(place, organisation, role, most) {
  const band = place.bands[role];
  const rows = organisation.members(role);
  let nearest = Infinity;
  const lines = new Map();
  for (const row of rows) {
    const line = `${place.y[row]} ${organisation.manager.from[row - organisation.first.manager]}`;
    lines.set(line, [...(lines.get(line) ?? []), place.x[row]]);
  }
  for (const line of lines.values()) {
    line.sort((a, b) => a - b);
    for (let k = 1; k < line.length; k += 1) nearest = Math.min(nearest, Math.max(LEAST, line[k] - line[k - 1]));
  }
  const tall = (band.bottom - band.top) / Math.max(1, band.levels.length);
  place.r[role] = Math.max(1.2, Math.min(most, nearest * 0.36, tall * 0.34));
  place.room[role] = Math.max(2, Math.min(nearest, tall) / 2);
}

function elusAcross(place, organisation, left, width) {
  const { top, bottom } = place.bands.elu;
  const n = organisation.rows.elu;
  const step = (width - left) / Math.max(1, n);
  for (let row = 0; row < n; row += 1) {
    place.x[row] = left + (row + 0.5) * step;
    place.y[row] = (top + bottom) / 2;
  }
  place.r.elu = Math.min(10, step * 0.36, (bottom - top) * 0.3);
  place.room.elu = Math.min(step, bottom - top) / 2;
}
