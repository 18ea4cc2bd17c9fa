// What the rest of the server does with documents: create, copy, read, change, print, import, restore. Every change of a
// document that exists is an ordinary transaction on the live one; a document is never rebuilt from a file or JSON.

import * as Y from "yjs";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { newCellId } from "@genomecraft/cells/base/ids.ts";
import { err, ok, type Result } from "@genomecraft/cells/base/result.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { appendedNotebook } from "@genomecraft/cells/notebook/append-notebook.ts";
import { applyOperation, emptyNotebook, growthRefusal } from "@genomecraft/cells/notebook/apply-operation.ts";
import { newBatchBudget } from "@genomecraft/cells/notebook/batch-budget.ts";
import type { FileRef } from "@genomecraft/cells/base/refs.ts";
import { liveCells, type Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { parseNotebookFileInTurns, printNotebookFile } from "@genomecraft/cells/notebook/notebook-file.ts";
import type { Operation, Refusal } from "@genomecraft/cells/notebook/operation.ts";
import { newNotebookDoc } from "@genomecraft/cells/notebook/y-shape.ts";
import { readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import { seedNotebook, writeNotebook, writeOperations } from "@genomecraft/cells/notebook/y-write.ts";
import type { Database, Executor } from "@genomecraft/storage/database.ts";
import { appendUpdate, bindClients } from "@genomecraft/storage/queries/documents.ts";
import { filesNamedBy } from "@genomecraft/storage/queries/datasets.ts";
import { graphOfNotebook, isLongToLookAt, lookInTurns, sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { datasetStandingsOf } from "../access.ts";
import { canDataset } from "../permissions.ts";
import { refuse } from "../errors.ts";
import type { NotebookDocuments } from "../server-context.ts";
import { largestDocument, mostRecords } from "./document-size.ts";
import { ourselves } from "./client-ids.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import { turns } from "../turns.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

export interface LiveDocuments extends NotebookDocuments {
  read(notebook: string): Promise<Notebook>;
  /** Does operations for a person who may edit; all or none. Resolves when they are safe. */
  applyOperations(notebook: string, operations: readonly Operation[], by: string): Promise<Result<Notebook, Refusal>>;
  print(notebook: string): Promise<string>;
  /** `replace`: cells that the text lacks go to the bin. `append`: its cells come after those that are there. */
  importText(
    notebook: string,
    lab: string,
    text: string,
    mode: "replace" | "append",
    by: string,
  ): Promise<Result<{ readonly cellCount: number }, Failure>>;
  /** The present notebook becomes `content`, as one edit. */
  restore(notebook: string, content: Notebook, by: string): Promise<void>;
}

export function liveDocuments(options: {
  readonly db: Database;
  readonly rooms: Rooms;
  readonly now: () => number;
}): LiveDocuments {
  const { db, rooms, now } = options;

  const withRoom = async <T>(
    notebook: string,
    work: (room: Awaited<ReturnType<Rooms["acquire"]>>["room"]) => T | Promise<T>,
  ): Promise<T> => {
    const { room, release } = await rooms.acquire(notebook);
    try {
      return await work(room);
    } finally {
      release();
    }
  };

  /** The notebook as it is now. Where much in it is new it has been looked at in turns. */
  const lookedAt = async (room: Pick<Room, "doc">): Promise<Notebook> => {
    let read = readNotebook(room.doc, kindOf);
    while (isLongToLookAt(read)) {
      await lookInTurns(read, turns);
      read = readNotebook(room.doc, kindOf);
    }
    return read;
  };

  /** For whatever makes the document longer. */
  const withRoomToGrow: typeof withRoom = (notebook, work) =>
    withRoom(notebook, (room) => {
      if (room.size.exceeds(0)) refuse("too-large", "notebook-full", { mb: largestDocument / 2 ** 20, records: mostRecords });
      return work(room);
    });

  /** A path means data that the notebook holds already, or that this person may add to it: others are as if they were not. */
  const parse = async (
    executor: Executor,
    of: { readonly lab: string; readonly notebook: string | null; readonly by: string },
    text: string,
  ): Promise<Result<Notebook, Failure>> => {
    const named = await filesNamedBy(executor, { user: of.by, lab: of.lab, notebook: of.notebook });
    const standings = await datasetStandingsOf(executor, [...new Set(named.map((file) => file.dataset))], of.by);
    const files = named.flatMap(({ attached, ...file }) =>
      attached || canDataset(standings.get(file.dataset) ?? "none", "dataset.attach") ? [file] : [],
    );
    const parsed = await parseNotebookFileInTurns(text, kindOf, {
      turns,
      kindNames: Object.keys(kinds),
      fileAt: (path): FileRef | null => {
        const name = path.split(/[/\\]/).at(-1);
        const found = files.find((file) => file.name === path) ?? files.find((file) => file.name === name);
        return found ? { ...found, path } : null;
      },
    });
    // A title is given here as by an operation.
    if (parsed.ok) return applyOperation(parsed.value, { type: "set-title", title: parsed.value.title }, kindOf);
    const lines = parsed.error.slice(0, 5).map((problem) => `line ${problem.line}: ${failureSentence(problem.failure, "en")}`);
    return err(serverWords.failure("notebook-text", { detail: lines.join(" ") }));
  };

  const seed = async (
    tx: Executor,
    to: { readonly id: string; readonly lab: string; readonly title: string; readonly by: string },
    content: Notebook,
  ): Promise<{ readonly cellCount: number }> => {
    const doc = newNotebookDoc();
    await turns.pause();
    seedNotebook(doc, { ...content, id: to.id, title: to.title }, kindOf, to.by);
    await turns.pause();
    // All of it was written here and now, under one id.
    const spans = [{ by: to.by, client: doc.clientID, from: 0, to: Y.getState(doc.store, doc.clientID) }];
    const data = Y.encodeStateAsUpdate(doc);
    await turns.pause();
    await bindClients(tx, { notebook: to.id, lab: to.lab }, [{ client: doc.clientID, by: ourselves }]);
    await appendUpdate(tx, {
      notebook: to.id,
      lab: to.lab,
      data,
      spans,
      at: now(),
      replica: rooms.replica,
    });
    doc.destroy();
    return { cellCount: liveCells(content) };
  };

  return {
    sources: async (notebook) => sourcesInNotebook(await withRoom(notebook, lookedAt)),
    graph: async (notebook) => graphOfNotebook(await withRoom(notebook, lookedAt)),

    create: async (tx, notebook) => {
      if (notebook.text === undefined || notebook.text === "") return ok(await seed(tx, notebook, emptyNotebook));
      const parsed = await parse(tx, { lab: notebook.lab, notebook: null, by: notebook.by }, notebook.text);
      if (!parsed.ok) return parsed;
      const tooMany = growthRefusal(emptyNotebook, parsed.value);
      if (tooMany) refuse("conflict", tooMany);
      return ok(await seed(tx, notebook, parsed.value));
    },

    copy: async (tx, from, to) => {
      const content = await withRoom(from, (room) => readNotebook(room.doc, kindOf));
      // The bin stays where it is.
      return seed(tx, to, { ...content, cells: content.cells.filter((cell) => cell.deletedAt === null) });
    },

    rename: (notebook, title, by) =>
      withRoomToGrow(notebook, async (room) => {
        const { value, saved } = room.write(by, (doc) => writeOperations(doc, [{ type: "set-title", title }], kindOf, by));
        if (value.ok) await saved;
      }),

    read: (notebook) => withRoom(notebook, lookedAt),

    applyOperations: (notebook, operations, by) =>
      withRoomToGrow(notebook, async (room): Promise<Result<Notebook, Refusal>> => {
        // Names in texts are followed by a rename.
        await lookedAt(room);
        const { value, saved } = room.write(by, (doc) => writeOperations(doc, operations, kindOf, by, newBatchBudget()));
        if (!value.ok) return value;
        await saved;
        return ok(readNotebook(room.doc, kindOf));
      }),

    print: (notebook) => withRoom(notebook, (room) => printNotebookFile(readNotebook(room.doc, kindOf), kindOf)),

    importText: async (notebook, lab, text, mode, by) => {
      const parsed = await parse(db, { lab, notebook, by }, text);
      if (!parsed.ok) return parsed;
      return withRoomToGrow(notebook, async (room) => {
        const { value: refused, saved } = room.write(by, (doc) => {
          const before = readNotebook(doc, kindOf);
          const after =
            mode === "replace"
              ? { ...parsed.value, ...(before.id === undefined ? {} : { id: before.id }) }
              : appendedNotebook(before, parsed.value, { kindOf, newId: newCellId });
          const tooMany = growthRefusal(before, after);
          if (!tooMany) writeNotebook(doc, after, kindOf, by, now());
          return tooMany;
        });
        if (refused) refuse("conflict", refused);
        await saved;
        return ok({ cellCount: liveCells(readNotebook(room.doc, kindOf)) });
      });
    },

    restore: (notebook, content, by) =>
      withRoomToGrow(notebook, async (room) => {
        const { saved } = room.write(by, (doc) => writeNotebook(doc, content, kindOf, by, now()));
        await saved;
      }),
  };
}
