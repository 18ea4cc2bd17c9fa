// SAM and BAM of the same records are the same table: samtools 1.16.1 made the one of the other.

import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { digestOfArtifact } from "../../artifacts/digest-of-artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { readFile } from "../../files/read-file.ts";
import { loadText } from "../../testing/load-text.ts";
import { bamBytes, samText } from "../parts/alignments/alignments.fixture.ts";
import { readBamHeader } from "../parts/alignments/bam-header.ts";
import { walkRecords } from "../parts/alignments/bam-records.ts";
import { addBamRow } from "../parts/alignments/bam-rows.ts";
import { RecordRows } from "../parts/alignments/records-table.ts";
import { unpacked } from "../parts/bgzf/blocks.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";

test("what samtools made of a SAM is the same table as the SAM itself", async () => {
  const source = bytesAsSource(bamBytes);
  const header = await readBamHeader(source, "x.bam");
  const rows = new RecordRows();
  let skip = header.length;
  const records = async function* () {
    for await (const piece of unpacked(source, { name: "x.bam" })) {
      yield piece.subarray(Math.min(skip, piece.length));
      skip = Math.max(0, skip - piece.length);
    }
  };
  await walkRecords(records(), 2, "x.bam", (records, at, end) => {
    addBamRow(rows, records, at, end);
    return true;
  });
  const fromBam = rows.table(
    header.contigs.map(({ name }) => name),
    "GRCh38",
  );
  const { content } = await readFile(bytesAsSource(new TextEncoder().encode(samText)), "x.sam");
  if (content.shape !== "whole") throw new Error("records are what their file gives whole");
  expect(digestOfArtifact(content.artifact)).toBe(digestOfArtifact(fromBam));
});

test("what SAM writes for what is not there is missing; the mate's = is its sequence; places say their build and count from 1", async () => {
  const { out } = await loadText("x.sam", samText);
  const table = out as Table;
  const cells = (name: string) => [0, 4, 11].map((row) => cellJson(columnOf(table, name) as Table["columns"][number], row));
  expect(cells("rname")).toEqual(["chr1", "chr1", null]);
  expect(cells("rnext")).toEqual(["chr1", null, null]);
  expect(cells("pos")).toEqual([1000, 1052, null]);
  expect(cells("seq")).toEqual(["ACGTNACGTA", null, "ACG"]);
  expect(cells("NM")).toEqual([1, null, null]);
  expect(columnOf(table, "rname")).toMatchObject({ semantic: "chromosome", build: "GRCh38" });
  expect(columnOf(table, "pos")).toMatchObject({ semantic: "position", origin: 1 });
});

test("how a read lies on its reference has a meaning of its own, and is no free text", async () => {
  const { out } = await loadText("a.sam", "@HD\tVN:1.6\n@SQ\tSN:c1\tLN:100\nr\t0\tc1\t1\t60\t2M1I1M\t*\t0\t0\tACGT\tIIII\n");
  expect(out?.type === "table" ? columnOf(out, "cigar") : null).toMatchObject({ semantic: "cigar", dictionary: ["2M1I1M"] });
});
