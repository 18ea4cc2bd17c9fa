// Every route is asked by the owner of a notebook whose rows have names that nothing else has: where one of these comes out,
// that it was read stands in the record before. A route that is new is walked too, because role-suite.test.ts wants a line of it.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeCases, runningCases, type RoleCase, shownCases } from "../testing/role-cases.ts";
import { computingInPlace } from "../testing/run-in-place.ts";
import { openShownNotebook, secretMouse, shownFiles, type ShownNotebook } from "../testing/shown-notebook.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let book: ShownNotebook;
let owner: Person;
let names: { readonly [name: string]: string };
let clock = Date.now();

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files: shownFiles }), now: () => clock });
  book = await openShownNotebook(server);
  owner = book.people["owner"] as Person;
  const at = `/api/v1/notebooks/${book.names["notebook"]}`;
  const { pool } = server.context;
  const { rows } = await pool.query("select sources from cell_shown where notebook = $1 limit 1", [book.names["notebook"]]);
  await pool.query(
    `insert into runs (id, lab, notebook, cell, cell_name, kind, key, plan, files, sources, "by", queued_at, state, detail)
     values ('run_read', $1, $2, 'cell_kept', 'kept', 'transform', 'k', '{}', '{}', $3, $4, 1, 'lost', 'Zmouse1 broke it')`,
    [book.names["lab"], book.names["notebook"], JSON.stringify(rows[0].sources), owner.id],
  );
  await pool.query("insert into run_logs (run, lab, text, length) values ('run_read', $1, 'Zmouse2 was kept', 16)", [
    book.names["lab"],
  ]);
  const version = (await owner.ask("POST", `${at}/versions`, { name: "v" })).body.id as string;
  names = {
    ...book.names,
    version,
    run: "run_read",
    dataset: "ds_mice",
    owner: owner.id,
    viewer: book.people["viewer"]?.id ?? "",
    member: book.people["member"]?.id ?? "",
  };
}, 60_000);
afterAll(() => server.close());

const fill = (text: string): string => text.replace(/\$(\w+)/g, (_whole, name: string) => names[name] ?? "?");

/** The beginning, of an answer that does not end. */
async function read(method: string, at: string, body: unknown): Promise<{ readonly status: number; readonly text: string }> {
  const leaving = new AbortController();
  const answer = await fetch(server.url + at, {
    method,
    headers: { cookie: owner.cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: leaving.signal,
  });
  if (!answer.headers.get("content-type")?.includes("event-stream")) return { status: answer.status, text: await answer.text() };
  const reader = answer.body?.getReader();
  let text = "";
  const timer = setTimeout(() => leaving.abort(), 3_000);
  while (!secretMouse.test(text)) {
    const part = await reader?.read().catch(() => null);
    if (!part || part.done) break;
    text += Buffer.from(part.value).toString();
  }
  clearTimeout(timer);
  leaving.abort();
  return { status: answer.status, text };
}

/** What stands in the record of her, of reading. */
const reads = async (): Promise<readonly string[]> => {
  const { rows } = await server.context.pool.query("select action from audit where user_id = $1 order by id", [owner.id]);
  return rows
    .map(({ action }: { action: string }) => action)
    .filter((action: string) => /read|open|download|preview/.test(action));
};

/** Each in an hour of its own: what was written for the hour before does not count for it. */
async function walk([method, at, body]: RoleCase): Promise<"tells" | "tells nothing"> {
  clock += 2 * 3_600_000;
  const before = (await reads()).length;
  const { text } = await read(method, fill(at), body === undefined ? undefined : JSON.parse(fill(JSON.stringify(body))));
  if (!secretMouse.test(text)) return "tells nothing";
  expect((await reads()).slice(before), `${method} ${at} tells of rows: ${secretMouse.exec(text)?.[0]}`).not.toEqual([]);
  return "tells";
}

// Of the person, not of data; of a dashboard for whoever has the link nobody is recorded; and what would take the ground away from the lines behind it.
const isOver = ([method, at]: RoleCase): boolean =>
  at.includes("/me/password") ||
  (method === "DELETE" && at.includes("/members/")) ||
  at.includes("/withdraw") ||
  at.includes("$link");
/** Lines with other cells, so that each of these has something to tell. */
const more: readonly RoleCase[] = [
  ...["", "/json"].map(
    (rest): RoleCase => ["GET", `/api/v1/notebooks/$notebook/cells/cell_each/outputs/out${rest}`, undefined, ""],
  ),
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_mice/outputs/out/search?what=column:mouse&q=", undefined, ""],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_mice/outputs/out/window?limit=3", undefined, ""],
];

test("whatever tells of rows stands in the record, at every route (P-7a)", async () => {
  const told = new Set<string>();
  for (const line of [...more, ...placeCases, ...runningCases, ...shownCases].filter((one) => !isOver(one)))
    if ((await walk(line)) === "tells") told.add(`${line[0]} ${line[1].split("?")[0]}`);
  // What this test would not notice without: rows do come out where they should.
  const outputs = "GET /api/v1/notebooks/$notebook/cells";
  expect([...told].sort()).toEqual(
    expect.arrayContaining([
      `${outputs}/cell_each/outputs/out`,
      `${outputs}/cell_each/outputs/out/json`,
      `${outputs}/cell_kept/outputs/out/download`,
      `${outputs}/cell_kept/outputs/out/summary`,
      `${outputs}/cell_kept/outputs/out/window`,
      `${outputs}/cell_mice/outputs/out/search`,
      "GET /api/v1/notebooks/$notebook/feed",
      "GET /api/v1/notebooks/$notebook/session",
      "GET /api/v1/runs",
      "GET /api/v1/runs/$run/log",
      "GET /api/v1/read/$forLabs",
    ]),
  );
}, 120_000);

describe("answers to values of one's own", () => {
  test("stand in the record as what the notebook shows (P-7a)", async () => {
    const at = `/api/v1/notebooks/${book.names["notebook"]}/demands`;
    const overrides = { cell_least: 1 };
    const { body } = await owner.ask("POST", at, { cell: "cell_drawn", mode: "upstream", overrides });
    await expect.poll(async () => (await owner.ask("GET", `${at}/${body.id}`)).body.done, { timeout: 10_000 }).toBe(true);
    expect(await walk(["GET", `${at}/${body.id}`, undefined, ""])).toBe("tells");
  });
});
