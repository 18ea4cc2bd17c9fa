// The rooms of this server: one per open notebook, shared with the other servers on the database by LISTEN/NOTIFY.

import { randomUUID } from "node:crypto";
import { inTurns } from "@genomecraft/cells/base/turns.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { lookInTurns, sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { readInParts } from "@genomecraft/cells/notebook/y-read.ts";
import { documentHead } from "@genomecraft/storage/queries/documents.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { newDocumentLog } from "./document-log.ts";
import type { Notifications } from "../notifications.ts";
import { DocumentGone } from "./room-log.ts";
import { Room } from "./room.ts";
import { turns } from "../turns.ts";

export interface HeldRoom {
  readonly room: Room;
  readonly release: () => void;
}

export interface RoomsOptions {
  readonly db: Database;
  readonly notifications: Notifications;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
  /** Default 30 s. */
  readonly idleMs?: number;
  /** Default 400 rows. */
  readonly compactAfter?: number;
  readonly onCommitted?: (room: Room) => void;
  /** Versions of what nobody has kept: when a room goes, and when one comes that was closed in another way (versions.ts). */
  readonly versions?: { readonly kept: (room: Room) => Promise<void>; readonly found: (room: Room) => Promise<void> };
  /** A room begins or ends. */
  readonly onOpen?: (open: number) => void;
}

export class Rooms {
  /** This server's name among those on the database. */
  readonly replica: string = randomUUID().slice(0, 8);
  private readonly options: RoomsOptions;
  private readonly rooms = new Map<string, Promise<Room>>();
  private readonly opened = new Map<string, Room>();
  private readonly stops: (() => void)[] = [];
  /** Other servers that were heard of lately: presence is sent to them only when there are any. */
  private readonly others = new Map<string, number>();
  private presence = new Map<string, Set<number>>();
  private presenceTimer: ReturnType<typeof setTimeout> | null = null;
  private readonly beat: ReturnType<typeof setInterval>;
  private closed = false;

  constructor(options: RoomsOptions) {
    this.options = options;
    const { notifications, onTrouble } = options;
    this.stops.push(
      notifications.on("genomecraft_documents", (payload) => {
        const [notebook = "", replica, seq] = payload.split(":");
        if (replica === this.replica) return;
        this.opened.get(notebook)?.heard(Number(seq)).catch(onTrouble);
      }),
      notifications.onReturn(() => {
        for (const room of this.opened.values()) room.reload().catch(onTrouble);
      }),
      notifications.on("genomecraft_presence", (payload) => {
        const [replica = "", notebook = "", bytes = ""] = payload.split(":");
        if (replica === this.replica) return;
        const isNew = !this.others.has(replica);
        this.others.set(replica, Date.now());
        if (notebook) this.opened.get(notebook)?.presence.apply(Buffer.from(bytes, "base64url"), null);
        // A server that just came has seen nobody yet.
        if (isNew) {
          void this.sayHere();
          for (const room of this.opened.values()) this.sharePresence(room, [...room.presence.awareness.getStates().keys()]);
        }
      }),
    );
    this.beat = setInterval(() => {
      for (const [replica, at] of this.others) if (Date.now() - at > 30_000) this.others.delete(replica);
      void this.sayHere();
    }, 10_000);
    this.beat.unref();
    void this.sayHere();
  }

  private sayHere(): Promise<void> {
    return this.options.notifications.send("genomecraft_presence", `${this.replica}::`).catch(() => {});
  }

  /** Other servers on this database were heard of lately. */
  get hasOthers(): boolean {
    return this.others.size > 0;
  }

  get open(): ReadonlyMap<string, Room> {
    return this.opened;
  }

  /** The room of a notebook, loaded and held. Rejects with DocumentGone where there is no such notebook. */
  async acquire(notebook: string): Promise<HeldRoom> {
    for (;;) {
      if (this.closed) throw new Error("the server is stopping");
      let asked = this.rooms.get(notebook);
      if (!asked) {
        asked = this.create(notebook);
        this.rooms.set(notebook, asked);
        asked.catch(() => {
          if (this.rooms.get(notebook) === asked) this.rooms.delete(notebook);
        });
      }
      const room = await asked;
      // While we waited it may have gone: look again.
      if (room.state === "gone") {
        if (this.rooms.get(notebook) === asked) this.rooms.delete(notebook);
        continue;
      }
      const release = room.hold();
      try {
        await room.ready;
        return { room, release };
      } catch (error) {
        release();
        throw error;
      }
    }
  }

  private async create(notebook: string): Promise<Room> {
    const { db, now, onTrouble } = this.options;
    const head = await documentHead(db, notebook);
    if (!head) throw new DocumentGone();
    const room: Room = new Room(notebook, {
      log: newDocumentLog({
        db,
        notebook,
        lab: head.lab,
        replica: this.replica,
        now,
        onCut: () => onTrouble(new Error(`notebook ${notebook} holds what nests deeper than 64 levels; it is left out`)),
      }),
      idleMs: this.options.idleMs ?? 30_000,
      compactAfter: this.options.compactAfter ?? 400,
      onTrouble,
      hasOthers: () => this.hasOthers,
      // Everybody reads it and asks for its graph: of a long one that takes a while the first time.
      prepare: async (doc) => {
        const read = await inTurns(readInParts(doc, kindOf), turns);
        await lookInTurns(read, turns);
        sourcesInNotebook(read);
        await turns.pause();
        // Before anybody goes on with it; a notebook opens also where that fails.
        await this.options.versions?.found(room).catch(onTrouble);
      },
      ...(this.options.versions ? { keep: this.options.versions.kept } : {}),
      ...(this.options.onCommitted ? { onCommitted: this.options.onCommitted } : {}),
      onGone: () => {
        this.rooms.delete(notebook);
        this.opened.delete(notebook);
        this.options.onOpen?.(this.opened.size);
      },
    });
    this.opened.set(notebook, room);
    this.options.onOpen?.(this.opened.size);
    room.presence.awareness.on(
      "update",
      (
        { added, updated, removed }: { readonly added: number[]; readonly updated: number[]; readonly removed: number[] },
        origin: unknown,
      ) => {
        if (origin !== null || removed.length > 0) this.sharePresence(room, [...added, ...updated, ...removed]);
      },
    );
    return room;
  }

  /** Where somebody stands is told to the other servers, gathered for 50 ms. It is never stored. */
  private sharePresence(room: Room, ids: readonly number[]): void {
    if (this.others.size === 0 || this.closed) return;
    const set = this.presence.get(room.id) ?? new Set();
    for (const id of ids) set.add(id);
    this.presence.set(room.id, set);
    this.presenceTimer ??= setTimeout(() => {
      this.presenceTimer = null;
      const gathered = this.presence;
      this.presence = new Map();
      for (const [notebook, ids] of gathered) this.sendPresence(notebook, [...ids]);
    }, 50);
  }

  private sendPresence(notebook: string, ids: readonly number[]): void {
    const room = this.opened.get(notebook);
    if (!room || room.state === "gone") return;
    for (const id of ids) {
      if (!room.presence.awareness.meta.has(id)) continue;
      const bytes = Buffer.from(room.presence.of([id])).toString("base64url");
      // Beyond the limit of a notification: the others do without.
      if (bytes.length < 7_000)
        void this.options.notifications.send("genomecraft_presence", `${this.replica}:${notebook}:${bytes}`).catch(() => {});
    }
  }

  /** Flushes every room. Members are left to their sockets. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.beat);
    if (this.presenceTimer) clearTimeout(this.presenceTimer);
    for (const stop of this.stops) stop();
    await Promise.all([...this.opened.values()].map((room) => room.flushed()));
    for (const room of this.opened.values()) room.close("broken");
  }
}
