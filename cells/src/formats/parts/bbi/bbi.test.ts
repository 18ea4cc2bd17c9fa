// Values of a bigWig and rows of a bigBed by place, against pyBigWig 0.3.18 (intervals, entries). The files of
// ../shared/data were compared so, too: 89 values and 3,339 rows, all equal.

import { expect, test } from "vitest";
import type { IndexedFile, Table } from "../../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../../artifacts/table.ts";
import type { Json } from "../../../base/json.ts";
import { FailureError } from "../../../base/failure.ts";
import { asTheFileSays, type PlacesReader, type ReadTask } from "../../../contract/format.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { places as bigbed } from "../../bigbed/places.ts";
import { places as bigwig } from "../../bigwig/places.ts";
import { bigBedBytes, bigWigBytes } from "./bbi.fixture.ts";
import { readBbi } from "./read-bbi.ts";

async function opened(bytes: Uint8Array): Promise<IndexedFile> {
  const task = { source: bytesAsSource(bytes), at: null, digest: "0".repeat(64), name: "x", settings: asTheFileSays };
  const { content } = await readBbi(task as unknown as ReadTask);
  return (content as { readonly artifact: IndexedFile }).artifact;
}

async function region(reader: PlacesReader, bytes: Uint8Array, contig: string, start: number, end: number, at = bytes) {
  const artifact = await opened(bytes);
  const task = { artifact, bytes: { file: bytesAsSource(at), index: null }, minQuality: 0, withoutFlags: 0 };
  const { out } = await reader.region({ ...task, place: { contig, start, end }, most: 1000 });
  return out as Table;
}
const rowsOf = (table: Table): readonly (readonly Json[])[] =>
  Array.from({ length: table.rowCount }, (_, row) => table.columns.slice(1).map((column) => cellJson(column, row)));

test("values of every kind of section, those that overlap the place", async () => {
  expect(rowsOf(await region(bigwig, bigWigBytes, "chr1", 0, 248_956_422))).toEqual([
    [10, 15, 1.5],
    [20, 30, 2],
    [100, 200, -3.25],
    [1000, 1005, 1],
    [1010, 1015, 2],
    [1025, 1030, 3],
  ]);
  expect(rowsOf(await region(bigwig, bigWigBytes, "chr1", 12, 25))).toEqual([
    [10, 15, 1.5],
    [20, 30, 2],
  ]);
  const table = await region(bigwig, bigWigBytes, "chr2", 525, 541);
  expect(rowsOf(table)).toEqual([
    [520, 530, 0.25],
    [540, 550, 0.125],
  ]);
  expect(columnOf(table, "chromosome")).toMatchObject({ semantic: "chromosome", build: "GRCh38" });
  expect(columnOf(table, "start")).toMatchObject({ semantic: "start", origin: 0 });
});

test("the file says its sequences, zoom levels and sums", async () => {
  const artifact = await opened(bigWigBytes);
  expect(artifact).toMatchObject({
    format: "bigwig",
    build: "GRCh38",
    facts: { indexed: true, version: 4, basesCovered: 170, min: -3.25, max: 4 },
  });
  expect(artifact.contigs.rowCount).toBe(2);
});

test("rows of a bigBed with the columns that the file names", async () => {
  const table = await region(bigbed, bigBedBytes, "chr1", 0, 3_000_000);
  expect(table.columns.map(({ name }) => name)).toEqual(["chromosome", "start", "end", "name", "score", "strand"]);
  expect(rowsOf(table)[0]).toEqual([1_883_089, 1_883_889, "peak_0", 637, "-"]);
});

test("a section that does not unpack, or lies about its items, is refused", async () => {
  const view = new DataView(bigWigBytes.buffer);
  const data = Number(view.getBigUint64(16, true));
  const damaged = bigWigBytes.slice().fill(0x55, data + 8, data + 40);
  await expect(region(bigwig, bigWigBytes, "chr1", 0, 1000, damaged)).rejects.toThrow(FailureError);
  const index = Number(view.getBigUint64(24, true));
  const circle = bigWigBytes.slice();
  circle[index + 48] = 0;
  new DataView(circle.buffer).setBigUint64(index + 48 + 4 + 16, BigInt(index + 48), true);
  await expect(region(bigwig, bigWigBytes, "chr1", 0, 1000, circle)).rejects.toThrow(FailureError);
});
