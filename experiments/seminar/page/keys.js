// The whole session by keyboard. A key that a focused control needs for itself is left to it.

import { aDialogIsOpen } from "./dialogs.js";
import { find } from "./dom.js";

const TAKES_ARROWS = 'input[type="range"], input[type="radio"], input[type="number"], select';

/** `actions`: {play, step(by), start, end, choose(rank), events, swap, language, projection, figures, help}. */
export function listenToKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || aDialogIsOpen()) return;
    const act = actionOf(event, actions);
    if (act === null) return;
    event.preventDefault();
    act();
  });
}

function actionOf(event, actions) {
  const { target, key } = event;
  if (target.matches('input[type="number"]')) return null;
  const moves = { ArrowLeft: () => actions.step(-1), ArrowRight: () => actions.step(1), Home: actions.start, End: actions.end };
  if (key in moves) return target.matches(TAKES_ARROWS) ? null : moves[key];
  if (key === " ") return target.matches("button, select, input[type='radio']") ? null : actions.play;
  if (target.matches("select")) return null;
  if (/^[1-9]$/.test(key)) return () => actions.choose(Number(key) - 1);
  const letters = {
    a: () => actions.world("A"), b: () => actions.world("B"), e: () => find("#events button").focus(), g: actions.ghost,
    l: actions.language, p: actions.projection, c: actions.figures, "?": actions.help,
  };
  return letters[key.toLowerCase()] ?? null;
}

/** The keys in the order of the help: [key as written on the keyboard, text]. */
export const KEYS = [
  ["keys.space", "keys.play"], ["← →", "keys.step"], ["keys.home", "keys.start"], ["1 … 9", "keys.case"], ["E", "keys.events"],
  ["A B", "keys.worlds"], ["G", "keys.ghost"], ["C", "keys.figures"], ["L", "keys.language"], ["P", "keys.projection"], ["F11", "keys.fullscreen"],
  ["keys.enter", "keys.person"], ["?", "keys.help"],
];
