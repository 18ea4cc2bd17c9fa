// Raw counts are not taken in silence by what squares or compares them.

import { expect, test } from "vitest";
import { assayOf } from "../artifacts/assay.ts";
import type { Artifact } from "../artifacts/artifact.ts";
import { doubtsOfArtifact } from "../doubts-of-artifact.ts";
import { stepAgainst } from "../artifacts/raw-values.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { ExecuteContext, Outputs } from "../contract/execute.ts";
import { executorOf } from "../executors.ts";
import { kindOf } from "../kinds.ts";

const samples = 12;
const counts = assayOf({
  values: { layout: "dense", data: Float32Array.from({ length: 3 * samples }, (_, at) => (at * 977) % 5003) },
  features: tableOf(textColumn("gene", ["Xist", "Tsix", "Ddx3y"])),
  samples: tableOf(
    textColumn(
      "sample",
      Array.from({ length: samples }, (_, at) => `s${at}`),
    ),
    textColumn(
      "sex",
      Array.from({ length: samples }, (_, at) => (at % 2 ? "f" : "m")),
    ),
  ),
  scale: "counts",
});

async function made(kind: string, spec: JsonObject, input: Artifact, log: string[] = []): Promise<Outputs> {
  const execute = await executorOf(kind);
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: (line) => void log.push(line),
    input: () => input,
    valueOf: (field) => field as JsonObject,
  };
  const parsed = kindOf(kind)?.schema.parse({ from: { ref: "cell_a" as CellId }, ...spec }) as JsonObject;
  const result = await execute?.(parsed, context as ExecuteContext);
  if (!result?.ok) throw new Error(`${kind} failed: ${result?.error.reason}`);
  return result.value;
}
const steps = (outputs: Outputs) =>
  Object.values(outputs)
    .flatMap(doubtsOfArtifact)
    .flatMap((doubt) => stepAgainst(doubt) ?? []);
const logCpm = { steps: [{ id: "s", verb: "log-cpm" }] };

test.each([
  ["components", "reduce", { components: 2 }],
  ["components of scaled features", "reduce", { components: 2, scale: true }],
  ["a heatmap", "chart", { chart: { type: "heatmap" } }],
  [
    "a heatmap that clusters chosen genes",
    "chart",
    { chart: { type: "heatmap", features: ["Xist", "Tsix"], cluster: "features" } },
  ],
  ["z-scores", "transform", { steps: [{ id: "s", verb: "z-score" }] }],
  ["a model", "train", { target: "sex", algorithm: { type: "logistic" }, validation: { type: "k-fold", folds: 3 } }],
] as const)("%s of raw counts: doubted, log-CPM before it mends that", async (_what, kind, spec) => {
  const log: string[] = [];
  expect(steps(await made(kind, spec as JsonObject, counts, log))).toEqual([{ verb: "log-cpm" }]);
  if (kind !== "chart") expect(log.join(" ")).toContain("raw counts");
  const taken = (await made("transform", logCpm, counts))["out"] as Artifact;
  expect(steps(await made(kind, spec as JsonObject, taken))).toEqual([]);
});

test("chosen genes as they are show what they are", async () => {
  const outputs = await made(
    "chart",
    { chart: { type: "heatmap", features: ["Xist", "Tsix"], centre: false, cluster: "none" } },
    counts,
  );
  expect(steps(outputs)).toEqual([]);
});
