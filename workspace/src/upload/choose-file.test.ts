// Files that a form's field takes: those of the notebook whose names end so, and their columns as a look tells them.

import { afterEach, expect, test, vi } from "vitest";
import type { FileRef } from "@genomecraft/cells/base/refs.ts";
import { columnsOfFile, filesOfNotebook, takeFile, toldOfFile } from "./choose-file.ts";

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
    return new Response(JSON.stringify({ recipes: [], views: [], ...answer }), {
      status: 200,
      headers: { "content-type": "application/json" },
    });
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
  expect(asked).toEqual([
    expect.stringContaining("/datasets?notebook=nb_1"),
    expect.stringContaining("/recipes"),
    expect.stringContaining("/feature-views"),
  ]);
  answering({ datasets: [row("a.recipe.json"), row("b.json")] });
  expect((await filesOfNotebook("nb_1", [".recipe.json"])).map(({ name }) => name)).toEqual(["a.recipe.json"]);
});

test("what stands in the feature store is offered, but for what is closed or not to be used any more; what is chosen is added to the notebook's data", async () => {
  const entry = (id: string, more: object = {}) => ({
    id,
    name: "Scaled",
    version: 3,
    digest: id,
    fileName: `${id}.recipe.json`,
    size: 9,
    deprecated: null,
    ...more,
  });
  const asked = answering({
    datasets: [row("a.recipe.json", { id: "ds_used" })],
    recipes: [
      entry("ds_used"),
      entry("ds_new"),
      entry("ds_closed", { digest: null, size: null }),
      entry("ds_drifted", { alert: "alert", digest: null, size: null }),
      entry("ds_old", { deprecated: { why: "mice only" } }),
    ],
  });
  const offered = await filesOfNotebook("nb_1", [".recipe.json"]);
  expect(offered.map(({ dataset, version }) => [dataset, version])).toEqual([
    ["ds_new", 3],
    ["ds_used", 3],
  ]);
  expect(await takeFile("nb_1", offered[1] as FileRef)).toBe(true);
  expect(asked.filter((url) => url.endsWith("/notebooks/nb_1/datasets"))).toEqual([]);
  expect(await takeFile("nb_1", offered[0] as FileRef)).toBe(true);
  expect(asked.filter((url) => url.endsWith("/notebooks/nb_1/datasets"))).toHaveLength(1);
  const say = (key: string, params: object): string => `${key} ${JSON.stringify(params)}`;
  const used = { digest: "x", name: "x", size: 9, dataset: "ds_used", version: 1 };
  expect(await toldOfFile(used, say)).toBe('file-newer {"n":3,"name":"Scaled"}');
  expect(await toldOfFile({ ...used, version: 3 }, say)).toBeNull();
  expect(await toldOfFile({ ...used, dataset: "ds_drifted", version: 3 }, say)).toBe('file-alert {"n":3,"name":"Scaled"}');
  expect(await toldOfFile({ ...used, dataset: "ds_old" }, say)).toBe('file-deprecated {"why":"mice only"}');
});

test("columns are those that a look tells; of a file that is no data set nobody knows any", async () => {
  answering({ files: [{ columns: [{ name: "patient" }, { name: "kg" }] }], waiting: [], together: [] });
  const file = { digest: "d", name: "a.parquet", size: 8 };
  expect(await columnsOfFile({ ...file, dataset: "ds_1", version: 2 }, "nb_1")).toEqual(["patient", "kg"]);
  expect(await columnsOfFile(file, "nb_1")).toEqual([]);
});
