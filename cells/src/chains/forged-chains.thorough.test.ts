// Chains of steps as somebody forged them, who wrote a recipe's file by hand: every step of the list, with each place of what it kept
// replaced by what does not belong there. It is answered as a whole table or matrix, or refused in words; nothing else is thrown, and
// nothing is taken of the data because a file says so.

import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Column, Table } from "../artifacts/artifact.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { rowsOfColumn } from "../artifacts/table.ts";
import { FailureError } from "../base/failure.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import { fittedChain, type FittedStepState } from "../contract/fitted-chain.ts";
import type { StepScope } from "../contract/step.ts";
import { listedSteps, stepSchema } from "../steps.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { casesOf } from "../testing/step-cases.ts";
import { countsMatrix, otherCells, otherFiles, peopleTable } from "../testing/step-data.ts";
import { applyChain, doStep, formOf } from "./run-step.ts";

const isArtifact = (found: Json | Artifact | undefined): found is Artifact =>
  typeof found === "object" && found !== null && "type" in found;
const scope: StepScope = {
  index: 0,
  valueOf: (field) => (isCellRef(field) ? ((otherCells[field.ref] ?? null) as Json) : (field as Json)),
  input: (ref) => {
    const found = otherCells[ref.ref];
    return isArtifact(found) ? found : { type: "value", value: found ?? null };
  },
  say: () => {},
  file: ({ digest }) => bytesAsSource(otherFiles[digest] ?? new Uint8Array(0)),
  frozen: (chain, data) => applyChain(chain, data, scope),
  signal: new AbortController().signal,
};

const odd: readonly Json[] = [
  null,
  true,
  "",
  "__proto__",
  -1,
  0.5,
  3,
  1e9,
  1e308,
  [],
  {},
  [[]],
  ["constructor"],
  [1e308, -1e308],
];

/** The value with something else in each of its places. */
function* forgeriesOf(value: Json): Generator<Json> {
  yield* odd;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    yield* [list.slice(0, -1), list.slice(1), [...list, ...list], list.toReversed()];
    if (list.length > 0) yield Array.from({ length: 2000 }, () => list[0] as Json);
    for (const at of new Set([0, list.length - 1]))
      if (at in list) for (const inner of forgeriesOf(list[at] as Json)) yield list.with(at, inner);
  } else if (isJsonObject(value))
    for (const [key, inner] of Object.entries(value)) {
      const { [key]: _gone, ...rest } = value;
      yield rest;
      for (const each of forgeriesOf(inner)) yield { ...rest, [key]: each };
    }
}

/** A table whose columns are as long as it says, with texts behind all codes, or a matrix with all of its values. */
function expectWhole(made: Table | Assay): void {
  const table = made.type === "table" ? made : made.samples;
  expect(table.columns.map(rowsOfColumn)).toEqual(table.columns.map(() => table.rowCount));
  for (const column of table.columns) expect(hasItsTexts(column)).toBe(true);
  if (made.type === "assay" && made.values.layout === "dense")
    expect(made.values.data.length).toBe(made.featureCount * made.sampleCount);
  expect(digestOfArtifact(made)).toMatch(/^[0-9a-f]{64}$/);
}
const hasItsTexts = (column: Column): boolean =>
  column.type !== "text" || column.codes.every((code, row) => column.valid?.[row] === 0 || code in column.dictionary);

/** What comes of a chain of this one step; null where its form alone is refused. */
async function outcomeOf(step: Json, data: Table | Assay): Promise<"answered" | "refused" | null> {
  const form = formOf(data);
  const chain = fittedChain.safeParse({ takes: form, gives: form, steps: [step] });
  if (!chain.success) return null;
  try {
    expectWhole(await applyChain(chain.data, data, scope));
    return "answered";
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return "refused";
  }
}

interface Kept {
  readonly kept: FittedStepState;
  readonly data: Table | Assay;
}

/** Each example of the step as it was kept, on the data that it takes. */
async function keptOf(verb: string): Promise<readonly Kept[]> {
  const { examples, table = peopleTable, assay = countsMatrix } = await casesOf(verb);
  const found: Kept[] = [];
  for (const { options } of examples)
    for (const data of [table, assay]) {
      const done = await doStep(stepSchema.parse({ ...options, verb }), data, scope).catch((error: unknown) => {
        if (error instanceof FailureError) return null;
        throw error;
      });
      if (done) found.push({ kept: JSON.parse(JSON.stringify(done.kept)), data });
    }
  return found;
}

describe.each(listedSteps.map(({ step }) => step.name))("the step %s as somebody forged it", (verb) => {
  test("whatever stands in what it kept, it answers or refuses in words", async () => {
    for (const { kept, data } of await keptOf(verb))
      if (kept.fitted)
        for (const state of forgeriesOf(kept.fitted.state)) {
          const step = { ...kept, fitted: { ...kept.fitted, state } } as unknown as Json;
          await outcomeOf(step, data).catch((cause: unknown) => {
            throw new Error(JSON.stringify(step).slice(0, 1000), { cause });
          });
        }
  }, 300_000);

  test("of another name, without what it kept, or said to be frozen in another way it is refused (T-1)", async () => {
    for (const { kept, data } of await keptOf(verb)) {
      const { fitted: _gone, ...bare } = kept;
      const forged: JsonObject[] = [];
      for (const { step } of listedSteps)
        if (step.name !== verb) forged.push({ ...kept, verb: step.name } as unknown as JsonObject);
      for (const freezes of ["each", "fitted", "training"])
        if (freezes !== kept.freezes) forged.push({ ...kept, freezes } as unknown as JsonObject);
      if (kept.fitted) forged.push(bare as unknown as JsonObject);
      for (const each of forged) expect([await outcomeOf(each, data), each["verb"], each["freezes"]]).toContain("refused");
    }
  });
});
