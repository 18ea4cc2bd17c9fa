// What is told of the cells of a notebook while it is worked with, and the data sets' files behind each word: who may not
// see them is told another one. The scheduler and the lease protocol say it, the feed carries it.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { CellSession, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";

/** An event with the data sets' files behind what it tells: who may not see them gets another one. */
export interface FeedItem {
  readonly event: RunEvent;
  readonly sources: readonly string[];
}

/** What is to be said of a cell; null: it is gone. */
export interface CellNews {
  readonly cell: CellId;
  readonly session: CellSession | null;
  readonly sources: readonly string[];
}

export interface ShownNews extends CellNews {
  readonly shown: ShownResult;
  /** Behind what is on show; `sources` are also those behind the cell as it reads now. */
  readonly behind: Sources;
}
