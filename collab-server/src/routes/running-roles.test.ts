// Every route of documents and runs, and writing by sync, asked by everybody. One line a route; the mark says who is let
// through, as in role-suite.test.ts.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { keyBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { marksOf, runningCases } from "../testing/role-cases.ts";
import { Typist } from "../testing/typist.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
const people: { [role: string]: Person } = {};
let lab = "";
let notebook = "";
let version = "";
let run = "";
beforeAll(async () => {
  server = await startTestServer();
  for (const role of ["owner", "admin", "member", "editor", "runner", "viewer", "stranger"])
    people[role] = await server.signUp(role);
  people["nobody"] = server.nobody;
  const owner = people["owner"] as Person;
  lab = (await owner.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  for (const role of ["admin", "member"])
    await addMember(server.context.db, { lab, user: (people[role] as Person).id, role, now: Date.now() });
  notebook = (await owner.ask("POST", "/api/v1/notebooks", { lab, title: "N" })).body.id;
  for (const role of ["editor", "runner", "viewer"])
    await owner.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { user: people[role]?.id, role });
  await owner.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      {
        type: "add-cell",
        id: "cell_q",
        kind: "query",
        name: "q",
        spec: { sql: "select 1 as x" },
        order: keyBetween(null, null),
        mode: "manual",
      },
    ],
  });
  version = (await owner.ask("POST", `/api/v1/notebooks/${notebook}/versions`, { name: "v" })).body.id;
  await owner.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: "cell_q", mode: "cell" });
  for (let look = 0; look < 200 && run === ""; look++) {
    run = (await owner.ask("GET", `/api/v1/runs?notebook=${notebook}`)).body.runs[0]?.id ?? "";
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}, 60_000);
afterAll(() => server.close());

describe("who may do what with documents and runs", () => {
  test.each(runningCases)("%s %s %j: %s", async (...line) => {
    expect(await marksOf(line, people, { notebook, version, run })).toBe(line[3]);
  });

  test("by sync only editors and owners write; all others who may read, read", async () => {
    const typistOf = (role: string, name: string): Typist =>
      new Typist({ url: server.url, notebook, cookie: (people[role] as Person).cookie, name, random: Math.random });
    const reader = typistOf("owner", "reader");
    const roles = ["viewer", "runner", "editor", "member", "admin", "owner"];
    const typists = new Map(roles.map((role) => [role, typistOf(role, role)]));
    const all = [reader, ...typists.values()];
    await expect.poll(() => all.map((typist) => typist.provider.synced), { timeout: 20_000 }).toEqual(all.map(() => true));
    // Those who may not write type first: what came of it has been decided when the marks of the others are there.
    const may = roles.slice(2);
    for (const role of roles.slice(0, 2)) typists.get(role)?.type();
    for (const role of may) typists.get(role)?.type();
    const arrived = (role: string): boolean => reader.all.includes(`<${role}.`);
    await expect.poll(() => may.filter(arrived), { timeout: 20_000 }).toEqual(may);
    await new Promise((resolve) => setTimeout(resolve, 120));
    const writes = Object.fromEntries(roles.map((role) => [role, arrived(role)]));
    for (const typist of all) typist.leave();
    expect(writes).toEqual({ viewer: false, runner: false, editor: true, member: true, admin: true, owner: true });
  });
});
