// The room's machine, on a log in memory that can fail and be slow.

import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { WrittenSpan } from "@genomecraft/storage/schema/documents.ts";
import { addingClients, type BoundClient } from "./client-ids.ts";
import type { DocumentLog } from "./room-log.ts";
import { Connection } from "./connection.ts";
import { updateFrame } from "./frames.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import type { RoomMember } from "./room-member.ts";
import { Room } from "./room.ts";

class MemoryLog implements DocumentLog {
  rows: Uint8Array[] = [];
  spans: WrittenSpan[] = [];
  away: Error | null = null;
  delay = 0;
  loads = 0;
  load = async (): Promise<readonly Uint8Array[]> => {
    this.loads += 1;
    await new Promise((resolve) => setTimeout(resolve, this.delay));
    return [...this.rows];
  };
  /** Counts how often somebody's rights have changed. */
  rights = 0;
  owners = new Map<number, string>();
  rightsNow = async (): Promise<string> => String(this.rights);
  bind = async (clients: readonly BoundClient[]): Promise<ReadonlyMap<number, string>> => {
    for (const { client, by } of clients) if (!this.owners.has(client)) this.owners.set(client, by);
    return new Map(clients.map(({ client }) => [client, this.owners.get(client) ?? ""]));
  };
  append = async (update: Uint8Array, spans: readonly WrittenSpan[], rights: string): Promise<number | null> => {
    await new Promise((resolve) => setTimeout(resolve, this.delay));
    if (this.away) throw this.away;
    if (rights !== String(this.rights)) return null;
    this.spans.push(...spans);
    return this.rows.push(update);
  };
  row = async (seq: number): Promise<Uint8Array | null> => this.rows[seq - 1] ?? null;
  compact = async (): Promise<number> => this.rows.length;
  get text(): string {
    const doc = new Y.Doc();
    for (const row of this.rows) Y.applyUpdate(doc, row);
    return doc.getText("t").toString();
  }
}

const open = (log: MemoryLog, onGone = (): void => {}): Room =>
  new Room("nb_1", { log, idleMs: 10, compactAfter: 1_000, onTrouble: () => {}, onGone });

interface Watcher extends RoomMember {
  readonly seen: Y.Doc;
  savedTo: Map<number, number>;
  readonly ends: string[];
  readonly told: (string | null)[];
  mayWrite: boolean;
  looks: number;
}

function member(): Watcher {
  const seen = new Y.Doc();
  return {
    seen,
    savedTo: new Map(),
    ends: [],
    told: [],
    mayWrite: true,
    looks: 0,
    updated: (update) => Y.applyUpdate(seen, update),
    saved(vector) {
      this.savedTo = Y.decodeStateVector(vector);
    },
    awareness: () => {},
    fills: () => {},
    async mayStillWrite() {
      this.looks += 1;
      return this.mayWrite;
    },
    waits(on) {
      this.told.push(on);
    },
    ended(why) {
      this.ends.push(why);
    },
  };
}

/** A client's own document, whose edits come out as updates. */
function author(id: number): { type(text: string): Uint8Array; readonly doc: Y.Doc } {
  const doc = new Y.Doc();
  doc.clientID = id;
  return {
    doc,
    type: (text) => {
      let made: Uint8Array = new Uint8Array();
      doc.once("update", (update: Uint8Array) => {
        made = update;
      });
      doc.getText("t").insert(doc.getText("t").length, text);
      return made;
    },
  };
}

test("what others see is in the log before they see it (Y-1)", async () => {
  const log = new MemoryLog();
  log.delay = 15;
  const room = open(log);
  room.hold();
  await room.ready;
  const other = member();
  room.join(other);
  const one = author(1);
  const saved = room.receive(one.type("a"), "lena", null);
  expect(other.seen.getText("t").toString()).toBe("");
  await saved;
  expect(log.text).toBe("a");
  expect(other.seen.getText("t").toString()).toBe("a");
});

test("while the database is away nothing is acknowledged, and nothing is lost (Y-2)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  const me = member();
  room.join(me);
  const one = author(1);
  log.away = new Error("away");
  const saved = room.receive(one.type("abc"), "lena", me);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(me.savedTo.size).toBe(0);
  log.away = null;
  await saved;
  expect(me.savedTo.get(1)).toBe(3);
  expect(log.text).toBe("abc");
  expect(log.spans).toEqual([{ by: "lena", client: 1, from: 0, to: 3 }]);
});

test("who is in a room is told what saving waits for, and when it goes on (Y-2)", async () => {
  const log = new MemoryLog();
  const room = new Room("nb_1", { log, idleMs: 10, compactAfter: 1_000, slowMs: 20, onTrouble: () => {}, onGone: () => {} });
  room.hold();
  await room.ready;
  const me = member();
  room.join(me);
  const one = author(1);
  log.away = Object.assign(new Error("could not extend file"), { code: "53100" });
  const saved = room.receive(one.type("a"), "lena", me);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect([me.told, room.waitsOn]).toEqual([["disk"], "disk"]);
  log.away = null;
  await saved;
  expect([me.told, room.waitsOn]).toEqual([["disk", null], null]);
  // A database that stands still refuses nothing.
  log.delay = 80;
  await room.receive(one.type("b"), "lena", me);
  expect(me.told).toEqual(["disk", null, "database", null]);
});

test("a room goes only when nobody holds it and all is written; who comes during the flush keeps it (Y-3)", async () => {
  const log = new MemoryLog();
  let gone = 0;
  const room = open(log, () => {
    gone += 1;
  });
  const first = room.hold();
  await room.ready;
  log.delay = 60;
  void room.receive(author(1).type("x"), "lena", null);
  first();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(room.state).toBe("flushing");
  const second = room.hold();
  expect(room.state).toBe("open");
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(gone).toBe(0);
  expect(log.text).toBe("x");
  second();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(gone).toBe(1);
  expect(room.state).toBe("gone");
});

test("an update that cannot be applied is refused and leaves no trace; the room goes on (Y-4)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  const one = author(1);
  await room.receive(one.type("good"), "lena", null);
  const bad = one.type(" text");
  expect(() => room.receive(bad.slice(0, bad.length - 3), "mallory", null)).toThrow();
  expect(() => room.receive(new Uint8Array([9, 9, 9, 9, 9]), "mallory", null)).toThrow();
  await room.receive(bad, "lena", null);
  expect(room.doc.getText("t").toString()).toBe("good text");
  expect(log.text).toBe("good text");
});

/** Turns that begin when the test says so. */
function heldTurns(): { readonly pause: () => Promise<void>; readonly next: () => void; readonly all: () => void } {
  const waiting: (() => void)[] = [];
  let isOpen = false;
  return {
    pause: () => (isOpen ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    next: () => waiting.shift()?.(),
    all: () => {
      isOpen = true;
      for (const begin of waiting.splice(0)) begin();
    },
  };
}

const many = 6_000;
const rest = "a".repeat(many);
/** A room with the text "abab…" of a client, and what deletes each b of it: five parts, of which the first is applied at once. */
const prepare = async () => {
  const log = new MemoryLog();
  const held = heldTurns();
  let gone = 0;
  const room = new Room("nb_1", {
    log,
    idleMs: 0,
    compactAfter: 1_000,
    turns: held,
    onTrouble: () => {},
    onGone: () => {
      gone += 1;
    },
  });
  const letGo = room.hold();
  await room.ready;
  const [me, other] = [member(), member()];
  for (const each of [me, other]) room.join(each);
  const saves: number[] = [];
  me.saved = () => saves.push(left(log.text));
  const one = author(1);
  await room.receive(one.type("ab".repeat(many)), "lena", me);
  saves.length = 0;
  let deletion: Uint8Array = new Uint8Array();
  one.doc.once("update", (update: Uint8Array) => {
    deletion = update;
  });
  one.doc.transact(() => {
    for (let at = 2 * many - 1; at > 0; at -= 2) one.doc.getText("t").delete(at, 1);
  });
  let taken: Promise<unknown> = Promise.resolve();
  const receive = (): Promise<void> =>
    room.receive(deletion, "lena", me, (turns) => {
      taken = turns;
    });
  return { log, held, room, letGo, me, other, saves, deletion, receive, taken: () => taken, gone: () => gone };
};
/** What is still to be deleted. */
const left = (text: string): number => text.length - rest.length;
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(() => setTimeout(resolve, 5)));

describe("a message that deletes very much is taken in turns (L-5)", () => {
  test("others see its parts as they come, and are served between them; whoever leaves leaves it to the room (Y-1)", async () => {
    const { log, held, room, letGo, other, receive, taken, gone } = await prepare();
    const saved = receive();
    letGo();
    await soon();
    const first = left(log.text);
    expect([first > 0, first < many, gone()]).toEqual([true, true, 0]);
    expect(other.seen.getText("t").length).toBe(rest.length + first);
    await room.receive(author(2).type("x"), "ben", null);
    held.next();
    await soon();
    expect(left(log.text)).toBeLessThan(first);
    held.all();
    await taken();
    await saved;
    expect(log.text.replace("x", "")).toBe(rest);
    expect(other.seen.getText("t").toString()).toBe(room.doc.getText("t").toString());
  });

  test("nothing is told as saved to its author before the last part is in the log, also what came before it (Y-1)", async () => {
    const { log, held, room, me, other, saves, receive } = await prepare();
    const saved = receive();
    const settled = room.settled(me);
    let isSettled = false;
    void settled.then(() => {
      isSettled = true;
    });
    await room.receive(author(2).type("x"), "ben", other);
    for (let part = 0; part < 3; part++) {
      held.next();
      await soon();
      expect([saves, isSettled, room.isTaking(me)]).toEqual([[], false, true]);
    }
    expect(other.savedTo.get(2)).toBe(1);
    log.delay = 20;
    held.all();
    await saved;
    await settled;
    expect([saves.length > 0, saves.every((still) => still === 1), room.isTaking(me)]).toEqual([true, true, false]);
    expect(log.text.replace("x", "")).toBe(rest);
  });

  test("a server that stops waits for the turns (Y-3)", async () => {
    const { log, held, room, receive } = await prepare();
    const saved = receive();
    await soon();
    let isFlushed = false;
    const flushed = room.flushed().then(() => {
      isFlushed = true;
    });
    await soon();
    expect([isFlushed, left(log.text) > 0]).toEqual([false, true]);
    held.all();
    await flushed;
    expect(log.text).toBe(rest);
    await saved;
  });

  test("a room that ends all the same tells nobody that it is saved, and whoever waits for it goes on", async () => {
    const { held, room, saves, receive, taken } = await prepare();
    const saved = receive();
    await soon();
    const flushed = room.flushed();
    await soon();
    room.close("broken");
    await flushed;
    held.all();
    await expect(taken()).rejects.toThrow();
    await expect(saved).rejects.toThrow();
    expect(saves).toEqual([]);
  });

  test("after a part that is not written no other is applied: one rebuild, and what was written before stays (Y-4, P-2)", async () => {
    const { log, held, room, me, other, saves, receive, taken } = await prepare();
    const saved = receive();
    await soon();
    const before = left(log.text);
    log.rights += 1;
    me.mayWrite = false;
    const loads = log.loads;
    held.next();
    await soon();
    held.all();
    await expect(taken()).rejects.toThrow();
    await expect(saved).rejects.toThrow();
    await room.rebuilt();
    expect([log.loads - loads, left(log.text), saves]).toEqual([1, before, []]);
    expect(room.doc.getText("t").toString()).toBe(log.text);
    await room.receive(author(2).type("x"), "ben", other);
    expect(left(log.text)).toBe(before + 1);
  });

  test("a part that cannot be applied ends it, is told, and the room goes on (Y-4)", async () => {
    const { log, held, room, other, saves, receive, taken } = await prepare();
    const saved = receive();
    await soon();
    const before = left(log.text);
    const broken = room.doc;
    broken.once("beforeTransaction", () => {
      throw new Error("broken");
    });
    held.all();
    await expect(taken()).rejects.toThrow("broken");
    await expect(saved).rejects.toThrow("broken");
    await room.rebuilt();
    expect([room.doc === broken, left(log.text), saves]).toEqual([false, before, []]);
    await room.receive(author(2).type("x"), "ben", other);
    expect(room.doc.getText("t").toString()).toBe(log.text);
  });
});

describe("a socket whose large deletion is in its turns", () => {
  /** A socket of the person who wrote the text, and what becomes of it. */
  const connect = (room: Room) => {
    const ends: (readonly [number, string])[] = [];
    const frames: Uint8Array[] = [];
    const socket = {
      readyState: 1,
      OPEN: 1,
      bufferedAmount: 0,
      send: (frame: Uint8Array) => frames.push(frame),
      close: (code: number, words: string) => ends.push([code, words]),
    };
    const principal = { user: { id: "lena", name: "Lena" } };
    const connection = new Connection({
      socket: socket as never,
      principal: principal as never,
      room,
      role: "owner",
      epoch: "1",
      extended: true,
      lookAgain: async () => {},
    });
    /** Messages that say how far it is saved. */
    const saved = (): number => frames.filter(([type]) => type === 101).length;
    return { connection, ends, saved };
  };

  test("is told that it is saved when all of it is, and is heard again then", async () => {
    const { log, held, room, deletion } = await prepare();
    const { connection, ends, saved } = connect(room);
    // What came before it is in the log in the middle of it.
    connection.heard(updateFrame(Uint8Array.of(0, 0)));
    connection.heard(updateFrame(deletion));
    connection.heard(updateFrame(author(3).type("behind")));
    await soon();
    held.next();
    await soon();
    expect([saved(), log.text.includes("behind")]).toEqual([0, false]);
    held.all();
    await room.flushed();
    await soon();
    expect([saved() > 0, log.text.replace("behind", ""), ends]).toEqual([true, rest, []]);
  });

  test("is closed where a part was not taken, so that the page syncs again", async () => {
    const { held, room, deletion } = await prepare();
    const { connection, ends, saved } = connect(room);
    connection.heard(updateFrame(deletion));
    await soon();
    room.doc.once("beforeTransaction", () => {
      throw new Error("broken");
    });
    held.all();
    await soon();
    expect([ends, saved()]).toEqual([[[1011, "a deletion was not taken as a whole"]], 0]);
  });

  test("is told what fills its queue", async () => {
    const { room, deletion } = await prepare();
    const { connection, ends } = connect(room);
    connection.heard(updateFrame(deletion));
    for (let count = 0; count < 1_001; count++) connection.heard(updateFrame(Uint8Array.of(0, 0)));
    expect(ends).toEqual([[1013, "too much while a large deletion is taken"]]);
    room.close("gone");
  });
});

test("what still waits is in the log, also where less waits than before (Y-5)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  const [one, two] = [author(1), author(2)];
  const first = one.type("a");
  await room.receive(one.type("long ".repeat(50)), "lena", null);
  const ground = two.type("x");
  // Settles what waited, and waits itself, in fewer bytes.
  await room.receive(Y.mergeUpdates([first, two.type("y")]), "lena", null);
  const again = open(log);
  again.hold();
  await again.ready;
  await again.receive(ground, "lena", null);
  expect([...again.doc.getText("t").toString()].filter((letter) => "xy".includes(letter)).sort()).toEqual(["x", "y"]);
});

test("what deletes something and waits for the ground of the rest is all in the log (Y-5)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  await room.receive(author(1).type("abc"), "lena", null);
  // Under id 1 the first letter, under id 2 one that has not come.
  await room.receive(Uint8Array.of(0, 2, 1, 1, 0, 1, 2, 1, 0, 1), "lena", null);
  await room.receive(author(2).type("x"), "lena", null);
  expect(room.doc.getText("t").toString()).toBe("bc");
  expect(log.text).toBe("bc");
});

test("an update whose ground has not come yet is kept, and makes sense when it comes (Y-5)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  const one = author(1);
  const first = one.type("a");
  const second = one.type("b");
  await room.receive(second, "lena", null);
  expect(room.doc.getText("t").toString()).toBe("");
  await room.receive(first, "lena", null);
  expect(room.doc.getText("t").toString()).toBe("ab");
  expect(log.text).toBe("ab");
});

test("the row of another server is shown, not written again; a row that is gone means reading all (Y-6)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  const here = member();
  room.join(here);
  const one = author(1);
  log.rows.push(one.type("from there"));
  await room.heard(1);
  expect(here.seen.getText("t").toString()).toBe("from there");
  expect(log.rows).toHaveLength(1);
  one.type(" and more");
  log.rows = [Y.encodeStateAsUpdate(one.doc)];
  await room.heard(7);
  expect(room.doc.getText("t").toString()).toBe("from there and more");
});

describe("client ids belong to persons (Y-8)", () => {
  /** What a client of Ben sends when he has taken Ada's id: its own structs from clock 0, or from where she is. */
  const forged = (id: number, base?: Y.Doc): Uint8Array => {
    const doc = new Y.Doc();
    if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
    doc.clientID = id;
    let made: Uint8Array = new Uint8Array();
    doc.on("update", (update: Uint8Array) => {
      made = update;
    });
    doc.getText("t").insert(doc.getText("t").length, "junk");
    return made;
  };

  test("whoever is seen with one first has it; what another adds under it is named, what is known or deleted passes", async () => {
    const log = new MemoryLog();
    const room = open(log);
    room.hold();
    await room.ready;
    const ada = author(7);
    const first = ada.type("Ada was here");
    expect(room.ids.belongTo("ada", room.addingClients(first))).toBe(false);
    expect(await room.strangerIn(first, "ada")).toBeNull();
    expect(room.ids.belongTo("ada", room.addingClients(first))).toBe(true);
    await room.receive(first, "ada", null);
    expect(await room.strangerIn(forged(7, ada.doc), "ben")).toBe(7);
    expect(await room.strangerIn(forged(7), "ben"), "what he says is hers at a clock that is there is not looked at").toBeNull();
    // Ben hands on all that he knows of her, and deletes what she wrote.
    expect(room.addingClients(Y.encodeStateAsUpdate(ada.doc))).toEqual(new Set());
    const ben = new Y.Doc();
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada.doc));
    let deletion: Uint8Array = new Uint8Array();
    ben.once("update", (update: Uint8Array) => {
      deletion = update;
    });
    ben.getText("t").delete(0, 4);
    expect(await room.strangerIn(deletion, "ben")).toBeNull();
  });

  test("what was collected, and what only stands in for what is missing, are told apart", () => {
    const doc = new Y.Doc();
    // One struct of five clocks under id 9, by its byte of kind.
    const update = (kind: number): Uint8Array => Uint8Array.of(1, 1, 9, 0, kind, 5, 0);
    expect(addingClients(update(0), doc), "collected: takes the place of what is to come").toEqual(new Set([9]));
    expect(addingClients(update(10), doc), "a gap").toEqual(new Set());
  });

  test("this server's own ids are nobody's", async () => {
    const log = new MemoryLog();
    const room = open(log);
    room.hold();
    await room.ready;
    await room.write("ada", (doc) => doc.getText("t").insert(0, "by the API")).saved;
    expect(log.owners.get(room.doc.clientID)).toBe("");
    expect(await room.strangerIn(forged(room.doc.clientID, room.doc), "ada")).toBe(room.doc.clientID);
  });

  test("what was written before names were kept is nobody's to go on with", async () => {
    const log = new MemoryLog();
    const before = author(3);
    before.type("long ago");
    log.rows.push(Y.encodeStateAsUpdate(before.doc));
    const room = open(log);
    room.hold();
    await room.ready;
    expect(await room.strangerIn(before.type(" and on"), "whoever")).toBe(3);
  });

  test("what a colleague wrote at another server a moment ago may be handed on, also before its ground has come", async () => {
    const log = new MemoryLog();
    log.owners.set(7, "ada");
    const room = new Room("nb_1", {
      log,
      idleMs: 10,
      compactAfter: 1_000,
      onTrouble: () => {},
      onGone: () => {},
      hasOthers: () => true,
    });
    room.hold();
    await room.ready;
    const ada = author(7);
    const first = ada.type("a");
    const second = ada.type("b");
    // Committed over there; no word of it has come yet.
    log.rows.push(second);
    expect(await room.strangerIn(second, "ben")).toBeNull();
    expect(await room.strangerIn(first, "ben")).toBe(7);
    log.rows.push(first);
    expect(await room.strangerIn(Y.encodeStateAsUpdate(ada.doc), "ben")).toBeNull();
  });
});

describe("rights that end (P-2)", () => {
  test("what comes after they ended is not written, the document is without it, and others go on", async () => {
    const log = new MemoryLog();
    const room = open(log);
    room.hold();
    await room.ready;
    const [ada, ben] = [member(), member()];
    room.join(ada);
    room.join(ben);
    const [one, two] = [author(1), author(2)];
    await room.receive(one.type("ada "), "ada", ada);
    await room.receive(two.type("ben "), "ben", ben);
    expect([ada.looks, ben.looks], "looked at once, as long as nothing changes").toEqual([1, 1]);
    await room.receive(two.type("more "), "ben", ben);
    expect(ben.looks).toBe(1);
    log.rights += 1;
    ben.mayWrite = false;
    const late = room.receive(two.type("late"), "ben", ben);
    const hers = room.receive(one.type("goes on"), "ada", ada);
    await expect(late).rejects.toThrow();
    await hers;
    await room.flushed();
    expect(room.doc.getText("t").toString()).toBe(log.text);
    expect([..."ada ben more goes on"].sort()).toEqual([...log.text].sort());
    expect(ada.seen.getText("t").toString()).not.toContain("late");
    expect(log.text).toContain("more");
    // Also of who is still there and writes again.
    await expect(room.receive(two.type("again"), "ben", ben)).rejects.toThrow();
    expect(log.text).not.toContain("again");
  });
});

describe("a room that goes", () => {
  const opened = async (keep: (room: Room) => Promise<unknown>) => {
    let gone = 0;
    const troubles: unknown[] = [];
    const room = new Room("nb_1", {
      log: new MemoryLog(),
      idleMs: 60_000,
      compactAfter: 1_000,
      onTrouble: (error) => troubles.push(error),
      onGone: () => (gone += 1),
      keep,
    });
    await room.ready;
    return { room, troubles, gone: () => gone };
  };

  test("keeps what was changed since the last version, once, and nothing where nothing was (Y-10)", async () => {
    const kept: string[] = [];
    const keep = async (room: Room): Promise<void> => {
      kept.push(room.doc.getText("t").toString());
      room.changedSince = null;
    };
    const still = await opened(keep);
    await still.room.unload();
    expect([still.gone(), kept]).toEqual([1, []]);
    const changed = await opened(keep);
    await changed.room.write("ada", (doc) => doc.getText("t").insert(0, "x")).saved;
    await changed.room.unload();
    expect([changed.gone(), kept]).toEqual([1, ["x"]]);
  });

  test("goes also where that fails, and stays for whoever comes meanwhile (Y-10)", async () => {
    const failing = await opened(async () => {
      throw new Error("full");
    });
    await failing.room.write("ada", (doc) => doc.getText("t").insert(0, "x")).saved;
    await failing.room.unload();
    expect([failing.gone(), failing.troubles.map(String)]).toEqual([1, ["Error: full"]]);
    let letGo = (): void => {};
    const visited = await opened(async (room) => {
      letGo = room.hold();
    });
    await visited.room.write("ada", (doc) => doc.getText("t").insert(0, "x")).saved;
    await visited.room.unload();
    expect([visited.gone(), visited.room.state]).toEqual([0, "open"]);
    letGo();
    visited.room.close("broken");
  });
});

test("the row of another server that cannot be read at once is read again until it is there (Y-6)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  const me = member();
  room.join(me);
  log.rows.push(author(1).type("elsewhere"));
  const { row, load } = log;
  let asked = 0;
  log.row = async (seq) => {
    asked += 1;
    if (asked === 1) throw new Error("the database is away");
    return row(seq);
  };
  await room.heard(1);
  expect([me.seen.getText("t").toString(), asked]).toEqual(["elsewhere", 2]);
  log.rows.push(author(2).type("later, "));
  log.load = async () => {
    log.load = load;
    throw new Error("the database is away");
  };
  await room.reload();
  expect(me.seen.getText("t").toString()).toContain("later, ");
});

test("where the database was away and whoever wrote may not any more, nobody is left with the word that it is (Y-2, P-2)", async () => {
  const log = new MemoryLog();
  const room = open(log);
  room.hold();
  await room.ready;
  const me = member();
  const other = member();
  room.join(me);
  room.join(other);
  const { rightsNow } = log;
  log.rightsNow = async () => {
    throw new Error("the database is away");
  };
  me.mayWrite = false;
  const lost = room.receive(author(1).type("a"), "ann", me).catch(() => "lost");
  await until(() => other.told.length > 0, 5_000);
  log.rightsNow = rightsNow;
  expect([await lost, other.told, room.waitsOn]).toEqual(["lost", ["database", null], null]);
});
