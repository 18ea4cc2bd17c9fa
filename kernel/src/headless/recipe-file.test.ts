// A saved recipe beside a notebook: the step `recipe` finds it by its path, and its digest enters the key.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import "@genomecraft/cells/all-words.ts";
import { columnOf } from "@genomecraft/cells/artifacts/table.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { runNotebookFile } from "./run-notebook.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-recipe-"));
  writeFileSync(path.join(folder, "later.csv"), "id,age\nq,\nr,10\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const form = { type: "table", columns: [{ name: "age", type: "float64" }] };
const recipe = (mean: number) =>
  JSON.stringify({
    genomecraft: "recipe",
    form: 1,
    chain: {
      takes: form,
      gives: form,
      steps: [
        {
          verb: "fill-missing",
          version: 3,
          options: { verb: "fill-missing", columns: ["age"], fill: { by: "mean" } },
          freezes: "fitted",
          fitted: { state: { fills: [{ column: "age", value: mean }] }, keeps: "statistics", rows: 3, of: 5 },
        },
      ],
    },
    tests: [{ rule: "missing", column: "age", most: 0 }],
  });
const notebook = (from: string): string =>
  `---\nformat: 1\ntitle: Later\n---\n\n\`\`\`load later\nfile: later.csv\nread: table\n\`\`\`\n\n\`\`\`transform ready\nfrom: =later\nsteps:\n  - verb: recipe\n    from: ${from}\n\`\`\`\n`;

async function run(from: string, given: string) {
  writeFileSync(path.join(folder, "fill.recipe.json"), given);
  writeFileSync(path.join(folder, "x.gc.md"), notebook(from));
  const result = await runNotebookFile(path.join(folder, "x.gc.md"));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const cell = result.value.cells.find(({ name }) => name === "ready");
  const made = cell?.state === "fresh" ? await result.value.artifact("ready") : null;
  const ages = made?.ok && made.value.type === "table" ? columnOf(made.value, "age") : null;
  return { cell, ages: ages?.type === "float64" || ages?.type === "int32" ? [...ages.values] : null };
}

test("its path is enough, and {path} is the same; another recipe is another key", async () => {
  const first = await run("fill.recipe.json", recipe(41.5));
  expect(first.ages).toEqual([41.5, 10]);
  const named = await run("{path: fill.recipe.json}", recipe(41.5));
  expect(named.cell?.key).toBe(first.cell?.key);
  expect(named.cell?.cached).toBe(true);
  const other = await run("fill.recipe.json", recipe(7));
  expect(other.ages).toEqual([7, 10]);
  expect(other.cell?.key).not.toBe(first.cell?.key);
}, 60_000);

test("one that was cut, and one that is not there, are told in words", async () => {
  const { cell } = await run("fill.recipe.json", recipe(41.5).slice(0, 200));
  expect(cell?.failure && failureSentence(cell.failure, "en")).toMatch(/^fill\.recipe\.json ends in the middle/);
  await expect(run("gone.recipe.json", recipe(1))).rejects.toThrow(/gone\.recipe\.json/);
}, 60_000);
