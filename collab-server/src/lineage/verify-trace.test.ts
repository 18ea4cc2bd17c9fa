// What is said of a result that comes out otherwise: whether an earlier release made it.

import { expect, test } from "vitest";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import { onnxModel, onnxNode } from "@genomecraft/cells/learn/onnx-writer.ts";
import { load } from "@genomecraft/cells/kinds/load/spec.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { Trace, TracedResult } from "./trace-result.ts";
import { verifyTrace } from "./verify-trace.ts";

const spec = load.schema.parse({ file: { digest: "f".repeat(64), name: "a.csv", size: 3 }, format: "csv" });
const keyOfToday = resultKey(load, spec as never, {});
const outputOf = (digest: string): OutputRef => ({ digest: digest as Digest, size: 8, summary: { type: "value" } }) as never;

const executor: Pick<Executor, "run"> = {
  run: async (plan, hooks) =>
    hooks.ended(0, { ok: true, key: plan.steps[0]?.key as never, outputs: { out: outputOf("b") }, ms: 1 }),
};
const traceOf = (key: string, digest: string): Trace => {
  const result = { key, kind: "load", spec, cell: "cell_a", cellName: "a", sources: [], outputs: { out: outputOf(digest) } };
  const node = { what: "result", id: "1", digest: "a", port: "out", result, inputs: new Map() };
  return { nodes: [node as unknown as TracedResult] } as unknown as Trace;
};
const judged = (key: string, kept = "a", read: (digest: string) => unknown = (digest) => ({ type: "value", value: digest })) =>
  verifyTrace(traceOf(key, kept), {
    executor: executor as Executor,
    read: async ({ digest }) => read(digest) as Artifact,
    isIntact: async () => true,
    signal: new AbortController().signal,
    here: { nameOf: ({ cellName }) => cellName },
  });

const names = JSON.stringify(["g1", "g2"]);
const onnx = (metadata: { readonly [key: string]: string }, node = "Gemm"): Uint8Array =>
  onnxModel({ name: "m", nodes: [onnxNode(node, ["x"], ["y"], {})], constants: [], inputs: [], outputs: [], metadata });
const card = { algorithm: "logistic", features: ["g1", "g2"] };
const models: { readonly [digest: string]: unknown } = {
  b: { type: "model", card, onnx: onnx({ made: "here", feature_names: names }) },
  a: { type: "model", card, onnx: onnx({ made: "here" }) },
  otherCard: { type: "model", card: { ...card, algorithm: "forest" }, onnx: onnx({ made: "here" }) },
  otherNodes: { type: "model", card, onnx: onnx({ made: "here" }, "Mul") },
  otherNames: { type: "model", card, onnx: onnx({ made: "here", feature_names: JSON.stringify(["g2", "g1"]) }) },
};

test.each([
  ["a", { verdict: "identical", why: "names-added" }],
  ["otherCard", { verdict: "different", why: "made-earlier", where: "out: card.algorithm" }],
  ["otherNodes", { verdict: "different", why: "made-earlier", where: "out: onnx" }],
  ["otherNames", { verdict: "different", why: "made-earlier", where: "out: onnx" }],
])(
  "K-4a: of a model of an earlier release (%s) whose file did not name its features, verify says whether anything else differs",
  async (kept, verdict) => {
    const found = await judged("0".repeat(64), kept, (digest) => models[digest]);
    expect(found).toMatchObject({ ok: verdict.verdict === "identical", cells: [verdict] });
  },
);

test("a result that comes out otherwise is different; one that an earlier release made says so", async () => {
  const now = await judged(keyOfToday);
  expect(now).toMatchObject({ ok: false, cells: [{ verdict: "different" }] });
  expect(now.cells[0]).not.toHaveProperty("why");
  const earlier = await judged("0".repeat(64));
  expect(earlier).toMatchObject({ ok: false, first: "a", cells: [{ verdict: "different", why: "made-earlier" }] });
});
