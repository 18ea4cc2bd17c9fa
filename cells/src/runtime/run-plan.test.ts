// A step whose answer cannot be described fails by itself: those behind it are run.

import { expect, test } from "vitest";
import { outputRefOf } from "../artifacts/output-ref.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import type { Artifact } from "../artifacts/artifact.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import type { CellId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import { executorOf } from "../executors.ts";
import { kindOf } from "../kinds.ts";
import type { PlanStep, StepOutcome } from "./plan.ts";
import { nothingHeld, runPlan } from "./run-plan.ts";

test("a number that is none in what a step answers is a mistake of that step alone", async () => {
  const step = (cell: string, value: number): PlanStep => ({
    cell: cell as CellId,
    kind: "parameter",
    spec: { ...(kindOf("parameter")?.empty as object), value },
    inputs: {},
    key: null,
  });
  const ended: StepOutcome[] = [];
  await runPlan(
    { steps: [step("cell_a", 1), step("cell_b", 2)], fresh: true },
    {
      kindOf,
      executorOf,
      describe: (artifact: Artifact) => {
        if (artifact.type === "value" && artifact.value === 1) canonicalJson(Number.NaN as Json);
        return outputRefOf(artifact, digestOfArtifact(artifact));
      },
      engines: { sql: null, onnx: null },
    },
    {
      signal: new AbortController().signal,
      memoryBytes: Number.POSITIVE_INFINITY,
      artifact: () => Promise.resolve(null),
      keep: () => undefined,
      held: nothingHeld,
      file: () => null,
      lookup: () => Promise.resolve(null),
      started: () => undefined,
      progress: () => undefined,
      log: () => undefined,
      ended: (_, outcome) => ended.push(outcome),
    },
  );
  expect(ended).toEqual([
    expect.objectContaining({ ok: false, failure: expect.objectContaining({ reason: "general.internal" }) }),
    expect.objectContaining({ ok: true }),
  ]);
});
