// The one place that writes to a document's update log: what was accepted waits here until it is committed, several updates
// in one row, and only then is told to the others and acknowledged. While Postgres is away the append is tried again for as
// long as it takes. The room around it: room.ts.

import * as Y from "yjs";
import type { WrittenSpan } from "@genomecraft/storage/queries/documents.ts";
import { isDiskFull } from "../errors.ts";
import type { BoundClient } from "./client-ids.ts";
import type { RoomMember, WaitsOn } from "./room-member.ts";

/** Where a room reads and writes its log. */
export interface DocumentLog {
  load(): Promise<readonly Uint8Array[]>;
  /**
   * Safe on disk when it resolves. Answers the row's number, or null: somebody's rights have changed since that mark, and
   * nothing was written. Rejects with DocumentGone when there is no such notebook.
   */
  append(update: Uint8Array, spans: readonly WrittenSpan[], rights: string): Promise<number | null>;
  /** A mark of this moment, for `append`. */
  rightsNow(): Promise<string>;
  /** Binds client ids that nobody has, and answers whose each is. Rejects with DocumentGone. */
  bind(clients: readonly BoundClient[]): Promise<ReadonlyMap<number, string>>;
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

export interface RoomLogOptions {
  readonly log: DocumentLog;
  /** Rows beyond which the log is compacted. */
  readonly compactAfter: number;
  readonly onTrouble: (error: unknown) => void;
  /** Members beyond which what they write is gathered for 20 ms. */
  readonly gatherAbove?: number;
  /** A commit that takes longer than this (default 2 s) is told as waiting for the database. */
  readonly slowMs?: number;
}

/** What the log asks of its room. */
export interface LoggedRoom {
  doc(): Y.Doc;
  readonly members: ReadonlySet<RoomMember>;
  isGone(): boolean;
  /** Looked at in the same breath as a batch is taken. */
  rebuilding(): Promise<void> | null;
  /** After each commit. */
  committed(): void;
  /** The notebook is gone for good. */
  gone(): void;
  /** Before the first thing is written that this server wrote itself. */
  bindOurs(clients: readonly number[]): Promise<void>;
  /** Something was accepted and is not written: the document has to be without it. */
  takeBack(): void;
  /** Not all of a message of hers is committed: she is not told that something is. */
  isTaking(member: RoomMember): boolean;
}

/** Whoever wrote it may not any more, and its document is without it. */
class RightsEnded extends Error {
  override readonly name = "RightsEnded";
}

interface Waiting {
  readonly update: Uint8Array;
  readonly by: string;
  readonly from: RoomMember | null;
  readonly settled: Promise<void>;
  readonly committed: () => void;
  readonly lost: (error: Error) => void;
}

/** Bytes that one row holds at most (a single update may hold more). */
const rowLimit = 16 * 2 ** 20;

export class RoomLog {
  private readonly options: RoomLogOptions;
  private readonly room: LoggedRoom;
  private waiting: Waiting[] = [];
  private committing: readonly Waiting[] = [];
  private flushing: Promise<void> | null = null;
  /** Settles with the newest update that was accepted. */
  private newest: Promise<void> = Promise.resolve();
  /** Members whose updates are committed and who were not told yet. */
  private readonly unsaid = new Set<RoomMember>();
  private vector: Uint8Array;
  private rows = 0;
  /** Whose rights are known at this mark: until they change nobody asks again. */
  private rights: { readonly mark: string; readonly entitled: Set<RoomMember> } | null = null;
  compacting: Promise<void> | null = null;
  /** Told to everybody, and to whoever comes meanwhile. */
  waitsOn: WaitsOn | null = null;

  constructor(room: LoggedRoom, options: RoomLogOptions) {
    this.room = room;
    this.options = options;
    this.vector = Y.encodeStateVector(room.doc());
  }

  /** All rows; from here on it is known how many there are. */
  async load(): Promise<readonly Uint8Array[]> {
    const rows = await this.options.log.load();
    this.rows = rows.length;
    return rows;
  }

  /** A row of another server; null when compaction has replaced it. */
  async row(seq: number): Promise<Uint8Array | null> {
    const update = await this.options.log.row(seq);
    if (update) this.rows += 1;
    return update;
  }

  /** What is safe now. */
  get committedVector(): Uint8Array {
    return this.vector;
  }

  /** The document holds nothing but what is committed, unless something of this server is on its way. */
  takeVector(): void {
    if (this.waiting.length === 0 && !this.isCommitting) this.vector = Y.encodeStateVector(this.room.doc());
  }

  /** Nothing waits to be committed. */
  get isIdle(): boolean {
    return this.waiting.length === 0 && !this.flushing;
  }

  /** Accepted, but not in a row yet. */
  get accepted(): readonly Uint8Array[] {
    return this.waiting.map(({ update }) => update);
  }

  /** A row is being appended now. */
  get isCommitting(): boolean {
    return this.committing.length > 0;
  }

  /** Accepts updates of a member, or of this server. Resolves when they are committed. */
  enqueue(updates: readonly Uint8Array[], by: string, from: RoomMember | null): Promise<void> {
    for (const update of updates) {
      let [committed, lost]: [() => void, (error: Error) => void] = [() => {}, () => {}];
      const settled = new Promise<void>((resolve, reject) => {
        [committed, lost] = [resolve, reject];
      });
      this.waiting.push({ update, by, from, settled, committed, lost });
      // Whoever does not wait for it is not told of it either.
      settled.catch(() => {});
      this.newest = settled;
    }
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
      if (this.room.isGone()) return;
    }
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      if (this.room.members.size > (this.options.gatherAbove ?? 50)) await new Promise((resolve) => setTimeout(resolve, 20));
      for (let going = this.room.rebuilding(); going; going = this.room.rebuilding()) await going;
      const batch = this.takeBatch();
      this.committing = batch;
      // Taken in the same breath as the batch: the document holds nothing that is neither committed nor in it.
      const vector = this.waiting.length === 0 ? Y.encodeStateVector(this.room.doc()) : null;
      const [only] = batch;
      const data = batch.length === 1 && only ? only.update : Y.mergeUpdates(batch.map(({ update }) => update));
      const spans = spansOf(batch);
      let barred: ReadonlySet<RoomMember> = nobody;
      for (let delay = 50; ; delay = Math.min(delay * 2, 2_000)) {
        try {
          await this.room.bindOurs(clientsOf(batch.filter(({ from }) => from === null)));
          const { mark, entitled } = (this.rights ??= { mark: await this.options.log.rightsNow(), entitled: new Set() });
          barred = await notEntitled(batch, entitled);
          if (barred.size > 0) break;
          const seq = await this.append(data, spans, mark);
          this.sayWaitsOn(null);
          if (seq !== null) break;
          this.rights = null;
          delay = 25;
        } catch (error) {
          this.options.onTrouble(error);
          if (error instanceof DocumentGone) {
            for (const { lost } of [...batch, ...this.waiting]) lost(error);
            this.committing = [];
            this.waiting = [];
            this.room.gone();
            return;
          }
          this.sayWaitsOn(isDiskFull(error) ? "disk" : "database");
          await new Promise((resolve) => setTimeout(resolve, delay));
          if (this.room.isGone()) return;
        }
      }
      if (barred.size > 0) {
        // The database has said so.
        this.sayWaitsOn(null);
        this.takeBack(batch, barred);
        continue;
      }
      this.committing = [];
      this.rows += 1;
      if (vector) this.vector = vector;
      const authors = new Set(batch.map(({ from }) => from));
      const sole = authors.size === 1 ? [...authors][0] : null;
      for (const member of this.room.members) if (member !== sole) member.updated(data);
      for (const author of authors) if (author) this.unsaid.add(author);
      if (vector) {
        for (const author of this.unsaid) {
          if (this.room.isTaking(author)) continue;
          this.unsaid.delete(author);
          if (this.room.members.has(author)) author.saved(vector);
        }
      }
      for (const { committed } of batch) committed();
      this.room.committed();
      if (this.rows > this.options.compactAfter) this.compact();
    }
  }

  /** What these members wrote is not written; the rest waits again. */
  private takeBack(batch: readonly Waiting[], barred: ReadonlySet<RoomMember>): void {
    const isKept = ({ from }: Waiting): boolean => from === null || !barred.has(from);
    const all = [...batch, ...this.waiting];
    this.committing = [];
    this.waiting = all.filter(isKept);
    this.newest = this.waiting.at(-1)?.settled ?? Promise.resolve();
    for (const waiting of all) if (!isKept(waiting)) waiting.lost(new RightsEnded());
    this.room.takeBack();
  }

  private async append(data: Uint8Array, spans: readonly WrittenSpan[], rights: string): Promise<number | null> {
    // A database that stands still refuses nothing: it only takes too long.
    const slow = setTimeout(() => this.sayWaitsOn("database"), this.options.slowMs ?? 2_000);
    try {
      return await this.options.log.append(data, spans, rights);
    } finally {
      clearTimeout(slow);
    }
  }

  private sayWaitsOn(on: WaitsOn | null): void {
    if (this.waitsOn === on) return;
    this.waitsOn = on;
    for (const member of this.room.members) member.waits(on);
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
}

const nobody: ReadonlySet<RoomMember> = new Set();

/** Of the authors of a batch those who may not write (any more); the others are entitled from here on. */
async function notEntitled(batch: readonly Waiting[], entitled: Set<RoomMember>): Promise<ReadonlySet<RoomMember>> {
  const barred = new Set<RoomMember>();
  for (const from of new Set(batch.map((waiting) => waiting.from))) {
    if (from === null || entitled.has(from)) continue;
    if (await from.mayStillWrite()) entitled.add(from);
    else barred.add(from);
  }
  return barred;
}

const clientsOf = (batch: readonly Waiting[]): readonly number[] => [
  ...new Set(batch.flatMap(({ update }) => [...Y.parseUpdateMeta(update).from.keys()])),
];

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
