// Cells of a notebook are made in this process, and what came of them is written down as a server does.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { putShown } from "@genomecraft/storage/queries/shown.ts";
import { cellSessions } from "@genomecraft/storage/schema/index.ts";
import { resultsOfLab, settleCells } from "../publications/settle-notebook.ts";
import type { ServerCore } from "../server-context.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { type InPlaceOptions, runInPlace } from "./run-in-place.ts";

/** `isWanted`: absent: all of them. */
export async function runCells(
  context: ServerCore,
  options: InPlaceOptions,
  isWanted: (cell: CellId) => boolean = () => true,
): Promise<void> {
  const { notebook, lab, by } = options;
  const content = await committedNotebook(context.db, notebook);
  const wanted = content.cells.map(({ id }) => id).filter(isWanted);
  const results = resultsOfLab(context.db, { notebook, lab, now: context.now });
  const executor = runInPlace(context, options);
  const sessions = await settleCells(content, wanted, { results, executor, by, now: context.now });
  const behind = sourcesInNotebook(content);
  for (const [cell, session] of sessions) {
    const sources = behind.get(cell) ?? [];
    if (session.shown) await putShown(context.db, { notebook, lab, cell, shown: session.shown, sources, at: context.now() });
    await context.db
      .insert(cellSessions)
      .values({ notebook, lab, cell, session, sources })
      .onConflictDoUpdate({ target: [cellSessions.notebook, cellSessions.cell], set: { session, sources } });
  }
}
