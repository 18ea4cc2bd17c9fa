// Sequences and reads leave as they came.

import { expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { offeredOf } from "../../../artifacts/export-formats.ts";
import { tableOf, textColumn } from "../../../artifacts/table.ts";
import { loadText } from "../../../testing/load-text.ts";
import { zipOf } from "../../../testing/reference-matrices.ts";
import { exportArtifact } from "../export-artifact.ts";

const loaded = async (name: string, text: string): Promise<Table> => (await loadText(name, text)).out as Table;
async function exported(table: Table, format: "fasta" | "fastq"): Promise<string | readonly unknown[]> {
  const result = await exportArtifact(table, format);
  return result.ok ? new TextDecoder().decode(result.value) : [result.error.reason, result.error.params];
}
const reads = "@r1 first 1:N:0\nACGTN\n+\nII#5I\n@r2\nGG\n+\n!~\n";
const sequences = `>s1 a gene\n${"ACGT".repeat(17)}AC\nGT\n>s2\nTTT\n`;

test("what was read is written as it was; lines of FASTA are 70 letters long", async () => {
  expect(await exported(await loaded("a.fastq", reads), "fastq")).toBe(reads);
  expect(await exported(await loaded("a.fasta", sequences), "fasta")).toBe(sequences);
  expect(await exported(await loaded("a.fastq", reads), "fasta")).toBe(">r1 first 1:N:0\nACGTN\n>r2\nGG\n");
});

test("pairs of reads are written interleaved, both mates with what their sequencer called them", async () => {
  const mates = (first: string, second: string) =>
    zipOf({ "x_R1.fastq": `@${first}\nACGTACGTAC\n+\nII#5IIIIII\n`, "x_R2.fastq": `@${second}\nTTGTACGTAC\n+\n!!#5IIIIII\n` });
  for (const [first, second] of [
    ["r1 1:N:0:AC", "r1 2:N:0:AC"],
    ["r1/1", "r1/2"],
  ] as const) {
    const table = (await loadText("x.zip", mates(first, second))).out as Table;
    const both = `@${first}\nACGTACGTAC\n+\nII#5IIIIII\n@${second}\nTTGTACGTAC\n+\n!!#5IIIIII\n`;
    expect(await exported(table, "fastq")).toBe(both);
  }
});

test("offered where there are sequences, FASTQ where they have qualities", async () => {
  const table = await loaded("a.fasta", sequences);
  const offered = (columns: Table["columns"]) => offeredOf(["csv", "fasta", "fastq"], columns);
  expect(offered(table.columns)).toEqual(["csv", "fasta"]);
  expect(offered((await loaded("a.fastq", reads)).columns)).toEqual(["csv", "fasta", "fastq"]);
  expect(offered([])).toEqual(["csv"]);
});

test("what has no sequence, or other lengths of bases and qualities, is refused with its row", async () => {
  expect(await exported(tableOf(textColumn("a", ["x"])), "fasta")).toEqual(["export-sequences.none", { format: "FASTA" }]);
  const some = tableOf(
    textColumn("s", ["AC", null], { semantic: "sequence" }),
    textColumn("q", ["I", "I"], { semantic: "quality" }),
  );
  expect(await exported(some, "fasta")).toEqual(["export-sequences.missing", { row: 2, format: "FASTA" }]);
  expect(await exported(some, "fastq")).toEqual(["export-sequences.lengths", { row: 1, bases: 2, letters: 1 }]);
});
