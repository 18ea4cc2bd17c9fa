// Sync over real sockets with unmodified y-websocket clients, on a real Postgres.

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { keyBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import { loadUpdates } from "@genomecraft/storage/queries/documents.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";
import { awarenessFrame, updateFrame } from "./frames.ts";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";

let server: TestServer;
let ada: Person;
let ben: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  listening = process.listenerCount("exit");
}, 60_000);
afterAll(() => server.close());

const newNotebook = async (): Promise<string> => (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
const give = (notebook: string, person: Person, role: string) =>
  ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: person.email, role });

interface Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  text(): string;
  type(text: string): void;
  close(): void;
}
const clients: Client[] = [];
let listening = 0;
const join = (person: Person, notebook: string, params: Record<string, string> = {}): Client =>
  joinAt(server.url, person, notebook, new Y.Doc(), params);
function joinAt(
  url: string,
  person: Person,
  notebook: string,
  doc: Y.Doc = new Y.Doc(),
  params: Record<string, string> = {},
): Client {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: person.cookie } });
    }
  }
  const provider = new WebsocketProvider(`${url.replace("http", "ws")}/api/v1/sync`, notebook, doc, {
    WebSocketPolyfill: WithCookie as never,
    disableBc: true,
    params,
    maxBackoffTime: 200,
  });
  const client: Client = {
    doc,
    provider,
    text: () => doc.getText("t").toString(),
    type: (text) => doc.getText("t").insert(doc.getText("t").length, text),
    close: () => {
      provider.destroy();
      doc.destroy();
    },
  };
  clients.push(client);
  return client;
}
const raw = async (person: Person, notebook: string, query = "", headers: Record<string, string> = {}) => {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/v1/sync/${notebook}${query}`, {
    headers: { ...(person.cookie ? { cookie: person.cookie } : {}), ...headers },
  });
  const closed = new Promise<number>((resolve) => socket.on("close", (code) => resolve(code)));
  const refused = new Promise<number>((resolve) =>
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0)),
  );
  socket.on("error", () => {});
  return { socket, closed, refused, opened: new Promise<void>((resolve) => socket.on("open", () => resolve())) };
};
// A client listens to the end of the process until it is closed.
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  expect(process.listenerCount("exit")).toBe(listening);
});

describe("an unmodified y-websocket client", () => {
  test("sees what another one writes, and finds it again later (Y-7)", async () => {
    const notebook = await newNotebook();
    const one = join(ada, notebook);
    const two = join(ada, notebook);
    await until(() => one.provider.synced && two.provider.synced);
    one.type("hello");
    await until(() => two.text() === "hello");
    one.close();
    two.close();
    const three = join(ada, notebook);
    await until(() => three.text() === "hello");
  });

  test("a viewer reads along and writes nothing (P-2)", async () => {
    const notebook = await newNotebook();
    await give(notebook, ben, "viewer");
    const one = join(ada, notebook);
    const viewer = join(ben, notebook);
    await until(() => one.provider.synced && viewer.provider.synced);
    viewer.type("mischief");
    one.type("good");
    await until(() => viewer.text().includes("good"));
    expect(one.text()).toBe("good");
    const fresh = join(ada, notebook);
    await until(() => fresh.provider.synced);
    expect(fresh.text()).toBe("good");
  });

  test("who somebody is, is the server's to say; nobody speaks for another one's cursor", async () => {
    const notebook = await newNotebook();
    await give(notebook, ben, "editor");
    const one = join(ada, notebook);
    const two = join(ben, notebook);
    await until(() => one.provider.synced && two.provider.synced);
    two.provider.awareness.setLocalState({ user: { name: "Ada", id: ada.id, color: "#123456" }, cell: "cell_a" });
    await until(() => one.provider.awareness.getStates().has(two.doc.clientID));
    expect(one.provider.awareness.getStates().get(two.doc.clientID)).toMatchObject({
      user: { name: "Ben", id: ben.id, role: "editor", color: "#123456" },
      cell: "cell_a",
    });
    one.provider.awareness.setLocalState({ cell: "cell_b" });
    await until(() => two.provider.awareness.getStates().has(one.doc.clientID));
    const forged = new Awareness(new Y.Doc());
    forged.clientID = one.doc.clientID;
    forged.setLocalState({ cell: "cell_forged" });
    forged.setLocalState({ cell: "cell_forged", again: 1 });
    forged.setLocalState({ cell: "cell_forged", again: 2 });
    two.provider.ws?.send(awarenessFrame(encodeAwarenessUpdate(forged, [one.doc.clientID])) as Uint8Array<ArrayBuffer>);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(one.provider.awareness.getStates().get(one.doc.clientID)).toMatchObject({ cell: "cell_b" });
    const third = join(ada, notebook);
    await until(() => third.provider.awareness.getStates().has(one.doc.clientID));
    expect(third.provider.awareness.getStates().get(one.doc.clientID)).toMatchObject({ cell: "cell_b" });
    forged.destroy();
  });
});

describe("at the door", () => {
  test("who is signed out, has no access or another history is told so for good; strangers get HTTP", async () => {
    const notebook = await newNotebook();
    expect(await (await raw(server.nobody, notebook)).closed).toBe(4401);
    expect(await (await raw(ben, notebook)).closed).toBe(4403);
    expect(await (await raw(ada, "nb_nowhere")).closed).toBe(4403);
    expect(await (await raw(ada, notebook, "?epoch=other")).closed).toBe(4409);
    expect(await (await raw(ada, notebook, "?v=0")).closed).toBe(4426);
    // A page of the first release, which said no version, could not read what is said now.
    expect(await (await raw(ada, notebook, "?ext=1")).closed).toBe(4426);
    // Numbers are plain digits here as everywhere.
    for (const odd of ["0x2", "2e0", "+2", "02"])
      expect(await (await raw(ada, notebook, `?v=${encodeURIComponent(odd)}`)).closed).toBe(4426);
    expect(await (await raw(ada, notebook, "", { origin: "https://evil.example" })).refused).toBe(403);
    await ada.ask("DELETE", `/api/v1/notebooks/${notebook}`);
    expect(await (await raw(ada, notebook)).closed).toBe(4404);
  });

  test("a key opens the door as a session does", async () => {
    const notebook = await newNotebook();
    const { key } = (await ada.ask("POST", "/api/v1/keys", { name: "sync" })).body;
    const client = join(server.nobody, notebook, { key });
    await until(() => client.provider.synced);
  });

  test("taking somebody's access away, or changing her role, closes her socket", async () => {
    const notebook = await newNotebook();
    const { body } = await give(notebook, ben, "editor");
    void body;
    const first = await raw(ben, notebook);
    await first.opened;
    await give(notebook, ben, "viewer");
    expect(await first.closed).toBe(4500);
    const second = await raw(ben, notebook);
    await second.opened;
    const access = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/access`)).body;
    const mine = access.people.find((person: { user: { id: string } }) => person.user.id === ben.id);
    await ada.ask("DELETE", `/api/v1/notebooks/${notebook}/access/${mine.id ?? ben.id}`);
    expect(await second.closed).toBe(4403);
  });

  test("a frame of nine megabytes, or one of nonsense, closes its own socket; the room goes on", async () => {
    const notebook = await newNotebook();
    const one = join(ada, notebook);
    await until(() => one.provider.synced);
    const big = await raw(ada, notebook);
    await big.opened;
    big.socket.send(Buffer.alloc(9 * 2 ** 20));
    expect(await big.closed).toBe(1009);
    const odd = await raw(ada, notebook);
    await odd.opened;
    odd.socket.send(updateFrame(new Uint8Array([1, 200, 3, 4, 5])));
    expect(await odd.closed).toBe(1003);
    one.type("still here");
    const two = join(ada, notebook);
    await until(() => two.text() === "still here");
  });
});

describe("client ids belong to persons (Y-8)", () => {
  const committed = async (notebook: string): Promise<string> => {
    const doc = new Y.Doc();
    for (const { data } of await loadUpdates(server.context.db, notebook)) Y.applyUpdate(doc, data);
    return doc.getText("t").toString();
  };
  /** Writes under a client id of one's choice, as any client can. */
  const writeAs = (client: Client, id: number, text: string): void => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
    doc.clientID = id;
    doc.once("update", (update: Uint8Array) => client.provider.ws?.send(updateFrame(update) as Uint8Array<ArrayBuffer>));
    doc.getText("t").insert(doc.getText("t").length, text);
  };
  const closing = (client: Client): Promise<{ readonly code: number; readonly reason: string }> =>
    new Promise((resolve) => client.provider.on("closed", (closed: { code: number; reason: string }) => resolve(closed)));

  test("whoever is seen first with an id has it: also who only stands somewhere, and types while she is away", async () => {
    const notebook = await newNotebook();
    await give(notebook, ben, "editor");
    const [one, two] = [join(ada, notebook), join(ben, notebook)];
    await until(() => one.provider.synced && two.provider.synced);
    one.provider.awareness.setLocalState({ cell: "cell_a" });
    await until(() => two.provider.awareness.getStates().has(one.doc.clientID));
    // She is away and types; he writes under the id that he has seen.
    one.provider.disconnect();
    for (const letter of "mine ") one.type(letter);
    const told = closing(two);
    writeAs(two, one.doc.clientID, "junk");
    expect(await told).toEqual({ code: 4423, reason: `client id ${one.doc.clientID} is another person's` });
    one.provider.connect();
    await until(async () => (await committed(notebook)) === "mine ");
    expect(one.text()).toBe("mine ");
    // And while she is connected.
    const three = join(ben, notebook);
    await until(() => three.provider.synced && three.text() === "mine ");
    const again = closing(three);
    writeAs(three, one.doc.clientID, "more junk");
    expect((await again).code).toBe(4423);
    one.type("goes on");
    await until(async () => (await committed(notebook)) === "mine goes on");
  });

  test("it is so at another server on the database, and for a second tab", async () => {
    const notebook = await newNotebook();
    await give(notebook, ben, "editor");
    const one = join(ada, notebook);
    await until(() => one.provider.synced);
    one.type("kept");
    await until(async () => (await committed(notebook)) === "kept");
    const id = one.doc.clientID;
    one.provider.disconnect();
    const second = await startTestServer({ masterKey: server.context.config.masterKey }, { database: server.context.database });
    try {
      const there = joinAt(second.url, ben, notebook);
      await until(() => there.text() === "kept");
      const told = closing(there);
      writeAs(there, id, "junk");
      expect((await told).code).toBe(4423);
      // Herself, in two tabs at two servers: each has an id of its own, and the first goes on with its own.
      const tab = joinAt(second.url, ada, notebook);
      await until(() => tab.text() === "kept");
      tab.type(" twice");
      one.provider.connect();
      await until(() => one.text() === "kept twice");
      one.type(" more");
      await until(async () => (await committed(notebook)) === "kept twice more" && tab.text() === "kept twice more");
      // He reads all of it here and hands it on there, perhaps before word of it has come.
      const here = join(ben, notebook);
      await until(() => here.text() === "kept twice more");
      for (let round = 0; round < 5; round++) {
        one.type(".");
        await until(() => here.text().endsWith(".".repeat(round + 1)));
        const carried = joinAt(second.url, ben, notebook, here.doc);
        await until(() => carried.provider.synced);
        carried.provider.destroy();
      }
      expect(here.provider.wsconnected).toBe(true);
    } finally {
      for (const client of clients.splice(0)) client.close();
      await second.close();
    }
  });

  test("a plain client that is refused keeps what it has, and goes on with a new document", async () => {
    const notebook = await newNotebook();
    await give(notebook, ben, "editor");
    const one = join(ada, notebook);
    await until(() => one.provider.synced);
    one.type("hers ");
    await until(async () => (await committed(notebook)) === "hers ");
    // An id that is taken by chance.
    const doc = new Y.Doc();
    doc.clientID = one.doc.clientID;
    doc.getText("t").insert(0, "his own words");
    doc.getText("t").insert(13, ", typed offline");
    const unlucky = joinAt(server.url, ben, notebook, doc);
    const closed = await closing(unlucky);
    expect(closed.code).toBe(4423);
    expect(unlucky.text()).toContain("his own words, typed offline");
    const lucky = join(ben, notebook);
    await until(() => lucky.text() === "hers ");
    lucky.type(unlucky.text());
    await until(async () => (await committed(notebook)).includes("his own words, typed offline"));
    expect(await committed(notebook)).toContain("hers ");
  });

  test("more ids than a client has are not taken", async () => {
    const notebook = await newNotebook();
    const one = join(ada, notebook);
    await until(() => one.provider.synced);
    const told = closing(one);
    const crowd = Array.from({ length: 70 }, () => {
      const doc = new Y.Doc();
      doc.getText("t").insert(0, "x");
      return Y.encodeStateAsUpdate(doc);
    });
    one.provider.ws?.send(updateFrame(Y.mergeUpdates(crowd)) as Uint8Array<ArrayBuffer>);
    expect((await told).code).toBe(4414);
    expect(await committed(notebook)).toBe("");
  });
});

describe("a write after its right has ended (P-2)", () => {
  /** The text that Ben sends in the moment in which Ada has her answer; then what is committed. */
  const lateWrite = async (url: string, notebook: string, round: number): Promise<string> => {
    await give(notebook, ben, "editor");
    const client = joinAt(url, ben, notebook);
    await until(() => client.provider.synced);
    client.type(`[in time ${round}]`);
    await until(async () => (await textOf(notebook)).includes(`[in time ${round}]`));
    await give(notebook, ben, "viewer");
    client.type(`[late ${round}]`);
    await new Promise((resolve) => setTimeout(resolve, 60));
    client.close();
    return textOf(notebook);
  };
  const textOf = async (notebook: string): Promise<string> => {
    const doc = new Y.Doc();
    for (const { data } of await loadUpdates(server.context.db, notebook)) Y.applyUpdate(doc, data);
    return doc.getText("t").toString();
  };

  test("is refused, at this server and at another one", async () => {
    const notebook = await newNotebook();
    const second = await startTestServer({ masterKey: server.context.config.masterKey }, { database: server.context.database });
    try {
      for (let round = 0; round < 10; round++)
        expect(await lateWrite(round % 2 === 0 ? server.url : second.url, notebook, round)).not.toContain("late");
      // Who reads along sees what was kept, and nothing else.
      const one = join(ada, notebook);
      await until(() => one.provider.synced);
      expect(one.text()).toBe(await textOf(notebook));
      one.type("goes on");
      await until(async () => (await textOf(notebook)).endsWith("goes on"));
    } finally {
      for (const client of clients.splice(0)) client.close();
      await second.close();
    }
  });
});

describe("what is new, asked again and again", () => {
  test("many questions at once are few answers, and none goes without one (Y-9)", async () => {
    const notebook = await newNotebook();
    await give(notebook, ben, "viewer");
    const one = join(ada, notebook);
    await until(() => one.provider.synced);
    one.doc.getArray("aside").insert(0, ["x".repeat(2_000_000)]);
    await until(async () => (await loadUpdates(server.context.db, notebook)).some(({ data }) => data.length > 2_000_000));
    const asking = await raw(ben, notebook);
    await asking.opened;
    let bytes = 0;
    let answers = 0;
    asking.socket.on("message", (data: Buffer) => {
      bytes += data.length;
      if (data.length > 2_000_000) answers += 1;
    });
    // Message 0, step 0, an empty state vector.
    for (let time = 0; time < 400; time++) asking.socket.send(Buffer.from([0, 0, 1, 0]));
    await until(() => answers >= 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answers).toBe(1);
    await until(() => answers === 2);
    expect(bytes).toBeLessThan(5_000_000);
    asking.socket.send(Buffer.from([0, 0, 1, 0]));
    await until(() => answers === 3);
    asking.socket.close();
  });
});

describe("what the workspace gets on top", () => {
  test("role and epoch, what is saved, and the run feed, only when asked for", async () => {
    const notebook = await newNotebook();
    const { epoch } = (await ada.ask("GET", `/api/v1/notebooks/${notebook}`)).body;
    const client = join(ada, notebook, { ext: "1", v: "2", epoch });
    const seen: string[] = [];
    const vectors: Map<number, number>[] = [];
    const decode = async () => import("lib0/decoding");
    const decoding = await decode();
    client.provider.messageHandlers[100] = (_e, decoder) =>
      void seen.push(`feed ${JSON.parse(decoding.readVarString(decoder)).type}`);
    client.provider.messageHandlers[101] = (_e, decoder) =>
      void vectors.push(Y.decodeStateVector(decoding.readVarUint8Array(decoder)));
    client.provider.messageHandlers[102] = (_e, decoder) =>
      void seen.push(`role ${JSON.parse(decoding.readVarString(decoder)).role}`);
    await until(() => client.provider.synced && seen.length >= 2);
    expect(seen).toEqual(["role owner", "feed snapshot"]);
    client.type("abc");
    await until(() => vectors.some((vector) => vector.get(client.doc.clientID) === 3));
  });
});

describe("the document over HTTP", () => {
  test("operations, export and import change the live document, under the eyes of who has it open (D-9)", async () => {
    const notebook = await newNotebook();
    const open = join(ada, notebook);
    await until(() => open.provider.synced);
    const at = `/api/v1/notebooks/${notebook}`;
    const added = await ada.ask("POST", `${at}/operations`, {
      operations: [
        {
          type: "add-cell",
          id: "cell_n1",
          kind: "note",
          name: "",
          spec: { text: "Hello **all**" },
          order: keyBetween(null, null),
          mode: "auto",
        },
      ],
    });
    expect(added.status).toBe(200);
    await until(() => open.doc.getMap("cells").has("cell_n1"));
    const text = (await ada.ask("GET", `${at}/export`)).body as string;
    expect(text).toContain("Hello **all**");
    expect((await ada.ask("POST", `${at}/import`, { text, mode: "append" })).body).toEqual({ cellCount: 2 });
    expect((await ada.ask("POST", `${at}/import`, { text: "no notebook: [", mode: "append" })).status).toBe(422);
    expect((await ada.ask("POST", `${at}/operations`, { operations: [{ type: "set-title" }] })).status).toBe(422);
    const { id } = (await ada.ask("POST", `${at}/versions`, { name: "before" })).body;
    await ada.ask("POST", `${at}/operations`, { operations: [{ type: "delete-cell", cell: "cell_n1", at: 1 }] });
    await ada.ask("POST", `${at}/versions/${id}/restore`);
    const cells = (await ada.ask("GET", `${at}/document`)).body.cells as { deletedAt: number | null }[];
    expect(cells.filter((cell) => cell.deletedAt === null)).toHaveLength(2);
    await until(() => (open.doc.getMap("cells").get("cell_n1") as Y.Map<unknown>).get("deletedAt") === null);
    // What was there before the way back is kept, so that it, too, can be gone back to.
    const { versions } = (await ada.ask("GET", `${at}/versions`)).body;
    expect(versions.map((version: { name: string | null }) => version.name)).toEqual([null, "before"]);
    const kept = (await ada.ask("GET", `${at}/versions/${versions[0].id}`)).body.cells;
    expect(kept.find((cell: { id: string }) => cell.id === "cell_n1").deletedAt).toBe(1);
  });

  test("a version is kept when the last one has left, of what no version holds (Y-10)", async () => {
    const notebook = await newNotebook();
    const at = `/api/v1/notebooks/${notebook}`;
    const { rooms } = server.live;
    const titled = (title: string) => ada.ask("POST", `${at}/operations`, { operations: [{ type: "set-title", title }] });
    const kept = async (): Promise<readonly { readonly id: string; readonly by: { readonly id: string } }[]> =>
      (await ada.ask("GET", `${at}/versions`)).body.versions;
    const titleOf = async (id: string): Promise<string> => (await ada.ask("GET", `${at}/versions/${id}`)).body.title;
    const leave = async (): Promise<void> => {
      await rooms.open.get(notebook)?.unload();
      expect(rooms.open.has(notebook)).toBe(false);
    };
    // As it was made it has not changed.
    await ada.ask("GET", `${at}/document`);
    await leave();
    await ada.ask("GET", `${at}/document`);
    expect(await kept()).toEqual([]);

    expect((await titled("Left")).status).toBe(200);
    await leave();
    const [left, ...none] = await kept();
    expect(none).toEqual([]);
    expect(await titleOf(left?.id ?? "")).toBe("Left");
    await ada.ask("GET", `${at}/document`);
    await leave();
    expect(await kept()).toHaveLength(1);

    // The server stops: found when somebody opens it again, and also of rows that became one meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 2));
    await titled("Stopped");
    await rooms.open.get(notebook)?.compact();
    rooms.open.get(notebook)?.close("broken");
    for (let times = 0; times < 2; times++) {
      await ada.ask("GET", `${at}/document`);
      await leave();
    }
    const versions = await kept();
    expect(versions).toHaveLength(2);
    expect(await titleOf(versions[0]?.id ?? "")).toBe("Stopped");
  });

  test("a room that everybody left goes, and comes back with everything", async () => {
    const notebook = await newNotebook();
    const one = join(ada, notebook);
    await until(() => one.provider.synced);
    one.type("kept");
    await until(
      async () =>
        (await server.context.pool.query("select 1 from document_updates where notebook = $1", [notebook])).rowCount! > 1,
    );
    one.close();
    const { rooms } = server.live;
    expect(rooms.open.has(notebook)).toBe(true);
    await rooms.open.get(notebook)?.compact();
    const { rows } = await server.context.pool.query("select merged, spans from document_updates where notebook = $1", [
      notebook,
    ]);
    expect(rows).toMatchObject([{ merged: true }]);
    const spans = await server.context.pool.query("select by from document_spans where notebook = $1", [notebook]);
    expect(spans.rows.every((row) => row.by === ada.id)).toBe(true);
    const two = join(ada, notebook);
    await until(() => two.text() === "kept");
  });
});
