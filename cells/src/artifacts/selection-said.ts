// A selection in words, as controls and lines of cells show it.

import type { Locale } from "../messages/locale.ts";
import { formatNumber } from "../messages/translate.ts";
import { type Area, areasOf, type End, isEmpty, type Place, type Selection } from "./selection.ts";
import { words } from "./words.ts";

/** So many names are said, of each so many letters. */
const [mostSaid, lettersSaid] = [4, 40];
const short = (name: string): string => {
  const letters = [...name];
  return letters.length <= lettersSaid ? name : `${letters.slice(0, lettersSaid - 1).join("")}…`;
};

/** So many areas are said one by one. */
const mostAreasSaid = 3;

export function selectionSaid(selection: Selection | null, locale: Locale): string {
  if (selection === null || isEmpty(selection)) return words.say("selected-none", {}, locale);
  const areas = areasOf(selection);
  const [first] = areas;
  if (areas.length === 1 && first) return inItsPart(first, locale);
  const said = areas.slice(0, mostAreasSaid).map((area) => inItsPart(area, locale));
  const shown = areas.length > mostAreasSaid ? [...said, "…"] : said;
  return words.say("selected-several", { n: areas.length, areas: shown.join("; ") }, locale);
}

function inItsPart(area: Area, locale: Locale): string {
  const { part } = area;
  if (part === undefined) return areaSaid(area, locale);
  const called = part === null ? words.say("selected-part-missing", {}, locale) : short(part);
  const said = areaSaid(area, locale);
  return said === "" ? called : words.say("selected-in-part", { part: called, area: said }, locale);
}

function areaSaid(area: Area, locale: Locale): string {
  if ("names" in area) {
    const { names } = area;
    const first = names.slice(0, mostSaid).map(short).join(", ");
    return words.say("selected-names", { n: names.length, names: names.length > mostSaid ? `${first} …` : first }, locale);
  }
  if ("points" in area) return words.say("selected-points", { n: area.points.length }, locale);
  if ("lasso" in area) {
    const { lasso } = area;
    const along = (which: 0 | 1): string => {
      const values = lasso.map((corner: Place) => corner[which]);
      return endsSaid([Math.min(...values), Math.max(...values)], locale);
    };
    return words.say("selected-lasso", { n: lasso.length, x: along(0), y: along(1) }, locale);
  }
  const ends = (["x", "y"] as const).flatMap((axis) => {
    const pair = area[axis];
    return pair ? [`${axis} ${endsSaid(pair, locale)}`] : [];
  });
  return ends.join(", ");
}

/** Both ends as fine as it takes to tell them apart: places on a chromosome are long numbers close together. */
function endsSaid([from, to]: readonly [End, End], locale: Locale): string {
  const span = typeof from === "number" && typeof to === "number" ? Math.abs(to - from) : 0;
  const said = (end: End): string => {
    if (typeof end !== "number") return end ?? "…";
    const digits = span > 0 && end !== 0 ? Math.min(15, Math.max(4, 3 + Math.ceil(Math.log10(Math.abs(end) / span)))) : 4;
    return formatNumber(Number(end.toPrecision(Number.isInteger(end) && span === 0 ? 15 : digits)), locale);
  };
  return `${said(from)} – ${said(to)}`;
}
