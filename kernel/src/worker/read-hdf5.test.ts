// HDF5 behind the walls: what reads it (4 MB of WebAssembly) lies in the worker's bundle, and works without a network, without
// files and with the memory of a worker. Damaged files end with a sentence, soon, and the worker goes on.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { inspectFile } from "@genomecraft/cells/files/inspect.ts";
import { inspect } from "@genomecraft/cells/jobs/inspect/spec.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { matrixFile } from "@genomecraft/cells/testing/reference-matrices.ts";
import { localLauncher } from "../launch/local.ts";
import { WorkerPool } from "../pool/worker-pool.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import { act } from "../testing/run-hostile.ts";

let pool: WorkerPool;
beforeAll(async () => {
  const walls = (await probeSandbox()).ok ? "bubblewrap" : "trusted";
  pool = new WorkerPool({ launcher: localLauncher, lanes: 1, walls, memoryBytes: 400 << 20, spare: false });
});
afterAll(() => pool.close());

async function look(name: string, bytes: Uint8Array): Promise<unknown> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const spec = { file: { digest, name, size: bytes.length }, name };
  const key: ResultKey = resultKey(inspect as unknown as Kind, spec, {});
  const steps = [{ cell: "" as CellId, kind: "inspect", spec, inputs: {}, key }];
  const outcome = (await act(pool, steps, { files: new Map([[digest as Digest, bytesAsSource(bytes)]]) })).outcomes.get(0);
  return outcome?.ok ? (outcome.outputs.out?.inline as { readonly body: unknown } | undefined)?.body : outcome;
}

test.each(["csr.h5ad", "new.h5ad", "v3.h5", "small.loom", "small_v2.biom"])(
  "%s: the sealed worker says what the command line says",
  async (name) => {
    const bytes = matrixFile(name);
    const { format, artifact, shape, issues } = await inspectFile(bytesAsSource(bytes), name);
    expect(artifact).toBe("assay");
    expect(await look(name, bytes)).toMatchObject({ format, artifact, shape, issues });
  },
  60_000,
);

/** Every `step` bytes of a part of the file are others. */
const damaged = (name: string, from: number, step: number): Uint8Array =>
  matrixFile(name).map((byte, at) => (at >= from && at % step === 0 ? byte ^ 0x5a : byte));

test("a file of HDF5 that is damaged, cut, or points at itself ends with a sentence within two seconds, and the worker goes on", async () => {
  const whole = matrixFile("csr.h5ad");
  // A node of a tree whose child is itself.
  const circle = whole.slice();
  const tree = Buffer.from(circle).indexOf("TREE");
  new DataView(circle.buffer).setBigUint64(tree + 32, BigInt(tree), true);
  const broken = [whole.slice(0, 9000), circle, ...[3, 7, 31, 101].map((step) => damaged("csr.h5ad", 96, step))];
  await look("csr.h5ad", whole);
  for (const bytes of broken) {
    const start = performance.now();
    const found = await look("x.h5ad", bytes);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(found).toMatchObject({ issues: [{ severity: "error" }] });
  }
  expect(await look("csr.h5ad", whole)).toMatchObject({ format: "h5ad", artifact: "assay", shape: [5, 6] });
}, 120_000);
