// One open notebook: the shared document, its socket, the run feed, what is saved, who is here. Made when the page
// opens, destroyed when it closes; components follow its stores.

import { decoding } from "./decoding.ts";
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Result } from "@genomecraft/cells/base/result.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { Operation, Refusal } from "@genomecraft/cells/notebook/operation.ts";
import { newNotebookDoc } from "@genomecraft/cells/notebook/y-shape.ts";
import { observeNotebook, readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import { textOf, writeOperations } from "@genomecraft/cells/notebook/y-write.ts";
import { newNotebookUndo, type NotebookUndo } from "@genomecraft/cells/notebook/y-undo.ts";
import { emptySession, hasGap, reduceSession } from "@genomecraft/cells/session/reduce-session.ts";
import { readEvent } from "@genomecraft/cells/session/read-session.ts";
import type { RunEvent, SessionState } from "@genomecraft/cells/session/run-event.ts";
import { syncProtocol } from "@genomecraft/collab-server/contract/sync-protocol.ts";
import type { NotebookRole } from "../api/answers.ts";
import { newStore, type Store } from "../base/store.ts";
import { serverAnswers } from "../base/server-answers.ts";
import { presenceColour } from "../app/person.tsx";
import { meetPeople } from "../app/known-people.ts";
import { wordsCame } from "../words/speak.ts";
import { askForFeed } from "./ask-for-feed.ts";
import { newComeBack } from "./come-back.ts";
import { keepDraft } from "./drafts.ts";
import { jsonOrNull } from "./json-or-null.ts";
import { newUnanswered } from "./unanswered.ts";
import { underNewId } from "./under-new-id.ts";
import { bringKinds, kindsHere, shapeOf } from "../kinds/kinds-here.ts";

export type Connection =
  | { readonly state: "connecting" | "online" | "offline" }
  /** Stopped for good: signed out, no access, gone, another history of the document, or what was written is refused. */
  | { readonly state: "closed"; readonly why: ClosedWhy };
type ClosedWhy = "signed-out" | "no-access" | "gone" | "replaced" | "too-deep" | "full";

/** What stood in a page whose client id belongs to somebody else, as if it had been written under another one. */
export interface Offer {
  readonly state: Uint8Array;
  readonly client: number;
}

export interface Person {
  readonly client: number;
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly cell: CellId | null;
  /** What she is editing in that cell, a field of its form. */
  readonly field: string | null;
  readonly me: boolean;
}

export interface OpenNotebook {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly undo: NotebookUndo;
  readonly notebook: Store<Notebook>;
  readonly feed: Store<SessionState>;
  /** How often all cells were told anew: after a gap, and where somebody's rights have changed. */
  readonly retold: Store<number>;
  readonly connection: Store<Connection>;
  /** Whether the document came at least once, with the kinds of its cells and all words. */
  readonly loaded: Store<boolean>;
  /** Why the page cannot draw the cells: a part of it did not come. */
  readonly broken: Store<Error | null>;
  readonly saved: Store<boolean>;
  /** Cells with settings that the server has not answered. */
  readonly unanswered: Store<ReadonlySet<CellId>>;
  /** When somebody edited it since it was opened here; null: nobody did. */
  readonly editedAt: Store<number | null>;
  /** What hinders the server from saving: its database does not answer, or its disk is full. */
  readonly waits: Store<"database" | "disk" | null>;
  /** How much of its size the notebook has, per cent, once it is nearly full. */
  readonly fills: Store<number | null>;
  readonly role: Store<NotebookRole>;
  readonly people: Store<readonly Person[]>;
  /** Does operations as one step of undo, or answers why not. */
  write(operations: readonly Operation[]): Result<void, Refusal>;
  text(cell: CellId, field: string): Y.Text | null;
  /** Tells the others where one is. */
  stand(cell: CellId | null, field: string | null): void;
  reconnect(): void;
  destroy(): void;
}

/** The server's close codes (collab-server/src/sync/connection.ts). */
const closedWhy: { readonly [code: number]: ClosedWhy } = {
  4401: "signed-out",
  4404: "gone",
  4409: "replaced",
  4413: "too-deep",
  4414: "full",
  4423: "replaced",
  4426: "replaced",
};

const idOfAnother = 4423;
/** Of its size; below, nobody need think of it. */
const nearlyFull = 0.8;

/** A server that is silent for so long about an edit that it has, has nothing to say of it. */
const answersWithinMs = 5_000;

const origin = { by: "this tab" };

export function openNotebook(options: {
  readonly id: string;
  readonly epoch: string | number;
  readonly role: NotebookRole;
  readonly user: { readonly id: string; readonly name: string };
  /** What a page before this one wrote and could not save. */
  readonly offer?: Offer;
  /** This page's client id belongs to somebody else: open it again, with this. */
  readonly onIdTaken?: (offer: Offer) => void;
}): OpenNotebook {
  const doc = newNotebookDoc();
  if (options.offer) {
    Y.applyUpdate(doc, options.offer.state);
    doc.clientID = options.offer.client;
  }
  const awareness = new Awareness(doc);
  const undo = newNotebookUndo(doc, origin);
  const notebook = newStore<Notebook>(readNotebook(doc, shapeOf));
  const feed = newStore<SessionState>(emptySession);
  const retold = newStore(0);
  const connection = newStore<Connection>({ state: "connecting" });
  const loaded = newStore(false);
  const editedAt = newStore<number | null>(null);
  const broken = newStore<Error | null>(null);
  const saved = newStore(options.offer === undefined);
  const unanswered = newUnanswered();
  const fills = newStore<number | null>(null);
  const waits = newStore<"database" | "disk" | null>(null);
  const role = newStore<NotebookRole>(options.role);
  const people = newStore<readonly Person[]>([]);

  const provider = new WebsocketProvider(`${location.origin.replace(/^http/, "ws")}/api/v1/sync`, options.id, doc, {
    awareness,
    params: { ext: "1", v: String(syncProtocol), epoch: String(options.epoch) },
    connect: false,
    disableBc: true,
  });
  const comeBack = newComeBack({
    ask: serverAnswers,
    connect: () => provider.connect(),
    pause: pauseUntilLookedAt,
    random: Math.random,
  });
  provider.on("connection-close", () => {
    // The provider would try again by itself, later and later.
    provider.shouldConnect = false;
    comeBack.lost();
  });
  // The first opening of a long notebook brings a word on every cell: what comes close together is drawn once.
  let events: RunEvent[] = [];
  let takingEvents: ReturnType<typeof setTimeout> | null = null;
  const takeEvents = (): void => {
    const taken = events;
    events = [];
    takingEvents = null;
    feed.set((before) => taken.reduce(takeEvent, before));
    if (taken.some(({ type }) => type === "snapshot")) retold.set((times) => times + 1);
    // What is told while an edit is under way is of the document before it.
    if (saved.get()) unanswered.answered(taken.flatMap(cellsTold));
  };
  // A number that is missing will not come by itself: what was missed is asked for, once until it is there.
  let asked = false;
  const takeEvent = (state: SessionState, event: RunEvent): SessionState => {
    if (event.type === "snapshot") asked = false;
    else if (!asked && hasGap(state, event)) {
      asked = true;
      provider.ws?.send(askForFeed());
    }
    return reduceSession(state, event);
  };
  provider.messageHandlers[100] = (_encoder, decoder) => {
    const event = jsonOrNull(decoding.readVarString(decoder)) as RunEvent | null;
    if (!event) return;
    events.push(readEvent(event));
    takingEvents ??= setTimeout(takeEvents, 8);
  };
  provider.messageHandlers[101] = (_encoder, decoder) => {
    const committed = Y.decodeStateVector(decoding.readVarUint8Array(decoder)).get(doc.clientID) ?? 0;
    if (committed >= Y.getState(doc.store, doc.clientID)) saved.set(true);
  };
  provider.messageHandlers[102] = (_encoder, decoder) => {
    const said = jsonOrNull(decoding.readVarString(decoder)) as {
      readonly role?: NotebookRole;
      readonly epoch?: string | number;
      readonly waits?: "database" | "disk" | null;
      readonly fills?: number;
    } | null;
    if (said?.role) role.set(said.role);
    if (said?.fills !== undefined) fills.set(said.fills >= nearlyFull ? Math.round(100 * said.fills) : null);
    if (said?.waits !== undefined) waits.set(said.waits);
  };
  provider.on("status", ({ status }: { readonly status: string }) => {
    if (connection.get().state === "closed") return;
    // Whoever answers next says anew what it waits for.
    if (status !== "connected") waits.set(null);
    if (status === "disconnected") connection.set({ state: "offline" });
    if (status === "connecting" && connection.get().state !== "offline") connection.set({ state: "connecting" });
  });
  provider.on("connection-error", () => {
    if (connection.get().state === "connecting") connection.set({ state: "offline" });
  });
  provider.on("sync", (synced: boolean) => {
    if (!synced) return;
    void begin();
    comeBack.arrived();
    connection.set({ state: "online" });
  });
  provider.on("closed", ({ code, reason }: { readonly code: number; readonly reason: string }) => {
    comeBack.stop();
    if (code === idOfAnother && options.onIdTaken && reason.includes(` ${doc.clientID} `)) {
      const client = new Y.Doc().clientID;
      options.onIdTaken({ state: underNewId(Y.encodeStateAsUpdate(doc), doc.clientID, client), client });
      return;
    }
    const why = closedWhy[code] ?? "no-access";
    if (!saved.get()) keepDraft(options.id, notebook.get());
    connection.set({ state: "closed", why });
  });
  provider.connect();

  let silence: ReturnType<typeof setTimeout> | null = null;
  const awaitAnswer = (): void => {
    if (silence) clearTimeout(silence);
    silence = null;
    if (saved.get() && connection.get().state === "online" && unanswered.cells.get().size > 0)
      silence = setTimeout(() => unanswered.answered(null), answersWithinMs);
  };
  for (const store of [saved, connection, unanswered.cells]) store.subscribe(awaitAnswer);

  const fall = (error: unknown): void => broken.set(error instanceof Error ? error : new Error(String(error)));
  const stopObserving = observeNotebook(doc, shapeOf, (next) => {
    if (!loaded.get()) return;
    unanswered.changed(notebook.get(), next);
    notebook.set(next);
    bringKinds(next.cells.map((cell) => cell.kind)).catch(fall);
  });
  let titled: string | null = null;
  // Cells are drawn with all that they say, and do not grow under the eyes.
  const begin = async (): Promise<void> => {
    if (loaded.get()) return;
    try {
      const cells = readNotebook(doc, shapeOf).cells.filter((cell) => cell.deletedAt === null);
      await Promise.all([bringKinds(cells.map((cell) => cell.kind)), wordsCame()]);
    } catch (error) {
      fall(error);
      return;
    }
    // Beside the title that came with the document the one that was typed before it stands at the same time, and either wins.
    if (titled !== null && readNotebook(doc, shapeOf).title !== titled)
      writeOperations(doc, [{ type: "set-title", title: titled }], shapeOf, origin);
    notebook.set(readNotebook(doc, shapeOf));
    loaded.set(true);
    bringKinds(notebook.get().cells.map((cell) => cell.kind)).catch(fall);
  };
  // What a kind says of its cells is read when it is there: followers of the notebook look again.
  const stopWaiting = kindsHere.subscribe(() => loaded.get() && notebook.set((now) => ({ ...now })));
  doc.on("update", (_update: Uint8Array, from: unknown) => {
    if (from !== provider) saved.set(false);
    // What comes with the document was written before.
    if (loaded.get()) editedAt.set(Date.now());
  });

  const identity = { id: options.user.id, name: options.user.name, color: presenceColour(options.user.id) };
  awareness.setLocalState({ user: { ...identity, colorLight: identity.color }, cell: null, field: null });
  const readPeople = (): void => {
    const found: Person[] = [];
    for (const [client, state] of awareness.getStates()) {
      const user = state.user as { id?: string; name?: string; color?: string } | undefined;
      if (!user?.name) continue;
      found.push({
        client,
        id: user.id ?? user.name,
        name: user.name,
        colour: presenceColour(user.id ?? user.name),
        cell: (state.cell as CellId | null | undefined) ?? null,
        field: (state.field as string | null | undefined) ?? null,
        me: client === doc.clientID,
      });
    }
    meetPeople(found);
    found.sort((a, b) => a.client - b.client);
    if (JSON.stringify(found) !== JSON.stringify(people.get())) people.set(found);
  };
  awareness.on("change", readPeople);
  readPeople();

  const beforeUnload = (event: BeforeUnloadEvent): void => {
    if (!saved.get()) event.preventDefault();
  };
  addEventListener("beforeunload", beforeUnload);

  return {
    id: options.id,
    doc,
    awareness,
    undo,
    notebook,
    feed,
    retold,
    connection,
    loaded,
    broken,
    saved,
    unanswered: unanswered.cells,
    editedAt,
    waits,
    fills,
    role,
    people,
    write: (operations) => {
      // Else what was typed half a second before a cell is binned would be undone with it.
      const apart = operations.some(({ type }) => type !== "set-spec" && type !== "replace-spec" && type !== "edit-text");
      if (apart) undo.endStep();
      if (!loaded.get()) for (const operation of operations) if (operation.type === "set-title") titled = operation.title;
      const done = writeOperations(doc, operations, shapeOf, origin);
      if (apart) undo.endStep();
      return done;
    },
    text: (cell, field) => textOf(doc, cell, field),
    stand: (cell, field) => {
      const state = awareness.getLocalState();
      if (!state || (state.cell === cell && state.field === field)) return;
      awareness.setLocalState({ ...state, cell, field });
    },
    reconnect: () => provider.connect(),
    destroy: () => {
      comeBack.stop();
      removeEventListener("beforeunload", beforeUnload);
      stopObserving();
      stopWaiting();
      if (takingEvents) clearTimeout(takingEvents);
      if (silence) clearTimeout(silence);
      provider.destroy();
      undo.destroy();
      awareness.destroy();
      doc.destroy();
    },
  };
}

/** The cells whose state an event tells anew. */
const cellsTold = (event: RunEvent): readonly CellId[] =>
  event.type === "cell"
    ? [event.session.cell]
    : event.type === "gone"
      ? [event.cell]
      : event.type === "snapshot"
        ? event.cells.map(({ cell }) => cell)
        : [];

/** Pages behind others are called once a minute at most: whoever looks at one again need not wait for that. */
const pauseUntilLookedAt = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      removeEventListener("online", over);
      document.removeEventListener("visibilitychange", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    addEventListener("online", over);
    document.addEventListener("visibilitychange", over);
  });
