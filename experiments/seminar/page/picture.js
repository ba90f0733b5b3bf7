// The picture of what is on screen, as one SVG: banner, chart and curve of one or two worlds. The PNG is made of it.

import { chartGeometry } from "./chart_geometry.js";
import { reportingLines, serviceBoxes } from "./chart_view.js";
import { curveMarkup } from "./curve.js";
import { escaped } from "./dom.js";
import { squaresMarkup } from "./squares.js";
import { leftOf } from "./stage.js";
import { symbolMarkup } from "./symbols.js";
import { announcement, counts } from "./telling.js";
import { inTongue, monthName, say } from "./words.js";
import { absent, REACHED } from "./world.js";

const WIDE = 960;
const CHART = 420;
const CURVE = 200;
const HEAD = 150;
const FOOT = 64;
/** Room for the names of rows, as a stage has it. */
export const MARGIN = { gutter: 118 };
const FONT = "Segoe UI, Helvetica Neue, Arial, DejaVu Sans Condensed, sans-serif";

/** {markup, width, height} of the picture of all worlds shown. */
export function pictureOf(session, panels) {
  const shown = panels.filter(({ slot }) => slot?.world);
  const width = WIDE * shown.length;
  const height = HEAD + CHART + CURVE + FOOT;
  const worlds = shown.map((panel, k) => `<g transform="translate(${k * WIDE} 60)">${worldMarkup(session, panel)}</g>`);
  const head = writing(24, 36, say("picture.title", { case: inTongue(session.case.name), month: monthName(session.month, session.case.calendar_start) }), 24, "bold", "#000091");
  const { practice, product } = session.catalogue;
  const foot = [inTongue(practice), `${inTongue(product.uncalibrated)} Archipel ${product.version}`];
  const lines = foot.map((text, k) => writing(24, height - 38 + 22 * k, text, 16, "", "#3a3a4d"));
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}"><title>${escaped(inTongue(session.case.name))}</title><rect width="100%" height="100%" fill="#fff"/>${head}${worlds.join("")}${lines.join("")}</svg>`;
  return { markup, width, height };
}

const writing = (x, y, text, size, weight = "", colour = "#161629") =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${weight && ` font-weight="${weight}"`}>${escaped(text)}</text>`;

function worldMarkup(session, panel) {
  const { slot, name } = panel;
  const told = announcement(slot, slot.world.month, session.catalogue.verdicts);
  const parts = [writing(24, 30, `${name} · ${told.headline}`, 26, "bold", "#9a3412"), writing(24, 56, told.under, 18)];
  if (told.verdict) parts.push(`<g transform="translate(${WIDE - 250} 4)">${squaresMarkup(slot.shares.dots, 5, slot.seed)}</g>`);
  parts.push(`<g transform="translate(12 76)">${chartMarkup(slot.world)}</g>`);
  const month = slot.revealed ? slot.world.last : slot.world.month;
  const curve = panel.curveParts({ width: WIDE - 24, height: CURVE, left: leftOf(MARGIN), clip: `export-${name}`, month });
  parts.push(`<g transform="translate(12 ${76 + CHART + 12})">${curveMarkup(curve)}</g>`);
  return parts.join("");
}

/** The organisation chart at the world's current month. */
export function chartMarkup(world) {
  const { organisation } = world;
  const place = chartGeometry(organisation, WIDE - 24, CHART, MARGIN.gutter, 16, 2);
  const reached = place.columns.map((_, service) => world.serviceShare(service, world.month) >= REACHED);
  const soil = serviceBoxes(place, reached).map(boxMarkup);
  const lines = reportingLines(organisation, place, world.month).map(([x1, y1, x2, y2]) => `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`);
  const ties = `<path d="${lines.join("")}" stroke="#c9c9d8" fill="none"/>`;
  return soil.join("") + ties + rowNames(world, place) + peopleMarkup(world, place);
}

function boxMarkup({ left, top, width, height, reached }) {
  const at = `x="${left.toFixed(1)}" width="${width.toFixed(1)}"`;
  const bar = reached ? `<rect ${at} y="${(top + height - 3).toFixed(1)}" height="3" fill="#c2410c"/>` : "";
  return `<rect ${at} y="${top.toFixed(1)}" height="${height.toFixed(1)}" fill="${reached ? "#ffe3cc" : "#f4f4fa"}"/>${bar}`;
}

function rowNames(world, place) {
  return counts(world, world.month).filter(({ total }) => total).map(({ role, acting, total }) => {
    const y = (place.bands[role].top + place.bands[role].bottom) / 2;
    return writing(0, y - 2, say(`row.${role}`), 16, "bold") + writing(0, y + 16, say(`row.${role}.count`, { n: acting, total }), 16);
  }).join("");
}

/** Each look is defined once and used wherever somebody has it. */
function peopleMarkup(world, place) {
  const { organisation } = world;
  const looks = new Map();
  const uses = Array.from(world.state, (state, row) => {
    if (absent(state)) return "";
    const id = `${organisation.role(row)}-${state % 64}`;
    if (!looks.has(id)) looks.set(id, `<g id="${id}">${symbolMarkup(state % 64, place.r[organisation.role(row)])}</g>`);
    return `<use href="#${id}" x="${place.x[row].toFixed(1)}" y="${place.y[row].toFixed(1)}"/>`;
  });
  return `<defs>${[...looks.values()].join("")}</defs>${uses.join("")}`;
}

/** The picture as a PNG, twice as fine as the screen. */
export async function pngOf({ markup, width, height }) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([markup], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(width * 2, height * 2);
    canvas.getContext("2d").drawImage(image, 0, 0, width * 2, height * 2);
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    URL.revokeObjectURL(address);
  }
}
