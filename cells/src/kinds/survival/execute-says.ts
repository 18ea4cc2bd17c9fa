// What was found, for a reader who is no statistician.

import type { Sentence } from "../../messages/sentence.ts";
import type { SurvivalBody } from "../../reports/survival/report.ts";
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
  return [...medians, ...tested, ...(model ? ratiosOf(model, level) : [])];
}

/** Ratios of a few coefficients one by one; of more the table tells. */
const mostTold = 4;

function ratiosOf({ hazards, terms, proportional }: NonNullable<SurvivalBody["model"]>, level: number): readonly Sentence[] {
  const told = hazards
    .slice(0, mostTold)
    .flatMap(({ label: name, ratio, lower, upper, p }) =>
      ratio === null
        ? []
        : [words.sentence(ratio >= 1 ? "ratio-more" : "ratio-less", { name, ratio, lower, upper, p, level: level * 100 })],
    );
  const kept = terms.filter(({ proportional: test }) => (test?.p ?? 0) >= doubtful);
  if (told.length === 0 || kept.length < terms.length || typeof proportional?.p !== "number") return told;
  return [...told, words.sentence("proportional", { p: proportional.p })];
}
