// What cells have on show, in a folder: of many who ask at once none undoes what another has set.

import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { expect, test } from "vitest";
import { FolderResults } from "./folder-results.ts";

test("what one cell came to show is kept, however many ask meanwhile what they showed before", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "gc-shown-"));
  const cells = Array.from({ length: 20 }, (_, index) => `cell_${index}` as CellId);
  const shown = (key: string) => ({ key: key as ResultKey, outputs: {}, at: 1, by: "", ms: 1 });
  const results = new FolderResults(folder, "a.gc.md");
  const asked = cells.map((cell) => results.wasShown(cell));
  await Promise.all([...cells.map((cell) => results.show(cell, shown(cell))), ...asked]);
  await results.show("cell_last" as CellId, shown("last"));
  const after = new FolderResults(folder, "a.gc.md");
  const kept = await Promise.all([...cells, "cell_last" as CellId].map((cell) => after.wasShown(cell)));
  expect(kept.filter((each) => each === null)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
