// What the rows of a matrix are called where it is known: genes, proteins, probes; else features. For words and forms.

import type { Locale } from "../messages/locale.ts";
import type { ArtifactSummary } from "./artifact.ts";
import { words } from "./rows-called/words.ts";

const nouns = ["gene", "protein", "probe", "site", "feature"] as const;
export type FeatureNoun = (typeof nouns)[number];
/** one: "gene"; many: "genes"; of: after "how many of" ("генов"). */
export type NounForm = "one" | "many" | "of";

/** The noun as a matrix or a report has it. */
export const nounNamed = (noun: unknown): FeatureNoun => nouns.find((known) => known === noun) ?? "feature";

/** Of a matrix with this summary; null where there is none, and of data of another type. */
export function featureNoun(summary: ArtifactSummary | null | undefined): FeatureNoun | null {
  if (summary?.type !== "assay") return null;
  return nounNamed(summary.detail?.["featureNoun"]);
}

export const featuresCalled = (noun: FeatureNoun | null, form: NounForm, locale: Locale): string =>
  words.say(`${form}-${noun ?? "feature"}`, {}, locale);

/** "12 304 genes". */
export const countOfFeatures = (noun: FeatureNoun | null, n: number, locale: Locale): string =>
  words.say(`count-${noun ?? "feature"}`, { n }, locale);

/** "Genes", as a title. */
export function featuresTitle(noun: FeatureNoun | null, locale: Locale): string {
  const name = featuresCalled(noun, "many", locale);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
