// combine beside pandas' concat (oracle.py wrote oracle.json), and what is refused with the way on.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay, Column } from "../../artifacts/artifact.ts";
import { assayOf, denseData, featureIds, sampleIds } from "../../artifacts/assay.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { stepOnMatrix, valuesOf } from "../../testing/step-on-table.ts";

interface Whole {
  readonly ids: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}
interface Oracle {
  readonly labs: { readonly [lab: string]: Whole & { readonly samples: readonly string[] } };
  readonly inner: Whole;
  readonly outer: Whole;
  readonly sheet: { readonly columns: readonly string[]; readonly rows: readonly (readonly Json[])[] };
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as Oracle;

interface Given {
  readonly ids: readonly string[];
  readonly samples: readonly string[];
  readonly values: readonly (number | null)[];
  readonly sheet?: readonly Column[];
  readonly features?: readonly Column[];
  readonly scale?: Assay["scale"];
  readonly semantic?: "gene" | "ensembl-gene";
}
const matrix = ({ ids, samples, values, sheet = [], features = [], scale = "counts", semantic }: Given): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(values, (value) => value ?? Number.NaN) },
    features: tableOf(textColumn("gene", ids, semantic ? { semantic } : {}), ...features),
    samples: tableOf(textColumn("sample", samples), ...sheet),
    scale,
    featureNoun: "gene",
  });
const run = (own: Assay, others: readonly (readonly [string, Assay])[], more: JsonObject = {}) =>
  stepOnMatrix(
    own,
    { verb: "combine", lab: "A", others: others.map(([lab]) => ({ cell: { ref: `cell_${lab}` }, lab })), ...more },
    Object.fromEntries(others.map(([lab, assay]) => [`cell_${lab}`, assay])),
  );
const sheets: { readonly [lab: string]: readonly Column[] } = {
  A: [numberColumn("age", [30.5, null, 41, 52, 63]), textColumn("sex", ["f", "m", "f", "m", "f"])],
  B: [textColumn("sex", ["m", null, "f", "f"]), integerColumn("stage", [1, 2, 3, 4])],
  C: [integerColumn("age", [1, 2, 3]), textColumn("stage", ["I", "II", "III"])],
};
const labs = Object.entries(oracle.labs).map(
  ([lab, { values, ...more }]) => [lab, matrix({ ...more, values: values.flat(), sheet: sheets[lab] ?? [] })] as const,
);
const [a, ...others] = labs as [(typeof labs)[number], ...(typeof labs)[number][]];

describe("beside pandas", () => {
  test.each(["common", "all"] as const)("features: %s", async (features) => {
    const { assay, said } = await run(a[1], others, { features });
    const whole = features === "common" ? oracle.inner : oracle.outer;
    const order = whole.ids.map((id) => featureIds(assay).indexOf(id));
    expect([...order].sort((x, y) => x - y)).toEqual(whole.ids.map((_, at) => at));
    const found = denseData(assay);
    for (const [nth, at] of order.entries())
      expect([...found.subarray(at * 12, at * 12 + 12)].map((value) => (Number.isNaN(value) ? null : value))).toEqual(
        whole.values[nth],
      );
    // Features stand in the order of the first matrix.
    expect(featureIds(assay)).toEqual(
      [...new Set(labs.flatMap(([, lab]) => featureIds(lab)))].filter((id) => whole.ids.includes(id)),
    );
    expect(valuesOf(assay.samples, "lab")).toEqual([..."AAAAABBBBCCC"]);
    const sheet = oracle.sheet.columns.map((name) => valuesOf(assay.samples, name));
    expect(sheet).toEqual(
      oracle.sheet.columns.map((name, at) =>
        oracle.sheet.rows.map((row) => (name === "stage" && row[at] !== null ? String(row[at]) : row[at])),
      ),
    );
    expect(said).toEqual([
      features === "common"
        ? `Step 1: ${oracle.inner.ids.length} of ${oracle.outer.ids.length} features are in all 3 matrices, and stay.`
        : `Step 1: ${oracle.outer.ids.length - oracle.inner.ids.length} of ${oracle.outer.ids.length} features are not in all 3 matrices; their values are missing where there are none.`,
      "Step 1: not all matrices describe their samples by age, sex, stage; it is missing for the others.",
      "Step 1: stage holds numbers in one matrix and texts in another, and is text now.",
    ]);
    expect(assay).toMatchObject({ scale: "counts", sampleCount: 12 });
  });

  test("sparse matrices stay sparse, and are the same", async () => {
    const sparse = ([lab, assay]: (typeof labs)[number]) => [lab, sparseOf(assay)] as const;
    const { assay } = await run(sparse(a)[1], others.map(sparse));
    expect(assay.values.layout).toBe("sparse");
    expect(denseData(assay)).toEqual(denseData((await run(a[1], others)).assay));
    expect((await run(sparse(a)[1], others.map(sparse), { features: "all" })).assay.values.layout).toBe("dense");
  });
});

function sparseOf(assay: Assay): Assay {
  const data = denseData(assay);
  const [offsets, featureIndex, found]: [number[], number[], number[]] = [[0], [], []];
  for (let sample = 0; sample < assay.sampleCount; sample++) {
    for (let feature = 0; feature < assay.featureCount; feature++) {
      const value = data[feature * assay.sampleCount + sample] as number;
      if (value === 0) continue;
      featureIndex.push(feature);
      found.push(value);
    }
    offsets.push(found.length);
  }
  return {
    ...assay,
    values: {
      layout: "sparse",
      offsets: Int32Array.from(offsets),
      featureIndex: Int32Array.from(featureIndex),
      data: Float32Array.from(found),
    },
  };
}

const one = (more: Partial<Given> = {}): Assay => matrix({ ids: ["x", "y"], samples: ["s1"], values: [5, 200], ...more });
const two = (more: Partial<Given> = {}): Assay => one({ samples: ["t1"], values: [6, 300], ...more });

describe("scales", () => {
  test("counts beside logarithms are refused with the step that mends it, known or not", async () => {
    await expect(run(one(), [["B", two({ values: [1.5, 9], scale: "log2-cpm" })]])).rejects.toThrow(
      /A holds counts, and B holds log2-cpm: .* Add the step “Log CPM” to the counts first/,
    );
    await expect(run(one(), [["B", two({ values: [1.5, 9], scale: "cpm" })]])).rejects.toThrow(/“Counts per million”/);
    await expect(run(one({ scale: "tpm" }), [["B", two()]])).rejects.toThrow(/A holds tpm, and B holds counts.*“TPM” or “FPKM”/);
    await expect(run(one(), [["B", two({ values: [1.5, 9], scale: "unknown" })]])).rejects.toThrow(
      /A holds counts, and B holds small values, as logarithms are/,
    );
    await expect(
      run(one({ scale: "unknown", values: [5.5, 2000] }), [["B", two({ values: [1.5, 9], scale: "unknown" })]]),
    ).rejects.toThrow(/large values that are no logarithms/);
    await expect(run(one({ scale: "log2" }), [["B", two({ scale: "ln" })]])).rejects.toThrow(/Bring both to one scale first/);
  });
  test("who knows that they go together says so, and it is told", async () => {
    const { assay, said } = await run(one(), [["B", two({ values: [6.5, 300.25], scale: "unknown" })]], { scales: "any" });
    expect(assay.scale).toBe("unknown");
    expect(said).toEqual([
      "Step 1: A holds counts, and B holds small values, as logarithms are; they stand side by side as they are.",
    ]);
    const unknown = await run(one({ scale: "unknown", values: [1.5, 3] }), [["B", two({ values: [1.5, 9], scale: "unknown" })]]);
    expect(unknown.said).toEqual([expect.stringContaining("nothing says on what scale the values of A, B are")]);
  });
});

describe("features", () => {
  test("ids of two kinds, none in common, versions", async () => {
    const ensembl = two({ ids: ["ENSG00000000001.4", "ENSG00000000002.9"], semantic: "ensembl-gene" });
    await expect(run(one({ semantic: "gene" }), [["B", ensembl]])).rejects.toThrow(
      /called by gene, those of B by ensembl-gene.*“Map ids”/,
    );
    await expect(run(one(), [["B", two({ ids: ["p", "q"] })]])).rejects.toThrow(/no feature in common. First here: x; there: p/);
    const older = one({ ids: ["ENSG00000000002.7", "ENSG00000000001.3"] });
    await expect(run(older, [["B", ensembl]])).rejects.toThrow(/but 2 without the versions/);
    const { assay } = await run(older, [["B", ensembl]], { versions: "strip" });
    expect(featureIds(assay)).toEqual(["ENSG00000000002", "ENSG00000000001"]);
    expect([...denseData(assay)]).toEqual([5, 300, 200, 6]);
    const twice = one({ ids: ["ENSG00000000001.7", "ENSG00000000001.3"] });
    await expect(run(twice, [["B", ensembl]], { versions: "strip" })).rejects.toThrow(/1 id stands twice in A/);
  });
  test("sites with other alleles and places of another build are refused", async () => {
    const site = (ref: string, build: string): Partial<Given> => ({
      scale: "dosage",
      values: [0, 2],
      features: [
        textColumn("chromosome", ["1", "1"], { semantic: "chromosome", build }),
        textColumn("ref", ["A", ref], { semantic: "allele" }),
      ],
    });
    await expect(run(one(site("C", "GRCh37")), [["B", two(site("C", "hg38"))]])).rejects.toThrow(
      /places of A are those of GRCh37, those of B of GRCh38/,
    );
    await expect(run(one(site("C", "GRCh37")), [["B", two(site("T", "hg19"))]])).rejects.toThrow(
      /1 site has other alleles in B than in A \(y\)/,
    );
    expect([...denseData((await run(one(site("C", "hg19")), [["B", two(site("C", "GRCh37"))]])).assay)]).toEqual([0, 0, 2, 2]);
  });
});

describe("samples", () => {
  test("of one name are refused, or kept apart by their labs", async () => {
    const same = one({ values: [7, 8] });
    await expect(run(one(), [["B", same]])).rejects.toThrow(/1 sample has a name that a sample of another matrix has/);
    const { assay } = await run(one(), [["B", same]], { names: "prefix" });
    expect(sampleIds(assay)).toEqual(["A_s1", "B_s1"]);
    expect(valuesOf(assay.samples, "name_in_lab")).toEqual(["s1", "s1"]);
    await expect(run(one(), [["A", same]], { names: "prefix" })).rejects.toThrow(/even with the lab before it/);
  });
  test("that came to two labs are counted; units that differ and a column of labs that is there are refused", async () => {
    const copy = await run(one(), [["B", two({ values: [5, 200] })]]);
    expect(copy.said).toEqual([expect.stringContaining("1 sample is the same, to the last digit, as one of another lab")]);
    const inUnit = (unit: string) => ({ sheet: [numberColumn("weight", [70], { unit })] });
    await expect(run(one(inUnit("kg")), [["B", two(inUnit("lb"))]])).rejects.toThrow(/weight is in kg in A, and in lb in B/);
    const there = { sheet: [textColumn("lab", ["Z"])] };
    await expect(run(one(there), [["B", two(there)]])).rejects.toThrow(/lab is a column of the samples already/);
    expect(valuesOf((await run(one(there), [["B", two(there)]], { column: "" })).assay.samples, "lab")).toEqual(["Z", "Z"]);
  });
  test("a column that tells persons apart in one lab does so in the whole", async () => {
    const { assay } = await run(one({ sheet: [textColumn("who", ["ann"], { semantic: "patient" })] }), [
      ["B", two({ sheet: [textColumn("who", ["grey"], { semantic: "category" })] })],
    ]);
    expect(assay.samples.columns[1]).toMatchObject({ name: "who", closed: true });
  });
  test("labs without a name are numbers, which is told; a matrix without samples adds none", async () => {
    const { assay, said } = await run(one(), [["B", two()]], { lab: " " });
    expect(valuesOf(assay.samples, "lab")).toEqual(["1", "B"]);
    expect(said).toEqual(["Step 1: labs without a name are called by their numbers (1)."]);
    const empty = await run(one(), [["B", two({ samples: [], values: [] })]]);
    expect(sampleIds(empty.assay)).toEqual(["s1"]);
  });
});
