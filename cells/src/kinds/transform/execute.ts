// Runs the steps one after the other. A step that fails names itself, and nothing is answered; the report says what went
// into and came out of each step.

import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { failure, FailureError } from "../../base/failure.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { err, ok } from "../../base/result.ts";
import { takeRows } from "../../artifacts/table.ts";
import type { Execute } from "../../contract/execute.ts";
import * as onAssay from "./assay-steps.ts";
import { rowsKept } from "./condition.ts";
import { join } from "./join-tables.ts";
import { fold, pivot } from "./reshape.ts";
import type { TransformSpec } from "./spec.ts";
import { refuse, type StepScope } from "./step-scope.ts";
import type { Step } from "./steps.ts";
import * as onTable from "./table-steps.ts";

/** Shape of what goes into and comes out of a step: rows x columns, or features x samples. */
export interface StepShape {
  readonly type: "table" | "assay";
  readonly rows: number;
  readonly columns: number;
}
/** One entry for each step that is on. `step` is its place in the spec, from 1. */
export interface StepReport {
  readonly step: number;
  readonly verb: Step["verb"];
  readonly in: StepShape;
  readonly out: StepShape;
}

export const execute: Execute<TransformSpec> = async (spec, context) => {
  if (!spec.from) return err(failure("transform.no-data", {}, { at: ["from"] }));
  let data = context.input(spec.from);
  const active = spec.steps.filter((step) => !step.off).length;
  const report: StepReport[] = [];
  try {
    for (const [index, step] of spec.steps.entries()) {
      if (step.off) continue;
      context.signal.throwIfAborted();
      context.progress(report.length / active);
      const scope: StepScope = {
        index,
        valueOf: (field) => context.valueOf(field as Json),
        input: (ref) => context.input(ref),
        signal: context.signal,
      };
      const before = shapeOf(data);
      data = runStep(step, data, scope);
      report.push({ step: index + 1, verb: step.verb, in: before, out: shapeOf(data) });
    }
  } catch (error) {
    if (error instanceof FailureError) return err(error.failure);
    throw error;
  }
  return ok({ out: data, steps: { type: "report", report: "steps", body: { steps: report } as unknown as JsonObject } });
};

function shapeOf(data: Artifact): StepShape {
  if (data.type === "assay") return { type: "assay", rows: data.featureCount, columns: data.sampleCount };
  if (data.type === "table") return { type: "table", rows: data.rowCount, columns: data.columns.length };
  return { type: "table", rows: 0, columns: 0 };
}

/** One step on a table or a matrix; refuses data of the other sort. */
export function runStep(step: Step, data: Artifact, scope: StepScope): Table | Assay {
  const table = (): Table => (data.type === "table" ? data : refuse(scope, "needs-table", { verb: step.verb }));
  const assay = (): Assay => (data.type === "assay" ? data : refuse(scope, "needs-assay", { verb: step.verb }));
  switch (step.verb) {
    case "filter":
      if (data.type === "assay") return onAssay.filterSamples(step, data, scope);
      return takeRows(table(), rowsKept(step, table(), scope));
    case "select":
      return onTable.select(step, table(), scope);
    case "rename":
      return onTable.rename(step, table(), scope);
    case "derive":
      return onTable.derive(step, table(), scope);
    case "join":
      return join(step, table(), scope);
    case "summarise":
      return onTable.summarise(step, table(), scope);
    case "sort":
      return onTable.sort(step, table(), scope);
    case "pivot":
      return pivot(step, table(), scope);
    case "fold":
      return fold(step, table(), scope);
    case "sample":
      return onTable.sample(step, table(), scope);
    case "drop-missing":
      return onTable.dropMissing(step, table(), scope);
    case "fill-missing":
      return onTable.fillMissing(step, table(), scope);
    case "distinct":
      return onTable.distinct(step, table(), scope);
    case "head":
      return onTable.head(step, table(), scope);
    case "filter-features":
      return onAssay.filterFeatures(step, assay(), scope);
    case "select-features":
      return onAssay.selectFeatures(step, assay(), scope);
    case "cpm":
      return onAssay.cpm(assay(), scope);
    case "log-cpm":
      return onAssay.logCpm(step, assay(), scope);
    case "log":
      return onAssay.log(step, assay(), scope);
    case "z-score":
      return onAssay.zScore(assay());
    case "top-variable":
      return onAssay.topVariable(step, assay(), scope);
    case "annotate-samples":
      return onAssay.annotateSamples(step, assay(), scope);
    case "to-table":
      return onAssay.toTable(step, assay(), scope);
  }
}
