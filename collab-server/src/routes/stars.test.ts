// Favourites are a person's own, and what an example looks like before anything of it was computed.

import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureFirstPerson } from "../demo/first-person.ts";
import { examplesFolder, seedDemo } from "../demo/seed-demo.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let ben: Person;
let notebook = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  const lab = (await ada.ask("POST", "/api/v1/labs", { name: "Lab A" })).body.id;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "N" })).body.id;
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { user: ben.id, role: "viewer" });
}, 60_000);
afterAll(() => server.close());

const starredBy = async (person: Person): Promise<readonly string[]> =>
  (await person.ask("GET", "/api/v1/notebooks")).body.notebooks
    .filter((row: { starred: boolean }) => row.starred)
    .map((row: { id: string }) => row.id);
const star = (person: Person, starred: boolean) => person.ask("PUT", `/api/v1/notebooks/${notebook}/star`, { starred });

test("a star is seen by the one who set it alone, also by whoever may only look, and setting it twice is setting it once", async () => {
  expect((await star(ben, true)).status).toBe(200);
  expect((await star(ben, true)).status).toBe(200);
  expect([await starredBy(ben), await starredBy(ada)]).toEqual([[notebook], []]);
  await star(ben, false);
  expect(await starredBy(ben)).toEqual([]);
});

test("a star changes neither the date nor the record of a notebook, and stays while it lies in the bin; its way there and back is no edit", async () => {
  const at = async () => (await ada.ask("GET", `/api/v1/notebooks/${notebook}`)).body.updatedAt;
  const before = await at();
  await star(ada, true);
  expect(await at()).toBe(before);
  await ada.ask("DELETE", `/api/v1/notebooks/${notebook}`);
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/restore`);
  expect(await starredBy(ada)).toEqual([notebook]);
  expect(await at(), "nothing in it was edited").toBe(before);
});

test("an example has a picture before anything of it was computed, until it is changed; none for whoever does not see its data", async () => {
  const { context } = server;
  const { user, lab } = await ensureFirstPerson(context, { person: "You", lab: "Demonstration lab" });
  await seedDemo(context, { folder: examplesFolder() ?? "", user, lab });
  const { headers } = await server.nobody.ask("GET", new URL(await server.oneTimeSignIn(user)).pathname);
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const you = (method: string, path: string, body?: unknown) => server.nobody.ask(method, path, body, { cookie });
  const { notebooks } = (await you("GET", "/api/v1/notebooks")).body;
  expect(notebooks).toHaveLength(11);
  const picture = async (id: string) => (await you("GET", `/api/v1/notebooks/${id}/thumbnail`)).body.figure;
  for (const { id } of notebooks) expect((await picture(id)).length).toBeGreaterThan(0);

  const [{ id }] = notebooks;
  await you("PUT", `/api/v1/notebooks/${id}/access`, { user: ben.id, role: "viewer" });
  expect((await ben.ask("GET", `/api/v1/notebooks/${id}/thumbnail`)).body.figure).toBeNull();
  await you("PATCH", `/api/v1/notebooks/${id}`, { title: "Mine" });
  expect(await picture(id)).toBeNull();
}, 30_000);
