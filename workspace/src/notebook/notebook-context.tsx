// What every part of the notebook page shares: the open notebook, what the screen itself remembers (focus, folds, open
// panels), the graph, and the acts that people do.

import { createContext, type ReactNode, useContext } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { ArtifactReader } from "@genomecraft/cells/kinds/kind-view.ts";
import { type DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { NotebookInfo, NotebookRole } from "../api/types.ts";
import { newStore, type Store, useStore } from "../app/store.ts";
import type { OpenNotebook } from "../live/open-notebook.ts";
import type { ResultsNow } from "../live/outputs.ts";
import type { NotebookActs } from "./acts.ts";

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
  /** Client whose steps are followed. */
  readonly following: number | null;
  /** Values that only this tab sees. */
  readonly personal: ReadonlyMap<CellId, Json>;
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
    following: null,
    personal: new Map(),
  });

/** What follows from document, feed and personal values; a new object whenever one of them changes. */
export interface Derived {
  readonly graph: DependencyGraph;
  readonly results: ResultsNow;
}

export interface NotebookScreen {
  readonly open: OpenNotebook;
  readonly info: NotebookInfo;
  readonly ui: Store<UiState>;
  readonly derived: Store<Derived>;
  /** What cells show to this person alone, because of values that only she turned. */
  readonly overlay: Store<ReadonlyMap<CellId, CellSession>>;
  readonly reader: ArtifactReader;
  readonly acts: NotebookActs;
  /** Where the list says how to go to a cell. */
  readonly handle: { scrollTo: ((cell: CellId) => void) | null };
}

const Context = createContext<NotebookScreen | null>(null);
export const NotebookProvider = ({ value, children }: { readonly value: NotebookScreen; readonly children: ReactNode }) => (
  <Context value={value}>{children}</Context>
);

export function useNotebook(): NotebookScreen {
  const screen = useContext(Context);
  if (!screen) throw new Error("a part of the notebook stands outside its page");
  return screen;
}

export const useUi = <S,>(select: (ui: UiState) => S, equal?: (a: S, b: S) => boolean): S =>
  useStore(useNotebook().ui, select, equal);
export const useRole = (): NotebookRole => useStore(useNotebook().open.role);
export const canEdit = (role: NotebookRole): boolean => role === "owner" || role === "editor";
export const canRun = (role: NotebookRole): boolean => role !== "viewer";
export const useCanEdit = (): boolean => canEdit(useRole());

/** The session of a cell as this person sees it. */
export function useSession(id: CellId): CellSession | undefined {
  const { open, overlay } = useNotebook();
  const mine = useStore(overlay, (cells) => cells.get(id));
  const shared = useStore(open.feed, (feed) => feed.cells.get(id));
  return mine ?? shared;
}
