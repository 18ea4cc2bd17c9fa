// What is said of a result that comes out otherwise: whether an earlier release made it.

import { expect, test } from "vitest";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
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
const traceOf = (key: string): Trace => {
  const result = { key, kind: "load", spec, cell: "cell_a", cellName: "a", sources: [], outputs: { out: outputOf("a") } };
  const node = { what: "result", id: "1", digest: "a", port: "out", result, inputs: new Map() };
  return { nodes: [node as unknown as TracedResult] } as unknown as Trace;
};
const judged = (key: string) =>
  verifyTrace(traceOf(key), {
    executor: executor as Executor,
    read: async ({ digest }) => ({ type: "value", value: digest }),
    isIntact: async () => true,
    signal: new AbortController().signal,
    names: new Map(),
  });

test("a result that comes out otherwise is different; one that an earlier release made says so", async () => {
  const now = await judged(keyOfToday);
  expect(now).toMatchObject({ ok: false, cells: [{ verdict: "different" }] });
  expect(now.cells[0]).not.toHaveProperty("why");
  const earlier = await judged("0".repeat(64));
  expect(earlier).toMatchObject({ ok: false, first: "a", cells: [{ verdict: "different", why: "made-earlier" }] });
});
