// Whether a matrix is still as it was measured, and the step that mends it: sums of squares over such values (components,
// distances) tell of the depth of sequencing and of the largest features alone. By its scale where that is known, else by
// its values. Says nothing of any value.

import type { JsonObject } from "../base/json.ts";
import type { Locale } from "../messages/locale.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Artifact, Assay } from "./artifact.ts";
import { words } from "./raw-values/words.ts";
import { isScaledReads } from "./scale-of-values.ts";

/** Counts below are grades, flags or genotypes; logarithms never reach it. */
const largeCount = 100;
/** Of values that are not whole: no z-score, percentage or logarithm reaches it. */
const largeValue = 1000;

/** Null: brought to one scale already, or nothing by which it could be told. */
export function rawValues(assay: Assay): "counts" | "linear" | null {
  const isScaled = isScaledReads(assay.scale);
  if (assay.scale !== "counts" && !isScaled && assay.scale !== "unknown") return null;
  let isWhole = true;
  let most = 0;
  const { data } = assay.values;
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] as number;
    // NaN is missing.
    if (value < 0) return null;
    if (value > most) most = value;
    if (isWhole && value === value && !Number.isInteger(value)) isWhole = false;
  }
  if (isWhole && !isScaled && most >= largeCount) return "counts";
  return most >= largeValue ? "linear" : null;
}

/** `linearToo`: also where each feature by itself would be fine, but not against the others. */
export function doubtsOfScale(source: Artifact, linearToo: boolean): readonly Sentence[] {
  const raw = source.type === "assay" ? rawValues(source) : null;
  return raw === "counts" || (raw === "linear" && linearToo) ? [words.sentence(raw)] : [];
}

/** Neighbouring sites of genotypes go together more than by chance: components tell of stretches of the genome and not of people. */
export const linkedSites = (share: number, pairs: number): Sentence =>
  words.sentence("linked", { share: `${Math.round(100 * share)} %`, n: pairs });

const against: {
  readonly [key: string]: { readonly step: JsonObject; readonly title: "take-log" | "take-log-cpm" | "take-prune" };
} = {
  [words.key("counts")]: { step: { verb: "log-cpm" }, title: "take-log-cpm" },
  [words.key("linear")]: { step: { verb: "log" }, title: "take-log" },
  [words.key("linked")]: { step: { verb: "prune-ld" }, title: "take-prune" },
};

/** The step before, by which the doubt is gone; null: it is another doubt. */
export const stepAgainst = ({ key }: Pick<Sentence, "key">): JsonObject | null => against[key]?.step ?? null;

/** What the click is called. */
export const titleOfStepAgainst = ({ key }: Pick<Sentence, "key">, locale: Locale): string =>
  words.say(against[key]?.title ?? "take-log", {}, locale);
