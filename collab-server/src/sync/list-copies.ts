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
  const round = async (): Promise<void> => {
    const failed: typeof changed = new Map();
    for (const [id, { room, at }] of changed) {
      changed.delete(id);
      const notebook = readNotebook(room.doc, kindOf);
      const cellCount = notebook.cells.filter((cell) => cell.deletedAt === null).length;
      const cellsInBin = notebook.cells.length - cellCount;
      await touchNotebook(db, id, { title: notebook.title, cellCount, cellsInBin, at }).catch((error: unknown) => {
        onTrouble(error);
        failed.set(id, { room, at });
      });
    }
    // What has changed since is newer.
    for (const [id, copy] of failed) if (!changed.has(id)) changed.set(id, copy);
  };
  // One after the other, so that an older copy does not come after a newer one.
  let last: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    last = last.then(round).catch(onTrouble);
    return last;
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flushSoon = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void flush().then(() => changed.size > 0 && flushSoon(10_000));
    }, ms);
    timer.unref?.();
  };
  return {
    later: (room) => {
      changed.set(room.id, { room, at: now() });
      flushSoon(1_500);
    },
    flush,
  };
}
