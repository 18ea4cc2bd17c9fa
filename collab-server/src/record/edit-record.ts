// Edits in the record: a row a person, notebook and session of editing, with counts. The first row is there two seconds after
// the first letter; what follows is counted and written at most every ten minutes, and when the server stops.

import type { Audit } from "@genomecraft/storage/audit/audit.ts";
import type { Executor } from "@genomecraft/storage/database.ts";

export interface EditedBy {
  readonly notebook: string;
  readonly lab: string;
  readonly user: string;
  /** By the screen's live connection, or by operations of the API. */
  readonly via: "sync" | "operations";
}

export interface EditRecord {
  /** One update or operation was taken. */
  count(by: EditedBy, of: { readonly changes: number; readonly bytes: number }): void;
  /** Writes now what is counted. */
  flush(): Promise<void>;
}

const firstMs = 2_000;
const nextMs = 600_000;

interface Counted {
  readonly by: EditedBy;
  changes: number;
  bytes: number;
  since: number;
  timer: ReturnType<typeof setTimeout> | null;
}

export function openEditRecord(of: {
  readonly db: Executor;
  readonly audit: Audit;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
}): EditRecord {
  const sessions = new Map<string, Counted>();

  const write = async (name: string, counted: Counted): Promise<void> => {
    if (counted.timer) clearTimeout(counted.timer);
    counted.timer = null;
    if (counted.changes === 0) {
      // Nothing for ten minutes: this session of editing is over.
      sessions.delete(name);
      return;
    }
    const { changes, bytes, since } = counted;
    counted.changes = 0;
    counted.bytes = 0;
    const { notebook, lab, user, via } = counted.by;
    try {
      await of.audit.record(of.db, {
        lab,
        user,
        action: "notebook.edit",
        target: notebook,
        detail: { via, changes, bytes, since },
      });
      counted.since = of.now();
      later(name, counted, nextMs);
    } catch (error) {
      counted.changes += changes;
      counted.bytes += bytes;
      of.onTrouble(error);
      later(name, counted, firstMs);
    }
  };
  const later = (name: string, counted: Counted, ms: number): void => {
    counted.timer ??= setTimeout(() => {
      counted.timer = null;
      void write(name, counted);
    }, ms);
    counted.timer.unref();
  };

  return {
    count: (by, { changes, bytes }) => {
      const name = `${by.notebook} ${by.user} ${by.via}`;
      let counted = sessions.get(name);
      if (!counted) {
        counted = { by, changes: 0, bytes: 0, since: of.now(), timer: null };
        sessions.set(name, counted);
        later(name, counted, firstMs);
      }
      counted.changes += changes;
      counted.bytes += bytes;
    },
    flush: async () => {
      await Promise.all([...sessions].map(([name, counted]) => write(name, counted)));
    },
  };
}
