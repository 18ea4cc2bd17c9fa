// What the state of a cell tells of data: of a failure and of progress only what quotes no value.

import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import type { GraphCell } from "@genomecraft/cells/notebook/notebook-graph.ts";
import type { CellStatus } from "@genomecraft/cells/session/cell-status.ts";

/** What the document alone says is no secret of the data. */
export const isOfSpec = ({ state }: CellStatus, of: GraphCell | undefined): boolean =>
  state === "off" ||
  state === "draft" ||
  (state === "invalid" && of !== undefined && (of.problem !== null || of.kind === null)) ||
  (state === "needs-input" && of !== undefined && of.missing !== null);

/** Failures and progress may quote values; what a sentence without any says stays. */
export function withoutValues(status: CellStatus): CellStatus {
  switch (status.state) {
    case "failed":
      return {
        state: "failed",
        failure:
          Object.keys(status.failure.params).length === 0
            ? { reason: status.failure.reason, params: {} }
            : serverWords.failure("failed-unseen"),
        key: status.key,
      };
    case "running":
      return { ...status, note: null };
    default:
      return status;
  }
}
