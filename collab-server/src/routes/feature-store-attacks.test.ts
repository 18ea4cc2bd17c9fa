// Ways round what a lab says of its recipes and views and what stands in records of them: names by the back door of a version, the
// same saved again and again, reads by side doors, a change of which half is done.

import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepUpRound } from "../feature-store/keep-up.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { fileText, type KeptFile, LabOfData, loadText } from "../testing/lab-of-data.ts";
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

test("a version brings in no lab whose rights would close those that were there before (T-9)", async () => {
  const theirs = await two.put("ds_hostage", sheet("hostage").replaceAll(",2", ",4"));
  one.files.set(theirs.digest, two.files.get(theirs.digest) as never);
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab: one.lab, right: "download" });
  const own = await notebookOn("ds_own");
  const { id } = (await save(own)).body;
  const notebook = await one.notebook(loadText("mice", theirs) + scaled);
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "editor" });
  await one.attach(notebook, theirs.id, ben);
  await one.run(notebook);
  const refused = await save(notebook, { versionOf: id });
  expect([refused.status, refused.body.error?.message ?? JSON.stringify(refused.body)]).toEqual([
    409,
    expect.stringContaining("save it as an entry of its own"),
  ]);
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).body.versions).toHaveLength(1);
  expect((await save(notebook)).status).toBe(200);
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab: one.lab, right: null });
  expect((await ada.ask("GET", `/api/v1/recipes/${id}/versions/1`)).status).toBe(200);
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

test("of many versions and wide tables lists tell what they show, and no more (T-9)", async () => {
  const numbers = Array.from({ length: 60 }, (_, at) => `c${at}`);
  const columns = ["sex", ...numbers];
  const text = (more: number): string =>
    `mouse,${columns.join(",")}\n${Array.from({ length: 400 }, (_, row) => `m${row},${row % 2 ? "f" : "m"},${numbers.map((_, at) => row * at + more).join(",")}`).join("\n")}\n`;
  const notebook = await one.notebook(loadText("mice", await one.put("ds_many", text(0))), ["ds_many"]);
  await one.run(notebook);
  const first = await view(notebook, { name: "Many" });
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  const { id } = first.body;
  const { pool } = server.context;
  await pool.query(
    `insert into dataset_versions (dataset, version, lab, blob, digest, name, size, recognised, made, created_by, created_at)
      select dataset, version + n, lab, blob, digest, name, size, recognised, made, created_by, created_at
      from dataset_versions, generate_series(1, 40) n where dataset = $1`,
    [id],
  );
  const [listed] = (await ada.ask("GET", "/api/v1/feature-views?q=many")).body.views;
  expect(listed).toMatchObject({ id, version: 41, rows: 400, entities: 400, features: columns, drift: null });
  const { versions, features } = (await ada.ask("GET", `/api/v1/feature-views/${id}`)).body;
  expect(features).toEqual(columns);
  expect(versions.map(({ rows }: { rows: number }) => rows)).toEqual(versions.map(() => 400));
  expect(versions.map(({ summary }: { summary: object | null }) => summary !== null)).toEqual(
    versions.map((_: unknown, at: number) => at < 24),
  );
  // Sixty columns are packed by sixteen, and read again as they were.
  const { rows } = (await ada.ask("GET", `/api/v1/feature-views/${id}/rows?entity=m399`)).body;
  expect(rows).toEqual([["m399", "f", ...numbers.map((_, at) => 399 * at)]]);
  // What is held to an old version is held to its statistics.
  expect((await ada.ask("PATCH", `/api/v1/feature-views/${id}`, { baseline: 2 })).status).toBe(200);
  const later = await one.put("ds_many", text(1_000_000));
  const file = { digest: later.digest, name: "data.csv", size: later.size, dataset: later.id, version: later.version };
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [{ type: "set-spec", cell: "cell_mice", path: ["file"], value: file }],
  });
  await one.run(notebook);
  const made = await ada.ask("POST", `/api/v1/feature-views/${id}/versions`);
  expect(made.body, JSON.stringify(made.body)).toMatchObject({ version: 42, isSame: false });
  expect((await ada.ask("GET", `/api/v1/feature-views/${id}`)).body).toMatchObject({ drift: "alert" });
}, 60_000);

test("a view does not keep up with what is made of it: by itself, and by another view, it would be made for ever", async () => {
  const notebook = await notebookOn("ds_loop");
  const own: KeptFile = (await view(notebook, { keepsUp: true })).body;
  // A file that is made of it, and the view itself: each has a newer version, and its notebook comes to load the one or the other.
  const { pool } = server.context;
  const made = await one.put("ds_made_of_view", sheet("made"));
  await pool.query(
    "insert into dataset_origins (dataset, version, lab, digest, origin, origin_lab) values ($1, 1, $2, $3, $4, $2)",
    [made.id, one.lab, own.digest, own.id],
  );
  const newer = await one.put(made.id, sheet("newer"));
  const second = "a".repeat(64);
  await pool.query(
    `insert into dataset_versions (dataset, version, lab, blob, digest, name, size, made, created_by, created_at)
      select dataset, 2, lab, blob, $2, name, size, made, created_by, created_at from dataset_versions where dataset = $1`,
    [own.id, second],
  );
  for (const of of [own, made]) {
    await one.attach(notebook, of.id);
    const value = { digest: of.digest, name: "data.csv", size: of.size, dataset: of.id, version: 1 };
    const operations = [{ type: "set-spec", cell: "cell_mice", path: ["file"], value }];
    expect((await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, { operations })).status).toBe(200);
    await keepUpRound(server.context, server.live, new ArtifactCache(2 ** 20));
    const document = JSON.stringify((await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`)).body);
    expect(document).toContain(of.digest);
    expect(document).not.toContain(second);
    expect(document).not.toContain(newer.digest);
  }
}, 60_000);

const useOf = ({ id, digest, size }: KeptFile, more = ""): string =>
  `- {id: s1, verb: recipe, ${more}from: ${fileText({ id, version: 1, digest, size }, "r.recipe.json")}}`;

test("a view of what a recipe made, which learned of another lab's data, is closed with these at the end of the line (T-8)", async () => {
  const theirs = await two.put("ds_line_theirs", sheet("line"));
  one.files.set(theirs.digest, two.files.get(theirs.digest) as never);
  const grant = (right: string | null) => ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab: one.lab, right });
  await grant("rows");
  const first = await one.notebook(loadText("mice", theirs) + scaled);
  await ada.ask("PUT", `/api/v1/notebooks/${first}/access`, { email: ben.email, role: "editor" });
  await one.attach(first, theirs.id, ben);
  await one.run(first);
  const recipe: KeptFile = (await save(first, { name: "Of theirs" })).body;
  await one.readMade(recipe);
  const ours = await one.put("ds_line_ours", sheet("ours"));
  const cells = `${loadText("mice", ours)}\`\`\`transform scaled\nfrom: =mice\nsteps:\n${useOf(recipe)}\n\`\`\`\n\n`;
  const second = await one.notebook(cells, [ours.id]);
  await ada.ask("PUT", `/api/v1/notebooks/${second}/access`, { email: ben.email, role: "editor" });
  await one.attach(second, theirs.id, ben);
  await one.attach(second, recipe.id);
  await one.run(second);
  const made = await view(second, { cell: "cell_scaled", name: "At the end" });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const at = `/api/v1/feature-views/${made.body.id}`;
  const names = (await ada.ask("GET", at)).body.madeOf.map(({ id }: { id: string }) => id);
  expect(names.toSorted()).toEqual([ours.id, recipe.id, theirs.id].toSorted());
  expect((await ada.ask("GET", `${at}/rows`)).status).toBe(200);
  expect((await ada.ask("GET", `/api/v1/datasets/${made.body.id}/versions/1/file`)).status).toBe(403);
  // Elsewhere it is used with their data, or not at all; the recipe of a recipe is made of what that was made of.
  const elsewhere = await one.notebook("");
  expect((await ada.ask("POST", `/api/v1/notebooks/${elsewhere}/datasets`, { dataset: made.body.id })).status).toBe(403);
  const inner = (await save(second, { name: "Recipe of a recipe" })).body;
  expect((await ada.ask("GET", `/api/v1/recipes/${inner.id}/versions/1`)).status).toBe(200);
  await grant(null);
  expect((await ada.ask("GET", `/api/v1/recipes/${inner.id}/versions/1`)).status).toBe(403);
  expect((await ada.ask("GET", at)).body).toMatchObject({ right: "restricted", features: null, versions: [{ summary: null }] });
  expect((await ada.ask("GET", `${at}/rows`)).status).toBe(403);
  expect((await ada.ask("POST", `${at}/versions`)).status).toBe(403);
  expect((await ada.ask("POST", "/api/v1/intake", { files: [{ dataset: made.body.id, version: 1 }] })).status).toBe(404);
});

test.each([true, false])(
  "who sees results only finds no value of a row at any door of what a recipe makes (persons: %s)",
  async (aboutPersons) => {
    const secret = /Atlantis|Zanzibar|98765|Zm\d|Yn\d/;
    const people = (of: string, city: string): string =>
      `who,weight,city\n${Array.from({ length: 40 }, (_, at) => `${of}${at},${at === 3 ? 98765 : 20 + at},${at === 5 ? city : at % 2 ? "Paris" : "Rome"}`).join("\n")}\n`;
    const learned = await one.put(`ds_learned_${aboutPersons}`, people("Zm", "Atlantis"));
    const later = await one.put(`ds_later_${aboutPersons}`, people("Yn", "Zanzibar"));
    for (const { id } of [learned, later])
      await ada.ask("PATCH", `/api/v1/datasets/${id}`, { aboutPersons, personColumn: aboutPersons ? "who" : null });
    const steps = `\`\`\`transform scaled\nfrom: =mice\nsteps:\n- {id: s1, verb: encode, columns: [city], as: {by: one-hot, unseen: zero}}\n- {id: s2, verb: outliers, columns: [weight], rule: {by: iqr}}\n\`\`\`\n\n\`\`\`quality checked\nfrom: =mice\n\`\`\`\n\n`;
    const first = await one.notebook(loadText("mice", learned) + steps, [learned.id]);
    await one.run(first);
    const tests = [{ rule: "range", column: "weight", least: 0, most: 100 }];
    const saved = await save(first, { name: `Coded ${aboutPersons}`, tests });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const recipe: KeptFile = saved.body;
    await one.readMade(recipe);
    const uses = ["onFail: say, ", ""].map(
      (more, at) => `\`\`\`transform ready${at}\nfrom: =mice\nsteps:\n${useOf(recipe, more)}\n\`\`\`\n\n`,
    );
    const second = await one.notebook(loadText("mice", later) + uses.join(""), [later.id, recipe.id, learned.id]);
    await one.run(second);
    const guest = await server.signUp(`Guest${aboutPersons}`);
    for (const [notebook, results] of [
      [first, [learned.id]],
      [second, [learned.id, later.id, recipe.id]],
    ] as const)
      expect(
        (await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: guest.email, role: "editor", results })).status,
      ).toBe(200);
    const told = async (path: string): Promise<void> => {
      const { body } = await guest.ask("GET", path);
      expect([path, secret.exec(JSON.stringify(body))?.[0]]).toEqual([path, undefined]);
    };
    const ports = { mice: ["out", "reading"], scaled: ["out", "steps", "fitted", "changes"], checked: ["out", "report"] };
    const ready = { mice: ["out"], ready0: ["out", "steps", "fitted", "changes"], ready1: ["out", "steps"] };
    for (const [notebook, cells] of [
      [first, ports],
      [second, ready],
    ] as const) {
      const at = `/api/v1/notebooks/${notebook}`;
      for (const [cell, names] of Object.entries(cells))
        for (const port of names)
          for (const door of ["", "/window?offset=0&limit=9", "/json", "/summary", "/search?q=Atlantis", "/download?format=json"])
            await told(`${at}/cells/cell_${cell}/outputs/${port}${door}`);
      for (const path of ["session", "document", "cells/cell_ready0/lineage", "cells/cell_scaled/recipe"])
        await told(`${at}/${path}`);
    }
    expect((await guest.ask("GET", `/api/v1/recipes/${recipe.id}`)).status).toBe(404);
  },
  120_000,
);
