// Versions: the state of a document, its notebook as plain data, and what was on show, kept by name or by the clock
// (every ten minutes of work, after two idle minutes, and when the last one has left).

import * as Y from "yjs";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { addVersion, documentHead, unkeptChange } from "@genomecraft/storage/queries/documents.ts";
import { shownInNotebook } from "@genomecraft/storage/queries/shown.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";

const everyMs = 10 * 60_000;
const idleMs = 2 * 60_000;

export async function keepVersion(
  db: Database,
  room: Room,
  version: { readonly name: string | null; readonly by: string; readonly at: number },
): Promise<string> {
  const head = await documentHead(db, room.id);
  const shown = await shownInNotebook(db, room.id);
  const id = newId("ver", systemRandom) as string;
  const results = Object.fromEntries(
    [...shown].map(([cell, row]) => {
      const { key, outputs } = row.shown as ShownResult;
      return [
        cell,
        {
          key,
          outputs: Object.fromEntries(Object.entries(outputs).map(([port, output]) => [port, output.digest])),
          sources: row.sources,
        },
      ];
    }),
  );
  await addVersion(db, {
    id,
    notebook: room.id,
    lab: head?.lab ?? "",
    ...version,
    state: Y.encodeStateAsUpdate(room.doc),
    content: readNotebook(room.doc, kindOf),
    results,
  });
  return id;
}

/** What rooms keep of themselves: changes that nobody was there for two minutes after. */
export const versionsOfRooms = (options: { readonly db: Database; readonly now: () => number }) => ({
  /** As a room goes. */
  kept: (room: Room): Promise<void> => keepChanges(options.db, room, options.now()),
  /** As a room comes that went with changes which no version holds: the server stopped. As of the last of them. */
  found: async (room: Room): Promise<void> => {
    const change = await unkeptChange(options.db, room.id);
    if (change) await keepVersion(options.db, room, { name: null, ...change });
  },
});

async function keepChanges(db: Database, room: Room, at: number): Promise<void> {
  const since = room.changedSince;
  room.changedSince = null;
  try {
    await keepVersion(db, room, { name: null, by: room.lastBy, at });
  } catch (error) {
    room.changedSince ??= since;
    throw error;
  }
}

/** Looks every 20 s which rooms have something new to keep. Answers how to stop. */
export function startVersions(options: {
  readonly db: Database;
  readonly rooms: Rooms;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
}): () => void {
  const seen = new Map<string, { vector: string; since: number }>();
  const round = async (): Promise<void> => {
    for (const room of options.rooms.open.values()) {
      if (room.changedSince === null || room.state !== "open") continue;
      const at = options.now();
      const vector = Buffer.from(room.committed).toString("base64");
      const before = seen.get(room.id);
      if (!before || before.vector !== vector) seen.set(room.id, { vector, since: at });
      const isIdle = before?.vector === vector && at - before.since >= idleMs;
      if (!isIdle && Date.now() - room.changedSince < everyMs) continue;
      // One that cannot be kept keeps no other from being.
      await keepChanges(options.db, room, at).catch(options.onTrouble);
    }
    for (const id of seen.keys()) if (!options.rooms.open.has(id)) seen.delete(id);
  };
  const timer = setInterval(() => void round().catch(options.onTrouble), 20_000);
  timer.unref();
  return () => clearInterval(timer);
}
