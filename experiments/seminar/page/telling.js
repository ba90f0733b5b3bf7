// Sentences about a world at a month: what a person who does not see the picture reads, and what stands under it.

import { ROLES } from "./organisation.js";
import { capital, inTongue, isSaid, number, percent, say } from "./words.js";

/** How many of each role act, of how many: [{role, acting, total}]. */
export function counts(world, month) {
  return ROLES.map((role, k) => ({ role, acting: world.acting[k][month], total: world.present[k][month] }));
}

/** One sentence on a month: who carries, relays, practises, takes part, and in how many services. */
export function sentence(world, month) {
  const by = Object.fromEntries(counts(world, month).map(({ role, acting, total }) => [role, { acting, total }]));
  const citizens = by.citizen.total ? by.citizen.acting / by.citizen.total : 0;
  return say("live.sentence", {
    month,
    practice: percent(world.practice(month), 1),
    reached: world.reached(month),
    services: world.organisation.services.length,
    elus: by.elu.acting,
    allElus: by.elu.total,
    managers: by.manager.acting + by.direction.acting,
    allManagers: by.manager.total + by.direction.total,
    citizens: percent(citizens, 1),
  });
}

/** What is announced once the end is seen: {verdict, headline, under}; before, only the month's figures (verdict null). */
export function announcement(slot, month, verdicts) {
  const { world, shares, revealed } = slot;
  const figures = { practice: percent(world.practice(month)), reached: world.reached(month), services: world.organisation.services.length };
  if (!revealed) {
    return { verdict: null, headline: say("banner.now", figures), under: say("banner.under", { ...figures, read: readAt(world) }) };
  }
  if (!shares) return { verdict: null, headline: say("banner.waiting"), under: "" };
  if (!shares.decided) {
    const under = say("banner.undecided.under", { told: commonest(shares, verdicts, 2), done: shares.done });
    return { verdict: "undecided", headline: say("banner.undecided"), under };
  }
  const told = { n: shares[shares.verdict], done: shares.done };
  return { verdict: shares.verdict, headline: inTongue(verdicts[shares.verdict]), under: say("banner.share", told) };
}

/** The month at which the verdict is read. */
export const readAt = ({ raw, last }) => Math.min(Math.max(...raw.read_at), last);

/** The last dated fact up to the month of a world. */
export function lastFact({ raw, month }) {
  const past = raw.flags.filter((flag) => flag.month <= month);
  return past.length ? say("facts.last", { month: past.at(-1).month, text: inTongue(past.at(-1).text) }) : say("facts.none");
}

/** The counts of the verdicts that occurred, the commonest first, at most so many. */
export function commonest(shares, verdicts, most = Infinity) {
  return Object.keys(verdicts)
    .filter((id) => shares[id] > 0)
    .sort((a, b) => shares[b] - shares[a])
    .slice(0, most)
    .map((id) => `${inTongue(verdicts[id]).toLowerCase()} ${number(shares[id])}`)
    .join(", ");
}

/** Levers and events of a plan in words, for the note and for whoever asks. */
export function planWords(session, slot) {
  const levers = session.catalogue.levers.map((lever) => `${inTongue(lever.name)}${say("colon")}${anchor(lever, slot.levers[lever.id])}`);
  const events = slot.events.map((event) => say("plan.event", { event: capital(eventName(session, event)), month: event.month }));
  return { levers, events };
}

/** The anchor sentence nearest to a value; at a value between two, the nearest is said. */
export function anchor(lever, value) {
  const near = (lever.anchors ?? lever.positions).reduce((best, one) => (Math.abs(one.value - value) < Math.abs(best.value - value) ? one : best));
  return inTongue(near.text);
}

const kindOf = (session, { id }) => session.catalogue.events.find((kind) => kind.id === id);

/** What is to be chosen of an event ("who succeeds"), and one of the choices. */
export function choiceAsked(session, event) {
  const [option] = kindOf(session, event).options ?? [];
  return option ? capital(caseWords(session, inTongue(option.name))) : say("events.choose");
}

export function choiceName(session, event) {
  const [option] = kindOf(session, event).options ?? [];
  const found = option?.values.find(({ value }) => value === event[option.id]);
  return found ? caseWords(session, inTongue(found.text)) : eventName(session, event, true);
}

/** The name of an event in the words of the authority ("le président part"), with what was chosen; `whole`: or left to luck. */
export function eventName(session, event, whole = false) {
  const kind = kindOf(session, event);
  const options = (kind.options ?? []).flatMap(({ id, values }) => values.filter(({ value }) => value === event[id] && (whole || value !== null)));
  const name = shortName(session, kind);
  return options.length ? `${name} (${options.map((option) => caseWords(session, inTongue(option.text))).join(", ")})` : name;
}

/** The same, without what was chosen. */
export const shortEvent = (session, event) => shortName(session, kindOf(session, event));

/** What a kind of event is called where room is short: the page's own words for those that a room asks for. */
export function shortName(session, kind) {
  const key = `event.${kind.id}`;
  return caseWords(session, isSaid(key) ? say(key) : inTongue(kind.name));
}

/** Fills the words that depend on the type of authority. */
export function caseWords(session, text) {
  const words = Object.entries(session.case.words).map(([key, own]) => [key, inTongue(own)]);
  return words.reduce((told, [key, own]) => told.replaceAll(`{${key}}`, own), text);
}
