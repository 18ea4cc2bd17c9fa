// Brackets carry the numbers of the kind test, stand apart from each other, and say what they do not compare.

import { expect, test } from "vitest";
import type { Assay, Figure, Table } from "../../../artifacts/artifact.ts";
import { assayOf } from "../../../artifacts/assay.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import type { Json, JsonObject } from "../../../base/json.ts";
import type { ExecuteContext } from "../../../contract/execute.ts";
import { execute } from "../../../kinds/chart/execute.ts";
import { chart } from "../../../kinds/chart/spec.ts";
import { execute as executeTest } from "../../../kinds/test/execute.ts";
import { test as testKind } from "../../../kinds/test/spec.ts";
import { figureWords } from "../../../ui/figure-words.ts";
import { seededRandom } from "../../../stats/seeded-random.ts";
import { numbersOf } from "../plot-array.ts";

const random = seededRandom(4);
const normal = (mean: number): number => mean + Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
const sizes = { a: 12, b: 15, c: 11, d: 2 };
const rows = Object.entries(sizes).flatMap(([group, n], at) =>
  Array.from({ length: n }, () => ({ group, value: normal(at * 0.8) })),
);
const data = tableOf(
  textColumn(
    "group",
    rows.map(({ group }) => group),
    { semantic: "category" },
  ),
  numberColumn(
    "value",
    rows.map(({ value }) => value),
  ),
  textColumn(
    "mouse",
    rows.map((_, at) => `m${at % 20}`),
    { semantic: "sample" },
  ),
);

const context = (input: Table | Assay): ExecuteContext =>
  ({
    input: () => input,
    valueOf: (value: unknown) => value,
    log: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  }) as unknown as ExecuteContext;

async function drawn(brackets: JsonObject, more: JsonObject = {}, input: Table | Assay = data, type = "box"): Promise<Figure> {
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, x: "group", y: "value", ...more, chart: { type, brackets } });
  const result = await execute(spec, context(input));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value["out"] as Figure;
}
const keys = (figure: Figure): string[] =>
  ((figure.layout["meta"] as JsonObject)["notes"] as JsonObject[])
    .map(({ key }) => String(key))
    .filter((key) => key.startsWith("chart-brackets."))
    .map((key) => key.slice("chart-brackets.".length));
const ps = (figure: Figure): Json[] =>
  ((figure.layout["meta"] as JsonObject)["words"] as JsonObject[]).flatMap(({ key, params }) =>
    String(key) === "chart-brackets.p" ? [(params as JsonObject)["p"] as Json] : [],
  );
const short = (values: readonly Json[]): Json[] => values.map((value) => Number(Number(value).toPrecision(2)));

async function tested(more: JsonObject): Promise<Table> {
  const spec = testKind.schema.parse({ from: { ref: "cell_a" }, by: "group", values: ["value"], ...more });
  const result = await executeTest(spec, context(data));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return (result.value["pairs"] ?? result.value["out"]) as Table;
}
const column = (table: Table, name: string): Json[] => {
  const found = columnOf(table, name);
  return found ? Array.from({ length: table.rowCount }, (_, row) => cellJson(found, row)) : [];
};

test("all pairs have the p values of the kind test, and groups of few rows are said", async () => {
  const groups = { groups: ["a", "b", "c"] };
  for (const [own, asked] of [
    ["games-howell", { type: "anova" }],
    ["tukey", { type: "anova", variances: "equal" }],
    ["dunn", { type: "kruskal-wallis" }],
  ] as const) {
    const figure = await drawn({ pairs: "all", test: own, adjust: "holm" });
    const pairs = await tested({ ...groups, test: asked, adjust: "holm" });
    // Neighbours first, then the pair around them.
    const [ab, ac, bc] = short(column(pairs, "padj"));
    expect(ps(figure)).toEqual([ab, bc, ac]);
    expect(keys(figure)).toContain("few-rows");
  }
  const auto = await drawn({ pairs: "all" });
  expect(keys(auto)).toEqual(["note-together", "chosen-by-data", "few-rows"]);
  expect(figureWords(auto, "en").notes.join(" ")).toContain(
    "Games-Howell test, p values that hold for all pairs of groups together. n: a 12, b 15, c 11.",
  );
  expect(figureWords(auto, "ru").notes.join(" ")).toContain("критерий Геймса — Хоуэлла");
});

test("one pair is Welch's or Mann-Whitney, as the kind test gives it", async () => {
  for (const type of ["t", "mann-whitney"]) {
    const figure = await drawn({ pairs: "chosen", chosen: [["c", "a"]], test: type }, {}, data, "violin");
    const found = await tested({ groups: ["a", "c"], test: { type } });
    expect(ps(figure)).toEqual(short(column(found, "pvalue")));
    expect(keys(figure)).toEqual(["note-one"]);
  }
});

test("brackets on one height do not overlap, and lie above all that is drawn", async () => {
  for (const log of [false, true]) {
    const positive = tableOf(
      textColumn("group", [..."aaabbbcccddd"]),
      numberColumn("value", [1, 2, 3, 2, 3, 4, 40, 50, 60, 5, 6, 9]),
    );
    const figure = await drawn({ pairs: "all", test: "t" }, { logY: log }, positive);
    const trace = figure.data.find(({ meta }) => (meta as JsonObject)["part"] === "bracket");
    const [x, y] = [numbersOf(trace?.["x"] as JsonObject), numbersOf(trace?.["y"] as JsonObject)];
    const bars = Array.from({ length: 6 }, (_, at) => [x[at * 5] ?? 0, x[at * 5 + 2] ?? 0, y[at * 5 + 1] ?? 0] as const);
    for (const [at, [from, to, height]] of bars.entries()) {
      expect(height).toBeGreaterThan(60);
      for (const [otherFrom, otherTo, other] of bars.slice(at + 1))
        expect(other !== height || otherFrom > to || otherTo < from).toBe(true);
    }
  }
});

test("what is not compared is said: many pairs, colours, unknown groups, individuals that come several times", async () => {
  const many = tableOf(
    textColumn("group", Array.from("abcde".repeat(4))),
    numberColumn(
      "value",
      Array.from({ length: 20 }, (_, at) => at % 7),
    ),
  );
  expect(keys(await drawn({ pairs: "all" }, {}, many))).toEqual(["many-pairs"]);
  expect(ps(await drawn({ pairs: "against", against: "c", test: "mann-whitney" }, {}, many))).toHaveLength(4);
  expect(keys(await drawn({ pairs: "against", against: "z" }))).toEqual(["no-group"]);
  expect(keys(await drawn({ pairs: "against" }))).toEqual(["no-pairs"]);
  expect(keys(await drawn({ pairs: "all" }, { color: "mouse" }))).toEqual(["colours"]);
  expect(keys(await drawn({ pairs: "all" }, { x: null }))).toEqual(["no-groups"]);
  const repeated = tableOf(
    ...data.columns.filter(({ name }) => name !== "mouse"),
    textColumn(
      "mouse",
      rows.map((_, at) => `m${at % 20}`),
      { semantic: "patient" },
    ),
  );
  expect(keys(await drawn({ pairs: "all" }, {}, repeated))).toEqual(["repeated"]);
  expect(keys(await drawn({}))).toEqual([]);
});

test("where nothing varies there is no bracket, and that is said", async () => {
  const flat = tableOf(textColumn("group", [..."aaabbb"]), numberColumn("value", [1, 1, 1, 1, 1, 1]));
  const figure = await drawn({ pairs: "all" }, {}, flat);
  expect([ps(figure), keys(figure)]).toEqual([[], ["no-answer"]]);
});

test("infinite values have their own reason, and what a logarithmic axis leaves out is said", async () => {
  const endless = assayOf({
    values: { layout: "dense", data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, Number.POSITIVE_INFINITY) },
    features: tableOf(textColumn("gene", ["value"])),
    samples: tableOf(textColumn("sample", [..."12345678"]), textColumn("group", [..."aaaabbbb"])),
    scale: "log2",
    featureNoun: "gene",
  });
  expect(keys(await drawn({ pairs: "all", test: "t" }, {}, endless))).toEqual(["infinite"]);
  const low = tableOf(textColumn("group", [..."aaaabbbb"]), numberColumn("value", [1, 2, 3, 0, 5, 6, 7, -1]));
  expect(keys(await drawn({ pairs: "all", test: "t" }, { logY: true }, low))).toEqual(["note-one", "log-without"]);
  expect(keys(await drawn({ pairs: "all", test: "t" }, {}, low))).toEqual(["note-one"]);
});
