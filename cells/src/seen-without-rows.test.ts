// What is seen without rows, statistic by statistic, and what a figure or a report loses.

import { expect, test } from "vitest";
import type { Artifact, Figure } from "./artifacts/artifact.ts";
import { drawsCategories } from "./artifacts/categories.ts";
import { numberColumn, tableOf, textColumn } from "./artifacts/table.ts";
import { areSafe, type Statistic } from "./artifacts/told-of-individuals.ts";
import type { Json, JsonObject } from "./base/json.ts";
import { type Carried, together, afterStep, closed, noRows } from "./contract/carried.ts";
import { kindOf } from "./kinds.ts";
import { componentsReport } from "./reports/components/report.ts";
import { type PersonsBehind, seenWithoutRows } from "./seen-without-rows.ts";
import { drawChart } from "./testing/draw-chart.ts";

const bars = (counts: readonly number[], more: JsonObject = {}): Artifact => ({
  type: "figure",
  data: [{ type: "bar", x: counts.map((_, at) => at), customdata: [...counts], ...more }],
  layout: { xaxis: { ticktext: counts.map((_, at) => `group ${at}`) } },
  alt: "",
  marks: counts.length,
});
const whole: Carried = { rows: "whole", named: true };
const persons = (more: Partial<PersonsBehind> = {}): PersonsBehind => ({
  least: 5,
  rowsEach: 1,
  carried: whole,
  groups: null,
  ...more,
});
const seen = (
  artifact: Artifact,
  {
    kind = "chart",
    of = persons(),
    ...more
  }: {
    readonly kind?: string;
    readonly of?: PersonsBehind | null;
    readonly spec?: JsonObject;
    readonly released?: boolean;
    readonly port?: string;
  } = {},
) => {
  const found = seenWithoutRows({
    kind,
    spec: { chart: { type: "bar" }, x: "sex" },
    port: "out",
    artifact,
    columns: null,
    valueOf: () => undefined,
    persons: of,
    released: false,
    ...more,
  });
  return "artifact" in found ? "seen" : found.not;
};

test("counts, shares, means, medians, densities and validated metrics may be told of a large group; nothing else may (P-12)", () => {
  const all = [
    "count",
    "share",
    "mean",
    "median",
    "density",
    "validated",
    "extreme",
    "step",
    "value",
    "text",
  ] as const satisfies readonly Statistic[];
  expect(all.filter((statistic) => areSafe([statistic]))).toEqual(["count", "share", "mean", "median", "density", "validated"]);
  expect(areSafe(["count", "extreme"])).toBe(false);
});

test("a mark needs as many persons as the lab wants: rows of one person count once (P-12)", () => {
  expect(seen(bars([5, 9]))).toBe("seen");
  expect(seen(bars([4, 9]))).toBe("release");
  expect(seen(bars([9, 14]), { of: persons({ rowsEach: 2 }) })).toBe("release");
  expect(seen(bars([10, 14]), { of: persons({ rowsEach: 2 }) })).toBe("seen");
  expect(seen(bars([99, 99]), { of: persons({ rowsEach: null }) })).toBe("release");
  expect(seen(bars([99, 99]), { of: persons({ carried: closed }) })).toBe("release");
  expect(seen(bars([]))).toBe("release");
  expect(seen(bars([4]), { released: true })).toBe("seen");
});

test("of groups it is the groups that are judged, and of nobody nothing is", () => {
  const groups: Carried = { rows: "groups", named: true };
  const told = (sizes: readonly number[], statistics: readonly Statistic[] = ["count", "mean"]) =>
    persons({ carried: groups, groups: { identifying: [], behind: { of: "groups", sizes, statistics } } });
  const points: Artifact = { type: "figure", data: [{ type: "scatter", x: [1], y: [2] }], layout: {}, alt: "", marks: 1 };
  const spec = { chart: { type: "point" }, x: "n", y: "mean_age" };
  expect(seen(points, { spec, of: told([5, 30]) })).toBe("seen");
  expect(seen(points, { spec, of: told([4, 30]) })).toBe("release");
  expect(seen(points, { spec, of: told([30], ["extreme"]) })).toBe("release");
  expect(seen(points, { spec, of: persons({ carried: groups }) })).toBe("release");
  expect(seen(points, { spec })).toBe("release");
  expect(seen(points, { spec, of: persons({ carried: noRows, rowsEach: null }) })).toBe("seen");
});

test("of data that are not about persons a figure has at most 50 categories, none as long as a row, and no hover (P-4)", () => {
  expect(seen(bars(Array.from({ length: 50 }, () => 1)), { of: null })).toBe("seen");
  expect(seen(bars(Array.from({ length: 90 }, () => 1)), { of: null })).toBe("release");
  const long = bars([1], { name: "P1, 41, yes; ".repeat(40) });
  expect(long.type === "figure" && drawsCategories(long)).toBe(false);
  expect(seen(long, { of: null })).toBe("release");
  const point: Artifact = {
    type: "figure",
    data: [{ type: "scatter", x: [1], y: [2], text: ["P1"], hovertemplate: "%{text}<br>%{y}" }],
    layout: {},
    alt: "",
    marks: 1,
  };
  const found = seenWithoutRows({
    kind: "chart",
    spec: { chart: { type: "point" }, x: "a", y: "b" },
    port: "out",
    artifact: point,
    columns: null,
    valueOf: () => undefined,
    persons: null,
    released: false,
  });
  expect(found).toMatchObject({ artifact: { data: [{ type: "scatter", hoverinfo: "skip" }] } });
  expect(JSON.stringify(found)).not.toMatch(/P1|hovertemplate/);
});

test("nor has what it says of a panel, in the text alternative or in a note, nor what pointing at a bar of lists says (P-4)", async () => {
  const long = "P1, 41, yes; ".repeat(10);
  const table = (site: string) =>
    tableOf(
      textColumn("site", ["near", "near", "near", site]),
      numberColumn("y", [1, 2, 3, site === "other" ? null : 4]),
      textColumn("member", ["a", "b", "c", "d"], { semantic: "identifier" }),
    );
  const of = async (site: string, spec: JsonObject) => drawsCategories((await drawChart(table(site), spec)).out);
  const panels = { chart: { type: "bar" }, x: "y", facet: "site" };
  expect(await of("far", panels)).toBe(true);
  expect(await of(long, panels)).toBe(false);
  const lists = { chart: { type: "sets", shows: "upset" }, x: "site" };
  expect(await of("far", lists)).toBe(true);
  expect(await of(long.slice(0, 100), lists)).toBe(false);
  const said = (params: JsonObject): Figure => ({
    ...(bars([1]) as Figure),
    layout: { meta: { alt: { key: "a", params: { p1: { key: "b", params } } }, notes: [{ key: "c", params }] } },
  });
  const holds = (params: JsonObject): boolean => drawsCategories(said(params));
  expect(holds({ panel: "a", said: { key: "d", params: { parts: ["a 1", "b 2"] } } })).toBe(true);
  expect(holds({ panel: "a", said: { key: "d", params: { parts: [long] } } })).toBe(false);
  expect(holds({ panels: [long] })).toBe(false);
});

test("an axis of identifiers names rows, however few they are; a column that nobody took for one is one of categories", () => {
  const columns = [{ name: "patient", semantic: "identifier" as const }, { name: "sex" }];
  const question = {
    kind: "chart",
    port: "out",
    artifact: bars([1, 1]),
    columns,
    valueOf: () => undefined,
    persons: null,
    released: false,
  };
  expect(seenWithoutRows({ ...question, spec: { chart: { type: "bar" }, x: "patient" } })).toEqual({ not: "release" });
  expect(seenWithoutRows({ ...question, spec: { chart: { type: "bar" }, x: "sex" } })).toMatchObject({
    artifact: { type: "figure" },
  });
  // Which column a parameter names is not known: it may be any.
  expect(seenWithoutRows({ ...question, spec: { chart: { type: "bar" }, x: { ref: "cell_p" } } })).toEqual({ not: "release" });
});

test("of data that are not about persons a profile keeps the values of categories, and of names how many they are", () => {
  const column = (name: string, distinct: number): JsonObject => ({
    name,
    type: "text",
    missing: 0,
    distinct,
    top: [{ value: `${name} 1`, count: 1 }],
  });
  const report: Artifact = {
    type: "report",
    report: "profile",
    body: { type: "table", shape: [90, 2], more: 0, columns: [column("sex", 2), column("who", 90)] },
  };
  const found = seenWithoutRows({
    kind: "profile",
    spec: {},
    port: "out",
    artifact: report,
    columns: null,
    valueOf: () => undefined,
    persons: null,
    released: false,
  });
  expect(JSON.stringify(found)).toContain("sex 1");
  expect(JSON.stringify(found)).not.toContain("who 1");
});

test("the validation of a model is seen without its curve, its folds and its features where classes and labs are large (P-12)", () => {
  const body = (nPerClass: number[], dropped = 0): JsonObject => ({
    target: "sex",
    classes: ["f", "m"],
    rows: 40,
    dropped,
    nPerClass,
    pooled: { nPerClass, accuracy: 0.9 },
    folds: [{ name: "1", nPerClass: [4, 4] }],
    labs: [],
    roc: [{ class: "m", fpr: [0, 0.05], tpr: [0, 1] }],
    importance: [{ feature: "Xist", share: 1 }],
  });
  const report = (of: JsonObject): Artifact => ({ type: "report", report: "cross-validation", body: of });
  const question = {
    kind: "train",
    spec: { target: "sex" },
    port: "report",
    columns: null,
    valueOf: () => undefined,
    released: false,
  };
  const found = seenWithoutRows({ ...question, artifact: report(body([20, 20])), persons: persons() });
  expect(found).toMatchObject({ artifact: { body: { rows: 40, pooled: { accuracy: 0.9 }, folds: [] } } });
  expect(JSON.stringify(found)).not.toMatch(/roc|importance|fpr/);
  for (const small of [body([20, 4]), body([20, 20], 1)])
    expect(seenWithoutRows({ ...question, artifact: report(small), persons: persons() })).toEqual({ not: "release" });
});

test("of rows that were left out it is seen how many and in which columns, not how many of each; few of them wait (P-8, P-12)", () => {
  const leftOut = (n: number, ...columns: number[]): JsonObject => ({
    key: "learn.doubt-left-out",
    params: { n, rows: 48, columns: columns.map((rows, at) => `${"ab"[at]} (${rows})`), more: "" },
    rows: [n, ...columns],
  });
  const positive = { key: "learn.doubt-positive", params: { classes: ["f", "m"], class: "f" } };
  const copies = { key: "learn.doubt-copies", params: { n: 2, rows: 40, split: 2 }, rows: [2, 2] };
  const seenOf = (kind: string, name: string, body: JsonObject) =>
    seenWithoutRows({
      kind,
      spec: {},
      port: "report",
      columns: null,
      valueOf: () => undefined,
      released: false,
      persons: persons(),
      artifact: { type: "report", report: name, body },
    });
  const bodies: readonly (readonly [string, string, (said: JsonObject[], n: number) => JsonObject])[] = [
    [
      "reduce",
      "components",
      (doubts, n) => ({ method: "pca", rows: 40, features: 3, share: [1], variance: [1], dropped: n, doubts }),
    ],
    ["predict", "prediction", (doubts, n) => ({ rows: 48, unanswered: n, doubts })],
    [
      "train",
      "cross-validation",
      (doubts, n) => ({
        target: "sex",
        classes: ["f", "m"],
        rows: 40,
        dropped: n,
        nPerClass: [20, 20],
        pooled: { nPerClass: [20, 20] },
        folds: [],
        labs: [],
        doubts,
      }),
    ],
  ];
  for (const [kind, name, body] of bodies) {
    const found = seenOf(kind, name, body([leftOut(8, 6, 2), copies, positive], 8));
    expect(found, name).toMatchObject({ artifact: { body: { doubts: [{ params: { n: 8, columns: ["a", "b"] } }, positive] } } });
    expect(JSON.stringify(found), name).not.toMatch(/\(6\)|\(2\)|copies/);
    expect(seenOf(kind, name, body([leftOut(1, 1)], 1)), name).toEqual({ not: "release" });
  }
});

test("of steps it is seen how many individuals went in and out, and no doubt that counts some of them (P-12)", () => {
  const counts = { key: "step-log-cpm.missing-counts", params: { step: 1, count: 1, samples: 1 } };
  const plain = { key: "transform.all-parts", params: { step: 1, column: "part" } };
  const seenOf = (samples: number, doubts: JsonObject[]) =>
    seenWithoutRows({
      kind: "transform",
      spec: { steps: [{ verb: "log-cpm" }] },
      port: "steps",
      columns: null,
      valueOf: () => undefined,
      released: false,
      persons: persons(),
      artifact: {
        type: "report",
        report: "steps",
        body: {
          steps: [
            {
              step: 1,
              verb: "log-cpm",
              in: { type: "assay", rows: 300, columns: samples },
              out: { type: "assay", rows: 300, columns: samples },
              doubts,
            },
          ],
        },
      },
    });
  // What a recipe promises and one row breaks is a sentence within one.
  const broken = { key: "features.test-range", params: { column: "age", n: 1, of: 40 } };
  const promise = { key: "step-recipe.promise-doubt", params: { step: 1, what: broken } };
  expect(JSON.stringify(seenOf(40, [promise, plain]))).not.toContain("test-range");
  const found = seenOf(40, [counts, plain]);
  expect(found).toMatchObject({ artifact: { body: { steps: [{ doubts: [plain] }] } } });
  expect(JSON.stringify(found)).not.toContain("missing-counts");
  // Samples are the individuals of a matrix, and genes are none.
  expect(seenOf(3, [])).toEqual({ not: "release" });
});

test("what a dashboard's report tells of few rows counts as a group, in all and by column (P-8)", () => {
  const doubts = [{ key: "learn.doubt-left-out", params: { columns: ["a (6)", "b (2)"] }, rows: [8, 6, 2] }];
  const body = { method: "pca", rows: 40, features: 3, share: [1], variance: [1], dropped: 8, doubts };
  expect(componentsReport.discloses(body)?.behind).toMatchObject({ sizes: [40, 8, 8, 6, 2] });
});

test("a model waits, a table is never seen, and what nobody declared is not either", () => {
  const model = { type: "model", onnx: new Uint8Array(), card: {} } as unknown as Artifact;
  expect(seen(model, { kind: "train", spec: { target: "sex" }, of: null })).toBe("release");
  expect(seen({ type: "table", rowCount: 0, columns: [] }, { kind: "load", spec: {}, of: null, released: true })).toBe("rows");
  expect(seen({ type: "report", report: "survival", body: {} }, { kind: "profile", spec: {}, of: null, released: true })).toBe(
    "undeclared",
  );
  expect(seen(bars([9]), { kind: "from-elsewhere", of: null })).toBe("undeclared");
});

test("rows stay whole through closed steps alone; a condition, a formula, two kinds of rows beside each other make them free", () => {
  expect(afterStep(whole, "rows")).toEqual(whole);
  expect(afterStep(afterStep(whole, "groups"), "rows").rows).toBe("groups");
  expect(afterStep(whole, "names")).toEqual({ rows: "free", named: true });
  expect(afterStep(whole, undefined)).toEqual(closed);
  expect(afterStep(afterStep(whole, "names"), "groups").rows).toBe("free");
  expect(afterStep(afterStep(whole, "groups"), "order").rows).toBe("groups");
  expect(afterStep(whole, "order").rows).toBe("free");
  expect(afterStep(noRows, "names")).toEqual(noRows);
  expect(together([whole, noRows]).rows).toBe("whole");
  expect(together([whole, { rows: "groups", named: true }]).rows).toBe("free");
  expect(together([]).rows).toBe("none");
});

const carriedOf = (kind: string, spec: JsonObject, read: Carried, port = "out") => {
  const known = kindOf(kind);
  const parsed = known?.schema.parse(spec);
  return known?.carries?.(parsed as never, read, port).rows;
};

test("every setting of a load is closed but those that have a reason, and those take no person out (P-12)", () => {
  const set: { readonly [setting: string]: Json } = {
    delimiter: ";",
    header: false,
    ragged: "fill",
    samplesBy: "alias",
    sampleNames: "exact",
    sameSamples: ["P01", "P1"],
    encoding: "windows-1250",
    quotes: "none",
    skip: 1,
    headerRows: 2,
    rowNames: true,
    decimal: "comma",
    thousands: "comma",
    missing: ["27.5"],
    merged: "fill",
    alphabet: "rna",
    qualities: "solexa",
    records: 1,
    layers: ["DS"],
    blocks: "keep",
    build: "GRCh38",
    layer: "counts",
    indexed: "rows",
    duplicates: "suffix",
    annotations: ["P01"],
    summaryRows: "keep",
  };
  const harmless = ["check", "columns", "file", "format", "read", "samplesIn", "sheet", "samples"];
  expect([...Object.keys(set), ...harmless].toSorted()).toEqual(
    Object.keys(kindOf("load")?.schema.parse({}) as object).toSorted(),
  );
  expect(carriedOf("load", {}, together([]))).toBe("whole");
  const open = Object.entries(set).filter(([field, value]) => carriedOf("load", { [field]: value }, together([])) !== "free");
  expect(open).toEqual([]);
  // A sheet as it was read, and one in which a column was left out.
  const samples = { ref: "cell_sheet" };
  expect(carriedOf("load", { samples }, { ...whole, asRead: true })).toBe("whole");
  expect(carriedOf("load", { samples }, afterStep({ ...whole, asRead: true }, "rows"))).toBe("free");
});

test("an option of a step is closed but where the step says that it is harmless; so are features, settings and seeds of a model (P-12)", () => {
  const after = (step: JsonObject) => carriedOf("transform", { steps: [{ id: "s", ...step }] }, whole);
  const rows: readonly JsonObject[] = [
    { verb: "rank", descending: true },
    { verb: "fill-missing", columns: ["age"] },
    { verb: "select", columns: ["age"], action: "drop" },
    { verb: "log", base: 10, prior: 0.5 },
    { verb: "filter-features", rule: { by: "count", min: 10, samples: 3 } },
    { verb: "top-variable", count: 500 },
  ];
  for (const step of rows) expect(after(step), JSON.stringify(step)).toBe("whole");
  const free: readonly JsonObject[] = [
    // Which group comes first then is that of the youngest.
    { verb: "sort", by: [{ column: "age", descending: false }] },
    { verb: "rank", column: "age" },
    { verb: "rank", by: ["variant"] },
    { verb: "rank", ties: "first" },
    { verb: "fill-missing", columns: ["age"], fill: { by: "mean" } },
    { verb: "log", prior: 0.7 },
    { verb: "filter-features", rule: { by: "count", min: 11, samples: 3 } },
    { verb: "select-features", features: ["a"] },
    { verb: "top-variable", count: 499 },
    { verb: "top-variable", count: { ref: "cell_p" } },
    { verb: "annotate-samples", with: { ref: "cell_sheet" } },
  ];
  for (const step of free) expect(after(step), JSON.stringify(step)).toBe("free");
  const trained = (more: JsonObject) => carriedOf("train", { target: "sex", ...more }, whole, "report");
  expect(trained({ validation: { type: "k-fold", folds: 5 }, algorithm: { type: "logistic" } })).toBe("whole");
  for (const more of [{ features: ["age"] }, { except: ["age"] }, { seed: 2 }, { topFeatures: 3 }])
    expect(trained(more)).toBe("free");
  expect(carriedOf("reduce", { topFeatures: 0 }, whole, "report")).toBe("whole");
  expect(carriedOf("reduce", { topFeatures: 7 }, whole, "report")).toBe("free");
});

test("how a file was read quotes its cells: it goes with the rows, whoever the data are about, and no release opens it (P-4, P-12, S-6)", () => {
  const reading: Artifact = {
    type: "report",
    report: "reading",
    body: {
      findings: [
        {
          rule: "marks-comma",
          severity: "warning",
          line: null,
          field: null,
          message: { key: "marks.comma", params: { value: "1,50" } },
          fix: { path: ["decimal"], value: "point" },
        },
      ],
    },
  };
  for (const of of [null, persons()])
    for (const released of [false, true])
      expect(seen(reading, { kind: "load", spec: {}, port: "reading", of, released })).toBe("rows");
});

test("steps that were fitted hold what stood in rows: loaded from a recipe they go with the rows, as those of a transform do", () => {
  const fitted: Artifact = {
    type: "report",
    report: "fitted-chain",
    body: { takes: { type: "table", columns: [] }, gives: { type: "table", columns: [] }, steps: [] },
  };
  for (const [kind, port] of [
    ["load", "out"],
    ["transform", "fitted"],
  ] as const)
    for (const of of [null, persons()])
      for (const released of [false, true]) expect(seen(fitted, { kind, spec: {}, port, of, released })).toBe("rows");
});
