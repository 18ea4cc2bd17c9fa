// Whose data what is said of a cell tells of: by these it is decided who hears it.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { NotebookRuntime } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";

/**
 * The data that was used, those behind what is on show, and those that the specs name now (`present`). Even that a cell
 * waits, runs or has no result tells of the data that it waits for. That a file was not granted to the notebook does not:
 * that file lets nobody see, and somebody must mend it.
 */
export function sourcesOfSession(session: CellSession, runtime: NotebookRuntime, present: (cell: CellId) => Sources): Sources {
  const behind = joinSources(runtime.sourcesOf(session.cell), present(session.cell));
  const lacking = session.shown === null ? cellWithoutGrant(session, runtime) : null;
  if (lacking === null) return behind;
  const refused = new Set(present(lacking));
  return behind.filter((source) => !refused.has(source));
}

function cellWithoutGrant({ cell, status }: CellSession, runtime: NotebookRuntime): CellId | null {
  const isRefused = (of: CellStatus | undefined): boolean =>
    of?.state === "failed" && of.failure.reason === serverWords.key("file-not-granted");
  if (status.state === "blocked") return isRefused(runtime.session().get(status.by)?.status) ? status.by : null;
  return isRefused(status) ? cell : null;
}
