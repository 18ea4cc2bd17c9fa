// The chart's rules. Quartiles of Xist are compared with numpy.percentile over GSE96870.

import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Column, Figure, Table } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { CellId } from "../../base/ids.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { isCellRef } from "../../base/refs.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { numberColumn, textColumn } from "../../charts/parts/drawing.ts";
import { execute } from "./execute.ts";
import { numbersOf } from "../../charts/parts/plot-array.ts";
import { chart, type ChartSpec } from "./spec.ts";

const list = <T>(n: number, value: (row: number) => T): T[] => Array.from({ length: n }, (_, row) => value(row));
const from = { ref: "cell_data" as CellId };
const table = (...columns: Column[]): Table => ({
  type: "table",
  rowCount: columns[0]?.type === "text" ? columns[0].codes.length : (columns[0]?.values.length ?? 0),
  columns,
});
const xist = [
  39967, 41866, 37994, 32182, 9, 11, 46877, 10, 39603, 3, 16, 8, 42144, 1, 7, 44090, 40963, 47089, 44, 48685, 23, 41296,
];
const sex = xist.map((value) => (value > 1000 ? "Female" : "Male"));
const ids = xist.map((_, i) => `GSM${i}`);
const mouse: Assay = {
  type: "assay",
  featureCount: 2,
  sampleCount: 22,
  values: { layout: "dense", data: Float32Array.from([...xist, ...xist.map((_, i) => i % 3)]) },
  features: table(textColumn("gene", ["Xist", "Trp53"])),
  samples: table(
    textColumn("sample", ids),
    textColumn("sex", sex),
    numberColumn(
      "mouse",
      xist.map((_, i) => i),
    ),
  ),
  scale: "counts",
  featureNoun: "gene",
};

const draw = async (input: Artifact, spec: JsonObject, values: { [cell: string]: string | string[] | null } = {}) =>
  execute(
    chart.schema.parse({ from, ...spec }) as ChartSpec,
    {
      input: () => input,
      valueOf: (field: unknown) => (isCellRef(field) ? (values[field.ref] ?? null) : field),
      signal: new AbortController().signal,
    } as unknown as ExecuteContext,
  );

async function figure(
  input: Artifact,
  spec: JsonObject,
  values: { [cell: string]: string | string[] | null } = {},
): Promise<{ out: Figure; data: Table }> {
  const result = await draw(input, spec, values);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  return result.value as unknown as { out: Figure; data: Table };
}
async function refusal(input: Artifact, spec: JsonObject, values: { [cell: string]: string | null } = {}) {
  const result = await draw(input, spec, values);
  if (result.ok) throw new Error("drawn");
  return { ...result.error, sentence: failureSentence(result.error, "en") };
}
const trace = (drawn: { out: Figure }, type: string, part?: string): JsonObject =>
  drawn.out.data.find(
    (item) => item["type"] === type && (part === undefined || (item["meta"] as JsonObject)["part"] === part),
  ) as JsonObject;
const columnSum = (data: Table, name: string): number => {
  const column = data.columns.find((each) => each.name === name);
  return column?.type === "float64" ? column.values.reduce((total, value) => total + value, 0) : Number.NaN;
};
const numbers = (item: JsonObject, key: string): number[] => [...numbersOf(item[key] as JsonObject)];

test("Xist by sex is two boxes with NumPy's quartiles, n under each and every sample a point", async () => {
  const drawn = await figure(mouse, { chart: { type: "box" }, y: "Xist", x: "sex", color: "sex" });
  const boxes = drawn.out.data.filter((item) => item["type"] === "box");
  expect(boxes.map((box) => [numbers(box, "q1"), numbers(box, "median"), numbers(box, "q3")].flat())).toEqual([
    [39876, 41581, 44786.75],
    [7.25, 9.5, 14.75],
  ]);
  expect((drawn.out.layout["annotations"] as JsonObject[]).map((note) => note["text"])).toEqual(["n = 12", "n = 10"]);
  expect(drawn.out.marks).toBe(24);
  expect(drawn.data.rowCount).toBe(22);
  expect((drawn.out.layout["yaxis"] as JsonObject)["title"]).toEqual({ text: "Xist, counts" });
  expect(drawn.out.alt).toContain("Female 41\u2009581 (n = 12), Male 9.5 (n = 10)");
});

test("a group of fewer than ten is points and its median, never a box", async () => {
  const nine = table(numberColumn("v", [1, 2, 3, 4, 5, 6, 7, 8, 90]));
  const drawn = await figure(nine, { chart: { type: "box" }, y: "v" });
  expect(drawn.out.data.some((item) => item["type"] === "box")).toBe(false);
  expect(numbers(trace(drawn, "scatter", "median"), "y").slice(0, 2)).toEqual([5, 5]);
  expect(numbers(trace(drawn, "scatter", "points"), "y")).toHaveLength(9);
  const fromWhen =
    "A box is drawn from 10 values on, since of fewer it would invent a distribution: they are points, and a line is their median.";
  expect(drawn.out.alt).toContain(fromWhen);
  const ten = table(numberColumn("v", [1, 2, 3, 4, 5, 6, 7, 8, 9, 90]));
  expect((await figure(ten, { chart: { type: "box" }, y: "v" })).out.alt).not.toContain(fromWhen);
});

test("a figure names no sample unless labels are on; the data of a heatmap of samples, which are rows, always name theirs", async () => {
  for (const type of ["point", "box", "heatmap"]) {
    const spec = { chart: { type }, ...(type === "heatmap" ? { x: "sex" } : { x: type === "box" ? "sex" : "Trp53", y: "Xist" }) };
    const hidden = await figure(mouse, spec);
    expect(JSON.stringify(hidden.out)).not.toContain("GSM");
    expect(hidden.data.columns.some((column) => column.semantic === "sample")).toBe(type === "heatmap");
    const shown = await figure(mouse, { ...spec, labels: true });
    expect(JSON.stringify(shown.out)).toContain("GSM");
  }
});

test("a figure holds no colours: groups are named by their number, so that light and dark both work", async () => {
  const drawn = await figure(mouse, { chart: { type: "point" }, x: "mouse", y: "Xist", color: "sex" });
  expect(JSON.stringify(drawn.out)).not.toMatch(/#[0-9a-f]{6}/i);
  expect(drawn.out.data.map((item) => item["meta"])).toMatchObject([
    { role: "group", group: 0, value: "Female" },
    { role: "group", group: 1, value: "Male" },
  ]);
});

test("axes may come from parameters", async () => {
  const drawn = await figure(mouse, { chart: { type: "box" }, y: { ref: "cell_gene" }, x: "sex" }, { cell_gene: "Xist" });
  expect(trace(drawn, "box")).toBeDefined();
  expect((await refusal(mouse, { y: { ref: "cell_gene" } }, { cell_gene: null })).reason).toBe("chart.parameter-empty");
  const wrong = await refusal(mouse, { y: { ref: "cell_gene" } }, { cell_gene: "Xit" });
  expect(wrong.sentence).toBe("No gene Xit in the matrix. Near: Xist.");
  expect(wrong.fix).toBeUndefined();
});

test("a gene that is not there is answered with its nearest name and a fix", async () => {
  const missing = await refusal(mouse, { y: "p53" });
  expect(missing.sentence).toBe("No gene p53 in the matrix. Near: Trp53.");
  expect(missing.fix).toEqual({ path: ["y"], value: "Trp53" });
});

test("a column that is not there is answered with its nearest name and a fix", async () => {
  const missing = await refusal(table(numberColumn("mouse", [1, 2])), { chart: { type: "histogram" }, x: "mose" });
  expect(missing.sentence).toBe("There is no column “mose”. Near: mouse.");
  expect(missing.fix).toEqual({ path: ["x"], value: "mouse" });
});

test("no rows, all missing and text for numbers are sentences", async () => {
  expect((await refusal(table(numberColumn("v", [])), { y: "v" })).sentence).toMatch(/^No rows left to draw/);
  expect((await refusal(table(numberColumn("v", [Number.NaN])), { y: "v" })).reason).toBe("chart.all-missing");
  expect((await refusal(table(textColumn("v", ["a"])), { y: "v" })).reason).toBe("chart.not-numbers");
});

test("what has no value is named, whichever axis it is on", async () => {
  const none = { ...textColumn("none", ["", ""]), valid: new Uint8Array(2) };
  const data = table(none, numberColumn("w", [1, 2]), numberColumn("a", [1, Number.NaN]), numberColumn("b", [Number.NaN, 1]));
  const point = { chart: { type: "point" } };
  expect((await refusal(data, { ...point, x: "none", y: "w" })).sentence).toMatch(/none has no value in any of the 2 rows/);
  expect((await refusal(data, { y: "none" })).sentence).toMatch(/none has no value in any of the 2 rows/);
  expect((await refusal(data, { ...point, x: "a", y: "b" })).sentence).toMatch(/none of the 2 rows has a value in all of a, b/);
});

test("infinite values and bars below zero on a logarithmic axis are left out and said", async () => {
  const data = table(textColumn("g", ["u", "v"]), numberColumn("w", [1, -1]), numberColumn("i", [1, Number.POSITIVE_INFINITY]));
  expect((await figure(data, { y: "i" })).out.alt).toContain("1 of 2 rows is left out: a value is missing or infinite.");
  const bars = await figure(data, { chart: { type: "bar", measure: "mean" }, x: "g", y: "w", logY: true });
  expect(bars.out.alt).toContain("1 of 2 bars is zero or below");
});

test("a feature that a heatmap cannot find is told of as a feature", async () => {
  const missing = await refusal(mouse, { chart: { type: "heatmap", features: ["zzzzzz"] } });
  expect(missing.sentence).toMatch(/^No gene zzzzzz in the matrix\. Check its name\.$/);
});

test("a logarithm of nothing positive is refused with a fix; some are left out and said", async () => {
  const none = await refusal(table(numberColumn("v", [0, -1])), { y: "v", logY: true });
  expect(none.fix).toEqual({ path: ["logY"], value: false });
  const some = await figure(table(numberColumn("v", [0, 1, 10])), { y: "v", logY: true });
  expect(some.out.alt).toContain("1 of 3 values is zero or below");
});

test("one point is drawn in every chart of numbers", async () => {
  const one = table(numberColumn("v", [3]), numberColumn("w", [4]));
  for (const type of ["point", "line", "histogram", "box"]) {
    const drawn = await figure(one, { chart: { type }, x: type === "box" ? null : "v", y: "w" });
    expect(drawn.out.marks).toBeGreaterThan(0);
  }
});

test("in a volcano the smallest p stands above, under its own value and an axis that says so; a p of zero is told", async () => {
  const results = table(
    textColumn("gene", ["a", "b", "c", "d"]),
    numberColumn("log2FoldChange", [-2, 0.1, 3, 1]),
    numberColumn("padj", [1e-8, 0.7, 0, Number.NaN]),
  );
  const volcano = { x: "log2FoldChange", y: "padj", logY: true, chart: { type: "point", smallestAbove: true } };
  const { out, data } = await figure(results, volcano);
  expect(out.layout["yaxis"]).toMatchObject({
    type: "log",
    autorange: "reversed",
    title: { text: "padj (log scale, smallest above)" },
  });
  expect(numbers(trace({ out }, "scatter"), "y")).toEqual([1e-8, 0.7]);
  expect(data.columns.map(({ name }) => name).slice(0, 2)).toEqual(["log2FoldChange", "padj"]);
  expect(JSON.stringify((out.layout["meta"] as JsonObject)["notes"])).toMatch(/note-missing.*note-log/);
  const own = await figure(results, { ...volcano, logY: false, yTitle: "adjusted p" });
  expect(own.out.layout["yaxis"]).toMatchObject({ autorange: "reversed", title: { text: "adjusted p (smallest above)" } });
  expect(await refusal(results, { ...volcano, y: "gene" })).toMatchObject({
    at: ["chart", "smallestAbove"],
    fix: { path: ["chart", "smallestAbove"], value: false },
  });
});

test("a hundred groups are the largest ones and the rest together, and that is said", async () => {
  const names = Array.from({ length: 300 }, (_, i) => (i < 100 ? `g${i}` : `g${i % 10}`));
  const drawn = await figure(
    table(
      textColumn("g", names),
      numberColumn(
        "v",
        names.map((_, i) => i),
      ),
    ),
    { x: "g", y: "v", groups: 12 },
  );
  const labels = ((drawn.out.layout["xaxis"] as JsonObject)["ticktext"] as string[]).slice();
  expect(labels).toHaveLength(12);
  expect(labels.slice(0, 3)).toEqual(["g0", "g1", "g2"]);
  expect(labels.at(-1)).toBe("89 other groups");
  expect(drawn.out.alt).toContain("89 other groups of g are drawn together. None is larger");
  expect(drawn.out.alt).toContain(", + 89 55 (n = 89).");
  const rest = drawn.out.data.find((trace) => (trace["meta"] as JsonObject | undefined)?.["role"] === "rest");
  expect(rest).toMatchObject({ name: "89 other groups", meta: { word: { params: { n: 89 } } } });
});

test("HTML in labels stays text", async () => {
  const drawn = await figure(table(textColumn("g", ["<img src=x onerror=alert(1)>", "%{y}"]), numberColumn("<b>v</b>", [1, 2])), {
    chart: { type: "bar", measure: "mean" },
    x: "g",
    y: "<b>v</b>",
    color: "g",
  });
  expect(
    JSON.stringify({ data: drawn.out.data.map((item) => item["name"]), layout: { ...drawn.out.layout, meta: null } }),
  ).not.toMatch(/<img|<b>|%\{y\}/);
});

test("missing groups are a group of their own, in the colour of controls", async () => {
  const drawn = await figure(table(textColumn("g", ["a", null, "a"]), numberColumn("v", [1, 2, 3])), {
    x: "v",
    y: "v",
    color: "g",
    chart: { type: "point" },
  });
  expect(drawn.out.data.map((item) => (item["meta"] as JsonObject)["role"])).toEqual(["group", "missing"]);
});

test("groups stand in natural order, or as asked", async () => {
  const days = table(textColumn("day", ["Day10", "Day2", "Day0"]), numberColumn("v", [1, 5, 3]));
  const order = async (spec: JsonObject) =>
    ((await figure(days, { x: "day", y: "v", ...spec })).out.layout["xaxis"] as JsonObject)["ticktext"];
  expect(await order({})).toEqual(["Day0", "Day2", "Day10"]);
  expect(await order({ order: "data" })).toEqual(["Day10", "Day2", "Day0"]);
  expect(await order({ order: "value-down" })).toEqual(["Day2", "Day0", "Day10"]);
  expect(await order({ order: ["Day10", "Day0"] })).toEqual(["Day10", "Day0", "Day2"]);
});

test("above 100,000 points the density is drawn, every point counted once, and said", async () => {
  const n = 120_000;
  const values = Float64Array.from({ length: n }, (_, i) => ((i * 7919) % n) / n);
  const drawn = await figure(table(numberColumn("x", values), numberColumn("y", values)), {
    chart: { type: "point" },
    x: "x",
    y: "y",
  });
  expect(drawn.out.data).toHaveLength(1);
  const counts = drawn.data.columns.find((column) => column.name === "n");
  expect(counts?.type === "float64" && counts.values.reduce((a, b) => a + b, 0)).toBe(n);
  expect(drawn.out.alt).toContain("their density is drawn");
});

test("squares of a density and bars of a histogram hold the largest value of each axis", async () => {
  const cycle = [-2.185e-7, 0, 1.658e-7];
  const wide = (n: number): Table =>
    table(
      numberColumn(
        "x",
        list(n, (row) => cycle[row % 3] as number),
      ),
      numberColumn(
        "y",
        list(n, (row) => (cycle[(row + 1) % 3] as number) * 1e3),
      ),
    );
  const squares = await figure(wide(120_004), { chart: { type: "point" }, x: "x", y: "y" });
  expect(columnSum(squares.data, "n")).toBe(120_004);
  expect(squares.data.rowCount).toBe(3);
  for (const bins of [null, 2, 3, 5, 10, 20, 50, 100, 500])
    expect(columnSum((await figure(wide(3), { chart: { type: "histogram", bins }, x: "x" })).data, "n")).toBe(3);
});

test("points whose size is missing or below zero are left out and counted; none that is left, or text, is refused", async () => {
  const sized = (s: (number | null)[]): Table =>
    table(numberColumn("x", [1, 2, 3, 4, 5]), numberColumn("y", [5, 4, 3, 2, 1]), {
      ...numberColumn(
        "s",
        s.map((value) => value ?? Number.NaN),
      ),
    });
  const spec = { chart: { type: "point" }, x: "x", y: "y", size: "s" };
  const drawn = await figure(sized([1, -2, 3, 4, null]), spec);
  expect(numbers(trace(drawn, "scatter"), "x")).toEqual([1, 3, 4]);
  expect((trace(drawn, "scatter")["marker"] as JsonObject)["size"]).toBeDefined();
  expect(drawn.data.rowCount).toBe(3);
  expect(drawn.out.alt).toContain("1 of 5 points is left out: s, by which they are sized, is missing there.");
  expect(drawn.out.alt).toContain("1 of 5 points is left out: s, by which they are sized, is below zero there");
  expect((await figure(sized([0, 1, 2, 3, 4]), spec)).out.alt).not.toContain("left out");
  expect((await refusal(sized([-1, -2, -3, -4, null]), spec)).sentence).toContain(
    "of 5 values of s 1 are missing and 4 below zero",
  );
  const text = table(numberColumn("x", [1]), numberColumn("y", [1]), textColumn("s", ["large"]));
  expect((await refusal(text, spec)).reason).toBe("chart.not-numbers");
});

// R 4.2.2: quantile(v) is 1 5 24 112 1024 (fivenum: 1 4 24 128 1024), bw.nrd0(v) 45.34417333839, of log10(v) 0.547730610582572.
test("boxes and violins say by which rule: quartiles of type 7 of the values as measured, whiskers 1.5 ranges, bandwidth nrd0", async () => {
  const v = table(numberColumn("v", [1, 2, 4, 8, 16, 32, 64, 128, 256, 1024]));
  for (const logY of [false, true]) {
    const box = await figure(v, { chart: { type: "box" }, y: "v", logY });
    const of = trace(box, "box");
    expect(["q1", "median", "q3", "lowerfence", "upperfence"].map((key) => numbers(of, key)[0])).toEqual([5, 24, 112, 1, 256]);
    expect(box.out.alt).toContain("type 7");
    expect(box.out.alt).toContain("1.5 interquartile ranges");
    expect(box.out.alt.includes("of the values as measured")).toBe(logY);
    const violin = await figure(v, { chart: { type: "violin" }, y: "v", logY });
    const [q1, q3, bandwidth] = ["q1", "q3", "bandwidth"].map((key) => columnSum(violin.data, key));
    expect([q1, q3]).toEqual([5, 112]);
    expect(bandwidth).toBeCloseTo(logY ? 0.547730610582572 : 45.34417333839, 10);
    expect(violin.out.alt).toContain(
      logY ? "of the logarithms, their bandwidth that of R's density() (nrd0)" : "bandwidth that of R's density() (nrd0)",
    );
  }
});

test("a heatmap counts the rows that do not vary, and one sample is drawn as it is", async () => {
  const two = { ...mouse, values: { layout: "dense", data: Float32Array.from([...xist, ...xist.map(() => 7)]) } } as Assay;
  const drawn = await figure(two, { chart: { type: "heatmap", cluster: "none" } });
  expect(drawn.out.alt).toContain("1 of 2 rows does not vary between the samples");
  const one: Assay = {
    ...mouse,
    sampleCount: 1,
    values: { layout: "dense", data: Float32Array.of(5, 9) },
    samples: table(textColumn("sample", ["GSM1"])),
  };
  const alone = await figure(one, { chart: { type: "heatmap" } });
  expect(columnSum(alone.data, "counts")).toBe(14);
  expect(alone.out.alt).toContain("One sample cannot be centred");
});

test("of groups of one size it is told that their names decide which are named, and not their size", async () => {
  const of = async (sizes: readonly number[], groups: number) => {
    const g = sizes.flatMap((n, at) => list(n, () => `g${at}`));
    return (await figure(table(textColumn("g", g)), { chart: { type: "bar" }, x: "g", groups })).out.alt;
  };
  expect(await of([2, 2, 2, 2, 2, 2], 5)).toContain(
    "2 other groups of g are drawn together. None is larger than those that are named",
  );
  expect(await of([3, 3, 3, 2, 2, 2], 5)).toContain("of groups of one size the first by name are");
  expect(await of([3, 3, 3, 3, 2, 2], 5)).toContain("2 smaller groups of g are drawn together");
});

test("a histogram of a matrix counts all its values, and on a log axis bins are equal in the logarithm", async () => {
  const drawn = await figure(mouse, { chart: { type: "histogram" } });
  expect(numbers(drawn.out.data[0] as JsonObject, "y").reduce((a, b) => a + b, 0)).toBe(44);
  const log = await figure(mouse, { chart: { type: "histogram", bins: 4 }, x: "Xist", logX: true });
  expect(numbers(log.out.data[0] as JsonObject, "y").reduce((a, b) => a + b, 0)).toBe(22);
  expect((log.out.layout["xaxis"] as JsonObject)["ticktext"]).toContain("100");
});

test("a heatmap centres each row and orders samples by group", async () => {
  const drawn = await figure(mouse, { chart: { type: "heatmap", top: 2 }, x: "sex" });
  const z = numbers(drawn.out.data[0] as JsonObject, "z");
  expect(z.slice(0, 22).reduce((a, b) => a + b, 0)).toBeCloseTo(0, 5);
  expect(Math.min(...z.slice(0, 12))).toBeGreaterThan(Math.max(...z.slice(12, 22)));
  expect((drawn.out.layout["xaxis"] as JsonObject)["ticktext"]).toEqual(["Female", "Male"]);
});

test("lines run in the order of x, rows at one x are their mean", async () => {
  const drawn = await figure(table(numberColumn("t", [3, 1, 1]), numberColumn("v", [30, 10, 20])), {
    chart: { type: "line" },
    x: "t",
    y: "v",
  });
  expect(numbers(drawn.out.data[0] as JsonObject, "x")).toEqual([1, 3]);
  expect(numbers(drawn.out.data[0] as JsonObject, "y")).toEqual([15, 30]);
  expect(drawn.out.alt).toContain("drawn as their mean");
});

test("100,000 rows by two groups are drawn from at most 5,000 marks and quickly", async () => {
  const n = 100_000;
  const drawn = await figure(
    table(
      textColumn(
        "g",
        Array.from({ length: n }, (_, i) => (i % 2 ? "a" : "b")),
      ),
      numberColumn(
        "v",
        Float64Array.from({ length: n }, (_, i) => (i * 7919) % 1009),
      ),
    ),
    { x: "g", y: "v", color: "g" },
  );
  expect(drawn.out.marks).toBeLessThanOrEqual(5000);
});

test("the line in words says what is drawn, in both languages", () => {
  const spec = chart.schema.parse({ from, y: "Xist", x: "sex" }) as ChartSpec;
  const context = { nameOf: () => "log", summaryOf: () => ({ type: "assay" as const, shape: [2, 22] }) };
  expect(chart.words(spec, { ...context, locale: "en" })).toBe("Xist by sex; 22 samples of log");
  expect(chart.words(spec, { ...context, locale: "ru" })).toBe("Xist по sex; 22 образца из log");
  const unfinished = { ...spec, y: null };
  expect(chart.words(unfinished, { ...context, locale: "en" })).toBe("from log");
  expect(chart.suggestName(spec, { ...context, locale: "en" })).toBe("box_Xist");
});

test("an axis of numbers that a word made text says so; names, and chromosomes, are names", async () => {
  const y = numberColumn("y", [1, 2, 3, 4]);
  const notes = async (x: Column): Promise<string> =>
    JSON.stringify(
      ((await figure(table(x, y), { chart: { type: "point" }, x: x.name, y: "y" })).out.layout["meta"] as JsonObject)["notes"],
    );
  const field = "ct";
  expect(await notes(textColumn(field, ["9.5", "10.1", "ND", "100.4"]))).toContain("note-text-like-numbers");
  expect(await notes(textColumn(field, ["a", "b", "ND", "7"]))).not.toContain("note-text-like-numbers");
  expect(await notes({ ...textColumn(field, ["1", "2", "X", "Y"]), semantic: "chromosome" })).not.toContain("note-text-like");
});

const notesSaid = async (input: Artifact, spec: JsonObject): Promise<readonly string[]> =>
  ((await figure(input, spec)).out.layout["meta"] as unknown as { readonly notes: readonly Sentence[] }).notes.map((note) =>
    sentenceIn(note, "en"),
  );

test("a text alternative says a number as it is, or that it is about it: 93.16 stays 93.16, a third is ≈ 0.3333", async () => {
  // Means and medians by numpy 1.24.
  const few = table(textColumn("g", ["a", "a", "b", "b", "b"]), numberColumn("v", [93.15, 93.17, 1, 0, 0]));
  expect((await figure(few, { chart: { type: "bar", measure: "mean" }, x: "g", y: "v" })).out.alt).toBe(
    "Bars of the mean of v by g: a 93.16, b ≈ 0.3333.",
  );
  const gene: Assay = {
    ...mouse,
    values: { layout: "dense", data: Float32Array.from(list(44, (at) => 93.16 + at)) },
    scale: "unknown",
  };
  expect((await figure(gene, { chart: { type: "point" }, x: "mouse", y: "Xist" })).out.alt).toContain("Xist (93.16 – 114.16)");
  const far = table(numberColumn("v", [1_000_000.25, 1_000_000.5, 1_234_567.5]));
  expect((await figure(far, { chart: { type: "histogram" }, x: "v" })).out.alt).toContain(
    "from ≈ 1\u2009000\u2009000 to ≈ 1\u2009234\u2009568, median ≈ 1\u2009000\u2009001",
  );
});

test("bins of a histogram are told apart on hover however far from 0 they lie", async () => {
  const far = table(
    numberColumn(
      "v",
      list(40, (at) => 1_000_000 + at / 40),
    ),
  );
  const [bars] = (await figure(far, { chart: { type: "histogram", bins: 4 }, x: "v" })).out.data;
  expect(new Set(bars?.["customdata"] as string[]).size).toBe(4);
});

test("of more groups than a text alternative holds it says how many there are", async () => {
  const many = table(
    textColumn(
      "g",
      list(60, (at) => `g${at % 30}`),
    ),
  );
  expect((await figure(many, { chart: { type: "bar" }, x: "g" })).out.alt).toMatch(/g23 2, … \+ 6\.$/);
});

describe("a setting of a chart is obeyed or said", () => {
  const data = table(textColumn("g", ["a", "b", "b", "c"]), numberColumn("v", [1, 2, 3, 4]), numberColumn("w", [4, 3, 2, 1]));
  test.each(["box", "bar", "violin"])("an order names a group that no row has (%s)", async (type) => {
    const spec = { chart: { type }, x: "g", order: ["b", "Tumour", "a", "x"], ...(type === "bar" ? {} : { y: "v" }) };
    expect(await notesSaid(data, spec)).toContain(
      "The order of groups names “Tumour”, “x”, and no group of g drawn here is called so. Check how they are written.",
    );
    expect((await notesSaid(data, { ...spec, order: ["c", "b"] })).join()).not.toContain("order");
  });
  test.each([
    ["points", { chart: { type: "point" }, x: "g", y: "v" }],
    ["lines", { chart: { type: "line" }, x: "g", y: "v" }],
    ["a heatmap of groups", { chart: { type: "heatmap" }, x: "g", y: "g" }],
  ])("and so of %s, where an order by value is none, either", async (_title, spec) => {
    expect((await notesSaid(data, { ...spec, order: ["q"] })).join()).toContain("names “q”, and no group");
    expect(await notesSaid(data, { ...spec, order: "value" })).toContain(
      "Groups stand by name: in this chart they have no one number to be ordered by.",
    );
  });
  test.each([
    ["points of numbers", { chart: { type: "point" }, x: "v", y: "w" }, []],
    ["a histogram of numbers", { chart: { type: "histogram" }, x: "v" }, []],
    ["a box alone", { chart: { type: "box" }, y: "v" }, [expect.stringMatching(/^A box is drawn from 10 values on/)]],
  ])("where no axis has groups no order is used: %s", async (_title, spec, notes) => {
    expect(await notesSaid(data, { ...spec, order: ["a"] })).toContain("The order of groups is not used: no axis has groups.");
    expect(await notesSaid(data, spec)).toEqual(notes);
  });
  test("a group that is drawn with the rest and one that does not exist are told alike: of neither is anything told", async () => {
    const many = table(textColumn("g", [...list(30, (at) => `g${at % 3}`), "rare"]));
    const of = (name: string) => notesSaid(many, { chart: { type: "bar" }, x: "g", groups: 3, order: [name] });
    expect((await of("rare")).map((note) => note.replace("rare", "gone"))).toEqual(await of("gone"));
  });
  test("a field, an axis and names that the family does not draw", async () => {
    const spec = { chart: { type: "bar" }, x: "g", size: "v", logX: true, labels: true };
    expect(await notesSaid(data, spec)).toEqual([
      "Chosen and not drawn by this chart: size (v), labels. Choose another chart to see them.",
      "A logarithmic axis was chosen and cannot be drawn here: x.",
    ]);
    expect(await notesSaid(data, { chart: { type: "point" }, x: "g", y: "v", logX: true })).toEqual([
      "A logarithmic axis was chosen and cannot be drawn here: x.",
    ]);
    expect(await notesSaid(data, { chart: { type: "heatmap", bars: ["g"], features: ["Xist"] }, x: "g", y: "g" })).toEqual([
      "Chosen and not drawn by this chart: features, bars. Choose another chart to see them.",
    ]);
  });
  test("colours beyond twelve are drawn together, and it is said", async () => {
    const many = table(
      textColumn(
        "c",
        list(40, (at) => `c${at % 20}`),
      ),
      numberColumn(
        "v",
        list(40, (at) => at),
      ),
    );
    for (const type of ["histogram", "box"])
      expect(await notesSaid(many, { chart: { type }, ...(type === "box" ? { y: "v" } : { x: "v" }), color: "c" })).toContain(
        "9 other groups of c are drawn together. None is larger than those that are named; of groups of one size the first by name are. To choose, filter the rows, or draw more groups.",
      );
  });
});

test.each(["histogram", "box", "violin", "point", "line"])("numbers further apart than one axis can show: %s", async (type) => {
  const far = table(textColumn("g", ["a", "b", "a", "b"]), numberColumn("v", [1e308, -1e308, 1, 2]));
  const spec: JsonObject = type === "histogram" ? { chart: { type }, x: "v" } : { chart: { type }, x: "g", y: "v" };
  expect((await refusal(far, spec)).sentence).toBe(
    "v goes from -1e+308 to 1e+308: its numbers lie further apart than one axis can show. Filter the largest and the smallest out, or draw the logarithm of their size.",
  );
  const large = table(textColumn("g", ["a", "b", "a", "b"]), numberColumn("v", [1, 2.3e160, 3, 4]));
  expect((await draw(large, spec)).ok).toBe(true);
});
