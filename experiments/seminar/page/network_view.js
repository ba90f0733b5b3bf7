// The network of work ties: services as clusters, a sample of the ties between agents, warm where both practise.

import { People } from "./people.js";
import { INK } from "./symbols.js";
import { acts } from "./world.js";
import { fontOf, leftOf } from "./stage.js";

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const PALE = "#c6c6da";

export class NetworkView {
  constructor(stage, organisation) {
    Object.assign(this, { stage, organisation });
    this.place = networkGeometry(organisation, stage);
    this.people = new People(stage, organisation, this.place);
  }

  labels() {
    const { elu, direction, clusters } = this.place.bands;
    return { elu, direction, field_agent: clusters };
  }

  all(world) {
    this.stage.clear("ties");
    this.#lines(this.stage.ties, PALE, () => true);
    this.#numbers();
    this.#warm(world);
    this.people.all(world);
  }

  some(world, slice) {
    this.#warm(world);
    this.people.some(world, slice);
  }

  #warm(world) {
    const { first } = this.organisation;
    const practises = (agent) => acts(world.state[first.field_agent + agent]);
    this.stage.clear("soil");
    this.#lines(this.stage.soil, INK.acts, (a, b) => practises(a) && practises(b));
  }

  #lines(pen, colour, wanted) {
    const { organisation: { first, ties }, place: { x, y } } = this;
    pen.strokeStyle = colour;
    pen.lineWidth = colour === PALE ? this.#thin() : 2;
    pen.beginPath();
    for (let k = 0; k < ties.length; k += 2) {
      if (!wanted(ties[k], ties[k + 1])) continue;
      pen.moveTo(x[first.field_agent + ties[k]], y[first.field_agent + ties[k]]);
      pen.lineTo(x[first.field_agent + ties[k + 1]], y[first.field_agent + ties[k + 1]]);
    }
    pen.stroke();
  }

  /** Many lines in little room are drawn thinner, or they would hide those whom they join. */
  #thin() {
    return Math.max(0.25, Math.min(0.8, (1.3 * this.stage.width) / this.organisation.ties.length));
  }

  #numbers() {
    const pen = this.stage.ties;
    pen.font = fontOf(this.stage.em, "bold");
    pen.fillStyle = "#5a5a70";
    for (const [service, cell] of this.place.cells.entries()) {
      if (cell.side > 2.6 * this.stage.em) pen.fillText(String(service + 1), cell.left + 2, cell.top + this.stage.em * 0.9);
    }
  }
}

/** Élus and direction on two lines, then one cell per service, filled from its middle: managers first, then teams. */
function networkGeometry(organisation, { width, height, em, lines, gutter }) {
  const x = new Float32Array(organisation.size).fill(NaN);
  const y = new Float32Array(organisation.size).fill(NaN);
  const place = { x, y, r: {}, room: {}, cells: [], bands: {} };
  const left = leftOf({ gutter });
  const line = (0.4 + 0.95 * lines) * em;
  acrossLine(place, organisation, "elu", left, width, line * 0.5, 9);
  acrossLine(place, organisation, "direction", left, width, line * 1.45, 8);
  const top = line * 2;
  place.bands = { elu: line * 0.5, direction: line * 1.45, clusters: (top + height) / 2 };
  clusters(place, organisation, { left, top, width: width - left, height: height - top });
  return place;
}

function acrossLine(place, organisation, role, left, width, y, most) {
  const rows = organisation.members(role);
  const step = (width - left) / Math.max(1, rows.length);
  rows.forEach((row, k) => {
    place.x[row] = left + (k + 0.5) * step;
    place.y[row] = y;
  });
  place.r[role] = Math.min(most, step * 0.36);
  place.room[role] = Math.min(step / 2, 18);
}

function clusters(place, organisation, box) {
  const count = organisation.services.length;
  const across = bestAcross(count, box);
  const wide = box.width / across;
  const tall = box.height / Math.ceil(count / across);
  const members = Array.from({ length: count }, () => []);
  for (const row of [...organisation.members("manager"), ...organisation.members("field_agent")])
    members[organisation.serviceOf(row)].push(row);
  const most = Math.max(...members.map((list) => list.length));
  const radius = Math.min(wide, tall) * 0.42;
  const spacing = radius / Math.sqrt(most);
  members.forEach((list, service) => {
    const left = box.left + (service % across) * wide;
    const top = box.top + Math.floor(service / across) * tall;
    place.cells.push({ left, top, side: Math.min(wide, tall) });
    list.forEach((row, k) => {
      place.x[row] = left + wide / 2 + stretch(wide, tall) * spacing * Math.sqrt(k + 0.5) * Math.cos(k * GOLDEN);
      place.y[row] = top + tall / 2 + spacing * Math.sqrt(k + 0.5) * Math.sin(k * GOLDEN);
    });
  });
  place.r.field_agent = Math.max(1, Math.min(6, spacing * 0.58));
  place.r.manager = place.r.field_agent * 1.15;
  place.room.field_agent = place.room.manager = Math.max(2, spacing * 0.95);
}

const stretch = (wide, tall) => Math.min(1.7, Math.max(1, wide / tall));

/** Number of cells across that gives the largest cells. */
function bestAcross(count, { width, height }) {
  let best = 1;
  let side = 0;
  for (let across = 1; across <= count; across += 1) {
    const own = Math.min(width / across, height / Math.ceil(count / across));
    if (own > side) [best, side] = [across, own];
  }
  return best;
}
