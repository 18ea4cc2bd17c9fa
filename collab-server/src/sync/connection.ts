// One socket in one room: what a client says, checked; what the room says, sent. Viewers are read-only here, at the
// door: what they write is dropped before anybody looks at it.

import type { WebSocket } from "ws";
import { canNotebook } from "../permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { NotebookRole } from "../../contract/roles.ts";
import {
  answerFrame,
  askFrame,
  awarenessFrame,
  awarenessIds,
  isEmptyUpdate,
  jsonFrame,
  messageFeed,
  messageRole,
  readFrame,
  savedFrame,
  updateFrame,
  withIdentity,
} from "./frames.ts";
import { NestedTooDeep } from "./update-structs.ts";
import type { RoomMember, WaitsOn } from "./room-member.ts";
import type { Room } from "./room.ts";

/** Bytes that may wait for a slow reader. */
const mostBuffered = 8 * 2 ** 20;
const longestAwareness = 64 * 1024;

/** Permanent for y-websocket: 4400 to 4499. Everything else is tried again by the client. */
export const closeCodes = {
  signedOut: 4401,
  noAccess: 4403,
  gone: 4404,
  otherHistory: 4409,
  /** What was written nests too deep to be kept (SPEC, D-1). */
  nestedTooDeep: 4413,
  tooOld: 4426,
  /** Come again: the role is another one now. */
  roleChanged: 4500,
} as const;

export class Connection implements RoomMember {
  readonly socket: WebSocket;
  readonly principal: Principal;
  readonly room: Room;
  readonly role: NotebookRole;
  readonly extended: boolean;
  private readonly mayEdit: boolean;
  /** Sends the whole feed anew; set by whoever follows it for this person. */
  tellFeedAnew: (() => void) | null = null;
  /** Told of each update of this person's that was taken, with its size. */
  onEdit: ((bytes: number) => void) | null = null;

  constructor(options: {
    readonly socket: WebSocket;
    readonly principal: Principal;
    readonly room: Room;
    readonly role: NotebookRole;
    readonly epoch: string;
    readonly extended: boolean;
  }) {
    this.socket = options.socket;
    this.principal = options.principal;
    this.room = options.room;
    this.role = options.role;
    this.extended = options.extended;
    this.mayEdit = canNotebook(options.role, "notebook.edit");
    this.room.join(this);
    if (this.extended) {
      this.send(jsonFrame(messageRole, { role: this.role, epoch: options.epoch }));
      this.send(savedFrame(this.room.committed));
      if (this.room.waitsOn !== null) this.waits(this.room.waitsOn);
    }
    this.send(askFrame(this.room.doc));
    const here = this.room.presence.now();
    if (here) this.send(awarenessFrame(here));
  }

  leave(): void {
    this.room.leave(this);
  }

  send(frame: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > mostBuffered) {
      this.socket.close(1013, "too slow");
      setTimeout(() => this.socket.terminate(), 1_000).unref();
      return;
    }
    this.socket.send(frame);
  }

  updated(update: Uint8Array): void {
    this.send(updateFrame(update));
  }
  saved(vector: Uint8Array): void {
    if (this.extended) this.send(savedFrame(vector));
  }
  awareness(update: Uint8Array): void {
    this.send(awarenessFrame(update));
  }
  waits(on: WaitsOn | null): void {
    if (this.extended) this.send(jsonFrame(messageRole, { waits: on }));
  }
  ended(why: "gone" | "broken"): void {
    if (why === "gone") this.socket.close(closeCodes.gone, "this notebook is gone");
    else this.socket.close(1012, "the server restarts");
  }
  feed(event: unknown): void {
    if (this.extended) this.send(jsonFrame(messageFeed, event));
  }

  /** A message of the client. Bytes that make no sense close this socket and nothing else. */
  heard(bytes: Uint8Array): void {
    try {
      const message = readFrame(bytes);
      switch (message.type) {
        case "ask": {
          // Encoded now, sent when all of it is committed: nobody learns what a crash could take back.
          const answer = answerFrame(this.room.doc, message.vector);
          this.room.settled().then(
            () => this.send(answer),
            () => {},
          );
          return;
        }
        case "update":
          if (!this.mayEdit || isEmptyUpdate(message.update)) {
            if (this.mayEdit) this.sayWhenSaved(this.room.settled());
            return;
          }
          this.sayWhenSaved(this.room.receive(message.update, this.principal.user.id, this));
          this.onEdit?.(message.update.length);
          return;
        case "awareness":
          this.heardAwareness(message.update);
          return;
        case "query-awareness": {
          const here = this.room.presence.now();
          if (here) this.send(awarenessFrame(here));
          return;
        }
        case "ask-feed":
          this.tellFeedAnew?.();
          return;
      }
    } catch (error) {
      if (error instanceof NestedTooDeep) this.socket.close(closeCodes.nestedTooDeep, "this nests too deep to be kept");
      else this.socket.close(1003, "this message cannot be read");
    }
  }

  private sayWhenSaved(settled: Promise<void>): void {
    if (!this.extended) return;
    settled.then(
      () => this.saved(this.room.committed),
      () => {},
    );
  }

  private heardAwareness(update: Uint8Array): void {
    if (update.length > longestAwareness) return;
    if (!this.room.presence.maySpeakFor(this, awarenessIds(update))) return;
    const { id, name } = this.principal.user;
    this.room.presence.apply(withIdentity(update, { id, name, role: this.role }), this);
  }
}
