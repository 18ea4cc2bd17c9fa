// The copies of what lists show of a notebook: its documents say it, its row is written a little later.

import { kindOf } from "@genomecraft/cells/kinds.ts";
import { readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { touchNotebook } from "@genomecraft/storage/queries/documents.ts";
import type { Room } from "./room.ts";

export interface ListCopies {
  /** The room's document has changed. */
  later(room: Room): void;
  /** Writes now what waits. */
  flush(): Promise<void>;
}

/** Title, number of cells and time of the last change: once for many keystrokes. */
export function listCopies({
  db,
  now,
  onTrouble,
}: {
  readonly db: Database;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
}): ListCopies {
  const changed = new Map<string, { readonly room: Room; readonly at: number }>();
  const flush = async (): Promise<void> => {
    for (const [id, { room, at }] of changed) {
      changed.delete(id);
      const notebook = readNotebook(room.doc, kindOf);
      const cellCount = notebook.cells.filter((cell) => cell.deletedAt === null).length;
      const cellsInBin = notebook.cells.length - cellCount;
      await touchNotebook(db, id, { title: notebook.title, cellCount, cellsInBin, at }).catch(onTrouble);
    }
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    later: (room) => {
      changed.set(room.id, { room, at: now() });
      timer ??= setTimeout(() => {
        timer = null;
        void flush();
      }, 1_500);
      timer.unref?.();
    },
    flush,
  };
}
