// What a publication stands on, read before it is made and once more under the locks in which it is written: making one may
// take minutes, and what was taken back, binned or changed meanwhile does not go out.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { graphOfNotebook, sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { waysInGraph } from "@genomecraft/cells/runtime/way-to-cell.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { labsOfNotebook } from "@genomecraft/storage/queries/access.ts";
import { sourceVersions } from "@genomecraft/storage/queries/lineage.ts";
import { originsInNotebook } from "@genomecraft/storage/queries/origins.ts";
import { pinnedWith } from "@genomecraft/storage/queries/publications.ts";
import { releasesIn } from "@genomecraft/storage/queries/releases.ts";
import { datasetStandingsOf, notebookAccessOf } from "../access.ts";
import { canNotebook } from "../permissions.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";

export interface StandsOn {
  /** The same where nothing of it has changed. */
  readonly mark: string;
  readonly isInBin: boolean;
  /** Data sets behind the chosen cells. */
  readonly datasets: readonly string[];
}

export async function standsOn(
  executor: Executor,
  of: { readonly notebook: string; readonly user: string; readonly cells: readonly string[]; readonly now: number },
): Promise<StandsOn> {
  const notebook = await committedNotebook(executor, of.notebook);
  const ways = waysInGraph(graphOfNotebook(notebook));
  const behind = sourcesInNotebook(notebook);
  const read = [...new Set(of.cells.flatMap((cell) => behind.get(cell as CellId) ?? []))];
  const made = [...(await originsInNotebook(executor, of.notebook, read)).values()].flat();
  const sources = [...new Set([...read, ...made])].sort();
  const versions = await sourceVersions(executor, of.notebook, sources);
  const datasets = [...new Set(versions.map(({ dataset }) => dataset))].sort();
  const access = await notebookAccessOf(executor, of.notebook, of.user);
  const standings = await datasetStandingsOf(executor, datasets, of.user, of.notebook);
  const chosen = new Set(of.cells);
  const released = (await releasesIn(executor, of.notebook)).filter(({ cell }) => chosen.has(cell));
  const readers = (await labsOfNotebook(executor, of.notebook)).map(({ lab }) => lab).sort();
  const mark = JSON.stringify([
    of.cells.map((cell) => [cell, ways.get(cell as CellId) ?? null]),
    versions.map(({ name: _name, labName: _labName, byName: _byName, ...version }) => version),
    datasets.map((dataset) => standings.get(dataset)),
    access !== null && canNotebook(access.role, "notebook.publish"),
    released.map((row) => [row.cell, row.lab, row.key, row.way, row.sourceSet, String(row.released)].join(" ")).sort(),
    readers,
    (await pinnedWith(executor, sources, of.now)).length,
  ]);
  return { mark, isInBin: access !== null && access.deletedAt !== null, datasets };
}
