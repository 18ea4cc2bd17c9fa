// Feature views over HTTP: made of a cell, made again, compared, read by entity in three formats, closed with their data.

import { createHash } from "node:crypto";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { tableFromIPC } from "@uwdata/flechette";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepUpRound } from "../feature-store/keep-up.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { runCells } from "../testing/run-cells.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const sheet = (weights: readonly (number | null)[]): Uint8Array =>
  new TextEncoder().encode(
    `mouse,day,weight,sex\n${weights.map((weight, at) => `m${Math.floor(at / 2)},${at % 2},${weight ?? ""},${at % 4 < 2 ? "f" : "m"}`).join("\n")}\n`,
  );
const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const first = sheet(Array.from({ length: 40 }, (_, at) => 20 + (at % 10)));
const second = sheet(Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? null : 40 + (at % 10))));
const files = new Map([first, second].map((bytes) => [digestOf(bytes), bytesAsSource(bytes)]));

let server: TestServer;
let ada: Person;
let ben: Person;
let lab = "";
let notebook = "";
beforeAll(async () => {
  server = await startTestServer();
  [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  await addVersion(1, first);
  await addVersion(2, second);
  const text = `---\nformat: 1\ntitle: Mice\n---\n\n\`\`\`load mice\nfile: {digest: ${digestOf(first)}, name: mice.csv, size: ${first.length}, dataset: ds_mice, version: 1}\nformat: csv\n\`\`\`\n\n\`\`\`chart drawn\nfrom: =mice\nchart: {type: histogram}\nx: weight\n\`\`\`\n`;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Mice", text })).body.id;
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: "ds_mice" });
  await run();
}, 120_000);
afterAll(() => server.close());

/** As the parameters of an address hold lists. */
const query = (of: { readonly [name: string]: unknown }): string =>
  new URLSearchParams(Object.entries(of).map(([name, value]) => [name, JSON.stringify(value)])).toString();

const run = () => runCells(server.context, { notebook, lab, by: ada.id, files });

async function addVersion(version: number, bytes: Uint8Array): Promise<void> {
  const { context } = server;
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  if (version === 1)
    await context.pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_mice', $1, 'mice.csv', $2, 1, 1)",
      [lab, ada.id],
    );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_mice', $1, $2, $3, $4, 'mice.csv', $5, $6, 1)",
    [version, lab, blob.id, digestOf(bytes), bytes.length, ada.id],
  );
}

const wanted = (more: object = {}) => ({
  notebook,
  cell: "cell_mice",
  name: "Mouse weights",
  entity: "mouse",
  entityNoun: "mouse",
  time: "day",
  ...more,
});

test("of what a cell shows a view is made, read by entity, made again where the data changed, and what drifted is told", async () => {
  const made = await ada.ask("POST", "/api/v1/feature-views", wanted({ tags: ["weights"] }));
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { id } = made.body;
  expect(made.body).toMatchObject({ version: 1, fileName: "Mouse weights.parquet", isSame: false });
  const at = `/api/v1/feature-views/${id}`;
  const rows = (await ada.ask("GET", `${at}/rows?${query({ entities: ["m3", "m0"], columns: ["mouse", "day", "weight"] })}`))
    .body;
  expect(rows).toMatchObject({
    version: 1,
    total: 4,
    rows: [
      ["m3", 0, 26],
      ["m3", 1, 27],
      ["m0", 0, 20],
      ["m0", 1, 21],
    ],
  });
  expect((await ada.ask("GET", `${at}/rows?limit=2&offset=1&${query({ match: { sex: "f", day: "0" } })}`)).body).toMatchObject({
    total: 10,
    rows: [
      ["m2", 0, 24, "f"],
      ["m4", 0, 28, "f"],
    ],
  });
  // Nothing has changed: no version.
  expect((await ada.ask("POST", `${at}/versions`)).body).toMatchObject({ version: 1, isSame: true });
  // The data have a new version, which the cell loads.
  const file = { digest: digestOf(second), name: "mice.csv", size: second.length, dataset: "ds_mice", version: 2 };
  const edited = await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [{ type: "set-spec", cell: "cell_mice", path: ["file"], value: file }],
  });
  expect(edited.status, JSON.stringify(edited.body)).toBe(200);
  await run();
  expect((await ada.ask("POST", `${at}/versions`)).body).toMatchObject({ version: 2, isSame: false });
  const view = (await ada.ask("GET", at)).body;
  expect(view).toMatchObject({ entity: "mouse", rows: 40, entities: 20, features: ["weight", "sex"], drift: "alert" });
  expect(view.versions[0].findings.map(({ rule, column }: { rule: string; column: string }) => [rule, column])).toContainEqual([
    "missing",
    "weight",
  ]);
  const drift = (await ada.ask("GET", `${at}/drift?from=1&to=2`)).body;
  const weight = drift.columns.find(({ name }: { name: string }) => name === "weight");
  expect(weight).toMatchObject({ ks: 1, missingBefore: 0, missingNow: 0.35 });
  expect(weight.psi).toBeGreaterThan(0.25);
  expect((await ada.ask("GET", "/api/v1/feature-views?q=weights")).body.views).toMatchObject([
    { id, drift: "alert", version: 2 },
  ]);
  // An older version stays as it was.
  expect((await ada.ask("GET", `${at}/rows?version=1&entity=m0`)).body.rows[0]).toEqual(["m0", 0, 20, "f"]);
});

test("programs take rows as CSV and as Arrow, with missing cells missing", async () => {
  const { id } = (await ada.ask("POST", "/api/v1/feature-views", wanted({ name: "As files" }))).body;
  const get = (format: string) =>
    fetch(`${server.url}/api/v1/feature-views/${id}/rows?format=${format}&${query({ entities: ["m0", "m1"] })}`, {
      headers: { cookie: ada.cookie },
    });
  const csv = await get("csv");
  expect([csv.status, await csv.text()]).toEqual([200, "mouse,day,weight,sex\nm0,0,,f\nm0,1,41,f\nm1,0,42,m\nm1,1,,m\n"]);
  const table = tableFromIPC(new Uint8Array(await (await get("arrow")).arrayBuffer()));
  expect(table.toArray()).toEqual([
    { mouse: "m0", day: 0, weight: null, sex: "f" },
    { mouse: "m0", day: 1, weight: 41, sex: "f" },
    { mouse: "m1", day: 0, weight: 42, sex: "m" },
    { mouse: "m1", day: 1, weight: null, sex: "m" },
  ]);
});

test("programs ask for rows by conditions on columns, in each format, and what is asked wrongly is refused in words", async () => {
  const { id } = (await ada.ask("POST", "/api/v1/feature-views", wanted({ name: "Asked" }))).body;
  const at = `/api/v1/feature-views/${id}/rows`;
  const where = (...conditions: object[]) => query({ where: conditions });
  const heavy = await ada.ask(
    "GET",
    `${at}?limit=2&${where({ column: "weight", is: ">", value: 47 }, { column: "sex", is: "in", value: ["f"] })}`,
  );
  expect(heavy.body).toMatchObject({
    total: 3,
    rows: [
      ["m4", 0, 48, "f"],
      ["m14", 0, 48, "f"],
    ],
  });
  const none = await ada.ask("GET", `${at}?${where({ column: "weight", is: "missing" })}&${query({ match: { day: "0" } })}`);
  expect(none.body.total).toBe(7);
  const csv = await fetch(
    `${server.url}${at}?format=csv&${where({ column: "weight", is: "between", value: [48, 49] })}&${query({ entities: ["m4", "m9"] })}`,
    { headers: { cookie: ada.cookie } },
  );
  expect([csv.status, await csv.text()]).toEqual([200, "mouse,day,weight,sex\nm4,0,48,f\nm9,1,49,m\n"]);
  const asked = async (value: unknown) => {
    const { status, body } = await ada.ask("GET", `${at}?${new URLSearchParams({ where: JSON.stringify(value) }).toString()}`);
    return [status, body.error?.message];
  };
  expect(await asked([{ column: "weight", is: ">", value: "47" }])).toEqual([422, expect.stringContaining("without quotes")]);
  expect(await asked([{ column: "mass", is: ">", value: 47 }])).toEqual([422, expect.stringContaining("no column mass")]);
  expect(await asked([{ column: "weight", is: "~", value: 47 }])).toEqual([422, expect.stringContaining('"is":">="')]);
  expect(await asked({ weight: 47 })).toEqual([422, expect.stringContaining("The parameter where is no JSON of the right form")]);
});

test("what tells no entities apart is refused, and so is all that is asked wrongly", async () => {
  const post = async (more: object) => {
    const { status, body } = await ada.ask("POST", "/api/v1/feature-views", wanted(more));
    return [status, body.error?.message ?? ""];
  };
  expect(await post({ time: null })).toEqual([
    422,
    expect.stringContaining("20 values of mouse stand in several rows (such as row 2)"),
  ]);
  expect(await post({ entity: "weight" })).toEqual([
    422,
    expect.stringContaining("In 14 of 40 rows the column weight is missing"),
  ]);
  expect(await post({ entity: "mice" })).toEqual([
    422,
    expect.stringContaining("has no column mice. It has: mouse, day, weight, sex"),
  ]);
  expect(await post({ cell: "cell_drawn" })).toEqual([422, expect.stringContaining("drawn gives no table")]);
  expect((await post({ cell: "cell_drawn", port: "nothing" }))[0]).toBe(409);
  const { id } = (await ada.ask("POST", "/api/v1/feature-views", wanted({ name: "Wrong" }))).body;
  // A file of somebody's disk is no version of it: the server reads what it wrote itself.
  const refused = await ada.ask("POST", "/api/v1/datasets", { upload: "up_none", lab, versionOf: id });
  expect([refused.status, refused.body.error.message]).toEqual([409, expect.stringContaining("feature store")]);
  const at = `/api/v1/feature-views/${id}`;
  for (const [path, status] of [
    [`${at}/rows?version=9`, 404],
    [`${at}/rows?${query({ columns: ["nothing"] })}`, 422],
    [`${at}/rows?match=sex`, 422],
    [`${at}/rows?format=xml`, 422],
    [`${at}/drift?from=1&to=9`, 404],
    [`${at}/drift?from=1`, 422],
  ] as const)
    expect([path, (await ada.ask("GET", path)).status]).toEqual([path, status]);
  expect((await ada.ask("PATCH", at, { thresholds: { psy: 1 } })).body.error.message).toContain("psiWarn");
  expect((await ada.ask("PATCH", at, { baseline: 7 })).status).toBe(422);
  expect((await ada.ask("PATCH", at, { thresholds: { psiWarn: 0.5 }, baseline: 1, keepsUp: true })).status).toBe(200);
  expect((await ada.ask("GET", at)).body).toMatchObject({ thresholds: { psiWarn: 0.5 }, baseline: 1, keepsUp: true });
});

test("a view that keeps up loads the new version of its data and is made of it, in the name of whoever made it (T-9)", async () => {
  const file = { digest: digestOf(first), name: "mice.csv", size: first.length, dataset: "ds_mice", version: 1 };
  const at = `/api/v1/notebooks/${notebook}`;
  const [order] = keysBetween((await ada.ask("GET", `${at}/document`)).body.cells.at(-1).order, null, 1);
  // Another load cell, which the view reads nothing of.
  const beside = { type: "add-cell", id: "cell_beside", kind: "load", name: "beside", mode: "auto", order };
  const written = await ada.ask("POST", `${at}/operations`, {
    operations: [
      { type: "set-spec", cell: "cell_mice", path: ["file"], value: file },
      { ...beside, spec: { file, format: "csv" } },
    ],
  });
  expect(written.status, JSON.stringify(written.body)).toBe(200);
  await run();
  const { id } = (await ada.ask("POST", "/api/v1/feature-views", wanted({ name: "Keeps up", keepsUp: true }))).body;
  const { context, live } = server;
  const round = () => keepUpRound(context, live, new ArtifactCache(2 ** 20));
  await round();
  const document = (await ada.ask("GET", `${at}/document`)).body;
  expect(document.cells.find(({ id: cell }: { id: string }) => cell === "cell_mice").spec.file).toMatchObject({
    version: 2,
    digest: digestOf(second),
  });
  expect(document.cells.find(({ id: cell }: { id: string }) => cell === "cell_beside").spec.file.version).toBe(1);
  await run();
  await round();
  expect((await ada.ask("GET", `/api/v1/feature-views/${id}`)).body).toMatchObject({ version: 2, drift: "alert" });
  await round();
  expect((await ada.ask("GET", `/api/v1/feature-views/${id}`)).body.versions).toHaveLength(2);
});

test("whoever has no right to the rows is told that a view is there and nothing of what is in it", async () => {
  const theirs = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
  const { id } = (await ada.ask("POST", "/api/v1/feature-views", wanted({ name: "Granted" }))).body;
  const at = `/api/v1/feature-views/${id}`;
  expect((await ben.ask("GET", at)).status).toBe(404);
  await ada.ask("PUT", `/api/v1/datasets/${id}/grants`, { lab: theirs, right: "download" });
  // The view was granted, and the data that it was made of were not.
  expect((await ben.ask("GET", at)).body).toMatchObject({
    right: "restricted",
    digest: null,
    size: null,
    features: null,
    rows: null,
    versions: [{ summary: null }],
  });
  const closed = await ben.ask("GET", `${at}/rows?entity=m0`);
  expect([closed.status, closed.body.error.failure.reason]).toEqual([403, "feature-store.view-closed"]);
  await ada.ask("PUT", "/api/v1/datasets/ds_mice/grants", { lab: theirs, right: "rows" });
  expect((await ben.ask("GET", `${at}/rows?entity=m0`)).status).toBe(200);
  expect((await ben.ask("GET", `${at}/rows?entity=m0&format=csv`)).status).toBe(403);
  expect((await ben.ask("POST", `${at}/versions`)).status).toBe(403);
  expect((await ben.ask("DELETE", at)).status).toBe(403);
  // In the bin it is nobody's, and its notebook goes on.
  expect((await ada.ask("DELETE", at)).status).toBe(200);
  expect((await ben.ask("GET", at)).status).toBe(404);
});
