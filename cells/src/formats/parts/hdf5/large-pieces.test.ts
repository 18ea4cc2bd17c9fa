// What a file of HDF5 unpacks to is weighed before any of it is: pieces that fill the memory, and shapes that no file of that size holds.

import { expect, test } from "vitest";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { withNumbers } from "../../../testing/hostile/packed-files.ts";
import { withHdf5 } from "./hdf5-file.ts";

/** Zeros of 37 x 41 in one packed piece, said to be `shape` of them; nothing but zeros stands behind them, `more` bytes. */
async function fileOf(shape: readonly [number, number], more = 0): Promise<Uint8Array> {
  const wasm = await import("h5wasm");
  const module = await wasm.ready;
  const file = new wasm.File("/large-piece.h5", "w", { libver: ["earliest", "v108"] });
  file.create_dataset({
    name: "X",
    data: new Float32Array(37 * 41),
    shape: [37, 41],
    chunks: [37, 41],
    compression: 9,
  });
  file.close();
  const bytes = module.FS.readFile("/large-piece.h5") as Uint8Array;
  module.FS.unlink("/large-piece.h5");
  // The shape in 8 bytes a side, and the largest one; of a piece in 4, with the size of a number behind.
  const sides = withNumbers(bytes, [37, 41], shape, 8);
  const pieces = withNumbers(sides.bytes, [37, 41, 4], [...shape, 4], 4);
  expect([sides.places > 0, pieces.places]).toEqual([true, 1]);
  const all = new Uint8Array(pieces.bytes.length + more);
  all.set(pieces.bytes);
  return all;
}

const read = (bytes: Uint8Array): Promise<number> =>
  withHdf5(
    { name: "a.h5", source: bytesAsSource(bytes), bytes: async () => bytes },
    (root) => root.dataset("X")?.numbers().length ?? -1,
  );

test("as it is, it is read", async () => {
  expect(await read(await fileOf([37, 41]))).toBe(37 * 41);
});

test("a piece of 400 MB is refused with its size, however large the file", async () => {
  await expect(read(await fileOf([10_007, 10_009], 4_000_000))).rejects.toMatchObject({
    failure: { reason: "hdf5.piece", params: { what: "/X", size: "401 MB", most: "268 MB" } },
  });
});

test("what is more than 200 times the file is refused with both sizes", async () => {
  await expect(read(await fileOf([20_011, 20_021]))).rejects.toMatchObject({
    failure: { reason: "hdf5.lies", params: { what: "/X", size: "1603 MB", whole: "1 MB", times: 200 } },
  });
});
