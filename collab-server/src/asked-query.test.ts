// What stands in the query of an address is obeyed or refused: every parameter of every route that the API's description
// knows, with names that are not there, twice, of another type, out of range; and numbers in paths.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "./open-api.ts";
import { type Person, startTestServer, type TestServer } from "./testing/test-server.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
}
type Route = readonly [method: string, at: string, parameters: readonly Parameter[]];

let server: TestServer;
let ada: Person;
let routes: readonly Route[];
let lab = "";
let notebook = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
  routes = Object.entries(openApiDocument(server.app).paths ?? {}).flatMap(([at, methods]) =>
    Object.entries(methods ?? {}).map(
      ([method, operation]): Route => [
        method.toUpperCase(),
        at,
        ((operation as { parameters?: Parameter[] }).parameters ?? []) as readonly Parameter[],
      ],
    ),
  );
}, 60_000);
afterAll(() => server.close());

const address = (at: string): string =>
  at.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === "lab") return lab;
    return name === "id" && at.includes("/notebooks/") ? notebook : "x_1";
  });
const refusal = async (method: string, at: string): Promise<string> => {
  const { status, body } = await ada.ask(method, at);
  return `${status} ${body?.error?.failure?.reason ?? ""}`;
};
/** A value that the parameter takes. */
const good = ({ schema }: Parameter): string =>
  schema.enum?.[0] ?? (schema.type === "integer" ? String(schema.minimum ?? 1) : schema.pattern ? "0".repeat(64) : "x");
/** Numbers that are written otherwise than in plain decimal digits. */
const odd = [
  "0x1",
  "0b1",
  "1e0",
  "1E0",
  " 1",
  "1 ",
  "01",
  "+1",
  "-1",
  "1.0",
  "1.",
  "1_0",
  "",
  "\u0661",
  "NaN",
  "Infinity",
  "9".repeat(16),
];

test("a parameter that is not there is refused by its name, at every route, with those that are", async () => {
  const wrong: string[] = [];
  for (const [method, at, parameters] of routes) {
    if (at.endsWith("/tiles")) continue;
    const queries = parameters.filter((parameter) => parameter.in === "query");
    const said = await refusal(method, `${address(at)}?lmit=5`);
    if (said !== (queries.length === 0 ? "422 server.query-none" : "422 server.query-unknown"))
      wrong.push(`${method} ${at}: ${said}`);
  }
  expect(wrong).toEqual([]);
  const near = await ada.ask("GET", "/api/v1/runs?lmit=5");
  expect(near.body.error.message).toBe(
    "There is no parameter lmit at this address. There are: limit. Take it out, or use one of these.",
  );
});

test("a parameter that stands twice is refused at every route (A-1a)", async () => {
  const wrong: string[] = [];
  for (const [method, at, parameters] of routes)
    for (const parameter of parameters.filter(({ in: where }) => where === "query")) {
      const pair = `${parameter.name}=${good(parameter)}`;
      const said = await refusal(method, `${address(at)}?${pair}&${pair}`);
      if (said !== "422 server.query-twice") wrong.push(`${method} ${at} ${parameter.name}: ${said}`);
    }
  expect(wrong).toEqual([]);
});

describe("a value that a parameter does not take is refused with its name", () => {
  const bad = ({ schema }: Parameter): readonly string[] => {
    if (schema.type === "integer")
      return [...odd, String((schema.minimum ?? 0) - 1), ...(schema.maximum === undefined ? [] : [String(schema.maximum + 1)])];
    if (schema.enum) return ["", "nonsense", schema.enum[0]?.toUpperCase() ?? "", ` ${schema.enum[0]}`];
    if (schema.pattern) return ["", "0".repeat(63), "G".repeat(64), ` ${"0".repeat(64)}`];
    return [...(schema.minLength ? [""] : []), "x".repeat((schema.maxLength ?? 0) + 1)];
  };

  test("in queries", async () => {
    const wrong: string[] = [];
    for (const [method, at, parameters] of routes)
      for (const parameter of parameters.filter(({ in: where }) => where === "query"))
        for (const text of bad(parameter)) {
          const beside = parameters.filter(
            ({ in: where, name, required }) => where === "query" && required && name !== parameter.name,
          );
          const query = new URLSearchParams([...beside.map((each) => [each.name, good(each)]), [parameter.name, text]]);
          const { status, body } = await ada.ask(method, `${address(at)}?${query}`);
          if (status !== 422 || body.error.failure.params.field !== parameter.name)
            wrong.push(`${method} ${at} ${parameter.name}=${JSON.stringify(text).slice(0, 40)}: ${status}`);
        }
    expect(wrong).toEqual([]);
  });

  test("every parameter says what it takes: a range, a list, a pattern, or a greatest length", () => {
    const open = routes.flatMap(([method, at, parameters]) =>
      parameters
        .filter(({ in: where, schema }) => {
          const { type, enum: list, pattern, minimum, maximum, maxLength } = schema;
          if (list || pattern) return false;
          return type === "integer"
            ? minimum === undefined || maximum === undefined
            : type !== "string" || (maxLength === undefined && where === "query");
        })
        .map(({ name }) => `${method} ${at} ${name}`),
    );
    expect(open).toEqual([]);
  });

  test("numbers of versions in paths: version 1 is called 1 and nothing else", async () => {
    const blob = await server.context.blobs.put(server.context.db, { lab }, Buffer.from("a,b\n1,2\n"));
    await server.context.pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_v',$1,'f.csv',$2,1,1)",
      [lab, ada.id],
    );
    await server.context.pool.query(
      "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_v',1,$1,$2,$3,'f.csv',$4,$5,1)",
      [lab, blob.id, blob.digest, blob.size, ada.id],
    );
    const file = async (version: string): Promise<number> =>
      (await ada.ask("GET", `/api/v1/datasets/ds_v/versions/${encodeURIComponent(version)}/file`)).status;
    expect(await file("1")).toBe(200);
    for (const version of odd.filter((text) => text !== "")) expect([version, await file(version)]).toEqual([version, 422]);
  });
});

test("each address of the API takes what its own page sends", async () => {
  for (const at of [
    "/api/v1/notebooks?bin=true",
    "/api/v1/datasets?bin=true&limit=1000",
    "/api/v1/runs?mine=true&state=queued&limit=1",
  ])
    expect([at, (await ada.ask("GET", at)).status]).toEqual([at, 200]);
});
