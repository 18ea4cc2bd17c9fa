// The chain is read out of the report that a transform answers beside its data, or out of a recipe's file; nothing is taken of the
// data here, and it is kept whole, so that later rows need neither. What a recipe promises of its answer is held against it.

import { z } from "zod";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { type CellRef, type FileRef, isCellRef } from "../../base/refs.ts";
import { type FittedChain, fittedChain, fittedChainOf } from "../../contract/fitted-chain.ts";
import { type RecipeTest, recipeTest } from "../../contract/recipe-file.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { type Moment, momentIn } from "../../features/freshness.ts";
import { recipeIn } from "../../features/recipe-bytes.ts";
import { brokenPromises } from "../../features/recipe-tests.ts";
import { fittedOf } from "../parts/fitted.ts";
import { refuse, settled } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { recipe } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof recipe>;

const state = z.strictObject({ chain: fittedChain, tests: z.array(recipeTest).max(1000) });
type Kept = z.output<typeof state>;

export const { fitted, apply } = fittedOf<typeof recipe>()({
  // Some of its steps may.
  keeps: () => "values",
  state,
  inner: ({ inFolds }, { chain }) => ({ chain, asFitted: inFolds === "as-fitted" }),
  on: {
    table: {
      fit: chosenBy,
      async apply(step, table, kept, scope) {
        const made = await applied(step, table, kept, scope);
        return made.type === "table" ? made : refuse(scope, words, "gives-matrix", {}, ["from"]);
      },
    },
    assay: {
      fit: chosenBy,
      async apply(step, assay, kept, scope) {
        const made = await applied(step, assay, kept, scope);
        return made.type === "assay" ? made : refuse(scope, words, "gives-table", {}, ["from"]);
      },
    },
  },
});

async function chosenBy(step: Options, data: Table | Assay, scope: StepScope): Promise<Kept> {
  if (step.from === null) return refuse(scope, shared, "nothing-chosen", { field: "from" }, ["from"]);
  const { chain, tests } = isCellRef(step.from) ? ofCell(step.from, scope) : await ofFile(step.from, scope);
  needForm(chain, data, scope);
  return { chain, tests: [...tests] };
}

async function applied(step: Options, data: Table | Assay, { chain, tests }: Kept, scope: StepScope): Promise<Table | Assay> {
  needForm(chain, data, scope);
  const made = await scope.frozen(chain, data);
  holdTo(tests, made, step, scope);
  return made;
}

function needForm({ takes }: FittedChain, { type }: Table | Assay, scope: StepScope): void {
  if (takes.type !== type) refuse(scope, words, takes.type === "table" ? "takes-table" : "takes-matrix", {}, ["from"]);
}

interface Chosen {
  readonly chain: FittedChain;
  readonly tests: readonly RecipeTest[];
}

function ofCell(from: CellRef, scope: StepScope): Chosen {
  const found = scope.input(from);
  const chain = fittedChainOf(found);
  if (chain) return { chain, tests: [] };
  const fix = { path: ["steps", scope.index, "from"], value: { ...from, port: "fitted" } };
  return refuse(scope, words, "no-chain", {}, ["from"], found.type === "table" || found.type === "assay" ? { fix } : {});
}

const ofFile = async (from: FileRef, scope: StepScope): Promise<Chosen> =>
  settled(scope, await recipeIn(scope.file(from), from.name), ["from"]);

/** Of a matrix its sample sheet. */
function holdTo(tests: readonly RecipeTest[], made: Table | Assay, step: Options, scope: StepScope): void {
  const { onFail } = step;
  const at = momentOf(step, scope);
  const unasked = tests.flatMap((test) => (test.rule === "fresh" && at === null ? [test.column] : []));
  if (unasked.length > 0) scope.say(words.sentence("fresh-unasked", { step: scope.index + 1, columns: unasked }));
  const broken = brokenPromises(tests, made.type === "table" ? made : made.samples, at).map(({ said }) => ({ ...said }));
  const [what, ...others] = broken;
  if (!what) return;
  if (onFail === "refuse")
    refuse(
      scope,
      words,
      others.length === 0 ? "promise-broken" : "promises-broken",
      { what, more: others.length, also: others },
      ["from"],
    );
  for (const each of broken) scope.say(words.sentence("promise-doubt", { step: scope.index + 1, what: each }));
}

/** A result depends on its inputs alone, and on no clock: the moment is stated, or freshness is not asked. */
function momentOf({ asOf }: Options, scope: StepScope): Moment | null {
  if (asOf === null || asOf.trim() === "") return null;
  return momentIn(asOf) ?? refuse(scope, words, "no-moment", { asOf: asOf.slice(0, 40) }, ["asOf"]);
}
