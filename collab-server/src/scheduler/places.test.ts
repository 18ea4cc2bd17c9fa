// Places among people: one may have every lane while nobody waits, and nobody waits long behind one person.

import { afterAll, beforeAll, expect, test } from "vitest";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { ScriptedKernel } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let ben: Person;
let lab = "";
let token = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  token = await newLocalKernelToken(server.context);
}, 60_000);
afterAll(() => server.close());

const until = async (what: () => boolean | Promise<boolean>, ms = 30_000): Promise<number> => {
  const begun = performance.now();
  while (!(await what())) {
    if (performance.now() - begun > ms) throw new Error("it did not come to that");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - begun;
};
/** A notebook of Ada's lab that Ben may edit, with queries that answer their number. */
async function notebookOf(numbers: readonly number[]): Promise<string> {
  const { id } = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body;
  await ada.ask("PUT", `/api/v1/notebooks/${id}/access`, { email: ben.email, role: "editor" });
  const orders = keysBetween(null, null, numbers.length);
  const operations = numbers.map((number, at) => ({
    type: "add-cell",
    id: `cell_q${number}`,
    kind: "query",
    name: `q${number}`,
    spec: { sql: `select ${number} as n` },
    order: orders[at],
    mode: "manual",
  }));
  expect((await ada.ask("POST", `/api/v1/notebooks/${id}/operations`, { operations })).status).toBe(200);
  return id;
}
const statesOf = async (
  notebook: string,
): Promise<{ readonly [cell: string]: { readonly state: string; readonly why?: unknown } }> => {
  const { cells } = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body;
  return Object.fromEntries(cells.map((cell: { cell: string; status: { state: string } }) => [cell.cell, cell.status]));
};

test("whoever waits behind a person who has every lane starts within ten seconds; what gave way goes on after, once (R-8)", async () => {
  const hers = await notebookOf([1, 2, 3, 4]);
  const his = await notebookOf([90]);
  let release: () => void = () => {};
  const long = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun: { readonly cell: string; readonly kernel: string }[] = [];
  const kernels = ["one", "two"].map(
    (name) =>
      new ScriptedKernel({
        url: server.url,
        token,
        name,
        onStep: async ({ cell }) => {
          begun.push({ cell, kernel: name });
          if (cell !== "cell_q90") await long;
        },
      }),
  );
  try {
    await ada.ask("POST", `/api/v1/notebooks/${hers}/demands`, { cell: null, mode: "all" });
    await until(() => begun.length === 2);
    expect(new Set(begun.map(({ kernel }) => kernel)).size, "she has both").toBe(2);
    await ben.ask("POST", `/api/v1/notebooks/${his}/demands`, { cell: null, mode: "all" });
    const waited = await until(() => begun.some(({ cell }) => cell === "cell_q90"));
    expect(waited).toBeLessThan(10_000);
    await until(async () => (await statesOf(his))["cell_q90"]?.state === "fresh");
    // One of hers gave way, the younger one, and has a place again: it says so meanwhile, or runs.
    const { rows } = await server.context.pool.query("select state, yielded, attempt from runs where notebook = $1 and yielded", [
      hers,
    ]);
    expect(rows).toHaveLength(1);
    await until(() => begun.length === 4);
    // A second wait behind her: what gave way once does not give way again.
    const again = await notebookOf([91]);
    await ben.ask("POST", `/api/v1/notebooks/${again}/demands`, { cell: null, mode: "all" });
    await until(() => begun.some(({ cell }) => cell === "cell_q91"));
    const twice = await server.context.pool.query("select attempt from runs where notebook = $1 and yielded", [hers]);
    for (const { attempt } of twice.rows) expect(attempt).toBeLessThanOrEqual(2);
  } finally {
    release();
  }
  await until(async () => Object.values(await statesOf(hers)).every(({ state }) => state === "fresh"));
  for (const kernel of kernels) await kernel.kill();
});

test("among persons of one lab the one with fewer runs at work is next (R-8)", async () => {
  const hers = await notebookOf([11, 12, 13]);
  const his = await notebookOf([92]);
  const order: string[] = [];
  let release: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = new ScriptedKernel({
    url: server.url,
    token,
    name: "first",
    onStep: async ({ cell }) => (order.push(cell), gate),
  });
  try {
    await ada.ask("POST", `/api/v1/notebooks/${hers}/demands`, { cell: null, mode: "all" });
    await until(() => order.length === 1);
    await ben.ask("POST", `/api/v1/notebooks/${his}/demands`, { cell: null, mode: "all" });
    // What is asked for is said to be queued a moment before its run stands in the queue.
    const queued = "select 1 from runs where notebook = $1 and state = 'queued'";
    await until(async () => (await server.context.pool.query(queued, [his])).rowCount === 1);
    const second = new ScriptedKernel({
      url: server.url,
      token,
      name: "second",
      onStep: async ({ cell }) => (order.push(cell), gate),
    });
    await until(() => order.length === 2);
    expect(order[1]).toBe("cell_q92");
    release();
    await until(() => order.length === 4);
    await second.kill();
  } finally {
    release();
    await first.kill();
  }
});

test("one waits for eight answers to values of one's own at a time, however fast one asks (R-9)", async () => {
  const { id } = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body;
  await ada.ask("PUT", `/api/v1/notebooks/${id}/access`, { email: ben.email, role: "viewer" });
  const [first, second] = keysBetween(null, null, 2);
  const control = { control: { type: "number" }, value: 1, label: "p", scope: "shared" };
  await ada.ask("POST", `/api/v1/notebooks/${id}/operations`, {
    operations: [
      { type: "add-cell", id: "cell_p", kind: "parameter", name: "p", spec: control, order: first, mode: "auto" },
      { type: "add-cell", id: "cell_q", kind: "query", name: "q", spec: { sql: "select $p as x" }, order: second, mode: "auto" },
    ],
  });
  const ask = (value: number) =>
    ben.ask("POST", `/api/v1/notebooks/${id}/demands`, { cell: "cell_q", mode: "upstream", overrides: { cell_p: value } });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, value) => ask(value + 2)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
  const refused = answers.find(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(32);
  expect(refused?.body.error.message).toMatch(/8 answers/);
  // Others are not held up, and what is taken back makes room.
  const mine = answers.find(({ status }) => status === 200)?.body.id;
  expect(
    (await ada.ask("POST", `/api/v1/notebooks/${id}/demands`, { cell: "cell_q", mode: "upstream", overrides: { cell_p: 1 } }))
      .status,
  ).toBe(200);
  await ben.ask("DELETE", `/api/v1/notebooks/${id}/demands/${mine}`);
  expect((await ask(99)).status).toBe(200);
  expect((await ask(100)).status).toBe(429);
});
