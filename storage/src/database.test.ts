import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseOf, openPool, type OpenDatabase } from "./database.ts";
import { openTestDatabase } from "./testing/test-database.ts";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
}, 120_000);
afterAll(() => database.close());

test("a transaction that does not even begin gives its connection back", async () => {
  const pool = openPool({ ...database.connection, max: 1, connectionTimeoutMillis: 5_000 }, undefined);
  const db = databaseOf(pool);
  await expect(db.transaction(async () => "done", { isolationLevel: "no such level" as never })).rejects.toThrow(/begin/u);
  expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
  expect(await db.transaction(async () => "done")).toBe("done");
  await pool.end();
});

test("a connection that is cut in a transaction is none of the pool's any more, and the next one is whole", async () => {
  const pool = openPool({ ...database.connection, max: 1, connectionTimeoutMillis: 5_000 }, undefined);
  const db = databaseOf(pool);
  const cut = db.transaction(async (tx) => {
    await tx.execute("select pg_terminate_backend(pg_backend_pid())");
  });
  await expect(cut).rejects.toThrow();
  expect(pool.totalCount).toBe(0);
  expect(await db.transaction(async () => "done")).toBe("done");
  await pool.end();
});
