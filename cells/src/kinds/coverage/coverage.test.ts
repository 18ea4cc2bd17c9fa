// Depth against samtools 1.16.1 (depth), reads of genes against featureCounts 2.0.3 (the pairs' flags taken away, which it
// refuses to count singly). On generated files of 200,000 reads both were equal in every bin and for each of 405 genes on
// either, the same and the opposite strand.

import { expect, test } from "vitest";
import type { Artifact, Assay, IndexedFile, Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds, valueAt } from "../../artifacts/assay.ts";
import { cellJson, columnOf, integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bamBytes } from "../../formats/parts/alignments/alignments.fixture.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { execute as executeLoad } from "../load/execute.ts";
import { load } from "../load/spec.ts";
import { binByLength } from "./bin-by-length.ts";
import { execute } from "./execute.ts";
import { coverage } from "./spec.ts";

const reads = { ref: "cell_reads" as CellId };
const annotation = { ref: "cell_genes" as CellId };

/** Rows of a GTF, and one of another type. */
const genesOf = (more: { readonly build?: string; readonly contigs?: readonly string[] } = {}): Table => {
  const contigs = more.contigs ?? ["chr1", "chr1", "chr1", "chr1", "chr1", "chr2", "chr2", "chr1"];
  return tableOf(
    textColumn("seqname", contigs, { semantic: "chromosome", ...(more.build ? { build: more.build } : {}) }),
    textColumn("type", ["exon", "exon", "exon", "exon", "exon", "exon", "exon", "gene"]),
    integerColumn("start", [1001, 1112, 1055, 1058, 40_000, 1, 20, 1], { semantic: "start", origin: 1 }),
    integerColumn("end", [1006, 1200, 1058, 1100, 40_001, 7, 30, 90_000], { semantic: "end" }),
    textColumn("strand", ["+", "+", "-", "+", "-", "+", "+", "+"], { semantic: "strand" }),
    textColumn("gene_id", ["a", "a", "b", "c", "d", "e", "f", "a"]),
  );
};

async function answer(spec: JsonObject, genes: Artifact = genesOf()) {
  const logged: string[] = [];
  const base = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => void logged.push(line),
    named: () => null,
    valueOf: (field: Json) => field,
    file: () => bytesAsSource(bamBytes),
    fileOf: () => bytesAsSource(bamBytes),
    engines: { sql: null, onnx: null },
  };
  const file = { digest: "0".repeat(64), name: "x.bam", size: bamBytes.length };
  const loaded = await executeLoad(load.schema.parse({ file }), base as unknown as ExecuteContext);
  if (!loaded.ok) throw new Error(failureSentence(loaded.error, "en"));
  const artifact = loaded.value["out"] as IndexedFile;
  const input = ({ ref }: { readonly ref: string }): Artifact => (ref === annotation.ref ? genes : artifact);
  const context = { ...base, input } as unknown as ExecuteContext;
  const made = await execute(coverage.schema.parse({ from: reads, ...spec }), context);
  for (const locale of ["en", "ru"] as const)
    if (!made.ok) expect(failureSentence(made.error, locale)).not.toMatch(/[{}]|undefined/);
  const said = made.ok ? "" : failureSentence(made.error, "en");
  return { out: made.ok ? (made.value["out"] as Artifact) : null, said, logged: logged.join("\n") };
}

const columnIn = (table: Table, name: string): readonly Json[] => {
  const column = columnOf(table, name) as Table["columns"][number];
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};

test("bases of each bin of a place, as samtools depth counts them", async () => {
  const { out, logged } = await answer({ place: "chr1:951-1,150", bin: 50 });
  const table = out as Table;
  expect(columnIn(table, "start")).toEqual([950, 1000, 1050, 1100]);
  expect((columnIn(table, "depth") as number[]).map((depth) => Math.round(depth * 50))).toEqual([1, 21, 19, 5]);
  expect(columnOf(table, "chromosome")).toMatchObject({ semantic: "chromosome", build: "GRCh38" });
  expect(logged).toMatch(/deletions, introns and clipped ends do not/);
  const whole = (await answer({ place: "chr1:1,006-1,056", bin: 1000 })).out as Table;
  expect(Math.round((columnIn(whole, "depth")[0] as number) * 51)).toBe(24);
});

test("all sequences in bins, the last bin of each shorter; too many bins are refused with a bin that is not", async () => {
  const { out } = await answer({ bin: 1_000_000 });
  const table = out as Table;
  expect(table.rowCount).toBe(249 + 243);
  expect(columnIn(table, "end")[248]).toBe(248_956_422);
  const bases = (columnIn(table, "depth") as number[]).reduce((all, depth) => all + depth * 1e6, 0);
  expect(Math.round(bases)).toBe(55);
  expect((await answer({ bin: 10 })).said).toMatch(/make 49\D114\D996 rows.*bins of 100/);
});

test("where nobody says how long bins are, they follow from the length of what is asked, which is said", async () => {
  const whole = await answer({});
  expect((whole.out as Table).rowCount).toBe(4_980 + 4_844);
  expect(columnIn(whole.out as Table, "end")[0]).toBe(50_000);
  expect(whole.logged).toMatch(/Bins of 50\D000 bases, by the length of what was asked: 491\D149\D951 bases/);
  const place = await answer({ place: "chr1:951-1,150" });
  expect((place.out as Table).rowCount).toBe(200);
  const lengths = [1, 10_000, 10_001, 4_641_652, 248_956_422, 3_099_750_718, 32e9];
  expect(lengths.map(binByLength)).toEqual([1, 1, 2, 500, 50_000, 500_000, 5_000_000]);
});

test("reads of genes, as featureCounts counts them: of several genes and of several places they are told, not counted", async () => {
  const { out, logged } = await answer({ genes: annotation });
  const assay = out as Assay;
  expect(assay).toMatchObject({ type: "assay", scale: "counts", featureNoun: "gene" });
  expect(featureIds(assay)).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(sampleIds(assay)).toEqual(["anna", "ben", "x"]);
  const counts = featureIds(assay).map((_, gene) => [0, 1, 2].reduce((all, sample) => all + valueAt(assay, gene, sample), 0));
  expect(counts).toEqual([3, 0, 0, 1, 0, 0]);
  const sum = (name: string) => (columnIn(assay.samples, name) as number[]).reduce((all, count) => all + count, 0);
  expect(["assigned", "ambiguous", "no gene", "several places"].map(sum)).toEqual([4, 4, 1, 1]);
  expect(columnIn(assay.features, "length")).toEqual([95, 4, 43, 2, 7, 11]);
  expect(logged).toMatch(/4 of 10 lie in one gene only/);
  const multiple = (await answer({ genes: annotation, multiple: true })).out as Assay;
  expect([0, 1, 2].reduce((all, sample) => all + valueAt(multiple, 4, sample), 0)).toBe(1);
});

test("an annotation of another build, of other names, without ends or without strands is refused", async () => {
  expect((await answer({ genes: annotation }, genesOf({ build: "GRCh37" }))).said).toMatch(/GRCh37, and x.bam is of GRCh38/);
  const plain = ["1", "1", "1", "1", "1", "2", "2", "1"];
  expect((await answer({ genes: annotation }, genesOf({ contigs: plain }))).said).toMatch(/share no chromosome/);
  const { columns } = genesOf();
  const without = (name: string): Table => ({ ...genesOf(), columns: columns.filter((column) => column.name !== name) });
  expect((await answer({ genes: annotation }, without("end"))).said).toMatch(/no columns of chromosome, start and end/);
  expect((await answer({ genes: annotation, strand: "same" }, without("strand"))).said).toMatch(/no column of strands/);
  expect((await answer({ genes: annotation, gene: "symbol" })).said).toMatch(/no column symbol. It has: seqname/);
  expect((await answer({ genes: annotation, only: "CDS" })).said).toMatch(/of the type CDS. It has: exon, gene/);
  const some = ["chr1", "chr1", "chr1", "chr1", "chr1", "chr2", "chrUn", "chr1"];
  expect((await answer({ genes: annotation }, genesOf({ contigs: some }))).logged).toMatch(
    /1 row of the annotation lies on .* \(chrUn\)/,
  );
});
