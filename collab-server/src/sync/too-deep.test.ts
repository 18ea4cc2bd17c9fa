// What nests too deep, on a real server: refused from a client that means harm, refused from the API, and a notebook that
// an older server stored with it opens (D-1).

import { encoding } from "lib0";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { newCellId } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { tooDeepText } from "@genomecraft/cells/notebook/spec-value.ts";
import { readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import { appendUpdate, loadUpdates } from "@genomecraft/storage/queries/documents.ts";
import { committedNotebook } from "./committed-notebook.ts";
import { readableRows, withoutDeepTypes, withoutDeepValues } from "./nesting.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 60_000);
afterAll(() => server.close());

const at = (notebook: string, rest = ""): string => `/api/v1/notebooks/${notebook}${rest}`;
const newNotebook = async (): Promise<string> => (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
const addNote = async (notebook: string): Promise<string> => {
  const id = newCellId();
  const operation = { type: "add-cell", id, kind: "note", name: "", spec: { text: "kept" }, order: "V000", mode: "auto" };
  expect((await ada.ask("POST", at(notebook, "/operations"), { operations: [operation] })).status).toBe(200);
  return id;
};
const rowsOf = (notebook: string) => loadUpdates(server.context.db, notebook);

interface Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly closed: Promise<number>;
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
    maxBackoffTime: 200,
  });
  const closed = new Promise<number>((resolve) => {
    provider.on("closed", ({ code }: { readonly code: number }) => resolve(code));
  });
  const client: Client = { doc, provider, closed };
  clients.push(client);
  return client;
}
// With the test that let them in: each provider hears of the end of the process until it is destroyed.
afterEach(() => {
  for (const { provider, doc } of clients.splice(0)) {
    provider.destroy();
    doc.destroy();
  }
});

const lists = (levels: number, inmost: unknown = [1]): unknown => {
  let value = inmost;
  for (let level = 1; level < levels; level++) value = [value];
  return value;
};
/** Sets a key in a map of the document, or in the type that another struct made, to lists in lists. */
const handmade = (
  levels: number,
  key: string,
  parent: string | { readonly client: number; readonly clock: number },
): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [1, 1, 99, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 8 | 32);
    encoding.writeVarUint(encoder, typeof parent === "string" ? 1 : 0);
    if (typeof parent === "string") encoding.writeVarString(encoder, parent);
    else for (const number of [parent.client, parent.clock]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, key);
    encoding.writeVarUint(encoder, 1);
    for (let level = 0; level < levels; level++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
    encoding.writeUint8(encoder, 126);
    encoding.writeVarUint(encoder, 0);
  });

describe("a client that writes what nests too deep", () => {
  test.each([
    ["a value of 65 levels", (doc: Y.Doc) => doc.getMap("cells").set("x", lists(65))],
    ["a value of 5,000 levels", (doc: Y.Doc) => doc.getMap("cells").set("x", lists(5_000))],
    ["somewhere that no notebook looks", (doc: Y.Doc) => doc.getArray("aside").insert(0, [lists(70)])],
    [
      "shared types, one at a time",
      (doc: Y.Doc) => {
        let map = doc.getMap<unknown>("elsewhere");
        for (let level = 0; level < 80; level++) {
          const next = new Y.Map<unknown>();
          map.set("x", next);
          map = next;
        }
      },
    ],
  ])("is told so for good, and nothing of it is stored or sent on: %s", async (_title, write) => {
    const notebook = await newNotebook();
    const note = await addNote(notebook);
    const colleague = join(notebook);
    const hostile = join(notebook);
    await until(() => colleague.provider.synced && hostile.provider.synced);
    write(hostile.doc);
    const written = Y.encodeStateVector(hostile.doc);
    expect(await hostile.closed).toBe(4413);
    // What was not saved is still there, for a draft.
    expect(Y.encodeStateVector(hostile.doc)).toEqual(written);
    await server.live.rooms.open.get(notebook)?.flushed();
    const rows = await rowsOf(notebook);
    for (const { data } of rows) expect(withoutDeepTypes(withoutDeepValues(data))).toBe(data);
    expect((await readableRows(rows.map(({ data }) => data))).wasCut).toBe(false);
    // The room works on.
    await ada.ask("POST", at(notebook, "/operations"), { operations: [{ type: "set-title", title: "after" }] });
    await until(() => readNotebook(colleague.doc, kindOf).title === "after");
    expect(readNotebook(colleague.doc, kindOf).cells.map(({ id }) => id)).toEqual([note]);
    // Again, with the same document, at the first word.
    expect(await join(notebook, hostile.doc).closed).toBe(4413);
  });

  test("64 levels are kept", async () => {
    const notebook = await newNotebook();
    const one = join(notebook);
    await until(() => one.provider.synced);
    one.doc.getMap("elsewhere").set("x", lists(64));
    const two = join(notebook);
    await until(() => two.doc.getMap("elsewhere").has("x"));
    expect(two.doc.getMap("elsewhere").get("x")).toEqual(lists(64));
  });
});

describe("operations of the API", () => {
  /** Text, for JSON.stringify ends where its stack does. */
  const post = async (notebook: string, operation: string): Promise<{ readonly status: number; readonly text: string }> => {
    const answer = await fetch(`${server.url}${at(notebook, "/operations")}`, {
      method: "POST",
      headers: { cookie: ada.cookie, "content-type": "application/json" },
      body: `{"operations":[${operation}]}`,
    });
    return { status: answer.status, text: await answer.text() };
  };
  test.each([64, 65, 6_000, 200_000])("a value of %i levels is kept, or refused without a trace", async (levels) => {
    const notebook = await newNotebook();
    const note = await addNote(notebook);
    const before = await rowsOf(notebook);
    const value = "[".repeat(levels) + "]".repeat(levels);
    const path = JSON.stringify(Array.from({ length: levels }, () => "a"));
    for (const [operation, isKept] of [
      [`{"type":"set-spec","cell":"${note}","path":["x"],"value":${value}}`, levels <= 64],
      [`{"type":"replace-spec","cell":"${note}","spec":{"text":"","x":${value}}}`, levels <= 64],
      [
        `{"type":"add-cell","id":"${newCellId()}","kind":"note","name":"","spec":{"x":${value}},"order":"W000","mode":"auto"}`,
        levels <= 64,
      ],
      [`{"type":"set-spec","cell":"${note}","path":${path},"value":1}`, false],
    ] as const) {
      const { status, text } = await post(notebook, operation);
      if (isKept) expect([status, text]).toEqual([200, expect.anything()]);
      else {
        expect([400, 409, 413, 422]).toContain(status);
        expect(text).not.toMatch(/internal|RangeError|stack/i);
      }
    }
    if (levels > 64) expect(await rowsOf(notebook)).toEqual(before);
    const { body } = await ada.ask("GET", at(notebook, "/document"));
    // Not a level less, either.
    if (levels <= 64) for (const cell of body.cells) expect(cell.spec.x).toEqual(lists(levels, []));
  });
  test.each([6_000, 200_000])("nor does a text with %i levels come in", async (levels) => {
    const notebook = await newNotebook();
    const before = await rowsOf(notebook);
    for (const value of ["[".repeat(levels) + "]".repeat(levels), "{a: ".repeat(levels) + "}".repeat(levels)]) {
      const text = `---\nformat: 1\ntitle: T\n---\n\n\`\`\`load a\nfile: ${value}\n\`\`\`\n`;
      const answer = await ada.ask("POST", at(notebook, "/import"), { text, mode: "append" });
      expect([400, 422]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toMatch(/internal|RangeError|stack/i);
    }
    expect(await rowsOf(notebook)).toEqual(before);
  });
});

describe("a notebook that was stored with it", () => {
  const store = async (notebook: string, data: Uint8Array): Promise<void> => {
    const { rooms } = server.live;
    await appendUpdate(server.context.db, { notebook, lab, data, spans: [], at: 1, replica: rooms.replica });
  };
  const asleep = async (notebook: string): Promise<void> => {
    const { rooms } = server.live;
    await rooms.open.get(notebook)?.unload();
    await until(() => !rooms.open.has(notebook));
  };
  /** The struct that made the spec of a cell. */
  const specOf = async (notebook: string, cell: string): Promise<{ readonly client: number; readonly clock: number }> => {
    const doc = new Y.Doc();
    for (const { data } of await rowsOf(notebook)) Y.applyUpdate(doc, data);
    const item = (doc.getMap("cells").get(cell) as Y.Map<Y.Map<unknown>>).get("spec")?._item;
    if (!item) throw new Error("no spec");
    return { client: item.id.client, clock: item.id.clock };
  };

  test.each([65, 6_000, 300_000])("%i levels: it opens, shows what can be read, and the cell says so", async (levels) => {
    const notebook = await newNotebook();
    const note = await addNote(notebook);
    const spec = await specOf(notebook, note);
    await asleep(notebook);
    await store(notebook, handmade(levels, "x", spec));
    const answer = await ada.ask("GET", at(notebook, "/document"));
    expect(answer.status).toBe(200);
    expect(answer.body.cells).toMatchObject([{ id: note, spec: { text: "kept", x: tooDeepText } }]);
    for (const rest of ["", "/document"]) expect((await ada.ask("GET", at(notebook, rest))).status).toBe(200);
    const seen = await committedNotebook(server.context.db, notebook);
    const { problem } = dependencyGraph(seen, kindOf).cells.get(note as never) ?? {};
    expect(problem).toMatchObject({ reason: "notebook.value-too-deep", at: ["x"] });
    for (const locale of ["en", "ru"] as const) expect(problem && failureSentence(problem, locale)).toMatch(/\bx\b.*64/);

    // Clients open it, work on it, and the log is mended when it is compacted.
    const client = join(notebook);
    await until(() => client.provider.synced);
    expect(readNotebook(client.doc, kindOf)).toEqual(seen);
    const mend = { type: "set-spec", cell: note, path: ["x"] };
    expect((await ada.ask("POST", at(notebook, "/operations"), { operations: [mend] })).status).toBe(200);
    await until(() => readNotebook(client.doc, kindOf).cells[0]?.spec["x"] === undefined);
    await server.live.rooms.open.get(notebook)?.compact();
    const [row, ...more] = await rowsOf(notebook);
    expect(more).toEqual([]);
    const plain = new Y.Doc();
    Y.applyUpdate(plain, row?.data as Uint8Array);
    expect(readNotebook(plain, kindOf).cells).toMatchObject([{ id: note, spec: { text: "kept" } }]);
  });

  test("in place of a whole cell", async () => {
    const notebook = await newNotebook();
    const note = await addNote(notebook);
    await asleep(notebook);
    await store(notebook, handmade(6_000, "cell_deep", "cells"));
    const { body } = await ada.ask("GET", at(notebook, "/document"));
    expect(body.cells.map(({ id }: { id: string }) => id).sort()).toEqual([note, "cell_deep"].sort());
    const { cells } = dependencyGraph(await committedNotebook(server.context.db, notebook), kindOf);
    expect(cells.get(note as never)?.problem).toBeNull();
    expect(cells.get("cell_deep" as never)?.problem).toMatchObject({ reason: "notebook.kind-unknown" });
  });
});
