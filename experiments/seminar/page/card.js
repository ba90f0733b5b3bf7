// The card of one person: who, where, in what disposition, and why it last began or ceased.

import { element, icon } from "./dom.js";
import { acts, fresh, member, stance } from "./world.js";
import { capital, inTongue, say } from "./words.js";

/** Fills a card for a row of a world; `close` is called by its button. */
export function fillCard(card, session, world, row, close) {
  const { organisation } = world;
  const state = world.state[row];
  const role = organisation.role(row);
  const lines = [say(`card.stance.${role}.${stance(state)}`), history(session, world, row, state, role)];
  if (member(state)) lines.push(say("card.member"));
  if (fresh(state)) lines.push(say("card.fresh"));
  const button = element("button", { type: "button", "aria-label": say("card.close"), click: close }, icon("close"));
  card.replaceChildren(element("h3", { text: title(session, organisation, row, role) }), button, ...lines.map((text) => element("p", { text })));
  card.setAttribute("aria-label", say("card.label"));
}

/** "Agent, Service 3 : voirie" */
export function title(session, organisation, row, role) {
  const own = role === "elu" && inTongue(session.case.words[organisation.eluRole[row]]);
  const top = role === "direction" && organisation.manager.parent[row - organisation.first.manager] < 0;
  const name = own ? capital(own) : say(top ? "role.one.dgs" : `role.one.${role}`);
  const service = organisation.serviceOf(row);
  return service < 0 ? name : `${name}, ${inTongue(organisation.services[service].name)}`;
}

function history(session, world, row, state, role) {
  const turn = world.lastTurn(row, world.month);
  if (turn === null) return acts(state) ? say("card.always", { verb: say(`card.does.${role}`) }) : say("card.never", { verb: say(`card.not.${role}`) });
  const reason = session.catalogue.reasons.find(({ id }) => id === turn.reason);
  const { month } = turn;
  const told = turn.acts ? say("card.began", { month, verb: say(`card.does.${role}`) }) : say("card.stopped", { month, verb: say(`card.ceased.${role}`) });
  return reason && inTongue(reason) ? `${told} ${say("card.because", { reason: inTongue(reason) })}` : told;
}
