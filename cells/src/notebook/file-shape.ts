// What reading and printing of notebook files agree on: which kinds are code, which options a header knows, which ids
// need not be written.

import type { Kind } from "../contract/kind.ts";

/** Kinds whose block holds their one text itself; their other fields are options of the info line. */
export const isCodeKind = (kind: Kind): boolean => kind.textFields.length === 1 && kind.listFields.length === 0;

export const reservedOptions: ReadonlySet<string> = new Set(["id", "mode", "spec", "was"]);

/** Ids of cells that say none: by name, and of notes by the cell above, so that adding a cell changes no other's id. */
export class DefaultIds {
  private above = "top";
  private notes = 0;

  /** `id`: the one that the file says, if any. */
  of(name: string, id: string | null): string {
    const standard = `cell_${name}`;
    this.above = name || (id ?? standard).replace(/^cell_/, "");
    this.notes = 0;
    return standard;
  }

  ofNote(): string {
    this.notes++;
    return `cell_note_${this.above}${this.notes === 1 ? "" : `_${this.notes}`}`;
  }
}
