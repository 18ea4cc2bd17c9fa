// What was found, for a reader who is no statistician.

import type { Sentence } from "../../messages/sentence.ts";
import type { SurvivalBody } from "../../reports/survival/report.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { words } from "./words.ts";

const doubtful = 0.05;

export function whatItSays({ groups, by, logRank, model, time, level, n, events }: SurvivalBody): readonly Sentence[] {
  const unit = time.unit === "" ? "" : ` ${time.unit}`;
  const medians = groups.map(({ name, n: size, median, lower, upper }): Sentence => {
    const who = by === null ? "all" : "group";
    const params = { name, by: by ?? "", n: size, unit, median, lower, upper, level: level * 100 };
    if (median === null) return words.sentence(`half-not-${who}`, params);
    if (lower === null) return words.sentence(`half-${who}`, params);
    return words.sentence(upper === null ? `half-from-${who}` : `half-between-${who}`, params);
  });
  const { p = null } = logRank ?? {};
  const tested =
    p === null || by === null
      ? []
      : [words.sentence(p < doubtful ? "differ" : "differ-not", { by, p, n, events, groups: groups.length })];
  const could = tested.length > 0 && (p ?? 0) >= doubtful ? couldFind(groups, events) : [];
  return [...medians, ...tested, ...could, ...(model ? ratiosOf(model, level) : [])];
}

/** Schoenfeld (Biometrika 68:316-319, 1981): log-rank of two groups at 5 %, a power of 0.8. */
function couldFind(groups: SurvivalBody["groups"], events: number): readonly Sentence[] {
  const [one, other] = groups;
  if (!one || !other || groups.length > 2 || events === 0) return [];
  const share = one.n / (one.n + other.n);
  const log = (normalQuantile(0.975) + normalQuantile(0.8)) / Math.sqrt(events * share * (1 - share));
  const [more, less] = [Math.exp(log), Math.exp(-log)].map((ratio) => Number(ratio.toPrecision(2)));
  return [words.sentence("could-find", { events, more: more ?? 0, less: less ?? 0 })];
}

/** Ratios of a few coefficients one by one; of more the table tells. */
const mostTold = 4;

function ratiosOf(
  { hazards, terms, proportional, crossed }: NonNullable<SurvivalBody["model"]>,
  level: number,
): readonly Sentence[] {
  // A column that is part of an interaction has no ratio of its own to tell.
  const each = crossed ? [] : hazards.flatMap((hazard) => ratioOf(hazard, level));
  const more = each.length - mostTold;
  const told = [
    ...(crossed ? [words.sentence("crossed")] : []),
    ...each.slice(0, mostTold),
    ...(more > 0 ? [words.sentence("more-ratios", { n: more })] : []),
  ];
  const kept = terms.filter(({ proportional: test }) => (test?.p ?? 0) >= doubtful);
  if (told.length === 0 || kept.length < terms.length || typeof proportional?.p !== "number") return told;
  return [...told, words.sentence("proportional", { p: proportional.p })];
}

type Hazard = NonNullable<SurvivalBody["model"]>["hazards"][number];

function ratioOf({ label: name, ratio, lower, upper, p }: Hazard, level: number): readonly Sentence[] {
  if (ratio === null) return [];
  const key = p === null || p >= 1 - level ? "ratio-not" : ratio >= 1 ? "ratio-more" : "ratio-less";
  return [words.sentence(key, { name, ratio, lower, upper, p, level: level * 100 })];
}
