// What people call things for others to read, at every door: one sees all of it, and something is seen (A-1d).

import { afterAll, beforeAll, expect, test } from "vitest";
import { appendUpdate, loadUpdates } from "@genomecraft/storage/queries/documents.ts";
import * as Y from "yjs";
import { type Person, startTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
let notebook = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
}, 60_000);
afterAll(() => server.close());

const odd = "\u202eStu\u200bdy\u0007 \u2066A\u2069";
const unseen = ["\u200b", "\u202e\u0007", "\u2800", "\u3164"];
const title = async (id: string): Promise<string> => (await ada.ask("GET", `/api/v1/notebooks/${id}/document`)).body.title;
const text = (title: string): string => `---\nformat: 1\ntitle: ${JSON.stringify(title)}\n---\n\nA note.\n`;
const rename = (title: string) => ({ operations: [{ type: "set-title", title }] });

test("names through the API are what one sees, and those of which nothing is seen are refused (A-1d)", async () => {
  const doors: readonly (readonly [method: string, at: string, body: (name: string) => object, status: number])[] = [
    ["POST", "/api/v1/labs", (name) => ({ name }), 200],
    ["PATCH", `/api/v1/labs/${lab}`, (name) => ({ name }), 200],
    ["POST", "/api/v1/notebooks", (name) => ({ lab, title: name }), 200],
    ["PATCH", `/api/v1/notebooks/${notebook}`, (name) => ({ title: name }), 200],
    ["POST", `/api/v1/notebooks/${notebook}/duplicate`, (name) => ({ title: name }), 200],
    ["POST", `/api/v1/notebooks/${notebook}/versions`, (name) => ({ name }), 200],
    ["POST", `/api/v1/notebooks/${notebook}/operations`, rename, 200],
    ["POST", "/api/v1/keys", (name) => ({ name }), 200],
    ["POST", `/api/v1/labs/${lab}/kernels`, (name) => ({ name }), 200],
    ["PATCH", "/api/v1/me", (name) => ({ name }), 200],
  ];
  for (const [method, at, body, status] of doors) {
    for (const name of unseen) {
      const refused = await ada.ask(method, at, body(name));
      expect([refused.status, refused.body.error.code], `${method} ${at}`).toEqual([422, "invalid"]);
    }
    expect((await ada.ask(method, at, body(odd))).status, `${method} ${at}`).toBe(status);
  }
  const said = JSON.stringify([
    (await ada.ask("GET", "/api/v1/me")).body,
    (await ada.ask("GET", "/api/v1/notebooks")).body,
    (await ada.ask("GET", `/api/v1/notebooks/${notebook}/versions`)).body,
    (await ada.ask("GET", "/api/v1/keys")).body,
    (await ada.ask("GET", `/api/v1/labs/${lab}/kernels`)).body,
  ]);
  expect(said).not.toMatch(/\p{Default_Ignorable_Code_Point}|\\u0007/u);
  expect(said.match(/"Study A"/g)?.length).toBeGreaterThanOrEqual(8);
  expect(await title(notebook)).toBe("Study A");
});

test("so are the titles of imported texts and the names of new accounts; what is stored opens as it is (A-1d)", async () => {
  const at = `/api/v1/notebooks/${notebook}/import`;
  expect((await ada.ask("POST", at, { text: text(`${odd}2`), mode: "replace" })).status).toBe(200);
  expect(await title(notebook)).toBe("Study A2");
  const refused = await ada.ask("POST", at, { text: text("\u200b\u202e"), mode: "replace" });
  expect([refused.status, refused.body.error.failure.reason]).toEqual([422, "notebook.title-unseen"]);
  expect(await title(notebook)).toBe("Study A2");
  const signUp = (name: string) =>
    fetch(`${server.url}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { origin: server.url, "content-type": "application/json" },
      body: JSON.stringify({ name, email: `${Math.random()}@example.org`, password: "correct horse battery 91" }),
    });
  expect((await (await signUp(odd)).json()).user.name).toBe("Study A");
  expect((await signUp("\u200b")).status).toBe(422);
  const stored = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "S" })).body.id as string;
  const doc = new Y.Doc();
  for (const row of await loadUpdates(server.context.db, stored)) Y.applyUpdate(doc, row.data);
  doc.getMap("meta").set("title", odd);
  const data = Y.encodeStateAsUpdate(doc);
  await appendUpdate(server.context.db, { notebook: stored, lab, data, spans: [], at: 1, replica: "another" });
  expect(await title(stored)).toBe(odd);
});
