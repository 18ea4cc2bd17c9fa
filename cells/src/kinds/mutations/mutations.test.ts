// Mutations of a cohort: what counts, whose mutations they are, what is said and refused.

import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { mutationsReport } from "../../reports/mutations/report.ts";
import { changesInShort } from "./execute-lollipop.ts";
import { doubtsOf, made, ran, refused, valuesOf } from "./execute.fixture.ts";
import { mutations } from "./spec.ts";

/** A row a mutation: sample, gene, class, place, change. */
const few = (rows: readonly (readonly [string, string, string, number, string])[]): Table =>
  tableOf(
    textColumn(
      "sample",
      rows.map(([id]) => id),
    ),
    textColumn(
      "gene",
      rows.map(([, gene]) => gene),
    ),
    textColumn(
      "class",
      rows.map(([, , name]) => name),
    ),
    integerColumn(
      "start",
      rows.map(([, , , start]) => start),
    ),
    textColumn(
      "HGVSp_Short",
      rows.map(([, , , , change]) => change),
    ),
  );
const missense = "Missense_Mutation";
const small = few([
  ["t1", "TP53", missense, 10, "p.R175H"],
  ["t1", "TP53", missense, 20, "p.R248Q"],
  ["t1", "TP53", missense, 20, "p.R248Q"],
  ["t2", "KRAS", missense, 30, "p.G12D"],
  ["t2", "TP53", "Silent", 40, "p.P36="],
  ["t3", "TTN", "Silent", 50, "p.A1="],
]);

test("a mutation that stands there twice counts once; two of one gene and sample are several; a silent one leaves the gene wild type", async () => {
  const { body, table } = await made({ maf: small });
  expect(body).toMatchObject({ sequenced: 3, mutated: 2, variants: 5, counted: 3 });
  expect(doubtsOf(body)).toEqual(expect.arrayContaining(["twins", "no-sheet", "counted-usual", "no-size"]));
  expect(valuesOf(table("calls"), "class")).toEqual(["Multi_Hit", missense]);
  expect(valuesOf(table("out"), "TP53")).toEqual(["mutated", "wild type", "wild type"]);
  expect((await made({ maf: small }, { duplicates: "each" })).body.counted).toBe(4);
  expect((await made({ maf: small }, { classes: ["Silent"] })).body.genes.map(({ name }) => name)).toEqual(["TP53", "TTN"]);
});

test("several barcodes of a TCGA patient are one patient, by the first 12 letters, unless samples are asked for", async () => {
  const rows = few([
    ["TCGA-AB-0001-01A-11D", "TP53", missense, 10, "p.R175H"],
    ["TCGA-AB-0001-02A-11D", "TP53", missense, 10, "p.R175H"],
    ["TCGA-AB-0002-01A-11D", "KRAS", missense, 30, "p.G12D"],
  ]);
  const table = tableOf(
    textColumn("patient", ["TCGA-AB-0001", "TCGA-AB-0002", "TCGA-AB-0003"]),
    textColumn("stage", ["I", "II", "I"]),
  );
  const { body, table: of } = await made({ maf: rows, clinic: table });
  expect(body).toMatchObject({ by: "patient", samples: 3, sequenced: 2, counted: 2 });
  expect(doubtsOf(body)).toEqual(expect.arrayContaining(["by-patient", "twins", "unlisted-unknown"]));
  expect(valuesOf(of("out"), "stage")).toEqual(["I", "II", "I"]);
  expect((await made({ maf: rows }, { by: "sample" })).body).toMatchObject({ by: "sample", sequenced: 3, counted: 3 });
});

test("a column says who was sequenced; who it calls not sequenced and is mutated is told", async () => {
  const table = tableOf(textColumn("id", ["t1", "t2", "t3", "t4", "t5"]), textColumn("exome", ["yes", "no", "yes", "yes", "no"]));
  const { body, table: of } = await made({ maf: small, clinic: table }, { sequencedColumn: "exome" });
  expect(body.sequenced).toBe(4);
  expect(valuesOf(of("out"), "TP53")).toEqual(["mutated", "wild type", "wild type", "wild type", null]);
  expect(doubtsOf(body)).toContain("against");
  const odd = tableOf(textColumn("id", ["t1", "t2"]), textColumn("exome", ["yes", "perhaps"]));
  expect(await refused({ maf: small, clinic: odd }, { sequencedColumn: "exome" })).toBe("sequenced-unknown");
});

test("classes that MAF writes otherwise and that may change the protein are pointed out", async () => {
  const mixed = few([
    ["t1", "TP53", missense, 10, "p.R175H"],
    ["t2", "KRAS", "missense_variant", 30, "p.G12D"],
    ["t3", "KRAS", "synonymous_variant", 30, "p.G12="],
  ]);
  const { body } = await made({ maf: mixed });
  expect(body.doubts.find(({ key }) => key === "mutations-cell.may-change")?.params).toEqual({
    n: 1,
    changing: ["missense_variant"],
  });
  expect(doubtsOf((await made({ maf: mixed }, { classes: [missense] })).body)).not.toContain("may-change");
  expect(doubtsOf((await made({ maf: small })).body)).not.toContain("may-change");
  const ofVep = few([
    ["t1", "TP53", "stop_gained&splice_region_variant", 10, "p.R175*"],
    ["t2", "TP53", "synonymous_variant", 10, "p.R175="],
    ["t3", "TP53", "nonframeshift deletion", 10, "p.R175del"],
  ]);
  const none = await ran({ maf: ofVep });
  expect(none.ok ? null : none.error).toMatchObject({
    reason: "mutations-cell.none-counts-but",
    fix: { value: ["nonframeshift deletion", "stop_gained&splice_region_variant"] },
  });
});

test("no gene column, all silent, samples that do not match, genes that are not there: each is refused with a way on", async () => {
  expect(await refused({ maf: tableOf(textColumn("x", ["a"])) })).toBe("no-gene-column");
  expect(await refused({ maf: tableOf(textColumn("gene", ["a"])) })).toBe("no-sample-column");
  expect(await refused({ maf: few([["t1", "TP53", "Silent", 1, "p.P36="]]) })).toBe("none-counts");
  const other = tableOf(textColumn("patient", ["P-1", "P-2"]));
  const wrong = await ran({ maf: small, clinic: other });
  expect(wrong.ok ? null : wrong.error).toMatchObject({
    reason: "mutations-cell.no-match",
    params: { file: ["t1", "t2", "t3"], sheet: ["P-1", "P-2"], column: "patient" },
  });
  expect(await refused({ maf: small, clinic: tableOf(textColumn("id", ["t1", "t1"])) })).toBe("sample-twice");
  expect(await refused({ maf: small }, { genes: ["P53"] })).toBe("no-such-genes-near");
  expect(await refused({ maf: small }, { geneColumn: "genes" })).toBe("column-near");
  expect(await refused({ maf: small }, { tracks: ["stage"] })).toBe("tracks-without-sheet");
  expect(await refused({ maf: small }, { by: "patient" })).toBe("no-barcodes");
  expect(await refused({ maf: few([]) })).toBe("no-rows");
  expect(await refused({ maf: small, proteins: tableOf(textColumn("gene", ["TP53"])) })).toBe("no-domain-columns");
});

test("columns are guessed by their names, first the one that MAF calls so; one that holds nothing is none", async () => {
  const columns = (short: readonly (string | null)[]) =>
    tableOf(
      textColumn("Amino_Acid_Change", ["p.G12D", "p.G12D"]),
      textColumn("HGVSp_Short", short),
      textColumn("symbol", ["KRAS", "KRAS"]),
      textColumn("Hugo_Symbol", ["KRAS", "TP53"]),
      textColumn("patient", ["a", "a"]),
      textColumn("Tumor_Sample_Barcode", ["a1", "a2"]),
    );
  const guessed = async (short: readonly (string | null)[]) =>
    (await made({ maf: columns(short) })).body.doubts.find(({ key }) => key.endsWith("guessed-columns"))?.params["columns"];
  expect(await guessed(["p.G12V", "p.G12D"])).toEqual(["Hugo_Symbol", "Tumor_Sample_Barcode", "HGVSp_Short"]);
  expect(await guessed([null, null])).toEqual(["Hugo_Symbol", "Tumor_Sample_Barcode", "Amino_Acid_Change"]);
});

test("one sample, no places, a gene that is not mutated: an answer, and what is not there is said", async () => {
  const one = await made({ maf: few([["t1", "TP53", missense, 10, "p.?"]]) });
  expect(doubtsOf(one.body)).toEqual(expect.arrayContaining(["one-sample", "no-places"]));
  expect(one.port("lollipop")).toBeUndefined();
  expect(one.table("pairs").rowCount).toBe(0);
  const turned = await made({ maf: small }, { gene: "BRCA1" });
  expect(doubtsOf(turned.body)).toContain("gene-not-mutated");
  const bare = tableOf(textColumn("gene", ["TP53", "TP53"]), textColumn("sample", ["a", "b"]));
  expect(doubtsOf((await made({ maf: bare })).body)).toEqual(
    expect.arrayContaining(["no-class-column", "twins-unknown", "no-change-column"]),
  );
});

test("far more mutations than the others are told, by the size where it is known", async () => {
  const rows = [
    ...Array.from({ length: 40 }, (_, at) => ["big", `G${at}`, missense, at, ""] as const),
    ...["a", "b", "c", "d", "e", "f"].map((id) => [id, "TP53", missense, 1, ""] as const),
  ];
  const found = await made({ maf: few(rows) });
  expect([found.body.hypermutated, doubtsOf(found.body).includes("hyper-others")]).toEqual([1, true]);
  expect(doubtsOf((await made({ maf: few(rows) }, { megabases: 1 })).body)).toContain("hyper-size");
  expect((await made({ maf: few(rows) }, { megabases: 38 })).body.hypermutated).toBe(0);
});

test("changes of one place are told in short", () => {
  expect(changesInShort(["p.R882H", "p.R882C"])).toBe("R882H/C");
  expect(changesInShort(["p.W288fs"])).toBe("W288fs");
  expect(changesInShort(["p.Arg882His", "p.Arg882Cys"])).toBe("Arg882His/Cys");
});

/** Sample, the alleles of its two columns; all of one place with the reference C. */
const alleles = (rows: readonly (readonly [string, string, string, string])[]): Table =>
  tableOf(
    textColumn(
      "Tumor_Sample_Barcode",
      rows.map(([id]) => id),
    ),
    textColumn(
      "Hugo_Symbol",
      rows.map(() => "TP53"),
    ),
    textColumn(
      "Variant_Classification",
      rows.map(([, , , name]) => name),
    ),
    integerColumn(
      "Start_Position",
      rows.map(() => 10),
    ),
    textColumn(
      "Reference_Allele",
      rows.map(() => "C"),
    ),
    textColumn(
      "Tumor_Seq_Allele1",
      rows.map(([, first]) => first),
    ),
    textColumn(
      "Tumor_Seq_Allele2",
      rows.map(([, , second]) => second),
    ),
  );

test("one mutation that a patient has on one chromosome and later on both is one", async () => {
  const { table, body } = await made({
    maf: alleles([
      ["TCGA-AB-0001-01A", "C", "T", missense],
      ["TCGA-AB-0001-02A", "T", "T", missense],
      ["TCGA-AB-0002-01A", "T", "C", missense],
      ["TCGA-AB-0002-02A", "C", "G", missense],
    ]),
  });
  expect(valuesOf(table("calls"), "class")).toEqual([missense, "Multi_Hit"]);
  expect(valuesOf(table("calls"), "mutations")).toEqual([1, 2]);
  expect(body.inR.join("\n")).toContain(
    "alternate <- ifelse(d$Tumor_Seq_Allele2 == d$Reference_Allele, d$Tumor_Seq_Allele1, d$Tumor_Seq_Allele2)",
  );
});

test("a class that one sample has is a group of one, in the genes and in the report", async () => {
  const many = Array.from({ length: 6 }, (_, at) => [`t${at}`, "C", "T", at === 0 ? "Nonstop_Mutation" : missense] as const);
  const { table, body } = await made({ maf: alleles(many) });
  const genes = mutations.discloses({
    spec: mutations.schema.parse({}),
    port: "genes",
    artifact: table("genes"),
    columns: null,
    valueOf: () => undefined,
  });
  expect(genes?.behind).toMatchObject({ of: "groups", sizes: [6, 5, 1] });
  expect(body.byClass).toEqual([
    { name: missense, n: 5, samples: 5 },
    { name: "Nonstop_Mutation", n: 1, samples: 1 },
  ]);
  expect(mutationsReport.discloses(body)?.behind).toMatchObject({ sizes: [6, 5, 1] });
});
