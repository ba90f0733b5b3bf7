// « Mon organisation »: describe an authority, tick plans, compare, take the note away.

import { element, find, list, text } from "./dom.js";
import { send, ask } from "./server.js";
import { inTongue, language, say, setLanguage, setWords, translate } from "./tongue.js";
import { questionFields } from "./questions.js";

const POLL_MS = 1000;
const ROOT = "/organisation";
const state = { catalogue: null, described: null, problems: null, comparison: null, ticked: new Set() };

/** Everything that depends on the language or on what was described. */
function draw() {
  translate(document);
  for (const lang of ["fr", "en"]) find(`#lang-${lang}`).setAttribute("aria-pressed", String(language() === lang));
  questionFields(find("#question-list"), state.catalogue);
  drawTemplates();
  drawDescribed();
  drawPlans();
  drawComparison();
}

function drawTemplates() {
  find("#templates").replaceChildren(...state.catalogue.types.map(({ name, text: words }) =>
    element("a", { href: `${ROOT}/template/${name}/${language()}`, download: "mon-organisation.xlsx" }, inTongue(words))));
}

function drawDescribed() {
  const host = find("#described");
  const { described, problems } = state;
  host.hidden = !described && !problems;
  if (problems) {
    host.replaceChildren(element("div", { class: "problems" },
      element("h3", {}, say("problems", { n: problems.length })), list(problems.map(inTongue))));
  } else if (described) {
    host.replaceChildren(
      element("h3", {}, say("understood")), element("p", {}, inTongue(described.title)), list(described.facts.map(inTongue)),
      element("details", {}, element("summary", {}, say("filled", { n: described.said.length })), list(described.said.map(inTongue))));
  }
}

function drawPlans() {
  const own = state.described?.plans ?? [];
  const blocks = [[say("plans.own"), own], [say("plans.shipped"), state.catalogue.plans]].filter(([, plans]) => plans.length);
  find("#plans").replaceChildren(...blocks.flatMap(([title, plans]) => [element("h3", {}, title), ...plans.map(planLine)]));
}

function planLine({ name, title }) {
  const box = element("input", { type: "checkbox", value: name });
  box.checked = state.ticked.has(name);
  box.addEventListener("change", () => {
    if (box.checked) state.ticked.add(name);
    else state.ticked.delete(name);
    drawComparison();
  });
  return element("label", { class: "line" }, box, element("span", {}, inTongue(title)));
}

function drawComparison() {
  const { comparison } = state;
  const busy = ["computing", "writing"].includes(comparison?.state);
  find("#compare").disabled = busy || !state.described || !state.ticked.size;
  find("#stop").hidden = find("#progress").hidden = !busy;
  find("#state").textContent = comparison ? said(comparison) : state.described ? "" : say("first");
  drawProgress(find("#progress"), comparison?.progress);
  const host = find("#result");
  host.hidden = !comparison || busy;
  host.replaceChildren();
  if (comparison?.state === "done") host.replaceChildren(element("h3", {}, say("files")), downloads(comparison), text("p", say("folder", { folder: comparison.folder })));
  else if (comparison?.reason) host.replaceChildren(element("p", { class: "reason" }, inTongue(comparison.reason)));
}

function said({ state: stage, seconds, progress }) {
  const words = say(stage, { s: seconds });
  return progress ? `${words} (${progress.label} ${progress.done}/${progress.total})` : words;
}

function drawProgress(bar, progress) {
  if (progress) Object.assign(bar, { max: progress.total, value: progress.done });
  else bar.removeAttribute("value");
}

function downloads({ id, files }) {
  const links = files.map((name) => element("li", {},
    element("a", { class: "button", href: `${ROOT}/result/${id}/${name}`, download: name }, say(`file.${name}`))));
  return element("ul", { class: "downloads" }, ...links);
}

/** What was read of answers or of a workbook: an authority, or all that is to be mended. */
function took(answer) {
  find("#reading").textContent = "";
  state.problems = answer.problems ?? null;
  state.described = answer.problems ? null : answer;
  const known = [...(state.described?.plans ?? []), ...state.catalogue.plans].map(({ name }) => name);
  for (const { name } of state.described?.plans ?? []) state.ticked.add(name);
  state.ticked = new Set([...state.ticked].filter((name) => known.includes(name)));
  state.comparison = null;
  drawDescribed();
  drawPlans();
  drawComparison();
  find("#described").focus();
}

async function describe(path, body) {
  find("#reading").textContent = say("reading");
  took(await send(`${ROOT}/${path}`, body));
}

function readAnswers(event) {
  event.preventDefault();
  const given = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ""));
  describe("answers", JSON.stringify(given));
}

function readFile(file) {
  if (file) describe(`workbook?name=${encodeURIComponent(file.name)}`, file);
}

async function compare() {
  const asked = { token: state.described.token, plans: [...state.ticked], draft: find("#draft").checked, lang: language() };
  const answer = await send(`${ROOT}/compare`, JSON.stringify(asked));
  state.comparison = answer.problems ? { state: "failed", reason: answer.problems[0] } : answer;
  follow();
}

/** Ask how far it is until it is over. */
async function follow() {
  drawComparison();
  while (["computing", "writing"].includes(state.comparison?.state)) {
    await new Promise((next) => setTimeout(next, POLL_MS));
    if (!state.comparison) return;
    const answer = await ask(`${ROOT}/comparison/${state.comparison.id}`);
    state.comparison = answer.problems ? { state: "failed", reason: answer.problems[0] } : answer;
    drawComparison();
  }
  find("#result").focus();
}

function chooseWay(name) {
  for (const way of ["questions", "workbook"]) {
    find(`#${way}`).hidden = way !== name;
    find(`#way-${way}`).setAttribute("aria-pressed", String(way === name));
  }
}

function listen() {
  for (const lang of ["fr", "en"]) find(`#lang-${lang}`).addEventListener("click", () => { setLanguage(lang); draw(); });
  for (const way of ["questions", "workbook"]) find(`#way-${way}`).addEventListener("click", () => chooseWay(way));
  find("#questions").addEventListener("submit", readAnswers);
  find("#file").addEventListener("change", ({ target }) => { readFile(target.files[0]); target.value = ""; });
  const drop = find("#drop");
  for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.remove("over"); });
  drop.addEventListener("drop", ({ dataTransfer }) => readFile(dataTransfer.files[0]));
  find("#compare").addEventListener("click", compare);
  find("#stop").addEventListener("click", () => send(`${ROOT}/stop/${state.comparison.id}`, ""));
}

async function start() {
  state.catalogue = await ask(`${ROOT}/catalogue`);
  setWords(state.catalogue.words);
  listen();
  draw();
}

start();
