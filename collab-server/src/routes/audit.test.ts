// The record of a lab over HTTP, against somebody who writes SQL to the server's own database.

import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab: string;
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 120_000);
afterAll(() => server.close());

const verify = async (since = "") => (await ada.ask("GET", `/api/v1/labs/${lab}/audit/verify${since && `?since=${since}`}`)).body;
const write = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await ada.ask("PATCH", `/api/v1/labs/${lab}`, { name: `Name ${i}` });
  await server.context.audit.seal();
};

test("whoever kept a head learns of a record that was put back, whatever was written since", async () => {
  const { pool } = server.context;
  await write(3);
  const earlier = (await pool.query("select * from audit_heads where lab = $1", [lab])).rows[0];
  await write(3);
  const { head, sealed } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit/head`)).body;
  expect(await verify(head)).toMatchObject({ intact: true, sealed, forged: 0, broken: null, head });
  await write(1);
  expect(await verify(head)).toMatchObject({ intact: true });
  await pool.query("delete from audit where lab = $1 and place > $2", [lab, earlier.place]);
  await pool.query("update audit_heads set place = $2, hash = $3, sealed_at = $4, mac = $5 where lab = $1", [
    lab,
    earlier.place,
    earlier.hash,
    earlier.sealed_at,
    earlier.mac,
  ]);
  expect(await verify()).toMatchObject({ intact: false, head: null, broken: { what: "cut-off" } });
  await write(5);
  expect((await verify(head)).breaks).toContainEqual(expect.objectContaining({ what: "rewritten", place: sealed }));
  expect((await verify()).intact).toBe(false);
});

test("what is no head, or another lab's, is refused", async () => {
  const other = (await ada.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
  await server.context.audit.seal();
  const { head } = (await ada.ask("GET", `/api/v1/labs/${other}/audit/head`)).body;
  for (const since of ["nonsense", head])
    expect((await ada.ask("GET", `/api/v1/labs/${lab}/audit/verify?since=${since}`)).status).toBe(422);
});

test("a row that somebody inserted stands in the list as not written by the server", async () => {
  await server.context.pool.query(
    "insert into audit (lab, at, user_id, action, target, detail) values ($1, 5, $2, 'dataset.grant', 'ds_x', '{}')",
    [lab, ada.id],
  );
  await server.context.audit.seal();
  const { entries } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit`)).body;
  expect(entries[0]).toMatchObject({ action: "dataset.grant", genuine: false });
  expect(entries[1]).toMatchObject({ genuine: true });
});
