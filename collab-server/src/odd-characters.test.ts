// What no text can hold (NUL, halves of characters) and names that every object has, at every door: each field, each place of
// an address and each word of a query that the API's description knows, uploads, sign-up, and a document that holds them.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import { newLocalKernelToken } from "./demo/local-kernel.ts";
import { ScriptedKernel } from "./testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
let notebook = "";
let dataset = "";
let kernel: ScriptedKernel;
const session = async (cell: string) =>
  (await ada.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body.cells.find((each: { cell: string }) => each.cell === cell);
const operate = (operations: readonly object[]) => ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, { operations });
const [first, second, third] = keysBetween(null, null, 3) as [string, string, string];

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
  const { context } = server;
  const blob = await context.blobs.put(context.db, { lab }, Buffer.from("a,b\n1,2\n"));
  dataset = `ds_${blob.id.slice(5)}`;
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1,$2,'f.csv',$3,1,1)",
    [dataset, lab, ada.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1,1,$2,$3,$4,'f.csv',$5,$6,1)",
    [dataset, lab, blob.id, blob.digest, blob.size, ada.id],
  );
  kernel = new ScriptedKernel({ url: server.url, token: await newLocalKernelToken(context) });
  await operate([
    { type: "add-cell", id: "cell_q", kind: "query", name: "q", spec: { sql: "select 1 as n" }, order: first, mode: "auto" },
    { type: "add-cell", id: "cell_n", kind: "note", name: "", spec: { text: "a note" }, order: second, mode: "auto" },
  ]);
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: null, mode: "all" });
  await until(async () => (await session("cell_q"))?.status.state === "fresh");
  const atWork = "select 1 from runs where state in ('queued', 'leased')";
  await until(async () => (await context.pool.query(atWork)).rowCount === 0);
}, 60_000);
afterAll(async () => {
  await kernel.kill();
  await server.close();
});

// ---- the API as its description says it -----------------------------------------------------------------------------------

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
};
type Document = {
  readonly paths: { readonly [at: string]: { readonly [method: string]: Operation } };
  readonly components?: { readonly schemas?: { readonly [name: string]: Schema } };
};
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } };
}
interface Request {
  readonly method: string;
  readonly at: string;
  readonly body?: string;
}

const mark = "\u{1F9EC}odd";
/** Values of a schema in which one text after the other, and one key after the other, is the mark. */
function marked(schema: Schema, document: Document, depth = 0): readonly unknown[] {
  if (depth > 12) return [];
  if (schema.$ref) {
    const found = document.components?.schemas?.[schema.$ref.split("/").at(-1) ?? ""];
    return found ? marked(found, document, depth + 1) : [];
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return choices.flatMap((choice) => marked(choice, document, depth + 1));
  if (schema.type === "array" || schema.items) return marked(schema.items ?? {}, document, depth + 1).map((item) => [item]);
  if (schema.type === "object" || schema.properties || schema.additionalProperties) {
    const fields = Object.entries(schema.properties ?? {});
    const whole = Object.fromEntries(fields.map(([name, field]) => [name, plain(field, document)]));
    const found: unknown[] = [{ ...whole, [mark]: 1 }];
    for (const [name, field] of fields)
      for (const value of marked(field, document, depth + 1)) found.push({ ...whole, [name]: value });
    if (typeof schema.additionalProperties === "object")
      for (const value of marked(schema.additionalProperties, document, depth + 1)) found.push({ a: value });
    return found;
  }
  // Any JSON: inside of something, too.
  if (schema.type === undefined) return [mark, [mark], { a: mark }, { [mark]: 1 }];
  return schema.type === "string" || (Array.isArray(schema.type) && schema.type.includes("string")) ? [mark] : [];
}
function plain(schema: Schema, document: Document): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return plain(choice, document);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "number" || type === "integer") return 1;
  if (type === "boolean") return false;
  if (type === "array") return [];
  if (type === "object")
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, plain(field, document)]));
  return "x";
}

const operations = (document: Document): readonly (readonly [method: string, at: string, operation: Operation])[] =>
  Object.entries(document.paths).flatMap(([at, methods]) =>
    Object.entries(methods).map(([method, operation]) => [method.toUpperCase(), at, operation] as const),
  );
/** The address with ids that are there, and `odd` in the place of one. */
function addressOf(at: string, odd: { readonly name: string; readonly text: string } | null): string {
  return at.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (odd?.name === name) return odd.text;
    if (name === "lab") return lab;
    if (name === "cell") return "cell_q";
    if (name === "port") return "out";
    if (name === "id") return at.includes("/notebooks/") ? notebook : at.includes("/datasets/") ? dataset : "x_1";
    return "x_1";
  });
}
/** Every request with the text in one place, as it goes over the line. */
function requestsWith(document: Document, text: { readonly json: string; readonly percent: string }): readonly Request[] {
  const requests: Request[] = [];
  for (const [method, at, { parameters = [], requestBody }] of operations(document)) {
    const places = parameters.filter((parameter) => parameter.in === "path");
    for (const { name } of places) requests.push({ method, at: addressOf(at, { name, text: text.percent }) });
    for (const { name } of parameters.filter((parameter) => parameter.in === "query"))
      requests.push({ method, at: `${addressOf(at, null)}?${name}=${text.percent}` });
    const schema = requestBody?.content["application/json"]?.schema;
    for (const value of schema ? marked(schema, document) : [])
      requests.push({ method, at: addressOf(at, null), body: JSON.stringify(value).replaceAll(mark, text.json) });
  }
  return requests;
}
async function send({ method, at, body }: Request): Promise<{ readonly status: number; readonly text: string }> {
  const leaving = new AbortController();
  const answer = await fetch(server.url + at, {
    method,
    headers: { cookie: ada.cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    signal: leaving.signal,
    ...(body === undefined || method === "GET" ? {} : { body }),
  });
  // Some answers go on without an end.
  const text = answer.status >= 400 ? await answer.text() : "";
  leaving.abort();
  return { status: answer.status, text };
}
const says = /insert into|select .* from|failed query|params:|wrapped|lab_key|\binternal\b|\.ts:|stack/i;

/** What people made, as the database holds it. */
async function everything(): Promise<string> {
  const { rows: tables } = await server.context.pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name not in ('rate_limits', 'sessions', 'kernel_tokens', 'artifacts', 'blobs', 'audit', 'audit_heads')",
  );
  const said: string[] = [];
  for (const { name } of tables) {
    const { rows } = await server.context.pool.query(
      `select md5(string_agg(t::text, '|' order by t::text)) as sum from "${name}" t`,
    );
    said.push(`${name} ${rows[0].sum}`);
  }
  return said.sort().join("\n");
}

/** The same once what follows a change by itself (the list of notebooks) has followed. */
async function settled(): Promise<string> {
  for (let last = await everything(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const now = await everything();
    if (now === last) return now;
    last = now;
  }
}

describe("what no text can hold (A-1)", () => {
  test.each([
    ["NUL", { json: "a\\u0000b", percent: "a%00b" }],
    ["half of a character", { json: "a\\ud800b", percent: "a%ED%A0%80b" }],
    ["the other half", { json: "\\uDC00", percent: "%ED%B0%80" }],
  ])("is refused with a sentence wherever it stands, and changes nothing: %s", async (_title, text) => {
    const document = server.app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "", version: "" },
    }) as unknown as Document;
    const requests = requestsWith(document, text);
    expect(requests.length).toBeGreaterThan(300);
    const wrong: string[] = [];
    // Halves in an address are no UTF-8, and stay the percent signs that they are: a word like others, that is not there.
    const mayStand = ({ body }: Request): boolean => body === undefined && !text.percent.includes("%00");
    for (const request of requests.filter(mayStand)) {
      const { status, text: body } = await send(request);
      if (status >= 500 || says.test(body)) wrong.push(`${request.method} ${request.at} -> ${status} ${body.slice(0, 200)}`);
    }
    await server.context.audit.seal();
    const before = await settled();
    for (const request of requests.filter((each) => !mayStand(each))) {
      const { status, text: body } = await send(request);
      const what = `${request.method} ${request.at} ${request.body ?? ""} -> ${status} ${body.slice(0, 200)}`;
      if (status < 400 || status >= 500 || says.test(body)) wrong.push(what);
    }
    expect(wrong).toEqual([]);
    await server.context.audit.seal();
    expect(await everything()).toBe(before);
  });

  test("is refused at the door of accounts, and named with its field in both languages", async () => {
    for (const [at, body] of [
      ["sign-up/email", { name: "X\0", email: "x@example.org", password: "correct horse" }],
      ["sign-up/email", { name: "X", email: "x\0@example.org", password: "correct horse" }],
      ["sign-in/email", { email: ada.email, password: "correct\0horse" }],
      ["sign-in/email", { email: "\ud800@example.org", password: "correct horse" }],
    ] as const) {
      const answer = await server.nobody.ask("POST", `/api/auth/${at}`, body, { origin: server.url });
      expect([at, answer.status]).toEqual([at, 422]);
    }
    const title = { title: "half \ud83d" };
    const at = `/api/v1/notebooks/${notebook}`;
    expect((await ada.ask("PATCH", at, title)).body.error.message).toContain("field title");
    expect((await ada.ask("PATCH", at, title, { "accept-language": "ru" })).body.error.message).toContain("поле title");
    // Whole ones are what they are.
    expect((await ada.ask("PATCH", at, { title: "whole 🧬 \\u0000" })).status).toBe(200);
    expect((await ada.ask("GET", at)).body.title).toBe("whole 🧬 \\u0000");
  });

  test("is taken out of the name of an upload, and of nothing else is told", async () => {
    for (const [key, value] of [
      ["filename", "a\0b.csv"],
      ["filename", "a\ud800b.csv"],
      ["lab", `${lab}\0`],
      ["notebook", "nb_\0"],
      ["other", "\0"],
    ] as const) {
      const metadata = { filename: "a.csv", lab, [key]: value };
      const answer = await fetch(`${server.url}/api/v1/uploads`, {
        method: "POST",
        headers: {
          cookie: ada.cookie,
          "tus-resumable": "1.0.0",
          "upload-length": "4",
          "upload-metadata": Object.entries(metadata)
            .map(([name, text]) => `${name} ${Buffer.from(text).toString("base64")}`)
            .join(","),
        },
      });
      const text = await answer.text();
      expect([key, answer.status < 500, says.test(text)]).toEqual([key, true, false]);
    }
  });
});

test.each(["__proto__", "constructor", "toString"])("%s is a name like others, wherever it stands", async (name) => {
  const document = server.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } }) as unknown as Document;
  const wrong: string[] = [];
  const requests = requestsWith(document, { json: name, percent: name }).filter(
    // What ends the notebook, or the session, is tried with its odd name alone.
    ({ method, at, body }) => method !== "DELETE" || at.includes(name) || body !== undefined,
  );
  for (const request of [...requests, { method: "GET", at: `/api/docs/${name}` }, { method: "GET", at: `/${name}` }]) {
    const { status, text } = await send(request);
    if (status >= 500 || says.test(text))
      wrong.push(`${request.method} ${request.at} ${request.body ?? ""} -> ${status} ${text.slice(0, 200)}`);
  }
  for (const operation of [
    { type: "set-spec", cell: "cell_q", path: [name], value: 1 },
    { type: "set-spec", cell: "cell_q", path: ["sql", name], value: 1 },
    { type: "set-spec", cell: "cell_q", path: ["new", name, "x"], value: 1 },
    { type: "replace-spec", cell: "cell_n", spec: JSON.parse(`{"text": "a note", "${name}": 1}`) as object },
    { type: "rename-cell", cell: "cell_q", name },
    { type: "set-kind", cell: "cell_q", kind: name },
  ]) {
    const { status, body } = await operate([operation]);
    if (status >= 500 || says.test(JSON.stringify(body))) wrong.push(`${JSON.stringify(operation)} -> ${status}`);
  }
  expect(wrong).toEqual([]);
  expect((await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`)).status).toBe(200);
});

test("a document that holds them by sync goes on: its cells run, its feed, list and versions say all of it but these (O-3, A-2)", async () => {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: ada.cookie } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${server.url.replace("http", "ws")}/api/v1/sync`, notebook, doc, {
    WebSocketPolyfill: WithCookie as never,
    disableBc: true,
  });
  try {
    await until(() => provider.synced);
    const cells = doc.getMap<Y.Map<unknown>>("cells");
    const specOf = (cell: string): Y.Map<unknown> => cells.get(cell)?.get("spec") as Y.Map<unknown>;
    doc.transact(() => {
      (specOf("cell_n").get("text") as Y.Text).insert(0, "nul \0 and on, {{q.n}} ");
      specOf("cell_n").set("odd\0key", "x\0");
      doc.getMap("meta").set("title", "title \0 here");
      cells.set("cell_\0", new Y.Map(Object.entries({ kind: "note", order: third })));
      cells.get("cell_q")?.set("name", "q\0");
      (specOf("cell_q").get("sql") as Y.Text).insert(0, "-- \0\n");
    });
    await until(async () => (await ada.ask("GET", `/api/v1/notebooks/${notebook}`)).body.title === "title \ufffd here");
    const { body } = await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`);
    expect(body.cells.map(({ id }: { id: string }) => id)).not.toContain("cell_\0");
    expect(JSON.stringify(body)).not.toContain("\\u0000");
    // The feed moves on: another cell, and what runs.
    const add = {
      type: "add-cell",
      id: "cell_later",
      kind: "note",
      name: "",
      spec: { text: "later" },
      order: third,
      mode: "auto",
    };
    expect((await operate([add])).status).toBe(200);
    await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: null, mode: "all" });
    await until(async () => (await session("cell_later"))?.status.state === "fresh");
    const query = {
      type: "add-cell",
      id: "cell_q2",
      kind: "query",
      name: "q2",
      spec: { sql: "select 2 as n" },
      order: third,
      mode: "auto",
    };
    await operate([query]);
    await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: null, mode: "all" });
    await until(async () => (await session("cell_q2"))?.status.state === "fresh");
    await until(async () => ["fresh", "failed", "invalid"].includes((await session("cell_q"))?.status.state));
    expect(JSON.stringify(await session("cell_q"))).not.toMatch(says);
    const version = await ada.ask("POST", `/api/v1/notebooks/${notebook}/versions`, { name: "kept" });
    expect(version.status).toBe(200);
    expect((await ada.ask("POST", `/api/v1/notebooks/${notebook}/versions/${version.body.id}/restore`)).status).toBe(200);
    expect((await ada.ask("GET", `/api/v1/notebooks/${notebook}/export`)).status).toBe(200);
    expect((await ada.ask("POST", `/api/v1/notebooks/${notebook}/duplicate`, {})).status).toBe(200);
  } finally {
    provider.destroy();
    doc.destroy();
  }
});

describe("who is nobody yet", () => {
  const post = async (
    at: string,
    body: string,
    headers: { readonly [name: string]: string } = {},
  ): Promise<readonly [number, string]> => {
    const answer = await fetch(server.url + at, {
      method: "POST",
      headers: { origin: server.url, "content-type": "application/json", ...headers },
      body,
    });
    return [answer.status, (await answer.json()).error.failure.reason];
  };
  const twice = '{"name":"one","name":"two"}';

  test("is asked for a kernel's token before what it sends is looked into", async () => {
    for (const at of ["lease", "lookup", "nothing-there"]) {
      expect(await post(`/api/v1/kernel/${at}`, twice)).toEqual([401, "server.kernel-token-unknown"]);
      expect(await post(`/api/v1/kernel/${at}`, '{"a":"\\u0000"}')).toEqual([401, "server.kernel-token-unknown"]);
    }
  });

  test("signs in by 64 KB at most", async () => {
    const body = (bytes: number): string => twice.padEnd(bytes);
    expect(await post("/api/auth/sign-in/email", body(64 * 1024))).toEqual([422, "server.key-twice"]);
    expect(await post("/api/auth/sign-in/email", body(64 * 1024 + 1))).toEqual([413, "server.body-large"]);
  });

  test("is not looked into deeper than 1,000 levels", async () => {
    const nested = (levels: number): string => `${'{"a":'.repeat(levels - 1)}${twice}${"}".repeat(levels - 1)}`;
    const cookie = { cookie: ada.cookie };
    expect(await post("/api/v1/labs", nested(1_000), cookie)).toEqual([422, "server.key-twice"]);
    expect(await post("/api/v1/labs", nested(1_001), cookie)).toEqual([422, "server.body-nested"]);
  });

  test("is not looked into where it names more than 100,000 keys", async () => {
    const keys = (count: number): string =>
      `{${Array.from({ length: count - 2 }, (_, at) => `"k${at}":1,`).join("")}"a":1,"a":2}`;
    const cookie = { cookie: ada.cookie };
    expect(await post("/api/v1/labs", keys(100_000), cookie)).toEqual([422, "server.key-twice"]);
    expect(await post("/api/v1/labs", keys(100_001), cookie)).toEqual([422, "server.body-keys"]);
  });
});

describe("a key that stands twice in a body (A-1c)", () => {
  test("is named and refused at every door that reads JSON, and nothing is done", async () => {
    const document = server.app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "", version: "" },
    }) as unknown as Document;
    const before = await settled();
    let doors = 0;
    for (const [method, at, { requestBody }] of operations(document)) {
      if (!requestBody?.content["application/json"]) continue;
      doors++;
      for (const body of ['{"name":"one","name":"two"}', '{"a":[{"t\\u0069tle":1,"title":2}]}']) {
        const answer = await send({ method, at: addressOf(at, null), body });
        const { error } = JSON.parse(answer.text);
        expect([answer.status, error.code, error.failure], `${method} ${at}`).toEqual([
          422,
          "invalid",
          { reason: "server.key-twice", params: { key: body.includes("name") ? "name" : "title" } },
        ]);
      }
    }
    expect(doors).toBeGreaterThan(30);
    const signIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { origin: server.url, "content-type": "application/json" },
      body: '{"email":"a@example.org","email":"b@example.org","password":"x"}',
    });
    expect([signIn.status, (await signIn.json()).error.failure.reason]).toEqual([422, "server.key-twice"]);
    expect(await settled()).toBe(before);
  }, 60_000);
});
