// Every route of accounts, labs, notebooks, access and data sets, asked by everybody: nobody, a stranger of another lab,
// and each role. One line a route; the mark says who is let through.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
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

const roles = ["nobody", "stranger", "viewer", "runner", "editor", "member", "admin", "owner"] as const;

/** method, path, body, then one mark for each of `roles`: y let through, n refused (403), - not there (404), 401. */
const cases: readonly [string, string, unknown, string][] = [
  // anybody
  ["GET", "/api/v1/health", undefined, "y y y y y y y y"],
  ["GET", "/api/v1/invitations/unknown", undefined, "- - - - - - - -"],
  ["GET", "/api/v1/links/unknown", undefined, "- - - - - - - -"],
  // somebody
  ["GET", "/api/v1/me", undefined, "401 y y y y y y y"],
  ["PATCH", "/api/v1/me", { locale: "en" }, "401 y y y y y y y"],
  ["GET", "/api/v1/me/work", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/keys", undefined, "401 y y y y y y y"],
  ["POST", "/api/v1/keys", { name: "k" }, "401 y y y y y y y"],
  ["DELETE", "/api/v1/keys/key_other", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/sessions", undefined, "401 y y y y y y y"],
  ["DELETE", "/api/v1/sessions/ses_other", undefined, "401 - - - - - - -"],
  ["POST", "/api/v1/labs", { name: "Mine" }, "401 y y y y y y y"],
  ["POST", "/api/v1/invitations/unknown/accept", undefined, "401 - - - - - - -"],
  ["POST", "/api/v1/links/unknown/accept", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/notebooks", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/datasets", undefined, "401 y y y y y y y"],
  // labs
  ["GET", "/api/v1/labs/$lab", undefined, "401 - - - - y y y"],
  ["PATCH", "/api/v1/labs/$lab", { name: "One" }, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/invitations", { role: "member" }, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/invitations", { role: "owner" }, "401 - - - - n n y"],
  ["DELETE", "/api/v1/labs/$lab/invitations/inv_unknown", undefined, "401 - - - - n - -"],
  ["PATCH", "/api/v1/labs/$lab/members/$member", { role: "member" }, "401 - - - - n y y"],
  ["PATCH", "/api/v1/labs/$lab/members/$owner", { role: "member" }, "401 - - - - n n 409"],
  ["DELETE", "/api/v1/labs/$lab/members/$owner", undefined, "401 - - - - n n 409"],
  ["DELETE", "/api/v1/labs/$lab/members/user_unknown", undefined, "401 - - - - n - -"],
  ["GET", "/api/v1/labs/$lab/audit", undefined, "401 - - - - n y y"],
  ["GET", "/api/v1/labs/$lab/audit/verify", undefined, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/rotate-key", undefined, "401 - - - - n n y"],
  ["GET", "/api/v1/labs/$lab/kernels", undefined, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/kernels", { name: "gpu box" }, "401 - - - - n y y"],
  ["DELETE", "/api/v1/labs/$lab/kernels/kt_unknown", undefined, "401 - - - - n - -"],
  // notebooks: a member of the lab edits what the lab owns, who runs the lab owns it
  ["POST", "/api/v1/notebooks", { lab: "$lab", title: "T" }, "401 - - - - y y y"],
  ["GET", "/api/v1/notebooks/$notebook", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/thumbnail", undefined, "401 - y y y y y y"],
  ["PATCH", "/api/v1/notebooks/$notebook", { title: "N" }, "401 - n n y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/duplicate", {}, "401 - - - - y y y"],
  ["POST", "/api/v1/notebooks/$notebook/restore", undefined, "401 - n n n n y y"],
  ["GET", "/api/v1/notebooks/$notebook/access", undefined, "401 - n n y y y y"],
  ["PUT", "/api/v1/notebooks/$notebook/access", { user: "$viewer", role: "viewer" }, "401 - n n n n y y"],
  ["DELETE", "/api/v1/notebooks/$notebook/access/acs_unknown", undefined, "401 - n n n n - -"],
  ["POST", "/api/v1/notebooks/$notebook/links", { role: "viewer" }, "401 - n n n n y y"],
  // attaching needs both: edit the notebook, share the data set
  ["POST", "/api/v1/notebooks/$notebook/datasets", { dataset: "$dataset" }, "401 - n n - y y y"],
  ["DELETE", "/api/v1/notebooks/$notebook/datasets/ds_unknown", undefined, "401 - n n - - - -"],
  // data sets
  ["GET", "/api/v1/datasets/$dataset", undefined, "401 - - - - y y y"],
  ["GET", "/api/v1/datasets?notebook=$notebook", undefined, "401 - y y y y y y"],
  ["PATCH", "/api/v1/datasets/$dataset", { aboutPersons: true }, "401 - - - - n y y"],
  ["PUT", "/api/v1/datasets/$dataset/grants", { lab: "$otherLab", right: null }, "401 - - - - n y y"],
  ["POST", "/api/v1/datasets", { upload: "$upload", lab: "$lab" }, "401 - - - - - - 409"],
  ["HEAD", "/api/v1/uploads/$upload", undefined, "401 - - - - - - y"],
  // last, because it is done
  ["DELETE", "/api/v1/datasets/ds_unknown", undefined, "401 - - - - - - -"],
];

const marked = (status: number): string => (status < 300 ? "y" : status === 403 ? "n" : status === 404 ? "-" : String(status));

describe("who is let through", () => {
  test.each(cases)("%s %s %o: %s", async (method, at, body, marks) => {
    const names: { [name: string]: string } = { lab, otherLab, notebook, dataset, upload };
    for (const [role, person] of Object.entries(people)) names[role] = person.id;
    const fill = (text: string): string => text.replace(/\$(\w+)/g, (_whole, name: string) => names[name] ?? "?");
    const found: string[] = [];
    for (const role of roles) {
      const person = people[role] as Person;
      const answer = await person.ask(method, fill(at), body === undefined ? undefined : JSON.parse(fill(JSON.stringify(body))), {
        "tus-resumable": "1.0.0",
      });
      found.push(marked(answer.status));
      if (answer.status >= 400 && !at.includes("/uploads/")) {
        expect(answer.body.error.message).toMatch(/[.!?]$/);
        expect(answer.body.error.requestId).toBe(answer.headers.get("x-request-id"));
      }
    }
    expect(found.join(" ")).toBe(marks);
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
      ].map((answer) => marked(answer.status));
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
});

test("every route of these resources stands in the table", () => {
  const pattern = (at: string): string => at.split("?")[0]?.replace(/\$\w+|unknown|\w+_(unknown|other)/g, "{}") ?? "";
  const tried = new Set(cases.map(([method, at]) => `${method} ${pattern(at)}`));
  tried.add("DELETE /api/v1/notebooks/{}").add("DELETE /api/v1/datasets/{}");
  const document = server.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
  const ours = new Set(["Server", "Me", "Keys", "Labs", "Notebooks", "Access", "Data sets", "Kernels"]);
  const missing: string[] = [];
  for (const [at, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods ?? {}))
      if (ours.has((operation as { tags?: string[] }).tags?.[0] ?? "")) {
        const name = `${method.toUpperCase()} ${at.replace(/\{\w+\}/g, "{}")}`;
        if (!tried.has(name) && !at.endsWith("/intake")) missing.push(name);
      }
  expect(missing).toEqual([]);
});
