// The text twin of the pictures: every figure of the current month in tables, for A and B side by side.

import { element } from "./dom.js";
import { openDialog } from "./dialogs.js";
import { ROLES } from "./organisation.js";
import { counts, sentence } from "./telling.js";
import { inTongue, number, percent, say } from "./words.js";

export function openFigures(session) {
  const slots = session.open.filter(({ world }) => world);
  const title = say("figures.title", { month: session.month });
  const told = slots.map(({ name, world }) => element("p", {}, element("strong", { text: `${name} ` }), sentence(world, world.month)));
  openDialog("figures", title, ...told, roles(slots), shares(session, slots), dates(slots), services(slots));
}

function table(caption, head, rows) {
  const cells = (kind, scope) => (text, k) => element(k === 0 ? "th" : kind, { text, scope: k === 0 && scope });
  const body = rows.map((row) => element("tr", {}, ...row.map(cells("td", "row"))));
  const heading = element("tr", {}, ...head.map((text) => element("th", { text, scope: "col" })));
  return element("table", {}, element("caption", { text: caption }), element("thead", {}, heading), element("tbody", {}, ...body));
}

const heads = (slots, first) => [say(first), ...slots.map(({ name }) => say("worlds.one", { name }))];

function roles(slots) {
  const rows = ROLES.map((role, k) => [
    say(`figures.role.${role}`),
    ...slots.map(({ world }) => {
      const { acting, total } = counts(world, world.month)[k];
      return say("figures.of", { acting: number(acting), total: number(total) });
    }),
  ]);
  const [{ world: { organisation } }] = slots;
  const practice = [say("figures.practice"), ...slots.map(({ world }) => percent(world.practice(world.month), 1))];
  const twin = [say("figures.twin"), ...slots.map(({ world }) => percent(world.practice(world.month, world.raw.twin), 1))];
  const caption = say("figures.roles", { stride: organisation.stride });
  return table(caption, heads(slots, "figures.who"), [...rows, practice, twin]);
}

/** The answers over one hundred simulations, once their end was seen. */
function shares(session, slots) {
  const seen = slots.filter((slot) => slot.revealed && slot.shares);
  if (!seen.length) return element("p", { class: "hint", text: say("figures.later") });
  const { verdicts } = session.catalogue;
  const rows = Object.keys(verdicts).map((id) => [inTongue(verdicts[id]), ...seen.map(({ shares: { [id]: n } }) => number(n))]);
  const costs = ["euros", "agent_days", "elu_hours"].map((key) => [say(`cost.${key}`), ...seen.map(({ world }) => number(world.raw.cost[key]))]);
  return element("div", {}, table(say("figures.shares"), heads(seen, "figures.verdict"), rows), table(say("figures.cost"), heads(seen, "figures.what"), costs));
}

function dates(slots) {
  const lists = slots.map(({ name, world }) => {
    const items = world.raw.flags.filter(({ month }) => month <= world.month);
    const lines = items.map(({ month, text }) => element("li", { text: say("flags.one", { month, text: inTongue(text) }) }));
    return element("div", {}, element("h3", { text: say("figures.dates", { name }) }), element("ul", {}, ...lines));
  });
  return element("div", {}, ...lists);
}

function services(slots) {
  const names = slots[0].world.organisation.services;
  const rows = names.map((service, k) => [
    inTongue(service.name),
    ...slots.map(({ world }) => (k < world.organisation.services.length ? percent(world.serviceShare(k, world.month), 1) : "")),
  ]);
  return table(say("figures.services"), heads(slots, "figures.service"), rows);
}
