// Three sheets of canvas, one above the other: the soil (services), the ties (drawn once) and the actors (what changes).

import { element } from "./dom.js";

const SHEETS = ["soil", "ties", "actors"];

export class Stage {
  constructor(host) {
    this.host = host;
    this.width = 0;
    this.height = 0;
    for (const sheet of SHEETS) {
      const canvas = element("canvas", { class: "sheet", "aria-hidden": "true" });
      host.append(canvas);
      this[sheet] = canvas.getContext("2d");
    }
  }

  /** Takes the size of its place on the page; returns whether it changed. */
  fit() {
    const width = this.host.clientWidth;
    const height = this.host.clientHeight;
    const scale = Math.min(2, window.devicePixelRatio || 1);
    const em = rem();
    const lines = measure("--label-lines");
    const gutter = measure("--gutter") * em;
    const told = [width, height, scale, em, lines].join();
    if (told === this.told) return false;
    Object.assign(this, { width, height, scale, em, lines, gutter, told });
    for (const sheet of SHEETS) {
      const pen = this[sheet];
      pen.canvas.width = Math.max(1, Math.round(width * scale));
      pen.canvas.height = Math.max(1, Math.round(height * scale));
      pen.setTransform(scale, 0, 0, scale, 0, 0);
    }
    return true;
  }

  clear(sheet) {
    this[sheet].clearRect(0, 0, this.width, this.height);
  }
}

/** Where pictures begin, after the names of their rows [px]. */
export const leftOf = ({ gutter }) => gutter + 6;

const measure = (name) => parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name));

/** Size of the page's text [px]: larger where it is projected. */
export const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The font of the page at a size [px], for text on a canvas. */
export const fontOf = (size, weight = "") => `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`.trim();
