// HDF5 behind the walls: what reads it (4 MB of WebAssembly) lies in the worker's bundle, and works without a network, without
// files and with the memory of a worker. Damaged files end with a sentence, soon, and the worker goes on.

import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectFile } from "@genomecraft/cells/files/inspect.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { matrixFile } from "@genomecraft/cells/testing/reference-matrices.ts";
import { type LookingWorker, lookingWorker } from "../testing/look-in-worker.ts";

let worker: LookingWorker;
beforeAll(async () => {
  worker = await lookingWorker(400 << 20);
});
afterAll(() => worker.close());

const look = (name: string, bytes: Uint8Array): Promise<unknown> => worker.look(name, bytes);

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
