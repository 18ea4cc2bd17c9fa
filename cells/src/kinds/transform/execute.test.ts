// The steps of a transform against numbers of pandas and NumPy (transform.fixture.ts), and GSE96870 where it is there.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { referenceFile } from "../../testing/reference-data.ts";
import type { Artifact, Assay, Report, Table } from "../../artifacts/artifact.ts";
import { assayOf, denseData, featureIds as idsOf } from "../../artifacts/assay.ts";
import { digestOfArtifact } from "../../artifacts/digest-of-artifact.ts";
import { booleanColumn, cellJson, columnOf, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { isCellRef } from "../../base/refs.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import type { WordsContext } from "../../contract/kind.ts";
import { keySpec } from "../../contract/result-key.ts";
import type { Kind } from "../../contract/kind.ts";
import { execute } from "./execute.ts";
import { transform, type TransformSpec } from "./spec.ts";

const from = { ref: "cell_data" as CellId };
const run = (data: Artifact, steps: readonly JsonObject[], others: { readonly [cell: string]: Artifact | Json } = {}) =>
  execute(
    transform.schema.parse({ from, steps: steps.map((step, at) => ({ id: `s${at}`, ...step })) }) as TransformSpec,
    {
      input: (ref: { ref: string }) => (ref.ref === from.ref ? data : others[ref.ref]),
      valueOf: (field: unknown) => (isCellRef(field) ? (others[field.ref] ?? null) : field),
      progress: () => undefined,
      log: () => undefined,
      signal: new AbortController().signal,
    } as unknown as ExecuteContext,
  );
async function table(
  data: Artifact,
  steps: readonly JsonObject[],
  others: { readonly [cell: string]: Artifact | Json } = {},
): Promise<Table> {
  const result = await run(data, steps, others);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  expect(result.value.out?.type).toBe("table");
  return result.value.out as Table;
}
async function assay(
  data: Artifact,
  steps: readonly JsonObject[],
  others: { readonly [cell: string]: Artifact | Json } = {},
): Promise<Assay> {
  const result = await run(data, steps, others);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  return result.value.out as Assay;
}
async function refusal(data: Artifact, steps: readonly JsonObject[], others: { readonly [cell: string]: Artifact | Json } = {}) {
  const result = await run(data, steps, others);
  if (result.ok) throw new Error("was not refused");
  return { ...result.error, sentence: failureSentence(result.error, "en") };
}
/** What is said on the cell of its first step. */
async function doubtsOf(data: Artifact, steps: readonly JsonObject[], others = {}): Promise<readonly string[]> {
  const result = await run(data, steps, others);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  const { steps: told } = (result.value["steps"] as Report).body as unknown as { steps: { doubts?: Sentence[] }[] };
  return (told[0]?.doubts ?? []).map((doubt) => sentenceIn(doubt, "en"));
}
const rows = (found: Table): Json[][] =>
  Array.from({ length: found.rowCount }, (_, row) => found.columns.map((column) => cellJson(column, row)));
const names = (found: Table): string[] => found.columns.map((column) => column.name);

const genes = tableOf(
  textColumn("gene", ["Xist", "Trp53", "Actb", "Gapdh", "Trp53"]),
  numberColumn("logFC", [3.5, -0.2, Number.NaN, null, 1.5]),
  numberColumn("padj", [0.001, 0.9, 0.04, 0.03, null]),
  integerColumn("reads", [120, 3, 5000, 4100, 3]),
  booleanColumn("novel", [false, false, true, null, true]),
);

test("a filter keeps rows whose answer is true: what is missing is no more than a number", async () => {
  expect(columnTexts(await table(genes, [{ verb: "filter", where: "logFC > 1" }]), "gene")).toEqual(["Xist", "Trp53"]);
  expect(columnTexts(await table(genes, [{ verb: "filter", where: "padj < 0.05 and abs(logFC) > 1" }]), "gene")).toEqual([
    "Xist",
  ]);
  expect(columnTexts(await table(genes, [{ verb: "filter", where: "logFC > 1", action: "drop" }]), "gene")).toEqual([
    "Trp53",
    "Actb",
    "Gapdh",
  ]);
});

test("conditions of a form and formulas answer the same", async () => {
  const pairs: readonly (readonly [JsonObject, string])[] = [
    [{ column: "padj", is: "<", value: 0.05 }, "padj < 0.05"],
    [
      {
        all: [
          { column: "padj", is: "<", value: 0.05 },
          { column: "reads", is: ">=", value: "120" },
        ],
      },
      "padj < 0.05 and reads >= 120",
    ],
    [
      {
        any: [
          { column: "logFC", is: "missing" },
          { column: "gene", is: "starts-with", value: "Tr" },
        ],
      },
      'is_missing(logFC) or starts_with(gene, "Tr")',
    ],
    [{ column: "reads", is: "between", value: [3, 120] }, "reads >= 3 and reads <= 120"],
    [{ column: "gene", is: "in", value: ["Actb", "Xist"] }, "gene in ('Actb', 'Xist')"],
    [{ column: "gene", is: "not-in", value: ["Actb", "Xist"] }, "gene not in ('Actb', 'Xist')"],
    [{ column: "novel", is: "=", value: true }, "novel = true"],
  ];
  for (const [where, formula] of pairs) {
    const [a, b] = [await table(genes, [{ verb: "filter", where }]), await table(genes, [{ verb: "filter", where: formula }])];
    expect(rows(a), formula).toEqual(rows(b));
    expect(a.rowCount, formula).toBeGreaterThan(0);
    expect(a.rowCount, formula).toBeLessThan(5);
  }
});

test("a number is not guessed to be a text: 007 and 1e3 without quotes are refused, with how to write them", async () => {
  const codes = tableOf(textColumn("code", ["007", "1e3", "7"]));
  for (const value of [7, 12]) {
    const result = await run(codes, [{ verb: "filter", where: { column: "code", is: "=", value } }]);
    expect(result.ok ? null : failureSentence(result.error, "en")).toContain(
      `code holds text, and is compared with the number ${value}`,
    );
    expect(result.ok ? null : result.error.at).toEqual(["steps", 0, "where", "value"]);
  }
  const found = await table(codes, [{ verb: "filter", where: { column: "code", is: "=", value: "007" } }]);
  expect(columnTexts(found, "code")).toEqual(["007"]);
});

test("rounding adds nothing that is not there: values of R 4.2.2 (halves away from zero)", async () => {
  const numbers = [4503599627370497, -4503599627370497, 0.49999999999999994, 0.5, -2.5, 2.5, 1e300, 9007199254740991];
  const found = await table(tableOf(numberColumn("x", numbers)), [{ verb: "derive", name: "r", formula: "round(x)" }]);
  expect(columnTexts(found, "r")).toEqual([4503599627370497, -4503599627370497, 0, 1, -3, 3, 1e300, 9007199254740991]);
});

test("a threshold may come from a parameter", async () => {
  const cut = { ref: "cell_cut" };
  const found = await table(genes, [{ verb: "filter", where: { column: "reads", is: ">", value: cut } }], { cell_cut: 1000 });
  expect(columnTexts(found, "gene")).toEqual(["Actb", "Gapdh"]);
});

const columnTexts = (found: Table, name: string): Json[] =>
  Array.from({ length: found.rowCount }, (_, row) => cellJson(columnOf(found, name) as never, row));

test("a step that is off is passed over, and keeps its place in what is said", async () => {
  const result = await run(genes, [
    { verb: "head", rows: 2, off: true },
    { verb: "filter", where: "reads > 3" },
  ]);
  if (!result.ok) throw new Error(result.error.reason);
  expect((result.value.steps as Report).body).toEqual({
    steps: [{ step: 2, verb: "filter", in: { type: "table", rows: 5, columns: 5 }, out: { type: "table", rows: 3, columns: 5 } }],
  });
});

test("ids of steps are not part of the key, and a step that is off at the end is not there", () => {
  const key = (steps: readonly JsonObject[]) =>
    JSON.stringify(keySpec(transform as unknown as Kind, transform.schema.parse({ from, steps }) as never));
  expect(key([{ id: "a", verb: "cpm" }])).toBe(
    key([
      { id: "b", verb: "cpm" },
      { id: "c", verb: "z-score", off: true },
    ]),
  );
  expect(key([{ id: "a", verb: "cpm" }])).not.toBe(key([{ id: "a", verb: "z-score" }]));
});

test("sorting puts what is missing last in both directions; what is not a number is missing", async () => {
  const up = await table(genes, [{ verb: "sort", by: [{ column: "logFC" }] }]);
  expect(columnTexts(up, "logFC")).toEqual([-0.2, 1.5, 3.5, null, null]);
  const down = await table(genes, [{ verb: "sort", by: [{ column: "logFC", descending: true }] }]);
  expect(columnTexts(down, "logFC")).toEqual([3.5, 1.5, -0.2, null, null]);
});

test("a random sample is the same for the same seed, in the order of the rows", async () => {
  const many = tableOf(
    integerColumn(
      "n",
      Array.from({ length: 1000 }, (_, n) => n),
    ),
  );
  const draw = (seed: number) => table(many, [{ verb: "sample", size: { rows: 20 }, seed }]);
  const [a, b, c] = [await draw(7), await draw(7), await draw(8)];
  expect(rows(a)).toEqual(rows(b));
  expect(rows(a)).not.toEqual(rows(c));
  expect(a.rowCount).toBe(20);
  expect(columnTexts(a, "n")).toEqual([...columnTexts(a, "n")].sort((x, y) => Number(x) - Number(y)));
});

const annotation = tableOf(
  textColumn("symbol", ["Trp53", "Xist", "Trp53", null, "Sox2"]),
  textColumn("chromosome", ["11", "X", "11b", "?", "3"]),
  integerColumn("reads", [1, 2, 3, 4, 5]),
);
test.each([
  [
    "inner",
    [
      ["Xist", "X", 2],
      ["Trp53", "11", 1],
      ["Trp53", "11b", 3],
      ["Trp53", "11", 1],
      ["Trp53", "11b", 3],
    ],
  ],
  [
    "left",
    [
      ["Xist", "X", 2],
      ["Trp53", "11", 1],
      ["Trp53", "11b", 3],
      ["Actb", null, null],
      ["Gapdh", null, null],
      ["Trp53", "11", 1],
      ["Trp53", "11b", 3],
    ],
  ],
  [
    "full",
    [
      ["Xist", "X", 2],
      ["Trp53", "11", 1],
      ["Trp53", "11b", 3],
      ["Actb", null, null],
      ["Gapdh", null, null],
      ["Trp53", "11", 1],
      ["Trp53", "11b", 3],
      [null, "?", 4],
      ["Sox2", "3", 5],
    ],
  ],
] as const)("a join (%s) keeps the order of both tables, and missing matches nothing", async (how, expected) => {
  const step = { verb: "join", with: { ref: "cell_other" }, on: [{ left: "gene", right: "symbol" }], how };
  const found = await table(genes, [step, { verb: "select", columns: ["gene", "chromosome", "reads_2"] }], {
    cell_other: annotation,
  });
  expect(rows(found)).toEqual(expected);
});
test("rows with and without a partner", async () => {
  const step = (how: string) => ({ verb: "join", with: { ref: "cell_other" }, on: [{ left: "gene", right: "symbol" }], how });
  expect(columnTexts(await table(genes, [step("semi")], { cell_other: annotation }), "gene")).toEqual(["Xist", "Trp53", "Trp53"]);
  expect(columnTexts(await table(genes, [step("anti")], { cell_other: annotation }), "gene")).toEqual(["Actb", "Gapdh"]);
});

test("pivot and fold undo each other", async () => {
  const long = tableOf(
    textColumn("gene", ["a", "a", "b", "b"]),
    textColumn("sample", ["s1", "s2", "s1", "s2"]),
    numberColumn("v", [1, 2, null, 4]),
  );
  const wide = await table(long, [{ verb: "pivot", names: "sample", values: "v" }]);
  expect([names(wide), ...rows(wide)]).toEqual([
    ["gene", "s1", "s2"],
    ["a", 1, 2],
    ["b", null, 4],
  ]);
  const back = await table(wide, [{ verb: "fold", columns: ["s1", "s2"], name: "sample", value: "v" }]);
  expect(rows(back)).toEqual(rows(long));
});

test.each([
  ["a formula that reaches for the program", "globalThis.process.exit(1)", "formula-function", "globalThis.process.exit"],
  ["a name of every object's machinery", 'constructor("return 1")', "formula-function", "constructor"],
  ["a prototype", "__proto__(1)", "formula-function", "__proto__"],
  ["an unknown function", "logg2(reads)", "formula-function-near", "logg2"],
  ["an unknown column", "log2(readz)", "column-near", "readz"],
  ["text where a number belongs", 'log2("a")', "formula-type", '"a"'],
  ["a comparison with missing", "reads = missing", "formula-missing-compared", "="],
  ["missing in a list", 'gene in ("Xist", missing)', "formula-missing-compared", "in"],
  ["a formula cut short", "reads +", "formula-end-operand", "+"],
  ["a bracket that is never closed", "log2(reads", "formula-end", "s"],
  ["two columns without a sign", "reads logFC", "formula-syntax-operator", "logFC"],
  ["a sign where a column belongs", "reads * )", "formula-syntax-operand", ")"],
  ["brackets within 100 others (L-2)", `${"(".repeat(101)}reads${")".repeat(101)}`, "formula-deep", "reads"],
  ["functions within 100,000 others", "if(reads > 1, ".repeat(100_000), "formula-deep", "reads"],
  ["101 signs before a value", `${"-".repeat(101)}reads`, "formula-deep", "reads"],
  ["100,000 times not", `${"not ".repeat(100_000)}reads`, "formula-deep", "not"],
  ["a sign without a meaning", "reads ; 1", "formula-character", ";"],
  ["an open quote", 'gene = "Xist', "formula-text-open", '"Xist'],
])("%s is refused at its place", async (_title, formula, reason, at) => {
  const found = await refusal(genes, [{ verb: "derive", name: "x", formula }]);
  expect(found.reason).toBe(`transform.${reason}`);
  expect(found.at).toEqual(["steps", 0, "formula"]);
  expect(formula.slice(found.span?.start, found.span?.end)).toBe(at);
  expect(found.sentence).not.toContain("transform.");
});

test("what follows one another more than 1,000 times is refused, in a formula and in conditions of a form (L-2)", async () => {
  const sum = (times: number): string => Array.from({ length: times }, () => "reads").join("+");
  const conditions = (times: number): JsonObject => ({
    all: Array.from({ length: times }, () => ({ column: "reads", is: ">", value: 3 })),
  });
  const [longest] = rows(await table(genes, [{ verb: "derive", name: "x", formula: sum(1001) }]));
  expect(longest?.at(-1)).toBe(1001 * 120);
  expect((await table(genes, [{ verb: "filter", where: conditions(1000) }])).rowCount).toBe(3);
  for (const times of [1002, 100_000]) {
    for (const step of [
      { verb: "derive", name: "x", formula: sum(times) },
      { verb: "filter", where: sum(times) },
      { verb: "filter", where: conditions(times) },
    ]) {
      const found = await refusal(genes, [step]);
      expect(found.reason).toBe("transform.formula-long");
      expect(found.sentence).toContain("at most 1");
    }
  }
});

test("an unknown column is named with what is near, and a click mends it", async () => {
  const found = await refusal(genes, [
    { verb: "head", rows: 3 },
    { verb: "sort", by: [{ column: "padJ" }] },
  ]);
  expect(found).toMatchObject({ reason: "transform.column-near", fix: { path: ["steps", 1, "by", 0, "column"], value: "padj" } });
  expect(found.sentence).toBe("Step 2: there is no column padJ. Near: padj.");
});

const counts = assayOf({
  values: { layout: "dense", data: Float32Array.of(10, 0, 20, 0, 5, 0, 90, 95, 80, 0, 0, 0) },
  features: tableOf(textColumn("gene", ["a", "b", "c", "d"])),
  samples: tableOf(textColumn("sample", ["s1", "s2", "s3"]), textColumn("group", ["x", "x", "y"])),
  scale: "counts",
  featureNoun: "gene",
});
const sparse: Assay = {
  ...counts,
  values: {
    layout: "sparse",
    offsets: Int32Array.of(0, 2, 4, 6),
    featureIndex: Int32Array.of(0, 2, 1, 2, 0, 2),
    data: Float32Array.of(10, 90, 5, 95, 20, 80),
  },
};
const numbersOf = (found: Assay): number[] => (found.values.layout === "dense" ? [...found.values.data] : []);

test("counts per million are counts over the library size, and their logarithm log2(CPM + prior)", async () => {
  expect(numbersOf(await assay(counts, [{ verb: "cpm" }]))).toEqual([1e5, 0, 2e5, 0, 5e4, 0, 9e5, 9.5e5, 8e5, 0, 0, 0]);
  const logs = await assay(counts, [{ verb: "log-cpm", prior: 1 }]);
  expect(logs.scale).toBe("log2-cpm");
  expect(numbersOf(logs)[0]).toBeCloseTo(Math.log2(1e5 + 1), 5);
  expect(numbersOf(logs)[1]).toBe(0);
});

test.each([
  [[{ verb: "cpm" }]],
  [[{ verb: "log-cpm" }]],
  [[{ verb: "log", prior: 0.5 }]],
  [[{ verb: "filter-features", rule: { by: "count", min: 5, samples: 2 } }]],
  [[{ verb: "filter-features", rule: { by: "count", min: 0, samples: 3 } }]],
  [[{ verb: "filter-features", rule: { by: "total", above: 5 } }]],
  [[{ verb: "filter", where: 'group = "x"' }]],
  [[{ verb: "z-score" }]],
  [[{ verb: "top-variable", count: 2 }]],
  [[{ verb: "select-features", features: ["c", "a"] }]],
])("a sparse matrix answers as the dense one does: %j", async (steps) => {
  const long = [{ verb: "to-table", shape: "long" }];
  expect(rows(await table(sparse, [...steps, ...long]))).toEqual(rows(await table(counts, [...steps, ...long])));
});

// R: rowSums(m >= 0.7) >= 3 and rowSums(m) > bound on the numbers as written; 32 bits keep 0.69999998807907104 of 0.7.
test.each([
  [{ by: "count", min: 0.7, samples: 3 }, ["a", "b", "c"]],
  [{ by: "count", min: 0.9, samples: 3 }, ["b", "c"]],
  [{ by: "count", min: 1.3, samples: 3 }, ["c"]],
  [{ by: "count", min: 0.3, samples: 3 }, ["a", "b", "c", "d"]],
  [{ by: "total", above: 2.1 }, ["b", "c"]],
  [{ by: "total", above: 0.9 }, ["a", "b", "c"]],
])("a matrix is compared with a bound by the numbers that it shows: %j", async (rule, kept) => {
  const tenths = assayOf({
    values: { layout: "dense", data: Float32Array.of(0.7, 0.7, 0.7, 0.9, 0.9, 0.9, 1.3, 1.3, 1.3, 0.3, 0.3, 0.3) },
    features: counts.features,
    samples: counts.samples,
    scale: "unknown",
    featureNoun: "gene",
  });
  expect(idsOf(await assay(tenths, [{ verb: "filter-features", rule }]))).toEqual(kept);
});

test("infinite counts have no counts per million, and it is said where they stand; of missing ones it is said how many", async () => {
  const withValue = (value: number): Assay => {
    const data = Float32Array.from(counts.values.data);
    data[1] = value;
    return { ...counts, values: { layout: "dense", data } };
  };
  for (const verb of ["cpm", "log-cpm"]) {
    expect((await refusal(withValue(Number.POSITIVE_INFINITY), [{ verb }])).sentence).toBe(
      "Step 1: 1 value of the matrix is infinite, the first Inf (a, s2), so counts per million do not exist. Write NA in the source where nothing was measured, or leave that sample out first.",
    );
    expect(await doubtsOf(withValue(Number.NaN), [{ verb }])).toEqual([
      "Step 1: 1 count is missing, in 1 sample; the library size of that sample is the sum of the others.",
    ]);
  }
  expect(await doubtsOf({ ...withValue(Number.NEGATIVE_INFINITY), scale: "log2" }, [{ verb: "z-score" }])).toContain(
    "Step 1: 1 feature holds an infinite value and has no mean, the first a (-Inf in s2): all its values are missing from here on.",
  );
});

test("samples without counts have no CPM, and it is said which", async () => {
  const found = await refusal(counts, [{ verb: "select-features", features: ["b"] }, { verb: "cpm" }]);
  expect(found.sentence).toBe(
    "Step 2: sample s1 has no counts, so counts per million do not exist for it. Leave that sample out first.",
  );
});
test("a table step on a matrix says how to get a table", async () => {
  expect((await refusal(counts, [{ verb: "distinct" }])).reason).toBe("transform.needs-table");
  expect((await refusal(genes, [{ verb: "cpm" }])).reason).toBe("transform.needs-assay");
});
test("an unknown gene is named with what is near", async () => {
  const wrong = await refusal(counts, [{ verb: "select-features", features: ["A"] }]);
  expect(wrong).toMatchObject({ reason: "step-select-features.near", params: { near: ["a", "b", "c"] } });
});
test("samples are annotated by name; those that are not in the table get missing values", async () => {
  const clinical = tableOf(textColumn("id", ["s3", "s1", "s9"]), numberColumn("age", [30, 10, 90]));
  const found = await assay(counts, [{ verb: "annotate-samples", with: { ref: "cell_other" } }], { cell_other: clinical });
  expect(rows(found.samples)).toEqual([
    ["s1", "x", 10],
    ["s2", "x", null],
    ["s3", "y", 30],
  ]);
});

test("GSE96870: more than 5 reads in all samples keeps 27,430 of 41,786 genes", async () => {
  const lines = gunzipSync(readFileSync(referenceFile("GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz")))
    .toString()
    .trim()
    .split(/\r?\n/);
  const head = (lines[0] as string).split(",");
  const body = lines.slice(1).map((line) => line.split(","));
  const data = new Float32Array(body.length * (head.length - 1));
  body.forEach((line, row) => line.slice(1).forEach((text, at) => (data[row * (head.length - 1) + at] = Number(text))));
  const mouse = assayOf({
    values: { layout: "dense", data },
    features: tableOf(
      textColumn(
        "gene",
        body.map((line) => (line[0] as string).replaceAll('"', "")),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        head.slice(1).map((text) => text.replaceAll('"', "")),
      ),
    ),
    scale: "counts",
    featureNoun: "gene",
  });
  const kept = await assay(mouse, [{ verb: "filter-features", rule: { by: "total", above: 5 } }]);
  expect([mouse.featureCount, kept.featureCount]).toEqual([41786, 27430]);
  const steps = [
    { verb: "filter-features", rule: { by: "total", above: 5 } },
    { verb: "log-cpm" },
    { verb: "top-variable", count: 500 },
  ];
  const [a, b] = [await assay(mouse, steps), await assay(mouse, steps)];
  expect(a.featureCount).toBe(500);
  expect(digestOfArtifact(a)).toBe(digestOfArtifact(b));
});

test("its words say what it does, with numbers once they are known", () => {
  const spec = transform.schema.parse({
    from,
    steps: [
      { id: "a", verb: "filter-features", rule: { by: "count", min: 10, samples: 3 } },
      { id: "b", verb: "log-cpm" },
    ],
  }) as TransformSpec;
  const context: WordsContext = {
    locale: "en",
    nameOf: () => "counts",
    summaryOf: () => ({ type: "assay", shape: [41786, 22], detail: { featureNoun: "gene", scale: "counts" } }),
  };
  expect(transform.words(spec, context)).toBe("keeps genes with at least 10 reads in 3 samples; log2(CPM + 1)");
  const known = { ...context, own: { type: "assay", shape: [12304, 22] } } as const;
  expect(transform.words(spec, known)).toBe(
    "keeps 12\u2009304 of 41\u2009786 genes with at least 10 reads in 3 samples; log2(CPM + 1)",
  );
  expect(transform.words(spec, { ...known, locale: "ru" })).toContain("генов");
  expect(transform.suggestName(spec, context)).toBe("counts_logcpm");
});

test.each([
  ["en", "rename columns: choose a column; sort: choose a column; filter rows: enter a value; join a table: choose a table"],
  [
    "ru",
    "переименовать столбцы: выберите столбец; сортировать: выберите столбец; отобрать строки: введите значение; присоединить таблицу: выберите таблицу",
  ],
] as const)("a step that is not filled in yet says what is still to be chosen (%s)", (locale, said) => {
  const where = { all: [{ column: "sex", is: "=", value: "" }] };
  const steps = [{ verb: "rename" }, { verb: "sort" }, { verb: "filter", where }, { verb: "join" }];
  const spec = transform.schema.parse({ from, steps }) as TransformSpec;
  const context: WordsContext = { locale, nameOf: () => "counts", summaryOf: () => ({ type: "table", shape: [3, 2] }) };
  expect(transform.words(spec, context)).toBe(said);
});

test("ranks on a table ask for their column, on a matrix they are whole; what comes out of a step before is known", () => {
  const words = (type: "table" | "assay", steps: readonly object[]): string =>
    transform.words(transform.schema.parse({ from, steps }) as TransformSpec, {
      locale: "en",
      nameOf: () => "counts",
      summaryOf: () => ({ type, shape: [3, 2], detail: { featureNoun: "protein" } }),
    });
  expect(words("table", [{ verb: "rank" }])).toBe("ranks: choose a column");
  expect(words("assay", [{ verb: "rank" }])).toBe("ranks of proteins within each sample");
  expect(words("assay", [{ verb: "to-table" }, { verb: "rank" }])).toMatch(/; ranks: choose a column$/);
});

test("what is doubtful in a step is said once in the log and stands beside the step, without values", async () => {
  const ct = tableOf(textColumn("ct", ["9.5", "31.2", "Undetermined", "10.1", "100.4"]));
  const values = [
    { name: "lo", take: "min", column: "ct" },
    { name: "hi", take: "max", column: "ct" },
  ];
  const logged: string[] = [];
  const result = await execute(transform.schema.parse({ from, steps: [{ id: "s", verb: "summarise", values }] }), {
    input: () => ct,
    valueOf: (field: unknown) => field,
    progress: () => undefined,
    log: (line: string) => void logged.push(line),
    signal: new AbortController().signal,
  } as unknown as ExecuteContext);
  expect(logged).toEqual([expect.stringContaining("Step 1: ct is text, although most of its values are numbers")]);
  const report = result.ok ? (result.value["steps"] as Report) : null;
  const { steps } = (report?.body ?? {}) as { readonly steps?: readonly { readonly doubts?: unknown }[] };
  expect(steps?.[0]?.doubts).toEqual([{ key: "transform.text-like-numbers", params: { step: 1, column: "ct" } }]);
});

describe("scales are obeyed", () => {
  const offers = (found: Awaited<ReturnType<typeof refusal>>) => [found.reason, found.fix];
  const off = (step: number) => ({ path: ["steps", step, "off"], value: true });
  test.each([2, 10, "e"])("a logarithm (base %s) of a logarithm is refused, with the step to switch off", async (base) => {
    const found = await refusal(counts, [{ verb: "log", base }, { verb: "log" }]);
    expect(offers(found)).toEqual(["transform.scale-log", off(1)]);
    expect(found.sentence).toMatch(/^Step 2: the matrix holds (log2|log10|ln) already, and a logarithm of that means nothing/);
  });
  test("counts per million and filters of reads are refused on logarithms and z-scores", async () => {
    for (const verb of ["cpm", "log-cpm"])
      expect(offers(await refusal(counts, [{ verb: "log-cpm" }, { verb }]))).toEqual(["transform.scale-cpm", off(1)]);
    const found = await refusal(counts, [{ verb: "log-cpm" }, { verb: "filter-features" }]);
    expect(offers(found)).toEqual(["transform.scale-filter", off(1)]);
    expect((await refusal(counts, [{ verb: "z-score" }, { verb: "cpm" }])).reason).toBe("transform.scale-cpm");
  });
  // R 4.2.2: scale(c(4, 4, 4)) is NaN NaN NaN, scale(3) is NaN.
  test("z-scores of features that do not vary stand as 0 and are counted; of one sample they are refused", async () => {
    const data = Float32Array.of(1, 2, 3, 4, 4, 4, Number.NaN, 5, Number.NaN);
    const three: Assay = {
      ...counts,
      featureCount: 3,
      sampleCount: 3,
      values: { layout: "dense", data },
      features: tableOf(textColumn("gene", ["a", "b", "c"])),
      samples: tableOf(textColumn("sample", ["s1", "s2", "s3"])),
    };
    const result = await run(three, [{ verb: "z-score" }]);
    if (!result.ok) throw new Error("refused");
    const z = (result.value["out"] as Assay).values.data;
    expect([...z]).toEqual([-1, 0, 1, 0, 0, 0, Number.NaN, 0, Number.NaN]);
    const [said] = await doubtsOf(three, [{ verb: "z-score" }]);
    expect(said).toContain("2 of 3 rows (gene) do not vary between the samples");
    const one: Assay = { ...three, featureCount: 1, sampleCount: 1, values: { layout: "dense", data: Float32Array.of(3) } };
    const alone = { ...one, features: tableOf(textColumn("gene", ["a"])), samples: tableOf(textColumn("sample", ["s1"])) };
    expect((await refusal(alone, [{ verb: "z-score" }])).sentence).toContain("The matrix has one sample");
  });
  test("numbers of an unknown scale, and counts per million, are taken", async () => {
    expect((await assay({ ...counts, scale: "unknown" }, [{ verb: "log" }])).scale).toBe("log2");
    expect((await assay(counts, [{ verb: "cpm" }, { verb: "log" }])).scale).toBe("log2-cpm");
    expect((await assay(counts, [{ verb: "log", base: 10 }])).scale).toBe("log10");
  });
  test("a floor is what lower values are raised to first, also where zeros are not kept", async () => {
    const expected = [4, 4, Math.log2(20), 4, 4, 4, Math.log2(90), Math.log2(95), Math.log2(80), 4, 4, 4].map(Math.fround);
    const step = { verb: "log", floor: 16, prior: 0 };
    for (const one of [counts, sparse]) expect([...denseData(await assay(one, [step]))]).toEqual(expected);
    const negative = {
      ...counts,
      scale: "unknown" as const,
      values: { layout: "dense" as const, data: Float32Array.of(-28400, -1, 0, 15, 16, 32, Number.NaN, 1, 1, 1, 1, 1) },
    };
    expect([...denseData(await assay(negative, [step]))].slice(0, 7)).toEqual([4, 4, 4, 4, 4, 5, Number.NaN]);
    expect((await refusal(negative, [{ verb: "log" }])).sentence).toContain("there is no logarithm");
  });
});

// Unicode Standard Annex 15: NFC.
test("compose and trim make one of texts that look alike", async () => {
  const found = tableOf(textColumn("g", ["Ren\u00e9", " Rene\u0301 "]));
  const made = await table(found, [{ verb: "derive", name: "h", formula: "compose(trim(g))" }]);
  expect(columnTexts(made, "h")).toEqual(["Ren\u00e9", "Ren\u00e9"]);
});

test("a comparison of a text with a number names the column, the cells that are no numbers, and what reads them", async () => {
  const found = tableOf(textColumn("gene", ["a", "b", "c"]), textColumn("p adj", ["0.01", "<2e-16", "0.9"]));
  const { sentence } = await refusal(found, [{ verb: "filter", where: "`p adj` < 0.05" }]);
  expect(sentence).toContain("p adj is text: 1 cell of it is no number (<2e-16)");
  const read = 'number(replace(`p adj`, "<", ""))';
  expect(sentence).toContain(read);
  expect(columnTexts(await table(found, [{ verb: "filter", where: `${read} < 0.05` }]), "gene")).toEqual(["a", "b"]);
  expect((await refusal(found, [{ verb: "filter", where: "gene < 5" }])).sentence).toContain(
    "gene is text: 3 cells of it are no numbers (a, b, c)",
  );
});

describe("what is not a number is missing", () => {
  const numbers = tableOf(numberColumn("x", [4, 0, -1, null, Number.NaN]));
  const derived = async (formula: string) => {
    const found = await table(numbers, [{ verb: "derive", name: "y", formula }]);
    return rows(found).map((row) => row[1]);
  };
  test("0/0 and roots of negative numbers answer missing, 1/0 an infinite number", async () => {
    expect(await derived("x / x")).toEqual([1, null, 1, null, null]);
    expect(await derived("sqrt(x)")).toEqual([2, 0, null, null, null]);
    expect(await derived("1 / x")).toEqual([0.25, "Infinity", -1, null, null]);
  });
  test("not of a comparison with it does not hold, and a missing test of if answers missing", async () => {
    expect(await derived("not (sqrt(x) > 1)")).toEqual([false, true, null, null, null]);
    expect(await derived('if(sqrt(x) > 1, "high", "low")')).toEqual(["high", "low", null, null, null]);
    expect(await derived("is_nan(x)")).toEqual(await derived("is_missing(x)"));
    expect(await derived("is_infinite(1 / x)")).toEqual([false, true, false, false, false]);
    expect(await derived("coalesce(sqrt(x), 0)")).toEqual([2, 0, 0, 0, 0]);
  });
  test("it is dropped, filled and left out of sums like any missing value", async () => {
    expect((await table(numbers, [{ verb: "drop-missing" }])).rowCount).toBe(3);
    const filled = await table(numbers, [{ verb: "fill-missing", columns: ["x"], fill: { by: "mean" } }]);
    expect(rows(filled).flat()).toEqual([4, 0, -1, 1, 1]);
    const values = ["count", "mean", "sd"].map((take) => ({ name: take, take, column: "x" }));
    expect(rows(await table(numbers, [{ verb: "summarise", values }]))).toEqual([[3, 1, expect.closeTo(Math.sqrt(7), 12)]]);
  });
  test("the deviation of numbers around 1e9 keeps its digits", async () => {
    const far = tableOf(numberColumn("x", [1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.4]));
    const values = [{ name: "sd", take: "sd", column: "x" }];
    // numpy 1.24: std(ddof=1) of these doubles.
    expect(rows(await table(far, [{ verb: "summarise", values }]))[0]?.[0]).toBeCloseTo(0.15275249455030648, 9);
  });
});

test("a pivot says in how many cells several rows met, and a join how many rows stand several times", async () => {
  const said = (data: Table, step: JsonObject, others = {}) => doubtsOf(data, [step], others);
  const long = tableOf(
    textColumn("id", ["S1", "S1", "S1", "S2"]),
    textColumn("key", ["A", "A", "B", "A"]),
    numberColumn("v", [1, 5, 2, 3]),
  );
  expect(await said(long, { verb: "pivot", names: "key", values: "v" })).toEqual([
    "Step 1: in 1 of 3 cells several rows meet; the first is taken, and 1 value of v is not in the table. Choose another value to take (mean, sum), or a column that tells the rows apart.",
  ]);
  expect(await said(long, { verb: "pivot", names: "key", values: "v", take: "mean" })).toEqual([]);
  const other = tableOf(textColumn("id", ["S1", "S1", "S3"]), textColumn("site", ["u", "v", "w"]));
  const join = { verb: "join", with: { ref: "cell_other" }, on: [{ left: "id", right: "id" }] };
  expect(await said(long, join, { cell_other: other })).toEqual([
    "Step 1: 3 of 4 rows have several matches in the other table and stand several times now: 3 rows more. If each should stand once, keep one row of each key there first, or join by more columns.",
  ]);
  expect(await said(long, { ...join, how: "semi" }, { cell_other: other })).toEqual([]);
});

describe("names in formulas", () => {
  const areas = tableOf(numberColumn("mean area", [4, 9]), numberColumn("mean radius", [2, 3]));
  const fixOf = async (step: { readonly verb: string }) => (await refusal(areas, [step])).fix;
  test("names with blanks that stand bare are put into backticks by one click, in a new column and in a filter", async () => {
    expect(await fixOf({ verb: "derive", name: "y", formula: "mean area / mean radius" } as never)).toEqual({
      path: ["steps", 0, "formula"],
      value: "`mean area` / `mean radius`",
    });
    expect(await fixOf({ verb: "filter", where: "mean area > 5" } as never)).toEqual({
      path: ["steps", 0, "where"],
      value: "`mean area` > 5",
    });
  });
  test("a name that is not there is replaced by what is near by one click", async () => {
    expect(await fixOf({ verb: "derive", name: "y", formula: "2 * mean_area" } as never)).toEqual({
      path: ["steps", 0, "formula"],
      value: "2 * `mean area`",
    });
    expect(await fixOf({ verb: "filter", where: "is_missin(`mean radius`)" } as never)).toEqual({
      path: ["steps", 0, "where"],
      value: "is_missing(`mean radius`)",
    });
  });
});
