// Puts everybody's symbol on the actors' sheet, and afterwards only those who changed.
// Symbols are painted once on a sheet of sprites; above 2 000 rows their pixels are copied into one image instead.

import { ROLES } from "./organisation.js";
import { paintSymbol, reach } from "./symbols.js";
import { absent } from "./world.js";

const STATES = 64;
const MANY = 2000;

export class People {
  /** `place`: x, y by row (NaN = not shown), r and room by role [px]. */
  constructor(stage, organisation, place) {
    Object.assign(this, { stage, organisation, place });
    this.sprites = ROLES.map((role) => makeSprites(place.r[role], place.room[role], stage.scale));
    const { canvas } = stage.actors;
    this.image = organisation.size > MANY ? new ImageData(canvas.width, canvas.height) : null;
    this.pixels = this.image && new Uint32Array(this.image.data.buffer);
  }

  all(world) {
    this.stage.clear("actors");
    if (this.pixels) this.pixels.fill(0);
    for (let row = 0; row < world.state.length; row += 1) this.#put(row, world.state[row], false);
    if (this.image) this.stage.actors.putImageData(this.image, 0, 0);
  }

  /** Paints the rows of a slice of changes again. */
  some(world, [from, to]) {
    if (to - from > world.state.length) return this.all(world);
    for (let at = from; at < to; at += 1) {
      const row = world.changes.row[at];
      this.#put(row, world.state[row], true);
    }
    if (this.image && to > from) this.stage.actors.putImageData(this.image, 0, 0);
  }

  #put(row, state, again) {
    const { x, y } = this.place;
    if (Number.isNaN(x[row]) || (absent(state) && !again)) return;
    const sprite = this.sprites[this.organisation.roleOf[row]];
    const { scale } = this.stage;
    const left = Math.round(x[row] * scale - sprite.side / 2);
    const top = Math.round(y[row] * scale - sprite.side / 2);
    if (this.pixels) this.#copy(sprite, state, left, top);
    else this.#stamp(sprite, state, left, top, again);
  }

  #stamp({ sheet, side }, state, left, top, again) {
    const pen = this.stage.actors;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    if (again) pen.clearRect(left, top, side, side);
    if (!absent(state)) pen.drawImage(sheet, (state % STATES) * side, 0, side, side, left, top, side, side);
    pen.setTransform(this.stage.scale, 0, 0, this.stage.scale, 0, 0);
  }

  #copy({ pixels, side }, state, left, top) {
    const { width, height } = this.image;
    const wide = side * STATES;
    const gone = absent(state);
    for (let line = 0; line < side; line += 1) {
      const to = top + line;
      if (to < 0 || to >= height) continue;
      const from = line * wide + (state % STATES) * side;
      for (let k = Math.max(0, -left); k < side && left + k < width; k += 1)
        this.pixels[to * width + left + k] = gone ? 0 : pixels[from + k];
    }
  }

  /** The person of a world nearest to a point, within reach of a finger, or -1. */
  at(world, px, py) {
    const { x, y, r } = this.place;
    let best = -1;
    let nearest = Infinity;
    for (let row = 0; row < this.organisation.size; row += 1) {
      const away = Math.hypot(x[row] - px, y[row] - py) - r[this.organisation.role(row)];
      if (away < nearest && !absent(world.state[row])) [best, nearest] = [row, away];
    }
    return nearest < 14 ? best : -1;
  }
}

/** All states of a role side by side, each in a square that no neighbour enters. */
function makeSprites(r, room, scale) {
  if (!(r > 0)) return { side: 0 };
  const side = Math.max(1, Math.floor(2 * Math.min(reach(r), room) * scale));
  const sheet = new OffscreenCanvas(side * STATES, side);
  const pen = sheet.getContext("2d", { willReadFrequently: true });
  for (let state = 0; state < STATES; state += 1) {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.save();
    pen.beginPath();
    pen.rect(state * side, 0, side, side);
    pen.clip();
    pen.setTransform(scale, 0, 0, scale, (state + 0.5) * side, side / 2);
    paintSymbol(pen, 0, 0, r, state);
    pen.restore();
  }
  const data = pen.getImageData(0, 0, side * STATES, side).data;
  return { sheet, side, pixels: new Uint32Array(data.buffer) };
}
