// Batches are coded so that they sum to 0, as limma does: the mean of a feature stays that of equally many samples of each. What
// cannot be told from what is to stay is not taken away, and said.

import type { Assay } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { designRank } from "../../stats/design-rank.ts";
import { inOwnUnit } from "../../stats/least-squares.ts";
import { momentsOf } from "../../stats/moments.ts";
import { withoutEffects } from "../../stats/without-effects.ts";
import { sayBeforeAndAfter } from "../parts/batch-before-after.ts";
import { type Batches, needBatches } from "../parts/need-batches.ts";
import { needDesign } from "../parts/need-design.ts";
import { needLogs } from "../parts/need-logs.ts";
import { numbersOf } from "../parts/numbers-of-columns.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import { withoutEffects as markedWithout } from "../parts/without-effects.ts";
import { words as shared } from "../words.ts";
import type { removeBatch } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof removeBatch>;
interface Effect {
  /** The column of the samples. */
  readonly name: string;
  readonly values: Float64Array;
}

export const apply: Apply<typeof removeBatch> = {
  assay(step, assay, scope) {
    if (step.batch === "" && step.batch2 === "" && step.covariates.length === 0)
      return refuse(scope, shared, "nothing-chosen", { field: "batch" }, ["batch"]);
    needLogs(assay, scope);
    const batches = (["batch", "batch2"] as const).flatMap((field) =>
      step[field] === "" ? [] : [needBatches(assay.samples, step[field], field, scope)],
    );
    const effects = [...batches.flatMap(summingTo0), ...covariatesOf(step, assay, scope)];
    const kept = keptColumns(step, assay, scope);
    const said = { step: scope.index + 1, noun: assay.featureNoun, all: assay.featureCount };
    const { rank, aliased } = designRank([...kept, ...effects.map(({ values }) => values)]);
    const tied = new Set(aliased.flatMap(({ column }) => effects[column - kept.length]?.name ?? []));
    if (tied.size > 0) scope.say(words.sentence("tied", { ...said, names: [...tied] }));
    if (rank >= assay.sampleCount) return refuse(scope, words, "nothing-left", { n: assay.sampleCount }, ["keep"]);
    const { values, partly } = withoutEffects({
      values: denseData(assay),
      samples: assay.sampleCount,
      kept,
      effects: effects.map((effect) => effect.values),
      pause: () => scope.signal.throwIfAborted(),
    });
    if (partly > 0) scope.say(words.sentence("partly", { ...said, n: partly }));
    const gone = effects.map(({ name }) => name);
    const after = markedWithout({ ...assay, values: { layout: "dense", data: values } }, gone);
    scope.say(words.sentence("no-test", said));
    const [first] = batches;
    if (first) sayBeforeAndAfter(first.name, first.of, assay, after, scope);
    return after;
  },
};

/** A column for each batch but the last: 1 in its own samples, -1 in those of the last. */
function summingTo0({ name, levels, of }: Batches): readonly Effect[] {
  return levels.slice(1).map((_, at) => ({
    name,
    values: Float64Array.from(of, (code) => (code === at ? 1 : code === levels.length - 1 ? -1 : 0)),
  }));
}

function covariatesOf({ covariates, level }: Options, { samples, sampleCount }: Assay, scope: StepScope): readonly Effect[] {
  const take = { key: words.key("title"), params: {} };
  return [...new Set(covariates)].map((name, at) => {
    const path = ["covariates", at];
    const values = numbersOf(needColumn(scope, samples, name, path), scope, path, take);
    const n = values.filter((value) => Number.isNaN(value)).length;
    if (n > 0) refuse(scope, words, "number-missing", { column: name, n, all: sampleCount }, path);
    if (!values.every(Number.isFinite)) refuse(scope, shared, "infinite-in", { column: name }, path);
    const own = inOwnUnit(values);
    const { mean } = momentsOf(own);
    return { name, values: level === "mean" ? own.map((value) => value - mean) : own };
  });
}

function keptColumns({ keep }: Options, assay: Assay, scope: StepScope): readonly Float64Array[] {
  if (keep.formula.trim() === "") return [new Float64Array(assay.sampleCount).fill(1)];
  const { looked, matrix } = needDesign(scope, assay.samples, keep, { path: ["keep"], withDesign: (design) => design });
  const n = assay.sampleCount - looked.rows.length;
  if (n > 0) refuse(scope, words, "keep-missing", { n, all: assay.sampleCount }, ["keep"]);
  return matrix.columns.map(({ values }) => inOwnUnit(values));
}
