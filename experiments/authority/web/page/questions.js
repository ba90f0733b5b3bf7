// The ten questions as a form; what was answered stays when the language changes.

import { element } from "./dom.js";
import { inTongue, say } from "./tongue.js";

export function questionFields(host, { questions, types }) {
  const kept = Object.fromEntries(new FormData(host.closest("form")));
  host.replaceChildren(...questions.map((question) => field(question, types, kept[question.name] ?? "")));
}

/** The words of a question, with its number where it is one of the ten. */
function head({ number, text }) {
  return number ? [element("span", { class: "number" }, `${number}. `), inTongue(text)] : [inTongue(text)];
}

function field(question, types, kept) {
  if (question.kind === "scale") return scale(question, kept);
  const id = `question-${question.name}`;
  const input = question.kind === "type" ? choice(id, question.name, types, kept) : line(id, question, kept);
  return element("div", { class: "question" }, element("label", { for: id }, ...head(question)), input);
}

function line(id, question, kept) {
  const input = element("input", { id, name: question.name, type: "text", placeholder: say("answer.open") });
  if (question.kind === "count") input.setAttribute("inputmode", "numeric");
  input.value = kept;
  return input;
}

function choice(id, name, types, kept) {
  const select = element("select", { id, name }, ...types.map((type) => element("option", { value: type.name }, inTongue(type.text))));
  if (kept) select.value = kept;
  return select;
}

function scale(question, kept) {
  const steps = [["", say("scale.open")], ...question.anchors.map((anchor, k) => [String(k + 1), inTongue(anchor)])];
  const lines = steps.map(([value, words]) => {
    const input = element("input", { type: "radio", name: question.name, value });
    input.checked = value === kept;
    return element("label", { class: "line" }, input, element("span", {}, value ? `${value}  ${words}` : words));
  });
  return element("fieldset", { class: "question" }, element("legend", {}, ...head(question)), ...lines);
}
