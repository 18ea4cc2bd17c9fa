// Sync over real sockets with unmodified y-websocket clients, on a real Postgres.

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { keyBetween } from "@genomecraft/cells/notebook/order-key.ts";
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
function join(person: Person, notebook: string, params: Record<string, string> = {}): Client {
  const doc = new Y.Doc();
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: person.cookie } });
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace("http", "ws")}/api/v1/sync`, notebook, doc, {
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
const until = async (what: () => boolean | Promise<boolean>, ms = 5_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!(await what())) {
    if (performance.now() > end) throw new Error("it did not come to that");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
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
