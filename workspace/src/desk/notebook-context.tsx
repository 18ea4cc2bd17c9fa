// What every part of the notebook page shares: the open notebook, what the screen itself remembers, what follows from
// both, and the acts that people do.

import { createContext, type ReactNode, useContext } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { ArtifactReader } from "@genomecraft/cells/contract/kind-view.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { NotebookInfo, NotebookRole } from "../api/answers.ts";
import { type Store, useStore } from "../base/store.ts";
import type { OpenNotebook } from "../live/open-notebook.ts";
import type { NotebookActs } from "./acts.ts";
import type { Derived, UiState } from "./ui-state.ts";

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
