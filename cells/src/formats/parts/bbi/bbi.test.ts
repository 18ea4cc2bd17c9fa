// Values of a bigWig and rows of a bigBed by place, against pyBigWig 0.3.18 (intervals, entries). The files of
// ../shared/data were compared so, too: 89 values and 3,339 rows, all equal.

import { expect, test } from "vitest";
import type { IndexedFile, Table } from "../../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../../artifacts/table.ts";
import type { Json } from "../../../base/json.ts";
import { FailureError } from "../../../base/failure.ts";
import { asTheFileSays, type Place, type PlacesReader, type ReadTask } from "../../../contract/format.ts";
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

const alongOf = async (reader: PlacesReader, bytes: Uint8Array, place: Place, bins: number) => {
  const artifact = await opened(bytes);
  const along = await reader.along?.({ artifact, bytes: { file: bytesAsSource(bytes), index: null }, place, bins });
  if (!along) throw new Error("nothing lies along it");
  return along;
};

test("what lies in each bin, as pyBigWig tells it (stats; its zoom levels are chosen alike)", async () => {
  // A file of 208,000 values was compared so, too: means, least and most of 500 bins of 1, 1,000 and 40,000 bases, all equal.
  const small = await alongOf(bigwig, bigWigBytes, { contig: "chr1", start: 0, end: 120 }, 12);
  const gap = Number.NaN;
  const values = [gap, 1.5, 2, gap, gap, gap, gap, gap, gap, gap, -3.25, -3.25];
  expect(small.bin).toBe(10);
  expect([...small.mean]).toEqual(values);
  expect([...(small.min ?? [])]).toEqual(values);
  const large = await alongOf(bigwig, bigWigBytes, { contig: "chr1", start: 0, end: 1040 }, 26);
  expect(large.mean[0]).toBeCloseTo(27.5 / 15, 12);
  expect([large.min?.[0], large.max?.[0]]).toEqual([1.5, 2]);
  expect([large.mean[25], large.min?.[25], large.max?.[25]]).toEqual([2, 1, 3]);
});

test("how many rows of a bigBed lie in each bin, the same from zoom levels and from the rows", async () => {
  const first = { contig: "chr1", start: 1_883_000, end: 1_884_000 };
  const { mean, min } = await alongOf(bigbed, bigBedBytes, first, 10);
  expect(min).toBeNull();
  expect([...mean].map((depth) => Math.round(depth * 100))).toEqual([11, 100, 100, 100, 100, 100, 100, 100, 89, 0]);
  const whole = await alongOf(bigbed, bigBedBytes, { contig: "chr1", start: 0, end: 248_956_422 }, 100);
  const bases = [...whole.mean].reduce((all, depth, at) => all + depth * Math.min(whole.bin, 248_956_422 - at * whole.bin), 0);
  expect(Math.round(bases)).toBe(32 * 800);
});
