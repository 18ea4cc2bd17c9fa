// What stood in the cells of a notebook whose door was shut for good, kept in this browser so that nothing typed is lost.

import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { jsonOrNull } from "./json-or-null.ts";

const draftKey = (id: string): string => `genomecraft:draft:${id}`;

export interface Draft {
  readonly at: number;
  readonly title: string;
  readonly texts: readonly { readonly name: string; readonly text: string }[];
}

/** What stood in the cells when the server closed the door for good, so that nothing typed is lost. */
export function keepDraft(id: string, notebook: Notebook): void {
  const texts = notebook.cells
    .filter((cell) => cell.deletedAt === null)
    .map((cell) => ({ name: cell.name || cell.kind, text: JSON.stringify(cell.spec, null, 2) }));
  try {
    localStorage.setItem(draftKey(id), JSON.stringify({ at: Date.now(), title: notebook.title, texts } satisfies Draft));
  } catch {
    // A full or forbidden storage keeps nothing; the page still shows what was typed until it is left.
  }
}
export function readDraft(id: string): Draft | null {
  const text = localStorage.getItem(draftKey(id));
  return text === null ? null : (jsonOrNull(text) as Draft | null);
}
export const dropDraft = (id: string): void => localStorage.removeItem(draftKey(id));
