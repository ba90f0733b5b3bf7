// What the reader reads: every text of the page by its key, in the chosen language, with numbers and months written its way.

const tables = {};
let chosen = "fr";

export const LANGUAGES = ["fr", "en"];
export const language = () => chosen;

/** Writes in a language from now on; `read` gives its texts where they are not there yet: {key: text | {one, other}}. */
export async function setLanguage(lang, read) {
  tables[lang] ??= await read(lang);
  chosen = lang;
  document.documentElement.lang = lang;
}

/** The text of a key, with {names} replaced by values; a number `n` chooses between one and other. */
export function say(key, values = {}) {
  const entry = tables[chosen][key];
  if (entry === undefined) throw new Error(`no text for ${key} in ${chosen}`);
  const text = typeof entry === "string" ? entry : entry[new Intl.PluralRules(chosen).select(values.n)];
  return fill(text, values);
}

export const isSaid = (key) => key in tables[chosen];

/** Replaces {names} by values; a name without value stays visible, so that a test sees it. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (slot, name) => (values[name] === undefined ? slot : String(values[name])));

/** A text that the data give in both languages. */
export const inTongue = (text) => (typeof text === "string" ? text : text[chosen]);

export const capital = (text) => text.charAt(0).toLocaleUpperCase(chosen) + text.slice(1);

export const number = (value, digits = 0) =>
  new Intl.NumberFormat(chosen, { maximumFractionDigits: digits }).format(value);

export const percent = (share, digits = 0) =>
  new Intl.NumberFormat(chosen, { style: "percent", maximumFractionDigits: digits }).format(share);

/** A month of the run in words: its rank, and its date where the case has a calendar ("2026-03" = month 0). */
export function monthName(month, calendarStart) {
  if (!calendarStart) return say("month.name", { month });
  const [year, first] = calendarStart.split("-").map(Number);
  const date = new Date(Date.UTC(year, first - 1 + month, 1));
  const words = new Intl.DateTimeFormat(chosen, { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
  return say("month.dated", { month, date: words });
}

/** Writes the texts of all elements that name their key (data-t, data-label, data-title). */
export function translate(root = document) {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = say(node.dataset.t);
  for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  for (const node of root.querySelectorAll("[data-title]")) node.title = say(node.dataset.title);
}
