// What a contrast is called where it has no name of its own.

import type { Sentence } from "../messages/sentence.ts";
import type { Locale } from "../messages/locale.ts";
import type { ContrastSpec } from "./spec.ts";
import { words } from "./words.ts";

export function nameOfContrast({ name, asks }: ContrastSpec, locale: Locale): string {
  if (name.trim() !== "") return name.trim();
  if (asks.by === "coefficients")
    return asks.weights.map(({ coefficient, by }, at) => weighed(coefficient, by, at === 0)).join(" ") || "…";
  if (asks.by === "terms") return words.say("any-effect", { terms: asks.without.length > 0 ? [...asks.without] : ["…"] }, locale);
  const side = (levels: readonly string[]): string =>
    levels.length === 1 ? (levels[0] ?? "") : levels.length === 0 ? "…" : words.say("mean-of", { levels: [...levels] }, locale);
  const held = (all: readonly { readonly factor: string; readonly level: string }[]): string =>
    all.map(({ level }) => level).join(", ");
  const said = { of: side(asks.of), against: side(asks.against), within: held(asks.within), less: held(asks.less) };
  const key = asks.less.length > 0 ? "difference" : asks.within.length > 0 ? "of-against-within" : "of-against";
  return words.say(key, said, locale);
}

/** The same for each reader's language, of what is no more than one sentence; null: its name has none, or people gave it. */
export const wordsOfContrast = ({ name, asks }: ContrastSpec): Sentence | null =>
  name.trim() === "" && asks.by === "terms" ? words.sentence("any-effect", { terms: [...asks.without] }) : null;

/** "timeDay8 - 0.5 timeDay4" */
function weighed(coefficient: string, by: number, isFirst: boolean): string {
  const size = Math.abs(by) === 1 ? "" : `${Math.abs(by)} `;
  const sign = by < 0 ? (isFirst ? "-" : "- ") : isFirst ? "" : "+ ";
  return `${sign}${size}${coefficient}`;
}
