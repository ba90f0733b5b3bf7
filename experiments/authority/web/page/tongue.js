// French or English: the language chosen last, else the browser's, else French.

const KEPT = "archipel.language";
let words = { fr: {}, en: {} };
let spoken = localStorage.getItem(KEPT) ?? (navigator.language.startsWith("en") ? "en" : "fr");

export const language = () => spoken;

export function setLanguage(lang) {
  spoken = lang;
  localStorage.setItem(KEPT, lang);
}

export function setWords(all) {
  words = all;
}

/** A message with its {values}. */
export function say(key, values = {}) {
  return (words[spoken][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const inTongue = (pair) => pair[spoken];

/** Fill every element that names a message. */
export function translate(root) {
  document.documentElement.lang = spoken;
  document.title = `${say("title")} – Archipel`;
  for (const each of root.querySelectorAll("[data-t]")) each.textContent = say(each.dataset.t);
  for (const each of root.querySelectorAll("[data-label]")) each.setAttribute("aria-label", say(each.dataset.label));
}
