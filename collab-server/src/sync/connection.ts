// One socket in one room: what a client says, checked; what the room says, sent. Viewers are read-only here, at the
// door: what they write is dropped before anybody looks at it.

import type { WebSocket } from "ws";
import { canNotebook } from "../permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { NotebookRole } from "../../contract/roles.ts";
import { Answers } from "./answers.ts";
import {
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
import { DocumentFull, type Fullness } from "./document-size.ts";
import { NestedTooDeep } from "./update-structs.ts";
import type { RoomMember, WaitsOn } from "./room-member.ts";
import type { Room } from "./room.ts";

/** Bytes that may wait for a slow reader. */
const mostBuffered = 8 * 2 ** 20;
const longestAwareness = 64 * 1024;
/** What comes while the database is asked whose a client id is, or a large deletion is in its turns. */
const mostLater = { bytes: 16 * 2 ** 20, messages: 1_000 };
/** Client ids under which one socket may write: a page has one, and one more for each time that it was reopened without the server. */
const mostIds = 64;

/** Permanent for y-websocket: 4400 to 4499. Everything else is tried again by the client. */
export const closeCodes = {
  signedOut: 4401,
  noAccess: 4403,
  gone: 4404,
  otherHistory: 4409,
  /** What was written nests too deep to be kept (SPEC, D-1). */
  nestedTooDeep: 4413,
  /** The document is full, or so many client ids at once are no client (SPEC, L-5). */
  tooMuch: 4414,
  /** Written under the client id of another person (SPEC, Y-8); which one stands in the reason. */
  idOfAnother: 4423,
  tooOld: 4426,
  /** Come again: the role is another one now. */
  roleChanged: 4500,
} as const;

/** Messages that wait, and what they wait for, as the client is told. */
interface Later {
  readonly behind: "the database is away" | "a large deletion is taken";
  readonly messages: Uint8Array[];
}

export class Connection implements RoomMember {
  readonly socket: WebSocket;
  readonly principal: Principal;
  readonly room: Room;
  readonly role: NotebookRole;
  readonly extended: boolean;
  /** Closed, or about to be: nothing that still comes is heard. */
  isShut = false;
  private readonly mayEdit: boolean;
  private readonly answers: Answers;
  private readonly lookAgain: (connection: Connection) => Promise<void>;
  /** What waits for something that came before it; null while nothing does. */
  private later: Later | null = null;
  private readonly ids = new Set<number>();
  /** Bytes of the answer that is on its way. */
  private answering = 0;
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
    /** Looks up whether this connection may stay, and shuts it if not. */
    readonly lookAgain: (connection: Connection) => Promise<void>;
  }) {
    this.socket = options.socket;
    this.principal = options.principal;
    this.room = options.room;
    this.role = options.role;
    this.extended = options.extended;
    this.mayEdit = canNotebook(options.role, "notebook.edit");
    this.lookAgain = options.lookAgain;
    this.answers = new Answers(this.room, (frame) => this.sendWhole(frame));
    this.room.join(this);
    if (this.extended) {
      this.send(jsonFrame(messageRole, { role: this.role, epoch: options.epoch }));
      // How far it is saved is told when she has answered what she has: deletions do not show in her clock.
      if (this.room.waitsOn !== null) this.waits(this.room.waitsOn);
      if (this.room.size.fullness !== null) this.fills(this.room.size.fullness);
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
    if (this.isTooSlow()) return;
    this.socket.send(frame);
  }

  private sendWhole(frame: Uint8Array): Promise<boolean> {
    if (this.socket.readyState !== this.socket.OPEN || this.isTooSlow()) return Promise.resolve(false);
    // As long as the document: whoever reads it is not slow for that.
    this.answering = frame.length;
    return new Promise((resolve) =>
      this.socket.send(frame, (error) => {
        this.answering = 0;
        resolve(!error);
      }),
    );
  }

  private isTooSlow(): boolean {
    if (this.socket.bufferedAmount - this.answering <= mostBuffered) return false;
    this.shut(1013, "too slow");
    setTimeout(() => this.socket.terminate(), 1_000).unref();
    return true;
  }

  /** From here on nothing is heard that still comes, however long the closing takes. */
  shut(code: number, words: string): void {
    this.isShut = true;
    this.socket.close(code, words);
  }

  async mayStillWrite(): Promise<boolean> {
    if (!this.isShut) await this.lookAgain(this);
    return !this.isShut;
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
  fills(fullness: Fullness): void {
    if (this.extended) this.send(jsonFrame(messageRole, { fills: fullness }));
  }
  ended(why: "gone" | "broken"): void {
    if (why === "gone") this.shut(closeCodes.gone, "this notebook is gone");
    else this.shut(1012, "the server restarts");
  }
  feed(event: unknown): void {
    if (this.extended) this.send(jsonFrame(messageFeed, event));
  }

  /** A message of the client. Bytes that make no sense close this socket and nothing else. */
  heard(bytes: Uint8Array): void {
    if (this.isShut) return;
    if (!this.later) return this.take(bytes);
    const { messages, behind } = this.later;
    messages.push(bytes);
    const waiting = messages.reduce((sum, { length }) => sum + length, 0);
    if (messages.length > mostLater.messages || waiting > mostLater.bytes) this.shut(1013, `too much while ${behind}`);
  }

  private take(bytes: Uint8Array): void {
    this.guarded(() => {
      const message = readFrame(bytes);
      switch (message.type) {
        case "ask":
          this.answers.ask(message.vector);
          return;
        case "update":
          if (this.mayEdit) this.heardUpdate(message.update);
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
    });
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof NestedTooDeep) this.shut(closeCodes.nestedTooDeep, "this nests too deep to be kept");
      else if (error instanceof DocumentFull) this.shut(closeCodes.tooMuch, "this notebook is full");
      else this.shut(1003, "this message cannot be read");
    }
  }

  /**
   * What comes meanwhile waits its turn.
   * @param failed by default nothing: the notebook is gone, and the room says so
   */
  private meanwhile<T>(
    behind: Later["behind"],
    work: Promise<T>,
    then: (answer: T) => void,
    failed: () => void = () => {},
  ): void {
    const later: Later = { behind, messages: [] };
    this.later = later;
    const goOn = (then: () => void): void => {
      this.later = null;
      if (!this.isShut) this.guarded(then);
      for (const bytes of later.messages) this.heard(bytes);
    };
    work.then(
      (answer) => goOn(() => then(answer)),
      () => goOn(failed),
    );
  }

  /** What comes behind it is heard when all of it is taken. Where a part was not, the client syncs again and brings it anew. */
  private inTurns(taken: Promise<unknown>): void {
    this.meanwhile(
      "a large deletion is taken",
      taken,
      () => {},
      () => this.shut(1011, "a deletion was not taken as a whole"),
    );
  }

  private heardUpdate(update: Uint8Array): void {
    if (isEmptyUpdate(update)) return this.sayWhenSaved(this.room.settled(this));
    const by = this.principal.user.id;
    const write = (): void => {
      this.sayWhenSaved(this.room.receive(update, by, this, (taken) => this.inTurns(taken)));
      this.onEdit?.(update.length);
    };
    const adding = this.room.addingClients(update);
    for (const id of adding) this.ids.add(id);
    if (this.ids.size > mostIds) return this.shut(closeCodes.tooMuch, "too many client ids");
    if (this.room.ids.belongTo(by, adding)) return write();
    this.meanwhile("the database is away", this.room.strangerIn(update, by), (stranger) => {
      if (stranger === null) write();
      else this.shut(closeCodes.idOfAnother, `client id ${stranger} is another person's`);
    });
  }

  private sayWhenSaved(settled: Promise<void>): void {
    if (!this.extended) return;
    settled.then(
      () => {
        if (!this.room.isTaking(this)) this.saved(this.room.committed);
      },
      () => {},
    );
  }

  private heardAwareness(update: Uint8Array): void {
    if (update.length > longestAwareness) return;
    const ids = awarenessIds(update);
    const { id, name } = this.principal.user;
    // Clients also tell what they were told of others: that is dropped, here and below.
    const mayPass = (): boolean => this.room.presence.maySpeakFor(this, ids) && this.room.ids.notOf(id, ids) === null;
    if (!mayPass()) return;
    const pass = (): void => this.room.presence.apply(withIdentity(update, { id, name, role: this.role }), this);
    if (this.room.ids.belongTo(id, ids)) return pass();
    this.meanwhile("the database is away", this.room.bindIds(ids, id), () => {
      if (mayPass()) pass();
    });
  }
}
