// Ways round the rights of what was made of data sets (T-8): what it was made of is asked for, recorded and told as if it were
// used itself.

import { createHash } from "node:crypto";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { originsOf } from "@genomecraft/storage/queries/origins.ts";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepUpRound } from "../feature-store/keep-up.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { runCells } from "../testing/run-cells.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const sheet = (of: string): Uint8Array =>
  new TextEncoder().encode(
    `mouse,weight,sex\n${Array.from({ length: 12 }, (_, at) => `${of}${at},${20 + at},${at % 2 ? "f" : "m"}`).join("\n")}\n`,
  );
const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const files = new Map<string, ReturnType<typeof bytesAsSource>>();

let server: TestServer;
let ada: Person;
let ben: Person;
let lab = "";
let other = "";
beforeAll(async () => {
  server = await startTestServer();
  [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  other = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
}, 120_000);
afterAll(() => server.close());

interface Kept {
  readonly id: string;
  readonly digest: string;
  readonly size: number;
}

async function newDataset(id: string, bytes: Uint8Array, of = lab, by = ada, version = 1): Promise<Kept> {
  const { context } = server;
  const digest = digestOf(bytes);
  files.set(digest, bytesAsSource(bytes));
  const blob = await context.blobs.put(context.db, { lab: of }, bytes);
  if (version === 1)
    await context.pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1, $2, 'mice.csv', $3, 1, 1)",
      [id, of, by.id],
    );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, $2, $3, $4, $5, 'mice.csv', $6, $7, 1)",
    [id, version, of, blob.id, digest, bytes.length, by.id],
  );
  return { id, digest, size: bytes.length };
}

const fileOf = ({ id, digest, size }: Kept, version = 1): string =>
  `{digest: ${digest}, name: mice.csv, size: ${size}, dataset: ${id}, version: ${version}}`;
const loadOf = (of: Kept): string => `\`\`\`load mice\nfile: ${fileOf(of)}\nformat: csv\n\`\`\`\n\n`;
const scaled = "```transform scaled\nfrom: =mice\nsteps:\n- {id: s1, verb: scale, columns: [weight]}\n```\n\n";

/** A notebook of Ada's lab with these cells, before it uses any data set. */
async function newNotebook(cells: string, title = "Mice"): Promise<string> {
  const text = `---\nformat: 1\ntitle: ${title}\n---\n\n${cells}`;
  const made = await ada.ask("POST", "/api/v1/notebooks", { lab, title, text });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body.id;
}
const run = (notebook: string) => runCells(server.context, { notebook, lab, by: ada.id, files });
const attach = async (by: Person, notebook: string, dataset: string) =>
  expect((await by.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset })).status).toBe(200);

/** A recipe of Ada's lab that learned of Ben's data, of which her lab sees rows; and a notebook that applies it to data of her own. */
async function recipeOfTheirs(name: string) {
  const theirs = await newDataset(`ds_${name}_theirs`, sheet(`${name}theirs`), other, ben);
  const ours = await newDataset(`ds_${name}_ours`, sheet(`${name}ours`));
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab, right: "rows" });
  const first = await newNotebook(loadOf(theirs) + scaled);
  await ada.ask("PUT", `/api/v1/notebooks/${first}/access`, { email: ben.email, role: "editor" });
  await attach(ben, first, theirs.id);
  await run(first);
  const saved = await ada.ask("POST", "/api/v1/recipes", { notebook: first, cell: "cell_scaled", name });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const { id, digest, fileName, size } = saved.body;
  const blob = await server.context.pool.query<{ blob: string }>("select blob from dataset_versions where dataset = $1", [id]);
  files.set(digest, await server.context.blobs.open(server.context.db, blob.rows[0]?.blob ?? ""));
  const use = `- {id: s1, verb: recipe, from: {digest: ${digest}, name: ${fileName}, size: ${size}, dataset: ${id}, version: 1}}`;
  const cells = `${loadOf(ours)}\`\`\`transform ready\nfrom: =mice\nsteps:\n${use}\n\`\`\`\n\n\`\`\`chart drawn\nfrom: =ready\nx: sex\ny: weight\nchart: {type: box, points: false}\n\`\`\`\n`;
  const notebook = await newNotebook(cells, "Uses it");
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "editor" });
  await attach(ben, notebook, theirs.id);
  await attach(ada, notebook, ours.id);
  await attach(ada, notebook, id);
  await run(notebook);
  return { theirs, ours, id: id as string, first, notebook };
}

test("a lab whose data a recipe learned of is asked before what the recipe made is published", async () => {
  const { theirs, notebook } = await recipeOfTheirs("published");
  const check = (by: Person, more: object = {}) =>
    by.ask("POST", `/api/v1/notebooks/${notebook}/publications/check`, { cells: ["cell_drawn"], ...more });
  const { body } = await check(ada);
  expect(
    body.sources.map(({ dataset }: { dataset: { id: string } }) => dataset.id),
    JSON.stringify(body),
  ).toContain(theirs.id);
  expect(body.blockers.map(({ reason }: { reason: string }) => reason)).toEqual(["must-agree"]);
  // Their rule of small groups is that of what was made of their persons.
  await ben.ask("PATCH", `/api/v1/datasets/${theirs.id}`, { aboutPersons: true, personColumn: "mouse" });
  await ben.ask("PATCH", `/api/v1/labs/${other}`, { smallGroups: 50 });
  const after = (await check(ada)).body;
  expect(after.blockers.map(({ reason }: { reason: string }) => reason)).toContain("small-groups");
});

test("a recipe that keeps what it needs of another lab's table, or another recipe whole, has that lab's rights, too", async () => {
  const ids = new TextEncoder().encode(
    `mouse,code\n${Array.from({ length: 12 }, (_, at) => `kept${at},${"ABCDEFGHIJKL"[at]}`).join("\n")}\n`,
  );
  const theirs = await newDataset("ds_kept_ids", ids, other, ben);
  const ours = await newDataset("ds_kept_ours", sheet("kept"));
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab, right: "rows" });
  const mapped =
    "```transform mapped\nfrom: =mice\nsteps:\n- {id: s1, verb: map-ids, column: mouse, with: =codes, from: mouse, to: code}\n```\n\n";
  const first = await newNotebook(loadOf(ours) + loadOf(theirs).replace("load mice", "load codes") + mapped);
  await ada.ask("PUT", `/api/v1/notebooks/${first}/access`, { email: ben.email, role: "editor" });
  await attach(ada, first, ours.id);
  await attach(ben, first, theirs.id);
  await run(first);
  const saved = await ada.ask("POST", "/api/v1/recipes", { notebook: first, cell: "cell_mapped", name: "Codes" });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const originsIn = async (id: string) => {
    const rows = await originsOf(server.context.db, [id]);
    return [...new Set(rows.map(({ origin }) => origin))].sort();
  };
  expect(await originsIn(saved.body.id)).toEqual([theirs.id, ours.id].sort());
  // A recipe that does a recipe holds what that one learned.
  const { notebook, theirs: learned } = await recipeOfTheirs("within");
  await run(notebook);
  const outer = await ada.ask("POST", "/api/v1/recipes", { notebook, cell: "cell_ready", name: "Outer" });
  expect(outer.status, JSON.stringify(outer.body)).toBe(200);
  expect(await originsIn(outer.body.id)).toContain(learned.id);
});

test("what shows results of a recipe is closed where the data that it learned of leave the notebook", async () => {
  const { theirs, notebook } = await recipeOfTheirs("leaves");
  const output = (by: Person) =>
    by.ask("GET", `/api/v1/notebooks/${notebook}/cells/cell_ready/outputs/out/window?offset=0&limit=3`);
  expect((await output(ada)).status).not.toBe(403);
  expect((await ben.ask("DELETE", `/api/v1/notebooks/${notebook}/datasets/${theirs.id}`)).status).toBe(200);
  expect((await output(ada)).status).toBe(403);
  const { cells } = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body;
  const ready = cells.find(({ cell }: { cell: string }) => cell === "cell_ready");
  expect(ready.status.state).toBe("restricted");
});

test("whoever is about to be let in is said to see what a recipe made only where its data are shown to her, too", async () => {
  const { ours, id, theirs, notebook } = await recipeOfTheirs("preview");
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab, right: null });
  await addMember(server.context.db, { lab: other, user: ada.id, role: "admin", now: 1 });
  const sees = async (...datasets: string[]) => {
    const { cells } = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/invited-see?datasets=${datasets.join(",")}`)).body;
    return cells.find((cell: { id: string }) => cell.id === "cell_drawn").sees;
  };
  expect(await sees(ours.id, id, theirs.id)).not.toBe("closed");
  expect(await sees(ours.id, id)).toBe("closed");
  await server.context.pool.query("delete from members where lab = $1 and user_id = $2", [other, ada.id]);
});

test("reading what was made of another lab's data stands in that lab's record, too", async () => {
  const { id } = await recipeOfTheirs("recorded");
  expect((await ada.ask("GET", `/api/v1/recipes/${id}/versions/1`)).status).toBe(200);
  const { entries } = (await ben.ask("GET", `/api/v1/labs/${other}/audit`)).body;
  expect(entries.map(({ action, target }: { action: string; target: string }) => `${action} ${target}`)).toContain(
    `recipe.read ${id}`,
  );
});

test("what stands in place of a deprecated one is named only to whom it is told of", async () => {
  const { id } = await recipeOfTheirs("replaced");
  const hidden = await recipeOfTheirs("successor");
  await ada.ask("PUT", `/api/v1/datasets/${id}/grants`, { lab: other, right: "rows" });
  const said = await ada.ask("PATCH", `/api/v1/recipes/${id}`, { deprecated: { why: "old", instead: hidden.id } });
  expect(said.status).toBe(200);
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).body.deprecated.instead).toMatchObject({ id: hidden.id });
  expect((await ben.ask("GET", `/api/v1/recipes/${id}`)).body.deprecated).toMatchObject({ why: "old", instead: null });
  // Itself, a file and what is not there replace nothing.
  for (const instead of [id, "ds_replaced_ours", "ds_nothing"])
    expect((await ada.ask("PATCH", `/api/v1/recipes/${id}`, { deprecated: { why: "x", instead } })).status).toBeGreaterThan(403);
});

test("cells that use it are named to those who find their notebook, and counted for others of the lab", async () => {
  const { id, notebook } = await recipeOfTheirs("used");
  const cy = await server.signUp("Cy");
  await addMember(server.context.db, { lab, user: cy.id, role: "member", now: 1 });
  const { labs } = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/access`)).body;
  for (const { id: entry } of labs) await ada.ask("DELETE", `/api/v1/notebooks/${notebook}/access/${entry}`);
  expect((await cy.ask("GET", `/api/v1/notebooks/${notebook}`)).status).toBe(404);
  const { usage } = (await cy.ask("GET", `/api/v1/recipes/${id}`)).body;
  expect(usage.cells.map((cell: { notebook: string }) => cell.notebook)).not.toContain(notebook);
  expect(usage.unseen).toBe(1);
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).body.usage.cells.length).toBeGreaterThan(0);
});

test("what is closed to somebody stands in a notebook's list as closed, not as her own", async () => {
  const { id, theirs, notebook } = await recipeOfTheirs("listed");
  await ben.ask("PUT", `/api/v1/datasets/${theirs.id}/grants`, { lab, right: null });
  const { datasets } = (await ada.ask("GET", `/api/v1/datasets?notebook=${notebook}`)).body;
  const listed = datasets.find((dataset: { id: string }) => dataset.id === id);
  expect(listed?.right).not.toBe("own");
  expect((await ada.ask("GET", `/api/v1/datasets/${id}`)).status).toBe(404);
});

test("what it learned of is closed in the bin and once gone for good, whatever was granted; of its own lab's it is left", async () => {
  const { id, theirs } = await recipeOfTheirs("gone");
  const read = async () => (await ada.ask("GET", `/api/v1/recipes/${id}/versions/1`)).status;
  expect(await read()).toBe(200);
  expect((await ben.ask("DELETE", `/api/v1/datasets/${theirs.id}`)).status).toBe(200);
  expect(await read()).toBe(403);
  await server.context.pool.query("delete from datasets where id = $1", [theirs.id]);
  expect(await read()).toBe(403);
  const { madeOf, right } = (await ada.ask("GET", `/api/v1/recipes/${id}`)).body;
  expect([madeOf, right]).toEqual([[], "restricted"]);
  const own = await newDataset("ds_own_gone", sheet("owngone"));
  const notebook = await newNotebook(loadOf(own) + scaled);
  await attach(ada, notebook, own.id);
  await run(notebook);
  const mine = (await ada.ask("POST", "/api/v1/recipes", { notebook, cell: "cell_scaled", name: "Mine" })).body.id;
  await server.context.pool.query("delete from datasets where id = $1", [own.id]);
  expect((await ada.ask("GET", `/api/v1/recipes/${mine}/versions/1`)).status).toBe(200);
});

const view = (notebook: string, more: object = {}) => ({
  notebook,
  cell: "cell_mice",
  name: "Weights",
  entity: "mouse",
  keepsUp: true,
  ...more,
});
const round = () => keepUpRound(server.context, server.live, new ArtifactCache(2 ** 20));

test("keeping up tells a notebook nothing of data that it does not use", async () => {
  const foreign = await newDataset("ds_foreign", sheet("foreign"), other, ben);
  const own = await newDataset("ds_keeps", sheet("keeps"));
  const stray = `\`\`\`load stray\nfile: {digest: ${"f".repeat(64)}, name: x.csv, size: 1, dataset: ${foreign.id}, version: 1}\nformat: csv\n\`\`\`\n\n`;
  const notebook = await newNotebook(loadOf(own) + stray);
  await attach(ada, notebook, own.id);
  await run(notebook);
  await newDataset("ds_foreign", sheet("foreign later"), other, ben, 2);
  const made = await ada.ask("POST", "/api/v1/feature-views", view(notebook));
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  await round();
  const document = JSON.stringify((await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`)).body);
  expect(document).not.toContain(digestOf(sheet("foreign later")));
  expect(document).toContain("f".repeat(64));
  await ada.ask("DELETE", `/api/v1/feature-views/${made.body.id}`);
});

test("whoever has left the lab adds no versions to its views, though she may still edit the notebook", async () => {
  const own = await newDataset("ds_left", sheet("left"));
  const di = await server.signUp("Di");
  await addMember(server.context.db, { lab, user: di.id, role: "member", now: 1 });
  const notebook = await newNotebook(loadOf(own));
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: di.email, role: "editor" });
  await attach(ada, notebook, own.id);
  await run(notebook);
  const { id } = (await di.ask("POST", "/api/v1/feature-views", view(notebook))).body;
  await server.context.pool.query("delete from members where lab = $1 and user_id = $2", [lab, di.id]);
  const later = await newDataset("ds_left", sheet("leftlater"), lab, ada, 2);
  await round();
  const document = JSON.stringify((await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`)).body);
  expect(document).not.toContain(later.digest);
  await run(notebook);
  await round();
  expect((await ada.ask("GET", `/api/v1/feature-views/${id}`)).body.versions).toHaveLength(1);
});
