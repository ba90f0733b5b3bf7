// One hundred little squares, one per simulation, told apart by colour and by sign.

/** Order in which verdicts stand, with the letter they have in the data. */
export const VERDICTS = [
  { id: "diffusion", letter: "D", group: "diffusion", fill: "#c2410c" },
  { id: "spreading", letter: "S", group: "diffusion", fill: "#f0a878" },
  { id: "islets", letter: "I", group: "islets", fill: "#4b4fa8" },
  { id: "fallback", letter: "F", group: "fallback", fill: "#8b8ba0" },
  { id: "not_launched", letter: "N", group: "fallback", fill: "#ffffff" },
];

const SIDE = 9;
const STEP = 11;

/** A sign besides the colour: a bar in those still spreading, a dot in islets, a cross where nothing was launched. */
function sign(id, x, y) {
  if (id === "spreading") return `<path d="M${x} ${y + SIDE}L${x + SIDE} ${y}V${y + SIDE}Z" fill="#c2410c"/>`;
  if (id === "islets") return `<circle cx="${x + SIDE / 2}" cy="${y + SIDE / 2}" r="2" fill="#fff"/>`;
  if (id === "fallback") return `<path d="M${x + 2} ${y + SIDE / 2}H${x + SIDE - 2}" stroke="#fff" stroke-width="1.6"/>`;
  return "";
}

/** Markup of the squares, sorted by verdict, in columns of `deep`; the simulation of rank `played` is outlined. */
export function squaresMarkup(dots, deep, played = -1) {
  const ordered = VERDICTS.flatMap(({ letter, ...verdict }) => ranksOf(dots, letter).map((rank) => ({ ...verdict, rank })));
  if (ordered.length !== dots.length) throw new Error(`a simulation without known verdict among ${dots}`);
  return ordered.map(({ id, fill, rank }, k) => {
    const x = Math.floor(k / deep) * STEP;
    const y = (k % deep) * STEP;
    return `<rect x="${x + 0.5}" y="${y + 0.5}" width="${SIDE - 1}" height="${SIDE - 1}" fill="${fill}" stroke="#55556b" stroke-width="${id === "not_launched" ? 1 : 0}"/>${sign(id, x, y)}${rank === played ? outline(x, y) : ""}`;
  }).join("");
}

const ranksOf = (dots, letter) => [...dots].flatMap((own, rank) => (own === letter ? [rank] : []));

const outline = (x, y) => `<rect x="${x}" y="${y}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#000" stroke-width="2"/>`;

/** Counts by what the room bets on: those still spreading count as diffusion, what was not launched as fallback. */
export function byBet(shares) {
  const sums = { diffusion: 0, islets: 0, fallback: 0 };
  for (const { id, group } of VERDICTS) sums[group] += shares[id];
  return sums;
}
