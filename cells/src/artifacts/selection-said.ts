// A selection in words, as controls and lines of cells show it.

import type { Locale } from "../messages/locale.ts";
import { formatNumber } from "../messages/translate.ts";
import { isEmpty, type Place, type Selection } from "./selection.ts";
import { words } from "./words.ts";

/** So many names are said, of each so many letters. */
const [mostSaid, lettersSaid] = [4, 40];
const short = (name: string): string => {
  const letters = [...name];
  return letters.length <= lettersSaid ? name : `${letters.slice(0, lettersSaid - 1).join("")}…`;
};

export function selectionSaid(selection: Selection | null, locale: Locale): string {
  const number = (end: number | string | null): string =>
    typeof end === "number" ? formatNumber(Number(end.toPrecision(4)), locale) : (end ?? "…");
  if (selection === null || isEmpty(selection)) return words.say("selected-none", {}, locale);
  if ("names" in selection) {
    const { names } = selection;
    const first = names.slice(0, mostSaid).map(short).join(", ");
    return words.say("selected-names", { n: names.length, names: names.length > mostSaid ? `${first} …` : first }, locale);
  }
  if ("points" in selection) return words.say("selected-points", { n: selection.points.length }, locale);
  if ("lasso" in selection) {
    const { lasso } = selection;
    const along = (which: 0 | 1): string => {
      const values = lasso.map((corner: Place) => corner[which]);
      return `${number(Math.min(...values))} – ${number(Math.max(...values))}`;
    };
    return words.say("selected-lasso", { n: lasso.length, x: along(0), y: along(1) }, locale);
  }
  const ends = (["x", "y"] as const).flatMap((axis) => {
    const pair = selection[axis];
    return pair ? [`${axis} ${number(pair[0])} – ${number(pair[1])}`] : [];
  });
  return ends.join(", ");
}
