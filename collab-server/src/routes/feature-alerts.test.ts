// Freshness and alerts of feature views: judged when somebody looks, told to whoever uses a view, until its lab has looked at it.

import { createHash } from "node:crypto";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCells } from "../testing/run-cells.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const files = new Map<string, ByteSource>();
const day = 86_400_000;
let clock = Date.parse("2026-11-30T12:00Z");
let server: TestServer;
let ada: Person;
let ben: Person;
let eve: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer({}, { now: () => clock });
  [ada, ben, eve] = [await server.signUp("Ada"), await server.signUp("Ben"), await server.signUp("Eve")];
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 120_000);
afterAll(() => server.close());

/** Weights of forty mice, measured on four days up to the last one. */
const sheet = (last: string, more: number): Uint8Array =>
  new TextEncoder().encode(
    `mouse,day,weight\n${Array.from({ length: 40 }, (_, at) => {
      const on = new Date(Date.parse(last) - (at % 4) * day).toISOString().slice(0, 10);
      return `m${Math.floor(at / 4)},${on},${20 + (at % 10) + more}`;
    }).join("\n")}\n`,
  );

interface File {
  readonly digest: string;
  readonly size: number;
  readonly dataset: string;
  readonly version: number;
}
async function addVersion(dataset: string, version: number, bytes: Uint8Array): Promise<File> {
  const { context } = server;
  const digest = createHash("sha256").update(bytes).digest("hex");
  files.set(digest, bytesAsSource(bytes));
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  if (version === 1)
    await context.pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1, $2, 'mice.csv', $3, 1, 1)",
      [dataset, lab, ada.id],
    );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, $2, $3, $4, $5, 'mice.csv', $6, $7, 1)",
    [dataset, version, lab, blob.id, digest, bytes.length, ada.id],
  );
  return { digest, size: bytes.length, dataset, version };
}
const loadOf = ({ digest, size, dataset, version }: File) =>
  `\`\`\`load mice\nfile: {digest: '${digest}', name: mice.csv, size: ${size}, dataset: ${dataset}, version: ${version}}\nformat: csv\n\`\`\`\n\n`;

async function newNotebook(cells: string, datasets: readonly string[], title = "Mice"): Promise<string> {
  const made = await ada.ask("POST", "/api/v1/notebooks", {
    lab,
    title,
    text: `---\nformat: 1\ntitle: ${title}\n---\n\n${cells}`,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  for (const dataset of datasets) await ada.ask("POST", `/api/v1/notebooks/${made.body.id}/datasets`, { dataset });
  await runCells(server.context, { notebook: made.body.id, lab, by: ada.id, files });
  return made.body.id;
}

/** The file of a version of an entry, for cells that read it. */
async function fileOf(dataset: string, version: number): Promise<string> {
  const { rows } = await server.context.pool.query<{ blob: string; digest: string; name: string; size: string }>(
    "select blob, digest, name, size from dataset_versions where dataset = $1 and version = $2",
    [dataset, version],
  );
  const [row] = rows;
  if (!row) throw new Error(dataset);
  files.set(row.digest, await server.context.blobs.open(server.context.db, row.blob));
  return `{digest: '${row.digest}', name: ${row.name}, size: ${row.size}, dataset: ${dataset}, version: ${version}}`;
}

const viewOf = async (notebook: string, more: object = {}) => {
  const wanted = { notebook, cell: "cell_mice", name: "Weights", entity: "mouse", time: "day", ...more };
  const made = await ada.ask("POST", "/api/v1/feature-views", wanted);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body as { readonly id: string; readonly stale: readonly string[] };
};
const alerts = async (who: Person) => (await who.ask("GET", "/api/v1/feature-alerts")).body.alerts;

test("a view that promises to be fresh is judged when somebody looks, and not by what it was when it was made (T-11)", async () => {
  const first = await addVersion("ds_fresh", 1, sheet("2026-11-28", 0));
  const notebook = await newNotebook(loadOf(first), ["ds_fresh"]);
  const { id, stale } = await viewOf(notebook, { fresh: { most: 7, unit: "days" } });
  expect(stale).toEqual([]);
  const at = `/api/v1/feature-views/${id}`;
  expect((await ada.ask("GET", at)).body).toMatchObject({
    fresh: { most: 7, unit: "days" },
    freshness: [{ column: "day", newest: "2026-11-28", most: 7, unit: "days", recipe: null, isFresh: true }],
    alert: null,
  });
  expect((await ada.ask("GET", `${at}/rows?limit=1`)).body.stale).toEqual([]);
  clock += 30 * day;
  const old = "day: its newest time is 2026-11-28, which lies further back than 7 days.";
  expect((await ada.ask("GET", `${at}/rows?limit=1`)).body.stale).toEqual([old]);
  const csv = await fetch(`${server.url}${at}/rows?format=csv&limit=1`, { headers: { cookie: ada.cookie } });
  expect(csv.headers.get("genomecraft-stale")).toBe("1");
  expect(await alerts(ada)).toMatchObject([{ view: { id }, version: 1, level: "warn", findings: [], stale: [old], cells: [] }]);
  // Made of the same again, it is as old.
  expect((await ada.ask("POST", `${at}/versions`)).body).toMatchObject({ version: 1, isSame: true, stale: [old] });
  // As the lab says: looked at, or allowed to be older.
  await ada.ask("POST", `${at}/acknowledgements`, { version: 1, why: "The study is over" });
  expect(await alerts(ada)).toEqual([]);
  expect((await ada.ask("GET", at)).body.versions[0].acknowledged).toMatchObject([
    { by: { name: "Ada" }, why: "The study is over" },
  ]);
  await ada.ask("PATCH", at, { fresh: null });
  expect((await ada.ask("GET", at)).body).toMatchObject({ fresh: null, freshness: [] });
  const refused = await ada.ask("POST", "/api/v1/feature-views", {
    notebook,
    cell: "cell_mice",
    name: "Timeless",
    entity: "mouse",
    fresh: { most: 1, unit: "hours" },
  });
  expect([refused.status, refused.body.error.message]).toEqual([422, expect.stringContaining("names no column of times")]);
  clock -= 30 * day;
});

test("what a recipe promises of freshness is told of the view that was made by it", async () => {
  const data = await addVersion("ds_recipe", 1, sheet("2026-11-01", 5));
  const fill = "```transform ready\nfrom: =mice\nsteps:\n- {id: s1, verb: scale, columns: [weight]}\n```\n";
  const first = await newNotebook(loadOf(data) + fill, ["ds_recipe"]);
  const proposal = (await ada.ask("GET", `/api/v1/notebooks/${first}/cells/cell_ready/recipe`)).body;
  expect(proposal.times).toEqual([{ column: "day", newest: "2026-11-01", days: 28 }]);
  const tests = [{ rule: "fresh", column: "day", most: 14, unit: "days" }];
  const recipe = (await ada.ask("POST", "/api/v1/recipes", { notebook: first, cell: "cell_ready", name: "Scaled", tests })).body;
  const use = `\`\`\`transform done\nfrom: =mice\nsteps:\n- {id: s1, verb: recipe, from: ${await fileOf(recipe.id, 1)}}\n\`\`\`\n`;
  const second = await newNotebook(loadOf(data) + use, ["ds_recipe", recipe.id]);
  const { id, stale } = await viewOf(second, { cell: "cell_done", name: "By the recipe", time: "day" });
  const old = "day: its newest time is 2026-11-01, which lies further back than the 14 days that the recipe Scaled promises.";
  expect(stale).toEqual([old]);
  expect((await ada.ask("GET", `/api/v1/feature-views/${id}`)).body.freshness).toMatchObject([
    { recipe: "Scaled", isFresh: false },
  ]);
});

test("whoever uses a view that has drifted is told where it is used, until its lab says that it was looked at (T-12, T-13)", async () => {
  const first = await addVersion("ds_drift", 1, sheet("2026-11-28", 1));
  const notebook = await newNotebook(loadOf(first), ["ds_drift"]);
  const { id } = await viewOf(notebook, { name: "Drifting" });
  const at = `/api/v1/feature-views/${id}`;
  const reads = `\`\`\`features known\nviews: [{file: ${await fileOf(id, 1)}, entity: mouse, time: day}]\n\`\`\`\n`;
  const user = await newNotebook(reads, ["ds_drift", id], "Uses it");
  // No engine reads Parquet here: the cell shows what another one made, of that file.
  const { rows } = await server.context.pool.query<{ digest: string }>("select digest from dataset_versions where dataset = $1", [
    id,
  ]);
  await server.context.pool.query(
    "insert into cell_shown (notebook, cell, lab, shown, sources, at) select $1, 'cell_known', lab, shown, $2, at from cell_shown where notebook = $3 and cell = 'cell_mice'",
    [user, JSON.stringify(rows.map(({ digest }) => digest)), notebook],
  );
  // Ben is of another lab, sees rows of what it was made of, and of the notebook that uses it alone.
  const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
  await ada.ask("PUT", `/api/v1/notebooks/${user}/access`, { email: ben.email, role: "viewer" });
  for (const dataset of ["ds_drift", id]) await ada.ask("PUT", `/api/v1/datasets/${dataset}/grants`, { lab: two, right: "rows" });
  expect([await alerts(ben), (await alerts(ada)).filter(({ view }: { view: { id: string } }) => view.id === id)]).toEqual([
    [],
    [],
  ]);
  const file = { ...(await addVersion("ds_drift", 2, sheet("2026-11-29", 40))), name: "mice.csv" };
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [{ type: "set-spec", cell: "cell_mice", path: ["file"], value: file }],
  });
  await runCells(server.context, { notebook, lab, by: ada.id, files });
  expect((await ada.ask("POST", `${at}/versions`)).body).toMatchObject({ version: 2, isSame: false });
  const [told] = await alerts(ben);
  expect(told, JSON.stringify(told)).toMatchObject({
    view: { id, name: "Drifting", lab: { name: "One" } },
    version: 2,
    against: 1,
    level: "alert",
    cells: [{ notebook: user, cell: "cell_known", versions: [1] }],
    mayAcknowledge: false,
  });
  expect(told.findings.map(({ column, rule }: { column: string; rule: string }) => [column, rule])).toContainEqual([
    "weight",
    "psi",
  ]);
  expect((await ada.ask("GET", `/api/v1/feature-alerts?view=${id}`)).body.alerts).toMatchObject([{ mayAcknowledge: true }]);
  expect(await alerts(eve)).toEqual([]);
  // The feature's own page: versions with what was told of it, months, nobody's labs, and its users.
  const page = (await ada.ask("GET", `${at}/features/weight`)).body;
  expect(page, JSON.stringify(page)).toMatchObject({
    view: { id, version: 2, time: "day" },
    name: "weight",
    versions: [
      { version: 2, rows: 40, against: 1 },
      { version: 1, findings: [] },
    ],
    overTime: { column: "day", period: "day", small: 0, groups: [{ name: "2026-11-26", rows: 10 }, {}, {}, {}] },
    byLab: null,
    labs: [{ id: lab }],
    least: 0,
    usage: { cells: [{ cell: "cell_known" }], unseen: 0 },
  });
  expect(page.versions[0].findings.map(({ column }: { column: string }) => column)).toEqual(
    page.versions[0].findings.map(() => "weight"),
  );
  expect((await ada.ask("GET", `${at}/features/mass`)).status).toBe(404);
  expect((await ben.ask("GET", `${at}/features/weight`)).body.usage.cells).toHaveLength(1);
  expect((await eve.ask("GET", `${at}/features/weight`)).status).toBe(404);
  // Of persons a group has as many as the lab wants, over time as well: two of these days' ten mice are too few for eleven.
  await ada.ask("PATCH", `/api/v1/datasets/${id}`, { aboutPersons: true, personColumn: "mouse" });
  await ada.ask("PATCH", `/api/v1/labs/${lab}`, { smallGroups: 11 });
  expect((await ada.ask("GET", `${at}/features/weight`)).body).toMatchObject({ least: 11, overTime: { groups: [], small: 4 } });
  await ada.ask("PATCH", `/api/v1/labs/${lab}`, { smallGroups: 5 });
  // A cell that takes other features alone is none of its users.
  const chosen = { type: "set-spec", cell: "cell_known", path: ["views", 0, "features"], value: ["day"] };
  await ada.ask("POST", `/api/v1/notebooks/${user}/operations`, { operations: [chosen] });
  expect((await ada.ask("GET", `${at}/features/weight`)).body.usage.cells).toEqual([]);
  expect((await ada.ask("GET", `${at}/features/day`)).body.usage.cells).toHaveLength(1);
  // Thresholds are the view's: what passes none is no alert of later versions; what was told stays told until it is looked at.
  const body = { version: 2, why: "New scales since Monday" };
  expect((await ben.ask("POST", `${at}/acknowledgements`, body)).status).toBe(403);
  expect((await ada.ask("POST", `${at}/acknowledgements`, { ...body, version: 9 })).status).toBe(404);
  expect((await ada.ask("POST", `${at}/acknowledgements`, { version: 2, why: " " })).status).toBe(422);
  expect((await ada.ask("POST", `${at}/acknowledgements`, body)).status).toBe(200);
  expect(await alerts(ben)).toEqual([]);
  expect((await ada.ask("GET", at)).body).toMatchObject({ drift: "alert", alert: null });
  const record = await ada.ask("GET", `/api/v1/labs/${lab}/audit?limit=5`);
  expect(JSON.stringify(record.body)).toContain("features.acknowledge");
});
