// Files that are one thing a million times over (columns, contigs, names, brackets): each ends in the right data or in a sentence
// with the number that was passed. What grew with the square of a count is held by counting the work, never by a clock.

import { describe, expect, test, vi } from "vitest";
import { textColumn } from "../artifacts/table.ts";
import type { Artifact } from "../artifacts/artifact.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { columnIssues } from "../formats/parts/column-issues.ts";
import { inflateGzip } from "../formats/parts/gzip.ts";
import { unpacked } from "../formats/parts/packing/unpacked.ts";
import { mostColumns } from "../formats/parts/wide-tables.ts";
import { execute } from "../kinds/load/execute.ts";
import { load } from "../kinds/load/spec.ts";
import { failureSentence, message } from "../messages/catalogue.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { type TextFile, textFiles } from "../testing/hostile/text-files.ts";
import { checkFile } from "./check-file.ts";
import { inspectFile } from "./inspect.ts";

const bytesOf = ({ text }: TextFile, count: number): Uint8Array => new TextEncoder().encode(text(count));

/** What loading says, and what it gave. */
async function ended(
  what: keyof typeof textFiles,
  count: number,
): Promise<{ readonly said: string; readonly out: Artifact | null }> {
  const { name } = textFiles[what];
  const bytes = bytesOf(textFiles[what], count);
  const source = bytesAsSource(bytes);
  const context: Pick<ExecuteContext, "signal" | "progress" | "log" | "file" | "engines"> = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: () => undefined,
    file: () => source,
    engines: { sql: null, onnx: null, inflate: inflateGzip },
  };
  const made = await execute(
    load.schema.parse({ file: { digest: "0".repeat(64), name, size: bytes.length } }),
    context as ExecuteContext,
  );
  if (made.ok) return { said: "", out: made.value["out"] ?? null };
  for (const locale of ["en", "ru"] as const) expect(failureSentence(made.error, locale)).not.toMatch(/[{}]|undefined/);
  return { said: failureSentence(made.error, "en"), out: null };
}

describe("a file of too many", { timeout: 120_000 }, () => {
  test.each<readonly [what: keyof typeof textFiles, count: number, said: RegExp]>([
    ["columns of a CSV", 1_000_000, /1\D000\D000 columns, and a table has at most 100\D000/],
    ["columns of a CSV of texts", 1_000_000, /1\D000\D000 columns, and a table has at most 100\D000/],
    ["keys of a JSON", 1_000_000, /1\D000\D000 columns/],
    ["columns of a JSON of columns", 1_000_000, /1\D000\D000 columns/],
    ["columns of a MAF", 150_000, /150\D008 columns/],
    ["columns of a GCT", 150_000, /150\D002 columns/],
    ["depth of a JSON", 1_000_000, /deeper than 500 levels/],
    ["depth of a JSON that never closes", 10_000_000, /deeper than 500 levels/],
    ["alternatives of a VCF with samples", 100_000, /Line 4 of a.vcf has 100\D000 alternative alleles, and at most 1\D000/],
    ["keys of the INFO of a VCF", 1_000_000, /more than 5\D000 different fields stand in INFO/],
    ["letters of a VCF's line", 70_000_000, /Line 3 of a.vcf is longer than 64 MB/],
    ["attributes of a GTF's line", 1_000_000, /Line 1 of a.gtf is longer than 16 MB/],
    ["remarks of a Stockholm", 100_000, /100\D000 kinds of things of its rows .* at most 1\D000/],
    ["brackets of a NEXUS that never close", 1_000_000, /ends .* within trees/],
    ["brackets of a Newick that never close", 10_000_000, /A tree of a.nwk has more than 5\D000\D000 nodes/],
    ["quotes that never close", 1_000_000, /behind a closing quote stands more text/],
    ["samples of one name in a matrix", 10_000, /sample name stands over more than one column/],
  ])("%s (%i) is refused with its number", async (what, count, said) => {
    expect((await ended(what, count)).said).toMatch(said);
  });

  test.each<readonly [what: keyof typeof textFiles, count: number, out: object]>([
    ["contigs of a VCF", 1_000_000, { type: "table", rowCount: 1 }],
    ["sequences of a SAM's header", 1_000_000, { type: "table", rowCount: 1 }],
    ["read groups of a SAM's header", 300_000, { type: "table", rowCount: 1 }],
    ["regions of a GFF3's header", 1_000_000, { type: "table", rowCount: 1 }],
    ["attributes of a GFF3's line", 1_000_000, { type: "table", rowCount: 1 }],
    ["samples of a VCF", 300_000, { type: "assay", sampleCount: 300_000 }],
    ["samples of one name in a VCF", 10_000, { type: "assay", sampleCount: 10_000 }],
    ["brackets of a NEXUS", 1_000_000, { type: "table", rowCount: 3 }],
    ["depth of a NEXUS's tree", 300_000, { type: "table", rowCount: 300_001 }],
    ["depth of a Newick", 300_000, { type: "table", rowCount: 300_001 }],
    ["names of a Clustal", 500_000, { type: "table", rowCount: 500_000 }],
    ["depth of a GenBank's location", 300_000, { type: "table", rowCount: 1 }],
  ])("%s (%i) is read", async (what, count, out) => {
    const found = await ended(what, count);
    expect(found.said).toBe("");
    expect(found.out).toMatchObject(out);
  });

  test("a look at a header that is longer than a look goes on to the first record", async () => {
    for (const [what, shape] of [
      ["sequences of a SAM's header", [1, 15]],
      ["regions of a GFF3's header", [1, 9]],
      ["contigs of a VCF", [1, 8]],
    ] as const) {
      const source = bytesAsSource(bytesOf(textFiles[what], 100_000));
      const seen = await inspectFile(source, textFiles[what].name, { inflate: inflateGzip, bytesWanted: 1 << 20 });
      expect(seen.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(seen.shape).toEqual(shape);
    }
  });
});

describe("work does not grow with the square", { timeout: 120_000 }, () => {
  test("of the columns of texts, each of which is compared with words of the others", () => {
    let reads = 0;
    const columns = Array.from({ length: 4_000 }, (_, at) => {
      const { dictionary, ...column } = textColumn(`c${at}`, ["failed", at === 7 ? "-" : "1.5", "2.5", "3.5"]);
      return {
        ...column,
        get dictionary() {
          reads++;
          return dictionary;
        },
      };
    });
    const issues = columnIssues({ type: "table", rowCount: 4, columns }, (row) => row + 2, Number.POSITIVE_INFINITY);
    // Said of the first, and the others are counted.
    expect(issues.filter(({ rule }) => rule === "not-numbers")).toHaveLength(2);
    expect(reads).toBeLessThan(40 * columns.length);
  });

  test("of the samples of a record without a colon: none is searched beyond its end", async () => {
    const { name } = textFiles["samples of a VCF"];
    const bytes = bytesOf(textFiles["samples of a VCF"], 20_000);
    const own = String.prototype.indexOf;
    let searched = 0;
    const spied = vi.spyOn(String.prototype, "indexOf").mockImplementation(function (this: string, text: string, from?: number) {
      const found = own.call(this, text, from);
      searched += (found < 0 ? this.length : found) - (from ?? 0);
      return found;
    });
    const checked = await checkFile(bytesAsSource(bytes), name, { inflate: inflateGzip }).finally(() => spied.mockRestore());
    expect(checked).toMatchObject({ checked: true, errors: 0 });
    expect(searched).toBeLessThan(20 * bytes.length);
  });

  test.each(["keys of a JSON", "columns of a JSON of columns"] as const)(
    "of %s: nothing is made of it before it is counted",
    async (what) => {
      const parse = vi.spyOn(JSON, "parse");
      const { said } = await ended(what, 200_000).finally(() => parse.mockRestore());
      expect(said).toMatch(/200\D000 columns/);
      expect(Math.max(0, ...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(1_000_000);
    },
  );

  test("of a bomb's size: it is refused after 64 MB, however much was taken in at once", async () => {
    const zeros = new Uint8Array(1 << 20);
    const packed = await new Response(
      new Blob(Array.from({ length: 300 }, () => zeros)).stream().pipeThrough(new CompressionStream("gzip")),
    ).bytes();
    let out = 0;
    const once = async function* (): AsyncIterable<Uint8Array> {
      yield packed;
    };
    const read = async (): Promise<void> => {
      for await (const chunk of unpacked(once(), "gzip", inflateGzip, "a.csv")) out += chunk.length;
    };
    await expect(read()).rejects.toMatchObject({ failure: { params: { times: 250 } } });
    expect(out).toBeLessThan(160 * 2 ** 20);
  });
});

test("a table at the limit of columns is read, and says what all of its columns are", { timeout: 120_000 }, async () => {
  const { said, out } = await ended("columns of a CSV of texts", mostColumns);
  expect(said).toBe("");
  expect(out?.type === "table" && out.columns.length).toBe(mostColumns);
});

test("every refusal of a checker on such a file is a sentence", { timeout: 120_000 }, async () => {
  for (const what of ["alternatives of a VCF with samples", "sequences of a SAM's header", "parents of a GFF3's line"] as const) {
    const source = bytesAsSource(bytesOf(textFiles[what], 50_000));
    const { findings } = await checkFile(source, textFiles[what].name, { inflate: inflateGzip });
    for (const { expected } of findings) expect(message(expected.key, expected.params, "en")).not.toMatch(/[{}]|undefined/);
  }
});
