// What the bin lists of cells: the notebooks in which some lie, with how many.

import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 120_000);
afterAll(() => server.close());

test("a notebook says how many of its cells are in the bin: none, then one, and none again once that is restored", async () => {
  const { id } = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Notes" })).body;
  const write = async (operation: object) =>
    expect((await ada.ask("POST", `/api/v1/notebooks/${id}/operations`, { operations: [operation] })).status).toBe(200);
  const listed = async () => (await ada.ask("GET", "/api/v1/notebooks")).body.notebooks[0];
  expect(await listed()).toMatchObject({ cellCount: 0, cellsInBin: 0 });
  const [order] = keysBetween(null, null, 1);
  const cell = "cell_a";
  await write({ type: "add-cell", id: cell, kind: "note", name: "", spec: { text: "One" }, order, mode: "auto" });
  await write({ type: "delete-cell", cell, at: Date.now() });
  await vi.waitFor(async () => expect(await listed()).toMatchObject({ cellCount: 0, cellsInBin: 1 }), 20_000);
  await write({ type: "restore-cell", cell });
  await vi.waitFor(async () => expect(await listed()).toMatchObject({ cellCount: 1, cellsInBin: 0 }), 20_000);
});
