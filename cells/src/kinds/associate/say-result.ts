// What an association found in words, and what is doubtful by its numbers.

import type { AssociationModel } from "../../contract/association-model.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { AssociationBody } from "../../reports/association/report.ts";
import type { Trait } from "./read-samples.ts";
import { words } from "./words.ts";

const short = (value: number): number => Number(value.toPrecision(3));

/**
 * Half of a 95 % interval of λ by chance: twice its standard error, 1 / (2 f(m) m √n) of the median m of chi-squared with a density of
 * f there, m = 0.455 and f(m) = 0.471.
 */
const byChance = (answered: number): number => (2 * 2.33) / Math.sqrt(answered);

/** Of so few a median says more of the place than of the study. */
const fewVariants = 100;

/** Of p that are less than a double holds, too. */
export function pTold(logP: number): string {
  const log10 = logP / Math.LN10;
  if (log10 > -4) return String(short(Math.exp(logP)));
  const power = Math.floor(log10);
  return `${(10 ** (log10 - power)).toFixed(1)}e${power}`;
}

export function sayResult(body: AssociationBody, levels: Trait["levels"]): readonly Sentence[] {
  const { trait, n, cases, controls, tested, hits, clumps, threshold, lead, lambda } = body;
  const said: Sentence[] = [
    levels
      ? words.sentence("says-cases", { trait, tested, cases: cases ?? 0, controls: controls ?? 0, called: levels.cases })
      : words.sentence("says-number", { trait, tested, n }),
    hits > 0
      ? words.sentence(clumps > 0 ? "says-hits" : "says-hits-alone", { n: hits, threshold: pTold(Math.log(threshold)), clumps })
      : words.sentence("says-none", { threshold: pTold(Math.log(threshold)) }),
  ];
  if (hits > 0) said.push(byChanceAlone(tested, threshold));
  if (lead) said.push(words.sentence("says-lead", { id: lead.id, p: pTold(lead.logP), beta: short(lead.beta) }));
  if (lambda !== null)
    said.push(
      words.sentence(body.answered < fewVariants ? "says-lambda-few" : "says-lambda", {
        lambda: short(lambda),
        n: body.answered,
        by: Number(byChance(body.answered).toPrecision(2)),
      }),
    );
  return said;
}

/** Of so many tests at that level: how many pass where nothing matters, or how seldom one does. */
function byChanceAlone(tested: number, threshold: number): Sentence {
  const expected = tested * threshold;
  return expected >= 0.5
    ? words.sentence("says-chance", { n: Math.round(expected), tested })
    : words.sentence("says-chance-seldom", { n: Number((1 / expected).toPrecision(1)) });
}

/** From here on more than chance makes of as many tests; below it p are too large. */
const tooFar = 0.1;
/** A share of cases or of controls from which on p of rare alleles are too small. */
const fewCases = 0.1;

export function doubtsOfAnswer(body: AssociationBody, model: AssociationModel): readonly Sentence[] {
  const doubts: Sentence[] = [];
  const { lambda, cases, controls, n, tested, answered, components } = body;
  const far = Math.max(tooFar, byChance(answered));
  if (lambda !== null && lambda > 1 + far && answered >= fewVariants)
    doubts.push(
      words.sentence(model.takesRelatives ? "inflated-mixed" : components > 0 ? "inflated-components" : "inflated", {
        lambda: short(lambda),
      }),
    );
  if (lambda !== null && lambda < 1 - far && answered >= fewVariants)
    doubts.push(words.sentence("deflated", { lambda: short(lambda) }));
  if (cases !== null && controls !== null) {
    const least = Math.min(cases, controls);
    if (least < fewCases * n) doubts.push(words.sentence("imbalanced", { cases, controls }));
    if (model.takes === "either" && !model.takesRelatives) doubts.push(words.sentence("linear-cases", { trait: body.trait }));
  }
  if (answered < tested) doubts.push(words.sentence("unanswered", { n: tested - answered }));
  if (body.build === null && body.lead) doubts.push(words.sentence("no-build"));
  return doubts;
}
