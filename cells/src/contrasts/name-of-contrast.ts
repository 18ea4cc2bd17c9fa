// What a contrast is called where it has no name of its own.

import type { Json } from "../base/json.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Locale } from "../messages/locale.ts";
import type { ContrastSpec } from "./spec.ts";
import { words } from "./words.ts";

export function nameOfContrast(spec: ContrastSpec, locale: Locale): string {
  const { name, asks } = spec;
  if (name.trim() !== "") return name.trim();
  if (asks.by === "coefficients")
    return asks.weights.map(({ coefficient, by }, at) => weighed(coefficient, by, at === 0)).join(" ") || "…";
  const said = wordsOfContrast(spec);
  return said ? sentenceIn(said, locale) : "…";
}

/** The same for each reader's language; null: its name has no words, or people gave it. */
export function wordsOfContrast({ name, asks }: ContrastSpec): Sentence | null {
  if (name.trim() !== "" || asks.by === "coefficients") return null;
  if (asks.by === "terms") return words.sentence("any-effect", { terms: asks.without.length > 0 ? [...asks.without] : ["…"] });
  const side = (levels: readonly string[]): Json =>
    levels.length > 1 ? { key: words.key("mean-of"), params: { levels: [...levels] } } : (levels[0] ?? "…");
  const held = (all: readonly { readonly factor: string; readonly level: string }[]): string =>
    all.map(({ level }) => level).join(", ");
  const said = { of: side(asks.of), against: side(asks.against), within: held(asks.within), less: held(asks.less) };
  const key = asks.less.length > 0 ? "difference" : asks.within.length > 0 ? "of-against-within" : "of-against";
  return words.sentence(key, said);
}

/** "timeDay8 - 0.5 timeDay4" */
function weighed(coefficient: string, by: number, isFirst: boolean): string {
  const size = Math.abs(by) === 1 ? "" : `${Math.abs(by)} `;
  const sign = by < 0 ? (isFirst ? "-" : "- ") : isFirst ? "" : "+ ";
  return `${sign}${size}${coefficient}`;
}
