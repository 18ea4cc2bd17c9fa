// Samples beside the others. Bounds of library sizes, and centre and components, are those of the training and hold for samples that
// come later; whom a sample correlates with is not kept.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { splitColumn } from "../../artifacts/parts-of-rows.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { namesOfState } from "../parts/features-of-state.ts";
import { fittedOf } from "../parts/fitted.ts";
import { countOf, reasonOf, rowsLeft, type Verdicts, withRowFlag } from "../parts/outlier-flags.ts";
import { samplesThatStay } from "../parts/rows-that-stay.ts";
import { byCorrelation } from "./by-correlation.ts";
import { byComponents, componentsOfSamples, placesOfSamples } from "./by-components.ts";
import { bounds, boundsOfSizes, byLibrarySize } from "./by-library-size.ts";
import { measuresOf, type outlyingSamples, ruleKey } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof outlyingSamples>;

const state = z.strictObject({ features: namesOfState, places: placesOfSamples, bounds });

const carriedOver = fittedOf<typeof outlyingSamples>()({
  keeps: ({ group }) => (group === "" ? "statistics" : "values"),
  state,
  on: {
    assay: {
      fit(step, assay, scope) {
        const { rule } = step;
        if (rule.by === "components") return { ...componentsOfSamples(rule, step.group, assay, scope), bounds: [] };
        return { features: [], places: [], bounds: rule.by === "library-size" ? boundsOfSizes(step.group, assay, scope) : [] };
      },
      apply(step, assay, kept, scope) {
        const { rule } = step;
        if (rule.by === "components") return done(step, assay, byComponents(rule, step.group, assay, kept, scope), scope);
        if (rule.by === "library-size")
          return done(step, assay, byLibrarySize(rule, step.group, assay, kept.bounds, scope), scope);
        return assay;
      },
    },
  },
});

export const { fitted } = carriedOver;
export const apply: Apply<typeof outlyingSamples> = {
  assay(step, assay, scope) {
    if (step.rule.by !== "correlation") return carriedOver.apply.assay(step, assay, scope);
    if (splitColumn(assay.samples)) scope.say(words.sentence("all-parts", { step: scope.index + 1 }));
    const verdicts = byCorrelation(step.rule, step.group, assay, scope);
    const n = assay.sampleCount - countOf(verdicts).of;
    if (n > 0) scope.say(words.sentence("not-judged", { step: scope.index + 1, n, of: assay.sampleCount }));
    return done(step, assay, verdicts, scope);
  },
};

/** "3 of 22 samples dropped: median correlation < -3 MAD". */
function done(step: Options, assay: Assay, verdicts: Verdicts, scope: StepScope): Assay {
  const { n, of } = countOf(verdicts);
  const { by: _by, ...params } = step.rule;
  const rule = { key: words.key(ruleKey(step.rule)), params };
  if (of > 0) scope.say(words.sentence(n === 0 ? "none-found" : `found-${step.action}`, { step: scope.index + 1, n, of, rule }));
  if (step.action === "keep") return assay;
  if (step.action === "drop") {
    const { kept, aside, part } = rowsLeft(assay.samples, [verdicts]);
    if (aside > 0) scope.say(words.sentence("dropped-aside", { step: scope.index + 1, n: aside, column: part }));
    return kept.length === assay.sampleCount ? assay : samplesThatStay(assay, Int32Array.from(kept), scope);
  }
  const names = measuresOf(step.rule);
  const called = names.map(
    (name) => `${name.slice("outlier_".length).replaceAll("_", " ")}${step.rule.by === "components" ? "" : " MAD"}`,
  );
  return {
    ...assay,
    samples: withRowFlag(assay.samples, { names, verdicts, more: {}, reason: (row) => reasonOf(verdicts, called, row) }, scope),
  };
}
