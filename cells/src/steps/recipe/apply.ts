// The chain is read out of the report that a transform answers beside its data; nothing is taken of the data here.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { fittedChainOf } from "../../contract/fitted-chain.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { recipe } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof recipe>;

export const apply: Apply<typeof recipe> = {
  async table(step, table, scope) {
    const made = await applied(step, table, scope);
    return made.type === "table" ? made : refuse(scope, words, "gives-matrix", {}, ["from"]);
  },
  async assay(step, assay, scope) {
    const made = await applied(step, assay, scope);
    return made.type === "assay" ? made : refuse(scope, words, "gives-table", {}, ["from"]);
  },
};

function applied(step: Options, data: Table | Assay, scope: StepScope): Promise<Table | Assay> {
  if (step.from === null) return refuse(scope, shared, "nothing-chosen", { field: "from" }, ["from"]);
  const found = scope.input(step.from);
  const chain = fittedChainOf(found);
  if (!chain) {
    const fix = { path: ["steps", scope.index, "from"], value: { ...step.from, port: "fitted" } };
    return refuse(scope, words, "no-chain", {}, ["from"], found.type === "table" || found.type === "assay" ? { fix } : {});
  }
  if (chain.takes.type !== data.type)
    return refuse(scope, words, chain.takes.type === "table" ? "takes-table" : "takes-matrix", {}, ["from"]);
  return scope.frozen(chain, data);
}
