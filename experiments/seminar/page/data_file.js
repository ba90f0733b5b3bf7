// What was played as a table, one line a month, readable by a spreadsheet of the chosen language.

import { ROLES } from "./organisation.js";
import { inTongue, language, say } from "./words.js";

/** CSV of all worlds shown; French spreadsheets expect semicolons and decimal commas. */
export function csvOf(session) {
  const columns = [[say("csv.month"), (month) => month], ...session.open.filter(({ world }) => world).flatMap(columnsOf)];
  const lines = [columns.map(([name]) => name)];
  for (let month = 0; month <= session.last; month += 1) lines.push(columns.map(([, value]) => value(month)));
  const french = language() === "fr";
  const cell = (value) => (typeof value === "number" ? String(value).replace(".", french ? "," : ".") : quoted(value));
  return `\uFEFF${lines.map((line) => line.map(cell).join(french ? ";" : ",")).join("\r\n")}\r\n`;
}

const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;

function columnsOf({ name, world, shares, revealed }) {
  const within = (read) => (month) => (month <= world.last ? read(month) : "");
  const round = (value) => Math.round(value * 1e4) / 1e4;
  const columns = [
    [say("csv.practice", { name }), within((month) => round(world.practice(month)))],
    [say("csv.twin", { name }), within((month) => round(world.practice(month, world.raw.twin)))],
    ...ROLES.map((role, k) => [`${name} ${say(`row.${role}`)}`, within((month) => world.acting[k][month])]),
    ...world.organisation.services.map((service, k) => [`${name} ${inTongue(service.name)}`, within((month) => round(world.serviceShare(k, month)))]),
  ];
  if (revealed && shares?.band) {
    for (const key of ["low", "mid", "high"]) columns.push([say(`csv.${key}`, { name }), within((month) => round(shares.band[key][month]))]);
  }
  return columns;
}
