// The note: what was asked, what the model answers, what it does not say. One page to print, without any script.

import { chartMarkup, MARGIN } from "./picture.js";
import { curveMarkup } from "./curve.js";
import { escaped } from "./dom.js";
import { leftOf } from "./stage.js";
import { announcement, planWords, sentence } from "./telling.js";
import { inTongue, language, number, say } from "./words.js";

const LOOK = `body{font:12pt/1.45 "Segoe UI","Helvetica Neue",Arial,sans-serif;color:#161629;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{color:#000091;font-size:20pt}h2{color:#000091;font-size:15pt;border-top:2px solid #000091;padding-top:.4rem;margin-top:2rem}
h3{font-size:12pt;margin:1rem 0 .2rem}svg{width:100%;height:auto}.creed{border-left:4px solid #000091;padding-left:.8rem}
section{break-inside:avoid}@page{margin:16mm}`;

/** A whole HTML document. */
export function noteOf(session, panels) {
  const { practice, product } = session.catalogue;
  const worlds = panels.filter(({ slot }) => slot?.world).map((panel) => worldPart(session, panel));
  const creed = `<p class="creed"><strong>${escaped(inTongue(practice))}</strong><br>${escaped(inTongue(product.uncalibrated))}</p>`;
  const body = [
    `<h1>${escaped(say("note.title", { case: inTongue(session.case.name) }))}</h1>`,
    paragraph(inTongue(session.case.note)), session.case.retrospective ? paragraph(say("case.retrospective.note")) : "", creed, ...worlds, limits(product),
  ];
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  return `<!DOCTYPE html>\n<html lang="${language()}"><head><meta charset="utf-8">${policy}<title>${escaped(inTongue(session.case.name))}</title><style>${LOOK}</style></head><body>${body.join("\n")}</body></html>\n`;
}

const paragraph = (text) => `<p>${escaped(text)}</p>`;
const list = (items) => `<ul>${items.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>`;

function worldPart(session, panel) {
  const { slot, name } = panel;
  const { verdicts } = session.catalogue;
  const told = announcement(slot, slot.world.month, verdicts);
  const { levers, events } = planWords(session, slot);
  const seen = slot.revealed && slot.shares;
  const month = slot.revealed ? slot.world.last : slot.world.month;
  const curve = panel.curveParts({ width: 936, height: 220, left: leftOf(MARGIN), clip: `note-${name}`, month });
  const answers = seen ? [paragraph(inTongue(slot.shares.sentence)), slot.why ? paragraph(`${say("why.title")} ${inTongue(slot.why)}`) : "", cost(slot)] : [];
  return `<h2>${escaped(say("worlds.one", { name }))}${escaped(say("colon"))}${escaped(told.headline)}</h2>
<section><h3>${escaped(say("note.asked"))}</h3>${list([...levers, ...(events.length ? events : [say("note.no.event")])])}</section>
<section><h3>${escaped(say("note.seen", { month: slot.world.month }))}</h3>${paragraph(sentence(slot.world, slot.world.month))}${answers.join("")}</section>
<section><svg viewBox="0 0 936 430" role="img" aria-label="${escaped(say("stage.chart"))}">${chartMarkup(slot.world).replaceAll(/(id="|href="#)/g, `$1${name}-`)}</svg></section>
<section><svg viewBox="0 0 936 220" role="img" aria-label="${escaped(say("curve.label"))}">${curveMarkup(curve)}</svg></section>`;
}

function cost({ world }) {
  const { euros, agent_days, elu_hours } = world.raw.cost;
  return paragraph(say("note.cost", { euros: number(euros), days: number(agent_days), hours: number(elu_hours) }));
}

function limits(product) {
  const items = ["one", "two", "three", "four"].map((key) => say(`note.limit.${key}`));
  return `<section><h2>${escaped(say("note.limits"))}</h2>${list(items)}<p>${escaped(say("note.made", { version: product.version, hash: product.code_hash.slice(0, 12) }))}</p></section>`;
}
