// THE list of steps, in the order of the menu; of each step the card at once, its work and its form when first needed. A
// step is a folder in steps/ and a line here: the schema of a chain, its types, the menu and the contract suite follow.

import { z } from "zod";
import type { ListedStep } from "./contract/listed-step.ts";
import type { JsonObject } from "./base/json.ts";
import type { OptionsOf, StepCard, StepContext, StepData } from "./contract/step.ts";
import { annotateSamples } from "./steps/annotate-samples/step.ts";
import { balance } from "./steps/balance/step.ts";
import { bin } from "./steps/bin/step.ts";
import { cleanText } from "./steps/clean-text/step.ts";
import { combat } from "./steps/combat/step.ts";
import { collapseProbes } from "./steps/collapse-probes/step.ts";
import { tpm } from "./steps/tpm/step.ts";
import { fpkm } from "./steps/fpkm/step.ts";
import { pseudobulk } from "./steps/pseudobulk/step.ts";
import { nearest } from "./steps/nearest/step.ts";
import { countByWindow } from "./steps/count-by-window/step.ts";
import { combine } from "./steps/combine/step.ts";
import { cpm } from "./steps/cpm/step.ts";
import { dateParts } from "./steps/date-parts/step.ts";
import { derive } from "./steps/derive/step.ts";
import { distinct } from "./steps/distinct/step.ts";
import { dropMissing } from "./steps/drop-missing/step.ts";
import { extract } from "./steps/extract/step.ts";
import { fillMissing } from "./steps/fill-missing/step.ts";
import { encode } from "./steps/encode/step.ts";
import { filter } from "./steps/filter/step.ts";
import { filterByExpression } from "./steps/filter-by-expression/step.ts";
import { filterFeatures } from "./steps/filter-features/step.ts";
import { filterSites } from "./steps/filter-sites/step.ts";
import { fold } from "./steps/fold/step.ts";
import { head } from "./steps/head/step.ts";
import { highlyVariable } from "./steps/highly-variable/step.ts";
import { imputeIterative } from "./steps/impute-iterative/step.ts";
import { imputeNeighbours } from "./steps/impute-neighbours/step.ts";
import { join } from "./steps/join/step.ts";
import { log } from "./steps/log/step.ts";
import { logNormalise } from "./steps/log-normalise/step.ts";
import { logCpm } from "./steps/log-cpm/step.ts";
import { outliers } from "./steps/outliers/step.ts";
import { mapIds } from "./steps/map-ids/step.ts";
import { mapValues } from "./steps/map-values/step.ts";
import { mergeLabels } from "./steps/merge-labels/step.ts";
import { outlyingSamples } from "./steps/outlying-samples/step.ts";
import { overlap } from "./steps/overlap/step.ts";
import { renameChromosomes } from "./steps/rename-chromosomes/step.ts";
import { pivot } from "./steps/pivot/step.ts";
import { quantileNormalise } from "./steps/quantile-normalise/step.ts";
import { pruneLd } from "./steps/prune-ld/step.ts";
import { rank } from "./steps/rank/step.ts";
import { removeBatch } from "./steps/remove-batch/step.ts";
import { repairGenes } from "./steps/repair-genes/step.ts";
import { recipe } from "./steps/recipe/step.ts";
import { rename } from "./steps/rename/step.ts";
import { sample } from "./steps/sample/step.ts";
import { scale } from "./steps/scale/step.ts";
import { select } from "./steps/select/step.ts";
import { selected } from "./steps/selected/step.ts";
import { selectFeatures } from "./steps/select-features/step.ts";
import { split } from "./steps/split/step.ts";
import { sizeFactors } from "./steps/size-factors/step.ts";
import { sort } from "./steps/sort/step.ts";
import { splitColumn } from "./steps/split-column/step.ts";
import { sumTranscripts } from "./steps/sum-transcripts/step.ts";
import { summarise } from "./steps/summarise/step.ts";
import { toMatrix } from "./steps/to-matrix/step.ts";
import { toTable } from "./steps/to-table/step.ts";
import { topVariable } from "./steps/top-variable/step.ts";
import { unskew } from "./steps/unskew/step.ts";
import { useLayer } from "./steps/use-layer/step.ts";
import { vst } from "./steps/vst/step.ts";
import { zScore } from "./steps/z-score/step.ts";

export const steps = {
  "filter-features": {
    step: filterFeatures,
    apply: () => import("./steps/filter-features/apply.ts"),
    Form: () => import("./steps/filter-features/Form.tsx"),
  },
  "filter-by-expression": {
    step: filterByExpression,
    apply: () => import("./steps/filter-by-expression/apply.ts"),
    Form: () => import("./steps/filter-by-expression/Form.tsx"),
  },
  "log-cpm": { step: logCpm, apply: () => import("./steps/log-cpm/apply.ts"), Form: () => import("./steps/log-cpm/Form.tsx") },
  "size-factors": {
    step: sizeFactors,
    apply: () => import("./steps/size-factors/apply.ts"),
    Form: () => import("./steps/size-factors/Form.tsx"),
  },
  cpm: { step: cpm, apply: () => import("./steps/cpm/apply.ts"), Form: () => import("./steps/cpm/Form.tsx") },
  "log-normalise": {
    step: logNormalise,
    apply: () => import("./steps/log-normalise/apply.ts"),
    Form: () => import("./steps/log-normalise/Form.tsx"),
  },
  "highly-variable": {
    step: highlyVariable,
    apply: () => import("./steps/highly-variable/apply.ts"),
    Form: () => import("./steps/highly-variable/Form.tsx"),
  },
  vst: { step: vst, apply: () => import("./steps/vst/apply.ts"), Form: () => import("./steps/vst/Form.tsx") },
  "quantile-normalise": {
    step: quantileNormalise,
    apply: () => import("./steps/quantile-normalise/apply.ts"),
    Form: () => import("./steps/quantile-normalise/Form.tsx"),
  },
  "remove-batch": {
    step: removeBatch,
    apply: () => import("./steps/remove-batch/apply.ts"),
    Form: () => import("./steps/remove-batch/Form.tsx"),
  },
  combat: { step: combat, apply: () => import("./steps/combat/apply.ts"), Form: () => import("./steps/combat/Form.tsx") },
  tpm: {
    step: tpm,
    apply: () => import("./steps/tpm/apply.ts"),
    Form: () => import("./steps/tpm/Form.tsx"),
  },
  fpkm: {
    step: fpkm,
    apply: () => import("./steps/fpkm/apply.ts"),
    Form: () => import("./steps/fpkm/Form.tsx"),
  },
  log: { step: log, apply: () => import("./steps/log/apply.ts"), Form: () => import("./steps/log/Form.tsx") },
  "outlying-samples": {
    step: outlyingSamples,
    apply: () => import("./steps/outlying-samples/apply.ts"),
    Form: () => import("./steps/outlying-samples/Form.tsx"),
  },
  "use-layer": {
    step: useLayer,
    apply: () => import("./steps/use-layer/apply.ts"),
    Form: () => import("./steps/use-layer/Form.tsx"),
  },
  "z-score": { step: zScore, apply: () => import("./steps/z-score/apply.ts"), Form: () => import("./steps/z-score/Form.tsx") },
  "top-variable": {
    step: topVariable,
    apply: () => import("./steps/top-variable/apply.ts"),
    Form: () => import("./steps/top-variable/Form.tsx"),
  },
  "select-features": {
    step: selectFeatures,
    apply: () => import("./steps/select-features/apply.ts"),
    Form: () => import("./steps/select-features/Form.tsx"),
  },
  "filter-sites": {
    step: filterSites,
    apply: () => import("./steps/filter-sites/apply.ts"),
    Form: () => import("./steps/filter-sites/Form.tsx"),
  },
  "prune-ld": {
    step: pruneLd,
    apply: () => import("./steps/prune-ld/apply.ts"),
    Form: () => import("./steps/prune-ld/Form.tsx"),
  },
  filter: { step: filter, apply: () => import("./steps/filter/apply.ts"), Form: () => import("./steps/filter/Form.tsx") },
  select: { step: select, apply: () => import("./steps/select/apply.ts"), Form: () => import("./steps/select/Form.tsx") },
  rename: { step: rename, apply: () => import("./steps/rename/apply.ts"), Form: () => import("./steps/rename/Form.tsx") },
  selected: {
    step: selected,
    apply: () => import("./steps/selected/apply.ts"),
    Form: () => import("./steps/selected/Form.tsx"),
  },
  derive: { step: derive, apply: () => import("./steps/derive/apply.ts"), Form: () => import("./steps/derive/Form.tsx") },
  join: { step: join, apply: () => import("./steps/join/apply.ts"), Form: () => import("./steps/join/Form.tsx") },
  overlap: { step: overlap, apply: () => import("./steps/overlap/apply.ts"), Form: () => import("./steps/overlap/Form.tsx") },
  nearest: {
    step: nearest,
    apply: () => import("./steps/nearest/apply.ts"),
    Form: () => import("./steps/nearest/Form.tsx"),
  },
  "count-by-window": {
    step: countByWindow,
    apply: () => import("./steps/count-by-window/apply.ts"),
    Form: () => import("./steps/count-by-window/Form.tsx"),
  },
  "rename-chromosomes": {
    step: renameChromosomes,
    apply: () => import("./steps/rename-chromosomes/apply.ts"),
    Form: () => import("./steps/rename-chromosomes/Form.tsx"),
  },
  "repair-genes": {
    step: repairGenes,
    apply: () => import("./steps/repair-genes/apply.ts"),
    Form: () => import("./steps/repair-genes/Form.tsx"),
  },
  "map-ids": {
    step: mapIds,
    apply: () => import("./steps/map-ids/apply.ts"),
    Form: () => import("./steps/map-ids/Form.tsx"),
  },
  "collapse-probes": {
    step: collapseProbes,
    apply: () => import("./steps/collapse-probes/apply.ts"),
    Form: () => import("./steps/collapse-probes/Form.tsx"),
  },
  "sum-transcripts": {
    step: sumTranscripts,
    apply: () => import("./steps/sum-transcripts/apply.ts"),
    Form: () => import("./steps/sum-transcripts/Form.tsx"),
  },
  pseudobulk: {
    step: pseudobulk,
    apply: () => import("./steps/pseudobulk/apply.ts"),
    Form: () => import("./steps/pseudobulk/Form.tsx"),
  },
  combine: {
    step: combine,
    apply: () => import("./steps/combine/apply.ts"),
    Form: () => import("./steps/combine/Form.tsx"),
  },
  summarise: {
    step: summarise,
    apply: () => import("./steps/summarise/apply.ts"),
    Form: () => import("./steps/summarise/Form.tsx"),
  },
  sort: { step: sort, apply: () => import("./steps/sort/apply.ts"), Form: () => import("./steps/sort/Form.tsx") },
  rank: { step: rank, apply: () => import("./steps/rank/apply.ts"), Form: () => import("./steps/rank/Form.tsx") },
  pivot: { step: pivot, apply: () => import("./steps/pivot/apply.ts"), Form: () => import("./steps/pivot/Form.tsx") },
  fold: { step: fold, apply: () => import("./steps/fold/apply.ts"), Form: () => import("./steps/fold/Form.tsx") },
  split: { step: split, apply: () => import("./steps/split/apply.ts"), Form: () => import("./steps/split/Form.tsx") },
  "clean-text": {
    step: cleanText,
    apply: () => import("./steps/clean-text/apply.ts"),
    Form: () => import("./steps/clean-text/Form.tsx"),
  },
  "merge-labels": {
    step: mergeLabels,
    apply: () => import("./steps/merge-labels/apply.ts"),
    Form: () => import("./steps/merge-labels/Form.tsx"),
  },
  "map-values": {
    step: mapValues,
    apply: () => import("./steps/map-values/apply.ts"),
    Form: () => import("./steps/map-values/Form.tsx"),
  },
  "split-column": {
    step: splitColumn,
    apply: () => import("./steps/split-column/apply.ts"),
    Form: () => import("./steps/split-column/Form.tsx"),
  },
  extract: {
    step: extract,
    apply: () => import("./steps/extract/apply.ts"),
    Form: () => import("./steps/extract/Form.tsx"),
  },
  sample: { step: sample, apply: () => import("./steps/sample/apply.ts"), Form: () => import("./steps/sample/Form.tsx") },
  "drop-missing": {
    step: dropMissing,
    apply: () => import("./steps/drop-missing/apply.ts"),
    Form: () => import("./steps/drop-missing/Form.tsx"),
  },
  "fill-missing": {
    step: fillMissing,
    apply: () => import("./steps/fill-missing/apply.ts"),
    Form: () => import("./steps/fill-missing/Form.tsx"),
  },
  "impute-neighbours": {
    step: imputeNeighbours,
    apply: () => import("./steps/impute-neighbours/apply.ts"),
    Form: () => import("./steps/impute-neighbours/Form.tsx"),
  },
  "impute-iterative": {
    step: imputeIterative,
    apply: () => import("./steps/impute-iterative/apply.ts"),
    Form: () => import("./steps/impute-iterative/Form.tsx"),
  },
  outliers: {
    step: outliers,
    apply: () => import("./steps/outliers/apply.ts"),
    Form: () => import("./steps/outliers/Form.tsx"),
  },
  scale: {
    step: scale,
    apply: () => import("./steps/scale/apply.ts"),
    Form: () => import("./steps/scale/Form.tsx"),
  },
  unskew: {
    step: unskew,
    apply: () => import("./steps/unskew/apply.ts"),
    Form: () => import("./steps/unskew/Form.tsx"),
  },
  encode: {
    step: encode,
    apply: () => import("./steps/encode/apply.ts"),
    Form: () => import("./steps/encode/Form.tsx"),
  },
  bin: {
    step: bin,
    apply: () => import("./steps/bin/apply.ts"),
    Form: () => import("./steps/bin/Form.tsx"),
  },
  balance: {
    step: balance,
    apply: () => import("./steps/balance/apply.ts"),
    Form: () => import("./steps/balance/Form.tsx"),
  },
  "date-parts": {
    step: dateParts,
    apply: () => import("./steps/date-parts/apply.ts"),
    Form: () => import("./steps/date-parts/Form.tsx"),
  },
  recipe: { step: recipe, apply: () => import("./steps/recipe/apply.ts"), Form: () => import("./steps/recipe/Form.tsx") },
  distinct: { step: distinct, apply: () => import("./steps/distinct/apply.ts"), Form: () => import("./steps/distinct/Form.tsx") },
  head: { step: head, apply: () => import("./steps/head/apply.ts"), Form: () => import("./steps/head/Form.tsx") },
  "annotate-samples": {
    step: annotateSamples,
    apply: () => import("./steps/annotate-samples/apply.ts"),
    Form: () => import("./steps/annotate-samples/Form.tsx"),
  },
  "to-matrix": {
    step: toMatrix,
    apply: () => import("./steps/to-matrix/apply.ts"),
    Form: () => import("./steps/to-matrix/Form.tsx"),
  },
  "to-table": {
    step: toTable,
    apply: () => import("./steps/to-table/apply.ts"),
    Form: () => import("./steps/to-table/Form.tsx"),
  },
} as const;

export type Verb = keyof typeof steps;
/** A step as it stands in a chain. */
export type Step = { readonly [V in Verb]: OptionsOf<(typeof steps)[V]["step"]> }[Verb];

/** Work and form are those of the card beside them. */
const list: { readonly [V in Verb]: ListedStep<(typeof steps)[V]["step"]> } = steps;
export const listedSteps: readonly ListedStep[] = Object.values(list);

/** The step of that verb, or null: a document may hold verbs that this release does not know. */
export const stepOf = (verb: string): ListedStep | null => (Object.hasOwn(list, verb) ? list[verb as Verb] : null);

const [first, ...others] = Object.values(steps).map(({ step }) => step.schema);
export const stepSchema = z.discriminatedUnion("verb", [first as NonNullable<typeof first>, ...others]);

/** What is offered for such data, in the order of the menu. */
export const stepsFor = (data: StepData): readonly ListedStep[] => listedSteps.filter(({ step }) => step.takes[data]);

/** A new step of that verb with its defaults. */
export const newStep = (verb: string, id: string): Step => stepSchema.parse({ id, verb });

/** What a step that something proposes does, in words: "sorts by chromosome, start". One that cannot be read is called by its name. */
export function saysStep(step: JsonObject, { on, locale }: Pick<StepContext, "on" | "locale">): string {
  const verb = String(step["verb"]);
  const card: StepCard | undefined = stepOf(verb)?.step;
  const parsed = stepSchema.safeParse({ id: "proposed", ...step });
  if (!card) return verb;
  return parsed.success
    ? card.say(parsed.data, { locale, on, noun: null, nameOf: () => "" })
    : card.words.say("title", {}, locale);
}
