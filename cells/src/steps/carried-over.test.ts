// What a step took of the training holds for all rows alike: of rows drawn at random, parted at random, applying it to all of them is what
// fitting made of them, to those of the training what it made of these, and nothing of the others is in it.

import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../artifacts/artifact.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { cellString, columnOf, takeRows, textColumn } from "../artifacts/table.ts";
import { takeSamples } from "../artifacts/take-samples.ts";
import { FailureError } from "../base/failure.ts";
import type { Json } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import { scopeAlone } from "../chains/chain-alone.ts";
import { applyChain, doStep, formOf, type StepDone } from "../chains/run-step.ts";
import { type FittedChain, fittedChain } from "../contract/fitted-chain.ts";
import type { StepScope } from "../contract/step.ts";
import { type Random, seededRandom } from "../stats/seeded-random.ts";
import { type Step, stepOf, stepSchema } from "../steps.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { countsMatrix, otherCells, otherFiles, peopleTable } from "../testing/step-data.ts";
import { stepRuns } from "../testing/step-runs.ts";

const scope: StepScope = {
  ...scopeAlone(new AbortController().signal),
  valueOf: (field) => (isCellRef(field) ? ((otherCells[field.ref] ?? null) as Json) : (field as Json)),
  input: ({ ref }) => {
    const found = otherCells[ref];
    return typeof found === "object" && found !== null && "type" in found
      ? (found as Table)
      : { type: "value", value: found ?? null };
  },
  file: ({ digest }) => bytesAsSource(otherFiles[digest] ?? new Uint8Array(0)),
};

/** Rows drawn with replacement, of a table; of a matrix its samples, each once. Two of three are the training. */
function parted(data: Table | Assay, random: Random): Table | Assay {
  const count = data.type === "table" ? 18 : data.sampleCount;
  const part = textColumn(
    "part ✂",
    Array.from({ length: count }, (_, row) => (row === 0 || random() < 0.67 ? "train" : "test")),
    { semantic: "split" },
  );
  if (data.type === "assay") return { ...data, samples: { ...data.samples, columns: [...data.samples.columns, part] } };
  const drawn = takeRows(
    data,
    Array.from({ length: count }, () => Math.floor(random() * data.rowCount)),
  );
  return { ...drawn, columns: [...drawn.columns, part] };
}
const annotation = (data: Table | Assay): Table => (data.type === "table" ? data : data.samples);
function trainingOf(data: Table | Assay): Table | Assay {
  const column = columnOf(annotation(data), "part ✂");
  const rows = Array.from({ length: annotation(data).rowCount }, (_, row) => row).filter(
    (row) => column !== null && cellString(column, row) === "train",
  );
  return data.type === "table" ? takeRows(data, rows) : takeSamples(data, Int32Array.from(rows));
}

/** Null: it is refused, of rows that say too little. */
async function fitted(step: Step, data: Table | Assay): Promise<StepDone | null> {
  try {
    return await doStep(step, data, scope);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}
const chainOf = (kept: StepDone["kept"], data: Table | Assay): FittedChain =>
  fittedChain.parse(JSON.parse(JSON.stringify({ takes: formOf(data), gives: formOf(data), steps: [kept] })));

const runs = await stepRuns();
const answered = new Map<string, number>();
describe.each([1, 2, 3, 4])("seed %i", (seed) => {
  test.each(runs)("$title", async ({ verb, options, data: type, cases }) => {
    const step = stepSchema.parse({ ...options, verb });
    const card = stepOf(verb)?.step;
    const given = parted(type === "table" ? (cases.table ?? peopleTable) : (cases.assay ?? countsMatrix), seededRandom(seed));
    const done = await fitted(step, given);
    if (!done || done.kept.freezes === "whole") return;
    answered.set(verb, (answered.get(verb) ?? 0) + 1);
    const later = await applyChain(chainOf(done.kept, given), given, scopeAlone(scope.signal));
    if (done.kept.freezes === "training") return expect(digestOfArtifact(later)).toBe(digestOfArtifact(given));
    if ((card?.crossFits?.(step) ?? null) !== null) return;
    expect(digestOfArtifact(later)).toBe(digestOfArtifact(done.data));
    // Of the training alone it takes the same: nothing of the other rows is in it.
    const training = trainingOf(given);
    const alone = await fitted(step, training);
    if (!alone) return expect(alone).not.toBeNull();
    expect(alone.kept.fitted?.state).toEqual(done.kept.fitted?.state);
  });
});
test("each step that keeps something was tried with what it keeps", () => {
  const kept = [...new Set(runs.flatMap(({ verb, isFitted }) => (isFitted ? [verb] : [])))];
  expect(kept.filter((verb) => !answered.has(verb))).toEqual([]);
});
