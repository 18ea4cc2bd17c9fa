// VCF and BED with their tabix index as files that stay files, against tabix 1.16 and bcftools 1.16 on files that they made.

import { expect, test } from "vitest";
import type { Artifact, Assay, IndexedFile, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { crc32 } from "../../base/crc32.ts";
import { joined } from "../../base/joined-bytes.ts";
import { storedZip } from "../../base/stored-zip.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { inspectFile } from "../inspect.ts";
import { readFile } from "../read-file.ts";
import { placesOf } from "./places-of.ts";
import { bedBytes, bedIndexBytes, vcfBytes, vcfIndexBytes } from "./tabixed.fixture.ts";

/** As a folder that is dropped is uploaded. */
function archive(files: { readonly [name: string]: Uint8Array }): Uint8Array {
  const parts = Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length, crc: crc32(bytes) }));
  const pieces = storedZip(parts).map((piece) => ("part" in piece ? (files[piece.part] as Uint8Array) : piece.bytes));
  return joined(
    pieces,
    pieces.reduce((all, { length }) => all + length, 0),
  );
}

const sets = {
  vcf: archive({ "x.vcf.gz": vcfBytes, "x.vcf.gz.tbi": vcfIndexBytes }),
  bed: archive({ "x.bed.gz": bedBytes, "x.bed.gz.tbi": bedIndexBytes }),
};

async function region(set: keyof typeof sets, contig: string, start: number, end: number, most = 1000) {
  const source = bytesAsSource(sets[set]);
  const { content } = await readFile(source, "set.zip", { indexed: "file", digest: "0".repeat(64) });
  if (content.shape !== "whole") throw new Error("it stays a file");
  const artifact = content.artifact as IndexedFile;
  const { bytes, reader } = await placesOf(artifact, () => source);
  const task = { artifact, bytes, place: { contig, start, end }, most, minQuality: 0, withoutFlags: 0 };
  return { artifact, ...(await reader.region(task)) };
}

test("a set with an index is its file, read as ever where it is small, and a file where that is set", async () => {
  const found = await inspectFile(bytesAsSource(sets.vcf), "set.zip");
  expect([found.format, found.artifact]).toEqual(["vcf", "assay"]);
  const { artifact } = await region("vcf", "1", 0, 200);
  expect(artifact).toMatchObject({ type: "file", format: "vcf", part: "x.vcf.gz", index: "x.vcf.gz.tbi", build: "GRCh37" });
  expect(artifact.samples).toEqual(["anna", "ben"]);
});

test("variants of a place, deletions that reach into it and those with an END among them", async () => {
  const { out, found } = await region("vcf", "1", 104, 130);
  expect(found).toBe(3);
  const assay = out as Assay;
  expect(assay).toMatchObject({ type: "assay", scale: "dosage", featureCount: 3, sampleCount: 2 });
  expect((await region("vcf", "1", 5000, 5001)).found).toBe(1);
  expect((await region("vcf", "2", 0, 1000)).found).toBe(1);
});

test("rows of a BED by place: the base behind the end is out", async () => {
  const { out, found } = await region("bed", "chr1", 20, 30);
  expect(found).toBe(2);
  const table = out as Table;
  const column = columnOf(table, "start") as Table["columns"][number];
  expect([0, 1].map((row) => cellJson(column, row))).toEqual([10, 25]);
  expect(column).toMatchObject({ origin: 0 });
  await expect(region("bed", "chr1", 40, 50)).rejects.toThrow("places.nothing-there");
});

test("more records than are wanted are told and not read", async () => {
  const { out, found } = await region("vcf", "1", 0, 1_000_000, 2);
  expect([out as Artifact | null, found]).toEqual([null, 5]);
});
