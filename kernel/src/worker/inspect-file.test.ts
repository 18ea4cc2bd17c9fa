// A dropped file is looked into behind the walls, and the report is the one that `genomecraft inspect` gives.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { inspectFile } from "@genomecraft/cells/files/inspect.ts";
import { inspect } from "@genomecraft/cells/jobs/inspect/spec.ts";
import { inspectionShape } from "@genomecraft/cells/reports/inspection/report.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { localLauncher } from "../launch/local.ts";
import { WorkerPool } from "../pool/worker-pool.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import { act, type Heard } from "../testing/run-hostile.ts";

let pool: WorkerPool;
beforeAll(async () => {
  const walls = (await probeSandbox()).ok ? "bubblewrap" : "trusted";
  pool = new WorkerPool({ launcher: localLauncher, lanes: 1, walls, memoryBytes: 400 << 20, spare: false });
});
afterAll(() => pool.close());

async function look(name: string, bytes: Uint8Array): Promise<Heard> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const spec = { file: { digest, name, size: bytes.length }, name };
  const key: ResultKey = resultKey(inspect as unknown as Kind, spec, {});
  const steps = [{ cell: "" as CellId, kind: "inspect", spec, inputs: {}, key }];
  return act(pool, steps, { files: new Map([[digest as Digest, bytesAsSource(bytes)]]) });
}
const reportOf = (heard: Heard): unknown => {
  const outcome = heard.outcomes.get(0);
  return outcome?.ok ? (outcome.outputs.out?.inline as { readonly body: unknown } | undefined)?.body : outcome;
};

test.each(["GSE96870_counts_cerebellum.csv.gz", "GSE96870_coldata_cerebellum.csv", "wdbc.csv"])(
  "%s: the sealed worker says what the command line says",
  async (name) => {
    const bytes = readFileSync(path.join(import.meta.dirname, "../../../examples/data", name));
    const { keys: _keys, ...said } = await inspectFile(bytesAsSource(bytes), name);
    const report = reportOf(await look(name, bytes));
    expect(inspectionShape.parse(report)).toEqual(report);
    expect(report).toEqual({ ...said, columns: said.columns.slice(0, 200) });
  },
  60_000,
);

test("bytes that are no Parquet file but claim to be one end with a sentence, and the worker goes on", async () => {
  const broken = Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(5_000, 0xff), Buffer.from("PAR1")]);
  expect(reportOf(await look("broken.parquet", broken))).toMatchObject({ format: "parquet", issues: [{ severity: "error" }] });
  expect(reportOf(await look("fine.csv", Buffer.from("a,b\n1,2\n")))).toMatchObject({ format: "csv", shape: [1, 2] });
}, 60_000);
