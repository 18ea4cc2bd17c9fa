// The work is stats/combat. What is refused is what sva refuses, or where it answers nothing but NaN.

import type { Assay } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { combat as adjust } from "../../stats/combat/combat.ts";
import { designOf } from "../../stats/combat/standardise.ts";
import { inOwnUnit } from "../../stats/least-squares.ts";
import { designRank } from "../../stats/design-rank.ts";
import { type Batches, needBatches } from "../parts/need-batches.ts";
import { sayBeforeAndAfter } from "../parts/batch-before-after.ts";
import { needDesign } from "../parts/need-design.ts";
import { needLogs } from "../parts/need-logs.ts";
import { refuse } from "../parts/step-scope.ts";
import { withoutEffects } from "../parts/without-effects.ts";
import type { combat } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof combat>;

export const apply: Apply<typeof combat> = {
  async assay(step, assay, scope) {
    needLogs(assay, scope);
    const batch = needBatches(assay.samples, step.batch, "batch", scope);
    const reference = referenceOf(step, batch, scope);
    const design = {
      samples: assay.sampleCount,
      batchOf: batch.of,
      batches: batch.levels.length,
      covariates: keptColumns(step, batch, assay, scope),
      reference,
    };
    const answer = await adjust(
      { ...design, values: denseData(assay), features: assay.featureCount },
      { prior: step.prior, meanOnly: step.meanOnly, pause: () => scope.signal.throwIfAborted() },
    );
    const said = { step: scope.index + 1, noun: assay.featureNoun, all: assay.featureCount };
    if (!answer.ok) {
      const { problem, n } = answer;
      return refuse(scope, words, problem === "few" ? "few-features" : "few-values", { ...said, n });
    }
    if (answer.left > 0) scope.say(words.sentence("left", { ...said, n: answer.left }));
    if (answer.meanOnly && !step.meanOnly) scope.say(words.sentence("means-alone", said));
    if (!answer.settled) scope.say(words.sentence("unsettled", said));
    const after = withoutEffects({ ...assay, values: { layout: "dense", data: answer.values } }, [batch.name]);
    scope.say(words.sentence(step.keep.formula.trim() === "" ? "no-test" : "no-test-kept", said));
    sayBeforeAndAfter(batch.name, batch.of, assay, after, scope);
    return after;
  },
};

function referenceOf({ reference }: Options, { name, levels, of }: Batches, scope: StepScope): number | null {
  if (reference === null) return null;
  const at = levels.indexOf(reference);
  const path = ["reference"];
  if (at < 0) {
    const near = nearestNames(reference, levels)[0];
    const fix = { path: ["steps", scope.index, ...path], value: near ?? null };
    return refuse(scope, words, "no-reference", { reference, column: name }, path, { fix });
  }
  if (of.filter((code) => code === at).length === 1) return refuse(scope, words, "reference-alone", { reference }, path);
  return at;
}

/** Columns of what is to stay, without the intercept; what no one can tell from the batches is refused with its name. */
function keptColumns({ keep }: Options, batch: Batches, assay: Assay, scope: StepScope): readonly Float64Array[] {
  const isKept = keep.formula.trim() !== "";
  const where = { path: ["keep"], withDesign: (design: Options["keep"]) => design };
  const made = isKept ? needDesign(scope, assay.samples, keep, where) : null;
  if (made && made.looked.rows.length < assay.sampleCount) {
    const n = assay.sampleCount - made.looked.rows.length;
    return refuse(scope, words, "keep-missing", { n, all: assay.sampleCount }, ["keep"]);
  }
  const columns = (made?.matrix.columns ?? []).filter(({ values }) => values.some((value) => value !== 1));
  const values = columns.map((column) => inOwnUnit(column.values));
  const design = designOf({
    samples: assay.sampleCount,
    features: assay.featureCount,
    batchOf: batch.of,
    batches: batch.levels.length,
    covariates: values,
    reference: null,
  });
  const { rank, aliased } = designRank(design);
  const lost = aliased.map(({ column }) => columns[column - batch.levels.length]?.name ?? "");
  if (lost.length > 0) return refuse(scope, words, "confounded", { column: batch.name, names: lost.slice(0, 5) }, ["keep"]);
  if (rank >= assay.sampleCount)
    return refuse(scope, words, isKept ? "nothing-left-kept" : "nothing-left", { column: batch.name, n: assay.sampleCount }, [
      isKept ? "keep" : "batch",
    ]);
  return values;
}
