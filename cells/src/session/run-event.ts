// What the run feed carries, numbered per notebook; progress and log are ephemeral and carry no number.

import type { CellId, RunId } from "../base/ids.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { CellSession } from "./cell-status.ts";

export type RunEvent =
  /** The whole session, sent on connecting. */
  | { readonly type: "snapshot"; readonly seq: number; readonly cells: readonly CellSession[] }
  | { readonly type: "cell"; readonly seq: number; readonly session: CellSession }
  | { readonly type: "gone"; readonly seq: number; readonly cell: CellId }
  | {
      readonly type: "progress";
      readonly cell: CellId;
      readonly run: RunId;
      readonly fraction: number | null;
      readonly note: Sentence | null;
    }
  | { readonly type: "log"; readonly cell: CellId; readonly run: RunId; readonly offset: number; readonly text: string };

export interface SessionState {
  readonly seq: number;
  readonly cells: ReadonlyMap<CellId, CellSession>;
  /** Log of the run that is or was last at work on a cell; ephemeral, the last 64 K characters. */
  readonly logs: ReadonlyMap<CellId, RunLog>;
}
export interface RunLog {
  readonly run: RunId;
  readonly text: string;
  /** How many characters of the run's log have been seen, those cut off at the front included. */
  readonly offset: number;
}
