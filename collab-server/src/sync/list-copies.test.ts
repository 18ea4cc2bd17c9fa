// What lists show of a notebook is written a little later, and when the database is back.

import type { Database } from "@genomecraft/storage/database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { listCopies } from "./list-copies.ts";

let server: TestServer;
let ada: Person;
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
}, 60_000);
afterAll(() => server.close());

test("a copy that could not be written is written with the next ones", async () => {
  const { db } = server.context;
  const lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id as string;
  let isAway = true;
  const away: Database = Object.create(db, {
    update: {
      get: () => {
        if (!isAway) return db.update.bind(db);
        isAway = false;
        throw new Error("the database is away");
      },
    },
  });
  const said: string[] = [];
  const copies = listCopies({ db: away, now: () => 4_102_444_800_000, onTrouble: (error) => said.push(String(error)) });
  const { room, release } = await server.live.rooms.acquire(notebook);
  copies.later(room);
  await copies.flush();
  await copies.flush();
  release();
  const { rows } = await server.context.pool.query("select updated_at from notebooks where id = $1", [notebook]);
  expect([said, Number(rows[0].updated_at)]).toEqual([["Error: the database is away"], 4_102_444_800_000]);
});
