// Files that a form's field takes: those of the notebook whose names end so, and their columns as a look tells them.

import { afterEach, expect, test, vi } from "vitest";
import { columnsOfFile, filesOfNotebook } from "./choose-file.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const row = (name: string, more: object = {}) => ({
  id: `ds_${name}`,
  version: 2,
  digest: "d",
  name,
  size: 8,
  deletedAt: null,
  earlier: [],
  ...more,
});
const answering = (answer: object): string[] => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return new Response(JSON.stringify(answer), { status: 200, headers: { "content-type": "application/json" } });
  });
  return asked;
};

test("those of the notebook by name, without others and without what is in the bin", async () => {
  const asked = answering({
    datasets: [
      row("b.PARQUET"),
      row("a.parquet"),
      row("c.csv"),
      row("gone.parquet", { deletedAt: "2026-01-01T00:00:00Z" }),
      row("x.parquet.json"),
    ],
  });
  expect(await filesOfNotebook("nb_1", [".parquet"])).toEqual([
    { digest: "d", name: "a.parquet", size: 8, dataset: "ds_a.parquet", version: 2 },
    { digest: "d", name: "b.PARQUET", size: 8, dataset: "ds_b.PARQUET", version: 2 },
  ]);
  expect(asked).toEqual([expect.stringContaining("/datasets?notebook=nb_1")]);
  answering({ datasets: [row("a.recipe.json"), row("b.json")] });
  expect((await filesOfNotebook("nb_1", [".recipe.json"])).map(({ name }) => name)).toEqual(["a.recipe.json"]);
});

test("columns are those that a look tells; of a file that is no data set nobody knows any", async () => {
  answering({ files: [{ columns: [{ name: "patient" }, { name: "kg" }] }], waiting: [], together: [] });
  const file = { digest: "d", name: "a.parquet", size: 8 };
  expect(await columnsOfFile({ ...file, dataset: "ds_1", version: 2 }, "nb_1")).toEqual(["patient", "kg"]);
  expect(await columnsOfFile(file, "nb_1")).toEqual([]);
});
