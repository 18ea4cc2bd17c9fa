// What outputs tell of individuals, as their kinds say it: each shape of figure, table and report. And that what says
// nothing stays closed.

import { expect, test } from "vitest";
import type { Artifact } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import type { Behind, ColumnMeaning, Disclosure } from "../contract/disclosure.ts";
import { disclosureOf } from "../disclosure-of.ts";
import { kindOf, kinds } from "../kinds.ts";
import { examplesOfPort } from "../testing/example-artifacts.ts";

const figure = (data: readonly JsonObject[], layout: JsonObject = {}): Artifact => ({
  type: "figure",
  data,
  layout,
  alt: "",
  marks: 1,
});
const f8 = (...values: number[]): Json => ({
  dtype: "f8",
  bdata: Buffer.from(Float64Array.from(values).buffer).toString("base64"),
});
const report = (name: string, body: JsonObject): Artifact => ({ type: "report", report: name, body });

interface Asked {
  readonly port?: string;
  readonly columns?: readonly ColumnMeaning[];
  readonly value?: Json;
}
function told(
  kind: string,
  spec: JsonObject,
  artifact: Artifact,
  { port = "out", columns, value }: Asked = {},
): Disclosure | null {
  return disclosureOf(kind, { spec, port, artifact, columns: columns ?? null, valueOf: () => value });
}
const behind = (...asked: Parameters<typeof told>): Behind | undefined => told(...asked)?.behind;
const sizes = (...asked: Parameters<typeof told>): readonly number[] | string | undefined => {
  const found = behind(...asked);
  return found?.of === "groups" ? found.sizes : found?.of;
};
const chart = (type: string): JsonObject => ({ chart: { type } });

test("n under a box, n beside a bar, the rows of a histogram's bar and the n of a heatmap's field are groups", () => {
  const annotations = [{ text: "n = 11", meta: "n" }, { text: "4", meta: "n" }, { text: "p = 3" }];
  expect(sizes("chart", chart("box"), figure([{ type: "box" }], { annotations }))).toEqual([11, 4]);
  expect(sizes("chart", chart("bar"), figure([{ type: "bar", y: f8(0.5, 0.7), customdata: [3, 9] }]))).toEqual([3, 9]);
  expect(
    sizes(
      "chart",
      { ...chart("histogram"), x: "age" },
      figure([{ type: "bar", y: f8(2, 0, 8), customdata: ["1 – 2", "2 – 3", "3 – 4"] }]),
    ),
  ).toEqual([2, 8]);
  expect(
    sizes(
      "chart",
      { ...chart("heatmap"), x: "sex", y: "stage", color: null },
      figure([
        {
          type: "heatmap",
          customdata: [
            [1, 0],
            [7, 5],
          ],
        },
      ]),
    ),
  ).toEqual([1, 7, 5]);
});

test("points, lines and the fields of a matrix are individuals, whatever a column is called; numbers of a matrix are no counts of them", () => {
  for (const type of ["point", "line"])
    expect(sizes("chart", chart(type), figure([{ type: "scatter", y: f8(1, 2) }]))).toBe("individuals");
  expect(sizes("chart", { ...chart("heatmap"), y: null }, figure([{ type: "heatmap", z: f8(1, 2) }]))).toBe("individuals");
  const bars = [{ type: "bar", y: f8(2) }];
  const genes = { columns: [{ name: "gene", semantic: "gene" as const }] };
  expect(sizes("chart", { ...chart("histogram"), x: "age" }, figure(bars), genes)).toEqual([2]);
  expect(sizes("chart", { ...chart("histogram"), x: null }, figure(bars))).toEqual([]);
});

test("what identifies is what a chart draws: a column, the column that a parameter names, any of them where that is not known", () => {
  const columns = [
    { name: "patient", semantic: "identifier" as const },
    { name: "sample", semantic: "sample" as const },
    { name: "age" },
  ];
  const identifying = (spec: JsonObject, value?: Json) =>
    told("chart", { ...chart("point"), ...spec }, figure([]), { columns, ...(value === undefined ? {} : { value }) })
      ?.identifying;
  expect(identifying({ x: "age", y: "patient" })).toEqual(["patient"]);
  expect(identifying({ x: "age", y: "age" })).toEqual([]);
  const picked = { ref: "cell_p" };
  expect(isCellRef(picked)).toBe(true);
  expect(identifying({ x: picked, y: "age" }, "sample")).toEqual(["sample"]);
  expect(identifying({ x: picked, y: "age" })).toEqual(["patient", "sample"]);
});

test("a summary's counts are groups, also under a name of one's own; a table without any is rows of individuals", () => {
  const counted = tableOf(textColumn("sex", ["f", "m"]), integerColumn("patients", [4, 30]));
  const summarise = { id: "s", verb: "summarise", by: ["sex"], values: [{ name: "patients", take: "count" }] };
  expect(sizes("transform", { steps: [summarise] }, counted)).toEqual([4, 30]);
  expect(sizes("transform", { steps: [{ ...summarise, off: true }] }, counted)).toBe("individuals");
  const renamed = { id: "r", verb: "rename", columns: [{ from: "patients", to: "people" }] };
  const people = tableOf(textColumn("sex", ["f", "m"]), integerColumn("people", [4, 30]));
  expect(sizes("transform", { steps: [summarise, renamed] }, people)).toEqual([4, 30]);
  const grouped = { sql: "select sex, count(*) as n from people group by sex" };
  expect(sizes("query", grouped, tableOf(textColumn("sex", ["f", "m"]), integerColumn("n", [2, 8])))).toEqual([2, 8]);
  expect(sizes("query", {}, tableOf(numberColumn("age", [41, 52])))).toBe("individuals");
  expect(sizes("query", {}, tableOf(numberColumn("age", [])))).toEqual([]);
  expect(sizes("query", {}, tableOf(textColumn("gene", ["Xist"], { semantic: "gene" })))).toBe("individuals");
});

test("a column that is called a count and was made by no grouping proves nothing: rows are individuals", () => {
  const written = tableOf(textColumn("sex", ["f", "m"]), integerColumn("n", [100, 100]), integerColumn("count", [100, 100]));
  const derive = { id: "d", verb: "derive", name: "n", formula: "100" };
  const summarise = { id: "s", verb: "summarise", by: ["sex"], values: [{ name: "n", take: "count" }] };
  for (const kind of ["load", "predict", "query"]) expect(sizes(kind, {}, written), kind).toBe("individuals");
  for (const [kind, port] of [
    ["reduce", "out"],
    ["train", "predictions"],
  ] as const)
    expect(sizes(kind, {}, written, { port }), kind).toBe("individuals");
  for (const steps of [
    [derive],
    [summarise, derive],
    [summarise, { id: "f", verb: "fill-missing", columns: ["n"], fill: { by: "value", value: 100 } }],
    // Beside the size of a group stand its members again.
    [summarise, { id: "j", verb: "join", with: { ref: "cell_people" }, on: [{ left: "sex", right: "sex" }] }],
    // How many there are was taken out.
    [summarise, { id: "x", verb: "select", columns: ["sex"] }],
  ])
    expect(sizes("transform", { steps }, written), JSON.stringify(steps)).toBe("individuals");
  expect(sizes("query", { sql: "select *, 100 as n from people" }, written)).toBe("individuals");
});

test("a summary says what it takes: means are of groups, smallest and largest of one individual", () => {
  const values = [
    { name: "n", take: "count" },
    { name: "ages", take: "count", column: "age" },
    { name: "m", take: "mean", column: "age" },
    { name: "top", take: "max", column: "age" },
  ];
  const steps = [{ id: "s", verb: "summarise", by: [], values }];
  const table = tableOf(integerColumn("n", [9]), integerColumn("ages", [8]), numberColumn("m", [40]), numberColumn("top", [61]));
  expect(behind("transform", { steps }, table)).toMatchObject({
    of: "groups",
    sizes: [9, 8],
    statistics: ["count", "mean", "extreme"],
  });
  // How many have an age nobody knows: it may be the age of one.
  const uncounted = [{ id: "s", verb: "summarise", by: [], values: values.filter(({ name }) => name !== "ages") }];
  expect(behind("transform", { steps: uncounted }, table)).toMatchObject({ statistics: ["count", "value", "extreme"] });
});

const column = (more: JsonObject): JsonObject => ({ name: "x", type: "text", missing: 0, distinct: 2, ...more });
const counts = (...list: number[]): JsonObject => ({
  counts: list,
  min: 0,
  max: 1,
  mean: 0,
  sd: 1,
  median: 0,
  q1: 0,
  q3: 1,
  zeros: 0,
});

test("a profile counts values and bins, of a matrix those of its samples; a validation counts its classes and labs", () => {
  const stage = column({ name: "stage", top: [{ value: "IV", count: 2 }], semantic: "category" });
  const age = column({ name: "age", type: "float64", histogram: counts(3, 0, 9) });
  const ids = column({ name: "id", top: [{ value: "P1", count: 1 }], semantic: "identifier" });
  const table = { type: "table", shape: [12, 3], more: 0 };
  expect(sizes("profile", {}, report("profile", { ...table, columns: [stage, age, ids] }))).toEqual([2, 3, 9]);
  const gene = column({ name: "gene", semantic: "gene" });
  expect(sizes("profile", {}, report("profile", { ...table, columns: [stage, gene] }))).toEqual([2]);
  const matrix = { type: "assay", shape: [2, 12], more: 0, missing: 0, zeros: 0, negative: 0, features: [] };
  expect(sizes("profile", {}, report("profile", { ...matrix, columns: [age], samples: [stage] }))).toEqual([2]);
  const validation = {
    target: "sex",
    classes: ["f", "m"],
    rows: 44,
    nPerClass: [40, 4],
    pooled: { nPerClass: [40, 4] },
    folds: [{ name: "1", nPerClass: [4, 1] }],
    labs: [{ nPerClass: [3, 0] }],
  };
  expect(sizes("train", {}, report("cross-validation", validation), { port: "report" })).toEqual([40, 4, 40, 4, 3]);
});

test("a sample that was picked, and a value of a column of names, are individuals; a gene and a number are not", () => {
  const columns = [{ name: "sample", semantic: "sample" as const }, { name: "sex" }];
  const parameter = (control: JsonObject, value: Json) =>
    told("parameter", { control, value }, { type: "value", value }, { columns })?.identifying;
  expect(parameter({ type: "sample" }, "P17")).toEqual(["sample"]);
  expect(parameter({ type: "choice", column: "sample" }, "P17")).toEqual(["sample"]);
  expect(parameter({ type: "choice", column: "sex" }, "f")).toEqual([]);
  expect(parameter({ type: "feature" }, "Xist")).toEqual([]);
  expect(parameter({ type: "sample" }, null)).toEqual([]);
});

test("a kind, a spec and a port that this release does not know stay closed", () => {
  expect(told("from-elsewhere", {}, tableOf())).toBeNull();
  expect(told("constructor", {}, tableOf())).toBeNull();
  expect(told("load", { from: "the future" }, tableOf())).toBeNull();
  expect(told("load", {}, tableOf(), { port: "elsewhere" })).toBeNull();
});

test("what no kind says stays closed: another report, a body of another form, a port that is none, a type that is not its own", () => {
  expect(told("profile", {}, report("survival", { rows: 3 }))).toBeNull();
  expect(told("profile", {}, report("profile", { columns: "all" }))).toBeNull();
  expect(told("transform", {}, report("profile", {}), { port: "steps" })).toBeNull();
  for (const kind of ["chart", "transform", "train", "reduce"])
    expect(told(kind, {}, tableOf(), { port: "no-such-port" })).toBeNull();
  const matrix = assayOf({
    values: { layout: "dense", data: Float32Array.of(1) },
    features: tableOf(textColumn("gene", ["Xist"])),
    samples: tableOf(textColumn("sample", ["P1"], { semantic: "sample" })),
  });
  expect(told("chart", {}, matrix)).toBeNull();
  expect(told("load", {}, matrix)).toEqual({ identifying: ["sample"], behind: { of: "individuals" } });
  expect(told("load", {}, { type: "value", value: 1 })).toBeNull();
});

test("every kind says it of every port: nothing of it opens by a type that it does not make", () => {
  for (const kind of Object.keys(kinds))
    for (const { name } of kindOf(kind)?.outputs ?? [])
      expect(told(kind, {}, report("no-such-report", {}), { port: name }), `${kind}.${name}`).toBeNull();
});

test("every kind has declared every port: of what it may give it says what it tells", () => {
  for (const name of Object.keys(kinds)) {
    const kind = kindOf(name) as NonNullable<ReturnType<typeof kindOf>>;
    for (const { name: port } of kind.outputs)
      for (const artifact of examplesOfPort(kind, port))
        expect(told(name, {}, artifact, { port }), `${name}.${port}`).not.toBeNull();
  }
});

test("rows that a figure says it left out are a group like others; totals of categories are told beside the sizes", () => {
  const layout = {
    xaxis: { ticktext: ["f", "m"] },
    meta: {
      notes: [
        { key: "chart.note-missing", params: { n: 1, rows: 13 } },
        { key: "chart.note-rest", params: { n: 7 } },
      ],
    },
  };
  const bars = figure([{ type: "bar", x: f8(0, 1), y: f8(0.5, 0.7), customdata: [5, 7] }], layout);
  expect(behind("chart", { ...chart("bar"), x: "sex" }, bars)).toEqual({
    of: "groups",
    sizes: [5, 7, 1],
    statistics: ["count"],
    totals: { "": 12, "sex = f": 5, "sex = m": 7 },
  });
});

test("the number of rows that a note says inline is that of a group; a number of columns or genes is none", () => {
  const spec = { text: "{{one.rows}} of {{all.samples}}, {{all.genes}} genes, {{all.columns}}" };
  const note: Artifact = { type: "value", value: { markdown: "", template: "", values: [1, 40, 12_000, 3] } };
  const types: { [name: string]: "table" | "assay" } = { one: "table", all: "assay" };
  const asked = { spec, port: "out", artifact: note, columns: null, valueOf: () => undefined };
  const told = (of: object) => disclosureOf("note", { ...asked, ...of })?.behind;
  expect(told({ typeNamed: (name: string) => types[name] })).toMatchObject({ of: "groups", sizes: [1, 40, 3] });
  expect(told({ typeNamed: () => "table" })).toMatchObject({ sizes: [1] });
  expect(told({}), "where nobody knows what is counted").toMatchObject({ sizes: [1, 40, 3] });
});
