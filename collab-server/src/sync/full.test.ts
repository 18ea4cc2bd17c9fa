// Where a document ends, on a real server: told before, refused for good beyond, deleted always, and a stored one opens (L-5).

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { appendUpdate } from "@genomecraft/storage/queries/documents.ts";
import { syncProtocol } from "../../contract/sync-protocol.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";
import { largestDocument, mostRecords, mostRecordsAtOnce } from "./document-size.ts";
import { until } from "@genomecraft/cells/testing/until.ts";

let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 60_000);
afterAll(() => server.close());

const newNotebook = async (): Promise<string> => (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
const bytesOf = async (notebook: string): Promise<number> => {
  const all = "select sum(length(data))::int as n from document_updates where notebook = $1";
  return (await server.context.pool.query(all, [notebook])).rows[0].n;
};
const store = (notebook: string, change: (doc: Y.Doc) => void): Promise<unknown> => {
  const doc = new Y.Doc();
  doc.transact(() => change(doc));
  const data = Y.encodeStateAsUpdate(doc);
  return appendUpdate(server.context.db, { notebook, lab, data, spans: [], at: 1, replica: "another" });
};

interface Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly closed: Promise<number>;
  readonly fills: number[];
}
const clients: Client[] = [];
function join(notebook: string, doc = new Y.Doc()): Client {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: ada.cookie } });
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace("http", "ws")}/api/v1/sync`, notebook, doc, {
    WebSocketPolyfill: WithCookie as never,
    disableBc: true,
    params: { ext: "1", v: String(syncProtocol) },
    maxBackoffTime: 200,
  });
  const fills: number[] = [];
  provider.messageHandlers[100] = () => {};
  provider.messageHandlers[101] = () => {};
  provider.messageHandlers[102] = (_encoder, decoder) => {
    const said = JSON.parse(decoding.readVarString(decoder)) as { readonly fills?: number };
    if (said.fills !== undefined) fills.push(said.fills);
  };
  const closed = new Promise<number>((resolve) => {
    provider.on("closed", ({ code }: { readonly code: number }) => resolve(code));
  });
  const client: Client = { doc, provider, closed, fills };
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const { provider, doc } of clients.splice(0)) {
    provider.destroy();
    doc.destroy();
  }
});

const megabytes = (n: number): string => "x".repeat(n * 2 ** 20);

test("who has it open is told before it is full; what is too much is refused for good and nothing of it is kept (L-5)", async () => {
  const notebook = await newNotebook();
  const one = join(notebook);
  await until(() => one.provider.synced);
  const list = one.doc.getArray<string>("aside");
  for (let part = 0; part < 8; part++) {
    list.insert(0, [megabytes(5.5)]);
    await until(async () => (await bytesOf(notebook)) > (part + 1) * 5.5 * 2 ** 20);
  }
  expect(one.fills.at(-1)).toBe(0.88);
  const other = join(notebook);
  await until(() => other.fills.includes(0.88) && other.provider.synced);
  const before = await bytesOf(notebook);
  one.doc.getText("t").insert(0, "still a word");
  await until(() => other.doc.getText("t").toString() === "still a word");
  list.insert(0, [megabytes(7)]);
  expect(await one.closed).toBe(4414);
  // What was written is still with whoever wrote it.
  expect(list.length).toBe(9);
  expect((await bytesOf(notebook)) - before).toBeLessThan(1_000);
  // Others go on, and what is taken out makes room.
  other.doc.getArray("aside").delete(0, 4);
  await until(async () => (await bytesOf(notebook)) > before + 20);
  other.doc.getArray("aside").insert(0, [megabytes(7)]);
  await until(async () => (await bytesOf(notebook)) > before + 7 * 2 ** 20);
});

test("what was stored beyond it opens, reads, takes no operation, says why, and its copy is a small one", async () => {
  const notebook = await newNotebook();
  await store(notebook, (doc) => doc.getArray("aside").insert(0, [megabytes(30), megabytes(30)]));
  const at = `/api/v1/notebooks/${notebook}`;
  expect((await ada.ask("GET", `${at}/document`)).status).toBe(200);
  const operations = [{ type: "set-title", title: "more" }];
  for (const locale of ["en", "ru"]) {
    const refused = await ada.ask("POST", `${at}/operations`, { operations }, { "accept-language": locale });
    expect(refused.status).toBe(413);
    expect(refused.body.error.message).toMatch(/50 (MB|МБ)/);
  }
  expect((await ada.ask("PATCH", at, { title: "more" })).status).toBe(413);
  const one = join(notebook);
  await until(() => one.provider.synced);
  expect(one.fills).toEqual([1]);
  one.doc.getText("t").insert(0, "a word");
  expect(await one.closed).toBe(4414);
  const copy = await ada.ask("POST", `${at}/duplicate`, {});
  expect(copy.status).toBe(200);
  expect(await bytesOf(copy.body.id)).toBeLessThan(10_000);
  expect((await ada.ask("POST", `/api/v1/notebooks/${copy.body.id}/operations`, { operations })).status).toBe(200);
  expect(largestDocument).toBe(50 * 2 ** 20);
});

test("one message holds 20,000 records, a document 200,000: maps, values, letters alike (L-5)", async () => {
  const notebook = await newNotebook();
  const one = join(notebook);
  await until(() => one.provider.synced);
  const list = one.doc.getArray("aside");
  const maps = (count: number): Y.Map<unknown>[] => Array.from({ length: count }, () => new Y.Map());
  list.insert(0, maps(mostRecordsAtOnce));
  await until(async () => (await bytesOf(notebook)) > mostRecordsAtOnce);
  const much = join(notebook);
  await until(() => much.provider.synced);
  much.doc.getArray("aside").insert(0, maps(mostRecordsAtOnce + 1));
  expect(await much.closed).toBe(4414);
  const full = await newNotebook();
  await store(full, (doc) => doc.getArray("aside").insert(0, maps(mostRecords)));
  const two = join(full);
  await until(() => two.provider.synced);
  expect(two.fills).toEqual([1]);
  two.doc.getArray("aside").delete(0, 10_000);
  two.doc.getArray("aside").delete(100, 10);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(two.provider.wsconnected).toBe(true);
});

const deleting = (client: number, count: number): Uint8Array<ArrayBuffer> => {
  const frame = encoding.encode((encoder) => {
    for (const number of [0, 2]) encoding.writeVarUint(encoder, number);
    const update = encoding.encode((inner) => {
      for (const number of [0, 1, client, count]) encoding.writeVarUint(inner, number);
      for (let index = 0; index < count; index++) for (const number of [2 * index, 1]) encoding.writeVarUint(inner, number);
    });
    encoding.writeVarUint8Array(encoder, update);
  });
  return Uint8Array.from(frame);
};

test("deletions of what nobody has are refused when they are many; as many of what is there are done, and what follows waits for them (L-5)", async () => {
  const notebook = await newNotebook();
  const one = join(notebook);
  await until(() => one.provider.synced);
  one.doc.getText("t").insert(0, "ab".repeat(60_000));
  const other = join(notebook);
  await until(() => other.doc.getText("t").length === 120_000);
  one.provider.ws?.send(deleting(one.doc.clientID, 60_000));
  one.doc.getText("after").insert(0, "after");
  await until(() => other.doc.getText("after").toString() === "after");
  expect(other.doc.getText("t").toString()).toBe("b".repeat(60_000));
  const before = await bytesOf(notebook);
  other.provider.ws?.send(deleting(12_345, 1_000_000));
  expect(await other.closed).toBe(4414);
  expect(await bytesOf(notebook)).toBe(before);
  expect(one.provider.wsconnected).toBe(true);
});
