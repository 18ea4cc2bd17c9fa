// Tests of wdbc as R makes them (oracle.R), tests that the data choose, and what is refused with its way on.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { relativeError } from "../../testing/oracle-answers.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { testReport } from "../../reports/test/report.ts";
import { execute } from "./execute.ts";
import { test as kind } from "./spec.ts";

const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as {
  readonly [name: string]: readonly number[];
};

async function run(data: Table | Assay, more: JsonObject) {
  const context: Partial<ExecuteContext> = {
    input: () => data,
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  return execute(kind.schema.parse({ from: { ref: "cell_x" as CellId }, ...more }), context as ExecuteContext);
}

async function tested(data: Table | Assay, more: JsonObject) {
  const result = await run(data, more);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { out, report } = result.value;
  if (out?.type !== "table" || report?.type !== "report") throw new Error("a table and a report were expected");
  const body = bodyOf(testReport, { report: report.report, body: report.body as JsonObject });
  if (!body) throw new Error("the report has another form");
  const column = (name: string): Json[] => {
    const found = columnOf(out, name);
    if (!found) throw new Error(`no column ${name}: ${out.columns.map((each) => each.name).join()}`);
    return Array.from({ length: out.rowCount }, (_, row) => cellJson(found, row));
  };
  return { out, body, column };
}

async function refused(data: Table | Assay, more: JsonObject): Promise<{ readonly reason: string; readonly fix?: Json }> {
  const result = await run(data, more);
  if (result.ok) throw new Error("it was not refused");
  for (const locale of locales) expect(failureSentence(result.error, locale)).not.toMatch(/undefined|\{\w+\}/);
  return { reason: result.error.reason, ...(result.error.fix ? { fix: result.error.fix as unknown as Json } : {}) };
}

const near = (found: readonly Json[], expected: readonly number[] | undefined, most = 1e-9) => {
  expect(found).toHaveLength(expected?.length ?? -1);
  expected?.forEach((value, at) => expect(relativeError(Number(found[at]), value), `${at}`).toBeLessThan(most));
};

describe.skipIf(!hasReference("wdbc/wdbc.csv"))("wdbc", () => {
  const lines = readFileSync(referenceFile("wdbc/wdbc.csv"), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const names = lines[0] ?? [];
  const rows = lines.slice(1);
  const at = (name: string): number[] => rows.map((row) => Number(row[names.indexOf(name)]));
  const texture = at("mean texture");
  const sorted = Float64Array.from(texture).sort();
  const third = (k: number): number => {
    const place = ((sorted.length - 1) * k) / 3;
    const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
    return low + (place - Math.floor(place)) * (high - low);
  };
  const wdbc = tableOf(
    ...names.slice(0, -1).map((name) => numberColumn(name, at(name))),
    textColumn(
      "diagnosis",
      rows.map((row) => row.at(-1) ?? ""),
    ),
    textColumn(
      "texture",
      texture.map((value) => (value <= third(1) ? "low" : value <= third(2) ? "mid" : "high")),
    ),
  );
  const radius = { values: ["mean radius"], by: "diagnosis" };

  test("mean radius: Welch 1.684459e-64, Wilcoxon 2.692943e-68", async () => {
    const welch = await tested(wdbc, { ...radius, test: { type: "t" } });
    near(welch.column("pvalue"), [1.684459e-64], 1e-5);
    near(
      ["t", "df", "pvalue", "difference", "low", "high"].map((name) => welch.column(name)[0] ?? null),
      ofR["radius"],
    );
    near((await tested(wdbc, { ...radius, test: { type: "mann-whitney" } })).column("pvalue"), [2.692943e-68], 1e-5);
    expect(welch.body).toMatchObject({ auto: false, tests: 1, found: 1, inR: ["t.test(d$`mean radius` ~ d$diagnosis)"] });
    expect(welch.body.groups).toEqual([
      { name: "benign", n: 357 },
      { name: "malignant", n: 212 },
    ]);
  });

  test("all columns, adjusted for how many", async () => {
    const all = await tested(wdbc, { by: "diagnosis", test: { type: "t" } });
    near(all.column("pvalue"), ofR["welch"]);
    near(all.column("padj"), ofR["welchBH"]);
    expect(all.body.tests).toBe(30);
    const ranks = await tested(wdbc, { by: "diagnosis", test: { type: "mann-whitney" }, adjust: "holm" });
    near(ranks.column("pvalue"), ofR["ranks"]);
    near(ranks.column("padj"), ofR["ranksHolm"]);
  });

  test("three groups, counts, two columns, pairs of columns", async () => {
    const p = async (values: string, by: string, type: string) =>
      (await tested(wdbc, { values: [values], by, test: { type } })).column("pvalue")[0] ?? null;
    near([await p("mean area", "texture", "anova"), await p("mean area", "texture", "kruskal-wallis")], ofR["three"]);
    near([await p("texture", "diagnosis", "chi-square"), await p("texture", "diagnosis", "fisher")], ofR["counts"], 1e-6);
    near(
      [
        await p("mean radius", "mean texture", "pearson"),
        await p("mean radius", "mean texture", "spearman"),
        await p("mean radius", "mean texture", "kendall"),
      ],
      ofR["related"],
    );
    near(
      [await p("mean texture", "worst texture", "paired-t"), await p("mean texture", "worst texture", "signed-rank")],
      ofR["both"],
    );
  });

  test("the data choose, and say why and what else would do", async () => {
    const chosen = async (more: JsonObject) => (await tested(wdbc, more)).body;
    expect(await chosen(radius)).toMatchObject({
      auto: true,
      test: { type: "t" },
      other: "mann-whitney",
      why: { key: "test-cell.why-t" },
    });
    expect((await chosen({ values: ["texture"], by: "diagnosis" })).test.type).toBe("chi-square");
    expect((await chosen({ values: ["mean radius"], by: "mean texture" })).test.type).toBe("spearman");
    expect((await chosen({ values: ["mean area"], by: "texture" })).test.type).toBe("anova");
  });
});

const mice = tableOf(
  textColumn("mouse", ["a", "a", "b", "b", "c", "c", "d", "d", "e", "e"], { semantic: "patient" }),
  textColumn("when", ["before", "after", "before", "after", "after", "before", "before", "after", "before", "after"]),
  numberColumn("weight", [20, 22, 21, 24, 25.5, 23, 19, 22.5, 24, 24.2]),
  textColumn("ill", ["no", "yes", "no", "no", "yes", "no", "yes", "yes", "no", "yes"]),
  numberColumn(
    "same",
    Array.from({ length: 10 }, () => 3),
  ),
  numberColumn(
    "none",
    Array.from({ length: 10 }, () => null),
  ),
  numberColumn("endless", [1, Number.POSITIVE_INFINITY, 3, 4, 5, 6, 7, 8, 9, 10]),
  textColumn("alone", ["x", "y", "y", "y", "y", "y", "y", "y", "y", "y"]),
);
const within = { by: "when", groups: ["before", "after"], pairs: "mouse" };

test("individuals that come several times are compared within them, or not at all", async () => {
  expect(await refused(mice, { values: ["weight"], by: "when" })).toEqual({
    reason: "test-cell.repeated-individuals",
    fix: { path: ["pairs"], value: "mouse" },
  });
  const paired = await tested(mice, { ...within, values: ["weight"] });
  expect(paired.body).toMatchObject({ shape: "repeats", test: { type: "paired-t" } });
  // R: t.test(c(20,21,23,19,24), c(22,24,25.5,22.5,24.2), paired = TRUE)
  near([paired.column("pvalue")[0] ?? null, paired.column("difference")[0] ?? null], [0.01690562126, -2.24], 1e-5);
  const ill = await tested(mice, { ...within, values: ["ill"] });
  // binom.test(3, 3)
  expect(ill.body.test.type).toBe("mcnemar");
  near(ill.column("pvalue"), [0.25]);
});

test("what cannot be tested is refused with its way on, or told in its row", async () => {
  const others = tableOf(...mice.columns.slice(1));
  const reason = async (more: JsonObject) => (await refused(others, more)).reason;
  expect(await reason({ values: ["weight"], by: "alone" })).toBe("test-cell.group-of-one");
  for (const values of ["same", "none", "endless"])
    expect(await reason({ values: [values], by: "when" })).toBe("test-cell.no-answer");
  expect(await reason({ values: ["wieght"], by: "when" })).toBe("test-cell.no-value");
  expect(await reason({ values: ["weight"], by: "wenn" })).toBe("test-cell.no-column");
  expect(await reason({ values: ["weight"], by: "when", groups: ["before", "now"] })).toBe("test-cell.no-group");
  expect(await reason({ values: ["ill"], by: "when", test: { type: "t" } })).toBe("test-cell.not-for-counts");
  expect(await reason({ values: ["ill"], by: "weight" })).toBe("test-cell.texts-by-number");
  expect(await reason({ values: ["ill", "weight"], by: "when" })).toBe("test-cell.mixed");
  expect(await reason({ values: ["weight"], by: "when", pairs: "ill" })).toBe("test-cell.several-of-one");
  expect(await reason({ values: ["weight"], by: "when", groups: ["before"] })).toBe("test-cell.one-group");
  const some = await tested(others, { values: ["weight", "same", "none", "endless"], by: "when" });
  expect(some.column("why")).toEqual([null, "constant", "missing", "infinite"]);
  expect(some.body).toMatchObject({ tests: 4, tested: 1 });
});

test("values that do not vary within groups are compared by ranks, or told for what they are", async () => {
  // Report rstatix 183: tillers of six genotypes, three of which do not vary.
  const tillers = [
    [22, 23, 23, 23],
    [22, 22, 22, 22],
    [23, 22, 23, 23],
    [23, 23, 23, 23],
    [21, 21, 20, 21],
    [22, 22, 22, 22],
  ];
  const sheet = tableOf(
    textColumn(
      "genotype",
      tillers.flatMap((row, at) => row.map(() => `g${at}`)),
    ),
    numberColumn("tillers", tillers.flat()),
  );
  const six = await tested(sheet, { values: ["tillers"], by: "genotype" });
  expect(six.body.why?.key).toBe("test-cell.why-no-spread");
  // R 4.2: kruskal.test(tillers ~ genotype)
  near(six.column("pvalue"), [0.00160472703779007]);
  const flat = tableOf(
    textColumn("group", ["a", "a", "a", "b", "b", "b"]),
    textColumn("mouse", ["1", "2", "3", "1", "2", "3"]),
    numberColumn("x", [1, 1, 1, 2, 2, 2]),
    numberColumn("y", [1, 5, 3, 2, 6, 4]),
    numberColumn("z", [1, 5, 3, 1, 5, 3]),
  );
  const two = await tested(flat, { values: ["x"], by: "group" });
  // R 4.2: wilcox.test(x ~ group, exact = FALSE)
  near(two.column("pvalue"), [0.0468541776038738]);
  const why = async (value: string, more: JsonObject) => {
    const result = await run(flat, { values: [value], by: "group", ...more });
    return result.ok ? "answered" : JSON.stringify(result.error.params["why"]);
  };
  expect(await why("x", { test: { type: "t" } })).toContain("groups-constant");
  expect(await why("y", { pairs: "mouse", test: { type: "paired-t" } })).toContain("pairs-constant");
  expect(await why("z", { pairs: "mouse", test: { type: "paired-t" } })).toContain("all-zero");
  expect((await tested(flat, { values: ["y"], by: "group", pairs: "mouse" })).body.why?.key).toBe("test-cell.why-no-spread");
});

test("rows of one mouse, by what the column is called, are doubted; that of one row each is not", async () => {
  const rows = (name: string, mice: readonly string[]) =>
    tableOf(
      textColumn(name, [...mice]),
      textColumn("group", ["a", "a", "a", "a", "b", "b", "b", "b"]),
      numberColumn("weight", [1, 2, 4, 3, 5, 4, 6, 8]),
    );
  const by = { values: ["weight"], by: "group" };
  const doubts = async (data: Table) =>
    (await tested(data, by)).body.doubts.filter(({ key }) => key.endsWith("perhaps-repeated"));
  const found = await doubts(rows("mouse_id", ["1", "1", "2", "2", "3", "3", "4", "4"]));
  expect(found.map(({ params }) => params)).toEqual([{ column: "mouse_id", n: 4 }]);
  // How many they are is not told to whoever sees groups alone.
  expect(found.map((doubt) => doubt["rows"])).toEqual([[4]]);
  expect(await doubts(rows("mouse_id", ["1", "2", "3", "4", "5", "6", "7", "8"]))).toEqual([]);
  expect(await doubts(rows("clinic", ["1", "1", "2", "2", "3", "3", "4", "4"]))).toEqual([]);
});

test("all features of a matrix; raw counts are doubted", async () => {
  const samples = tableOf(
    textColumn("sample", ["a", "b", "c", "d", "e", "f"]),
    textColumn("time", ["0", "0", "0", "8", "8", "8"]),
  );
  const data = Float32Array.from([1, 2, 3, 7, 8, 9.5, 5, 5, 5, 5, 5, 5, 1, 5, 2, 4, 3, 6]);
  const features = tableOf(textColumn("gene", ["up", "flat", "any"]));
  const matrix = assayOf({ values: { layout: "dense", data }, features, samples, scale: "counts", featureNoun: "gene" });
  const { body, column } = await tested(matrix, { by: "time" });
  expect(column("gene")).toEqual(["up", "flat", "any"]);
  // R: t.test(c(1, 2, 3), c(7, 8, 9.5)) and t.test(c(1, 5, 2), c(4, 3, 6)); p.adjust
  near([column("pvalue")[0] ?? null, column("pvalue")[2] ?? null], [0.003169314202, 0.3313520054], 1e-5);
  near([column("padj")[0] ?? null], [0.006338628404], 1e-5);
  expect(column("padj")[1]).toBeNull();
  expect(body.doubts.map(({ key }) => key)).toContain("test-cell.raw-counts");
  expect(body.inR[0]).toBe('t.test(m["up", ] ~ s$time)');
});

test("two columns of answers are held together by the answers themselves", async () => {
  const answers = tableOf(
    textColumn("first", ["no", "no", "no", "no", "no", "no", "yes"]),
    textColumn("then", ["yes", "yes", "yes", "yes", "yes", "yes", "yes"]),
  );
  const { body, column } = await tested(answers, { values: ["then"], by: "first", test: { type: "mcnemar" } });
  // R: binom.test(0, 6)
  near(column("pvalue"), [0.03125]);
  expect(body.said[0]?.key).toBe("test-cell.changed");
  const other = tableOf(textColumn("first", ["a", "b", "a"]), textColumn("then", ["c", "d", "c"]));
  expect((await refused(other, { values: ["then"], by: "first", test: { type: "mcnemar" } })).reason).toBe("test-cell.no-answer");
});

describe("after more than two groups each two are compared", () => {
  const groups = [
    [4.1, 5.2, 6.3, 5.5],
    [7.1, 8.8, 7.4, 9.9, 8.1],
    [5, 5.9, 6.6],
  ];
  const data = tableOf(
    numberColumn("weight", groups.flat()),
    numberColumn(
      "flat",
      groups.flat().map((_, at) => at % 3),
    ),
    textColumn(
      "group",
      groups.flatMap((values, at) => values.map(() => "abc"[at] ?? "")),
    ),
    textColumn("coat", [..."xxxxyyyyyxxy"]),
  );
  const pairsOf = async (more: JsonObject) => {
    const result = await run(data, { by: "group", ...more });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { pairs } = result.value;
    if (pairs?.type !== "table") throw new Error("a table of pairs was expected");
    return (name: string): Json[] => {
      const found = columnOf(pairs, name);
      return found ? Array.from({ length: pairs.rowCount }, (_, row) => cellJson(found, row)) : [];
    };
  };

  test("means by Games and Howell, or by Tukey where spreads are equal, and both say so", async () => {
    const apart = await pairsOf({ values: ["weight"], test: { type: "anova" } });
    expect([apart("group"), apart("against")]).toEqual([
      ["a", "a", "b"],
      ["b", "c", "c"],
    ]);
    // stats/oracles/post-hoc.json; R's ptukey gives about nine decimal places.
    near(apart("padj"), [0.00782338631039214, 0.686906383071471, 0.0311393414382938], 1e-6);
    expect(apart("pvalue")).toEqual([]);
    const equal = await pairsOf({ values: ["weight"], test: { type: "anova", variances: "equal" } });
    near(equal("padj"), [0.0039054008215148, 0.748865550241189, 0.0210746212026383], 1e-6);
    near(equal("difference"), [-2.985, -0.558333333333332, 2.42666666666667], 1e-9);
    const { body } = await tested(data, { values: ["weight"], by: "group", test: { type: "anova" } });
    expect(body.said.at(-1)).toMatchObject({ key: "test-cell.pairs-found", params: { n: 3, found: 2 } });
    expect(body.inR.at(-1)).toBe("PMCMRplus::gamesHowellTest(d$weight ~ factor(d$group))");
  });

  test("ranks by Dunn, adjusted as the cell says", async () => {
    const holm = await pairsOf({ values: ["weight"], test: { type: "kruskal-wallis" }, adjust: "holm" });
    near(holm("pvalue"), [0.00720065104490454, 0.671814321234946, 0.0428182299512106], 1e-9);
    near(holm("padj"), [0.0216019531347136, 0.671814321234946, 0.0856364599024213], 1e-9);
  });

  test("counts by the test of each two groups", async () => {
    const fisher = await pairsOf({ values: ["coat"], test: { type: "fisher" } });
    // R: fisher.test of each two columns of table(coat, group).
    near(fisher("pvalue"), [0.007936507937, 0.428571428571, 0.107142857143], 1e-9);
    expect(fisher("n_group")).toEqual([4, 4, 5]);
  });

  test("of several values those that pass, and of two groups nothing more", async () => {
    const several = await pairsOf({ values: ["weight", "flat"], test: { type: "anova" } });
    expect(several("variable")).toEqual(["weight", "weight", "weight"]);
    const two = await run(data, { values: ["weight"], by: "group", groups: ["a", "b"] });
    expect(two.ok && "pairs" in two.value).toBe(false);
  });
});

describe("a column may have fewer values than rows", () => {
  const data = (first: readonly (number | null)[]) =>
    tableOf(
      numberColumn("full", [3, 5, 4, 6, 2, 7, 5, 8, 9, 7, 6, 8, 1, 5, 6, 7, 3, 2]),
      numberColumn("thin", [...first, 5, 6, 4, 7, 5, 6, 3, 2, 9, 8, 4, 5]),
      textColumn("group", [..."AAAAAABBBBBBCCCCCC"]),
    );
  test("what is told of one value alone is disclosed as that", async () => {
    const one = data([7.25, null, null, null, null, null]);
    const spec = { values: ["thin"], by: "group", groups: ["A", "B"], test: { type: "mann-whitney" } };
    const { body } = await tested(one, spec);
    expect(body.sizes).toEqual([1, 6]);
    expect(testReport.discloses(body)?.behind).toMatchObject({ sizes: [1, 6] });
    expect((await tested(one, { ...spec, values: ["full", "thin"] })).body.sizes).toEqual([1, 6]);
    // Of an older body the sizes are not known.
    const { sizes: _sizes, ...older } = body;
    expect(testReport.discloses(older as typeof body)?.behind).toMatchObject({ sizes: [1, 6] });
  });
  test("a group without any value is left out and named", async () => {
    const { body } = await tested(data([null, null, null, null, null, null]), { values: ["thin"], by: "group" });
    const said = body.said.map(({ key, params }) => [key, params]);
    const middles = said.find(([key]) => key === "test-cell.means" || key === "test-cell.medians");
    expect(JSON.stringify(middles)).not.toMatch(/∞|A /);
    expect(said).toContainEqual(["test-cell.groups-without", { n: 1, groups: ["A"], value: "thin" }]);
  });
});

describe("groups within which nothing varies", () => {
  const data = tableOf(
    numberColumn("y", [1, 2, 3, 4, 5, 5, 5, 5, 2, 6, 3, 8]),
    numberColumn("steps", [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]),
    textColumn("group", [..."AAAABBBBCCCC"]),
  );
  const why = async (value: string, variances: string) => {
    const result = await run(data, { values: [value], by: "group", test: { type: "anova", variances } });
    if (result.ok) throw new Error("it was answered");
    return [(result.error.params["why"] as { key: string }).key, result.error.fix?.value ?? null];
  };
  test("are refused with their reason, and with the test that needs no spread of each", async () => {
    expect(await why("y", "differ")).toEqual(["statistical-tests.one-group-constant", { type: "kruskal-wallis" }]);
    expect(await why("steps", "differ")).toEqual(["statistical-tests.groups-constant", null]);
    expect(await why("steps", "equal")).toEqual(["statistical-tests.groups-constant", null]);
  });
});

test("a number is not related within individuals, and neither are three groups: a mixed regression is", async () => {
  const sheet = tableOf(
    textColumn("mouse", [..."aabbccddeeff"], { semantic: "patient" }),
    numberColumn("dose", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    numberColumn("y", [2, 1, 4, 3, 6, 5, 8, 7, 9, 12, 10, 11]),
    textColumn("time", [..."xyzxyzxyzxyz"]),
  );
  expect(await refused(sheet, { values: ["y"], by: "dose" })).toEqual({ reason: "test-cell.repeated-individuals-number" });
  expect(await refused(sheet, { values: ["y"], by: "time" })).toEqual({ reason: "test-cell.repeated-individuals-several" });
  expect(await refused(sheet, { values: ["y"], by: "dose", pairs: "mouse" })).toEqual({
    reason: "test-cell.pairs-by-number",
    fix: { path: ["pairs"], value: null },
  });
  expect(await refused(sheet, { values: ["y"], by: "dose", byIs: "number", groups: ["1", "2"] })).toEqual({
    reason: "test-cell.groups-by-number",
    fix: { path: ["groups"], value: [] },
  });
  const line = tableOf(numberColumn("x", [1, 2, 3, 4]), numberColumn("y", [2, 4, 6, 8]));
  const { body } = await tested(line, { values: ["y"], by: "x", test: { type: "pearson" } });
  expect(body.said.map(({ key }) => key)).toContain("test-cell.exact-fit");
});

test("three answers are not counted exactly", async () => {
  const sheet = tableOf(textColumn("then", [..."abcabcabc"]), textColumn("now", [..."bcacabbab"]));
  const result = await run(sheet, { values: ["now"], by: "then", test: { type: "mcnemar", exact: "always" } });
  expect(result.ok ? null : (result.error.params["why"] as { key: string }).key).toBe("statistical-tests.exact-of-two");
});

// R 4.2.2, the printed call: 0.514285714285714, 36 of 70 ways.
test("an exact permutation prints a call that deals all ways out, one that was drawn a call that draws", async () => {
  const sheet = tableOf(textColumn("group", [..."aaabbbba"]), numberColumn("y", [1.2, 3.4, 2.2, 5.1, 4.4, 6.3, 2.9, 7.7]));
  const asked = { values: ["y"], by: "group", test: { type: "permutation" } };
  const { body, column } = await tested(sheet, asked);
  expect(column("pvalue")).toEqual([36 / 70]);
  expect(body.inR.join()).toContain("combn(length(y), sum(g == levels(g)[1])");
  const many = tableOf(textColumn("group", [..."abcabcabc"]), numberColumn("y", [1.2, 3.4, 2.2, 5.1, 4.4, 6.3, 2.9, 7.7, 1]));
  expect((await tested(many, asked)).body.inR.join()).toContain("replicate(");
});

test("an odds ratio says which odds are over which", async () => {
  const sheet = tableOf(textColumn("group", [..."aaaaaabbbbb"]), textColumn("ill", [..."yyyyynynnnn"]));
  const { body, out } = await tested(sheet, { values: ["ill"], by: "group", test: { type: "fisher" } });
  // It is the statistic and the effect: once, beside its interval.
  expect(out.columns.map(({ name }) => name).filter((name) => name.startsWith("odds"))).toEqual([
    "odds_ratio",
    "odds_ratio_low",
    "odds_ratio_high",
  ]);
  // R: fisher.test(table(ill, group))$estimate is of n rather than y in a over the same in b.
  const told = body.said.find(({ key }) => key.endsWith("odds-of"));
  expect(told?.params).toEqual({ value: "n", other: "y", of: "a", against: "b" });
});

describe("no interval leaves out what was seen, and none says that a few ranks are certain", () => {
  // R 4.2.2: chisq.test(table(cat, g)): X-squared = 0.0995671, df = 4, p = 0.9988012; cramers_v of effectsize 0.8 tells 0.05 [0.00, 0.00].
  test("less than chance leaves nearly always: Cramér's V by itself", async () => {
    const cells: readonly (readonly [string, string, number])[] = [
      ["a", "x", 2],
      ["a", "y", 2],
      ["a", "z", 4],
      ["b", "x", 2],
      ["b", "y", 2],
      ["b", "z", 4],
      ["c", "x", 2],
      ["c", "y", 2],
      ["c", "z", 3],
    ];
    const rows = cells.flatMap(([cat, g, n]) => Array.from({ length: n }, () => [cat, g] as const));
    const data = tableOf(
      textColumn(
        "cat",
        rows.map(([cat]) => cat),
      ),
      textColumn(
        "g",
        rows.map(([, g]) => g),
      ),
    );
    const { column, body } = await tested(data, { values: ["cat"], by: "g", test: { type: "chi-square" } });
    near(column("chi2"), [0.0995670995671], 1e-9);
    near(column("pvalue"), [0.9988011692446], 1e-9);
    expect([column("v_low"), column("v_high")]).toEqual([[null], [null]]);
    expect(body.said.map(({ key }) => key)).toContain("test-cell.effect-v");
  });
  test("five values in one order: a correlation of 1 without an interval; by means the line itself", async () => {
    const data = tableOf(
      numberColumn("x", [1, 2, 3, 4, 5]),
      numberColumn("y", [1, 4, 9, 16, 25]),
      numberColumn("z", [2, 4, 6, 8, 10]),
    );
    for (const type of ["spearman", "kendall"]) {
      const { column } = await tested(data, { values: ["y"], by: "x", test: { type } });
      near(column("r"), [1]);
      expect([column("r_low"), column("r_high")], type).toEqual([[null], [null]]);
    }
    const line = await tested(data, { values: ["z"], by: "x", test: { type: "pearson" } });
    expect([line.column("r_low"), line.column("r_high")]).toEqual([[1], [1]]);
  });
  test("groups that do not overlap: a rank-biserial correlation of 1 without an interval", async () => {
    const data = tableOf(numberColumn("v", [1, 2, 3, 4, 5, 6, 7, 8]), textColumn("g", [..."aaaabbbb"]));
    const { column } = await tested(data, { values: ["v"], by: "g", test: { type: "mann-whitney" } });
    near(column("pvalue"), [0.0285714285714286]);
    expect([column("rank_biserial"), column("rank_biserial_low")]).toEqual([[-1], [null]]);
  });
});

test("what is near enough to normal for the test that is proposed is not called not normal beside it", async () => {
  // Shapiro-Wilk of the second group: p = 0.0322 (R: shapiro.test), below 0.05 and not below 0.01.
  const other = [0.1, 0.2, 0.3, 0.3, 0.5, 0.6, 0.8, 1.1, 1.9, 2.6];
  const data = tableOf(
    numberColumn("v", [0.9, 1.4, 1.6, 1.9, 2, 2.1, 2.3, 2.6, 2.9, 3.3, ...other]),
    textColumn("g", [..."aaaaaaaaaabbbbbbbbbb"]),
  );
  const { body } = await tested(data, { values: ["v"], by: "g" });
  expect(body.why?.key).toBe("test-cell.why-t");
  expect(body.assumptions.map(({ key }) => key)).toContain("test-cell.not-quite-normal");
});

test("a difference says which way, of pairs in what it is measured, and what was not shown has no size", async () => {
  // R 4.2.2: t.test(z, x, paired = TRUE): mean difference 0.3, p = 0.6072; t.test(y, x, paired = TRUE): 2.12, p = 3.8e-5.
  const data = tableOf(
    numberColumn("x", [1, 2, 3, 4, 5]),
    numberColumn("y", [3, 4.5, 4.9, 6.2, 7]),
    numberColumn("z", [2, 1, 4.5, 3, 6]),
  );
  const saidOf = async (value: string) =>
    (await tested(data, { values: [value], by: "x", test: { type: "paired-t" } })).body.said.map(({ key, params }) => [
      key.replace("test-cell.", ""),
      params,
    ]);
  expect(await saidOf("y")).toMatchObject([
    ["differs-from", {}],
    ["difference", { of: "y", against: "x", value: 2.12 }],
    ["effect-g-of-pairs-between", {}],
    ["size-3", {}],
  ]);
  expect((await saidOf("z")).map(([key]) => key)).toEqual(["not-from", "difference", "could-find", "effect-g-of-pairs-between"]);
});
