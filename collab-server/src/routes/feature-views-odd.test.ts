// Feature views of odd tables, asked in odd ways: each is answered right or refused in words, and nothing is passed over.

import { createHash } from "node:crypto";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { tableFromIPC } from "@uwdata/flechette";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refuseLarge } from "../feature-store/materialise.ts";
import { rowsOfView } from "../feature-store/view-rows.ts";
import { runCells } from "../testing/run-cells.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const files = new Map<string, ReturnType<typeof bytesAsSource>>();
let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 120_000);
afterAll(() => server.close());

/** A notebook that loads this text, as CSV or lines of JSON. */
async function notebookOf(id: string, text: string, format: "csv" | "jsonl", more = ""): Promise<string> {
  const { context } = server;
  const bytes = new TextEncoder().encode(text);
  const digest = createHash("sha256").update(bytes).digest("hex");
  files.set(digest, bytesAsSource(bytes));
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1, $2, 'a', $3, 1, 1)",
    [id, lab, ada.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'a', $5, $6, 1)",
    [id, lab, blob.id, digest, bytes.length, ada.id],
  );
  const cells = `\`\`\`load odd\nfile: {digest: '${digest}', name: a.${format}, size: ${bytes.length}, dataset: ${id}, version: 1}\nformat: ${format}\n\`\`\`\n${more}`;
  const made = await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T", text: `---\nformat: 1\ntitle: T\n---\n\n${cells}` });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  await ada.ask("POST", `/api/v1/notebooks/${made.body.id}/datasets`, { dataset: id });
  await runCells(context, { notebook: made.body.id, lab, by: ada.id, files });
  return made.body.id;
}
const post = (notebook: string, more: object = {}) =>
  ada.ask("POST", "/api/v1/feature-views", { notebook, cell: "cell_odd", name: "Odd", entity: "id", ...more });
const rows = (id: string, query = "") => ada.ask("GET", `/api/v1/feature-views/${id}/rows${query}`);
const encoded = (of: { readonly [name: string]: string }): string => `?${new URLSearchParams(of).toString()}`;

test("names that every object has are columns as any other, and so are those with dots, quotes and commas", async () => {
  const text = `id,__proto__,constructor,a.b,"c ""d"", e"\nx,1,2,3,"say ""hi"", you"\ny,4,5,6,\n`;
  const made = await post(await notebookOf("ds_names", text, "csv"));
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { id } = made.body;
  const all = (await rows(id)).body;
  expect(all.columns.map(({ name }: { name: string }) => name)).toEqual(["id", "__proto__", "constructor", "a.b", 'c "d", e']);
  expect(all.rows).toEqual([
    ["x", 1, 2, 3, 'say "hi", you'],
    ["y", 4, 5, 6, null],
  ]);
  expect((await rows(id, encoded({ match: '{"__proto__":"4"}' }))).body).toMatchObject({
    total: 1,
    rows: [["y", 4, 5, 6, null]],
  });
  expect((await rows(id, encoded({ match: '{"toString":"4"}' }))).status).toBe(422);
  expect((await rows(id, encoded({ columns: '["a.b","a.b"]' }))).status).toBe(422);
  const get = (format: string) =>
    fetch(`${server.url}/api/v1/feature-views/${id}/rows?format=${format}`, { headers: { cookie: ada.cookie } });
  expect(await (await get("csv")).text()).toBe(text);
  const arrow = tableFromIPC(new Uint8Array(await (await get("arrow")).arrayBuffer()));
  expect(arrow.schema.fields.map(({ name }) => name)).toEqual(["id", "__proto__", "constructor", "a.b", 'c "d", e']);
  for (const query of [
    encoded({ entity: "\0" }),
    encoded({ entities: "[1]" }),
    encoded({ entities: '{"a":1}' }),
    encoded({ match: "[]" }),
    encoded({ match: '["id"]' }),
    encoded({ match: "null" }),
    encoded({ columns: `${"[".repeat(4_000)}` }),
    encoded({ match: `{"id":"${"x".repeat(9_000)}"}` }),
    encoded({ match: '{"id":["x"]}' }),
    "?limit=1e9",
    "?offset=-1",
    "?version=99999999999999999999",
  ]) {
    const { status } = await rows(id, query);
    expect([query.slice(0, 60), status]).toEqual([
      query.slice(0, 60),
      expect.toSatisfy((one: number) => [404, 422].includes(one) || (query.includes("entity") && one === 200)),
    ]);
  }
  expect((await ada.ask("GET", "/api/v1/feature-views?q=%00")).status).toBeLessThan(500);
});

test("texts that hold what a database cannot are kept as they are, and what is told of them is told", async () => {
  const text =
    '{"id":"n\\u0000ul","group":"a\\u0000b"}\n{"id":"half\\ud800","group":"\\udc00"}\n' +
    `{"id":"long","group":"${"a".repeat(199)}\u{1F9EC}"}\n`;
  const made = await post(await notebookOf("ds_nul", text, "jsonl"));
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { total } = (await rows(made.body.id)).body;
  expect(total).toBe(3);
  expect((await ada.ask("GET", `/api/v1/feature-views/${made.body.id}`)).status).toBe(200);
});

test("a table of no rows is a view of none; one in which no row names an entity is none", async () => {
  const none =
    "\n```transform none\nfrom: =odd\nsteps:\n- {id: s1, verb: filter, where: {column: weight, is: '>', value: 9}}\n```\n";
  const empty = await post(await notebookOf("ds_empty", "id,weight\na,1\n", "csv", none), { cell: "cell_none" });
  expect(empty.status, JSON.stringify(empty.body)).toBe(200);
  expect((await rows(empty.body.id)).body).toMatchObject({ total: 0, rows: [] });
  expect((await ada.ask("GET", `/api/v1/feature-views/${empty.body.id}`)).body).toMatchObject({ rows: 0, entities: 0 });
  const nobody = await post(await notebookOf("ds_nobody", "id,weight\n,1\n,2\n", "csv"));
  expect([nobody.status, nobody.body.error.message]).toEqual([422, expect.stringContaining("In 2 of 2 rows")]);
});

test("made twice at once it has one new version (T-9)", async () => {
  const notebook = await notebookOf("ds_once", "id,weight\na,1\nb,2\n", "csv");
  const { id } = (await post(notebook)).body;
  await server.context.pool.query(
    `update dataset_versions set made = jsonb_set(made, '{output}', '"other"') where dataset = $1`,
    [id],
  );
  const both = await Promise.all([1, 2, 3].map(() => ada.ask("POST", `/api/v1/feature-views/${id}/versions`)));
  expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await ada.ask("GET", `/api/v1/feature-views/${id}`)).body.versions).toHaveLength(2);
  expect(both.filter(({ body }) => body.isSame)).toHaveLength(2);
});

test("what is too large for a view, and for one answer, is refused with how to ask", () => {
  expect(() => refuseLarge([10_000_000, 2], "odd")).toThrow(expect.objectContaining({ code: "too-large" }));
  expect(() => refuseLarge([100_000, 100], "odd")).not.toThrow();
  const n = 60_000;
  const columns = Array.from({ length: 50 }, (_, at) => numberColumn(`c${at}`, new Float64Array(n)));
  const table = tableOf(
    textColumn(
      "id",
      Array.from({ length: n }, (_, at) => `p${at}`),
    ),
    ...columns,
  );
  const asked = { where: [], entities: [], all: true, match: [], columns: null, offset: 0 };
  const open = { table, rowsOf: new Map(), bytes: 0 };
  expect(() => rowsOfView(open, { ...asked, limit: n })).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ params: { rows: n, columns: 51, limit: 39_215 } }) }),
  );
  expect(rowsOfView(open, { ...asked, limit: 39_215 }).table.rowCount).toBe(39_215);
});
