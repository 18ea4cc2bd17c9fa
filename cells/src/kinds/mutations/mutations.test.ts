// Mutations of a cohort end to end: tcga_laml against R and pandas (mutations.json, EXPECTED.json), and what is said and refused.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Artifact, Figure, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, integerColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import { valueAt } from "../../artifacts/assay.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { type MutationsBody, mutationsReport } from "../../reports/mutations/report.ts";
import { execute } from "./execute.ts";
import { changesInShort } from "./execute-lollipop.ts";
import { mutations } from "./spec.ts";

const [maf, clinic, proteins] = ["cell_a", "cell_b", "cell_c"] as unknown as readonly [CellId, CellId, CellId];

interface Inputs {
  readonly maf: Table;
  readonly clinic?: Table;
  readonly proteins?: Table;
}
async function ran(inputs: Inputs, spec: JsonObject = {}) {
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: ({ ref }) => (ref === maf ? inputs.maf : ref === clinic ? inputs.clinic : inputs.proteins) as Table,
    valueOf: (field) => field as JsonObject,
  };
  const asked = {
    from: { ref: maf },
    ...(inputs.clinic ? { samples: { ref: clinic } } : {}),
    ...(inputs.proteins ? { domains: { ref: proteins } } : {}),
    ...spec,
  };
  return execute(mutations.schema.parse(asked), context as ExecuteContext);
}
interface Made {
  readonly body: MutationsBody;
  readonly table: (port: string) => Table;
  readonly figure: (port: string) => Figure;
  readonly port: (port: string) => Artifact | undefined;
}
async function made(inputs: Inputs, spec: JsonObject = {}): Promise<Made> {
  const result = await ran(inputs, spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const port = (name: string) => result.value[name];
  const report = port("report");
  const body = report?.type === "report" ? bodyOf(mutationsReport, { report: report.report, body: report.body }) : null;
  return {
    body: body ?? expect.fail("no report"),
    port,
    table: (name) => {
      const found = port(name);
      return found?.type === "table" ? found : expect.fail(`no table ${name}`);
    },
    figure: (name) => {
      const found = port(name);
      return found?.type === "figure" ? found : expect.fail(`no figure ${name}`);
    },
  };
}
const refused = async (inputs: Inputs, spec: JsonObject = {}) => {
  const result = await ran(inputs, spec);
  return result.ok ? "answered" : result.error.reason.replace("mutations-cell.", "");
};
const doubtsOf = ({ doubts }: MutationsBody): readonly string[] => doubts.map(({ key }) => key.replace("mutations-cell.", ""));
const valuesOf = (table: Table, name: string) => {
  const column = columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : expect.fail(`no column ${name}`);
};

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));
const tableFrom = ([head = [], ...rows]: readonly (readonly string[])[]): Table =>
  tableOf(
    ...head.map((name, at) =>
      textColumn(
        name,
        rows.map((row) => row[at] || null),
      ),
    ),
  );
const examples = path.resolve(import.meta.dirname, "../../../../examples/data");
const read = (): Inputs => ({
  maf: tableFrom(rowsOf(gunzipSync(readFileSync(path.join(examples, "tcga_laml.maf.gz"))).toString())),
  clinic: tableFrom(rowsOf(readFileSync(path.join(examples, "tcga_laml_annot.tsv"), "utf8"))),
});
let kept: Inputs | null = null;
const laml = (): Inputs => (kept ??= read());
interface Oracle {
  readonly sequenced: number;
  readonly counted: number;
  readonly mutated: number;
  readonly genes: { readonly [gene: string]: number };
  readonly classes: { readonly [name: string]: number };
  readonly types: { readonly [name: string]: number };
  readonly substitutions: { readonly [name: string]: number };
  readonly substitutionsOfAll: { readonly [name: string]: number };
  readonly medianBurden: number;
  readonly burden: { readonly [sample: string]: number };
  readonly pairs: readonly {
    readonly one: string;
    readonly other: string;
    readonly both: number;
    readonly ratio: number | "Inf";
    readonly p: number;
    readonly padj: number;
  }[];
  readonly interval: readonly [number, number];
  readonly r882: number;
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "mutations.json"), "utf8")) as Oracle;

describe("tcga_laml, as R has it", () => {
  let whole: Made;
  beforeAll(async () => {
    whole = await made(laml(), { megabases: 38 });
  });

  test("193 sequenced of 200, 192 mutated, 1,732 mutations that count; FLT3 52, DNMT3A 48, NPM1 33, IDH2 20, IDH1 18", () => {
    const { body } = whole;
    expect(body).toMatchObject({ samples: 200, sequenced: 193, mutated: 192, counted: 1732, by: "sample" });
    expect(body.genes.slice(0, 5).map(({ name, samples }) => [name, samples])).toEqual([
      ["FLT3", 52],
      ["DNMT3A", 48],
      ["NPM1", 33],
      ["IDH2", 20],
      ["IDH1", 18],
    ]);
    const genes = whole.table("genes");
    const names = valuesOf(genes, "gene");
    expect(Object.fromEntries(names.map((name, row) => [String(name), valuesOf(genes, "samples")[row]]))).toEqual(oracle.genes);
    const at = names.indexOf("DNMT3A");
    expect([valuesOf(genes, "lower")[at], valuesOf(genes, "upper")[at]]).toEqual(
      oracle.interval.map((end) => expect.closeTo(end, 12)),
    );
  });
  test("classes, types, substitutions and the burden are R's", async () => {
    const { body } = whole;
    const asObject = (list: readonly { readonly name: string; readonly n: number }[]) =>
      Object.fromEntries(list.map(({ name, n }) => [name, n]));
    expect(asObject(body.byClass)).toEqual(oracle.classes);
    expect(asObject(body.byType)).toEqual(oracle.types);
    expect(asObject(body.bySubstitution)).toEqual(oracle.substitutions);
    expect(body.transitions).toBe((oracle.substitutions["C>T"] ?? 0) + (oracle.substitutions["T>C"] ?? 0));
    expect(body.burden).toMatchObject({ median: oracle.medianBurden, perMb: oracle.medianBurden / 38 });
    const out = whole.table("out");
    const burden = Object.fromEntries(
      valuesOf(out, "Tumor_Sample_Barcode").map((id, row) => [id, valuesOf(out, "mutations_counted")[row]]),
    );
    expect(burden).toMatchObject(oracle.burden);
    expect((await made(laml(), { burden: "all" })).body.bySubstitution).toEqual(
      Object.entries(oracle.substitutionsOfAll).map(([name, n]) => ({ name, n })),
    );
  });
  test("pairs of genes by Fisher's test, adjusted, are R's", () => {
    const pairs = whole.table("pairs");
    const found = new Map(
      valuesOf(pairs, "gene").map((gene, row) => [
        [String(gene), String(valuesOf(pairs, "with")[row])].sort().join(" "),
        {
          both: valuesOf(pairs, "both")[row],
          ratio: valuesOf(pairs, "odds_ratio")[row],
          p: Number(valuesOf(pairs, "pvalue")[row]),
          padj: Number(valuesOf(pairs, "padj")[row]),
        },
      ]),
    );
    expect(found.size).toBe(oracle.pairs.length);
    for (const { one, other, both, ratio, p, padj } of oracle.pairs) {
      const own = found.get([one, other].sort().join(" "));
      expect(own?.both).toBe(both);
      expect(Math.abs((own?.p ?? 0) / p - 1)).toBeLessThan(1e-9);
      expect(Math.abs((own?.padj ?? 0) / padj - 1)).toBeLessThan(1e-9);
      if (ratio === "Inf" || ratio === 0) expect(own?.ratio).toBe(Number(String(ratio).replace("Inf", "Infinity")));
      else expect(Math.abs(Number(own?.ratio) / ratio - 1)).toBeLessThan(1e-9);
    }
  });
  test("who is not sequenced has no status; who is not mutated is wild type; each is a column that others take", () => {
    const out = whole.table("out");
    const status = valuesOf(out, "DNMT3A");
    const sequenced = valuesOf(out, "sequenced");
    expect([48, 145, 7]).toEqual(["mutated", "wild type", null].map((each) => status.filter((value) => value === each).length));
    expect(status.every((value, row) => (value === null) === (sequenced[row] === false))).toBe(true);
    expect(out.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(["FAB_classification", "days_to_last_followup"]));
    expect(doubtsOf(whole.body)).toEqual(expect.arrayContaining(["counted-usual", "unlisted-unknown"]));
  });
  test("those without a record are wild type where that is said, and then shares are of all", async () => {
    const { body, table } = await made(laml(), { unlisted: "wild-type" });
    expect(body.sequenced).toBe(200);
    expect(valuesOf(table("out"), "DNMT3A")).not.toContain(null);
    expect(doubtsOf(body)).toContain("unlisted-wild");
  });
  test("the oncoprint: first those with FLT3, in order; the lollipop: R882 most often; each says it in words", () => {
    const { alt, marks, data } = whole.figure("oncoprint");
    expect(alt).toContain("Oncoprint of 193 sequenced samples");
    expect(marks).toBe(whole.body.genes.reduce((sum, { samples }) => sum + samples, 0));
    const flt3 = data.flatMap(({ base, x, text }) =>
      Array.isArray(text) && Array.isArray(x) && Array.isArray(base)
        ? x.filter((_, at) => String(text[at]).includes(" FLT3: "))
        : [],
    );
    expect(flt3.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 52 }, (_, at) => at));
    const matrix = whole.port("matrix");
    if (matrix?.type !== "assay") throw new Error("no matrix");
    expect([matrix.featureCount, matrix.sampleCount]).toEqual([Object.keys(oracle.genes).length, 193]);
    const row = textsOf(matrix.features.columns[0] ?? expect.fail("no ids")).indexOf("DNMT3A");
    expect(Array.from({ length: 193 }, (_, at) => valueAt(matrix, row, at)).filter((n) => n > 0)).toHaveLength(48);
  });
  test("the lollipop of DNMT3A has its stem at R882, its length and domains from a table", async () => {
    const table = tableFrom([
      ["gene", "length", "name", "start", "end"],
      ["DNMT3A", "912", "MTase", "634", "912"],
    ]);
    const { figure, body } = await made({ ...laml(), proteins: table }, { gene: "DNMT3A" });
    const lollipop = figure("lollipop");
    const highest = Math.max(
      ...lollipop.data.flatMap(({ x, y, mode }) =>
        mode === "markers" && Array.isArray(x) && Array.isArray(y) ? x.map((at, of) => (at === 882 ? Number(y[of]) : 0)) : [],
      ),
    );
    expect(highest).toBe(oracle.r882);
    expect(body.gene).toBe("DNMT3A");
    expect(JSON.stringify(lollipop.layout["annotations"])).toContain("R882H/");
    expect(
      mutations.discloses({
        spec: mutations.schema.parse({}),
        port: "lollipop",
        artifact: lollipop,
        columns: null,
        valueOf: () => undefined,
      })?.behind.of,
    ).toBe("groups");
  });
});

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
