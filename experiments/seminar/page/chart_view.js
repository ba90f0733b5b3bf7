// The organisation chart: who acts, service by service and row by row.

import { chartGeometry } from "./chart_geometry.js";
import { ROLES } from "./organisation.js";
import { People } from "./people.js";
import { REACHED } from "./world.js";

const SOIL = { plain: "#f4f4fa", reached: "#ffe3cc", bar: "#c2410c", tie: "#d8d8e4" };

export class ChartView {
  constructor(stage, organisation) {
    Object.assign(this, { stage, organisation });
    this.place = chartGeometry(organisation, stage.width, stage.height, stage.gutter, stage.em, stage.lines);
    this.people = new People(stage, organisation, this.place);
  }

  /** Where the labels of the rows stand: {role: middle [px]}. */
  labels() {
    return Object.fromEntries(ROLES.map((role) => [role, middle(this.place.bands[role])]));
  }

  all(world) {
    this.#ties(world);
    this.#soil(world);
    this.people.all(world);
  }

  some(world, slice) {
    if (this.since !== this.organisation.since(world.month)) this.#ties(world);
    this.#soil(world);
    this.people.some(world, slice);
  }

  #soil(world) {
    const reached = this.place.columns.map((_, service) => world.serviceShare(service, world.month) >= REACHED);
    const told = reached.join();
    if (told === this.told) return;
    this.told = told;
    this.stage.clear("soil");
    for (const box of serviceBoxes(this.place, reached)) {
      const pen = this.stage.soil;
      pen.fillStyle = box.reached ? SOIL.reached : SOIL.plain;
      pen.fillRect(box.left, box.top, box.width, box.height);
      pen.fillStyle = SOIL.bar;
      if (box.reached) pen.fillRect(box.left, box.top + box.height - 3, box.width, 3);
    }
  }

  #ties(world) {
    this.told = null;
    this.since = this.organisation.since(world.month);
    this.stage.clear("ties");
    const pen = this.stage.ties;
    pen.strokeStyle = SOIL.tie;
    pen.lineWidth = 1;
    pen.beginPath();
    for (const [x1, y1, x2, y2] of reportingLines(this.organisation, this.place, world.month)) {
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
    }
    pen.stroke();
  }
}

export const middle = ({ top, bottom }) => (top + bottom) / 2;

/** The ground of each service, from its managers down to its agents. */
export function serviceBoxes(place, reached) {
  const top = place.bands.field_agent.top;
  const height = Math.max(...place.columns.map(({ bottom }) => bottom)) - top + 6;
  return place.columns.map(({ left, right }, service) => ({
    left: left - 2, top, width: right - left + 4, height, reached: reached[service],
  }));
}

/** Who reports to whom at a month: managers to their own manager, and each first line to its team. */
export function reportingLines(organisation, place, month) {
  const lines = [];
  organisation.manager.parent.forEach((parent, k) => {
    if (parent >= 0 && organisation.stands(k, month)) lines.push(between(place, organisation.first.manager + k, organisation.first.manager + parent));
  });
  const heads = new Map();
  organisation.agent.manager.forEach((boss, k) => {
    const row = organisation.first.field_agent + k;
    const known = heads.get(boss);
    if (known === undefined || place.y[row] < place.y[known]) heads.set(boss, row);
  });
  for (const [boss, row] of heads) if (organisation.stands(boss, month)) lines.push(between(place, organisation.first.manager + boss, row));
  return lines;
}

const between = ({ x, y }, one, other) => [x[one], y[one], x[other], y[other]];
