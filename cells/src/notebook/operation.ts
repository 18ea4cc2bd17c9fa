// Everything that can be done to a notebook, as data, and every reason why it may be refused. A race that was lost (the
// cell went to the bin meanwhile) is such a reason. Applied by apply-operation.ts, written to Yjs by y-shape.ts.

import type { MessageKey } from "../base/failure.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import type { CellMode, DashboardTile } from "./notebook.ts";
import type { ListItem } from "./spec-value.ts";
import type { Splice } from "./text-splice.ts";

export type Operation =
  /** The name must be free; "" for a cell that nothing refers to. The spec may be incomplete. */
  | {
      readonly type: "add-cell";
      readonly id: CellId;
      readonly kind: string;
      readonly name: string;
      readonly spec: JsonObject;
      readonly order: string;
      readonly mode: CellMode;
    }
  /** A copy under another name (notes: ""), with the same spec, mode and kind. */
  | { readonly type: "duplicate-cell"; readonly cell: CellId; readonly id: CellId; readonly name: string; readonly order: string }
  | { readonly type: "move-cell"; readonly cell: CellId; readonly order: string }
  /** Text references of all cells follow; the old name stays as an alias. */
  | { readonly type: "rename-cell"; readonly cell: CellId; readonly name: string }
  /** To the bin. `at`: milliseconds since the epoch. */
  | { readonly type: "delete-cell"; readonly cell: CellId; readonly at: number }
  | { readonly type: "restore-cell"; readonly cell: CellId }
  | { readonly type: "set-mode"; readonly cell: CellId; readonly mode: CellMode }
  /** Sets one value of the spec; undefined removes it. Inside a list field the second step is an index or an item's id. */
  | { readonly type: "set-spec"; readonly cell: CellId; readonly path: JsonPath; readonly value: Json | undefined }
  | { readonly type: "replace-spec"; readonly cell: CellId; readonly spec: JsonObject }
  | { readonly type: "edit-text"; readonly cell: CellId; readonly field: string; readonly splice: Splice }
  /** `before`: id of the item that the new one stands before, null for the end. */
  | {
      readonly type: "add-item";
      readonly cell: CellId;
      readonly field: string;
      readonly item: ListItem;
      readonly before: string | null;
    }
  | {
      readonly type: "move-item";
      readonly cell: CellId;
      readonly field: string;
      readonly item: string;
      readonly before: string | null;
    }
  | { readonly type: "remove-item"; readonly cell: CellId; readonly field: string; readonly item: string }
  | {
      readonly type: "set-item";
      readonly cell: CellId;
      readonly field: string;
      readonly item: string;
      readonly path: JsonPath;
      readonly value: Json | undefined;
    }
  | { readonly type: "set-title"; readonly title: string }
  | { readonly type: "set-layout"; readonly tiles: readonly DashboardTile[] }
  | { readonly type: "set-tile"; readonly tile: DashboardTile }
  | { readonly type: "remove-tile"; readonly cell: CellId };

/** Why an operation is not done, and what is said of it. */
export interface RefusalParams {
  readonly "cell-unknown": { readonly cell: string };
  readonly "cell-exists": { readonly cell: string };
  readonly "cell-in-bin": { readonly name: string };
  readonly "cell-not-in-bin": { readonly name: string };
  readonly "kind-unknown": { readonly kind: string };
  /** Of the screen alone, for a moment: what a cell is has not been loaded. */
  readonly "kind-coming": { readonly kind: string };
  readonly "name-refused": { readonly name: string; readonly suggestion: string };
  readonly "name-taken": { readonly name: string; readonly suggestion: string };
  readonly "order-refused": { readonly order: string };
  readonly "path-missing": { readonly path: string };
  readonly "value-not-storable": { readonly path: string };
  readonly "not-text": { readonly field: string };
  readonly "not-a-list": { readonly field: string };
  readonly "splice-outside": { readonly field: string; readonly length: number };
  /** `done`: how many of them could be done together. */
  readonly "batch-large": { readonly done: number };
  readonly "notebook-full": { readonly most: number };
  readonly "text-too-long": { readonly field: string; readonly limit: number };
  readonly "list-full": { readonly field: string; readonly count: number; readonly most: number };
  readonly "item-unknown": { readonly item: string };
  readonly "item-exists": { readonly item: string };
  readonly "title-unseen": { readonly [none: string]: never };
  readonly "tile-refused": { readonly cell: string };
}

/** Why an operation was not done. A Failure: failureSentence makes the sentence. */
export type Refusal = {
  [Key in keyof RefusalParams]: { readonly reason: MessageKey<`notebook.${Key}`>; readonly params: RefusalParams[Key] };
}[keyof RefusalParams];
