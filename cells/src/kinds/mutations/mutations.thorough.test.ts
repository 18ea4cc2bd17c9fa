// Mutations of tcga_laml, as the example has them, against R (mutations.R, mutations.json) and EXPECTED.json of the data.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { valueAt } from "../../artifacts/assay.ts";
import type { Table } from "../../artifacts/artifact.ts";
import { tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import { doubtsOf, type Inputs, type Made, made, valuesOf } from "./execute.fixture.ts";
import { mutations } from "./spec.ts";

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
    expect(asObject((await made(laml(), { burden: "all" })).body.bySubstitution)).toEqual(oracle.substitutionsOfAll);
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
