// An open notebook as a page has it, at a real server.

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import "@genomecraft/cells/all-words.ts";
import { newCellId } from "@genomecraft/cells/base/ids.ts";
import { keyBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { startTestServer, type Person, type TestServer } from "@genomecraft/collab-server/testing/test-server.ts";
import { bringKind } from "../kinds/kinds-here.ts";
import { openNotebook, type Offer, type OpenNotebook } from "./open-notebook.ts";
import { until } from "@genomecraft/cells/testing/until.ts";

// Languages are made for browsers when the screen is built.
vi.mock(import("../words/speak.ts"), async (actual) => ({ ...(await actual()), wordsCame: async () => {} }));

let server: TestServer;
let ada: Person;
let ben: Person;
let notebook = "";
const socketOf = (person: Person) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: person.cookie } });
    }
  };
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  const lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "editor" });
  vi.stubGlobal("location", { origin: server.url });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("document", { addEventListener: () => {}, removeEventListener: () => {} });
  vi.stubGlobal("WebSocket", socketOf(ben));
}, 60_000);
// The stubs stay: a page that looks for its server does so until its own pause is over.
afterAll(() => server.close());
const cells = async (): Promise<{ readonly id: string; readonly spec: { readonly text?: string } }[]> =>
  (await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`)).body.cells;

test("a page whose client id belongs to somebody else takes a new one, and nothing typed is lost (Y-8)", async () => {
  const hers = new Y.Doc();
  const provider = new WebsocketProvider(`${server.url.replace("http", "ws")}/api/v1/sync`, notebook, hers, {
    WebSocketPolyfill: socketOf(ada) as never,
    disableBc: true,
  });
  await until(() => provider.synced);
  hers.getText("aside").insert(0, "hers");
  await until(() => server.live.rooms.open.get(notebook)?.doc.getText("aside").toString() === "hers");

  await bringKind("note");
  const { epoch } = (await ben.ask("GET", `/api/v1/notebooks/${notebook}`)).body;
  const opened = (offer: Offer, taken: (offer: Offer) => void): OpenNotebook =>
    openNotebook({ id: notebook, epoch, role: "editor", user: { id: ben.id, name: "Ben" }, offer, onIdTaken: taken });

  // Her id, by the rarest of chances; and what is typed before the server has said a word.
  let offered: Offer | null = null;
  const first = opened({ state: Y.encodeStateAsUpdate(new Y.Doc()), client: hers.clientID }, (offer) => {
    offered = offer;
  });
  const note = newCellId();
  const add = {
    type: "add-cell",
    id: note,
    kind: "note",
    name: "",
    spec: { text: "typed offline" },
    order: keyBetween(null, null),
    mode: "auto",
  };
  expect(first.write([add as never])).toMatchObject({ ok: true });
  first.text(note, "text")?.insert(13, ", letter by letter");
  await until(() => offered !== null);
  expect(first.connection.get().state).not.toBe("closed");
  expect(await cells()).toEqual([]);
  first.destroy();

  const second = opened(offered as unknown as Offer, () => expect.unreachable("the new id is his"));
  expect(second.saved.get()).toBe(false);
  second.text(note, "text")?.insert(0, "Ben: ");
  await until(() => second.saved.get());
  await until(async () => (await cells()).length === 1);
  expect(await cells()).toMatchObject([{ id: note, spec: { text: "Ben: typed offline, letter by letter" } }]);
  await until(() => hers.getMap("cells").has(note));
  expect(second.doc.getText("aside").toString()).toBe("hers");
  second.destroy();
  provider.destroy();
});

test("a title that is typed before the document has come is the notebook's, whoever's client id is higher", async () => {
  const { epoch } = (await ben.ask("GET", `/api/v1/notebooks/${notebook}`)).body;
  const titleNow = async (): Promise<string> => (await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`)).body.title;
  for (const client of [1, 2 ** 32 - 1]) {
    const title = `Mice of ${client}`;
    const offer = { state: Y.encodeStateAsUpdate(new Y.Doc()), client };
    const opened = openNotebook({ id: notebook, epoch, role: "editor", user: { id: ben.id, name: "Ben" }, offer });
    expect(opened.loaded.get()).toBe(false);
    expect(opened.write([{ type: "set-title", title }])).toMatchObject({ ok: true });
    await until(() => opened.loaded.get() && opened.saved.get());
    await until(async () => (await titleNow()) === title);
    expect(opened.notebook.get().title).toBe(title);
    opened.destroy();
  }
});

test("opening a notebook is no edit; typing in it is, for whoever looks on, too", async () => {
  const row = async (): Promise<number> => (await ben.ask("GET", `/api/v1/notebooks/${notebook}`)).body.updatedAt;
  const { epoch } = (await ben.ask("GET", `/api/v1/notebooks/${notebook}`)).body;
  // The list is written a little after what it lists.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const before = await row();
  const open = (): OpenNotebook =>
    openNotebook({ id: notebook, epoch, role: "editor", user: { id: ben.id, name: "Ben" }, onIdTaken: () => undefined });
  const [here, there] = [open(), open()];
  try {
    await until(() => here.loaded.get() && there.loaded.get() && here.saved.get());
    expect([here.editedAt.get(), there.editedAt.get()]).toEqual([null, null]);
    expect(await row()).toBe(before);
    expect(here.write([{ type: "set-title", title: "Edited" }])).toMatchObject({ ok: true });
    await until(() => there.editedAt.get() !== null);
    expect(here.editedAt.get()).not.toBeNull();
  } finally {
    here.destroy();
    there.destroy();
  }
});
