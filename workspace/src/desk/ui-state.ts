// What the notebook's screen itself remembers (focus, folds, open panels), and what is derived from document and feed.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { newStore, type Store } from "../base/store.ts";
import type { ResultsNow } from "../live/outputs.ts";

export type RailTab = "outline" | "data" | "bin";

export interface UiState {
  readonly focused: CellId | null;
  /** Letters are commands, not text. */
  readonly command: boolean;
  readonly folded: ReadonlySet<CellId>;
  /** Forms that were opened or closed by hand. */
  readonly forms: ReadonlyMap<CellId, boolean>;
  /** Cells whose settings are shown as text. */
  readonly asText: ReadonlySet<CellId>;
  /** Notes whose text is being edited. */
  readonly editing: CellId | null;
  readonly renaming: CellId | null;
  /** Where the next cell goes: after this cell, null at the top; undefined when the menu is shut. */
  readonly adding: { readonly after: CellId | null } | null;
  readonly railTab: RailTab;
  readonly drawer: "rail" | "inspector" | null;
  readonly inspector: boolean;
  readonly palette: boolean;
  readonly keys: boolean;
  readonly share: boolean;
  readonly publish: boolean;
  readonly history: boolean;
  /** Client whose steps are followed. */
  readonly following: number | null;
  /** Values that only this tab sees. */
  readonly personal: ReadonlyMap<CellId, Json>;
  /** What a control is dragged to just now: seen here alone, written when it is let go. */
  readonly preview: { readonly cell: CellId; readonly value: Json } | null;
}

export const newUi = (): Store<UiState> =>
  newStore<UiState>({
    focused: null,
    command: true,
    folded: new Set(),
    forms: new Map(),
    asText: new Set(),
    editing: null,
    renaming: null,
    adding: null,
    railTab: "outline",
    drawer: null,
    inspector: true,
    palette: false,
    keys: false,
    share: false,
    publish: false,
    history: false,
    following: null,
    personal: new Map(),
    preview: null,
  });

/** The values of parameters as this tab sees them, where they are other than the document's. */
export const valuesHere = ({ personal, preview }: UiState): ReadonlyMap<CellId, Json> =>
  preview ? new Map(personal).set(preview.cell, preview.value) : personal;

/** What follows from document, feed and personal values; a new object whenever one of them changes. */
export interface Derived {
  readonly graph: DependencyGraph;
  readonly results: ResultsNow;
  /** Cells whose results were made of other settings than stand here now, which the server has not answered; the edited one behind each. */
  readonly late: ReadonlyMap<CellId, CellId>;
}
