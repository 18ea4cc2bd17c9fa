// Runs the steps one after the other. A step that fails names itself, and nothing is answered; the report says what went
// into and came out of each step.

import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import { changesOf, type Rows } from "../../artifacts/changes/changes-of-data.ts";
import type { Changes } from "../../artifacts/changes/changes.ts";
import { stillIdentifying } from "../../artifacts/still-identifying.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { err, ok } from "../../base/result.ts";
import type { FittedChain, FittedStepState } from "../../contract/fitted-chain.ts";
import type { Execute } from "../../contract/execute.ts";
import type { StepData, StepScope } from "../../contract/step.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { type Step, stepOf } from "../../steps.ts";
import { words } from "../../steps/words.ts";
import { applyChain, doStep, formOf } from "../../chains/run-step.ts";
import type { TransformSpec } from "./spec.ts";

/** Shape of what goes into and comes out of a step: rows x columns, or features x samples. */
export type StepShape = {
  readonly type: StepData;
  readonly rows: number;
  readonly columns: number;
};
/** One entry for each step that is on. `step` is its place in the spec, from 1. */
export type StepReport = {
  readonly step: number;
  readonly verb: Step["verb"];
  readonly in: StepShape;
  readonly out: StepShape;
  /** What is doubtful in its answer; absent: nothing. */
  readonly doubts?: readonly Doubt[];
  /** Of the rows of the training alone it took what it takes of the data. */
  readonly fittedOn?: { readonly rows: number; readonly of: number; readonly split: string };
};
/** What the step made otherwise, with examples. */
type StepChanges = Changes & { readonly step: number; readonly verb: Step["verb"] };
/** A sentence, as a report keeps it. */
export type Doubt = { readonly key: string; readonly params: JsonObject };

export const execute: Execute<TransformSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const read = context.input(spec.from);
  let data = read;
  const active = spec.steps.filter((step) => !step.off).length;
  const report: StepReport[] = [];
  // What a join brings along was there before, too.
  const joined: Artifact[] = [];
  const kept: FittedStepState[] = [];
  const changed: StepChanges[] = [];
  try {
    for (const [index, step] of spec.steps.entries()) {
      if (step.off) continue;
      context.signal.throwIfAborted();
      context.progress(report.length / active);
      const doubts: Doubt[] = [];
      const scope: StepScope = {
        index,
        valueOf: (field) => context.valueOf(field as Json),
        input: (ref) => {
          const other = context.input(ref);
          joined.push(other);
          return other;
        },
        file: (ref) => context.file(ref),
        say: (sentence) => {
          const doubt: Doubt = { ...sentence };
          // The least and the largest of one column are one doubt.
          if (doubts.some((said) => canonicalJson(said) === canonicalJson(doubt))) return;
          doubts.push(doubt);
          context.log(sentenceIn(sentence, "en"));
        },
        frozen: (chain, given) => applyChain(chain, given, scope),
        signal: context.signal,
      };
      const before = shapeOf(data);
      const done = await doStep(step, data, scope, spec.steps);
      changed.push({ step: index + 1, verb: step.verb, ...changesOf(data as Table | Assay, done.data, movedBy(step, data)) });
      data = done.data;
      kept.push(done.kept);
      const { split, rows, of } = done.kept.fitted ?? {};
      report.push({
        step: index + 1,
        verb: step.verb,
        in: before,
        out: shapeOf(data),
        ...(doubts.length > 0 ? { doubts } : {}),
        ...(split !== undefined && rows !== undefined && of !== undefined ? { fittedOn: { rows, of, split } } : {}),
      });
    }
  } catch (error) {
    if (error instanceof FailureError) return err(error.failure);
    throw error;
  }
  const out = data.type === "table" ? stillIdentifying(data, [read, ...joined], canonicalJson(spec.steps as Json)) : data;
  if (out.type !== "table" && out.type !== "assay") return err(words.failure("no-data", {}, { at: ["from"] }));
  const chain: FittedChain = { takes: formOf(read as Table | Assay), gives: formOf(out), steps: kept };
  return ok({
    out,
    steps: { type: "report", report: "steps", body: { steps: report } },
    fitted: { type: "report", report: "fitted-chain", body: chain },
    changes: { type: "report", report: "step-changes", body: { steps: changed } },
  });
};

/** What its card says of the rows. */
function movedBy(step: Step, { type }: Artifact): Rows {
  const card = stepOf(step.verb)?.step;
  if (card?.carries === "order") return "order";
  if (card?.carries === "groups") return "anew";
  const rows = card?.takes.table?.rows;
  return type === "table" && (rows === "same" || rows === "fewer") ? "places" : "any";
}

function shapeOf(data: Artifact): StepShape {
  if (data.type === "assay") return { type: "assay", rows: data.featureCount, columns: data.sampleCount };
  if (data.type === "table") return { type: "table", rows: data.rowCount, columns: data.columns.length };
  return { type: "table", rows: 0, columns: 0 };
}
