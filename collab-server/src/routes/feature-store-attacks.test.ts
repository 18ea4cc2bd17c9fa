// Ways round what a lab says of its recipes and views and what stands in records of them: names by the back door of a version, the
// same saved again and again, reads by side doors, a change of which half is done.

import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LabOfData, loadText } from "../testing/lab-of-data.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let ben: Person;
let cy: Person;
let one: LabOfData;
let two: LabOfData;
beforeAll(async () => {
  server = await startTestServer();
  [ada, ben, cy] = [await server.signUp("Ada"), await server.signUp("Ben"), await server.signUp("Cy")];
  [one, two] = [await LabOfData.of(server, ada, "One"), await LabOfData.of(server, ben, "Two")];
  await addMember(server.context.db, { lab: one.lab, user: cy.id, role: "member", now: 1 });
}, 120_000);
afterAll(() => server.close());

const sheet = (of: string): string =>
  `mouse,weight\n${Array.from({ length: 12 }, (_, at) => `${of}${at},${20 + at}`).join("\n")}\n`;
const scaled = "```transform scaled\nfrom: =mice\nsteps:\n- {id: s1, verb: scale, columns: [weight]}\n```\n\n";

/** A notebook of lab One on data of its own, with a cell of steps. */
async function notebookOn(id: string): Promise<string> {
  const notebook = await one.notebook(loadText("mice", await one.put(id, sheet(id))) + scaled, [id]);
  await one.run(notebook);
  return notebook;
}
const save = (notebook: string, more: object = {}, by = ada) =>
  by.ask("POST", "/api/v1/recipes", { notebook, cell: "cell_scaled", name: "Weights", ...more });
const view = (notebook: string, more: object = {}) =>
  ada.ask("POST", "/api/v1/feature-views", { notebook, cell: "cell_mice", name: "Weights", entity: "mouse", ...more });
/** What stands in a lab's record of this, newest first. */
const recorded = async (by: Person, lab: string, target: string): Promise<readonly string[]> =>
  (await by.ask("GET", `/api/v1/labs/${lab}/audit?limit=500`)).body.entries.flatMap(
    (entry: { action: string; target: string; detail: { door?: string } }) =>
      entry.target === target ? [`${entry.action} ${entry.detail.door ?? ""}`.trim()] : [],
  );

test("whoever may add a version and say nothing else of a recipe says nothing else by a version", async () => {
  const notebook = await notebookOn("ds_names");
  const { id } = (await save(notebook, { description: "z scores", tags: ["mice"] })).body;
  for (const more of [{ name: "Taken" }, { description: "of hers" }, { tags: [] }])
    expect([more, (await save(notebook, { versionOf: id, ...more }, cy)).status]).toEqual([more, 403]);
  const tests = [{ rule: "unique", column: "mouse" }];
  expect((await save(notebook, { versionOf: id, tests }, cy)).body).toMatchObject({ version: 2, name: "Weights" });
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).body).toMatchObject({
    name: "Weights",
    description: "z scores",
    tags: ["mice"],
    version: 2,
  });
  expect((await save(notebook, { versionOf: id, name: "Mouse weights" })).body).toMatchObject({ version: 3 });
});

test("the same recipe saved again, and at once, is one version (T-9)", async () => {
  const notebook = await notebookOn("ds_same");
  const { id } = (await save(notebook)).body;
  const tests = [{ rule: "unique", column: "mouse" }];
  const all = await Promise.all([1, 2, 3, 4].map(() => save(notebook, { versionOf: id, tests })));
  expect(all.map(({ status, body }) => [status, body.version])).toEqual(all.map(() => [200, 2]));
  expect(all.filter(({ body }) => body.isSame)).toHaveLength(3);
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).body.versions).toHaveLength(2);
});

test("what quotes rows stands in the records of all labs before it is answered, whatever it is called (P-7a)", async () => {
  const theirs = await two.put("ds_theirs", sheet("theirs"));
  one.files.set(theirs.digest, two.files.get(theirs.digest) as never);
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab: one.lab, right: "download" });
  const notebook = await one.notebook(loadText("mice", theirs) + scaled);
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "editor" });
  await one.attach(notebook, theirs.id, ben);
  await one.run(notebook);
  // The tests that are proposed quote its values.
  expect((await ada.ask("GET", `/api/v1/notebooks/${notebook}/cells/cell_scaled/recipe`)).status).toBe(200);
  expect(await recorded(ben, two.lab, notebook)).toContain("output.read-rows recipe");
  const { id } = (await view(notebook)).body;
  const at = `/api/v1/feature-views/${id}`;
  expect((await ada.ask("GET", at)).status).toBe(200);
  expect((await ada.ask("GET", `${at}/drift?from=1&to=1`)).status).toBe(200);
  expect((await ada.ask("GET", `${at}/rows`)).status).toBe(200);
  for (const format of ["csv", "arrow", "csv"])
    expect((await fetch(`${server.url}${at}/rows?format=${format}`, { headers: { cookie: ada.cookie } })).status).toBe(200);
  const doors = ["features.make", "features.read summary", "features.read drift", "features.read rows"];
  const taken = ["features.download", "features.download", "features.download"];
  for (const [by, { lab }] of [
    [ada, one],
    [ben, two],
  ] as const)
    expect((await recorded(by, lab, id)).toSorted()).toEqual([...doors, ...taken].toSorted());
  const recipe = (await save(notebook)).body.id;
  expect(await recorded(ben, two.lab, recipe)).toEqual(["recipe.save"]);
  // Refused, it stands there, too.
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab: one.lab, right: "rows" });
  expect((await fetch(`${server.url}${at}/rows?format=csv`, { headers: { cookie: ada.cookie } })).status).toBe(403);
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab: one.lab, right: null });
  expect((await ada.ask("GET", `${at}/rows`)).status).toBe(403);
  expect((await ada.ask("GET", `/api/v1/recipes/${recipe}/versions/1`)).status).toBe(403);
  expect(await recorded(ada, one.lab, id)).toEqual(expect.arrayContaining(["access.refuse", "access.refuse"]));
  expect(await recorded(ada, one.lab, recipe)).toContain("access.refuse");
});

test("of a change that is refused nothing is done", async () => {
  const { id } = (await view(await notebookOn("ds_half"), { keepsUp: true })).body;
  const at = `/api/v1/feature-views/${id}`;
  const change = { keepsUp: false, thresholds: { psiWarn: 1 }, deprecated: { why: "old", instead: "ds_nothing" } };
  expect((await ada.ask("PATCH", at, change)).status).toBe(404);
  expect((await ada.ask("GET", at)).body).toMatchObject({ keepsUp: true, thresholds: {}, deprecated: null });
});

test("what an entity is called, and why something is not to be used, is what one sees (A-1d)", async () => {
  const { id } = (await view(await notebookOn("ds_seen"))).body;
  const at = `/api/v1/feature-views/${id}`;
  for (const body of [{ entityNoun: "\u200b" }, { deprecated: { why: "\u200b", instead: null } }])
    expect((await ada.ask("PATCH", at, body)).status).toBe(422);
  expect((await ada.ask("PATCH", at, { entityNoun: "\u202emouse", tags: ["\u202eone", "one"] })).status).toBe(200);
  expect((await ada.ask("GET", at)).body).toMatchObject({ entityNoun: "mouse", tags: ["one"] });
});
