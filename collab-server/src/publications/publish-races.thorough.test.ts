// Publishing while what it stands on is taken away: twenty times each, at every moment of it. Either the dashboard was out
// before, or nothing goes out. Real Postgres, real HTTP.

import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { computingInPlace } from "../testing/run-in-place.ts";
import { openShownNotebook, type ShownNotebook, shownFiles } from "../testing/shown-notebook.ts";
import { type Answer, type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let shown: ShownNotebook;
let owner: Person;
const at = (rest: string): string => `/api/v1/notebooks/${shown.names["notebook"]}${rest}`;
const rounds = 20;

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files: shownFiles }) });
  shown = await openShownNotebook(server);
  owner = shown.people["owner"] as Person;
  await withdrawAll();
}, 300_000);
afterAll(() => server.close());

const publish = () =>
  owner.ask("POST", at("/publications"), { cells: ["cell_kept"], audience: "link", reason: "a race", labels: true });
const withdrawAll = async (): Promise<void> => {
  await server.context.pool.query("update publications set withdrawn_at = 1, withdrawn_by = $1 where withdrawn_at is null", [
    owner.id,
  ]);
};

/** Publishes and does the other thing a moment later: sooner or later in each round. */
async function race(
  other: () => Promise<Answer>,
  undo: () => Promise<unknown>,
  look: (both: Both) => Promise<void> | void,
): Promise<Outcomes> {
  const began = performance.now();
  expect((await publish()).status).toBe(200);
  const takes = performance.now() - began;
  await withdrawAll();
  const outcomes = { published: 0, refused: 0 };
  for (let round = 0; round < rounds; round++) {
    const [published, taken] = await Promise.all([publish(), wait((takes * round) / rounds).then(other)]);
    expect([200, 404, 409], JSON.stringify(published.body)).toContain(published.status);
    outcomes[published.status === 200 ? "published" : "refused"]++;
    await look({ published, taken });
    await undo();
    await withdrawAll();
  }
  return outcomes;
}
interface Both {
  readonly published: Answer;
  readonly taken: Answer;
}
interface Outcomes {
  readonly published: number;
  readonly refused: number;
}
/** When what was taken away was taken, by the database. */
const timeOf = async (sql: string): Promise<number> =>
  Number((await server.context.pool.query(sql, [shown.names["notebook"]])).rows[0]?.at);
const publishedAt = () => timeOf("select max(at) as at from publications where notebook = $1");

describe("while somebody publishes from it (P-6)", () => {
  test("a notebook goes to the bin: what is published was published before", async () => {
    const { published, refused } = await race(
      () => owner.ask("DELETE", at("")),
      () => owner.ask("POST", at("/restore")),
      async (both) => {
        expect(both.taken.status).toBe(200);
        if (both.published.status === 200)
          expect(await publishedAt()).toBeLessThanOrEqual(await timeOf("select deleted_at as at from notebooks where id = $1"));
      },
    );
    expect(published + refused).toBe(rounds);
  }, 900_000);

  test("its data set goes to the bin: that, or the dashboard, and never both", async () => {
    await race(
      () => owner.ask("DELETE", "/api/v1/datasets/ds_mice"),
      () => owner.ask("POST", "/api/v1/datasets/ds_mice/restore"),
      ({ published, taken }) => expect([published.status, taken.status].filter((status) => status === 200)).toHaveLength(1),
    );
  }, 900_000);

  test("of data in the bin nothing is published: they would be gone for good while readers see what was made of them", async () => {
    expect((await owner.ask("DELETE", "/api/v1/datasets/ds_mice")).status).toBe(200);
    const refused = await publish();
    expect([refused.status, refused.body.error.failure]).toEqual([
      409,
      { reason: "publish.data-in-bin", params: { names: ["mice.csv"], n: 1 } },
    ]);
    await owner.ask("POST", "/api/v1/datasets/ds_mice/restore");
    expect((await publish()).status).toBe(200);
    await withdrawAll();
  }, 120_000);

  test("its cell goes to the bin: a dashboard that is out was made whole, and the next one is refused", async () => {
    const turn = (more: object) => owner.ask("POST", at("/operations"), { operations: [{ cell: "cell_kept", ...more }] });
    await race(
      () => turn({ type: "delete-cell", at: Date.now() }),
      () => turn({ type: "restore-cell" }),
      async ({ published, taken }) => {
        expect(taken.status).toBe(200);
        if (published.status === 200) {
          const { body } = await server.nobody.ask("GET", `/api/v1/read/${published.body.slug}`);
          expect(body.tiles).toHaveLength(1);
        }
        const next = await publish();
        expect([next.status, next.body.error.failure.reason]).toEqual([409, "publish.cell-gone"]);
      },
    );
  }, 900_000);

  test("the right to publish is taken: nothing goes out after that was answered", async () => {
    const editor = shown.people["editor"] as Person;
    const role = (name: string) => owner.ask("PUT", at("/access"), { user: editor.id, role: name });
    await role("owner");
    const asEditor = () => editor.ask("POST", at("/publications"), { cells: ["cell_least"], audience: "link", reason: "a race" });
    for (let round = 0; round < rounds; round++) {
      const [out] = await Promise.all([asEditor(), wait(round * 15).then(() => role("viewer"))]);
      expect([200, 403, 409], JSON.stringify(out.body)).toContain(out.status);
      expect((await asEditor()).status).toBe(403);
      await role("owner");
    }
  }, 900_000);
});
