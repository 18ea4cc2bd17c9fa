// Notebooks without a server: the examples run, a second run reuses everything, verify agrees, and a change of one byte
// of data is told.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figureThumbnail, type ThumbnailMark } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";
import { colourOf, groupNumbers, withGroupColours } from "@genomecraft/cells/artifacts/group-colours.ts";
import type { Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { pagesOf } from "@genomecraft/cells/artifacts/figure-page.ts";
import { cellJson, cellString, columnOf, textsOf } from "@genomecraft/cells/artifacts/table.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { inputSlots, resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { load } from "@genomecraft/cells/kinds/load/spec.ts";
import { tilesFirst } from "@genomecraft/cells/notebook/tiles-first.ts";
import { type NotebookRun, runNotebookFile } from "./run-notebook.ts";
import { verifyNotebookFile } from "./verify-notebook.ts";

const examples = path.resolve(import.meta.dirname, "../../../examples");
const notebooks = [
  "influenza-mouse",
  "wdbc",
  "sex-differences",
  "genotypes-of-populations",
  "blood-cells",
  "leukaemia-mutations",
  "differences",
  "genes-of-an-infection",
  "trait-of-a-stretch",
  "influenza-pathways",
  "pictures-of-data",
];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-run-"));
  cpSync(examples, folder, { recursive: true, filter: (file) => !file.endsWith(".genomecraft") });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (name: string, options: Parameters<typeof runNotebookFile>[1] = {}) => {
  const result = await runNotebookFile(path.join(folder, `${name}.gc.md`), options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test.each(notebooks)(
  "the example %s runs without a failure, and again from its results alone",
  async (name) => {
    const first = await run(name);
    expect(first.cells.filter((cell) => cell.state !== "fresh").map((cell) => [cell.name, cell.state, cell.failure])).toEqual([]);
    const second = await run(name);
    const computed = second.cells.filter((cell) => cell.kind !== "note" && cell.kind !== "parameter");
    expect(computed.filter((cell) => !cell.cached)).toEqual([]);
    const digests = (cells: typeof first.cells) =>
      cells.map((cell) => [cell.name, cell.key, ...Object.values(cell.outputs).map((output) => output.digest)]);
    expect(digests(second.cells)).toEqual(digests(first.cells));
  },
  240_000,
);

// R 4.2, survival 3.5-3: EXPECTED.json of the data, and coxph(~ DNMT3A + FLT3 + NPM1 + TP53) of the 170 who were sequenced.
test("the mutations of the leukaemias go with survival as R says", async () => {
  const { artifact } = await run("leukaemia-mutations");
  const report = async (cell: string): Promise<JsonObject> => {
    const found = await artifact(cell, "report");
    return found.ok && found.value.type === "report" ? (found.value.body as JsonObject) : expect.fail(cell);
  };
  expect(await report("cohort")).toMatchObject({
    samples: 200,
    sequenced: 193,
    counted: 1732,
    genes: expect.arrayContaining([{ name: "DNMT3A", samples: 48, share: 48 / 193 }]),
  });
  expect(await report("by_DNMT3A")).toMatchObject({
    n: 175,
    events: 110,
    groups: [{ n: 132 }, { n: 43 }],
    logRank: { p: expect.closeTo(2.13703e-4, 9) },
    model: { hazards: [{ label: "DNMT3A: mutated / wild type", ratio: expect.closeTo(2.155639, 6) }] },
    doubts: expect.arrayContaining([
      expect.objectContaining({
        key: "survival-cell.without-out-ratio",
        params: expect.objectContaining({ p: expect.closeTo(1.44e-4, 7) }),
      }),
      expect.objectContaining({ key: "survival-cell.left-infinite", rows: [12] }),
      expect.objectContaining({ key: "survival-cell.left-zero", rows: [13] }),
    ]),
  });
  expect(await report("together")).toMatchObject({
    groups: [{ median: 489, lower: 366, upper: 731 }],
    model: {
      n: 170,
      events: 106,
      hazards: [2.339392045, 1.531767157, 0.939178949, 4.624913841].map((ratio) => ({ ratio: expect.closeTo(ratio, 6) })),
      proportional: { p: expect.closeTo(0.53, 1) },
    },
  });
}, 120_000);

/** The figure that a list of notebooks shows of these results. */
async function pictureOf({ opened, cells, artifact }: NotebookRun): Promise<readonly ThumbnailMark[]> {
  const numbers = groupNumbers(cells.flatMap((cell) => Object.values(cell.outputs).map((output) => output.summary)));
  for (const id of tilesFirst(opened.notebook)) {
    const cell = cells.find((found) => found.id === id);
    const port = Object.entries(cell?.outputs ?? {}).find(([, output]) => output.summary.type === "figure")?.[0];
    if (!cell || port === undefined) continue;
    const figure = await artifact(cell.name, port);
    if (figure.ok && figure.value.type === "figure") return figureThumbnail(withGroupColours(figure.value, colourOf(numbers)));
  }
  return [];
}

test("tests of the example have R's numbers, and what is drawn between brackets is what is tested", async () => {
  const { cells, artifact } = await run("differences");
  const table = async (name: string, port = "out"): Promise<Table> => {
    const found = await artifact(name, port);
    if (!found.ok || found.value.type !== "table") throw new Error(`${name}.${port} is no table`);
    return found.value;
  };
  const numbers = (of: Table, name: string): readonly number[] => {
    const column = columnOf(of, name);
    return column?.type === "float64" ? [...column.values] : [];
  };
  // R: t.test and wilcox.test of mean radius by diagnosis.
  expect((numbers(await table("radius"), "pvalue")[0] ?? 0) / 1.684459e-64).toBeCloseTo(1, 5);
  expect((numbers(await table("radius_by_ranks"), "pvalue")[0] ?? 0) / 2.692943e-68).toBeCloseTo(1, 5);
  // R: p.adjust(p, "BH") of t.test of each column.
  const columns = numbers(await table("all_measurements"), "padj");
  expect([columns.length, columns.filter((p) => p < 0.05).length]).toEqual([30, 26]);
  // R: exp(coef(glm(diagnosis == "malignant" ~ `mean radius` + `mean texture`, binomial))).
  const odds = numbers(await table("malignant"), "odds_ratio");
  expect([(odds[1] ?? 0) / 2.878017907, (odds[2] ?? 0) / 1.243762433].map((of) => Number(of.toFixed(8)))).toEqual([1, 1]);
  const pairs = numbers(await table("lcn2_by_day", "pairs"), "padj");
  expect(pairs).toHaveLength(3);
  for (const [chart, expected] of [
    ["radius_drawn", [1.7e-64]],
    ["lcn2_drawn", [pairs[0], pairs[2], pairs[1]]],
  ] as const) {
    const figure = await artifact(chart, "out");
    const told = figure.ok && figure.value.type === "figure" ? JSON.stringify(figure.value.layout["meta"]) : "";
    for (const p of expected) expect(told).toContain(`"p":${Number((p ?? 0).toPrecision(2))}`);
  }
  // RNASeqPower's formula: 2 * (qnorm(1 - .001 / 2) + qnorm(.8))^2 * (1 / 20 + .3^2) / log(2)^2 = 9.95.
  const report = await artifact("mice", "report");
  expect(report.ok && report.value.type === "report" ? report.value.body : null).toMatchObject({ n: 10 });
  expect(cells.every(({ state }) => state === "fresh")).toBe(true);
}, 120_000);

// `vitest run run-notebook -u` draws them anew.
test("the pictures that the examples come with in lists are those of their own results", async () => {
  const pictures: { [file: string]: readonly ThumbnailMark[] } = {};
  for (const name of notebooks) pictures[`${name}.gc.md`] = await pictureOf(await run(name));
  await expect(`${JSON.stringify(pictures)}\n`).toMatchFileSnapshot(path.join(examples, "pictures.json"));
}, 120_000);

// DESeq2 1.38.3, ~ sex + time, genes of more than 5 counts, alpha 0.05: GSE96870_mouse_influenza/expected/counts.csv.
test("the genes of an infection are those that DESeq2 finds", async () => {
  const { artifact } = await run("genes-of-an-infection");
  const of = async (cell: string, port = "out") => {
    const found = await artifact(cell, port);
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  };
  const report = await of("compared", "report");
  const body = report.type === "report" ? (report.body as unknown as { contrasts: { name: string; found: number }[] }) : null;
  const [day8, sexes] = body?.contrasts ?? [];
  expect(Math.abs((day8?.found ?? 0) - 7450)).toBeLessThanOrEqual(5);
  expect(day8?.name).toBe("Day8 against Day0");
  expect(sexes?.found).toBeGreaterThan(45);
  const volcano = await of("compared", "volcano");
  expect(volcano.type === "figure" && pagesOf(volcano)).toEqual(["Day8 against Day0", "Male against Female"]);
  const rows = await of("heatmap", "data");
  if (rows.type !== "table") throw new Error("the data of a heatmap are a table");
  expect(rows.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(["cluster", "time", "z-score"]));
  expect(rows.rowCount).toBe(40 * 22);
  // The forty fall into genes that are higher and genes that are lower on Day 8, whole branches of the tree.
  const best = await of("best");
  const changes = best.type === "table" ? columnOf(best, "log2FoldChange") : null;
  const genes = best.type === "table" ? (best.columns[0] as Column) : null;
  if (!changes || !genes || genes.type !== "text" || changes.type !== "float64") throw new Error("the best have changes");
  const rise = new Map(textsOf(genes).map((gene, at) => [gene, (changes.values[at] as number) > 0]));
  const sides = new Map<number, Set<boolean>>();
  const [named, clusters] = [rows.columns[0], columnOf(rows, "cluster")];
  if (named?.type !== "text" || clusters?.type !== "float64") throw new Error("rows have genes and clusters");
  textsOf(named).forEach((gene, at) => {
    const cluster = clusters.values[at] as number;
    sides.set(cluster, (sides.get(cluster) ?? new Set()).add(rise.get(gene) ?? false));
  });
  expect([...sides.keys()].sort()).toEqual([1, 2]);
}, 240_000);

// DESeq2 1.38, phyper() and running sums by hand: influenza-pathways.R.
test("the processes of an infection are those that R finds", async () => {
  const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "influenza-pathways.json"), "utf8")) as {
    readonly tested: number;
    readonly sets: {
      readonly [set: string]: {
        readonly [side in "up" | "down"]: readonly [size: number, overlap: number, p: number];
      } & { readonly ranked: number };
    };
  };
  const { artifact } = await run("influenza-pathways");
  const columnsOf = async (cell: string) => {
    const found = await artifact(cell, "out");
    if (!found.ok || found.value.type !== "table") throw new Error(`${cell} is a table`);
    const table = found.value;
    return {
      rows: table.rowCount,
      text: (column: string, row: number) => cellString(columnOf(table, column) as Column, row),
      number: (column: string, row: number) => Number(cellJson(columnOf(table, column) as Column, row)),
    };
  };
  const listed = await columnsOf("listed");
  expect(listed.rows).toBe(2 * Object.keys(ofR.sets).length);
  for (let row = 0; row < listed.rows; row++) {
    const expected = ofR.sets[listed.text("set", row)]?.[listed.text("side", row) as "up" | "down"];
    expect([listed.number("size", row), listed.number("overlap", row)]).toEqual(expected?.slice(0, 2));
    expect(listed.number("pvalue", row) / (expected?.[2] as number)).toBeCloseTo(1, 8);
  }
  const ranked = await columnsOf("ranked");
  expect(ranked.rows).toBe(Object.keys(ofR.sets).length);
  for (let row = 0; row < ranked.rows; row++)
    expect(ranked.number("es", row)).toBeCloseTo(ofR.sets[ranked.text("set", row)]?.ranked as number, 5);
}, 240_000);

test("loads that name no format are keyed by the one that was found (K-1)", async () => {
  const { cells, opened } = await run("influenza-mouse");
  const loads = opened.notebook.cells.filter((cell) => cell.kind === "load");
  expect(loads.length).toBeGreaterThan(0);
  for (const { name, spec } of loads) {
    expect(spec["format"] ?? null).toBeNull();
    const full = load.schema.parse({ ...spec, format: "csv" }) as unknown as JsonObject;
    if (inputSlots(load, full).length > 0) continue;
    expect(cells.find((cell) => cell.name === name)?.key).toBe(resultKey(load, full, {}));
  }
}, 120_000);

test("SQL without an end is ended by its time, is recorded nowhere and tried again (R-15)", async () => {
  const endless = {
    join: "select sum(a.range * b.range) as n from range(100000000) a, range(100000000) b",
    recursion: "with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) as n from r",
  };
  const cells = Object.entries(endless).map(([name, sql]) => `\`\`\`query ${name} mode=auto\n${sql}\n\`\`\`\n`);
  writeFileSync(path.join(folder, "endless.gc.md"), `---\nformat: 1\n---\n\n${cells.join("\n")}`);
  for (const _again of [1, 2]) {
    const { ok, cells: found } = await run("endless", { runMinutes: { all: 0.05 } });
    expect(ok).toBe(false);
    expect(found.map(({ name, state, failure }) => [name, state, failure?.reason])).toEqual([
      ["join", "failed", "general.took-longer"],
      ["recursion", "failed", "general.took-longer"],
    ]);
  }
}, 120_000);

test("verify recomputes every kept result and finds none that differs", async () => {
  const result = await verifyNotebookFile(path.join(folder, "wdbc.gc.md"));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.first).toBe(null);
  expect(result.value.cells.every((cell) => cell.verdict === "identical" || cell.verdict === "within-tolerance")).toBe(true);
}, 120_000);

test("a parameter given on the command line changes what depends on it and nothing else", async () => {
  const before = await run("influenza-mouse");
  const after = await run("influenza-mouse", { set: [{ name: "gene", text: "Actb" }], only: ["gene_by_sex", "groups"] });
  const keyOf = (cells: typeof before.cells, name: string) => cells.find((cell) => cell.name === name)?.key;
  expect(keyOf(after.cells, "gene_by_sex")).not.toBe(keyOf(before.cells, "gene_by_sex"));
  expect(keyOf(after.cells, "groups")).toBe(keyOf(before.cells, "groups"));
}, 120_000);

test("data that are not what the notebook was made with are named, and the rest still runs", async () => {
  const file = path.join(folder, "data", "wdbc.csv");
  const before = readFileSync(file);
  writeFileSync(file, `${before.toString("utf8")}\n`);
  const changed = await run("wdbc");
  writeFileSync(file, before);
  expect(changed.ok).toBe(false);
  expect(changed.cells.find((cell) => cell.name === "tumours")?.failure).toMatchObject({
    reason: "cli.data-changed",
    params: { file: "data/wdbc.csv", expected: "7e115a871fc4" },
  });
  expect(changed.cells.find((cell) => cell.name === "overview")?.state).toBe("blocked");
});

test("what was guessed of a file is told with its setting (S-6), of a result that was kept, too; a setting ends it", async () => {
  writeFileSync(path.join(folder, "data", "comma.csv"), "id;v\na;1,50\nb;2,25\n");
  const notebook = (set: string): void =>
    writeFileSync(
      path.join(folder, "comma.gc.md"),
      `---\nformat: 1\n---\n\n\`\`\`load weights\nfile: data/comma.csv\n${set}\`\`\`\n`,
    );
  notebook("");
  for (const cached of [false, true]) {
    const { cells } = await run("comma");
    expect(cells).toMatchObject([
      {
        cached,
        isInLog: !cached,
        told: [{ key: "marks.comma", params: { value: "1,50" }, fix: { path: ["decimal"], value: "point" } }],
      },
    ]);
  }
  notebook("decimal: comma\n");
  expect((await run("comma")).cells).toMatchObject([{ state: "fresh", told: [] }]);
}, 120_000);

test("features that were chosen by what is predicted are told without a screen too, on each run", async () => {
  const cell = (head: string, body: string): string => `\`\`\`${head}\n${body}\n\`\`\`\n`;
  const model = (from: string): string =>
    `from: =${from}\ntarget: diagnosis\nalgorithm: {type: naive-bayes}\nvalidation: {type: k-fold, folds: 2}`;
  writeFileSync(
    path.join(folder, "chosen.gc.md"),
    `---\nformat: 1\n---\n\n${[
      cell("load tumours", "file: data/wdbc.csv"),
      cell(
        "query chosen mode=auto",
        'select * from tumours where "mean radius" > (select avg("mean radius") from tumours where diagnosis = \'benign\')',
      ),
      cell("transform few", "from: =chosen\nsteps:\n  - verb: head\n    rows: 200"),
      cell("train told mode=auto", model("few")),
      cell("train plain mode=auto", model("tumours")),
      cell("predict answers", "model: =told\nfrom: =few"),
      cell("chart drawn", "from: =told.predictions\nchart: {type: bar}\nx: predicted\norder: [malignant, unknown]"),
      cell("predict fine", "model: =plain\nfrom: =few"),
    ].join("\n")}`,
  );
  for (const time of [1, 2]) {
    const { cells } = await run("chosen");
    const doubts = Object.fromEntries(cells.map(({ name, doubts }) => [name, doubts]));
    expect(doubts).toMatchObject({
      told: [{ key: "learn.doubt-chosen-before", params: { cells: ["chosen"], target: "diagnosis" } }],
      plain: [],
      few: [],
      // What reads the model, its predictions and what is drawn of its validation say so, too.
      answers: [{ key: "learn.doubt-chosen-before" }],
      drawn: [{ key: "learn.doubt-chosen-before" }],
      fine: [],
    });
    // What each says of itself stands there also where its result is kept, and its log is not told again.
    const told = Object.fromEntries(cells.map((cell) => [cell.name, cell.told.map(({ key }) => key)]));
    expect(told["answers"]).toEqual(["learn.doubt-trained-on"]);
    expect(told["drawn"]).toEqual(["chart.note-order-absent"]);
    const isFirst = time === 1;
    expect(cells.filter(({ told, isInLog }) => told.length > 0 && !isInLog).map(({ name }) => name)).toEqual(
      isFirst ? ["drawn"] : ["answers", "drawn"],
    );
  }
}, 120_000);
