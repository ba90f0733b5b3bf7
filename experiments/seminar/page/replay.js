// The replay: this very page with the worlds that were just played, in one file that opens anywhere.

import { pack } from "./bytes.js";

/** The page's shell with its data blocks put before the end of its body. */
export async function replayOf(session) {
  const slots = session.open.filter(({ world }) => world);
  const shell = await session.source.shell();
  const blocks = [data("application/json", "catalogue", JSON.stringify(catalogueOf(session, slots)))];
  for (const slot of slots) {
    const world = { ...slot.world.raw, why: slot.why };
    blocks.push(data("text/plain", `block-${slot.name}`, await pack({ world, shares: slot.shares })));
  }
  const layouts = new Map(slots.map(({ layout }) => [layout.id, layout]));
  for (const [id, layout] of layouts) blocks.push(data("text/plain", `layout-${id}`, await pack(layout)));
  const at = shell.indexOf('<script id="program"');
  if (at < 0) throw new Error("the page's shell has no program");
  return `${shell.slice(0, at)}${blocks.join("\n")}\n${shell.slice(at)}`;
}

/** JSON inside a script element: a "<" could end it. */
const data = (type, id, text) => `<script type="${type}" id="${id}">${text.replaceAll("<", "\\u003c")}<\/script>`;

/** What can be reached in a replay: the positions that were played, and nothing else. */
function catalogueOf(session, slots) {
  const plan = ({ levers, events, seed }) => ({ levers, events, seed });
  const levers = session.catalogue.levers.map((lever) => ({
    ...lever, positions: positionsOf(lever, slots),
  }));
  return {
    ...session.catalogue,
    levers,
    kit: [],
    cases: [{ ...session.case, positions: undefined }],
    computed: slots.map((slot) => [session.case.id, slot.levers, slot.events, slot.name]),
    opening: Object.fromEntries(slots.map((slot) => [slot.name, { case: session.case.id, ...plan(slot) }])),
  };
}

function positionsOf(lever, slots) {
  const nearest = (value) => lever.anchors.reduce((best, one) => (Math.abs(one.value - value) < Math.abs(best.value - value) ? one : best));
  const values = [...new Set(slots.map((slot) => slot.levers[lever.id]))].sort((a, b) => a - b);
  return values.map((value) => ({ value, text: nearest(value).text }));
}
