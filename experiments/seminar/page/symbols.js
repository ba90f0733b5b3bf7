// What one person looks like: drawn once as a list of shapes, then painted on a canvas or written as SVG.

import { acts, fresh, member, stance, stopped } from "./world.js";

export const INK = {
  acts: "#c2410c",
  stopped: "#4b4fa8",
  waits: "#8b8ba0",
  crowd: "#b3b3c6",
  ring: "#3d3dae",
  faint: "#9a9ad8",
  halo: "#ffc940",
  paper: "#ffffff",
};

const TURN = 2 * Math.PI;

/** Radius from which a ring can be seen [px]. */
const RINGED = 2.6;

/** Shapes of a state at radius r [px], from back to front: who acts is a disk, who stopped a diamond, who waits a small disk. */
export function shapes(state, r) {
  const list = [];
  if (fresh(state)) list.push({ kind: "disk", r: r + haloWidth(r), fill: INK.halo });
  if (acts(state)) list.push({ kind: "disk", r, fill: INK.acts });
  else if (stopped(state)) list.push({ kind: "diamond", r: r * 1.1, fill: INK.stopped });
  else list.push({ kind: "disk", r: r * 0.78, fill: r < RINGED ? INK.crowd : INK.waits });
  if (member(state) && r >= 2) list.push({ kind: "disk", r: r * 0.34, fill: INK.paper });
  if (stance(state) && r >= RINGED) list.push({ kind: "ring", r: r + ringGap(r), turn: stance(state) / 3, width: ringWidth(r), stroke: r < 5 ? INK.faint : INK.ring });
  return list;
}

const ringWidth = (r) => Math.min(2, Math.max(0.8, r * 0.2));
const haloWidth = (r) => Math.max(1, r * 0.45);
const ringGap = (r) => ringWidth(r) / 2 + Math.min(1.6, r * 0.18);

/** Room that a symbol of radius r takes from its centre, halo and ring included [px]. */
export const reach = (r) => Math.max(r + ringGap(r) + ringWidth(r) / 2, r + haloWidth(r)) + 0.5;

export function paintSymbol(pen, x, y, r, state) {
  for (const shape of shapes(state, r)) {
    pen.beginPath();
    if (shape.kind === "diamond") diamond(pen, x, y, shape.r);
    else pen.arc(x, y, shape.r, -TURN / 4, -TURN / 4 + TURN * (shape.turn ?? 1));
    if (shape.kind === "ring") {
      pen.strokeStyle = shape.stroke;
      pen.lineWidth = shape.width;
      pen.stroke();
    } else {
      pen.fillStyle = shape.fill;
      pen.fill();
    }
  }
}

function diamond(pen, x, y, r) {
  pen.moveTo(x, y - r);
  pen.lineTo(x + r, y);
  pen.lineTo(x, y + r);
  pen.lineTo(x - r, y);
  pen.closePath();
}

/** The same symbol as SVG markup around the origin. */
export function symbolMarkup(state, r) {
  return shapes(state, r).map(shapeMarkup).join("");
}

function shapeMarkup(shape) {
  const r = round(shape.r);
  if (shape.kind === "diamond") return `<path d="M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z" fill="${shape.fill}"/>`;
  if (shape.kind === "disk") return `<circle r="${r}" fill="${shape.fill}"/>`;
  const around = `fill="none" stroke="${shape.stroke}" stroke-width="${round(shape.width)}"`;
  if (shape.turn === 1) return `<circle r="${r}" ${around}/>`;
  const angle = TURN * shape.turn;
  const end = `${round(r * Math.sin(angle))} ${round(-r * Math.cos(angle))}`;
  return `<path d="M0 ${-r}A${r} ${r} 0 ${angle > Math.PI ? 1 : 0} 1 ${end}" ${around}/>`;
}

const round = (value) => Math.round(value * 100) / 100;
