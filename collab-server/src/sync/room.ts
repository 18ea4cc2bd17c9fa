// One open document: everybody who has it open on this server. What they write goes to its update log (room-log.ts), what
// they tell of themselves to the others (room-presence.ts).
//
// The machine: load -> open -> flushing -> gone. A room that is held by nobody flushes; when the flush is over it looks
// again, and goes only if still nobody holds it. `hold` is synchronous, so nobody can slip in between the last look and
// the end.
//
// The order of an update: applied here, appended to Postgres together with what came meanwhile (group commit), and only
// then sent to others and acknowledged. So nobody ever sees what a crash could take back. While Postgres is away
// updates wait and the append is tried again for as long as it takes; nothing is acknowledged meanwhile.

import * as Y from "yjs";
import { partsOf } from "./delete-set.ts";
import { addingClients, ClientIds, ourselves } from "./client-ids.ts";
import { DocumentFull, DocumentSize } from "./document-size.ts";
import { keepTrying } from "./keep-trying.ts";
import { applyAll, refuseNested } from "./nesting.ts";
import { DocumentGone, RoomLog, type RoomLogOptions } from "./room-log.ts";
import type { RoomMember, WaitsOn } from "./room-member.ts";
import { turns } from "../turns.ts";
import { RoomPresence } from "./room-presence.ts";
import type { Turns } from "@genomecraft/cells/base/turns.ts";

export interface RoomOptions extends RoomLogOptions {
  /** How long a room that nobody holds stays in memory. */
  readonly idleMs: number;
  /** Told after each commit. */
  readonly onCommitted?: (room: Room) => void;
  /** Before anybody has the document. */
  readonly prepare?: (doc: Y.Doc) => Promise<void>;
  /** Of a room that goes with changes since the last version: a version of them. Tried once. */
  readonly keep?: (room: Room) => Promise<unknown>;
  /** After the room has let go of its document. */
  readonly onGone: () => void;
  /** Whether other servers may have committed what has not been heard of here. */
  readonly hasOthers?: () => boolean;
  /** Between the parts of a message that deletes very much. Default: those of the server's thread. */
  readonly turns?: Turns;
}

/** A message that is taken in turns, until all of it is committed or something of it never will be. */
interface Taking {
  readonly from: RoomMember | null;
  readonly whole: Promise<void>;
}

export type DocumentListener = (doc: Y.Doc) => void;

/** All is applied; `saved` resolves when it is committed. */
interface Committing {
  readonly saved: Promise<void>;
}

export class Room {
  readonly id: string;
  /** A new object after a rebuild: ask again, do not keep. */
  doc: Y.Doc;
  readonly presence = new RoomPresence();
  /** Whose the client ids of this document are. */
  readonly ids: ClientIds;
  readonly size: DocumentSize;
  readonly ready: Promise<void>;
  state: "loading" | "open" | "flushing" | "gone" = "loading";

  private readonly options: RoomOptions;
  private readonly log: RoomLog;
  private readonly members = new Set<RoomMember>();
  private readonly bound = new Set<DocumentListener>();
  private readonly taking = new Set<Taking>();
  private readonly turns: Turns;
  private sayOver = (): void => {};
  /** Resolves when the room is gone. */
  private readonly over = new Promise<void>((resolve) => {
    this.sayOver = resolve;
  });
  private holds = 0;
  private idle: ReturnType<typeof setTimeout> | null = null;
  private captured: Uint8Array[] | null = null;
  private rebuilding: Promise<void> | null = null;
  /** Nobody has committed anything since the last version was kept. */
  changedSince: number | null = null;
  /** Who wrote last, for lists and versions. */
  lastBy = "";

  constructor(id: string, options: RoomOptions) {
    this.id = id;
    this.options = options;
    this.turns = options.turns ?? turns;
    this.doc = this.newDoc();
    this.ids = new ClientIds((clients) => options.log.bind(clients));
    this.size = new DocumentSize(
      () => this.doc,
      (fullness) => {
        for (const member of this.members) member.fills(fullness);
      },
    );
    this.log = new RoomLog(
      {
        doc: () => this.doc,
        members: this.members,
        isGone: () => this.state === "gone",
        rebuilding: () => this.rebuilding,
        committed: () => {
          this.changedSince ??= Date.now();
          options.onCommitted?.(this);
        },
        gone: () => this.close("gone"),
        bindOurs: (clients) => this.ids.bind(clients.map((client) => ({ client, by: ourselves }))),
        takeBack: () => this.rebuild(),
        isTaking: (member) => this.isTaking(member),
      },
      options,
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

  join(member: RoomMember): void {
    this.members.add(member);
    this.presence.join(member);
  }

  leave(member: RoomMember): void {
    this.members.delete(member);
    this.presence.leave(member);
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
    let mayKeep = this.options.keep !== undefined;
    for (;;) {
      await this.flushed();
      await this.log.compacting;
      await this.rebuilding;
      // Somebody took hold while we waited: `hold` has opened the room again.
      if ((this.state as string) !== "flushing" || this.holds > 0) return;
      if (!this.log.isIdle || this.log.compacting || this.rebuilding) continue;
      if (!mayKeep || this.changedSince === null) break;
      // Somebody may come meanwhile: then all is looked at again.
      mayKeep = false;
      await this.options.keep?.(this).catch(this.options.onTrouble);
    }
    this.end();
  }

  private end(): void {
    this.state = "gone";
    if (this.idle) clearTimeout(this.idle);
    this.presence.destroy();
    this.doc.destroy();
    this.sayOver();
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
      const rows = await this.log.load();
      applyAll(this.doc, rows);
      this.size.takes(rows);
      this.log.takeVector();
      await this.options.prepare?.(this.doc);
      if ((this.state as string) === "gone") throw new DocumentGone();
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
    await this.rebuilt();
    // Nobody tells of these rows again.
    const rows = await this.patiently(() => this.log.load());
    await this.rebuilt();
    if ((this.state as string) === "gone") return;
    for (const row of rows) await this.takeRemote(row);
  }

  /** A new document from what is committed and what waits to be: after an update broke off in the middle. */
  private rebuild(): void {
    this.rebuilding ??= (async () => {
      // A row that is being appended now would be missing on both sides.
      while (this.log.isCommitting) await new Promise((resolve) => setTimeout(resolve, 5));
      for (let delay = 50; ; delay = Math.min(delay * 2, 2_000)) {
        try {
          const rows = await this.log.load();
          if (this.state === "gone") return;
          const next = this.newDoc();
          applyAll(next, rows);
          // Accepted, but not in a row yet.
          for (const update of this.log.accepted) Y.applyUpdate(next, update, this);
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
   * Takes an update of a client whose ids they are. Throws when the bytes are no update, nest too deep (NestedTooDeep), are
   * more than the document may still grow or one message may hold (DocumentFull) or cannot be applied; the room is as before
   * then. Resolves when it is committed.
   * @param inTurns told where it deletes so much that this goes on for a while: it settles when all is taken
   */
  receive(update: Uint8Array, by: string, from: RoomMember | null, inTurns?: (taken: Promise<unknown>) => void): Promise<void> {
    refuseNested(update, this.doc);
    // What only deletes is taken always.
    if (this.size.exceeds(update.length) && this.addingClients(update).size > 0) throw new DocumentFull();
    const [first, ...others] = partsOf(update, this.doc);
    if (!first) return this.settled();
    // Reads all of it first: an update that is cut off must not be half applied.
    Y.decodeUpdate(first);
    const saved = this.apply(first, by, from);
    if (others.length === 0) return saved;
    const taken = this.applyInTurns(saved, others, by, from);
    inTurns?.(taken);
    return this.asWhole(taken, from);
  }

  /** Nothing is told as saved to whoever wrote it until all of it is: deletions do not move her clock. */
  private asWhole(taken: Promise<Committing>, from: RoomMember | null): Promise<void> {
    const whole: Promise<void> = taken.then(({ saved }) => saved).finally(() => this.taking.delete(taking));
    const taking: Taking = { from, whole };
    this.taking.add(taking);
    whole.then(
      () => {
        if (from && this.members.has(from) && !this.isTaking(from)) from.saved(this.committed);
      },
      // Whoever does not wait for it is not told of it either.
      () => {},
    );
    return whole;
  }

  /** A message of hers is in its turns, or not all of it is committed yet. */
  isTaking(member: RoomMember): boolean {
    for (const { from } of this.taking) if (from === member) return true;
    return false;
  }

  private apply(update: Uint8Array, by: string, from: RoomMember | null): Promise<void> {
    const waited = waitingIn(this.doc);
    let made: Uint8Array[];
    try {
      made = this.capture(() => Y.applyUpdate(this.doc, update, from ?? by));
    } catch (error) {
      this.rebuild();
      throw error;
    }
    // What it builds on has not come yet: Yjs keeps it aside, and so must the log.
    const waits = waitingIn(this.doc);
    if (!isSame(waits, waited) && (made.length === 0 || waits.some((bytes) => bytes.length > 0))) made.push(update);
    return this.accept(made, by, from);
  }

  /** Each part is committed by itself. The first that never will be is the last that is applied. */
  private async applyInTurns(
    first: Promise<void>,
    others: readonly Uint8Array[],
    by: string,
    from: RoomMember | null,
  ): Promise<Committing> {
    const letGo = this.hold();
    try {
      const parts: Promise<void>[] = [];
      let isLost = false;
      const keep = (saved: Promise<void>): void => {
        parts.push(saved);
        saved.catch(() => {
          isLost = true;
        });
      };
      keep(first);
      for (const part of others) {
        await this.turns.pause();
        await this.rebuilt();
        if (this.state === "gone") throw new DocumentGone();
        if (isLost) break;
        keep(this.apply(part, by, from));
      }
      const saved = Promise.all(parts).then(() => {});
      if (isLost) await saved;
      return { saved };
    } finally {
      letGo();
    }
  }

  /** Changes the document here. `saved` resolves when the change is committed. */
  write<T>(by: string, change: (doc: Y.Doc) => T): { readonly value: T; readonly saved: Promise<void> } {
    let value: T | undefined;
    const made = this.capture(() => {
      value = change(this.doc);
    });
    return { value: value as T, saved: this.accept(made, by, null) };
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

  private accept(updates: readonly Uint8Array[], by: string, from: RoomMember | null): Promise<void> {
    if (updates.length > 0) this.lastBy = by;
    this.size.takes(updates);
    return this.log.enqueue(updates, by, from);
  }

  /** The client ids under which an update adds something. Throws on bytes that are no update, or too many at once (DocumentFull). */
  addingClients(update: Uint8Array): ReadonlySet<number> {
    return addingClients(update, this.doc);
  }

  /** Binds those of these client ids that nobody has. Waits while the database is away. */
  bindIds(clients: Iterable<number>, by: string): Promise<void> {
    // What is in the document and in nobody's name was written before names were kept.
    const asked = [...clients].map((client) => ({ client, by: Y.getState(this.doc.store, client) > 0 ? ourselves : by }));
    return this.patiently(() => this.ids.bind(asked));
  }

  /** Binds the ids under which an update adds something, and answers one that is another person's. */
  async strangerIn(update: Uint8Array, by: string): Promise<number | null> {
    await this.bindIds(this.addingClients(update), by);
    if (this.ids.notOf(by, this.addingClients(update)) === null) return null;
    // Whoever comes from another server may bring what a colleague wrote there a moment ago.
    if (this.options.hasOthers?.()) await this.patiently(() => this.reloadedForAll());
    return this.ids.notOf(by, addingClients(update, this.doc, true));
  }

  /** Resolves when the document is not being made anew. */
  async rebuilt(): Promise<void> {
    while (this.rebuilding) await this.rebuilding;
  }

  private reloading: { readonly now: Promise<void>; next: Promise<void> | null } | null = null;
  /** A reading of the log that begins from now on, one for all who ask meanwhile. */
  private reloadedForAll(): Promise<void> {
    if (this.reloading) {
      const { reloading } = this;
      reloading.next ??= reloading.now.catch(() => {}).then(() => this.reloadedForAll());
      return reloading.next;
    }
    const now = this.reload().finally(() => {
      this.reloading = null;
    });
    this.reloading = { now, next: null };
    return now;
  }

  private patiently<T>(work: () => Promise<T>): Promise<T> {
    const isOver = (error: unknown): boolean => error instanceof DocumentGone || this.state === "gone";
    return keepTrying(work, { onTrouble: this.options.onTrouble, isOver });
  }

  /**
   * Settles when all that was accepted until now is committed; rejects when it never will be.
   * @param whose what she has in turns is waited for as a whole
   */
  settled(whose?: RoomMember): Promise<void> {
    const hers = [...this.taking].filter(({ from }) => from === whose);
    const all = Promise.all([this.log.settled(), ...hers.map(({ whole }) => whole)]).then(() => {});
    // Whoever does not wait for it is not told of it either.
    all.catch(() => {});
    return all;
  }

  /** Resolves when nothing waits to be committed, nor for its turn. */
  async flushed(): Promise<void> {
    for (;;) {
      await this.log.flushed();
      if (this.state === "gone" || this.taking.size === 0) return;
      await Promise.race([this.over, Promise.allSettled([...this.taking].map(({ whole }) => whole))]);
    }
  }

  /** What is safe now. */
  get committed(): Uint8Array {
    return this.log.committedVector;
  }

  /** Told to everybody, and to whoever comes meanwhile. */
  get waitsOn(): WaitsOn | null {
    return this.log.waitsOn;
  }

  compact(): Promise<void> {
    return this.log.compact();
  }

  // ---- other servers ----------------------------------------------------------------------------------------------

  /** Another server has appended a row. */
  async heard(seq: number): Promise<void> {
    await this.ready;
    // Nobody tells of it again.
    const update = await this.patiently(() => this.log.row(seq));
    await this.rebuilt();
    if ((this.state as string) === "gone") return;
    if (update) await this.takeRemote(update);
    else await this.reload();
  }

  private async takeRemote(update: Uint8Array): Promise<void> {
    for (const part of partsOf(update, this.doc, true)) {
      await this.turns.pause();
      await this.rebuilt();
      if (this.state === "gone") return;
      this.applyRemote(part);
    }
  }

  private applyRemote(update: Uint8Array): void {
    // Committed already: never written to the log by this server.
    const made = this.capture(() => Y.applyUpdate(this.doc, update, this));
    if (made.length === 0) return;
    this.size.takes(made);
    const [only] = made;
    const data = made.length === 1 && only ? only : Y.mergeUpdates(made);
    for (const member of this.members) member.updated(data);
    this.log.takeVector();
    this.changedSince ??= Date.now();
  }
}

/** What waits for its ground: structs, and deletions. */
const waitingIn = ({ store }: Y.Doc): readonly Uint8Array[] => [
  store.pendingStructs?.update ?? new Uint8Array(),
  store.pendingDs ?? new Uint8Array(),
];

/** By content: what something took the place of may be as long. */
const isSame = (some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  some.every((bytes, index) => bytes === others[index] || Buffer.compare(bytes, others[index] ?? new Uint8Array()) === 0);
