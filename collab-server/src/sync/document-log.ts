// The update log in Postgres as a room sees it: append, load, compact; and bringing an old document's specs to their
// present shape, under the document's lock, before anybody sees it.

import * as Y from "yjs";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { migrateNotebook } from "@genomecraft/cells/notebook/migrations.ts";
import { holdsOldSpecs, readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import { writeNotebook } from "@genomecraft/cells/notebook/y-write.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import {
  appendUpdate,
  bindClients,
  loadUpdate,
  loadUpdates,
  lockDocument,
  replaceUpdates,
} from "@genomecraft/storage/queries/documents.ts";
import { rightsNow } from "@genomecraft/storage/queries/rights.ts";
import { sqlState } from "../errors.ts";
import { ourselves } from "./client-ids.ts";
import { readableRows, withoutDeepValues } from "./nesting.ts";
import { DocumentGone, type DocumentLog } from "./room-log.ts";

export function newDocumentLog(options: {
  readonly db: Database;
  readonly notebook: string;
  readonly lab: string;
  /** This server, among those on the database. */
  readonly replica: string;
  readonly now: () => number;
  /** Something stored nests too deep, and is left out where it is read. */
  readonly onCut?: () => void;
}): DocumentLog {
  const { db, notebook, lab, replica, now } = options;
  return {
    load: async () => {
      const stored = await loadUpdates(db, notebook);
      const { doc, rows, wasCut } = await readableRows(stored.map(({ data }) => data));
      if (wasCut) options.onCut?.();
      const isOld = holdsOldSpecs(doc, kindOf);
      doc.destroy();
      return isOld ? migrate(options) : rows;
    },

    append: (data, spans, rights) => orGone(() => appendUpdate(db, { notebook, lab, data, spans, at: now(), replica, rights })),

    rightsNow: () => rightsNow(db),

    bind: (clients) => orGone(() => bindClients(db, { notebook, lab }, clients)),

    row: async (seq) => {
      const data = await loadUpdate(db, seq);
      return data && withoutDeepValues(data);
    },

    compact: () =>
      db.transaction(async (tx) => {
        await lockDocument(tx, notebook);
        const rows = await loadUpdates(tx, notebook);
        if (rows.length < 2) return rows.length;
        // Loaded with garbage collection: what was deleted keeps its place and loses its content.
        const { doc } = await readableRows(rows.map(({ data }) => data));
        const merged = Y.encodeStateAsUpdate(doc);
        doc.destroy();
        await replaceUpdates(tx, { notebook, lab, replaced: rows, merged });
        return rows.length;
      }),
  };
}

/** The notebook was purged: there is nothing to append to. */
async function orGone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) === "23503") throw new DocumentGone();
    throw error;
  }
}

/** Writes the migrated specs as one more update. Another server may have done so while we waited for the lock. */
function migrate(options: Parameters<typeof newDocumentLog>[0]): Promise<readonly Uint8Array[]> {
  const { db, notebook, lab, replica, now } = options;
  return db.transaction(async (tx) => {
    await lockDocument(tx, notebook);
    const stored = await loadUpdates(tx, notebook);
    const { doc, rows } = await readableRows(stored.map(({ data }) => data));
    const before = readNotebook(doc, kindOf);
    const after = migrateNotebook(before, kindOf);
    if (after === before) return rows;
    const made: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => made.push(update));
    writeNotebook(doc, after, kindOf, "migration", now());
    await bindClients(tx, { notebook, lab }, [{ client: doc.clientID, by: ourselves }]);
    for (const data of made) await appendUpdate(tx, { notebook, lab, data, spans: [], at: now(), replica });
    doc.destroy();
    return [...rows, ...made];
  });
}
