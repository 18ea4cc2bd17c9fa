// Notebooks without a server: the examples run, a second run reuses everything, verify agrees, and a change of one byte
// of data is told.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figureThumbnail, type ThumbnailMark } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";
import { colourOf, groupNumbers, withGroupColours } from "@genomecraft/cells/artifacts/group-colours.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { inputSlots, resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { load } from "@genomecraft/cells/kinds/load/spec.ts";
import { tilesFirst } from "@genomecraft/cells/notebook/tiles-first.ts";
import { type NotebookRun, runNotebookFile } from "./run-notebook.ts";
import { verifyNotebookFile } from "./verify-notebook.ts";

const examples = path.resolve(import.meta.dirname, "../../../examples");
const notebooks = ["influenza-mouse", "wdbc", "sex-differences", "genotypes-of-populations", "trait-of-a-stretch", "blood-cells"];
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
  120_000,
);

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

// `vitest run run-notebook -u` draws them anew.
test("the pictures that the examples come with in lists are those of their own results", async () => {
  const pictures: { [file: string]: readonly ThumbnailMark[] } = {};
  for (const name of notebooks) pictures[`${name}.gc.md`] = await pictureOf(await run(name));
  await expect(`${JSON.stringify(pictures)}\n`).toMatchFileSnapshot(path.join(examples, "pictures.json"));
}, 120_000);

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
