// Tables of counts as programs that count write them: what is no gene and no sample is told apart. Expected values by
// pandas 3.0.6 after dropping rows that begin with "__", as DESeq2's DESeqDataSetFromHTSeqCount and edgeR do.

import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds, valueAt } from "../../artifacts/assay.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { inspectFile } from "../../files/inspect.ts";
import { loadText } from "../../testing/load-text.ts";

const genes = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");
const assayOf = (found: unknown): Assay => found as Assay;
const looked = (name: string, text: string) => inspectFile(bytesAsSource(new TextEncoder().encode(text)), name);

const htseq = `gene\ts1\ts2\ts3\ts4\n${genes(1000, (at) => `g${at}\t${at}\t${at + 1}\t2\t3`)}
__no_feature\t60000\t90000\t1\t1\n__ambiguous\t500\t500\t1\t1\n`;

test("rows that htseq-count writes beside the genes are left out and told, on the card and in the log", async () => {
  const { out, logged } = await loadText("ht.tsv", htseq);
  expect(assayOf(out)).toMatchObject({ type: "assay", featureCount: 1000, sampleCount: 4, scale: "counts" });
  expect(logged).toContain("2 rows of a program that counts (__no_feature, __ambiguous) are left out, being no genes.");
  const found = await looked("ht.tsv", htseq);
  expect(found).toMatchObject({ artifact: "assay", shape: [1000, 4] });
  expect(found.issues.map(({ rule }) => rule)).toEqual(["summary-rows"]);
  const { out: kept, logged: quiet } = await loadText("ht.tsv", htseq, { summaryRows: "keep" });
  expect(featureIds(assayOf(kept)).slice(1000)).toEqual(["__no_feature", "__ambiguous"]);
  expect(quiet).not.toContain("left out");
});

test("read as a table they stay, and that is told", async () => {
  const { out, logged } = await loadText("ht.tsv", htseq, { read: "table" });
  expect((out as Table).rowCount).toBe(1002);
  expect(logged).toContain("__no_feature, __ambiguous in the first column come from a program that counts");
});

test("STAR's rows, and a total that is one, are no genes; a row of that name that is none stays", async () => {
  const star = "gene,s1,s2\nN_unmapped,9,9\nN_noFeature,4,4\nA,1,2\nB,3,4\n";
  expect(featureIds(assayOf((await loadText("x.csv", star, { read: "matrix" })).out))).toEqual(["A", "B"]);
  const ids = async (text: string) => featureIds(assayOf((await loadText("x.csv", text, { read: "matrix" })).out));
  expect(await ids("gene,s1,s2\nA,1,2\nB,3,4\nTotal,4,6\n")).toEqual(["A", "B"]);
  expect(await ids("gene,s1,s2\nA,1,2\nB,3,4\nTotal,4,7\n")).toEqual(["A", "B", "Total"]);
});

test("samples in rows: the columns of a program that counts are no genes either", async () => {
  const { out } = await loadText("x.csv", "sample,A,B,__no_feature\ns1,1,2,9\ns2,3,4,9\ns3,5,6,9\n", { read: "matrix" });
  expect(featureIds(assayOf(out))).toEqual(["A", "B"]);
  expect([valueAt(assayOf(out), 0, 2), valueAt(assayOf(out), 1, 2)]).toEqual([5, 6]);
});

const lengths = `gene,length,s1,s2,s3,s4\n${genes(1000, (at) => `g${at},${1000 + at},${at},1,2,3`)}\n`;

test("the length of a gene is no sample: it describes the row, and that is told; the setting overrides", async () => {
  const { out, logged } = await loadText("len.csv", lengths);
  const assay = assayOf(out);
  expect(sampleIds(assay)).toEqual(["s1", "s2", "s3", "s4"]);
  expect(assay.features.columns.map(({ name, type }) => [name, type])).toEqual([
    ["gene", "text"],
    ["length", "int32"],
  ]);
  expect(logged).toContain("length describes the rows and is no sample");
  expect(await looked("len.csv", lengths)).toMatchObject({ artifact: "assay", shape: [1000, 4] });
  const { out: all } = await loadText("len.csv", lengths, { annotations: "samples" });
  expect(sampleIds(assayOf(all))).toEqual(["length", "s1", "s2", "s3", "s4"]);
});

test("featureCounts: place, strand and length stand beside the counts, exact and whatever their type", async () => {
  const text = `# Program:featureCounts v2.0.3
Geneid\tChr\tStart\tEnd\tStrand\tLength\tentrez\ta.bam\tb.bam\tc.bam\td.bam
${genes(1000, (at) => `ENSG${String(at).padStart(11, "0")}\tchr1;chr1\t1;${at}\t5;${at}\t+;+\t${at}\t${100_287_102 + at}\t${at}\t1\t2\t3`)}\n`;
  const { out } = await loadText("fc.txt", text);
  const assay = assayOf(out);
  expect(sampleIds(assay)).toEqual(["a.bam", "b.bam", "c.bam", "d.bam"]);
  expect(assay).toMatchObject({ type: "assay", featureCount: 1000, scale: "counts", featureNoun: "gene" });
  const entrez = assay.features.columns.find(({ name }) => name === "entrez");
  expect(entrez?.type === "int32" && entrez.values[999]).toBe(100_288_101);
});

test("start and end alone may be times, and columns of a sheet of samples are theirs", async () => {
  const times = `gene,start,middle,late,s4\n${genes(1000, (at) => `g${at},1,2,3,4`)}\n`;
  expect(sampleIds(assayOf((await loadText("t.csv", times)).out))).toHaveLength(4);
  const people = `sample,length,A,B\ns1,170,1,2\ns2,180,3,4\ns3,190,5,6\n`;
  expect(featureIds(assayOf((await loadText("p.csv", people, { read: "matrix" })).out))).toEqual(["length", "A", "B"]);
});

test("names that stand twice are told by the lines of the file, whatever was left out before them", async () => {
  const { failure } = await loadText("d.csv", "gene,s1,s2\n__no_feature,9,9\nA,1,2\nA,3,4\n", { read: "matrix" });
  expect(failure).toMatchObject({ reason: "load.duplicate-names", params: { names: "A (3, 4)" } });
});
