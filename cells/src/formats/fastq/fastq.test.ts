// Reads as tables: what stands in them, how their encoding is found, and how large and hostile files end.

import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import { FailureError } from "../../base/failure.ts";
import { readFile } from "../../files/read-file.ts";
import { loadText } from "../../testing/load-text.ts";
import { guessQualities } from "../parts/sequences/qualities.ts";

const cells = (table: Table, name: string) => {
  const column = columnOf(table, name) ?? expect.fail(name);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};

test("reads with their qualities as they stand, and their means", async () => {
  const { out } = await loadText("x.fastq", "@r1 1:N:0:AC\nACGT\n+\nIIII\n@r2\nNNAC\n+\n!!5I\n");
  const table = out as Table;
  expect(table.columns.map(({ name }) => name)).toEqual([
    "id",
    "description",
    "sequence",
    "length",
    "alphabet",
    "quality",
    "mean_quality",
  ]);
  expect([cells(table, "id"), cells(table, "description"), cells(table, "sequence")]).toEqual([
    ["r1", "r2"],
    ["1:N:0:AC", null],
    ["ACGT", "NNAC"],
  ]);
  expect([cells(table, "quality"), cells(table, "mean_quality")]).toEqual([
    ["IIII", "!!5I"],
    [40, 15],
  ]);
  expect(columnOf(table, "quality")).toMatchObject({ semantic: "quality", unit: "Phred+33" });
  expect(columnOf(table, "sequence")).toMatchObject({ semantic: "sequence" });
});

test("an encoding that is set decides the means; letters that it does not have are refused", async () => {
  const reads = "@r1\nACGT\n+\nhhhB\n";
  const open = await loadText("x.fastq", reads);
  expect([cells(open.out as Table, "mean_quality"), open.findings.map(({ message }) => message)]).toMatchObject([[30.5], [{}]]);
  const set = await loadText("x.fastq", reads, { qualities: "sanger" });
  expect([cells(set.out as Table, "mean_quality"), set.findings]).toEqual([[61.5], []]);
  const refused = await loadText("x.fastq", "@r1\nACGT\n+\nIII5\n", { qualities: "solexa" });
  expect(refused.failure).toMatchObject({
    reason: "sequences.quality-range",
    params: { line: 4, found: "5" },
    fix: { path: ["qualities"], value: "auto" },
  });
});

test.each([
  [33, 73, "sanger", null],
  [35, 126, "sanger", null],
  [59, 104, "solexa", "sanger"],
  [64, 104, "illumina-1.3", "sanger"],
  [64, 126, "illumina-1.3", "sanger"],
  [66, 104, "illumina-1.5", "sanger"],
  [70, 73, "sanger", "illumina-1.3"],
  [60, 73, "sanger", "solexa"],
  [80, 126, "sanger", "illumina-1.5"],
] as const)("letters from %i to %i: %s, or %s", (least, most, encoding, other) => {
  expect(guessQualities(least, most)).toEqual({ encoding, other });
});

/** So many bytes of one block again and again, without keeping them. */
function repeated(block: string, size: number): ByteSource {
  const bytes = new TextEncoder().encode(block);
  return {
    size,
    read: async (from, to) => Uint8Array.from({ length: to - from }, (_, at) => bytes[(from + at) % bytes.length] as number),
    stream: async function* () {
      for (let at = 0; at < size; at += bytes.length) yield bytes;
    },
  };
}
const failureOf = async (source: ByteSource, options: object = {}) => {
  try {
    await readFile(source, "x.fastq", { format: "fastq", ...options });
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  return null;
};
const block = `${Array.from({ length: 200 }, () => `@read\n${"ACGTA".repeat(30)}\n+\n${"IIIII".repeat(30)}`).join("\n")}\n`;

const large = repeated(block, Math.ceil(2 ** 27 / block.length) * block.length);

test("more reads than a table should hold stay a file, with what they are like and the setting that reads the first", async () => {
  const read = await readFile(large, "x.fastq", { digest: "0".repeat(64) });
  const reads = (large.size / block.length) * 200;
  expect(read.content).toMatchObject({
    artifact: { type: "file", format: "fastq", index: null, facts: { reads, bases: reads * 150 } },
  });
  expect(read.quality).toMatchObject({ reads, encoding: "Sanger (Illumina 1.8)", meanQualities: [{ quality: 40, reads }] });
  expect(read.issues).toMatchObject([
    { rule: "qualities-guessed" },
    { rule: "reads-stay", severity: "note", fix: { path: ["records"], value: 100_000 } },
  ]);
  const { content, whole, quality } = await readFile(large, "x.fastq", { records: 1000 });
  expect([content.shape === "whole" && content.artifact.type === "table" && content.artifact.rowCount, whole]).toEqual([
    1000,
    true,
  ]);
  expect(quality).toMatchObject({ reads: 1000 });
});

test("a file that turns out to be too large while it is read is the same as one that is large as it lies there", async () => {
  const unpacked = await readFile({ ...large, size: 1000 }, "x.fastq");
  const plain = await readFile(large, "x.fastq");
  expect(unpacked.content.shape === "whole" && unpacked.content.artifact.type).toBe("file");
  expect(unpacked.quality).toEqual(plain.quality);
});

test("a look at a large file says that it stays one, and counts nothing that it has not seen", async () => {
  const { content, whole } = await readFile(large, "x.fastq", { bytesWanted: 1 << 20 });
  expect([content, whole]).toMatchObject([{ artifact: { type: "file", facts: {} } }, false]);
});

test("a line without an end is refused, and does not take long", { timeout: 60_000 }, async () => {
  const started = performance.now();
  const endless = repeated("@r\nACGT\n+\nIIII\n@".padEnd(1 << 16, "A"), 2 ** 29);
  expect((await failureOf({ ...endless, stream: oneLine }))?.reason).toBe("sequences.line-long");
  expect(performance.now() - started).toBeLessThan(20_000);
});

async function* oneLine(): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode("@r\nACGT\n+\nIIII\n@");
  const piece = new Uint8Array(1 << 16).fill(65);
  for (let at = 0; at < 2 ** 29; at += piece.length) yield piece;
}
