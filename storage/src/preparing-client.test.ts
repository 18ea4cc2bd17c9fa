import { expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { openTestDatabase } from "./testing/test-database.ts";

test("a statement that is seen often is prepared once per connection, and answers each of its values", async () => {
  const { db, close } = await openTestDatabase();
  const prepared = async (tx: Pick<typeof db, "execute">): Promise<number> =>
    Number((await tx.execute(sql`select count(*) as n from pg_prepared_statements`)).rows[0]?.n);
  await db.transaction(async (tx) => {
    const before = await prepared(tx);
    for (let at = 0; at < 6; at++) {
      const { rows } = await tx.execute(sql`select ${at}::int + 1 as next, ${"x"}::text as word`);
      expect(rows).toEqual([{ next: at + 1, word: "x" }]);
    }
    expect(await prepared(tx)).toBe(before + 1);
    // Without values nothing is prepared: such a text may hold several statements.
    for (let at = 0; at < 6; at++) await tx.execute(sql`select 1; select 2`);
    expect(await prepared(tx)).toBe(before + 1);
  });
  await close();
});

test("a statement that fails fails the same way the next time", async () => {
  const { db, close } = await openTestDatabase();
  for (let at = 0; at < 5; at++) {
    const error = await db.execute(sql`select 1 / ${0}::int`).catch((thrown: Error) => thrown);
    expect(String((error as Error).cause)).toContain("division by zero");
  }
  await close();
});
