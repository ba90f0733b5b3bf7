// The heat map: one line per service, one column per month, warmer where more agents practise.

import { RIGHT } from "./curve.js";
import { fontOf, leftOf } from "./stage.js";
import { inTongue, say } from "./words.js";

/** Colours at shares 0, 10, 25 and 50 % and above; the last is dark enough to read in grey. */
const RAMP = [[0, [240, 240, 247]], [0.1, [255, 214, 178]], [0.25, [232, 120, 58]], [0.5, [122, 36, 4]]];


export class HeatView {
  constructor(stage, organisation) {
    Object.assign(this, { stage, organisation });
    this.people = null;
  }

  labels() {
    return {};
  }

  all(world) {
    this.picture = heatPicture(world);
    this.stage.clear("ties");
    this.stage.clear("soil");
    this.#names();
    this.some(world);
  }

  some(world) {
    const { stage } = this;
    const left = leftOf(stage);
    const wide = stage.width - RIGHT - left;
    const tall = stage.height - 1.5 * this.stage.em;
    const at = (month) => left + (month / world.last) * wide;
    const pen = stage.actors;
    stage.clear("actors");
    pen.fillStyle = "#f7f7fb";
    pen.fillRect(left, 0, wide, tall);
    pen.imageSmoothingEnabled = false;
    if (world.month > 0) pen.drawImage(this.picture, 0.5, 0, world.month, this.organisation.services.length, left, 0, at(world.month) - left, tall);
    pen.fillStyle = "#000091";
    pen.fillRect(at(world.month) - 1, 0, 2, tall);
    pen.fillStyle = "#3a3a4d";
    pen.font = fontOf(this.stage.em);
    const low = stage.height - 5;
    pen.textAlign = "right";
    pen.fillText(say("curve.unit"), left + wide, low);
    pen.textAlign = "center";
    for (let month = 0; month <= world.last && at(month) < left + wide - 4 * stage.em; month += 24) pen.fillText(String(month), at(month), low);
    pen.textAlign = "left";
  }

  #names() {
    const { services } = this.organisation;
    const tall = (this.stage.height - 1.5 * this.stage.em) / services.length;
    const { em } = this.stage;
    const every = Math.max(1, Math.ceil((1.1 * em) / tall));
    const pen = this.stage.ties;
    pen.font = fontOf(this.stage.em);
    pen.fillStyle = "#3a3a4d";
    pen.textBaseline = "middle";
    for (let k = 0; k < services.length; k += every) pen.fillText(inTongue(services[k].name), 0, Math.max(0.55 * em, (k + 0.5) * tall));
    pen.textBaseline = "alphabetic";
  }
}

/** One pixel per service and month. */
function heatPicture(world) {
  const services = world.organisation.services.length;
  const canvas = new OffscreenCanvas(world.last + 1, services);
  const pen = canvas.getContext("2d");
  const image = pen.createImageData(world.last + 1, services);
  for (let service = 0; service < services; service += 1) {
    for (let month = 0; month <= world.last; month += 1)
      image.data.set([...warmth(world.serviceShare(service, month)), 255], 4 * (service * (world.last + 1) + month));
  }
  pen.putImageData(image, 0, 0);
  return canvas;
}

/** The steps that the legend shows: [share, colour]. */
export const warmSteps = () => RAMP.map(([share, [red, green, blue]]) => [share, `rgb(${red} ${green} ${blue})`]);

/** The colour of a share, between the two nearest steps of the ramp. */
export function warmth(share) {
  const above = RAMP.findIndex(([limit]) => share <= limit);
  if (above === 0) return RAMP[0][1];
  if (above < 0) return RAMP.at(-1)[1];
  const [[low, from], [high, to]] = [RAMP[above - 1], RAMP[above]];
  const part = (share - low) / (high - low);
  return from.map((value, k) => Math.round(value + (to[k] - value) * part));
}
