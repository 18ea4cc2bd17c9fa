// What was said last of a cell is what stands in the end, whatever is being written when it is said.

import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CellNews } from "../session-news.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 60_000);
afterAll(() => server.close());

const newNotebook = async (): Promise<string> => (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
const news = (cell: string, status: CellStatus): CellNews & { readonly session: CellSession } => ({
  cell: cell as CellId,
  session: { cell: cell as CellId, status, shown: null, key: null },
  sources: [],
});
const fresh: CellStatus = { state: "fresh", key: "k" as ResultKey, reused: null };
const waiting: CellStatus = { state: "waiting", for: "cell_z" as CellId };
const standing = async (notebook: string): Promise<{ readonly [cell: string]: string }> => {
  const { cells } = await server.live.feed.snapshot(notebook);
  return Object.fromEntries(cells.map(({ session }) => [session.cell, session.status.state]));
};

test("an older word that was on its way when a run's own transaction said a newer one does not come after it (R-16)", async () => {
  const { feed } = server.live;
  const notebook = await newNotebook();
  const heard: string[] = [];
  const stop = await feed.follow(notebook, {
    snapshot: () => {},
    item: ({ event }) => void (event.type === "cell" && heard.push(event.session.status.state)),
  });
  const said = news("cell_a", fresh);
  const items = await server.context.db.transaction(async (tx) => {
    const made = await feed.write(tx, notebook, lab, [said]);
    // It waits for the number that this transaction holds.
    feed.say(notebook, lab, news("cell_a", waiting));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return made;
  });
  feed.saidElsewhere(notebook, [said], items);
  feed.deliverCommitted(notebook, items);
  // Whoever hosts the notebook hears of it a moment later, and says the same.
  feed.say(notebook, lab, said);
  await feed.written(notebook);
  expect(await standing(notebook)).toEqual({ cell_a: "fresh" });
  await expect.poll(() => heard.at(-1)).toBe("fresh");
  stop();
});

test("an older word that was written after a run's own transaction, before that was heard of, is followed by the newer one (R-16)", async () => {
  const { feed } = server.live;
  const notebook = await newNotebook();
  const said = news("cell_a", fresh);
  const items = await server.context.db.transaction((tx) => feed.write(tx, notebook, lab, [said]));
  // Both are in the database before the thread comes to say that the first one is.
  feed.say(notebook, lab, news("cell_a", waiting));
  await feed.written(notebook);
  feed.saidElsewhere(notebook, [said], items);
  feed.deliverCommitted(notebook, items);
  feed.say(notebook, lab, said);
  await feed.written(notebook);
  expect(await standing(notebook)).toEqual({ cell_a: "fresh" });
});

test("a word that falls between the last look at what is to be written and its end is written (R-16)", async () => {
  const { feed } = server.live;
  for (let turns = 0; turns < 12; turns++) {
    const notebook = await newNotebook();
    const stop = await feed.follow(notebook, {
      snapshot: () => {},
      item: ({ event }) => {
        if (event.type !== "cell" || event.session.cell !== "cell_a") return;
        let later = Promise.resolve();
        for (let turn = 0; turn < turns; turn++) later = later.then(() => {});
        void later.then(() => feed.say(notebook, lab, news("cell_b", fresh)));
      },
    });
    feed.say(notebook, lab, news("cell_a", fresh));
    await expect.poll(() => standing(notebook), { message: `after ${turns}` }).toEqual({ cell_a: "fresh", cell_b: "fresh" });
    stop();
  }
}, 60_000);

test("whoever listens hears what was committed just before somebody else began to listen (R-16)", async () => {
  const { feed } = server.live;
  const notebook = await newNotebook();
  const heard: string[] = [];
  const stop = await feed.follow(notebook, {
    snapshot: () => {},
    item: ({ event }) => void (event.type === "cell" && heard.push(event.session.cell)),
  });
  const said = [news("cell_a", fresh), news("cell_b", fresh)];
  const items = await server.context.db.transaction((tx) => feed.write(tx, notebook, lab, said));
  const stopOther = await feed.follow(notebook, { snapshot: () => {}, item: () => {} });
  feed.deliverCommitted(notebook, items);
  await expect.poll(() => heard).toEqual(["cell_a", "cell_b"]);
  stop();
  stopOther();
});

test("a notebook that is opened again while it is written down that everybody has left is open", async () => {
  const { scheduler } = server.live;
  const { pool } = server.context;
  const notebook = await newNotebook();
  const watches = async () =>
    (await pool.query("select 1 from demands where notebook = $1 and mode = 'watch'", [notebook])).rowCount;
  for (let round = 0; round < 10; round++) {
    const leave = scheduler.opened(notebook, lab, ada.id);
    await expect.poll(watches).toBe(1);
    leave();
    // At another moment of the leaving each time.
    for (let turn = 0; turn < round; turn++) await new Promise((resolve) => setImmediate(resolve));
    const leaveAgain = scheduler.opened(notebook, lab, ada.id);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.poll(watches, { message: `round ${round}` }).toBe(1);
    leaveAgain();
    await expect.poll(watches).toBe(0);
  }
}, 60_000);
