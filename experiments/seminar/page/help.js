// One minute of explanation, and the keys.

import { openDialog } from "./dialogs.js";
import { element, offer } from "./dom.js";
import { KEYS } from "./keys.js";
import { inTongue, language, say } from "./words.js";

export function openHelp(session) {
  const third = session.positions.free ? "three" : "three.file";
  const steps = ["one", "two", third, "four", "five"].map((key) => element("li", { text: say(`help.${key}`) }));
  const keys = KEYS.flatMap(([key, text]) => [element("kbd", { text: key.startsWith("keys.") ? say(key) : key }), element("span", { text: say(text) })]);
  const { practice, product, verdicts } = session.catalogue;
  const meanings = Object.values(verdicts).map((verdict) => element("p", {}, element("strong", { text: `${inTongue(verdict)}${say("colon")}` }), inTongue(verdict.text)));
  openDialog(
    "help", say("help.title"),
    element("ol", {}, ...steps), ...sheetsOf(session),
    element("h3", { text: say("help.keys") }), element("div", { class: "keys" }, ...keys),
    element("h3", { text: say("help.verdicts") }), ...meanings,
    element("h3", { text: say("help.limits") }), element("p", { text: inTongue(practice) }), element("p", { text: inTongue(product.uncalibrated) }),
    element("p", { text: say("help.curve") }),
    element("p", { class: "hint", text: say("help.version", { version: product.version, hash: product.code_hash.slice(0, 12) }) }),
  );
}

/** The sheets to print that came with the file, in the language of the page. */
function sheetsOf({ source, catalogue }) {
  const sheets = (catalogue.kit ?? []).filter(({ lang }) => lang === language());
  if (!sheets.length) return [];
  const take = (sheet) => offer(sheet.file, new Blob([source.sheet(sheet)], { type: "application/pdf" }));
  const buttons = sheets.map((sheet) => element("button", { type: "button", text: sheet.title, click: () => take(sheet) }));
  return [element("h3", { text: say("help.sheets") }), element("div", { class: "sheets" }, ...buttons)];
}
