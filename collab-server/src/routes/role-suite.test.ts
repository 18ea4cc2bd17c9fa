// Every route of accounts, labs, notebooks, access and data sets, asked by everybody: nobody, a stranger of another lab,
// and each role. One line a route; the mark says who is let through.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { markOf, marksOf, placeCases, roles, runningCases, shownCases } from "../testing/role-cases.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
const people: { [role: string]: Person } = {};
let lab = "";
let otherLab = "";
let notebook = "";
let dataset = "";
let upload = "";

const insertDataset = async (): Promise<string> => {
  const { context } = server;
  const owner = people["owner"] as Person;
  const blob = await context.blobs.put(context.db, { lab }, Buffer.from("a,b\n1,2\n"));
  const id = `ds_${blob.id.slice(5)}`;
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1,$2,'f.csv',$3,1,1)",
    [id, lab, owner.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1,1,$2,$3,$4,'f.csv',$5,$6,1)",
    [id, lab, blob.id, blob.digest, blob.size, owner.id],
  );
  return id;
};

beforeAll(async () => {
  server = await startTestServer();
  for (const role of ["owner", "admin", "member", "editor", "runner", "viewer", "stranger"])
    people[role] = await server.signUp(role);
  people["nobody"] = server.nobody;
  const owner = people["owner"] as Person;
  lab = (await owner.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  otherLab = (await (people["stranger"] as Person).ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
  for (const role of ["admin", "member"])
    await addMember(server.context.db, { lab, user: (people[role] as Person).id, role, now: Date.now() });
  notebook = (await owner.ask("POST", "/api/v1/notebooks", { lab, title: "N" })).body.id;
  for (const role of ["editor", "runner", "viewer"])
    expect((await owner.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { user: people[role]?.id, role })).status).toBe(200);
  dataset = await insertDataset();
  upload = (await server.context.uploads.create({ lab, user: owner.id, notebook: null, name: "u", size: 5, metadata: {} })).id;
}, 60_000);
afterAll(() => server.close());

describe("who is let through", () => {
  test.each(placeCases)("%s %s %o: %s", async (...line) => {
    const [, at, , marks] = line;
    const names: { [name: string]: string } = { lab, otherLab, notebook, dataset, upload, first: "1" };
    for (const [role, person] of Object.entries(people)) names[role] = person.id;
    const found = await marksOf(line, people, names, (answer) => {
      if (answer.status < 400 || at.includes("/uploads/")) return;
      expect(answer.body.error.message).toMatch(/[.!?]$/);
      expect(answer.body.error.requestId).toBe(answer.headers.get("x-request-id"));
    });
    expect(found).toBe(marks);
  });

  test("delete of a notebook and of a data set: owners and those who run the lab", async () => {
    for (const role of roles) {
      const owner = people["owner"] as Person;
      const id = (await owner.ask("POST", "/api/v1/notebooks", { lab, title: "Gone" })).body.id;
      for (const given of ["editor", "runner", "viewer"])
        await owner.ask("PUT", `/api/v1/notebooks/${id}/access`, { user: people[given]?.id, role: given });
      const ds = await insertDataset();
      const person = people[role] as Person;
      const marks = [
        await person.ask("DELETE", `/api/v1/notebooks/${id}`),
        await person.ask("DELETE", `/api/v1/datasets/${ds}`),
      ].map((answer) => markOf(answer.status));
      const wanted: { [name: string]: string } = {
        nobody: "401 401",
        stranger: "- -",
        viewer: "n -",
        runner: "n -",
        editor: "n -",
        member: "n n",
        admin: "y y",
        owner: "y y",
      };
      expect(`${role} ${marks.join(" ")}`).toBe(`${role} ${wanted[role]}`);
    }
  });

  test("a file that was put into the bin is listed there for its lab, comes back whole, and has the name that it is given", async () => {
    const [owner, stranger] = [people["owner"] as Person, people["stranger"] as Person];
    const ds = await insertDataset();
    const listed = async (who: Person, bin: boolean) =>
      (await who.ask("GET", `/api/v1/datasets${bin ? "?bin=true" : ""}`)).body.datasets
        .filter((row: { id: string }) => row.id === ds)
        .map((row: { name: string; deletedAt: number | null }) => [row.name, row.deletedAt !== null]);
    expect((await owner.ask("PATCH", `/api/v1/datasets/${ds}`, { name: "mice.csv" })).status).toBe(200);
    expect((await owner.ask("DELETE", `/api/v1/datasets/${ds}`)).status).toBe(200);
    expect([await listed(owner, false), await listed(owner, true)]).toEqual([[], [["mice.csv", true]]]);
    expect(await listed(stranger, true)).toEqual([]);
    expect((await stranger.ask("POST", `/api/v1/datasets/${ds}/restore`)).status).toBe(404);
    expect((await owner.ask("POST", `/api/v1/datasets/${ds}/restore`)).status).toBe(200);
    expect([await listed(owner, false), await listed(owner, true)]).toEqual([[["mice.csv", false]], []]);
    expect((await owner.ask("GET", `/api/v1/datasets/${ds}`)).body.versions).toHaveLength(1);
  });
});

test("every route of the API stands in a table, whatever its tag", () => {
  const pattern = (at: string): string =>
    at.split("?")[0]?.replace(/\$\w+|\b(?:unknown|out|steps|cell_\w+)(?=\/|$)|\w+_(?:unknown|other)/g, "{}") ?? "";
  const tried = new Set([...placeCases, ...runningCases, ...shownCases].map(([method, at]) => `${method} ${pattern(at)}`));
  tried.add("DELETE /api/v1/notebooks/{}").add("DELETE /api/v1/datasets/{}");
  const document = server.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
  const tags = new Set<string>();
  const missing: string[] = [];
  for (const [at, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods ?? {})) {
      tags.add((operation as { tags?: string[] }).tags?.[0] ?? "");
      const name = `${method.toUpperCase()} ${at.replace(/\{\w+\}/g, "{}")}`;
      if (!tried.has(name)) missing.push(name);
    }
  expect(missing).toEqual([]);
  expect([...tags]).toEqual(expect.arrayContaining(["Outputs", "Lineage", "Dashboards", "Documents", "Runs", "Reader"]));
});
