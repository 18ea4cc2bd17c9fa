// Features of several views in a notebook without a server: Parquet files beside it, ours and of others, joined as they were known.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import "@genomecraft/cells/all-words.ts";
import { columnOf, numberColumn, cellJson, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { writeParquet } from "@genomecraft/cells/formats/write/parquet.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { runNotebookFile } from "./run-notebook.ts";

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-features-"));
  writeFileSync(at("visits.csv"), "patient,on\na,2024-02-15\na,2023-12-31\nb,2024-02-01\n");
  writeFileSync(
    at("weights.parquet"),
    await writeParquet(
      tableOf(
        textColumn("patient", ["a", "a", "b"]),
        textColumn("day", ["2024-01-01", "2024-03-01", "2024-01-31"]),
        numberColumn("kg", [70, 72, 50]),
      ),
    ),
  );
  writeFileSync(at("cut.parquet"), (await writeParquet(tableOf(numberColumn("x", [1])))).subarray(0, 40));
});
afterAll(() => rmSync(folder, { recursive: true }));

const notebook = (body: string): string =>
  `---\nformat: 1\ntitle: Known\n---\n\n\`\`\`load visits\nfile: visits.csv\nread: table\n\`\`\`\n\n\`\`\`features known\n${body}\`\`\`\n`;

async function run(body: string) {
  writeFileSync(at("x.gc.md"), notebook(body));
  const result = await runNotebookFile(at("x.gc.md"));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const cell = result.value.cells.find(({ name }) => name === "known");
  const made = cell?.state === "fresh" ? await result.value.artifact("known") : null;
  const table = made?.ok && made.value.type === "table" ? made.value : null;
  const kg = table && columnOf(table, "kg");
  const said = cell?.failure ? failureSentence(cell.failure, "en") : null;
  return { cell, said, kg: kg && table ? Array.from({ length: table.rowCount }, (_, row) => cellJson(kg, row)) : null };
}

const view = "views:\n  - file: weights.parquet\n    entity: patient\n    time: day\n";
test("what was known at the moment, and the same key again", async () => {
  const first = await run(`${view}entities: =visits\nentity: patient\ntime: on\n`);
  expect([first.said, first.kg]).toEqual([null, [70, null, 50]]);
  const again = await run(
    `${view.replace("file: weights.parquet", "file: {path: ./weights.parquet}")}entities: =visits\nentity: patient\ntime: on\n`,
  );
  expect([again.cell?.key, again.cell?.cached]).toEqual([first.cell?.key, true]);
  expect((await run(view)).kg).toEqual([72, 50]);
}, 60_000);

test("what is no Parquet, or was cut, is refused by its name", async () => {
  const other = (file: string): string => `views:\n  - file: ${file}\n    entity: patient\n`;
  const { said, cell } = await run(other("visits.csv"));
  expect(said).toMatch(/visits\.csv/);
  expect([cell?.failure?.at, cell?.failure?.fix]).toEqual([["views", 0, "file"], undefined]);
  expect((await run(other("cut.parquet"))).said).toMatch(/cut\.parquet/);
  expect((await run(`${view.replace("    time: day\n", "")}`)).said).toMatch(/weights has several rows for 1 value of patient/);
}, 60_000);
