// One open document: everybody who has it open on this server, and the one place that writes to its update log.
//
// The machine: load -> open -> flushing -> gone. A room that is held by nobody flushes; when the flush is over it looks
// again, and goes only if still nobody holds it. `hold` is synchronous, so nobody can slip in between the last look and
// the end.
//
// The order of an update: applied here, appended to Postgres together with what came meanwhile (group commit), and only
// then sent to others and acknowledged. So nobody ever sees what a crash could take back. While Postgres is away
// updates wait and the append is tried again for as long as it takes; nothing is acknowledged meanwhile.

import * as awarenessProtocol from "y-protocols/awareness";
import * as Y from "yjs";
import type { WrittenSpan } from "@genomecraft/storage/queries/documents.ts";
import { isDiskFull } from "../errors.ts";
import { applyAll, refuseNested } from "./nesting.ts";

/** Where a room reads and writes its log. */
export interface DocumentLog {
  load(): Promise<readonly Uint8Array[]>;
  /** Safe on disk when it resolves. Answers the row's number. Rejects with DocumentGone when there is no such notebook. */
  append(update: Uint8Array, spans: readonly WrittenSpan[]): Promise<number>;
  /** The row of another server; null when compaction has replaced it. */
  row(seq: number): Promise<Uint8Array | null>;
  /** Replaces the rows that are there by one. Answers how many there were. */
  compact(): Promise<number>;
}

export class DocumentGone extends Error {
  constructor() {
    super("The notebook of this document does not exist any more.");
    this.name = "DocumentGone";
  }
}

/** Why nothing can be committed at the moment: the database does not answer, or the disk has no room. */
export type WaitsOn = "database" | "disk";

/** Somebody who is told of what is committed. */
export interface RoomMember {
  /** Committed by others (or by several at once). */
  updated(update: Uint8Array): void;
  /** Everything up to this state vector is safe. */
  saved(vector: Uint8Array): void;
  awareness(update: Uint8Array): void;
  /** What is written waits for this before it is safe; null: no longer. */
  waits(on: WaitsOn | null): void;
  /** The room ends: the notebook is gone for good, or this server cannot hold it. */
  ended(why: "gone" | "broken"): void;
}

export interface RoomOptions {
  readonly log: DocumentLog;
  /** How long a room that nobody holds stays in memory. */
  readonly idleMs: number;
  /** Rows beyond which the log is compacted. */
  readonly compactAfter: number;
  readonly onTrouble: (error: unknown) => void;
  /** Told after each commit. */
  readonly onCommitted?: (room: Room) => void;
  /** After the room has let go of its document. */
  readonly onGone: () => void;
  /** Members beyond which what they write is gathered for 20 ms. */
  readonly gatherAbove?: number;
  /** A commit that takes longer than this (default 2 s) is told as waiting for the database. */
  readonly slowMs?: number;
}

interface Waiting {
  readonly update: Uint8Array;
  readonly by: string;
  readonly from: RoomMember | null;
  readonly committed: () => void;
  readonly lost: (error: Error) => void;
}

/** Bytes that one row holds at most (a single update may hold more). */
const rowLimit = 16 * 2 ** 20;

export type DocumentListener = (doc: Y.Doc) => void;

export class Room {
  readonly id: string;
  /** A new object after a rebuild: ask again, do not keep. */
  doc: Y.Doc;
  readonly awareness: awarenessProtocol.Awareness;
  readonly ready: Promise<void>;
  state: "loading" | "open" | "flushing" | "gone" = "loading";

  private readonly options: RoomOptions;
  private readonly members = new Set<RoomMember>();
  private readonly owned = new Map<RoomMember, Set<number>>();
  private readonly bound = new Set<DocumentListener>();
  private holds = 0;
  private waiting: Waiting[] = [];
  private committing: readonly Waiting[] = [];
  private flushing: Promise<void> | null = null;
  /** Settles with the newest update that was accepted. */
  private newest: Promise<void> = Promise.resolve();
  /** Members whose updates are committed and who were not told yet. */
  private readonly unsaid = new Set<RoomMember>();
  private idle: ReturnType<typeof setTimeout> | null = null;
  private captured: Uint8Array[] | null = null;
  private committedVector: Uint8Array;
  private rows = 0;
  private compacting: Promise<void> | null = null;
  private rebuilding: Promise<void> | null = null;
  /** Told to everybody, and to whoever comes meanwhile. */
  waitsOn: WaitsOn | null = null;
  /** Nobody has committed anything since the last version was kept. */
  changedSince: number | null = null;
  /** Who wrote last, for lists and versions. */
  lastBy = "";

  constructor(id: string, options: RoomOptions) {
    this.id = id;
    this.options = options;
    this.doc = this.newDoc();
    this.committedVector = Y.encodeStateVector(this.doc);
    // Presence has a document of its own, so that it outlives a rebuild.
    this.awareness = new awarenessProtocol.Awareness(new Y.Doc());
    this.awareness.setLocalState(null);
    this.awareness.on(
      "update",
      (
        { added, updated, removed }: { readonly added: number[]; readonly updated: number[]; readonly removed: number[] },
        origin: unknown,
      ) => {
        const own = this.owned.get(origin as RoomMember);
        if (own) for (const id of [...added, ...updated]) own.add(id);
        const update = awarenessProtocol.encodeAwarenessUpdate(this.awareness, [...added, ...updated, ...removed]);
        for (const member of this.members) member.awareness(update);
      },
    );
    this.ready = this.load();
    this.ready.catch(() => {});
  }

  // ---- who holds the room -----------------------------------------------------------------------------------------

  /** Keeps the room from going. Answers how to let go; synchronous, so that it can't come too late. */
  hold(): () => void {
    this.holds += 1;
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    if (this.state === "flushing") this.state = "open";
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.holds -= 1;
      this.letGoWhenIdle();
    };
  }

  get size(): number {
    return this.members.size;
  }

  join(member: RoomMember): void {
    this.members.add(member);
    this.owned.set(member, new Set());
  }

  leave(member: RoomMember): void {
    this.members.delete(member);
    const own = this.owned.get(member);
    this.owned.delete(member);
    if (own && own.size > 0) awarenessProtocol.removeAwarenessStates(this.awareness, [...own], null);
  }

  /** Calls back with the document now and after a rebuild. Answers how to stop. */
  bind(listener: DocumentListener): () => void {
    this.bound.add(listener);
    if (this.state !== "loading") listener(this.doc);
    return () => {
      this.bound.delete(listener);
    };
  }

  private letGoWhenIdle(): void {
    if (this.holds > 0 || this.state === "gone" || this.idle) return;
    this.idle = setTimeout(() => {
      this.idle = null;
      void this.unload();
    }, this.options.idleMs);
    this.idle.unref?.();
  }

  /** Flushes and goes, unless somebody came meanwhile. */
  async unload(): Promise<void> {
    if (this.state !== "open" || this.holds > 0) return;
    this.state = "flushing";
    for (;;) {
      await this.flushed();
      await this.compacting;
      await this.rebuilding;
      // Somebody took hold while we waited: `hold` has opened the room again.
      if ((this.state as string) !== "flushing" || this.holds > 0) return;
      if (this.waiting.length === 0 && !this.flushing && !this.compacting && !this.rebuilding) break;
    }
    this.end();
  }

  private end(): void {
    this.state = "gone";
    if (this.idle) clearTimeout(this.idle);
    this.awareness.destroy();
    this.doc.destroy();
    this.options.onGone();
  }

  /** Ends the room at once: its notebook is gone, or the server stops. What waits is lost only in the first case. */
  close(why: "gone" | "broken"): void {
    if (this.state === "gone") return;
    const members = [...this.members];
    this.end();
    for (const member of members) member.ended(why);
  }

  // ---- loading ----------------------------------------------------------------------------------------------------

  private newDoc(): Y.Doc {
    const doc = new Y.Doc({ gc: true });
    doc.on("update", (update: Uint8Array) => {
      this.captured?.push(update);
    });
    return doc;
  }

  private async load(): Promise<void> {
    try {
      const rows = await this.options.log.load();
      this.rows = rows.length;
      applyAll(this.doc, rows);
      this.committedVector = Y.encodeStateVector(this.doc);
      this.state = "open";
      for (const listener of this.bound) listener(this.doc);
      this.letGoWhenIdle();
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Everything that is committed, read again into the document: after the other servers could not be heard. */
  async reload(): Promise<void> {
    await this.ready;
    while (this.rebuilding) await this.rebuilding;
    const rows = await this.options.log.load();
    while (this.rebuilding) await this.rebuilding;
    if ((this.state as string) === "gone") return;
    this.rows = rows.length;
    for (const row of rows) this.applyRemote(row);
  }

  /** A new document from what is committed and what waits to be: after an update broke off in the middle. */
  private rebuild(): void {
    this.rebuilding ??= (async () => {
      // A row that is being appended now would be missing on both sides.
      while (this.committing.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      for (let delay = 50; ; delay = Math.min(delay * 2, 2_000)) {
        try {
          const rows = await this.options.log.load();
          if (this.state === "gone") return;
          const next = this.newDoc();
          applyAll(next, rows);
          // Accepted, but not in a row yet.
          for (const { update } of this.waiting) Y.applyUpdate(next, update, this);
          const before = this.doc;
          this.doc = next;
          for (const listener of this.bound) listener(next);
          before.destroy();
          return;
        } catch (error) {
          this.options.onTrouble(error);
          await new Promise((resolve) => setTimeout(resolve, delay));
        }
      }
    })().finally(() => {
      this.rebuilding = null;
    });
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  /**
   * Takes an update of a client. Throws when the bytes are no update, nest too deep (NestedTooDeep) or cannot be applied;
   * the room is as before then. Resolves when it is committed.
   */
  receive(update: Uint8Array, by: string, from: RoomMember | null): Promise<void> {
    refuseNested(update, this.doc);
    // Reads all of it first: an update that is cut off must not be half applied.
    Y.decodeUpdate(update);
    const knewPending = pendingBytes(this.doc);
    let made: Uint8Array[];
    try {
      made = this.capture(() => Y.applyUpdate(this.doc, update, from ?? by));
    } catch (error) {
      this.rebuild();
      throw error;
    }
    // What it builds on has not come yet: Yjs keeps it aside, and so must the log.
    if (made.length === 0 && pendingBytes(this.doc) !== knewPending) made = [update];
    return this.enqueue(made, by, from);
  }

  /** Changes the document here. `saved` resolves when the change is committed. */
  write<T>(by: string, change: (doc: Y.Doc) => T): { readonly value: T; readonly saved: Promise<void> } {
    let value: T | undefined;
    const made = this.capture(() => {
      value = change(this.doc);
    });
    return { value: value as T, saved: this.enqueue(made, by, null) };
  }

  private capture(work: () => void): Uint8Array[] {
    const list: Uint8Array[] = [];
    this.captured = list;
    try {
      work();
    } finally {
      this.captured = null;
    }
    return list;
  }

  private enqueue(updates: readonly Uint8Array[], by: string, from: RoomMember | null): Promise<void> {
    for (const update of updates) {
      this.newest = new Promise((resolve, reject) => {
        this.waiting.push({ update, by, from, committed: resolve, lost: reject });
      });
      // Whoever does not wait for it is not told of it either.
      this.newest.catch(() => {});
    }
    if (updates.length > 0) this.lastBy = by;
    void this.flushed();
    return this.newest;
  }

  /** Settles when all that was accepted until now is committed; rejects when it never will be. */
  settled(): Promise<void> {
    return this.newest;
  }

  /** Resolves when nothing waits to be committed. */
  async flushed(): Promise<void> {
    while (this.waiting.length > 0 || this.flushing) {
      this.flushing ??= this.flush().finally(() => {
        this.flushing = null;
      });
      await this.flushing;
      if (this.state === "gone") return;
    }
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      if (this.members.size > (this.options.gatherAbove ?? 50)) await new Promise((resolve) => setTimeout(resolve, 20));
      while (this.rebuilding) await this.rebuilding;
      const batch = this.takeBatch();
      this.committing = batch;
      // Taken in the same breath as the batch: the document holds nothing that is neither committed nor in it.
      const vector = this.waiting.length === 0 ? Y.encodeStateVector(this.doc) : null;
      const [only] = batch;
      const data = batch.length === 1 && only ? only.update : Y.mergeUpdates(batch.map(({ update }) => update));
      const spans = spansOf(batch);
      for (let delay = 50; ; delay = Math.min(delay * 2, 2_000)) {
        try {
          await this.append(data, spans);
          this.sayWaitsOn(null);
          break;
        } catch (error) {
          this.options.onTrouble(error);
          if (error instanceof DocumentGone) {
            for (const { lost } of [...batch, ...this.waiting]) lost(error);
            this.committing = [];
            this.waiting = [];
            this.close("gone");
            return;
          }
          this.sayWaitsOn(isDiskFull(error) ? "disk" : "database");
          await new Promise((resolve) => setTimeout(resolve, delay));
          if (this.state === "gone") return;
        }
      }
      this.committing = [];
      this.rows += 1;
      if (vector) this.committedVector = vector;
      const authors = new Set(batch.map(({ from }) => from));
      const sole = authors.size === 1 ? [...authors][0] : null;
      for (const member of this.members) if (member !== sole) member.updated(data);
      for (const author of authors) if (author) this.unsaid.add(author);
      if (vector) {
        for (const author of this.unsaid) if (this.members.has(author)) author.saved(vector);
        this.unsaid.clear();
      }
      for (const { committed } of batch) committed();
      this.changedSince ??= Date.now();
      this.options.onCommitted?.(this);
      if (this.rows > this.options.compactAfter) this.compact();
    }
  }

  private async append(data: Uint8Array, spans: readonly WrittenSpan[]): Promise<void> {
    // A database that stands still refuses nothing: it only takes too long.
    const slow = setTimeout(() => this.sayWaitsOn("database"), this.options.slowMs ?? 2_000);
    try {
      await this.options.log.append(data, spans);
    } finally {
      clearTimeout(slow);
    }
  }

  private sayWaitsOn(on: WaitsOn | null): void {
    if (this.waitsOn === on) return;
    this.waitsOn = on;
    for (const member of this.members) member.waits(on);
  }

  private takeBatch(): readonly Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { update } of this.waiting) {
      bytes += update.length;
      if (count > 0 && bytes > rowLimit) break;
      count += 1;
    }
    const batch = this.waiting.slice(0, count);
    this.waiting = this.waiting.slice(count);
    return batch;
  }

  /** What is safe now. */
  get committed(): Uint8Array {
    return this.committedVector;
  }

  // ---- other servers ----------------------------------------------------------------------------------------------

  /** Another server has appended a row. */
  async heard(seq: number): Promise<void> {
    await this.ready;
    const update = await this.options.log.row(seq);
    while (this.rebuilding) await this.rebuilding;
    if ((this.state as string) === "gone") return;
    if (update) {
      this.rows += 1;
      this.applyRemote(update);
    } else await this.reload();
  }

  private applyRemote(update: Uint8Array): void {
    // Committed already: never written to the log by this server.
    const made = this.capture(() => Y.applyUpdate(this.doc, update, this));
    if (made.length === 0) return;
    const [only] = made;
    const data = made.length === 1 && only ? only : Y.mergeUpdates(made);
    for (const member of this.members) member.updated(data);
    if (this.waiting.length === 0 && this.committing.length === 0) this.committedVector = Y.encodeStateVector(this.doc);
    this.changedSince ??= Date.now();
  }

  // ---- compaction -------------------------------------------------------------------------------------------------

  compact(): Promise<void> {
    this.compacting ??= this.options.log
      .compact()
      .then(
        () => {
          this.rows = 1;
        },
        (error: unknown) => {
          this.options.onTrouble(error);
          // Not again at the very next keystroke.
          this.rows = Math.floor(this.options.compactAfter / 2);
        },
      )
      .finally(() => {
        this.compacting = null;
      });
    return this.compacting;
  }

  // ---- presence ---------------------------------------------------------------------------------------------------

  /** Whether this member may speak for these clients: its own, or new ones that nobody else has. Few of them. */
  maySpeakFor(member: RoomMember, ids: readonly number[]): boolean {
    const own = this.owned.get(member);
    if (!own) return false;
    const fresh = ids.filter((id) => !own.has(id));
    if (own.size + fresh.length > 4) return false;
    for (const id of fresh) {
      if (id === this.awareness.clientID) return false;
      for (const [other, theirs] of this.owned) if (other !== member && theirs.has(id)) return false;
    }
    return true;
  }

  applyAwareness(update: Uint8Array, origin: RoomMember | null): void {
    awarenessProtocol.applyAwarenessUpdate(this.awareness, update, origin);
  }

  awarenessOf(ids: readonly number[]): Uint8Array {
    return awarenessProtocol.encodeAwarenessUpdate(this.awareness, [...ids]);
  }

  awarenessNow(): Uint8Array | null {
    const ids = [...this.awareness.getStates().keys()];
    return ids.length === 0 ? null : awarenessProtocol.encodeAwarenessUpdate(this.awareness, ids);
  }
}

const pendingBytes = (doc: Y.Doc): number => (doc.store.pendingStructs?.update.length ?? 0) + (doc.store.pendingDs?.length ?? 0);

/** Who wrote which clocks of which client in these updates. */
export function spansOf(batch: readonly { readonly update: Uint8Array; readonly by: string }[]): readonly WrittenSpan[] {
  const spans: WrittenSpan[] = [];
  for (const { update, by } of batch) {
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [client, begin] of from) {
      const end = to.get(client) ?? begin;
      const last = spans.find((span) => span.client === client && span.by === by && span.to === begin);
      if (last) spans[spans.indexOf(last)] = { ...last, to: end };
      else if (end > begin) spans.push({ by, client, from: begin, to: end });
    }
  }
  return spans;
}
