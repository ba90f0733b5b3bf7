// The curve of practice as SVG markup: for the page and, unchanged, for what is exported.

import { escaped } from "./dom.js";
import { percent, say } from "./words.js";

/** Width of a bold letter, on average [em]; below so many letters a name would say nothing. */
const WIDTH = 0.56;
const FEWEST = 6;

const CEILINGS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
const INKS = { line: "#c2410c", band: "#f9d3b8", twin: "#55556b", ghost: "#000091", axis: "#d0d0dc", text: "#3a3a4d", name: "#161629", event: "#000091" };

/** The top of the axis that holds all worlds shown, so that they are read on one scale. */
export function commonCeiling(slots) {
  const most = Math.max(0.01, ...slots.flatMap(({ world, shares }) => [...(world?.raw.curve ?? []), ...(shares?.band?.high ?? [])]));
  return CEILINGS.find((ceiling) => ceiling >= most * 1.02) ?? 1;
}

/** Room at the right of every axis of months [px]. */
export const RIGHT = 10;

/** Where months and shares fall in a picture of a size [px]; `left`: where the axis begins, as in the views above it. */
export function curveScales({ width, height, left, last, ceiling, em }) {
  const frame = { left, right: width - RIGHT, top: 1.5 * em, bottom: height - 1.4 * em, em };
  return {
    ...frame,
    x: (month) => frame.left + (month / last) * (frame.right - frame.left),
    y: (share) => frame.bottom - (Math.min(share, ceiling) / ceiling) * (frame.bottom - frame.top),
  };
}

/** Markup of the curve; `clip` names the shape that hides the months to come (one per picture). */
export function curveMarkup(picture) {
  const { height, last, ceiling, slot, ghost, events, difference, programme, clip, month } = picture;
  const scales = curveScales(picture);
  const { raw } = slot.world;
  const parts = [axes(scales, last, ceiling), title(scales), programmeBar(scales, programme)];
  const shown = [];
  if (slot.shares?.band) shown.push(area(scales, slot.shares.band));
  shown.push(line(scales, raw.twin, INKS.twin, 1.2));
  if (ghost?.world) shown.push(line(scales, ghost.world.raw.curve, INKS.ghost, 3, "9 6"));
  shown.push(line(scales, raw.curve, INKS.line, 3.5));
  parts.push(`<clipPath id="${clip}"><rect class="seen" x="0" y="0" width="${scales.x(month)}" height="${height}"/></clipPath>`);
  parts.push(`<g clip-path="url(#${clip})">${shown.join("")}</g>`);
  const dates = dated(scales, events);
  if (difference) parts.push(upright(scales, difference.month, between(scales, difference.month, say("curve.difference"), dates), INKS.text, "2 4"));
  for (const { month: at, text } of dates) parts.push(upright(scales, at, text, INKS.event, "6 4"));
  parts.push(`<line class="head" x1="${scales.x(month)}" x2="${scales.x(month)}" y1="${scales.top - 4}" y2="${scales.bottom}" stroke="${INKS.event}" stroke-width="1.5"/>`);
  return parts.join("");
}

const fixed = (value) => Math.round(value * 10) / 10;

const points = ({ x, y }, values) => values.map((value, month) => `${fixed(x(month))} ${fixed(y(value))}`);

function line(scales, values, colour, width, dashes = "") {
  const dashed = dashes && ` stroke-dasharray="${dashes}"`;
  return `<path d="M${points(scales, values).join("L")}" fill="none" stroke="${colour}" stroke-width="${width}"${dashed} stroke-linejoin="round"/>`;
}

function area(scales, { low, high }) {
  const back = points(scales, low).reverse();
  return `<path d="M${points(scales, high).join("L")}L${back.join("L")}Z" fill="${INKS.band}"/>`;
}

function axes({ x, y, left, right, bottom, em }, last, ceiling) {
  const parts = [];
  for (const share of [0, ceiling / 2, ceiling]) {
    parts.push(`<line x1="${left}" x2="${right}" y1="${fixed(y(share))}" y2="${fixed(y(share))}" stroke="${INKS.axis}"/>`);
    if (share !== ceiling / 2) parts.push(label(em, left - 6, y(share) + em / 3, percent(share, 1), "end"));
  }
  parts.push(label(em, right, bottom + 1.15 * em, say("curve.unit"), "end"));
  for (let month = 0; month <= last && x(month) < right - 4 * em; month += 24) parts.push(label(em, x(month), bottom + 1.15 * em, String(month), "middle"));
  return parts.join("");
}

/** What the curve shows, said where the rows of the picture above have their names; in two lines where there is room. */
function title({ top, bottom, em }) {
  const middle = (top + bottom) / 2;
  const name = (y) => label(em, 0, y, say("curve.name"), "start", INKS.name, "bold");
  if (bottom - top < 3.6 * em) return name(middle + em / 3);
  return name(middle - em * 0.1) + label(em, 0, middle + em, say("curve.of"), "start");
}

function label(size, x, y, text, anchor, colour = INKS.text, weight = "") {
  return `<text x="${fixed(x)}" y="${fixed(y)}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${weight && ` font-weight="${weight}"`}>${escaped(text)}</text>`;
}

function programmeBar({ x, bottom }, programme) {
  if (!programme) return "";
  const [from, to] = [x(programme.from), x(programme.to)];
  return `<rect x="${fixed(from)}" y="${bottom}" width="${fixed(to - from)}" height="5" fill="${INKS.event}"/>`;
}

/** The months of events with the words that have room there (all, the short ones, as much as fits, or none), from where to where. */
function dated({ x, left, right, em }, events) {
  const months = [...new Set(events.map(({ month }) => month))].sort((a, b) => a - b);
  let free = left;
  return months.map((month, k) => {
    const at = x(month);
    const late = isLate(at, right, em);
    const room = (late ? at - free : (k + 1 < months.length ? x(months[k + 1]) : right) - at) - 10;
    const own = events.filter((event) => event.month === month);
    const text = fitting(own.map(({ label: all }) => all).join(", "), own.map(({ short }) => short).join(", "), room / (WIDTH * em));
    const [from, to] = span(at, late, text, em);
    free = to;
    return { month, text, from, to };
  });
}

/** A text where it covers no date and no words of the dates of events, else none. */
function between({ x, right, em }, month, text, dates) {
  const at = x(month);
  const [from, to] = span(at, isLate(at, right, em), text, em);
  return dates.every((date) => date.to < from || to < date.from) ? text : "";
}

/** From where to where a date and its words reach [px]. */
function span(at, late, text, em) {
  const wide = text === "" ? 0 : 10 + text.length * WIDTH * em;
  return late ? [at - wide, at] : [at, at + wide];
}

/** Words of at most so many letters. */
function fitting(all, short, letters) {
  if (all.length <= letters) return all;
  if (short.length <= letters) return short;
  return letters < FEWEST ? "" : `${short.slice(0, letters - 1)}…`;
}

const isLate = (at, right, em) => at > right - 10 * em;

function upright({ x, top, bottom, right, em }, month, text, colour, dashes) {
  const at = x(month);
  const late = isLate(at, right, em);
  const anchor = late ? "end" : "start";
  const rule = `<line x1="${fixed(at)}" x2="${fixed(at)}" y1="${top - 6}" y2="${bottom}" stroke="${colour}" stroke-width="1.5" stroke-dasharray="${dashes}"/>`;
  return rule + label(em, at + (late ? -5 : 5), top - 8, text, anchor, colour, "bold");
}
