// Paths in an imported text mean data that the importer may attach, or that the notebook holds already. Whether a lab has a
// file of that name otherwise, nobody learns by asking.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let ben: Person;
const labs = { ada: "", ben: "" };
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  labs.ada = (await ada.ask("POST", "/api/v1/labs", { name: "Alpha" })).body.id;
  labs.ben = (await ben.ask("POST", "/api/v1/labs", { name: "Beta" })).body.id;
}, 60_000);
afterAll(() => server.close());

async function newDataset(owner: Person, lab: string, name: string): Promise<string> {
  const { blobs, db, pool } = server.context;
  const bytes = Buffer.from(`a\n${lab} ${name}\n`);
  const blob = await blobs.put(db, { lab }, bytes);
  const id = `ds_${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}`;
  await pool.query("insert into datasets values ($1, $2, $3, $4, 1, 1, null)", [id, lab, name, owner.id]);
  await pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, $5, $6, $7, 1)",
    [id, lab, blob.id, blob.digest, name, blob.size, owner.id],
  );
  return id;
}

const textOf = (file: string): string => `---\nformat: 1\ntitle: T\n---\n\n\`\`\`load raw\nfile: ${file}\n\`\`\`\n`;

async function imported(who: Person, notebook: string, file: string) {
  const at = `/api/v1/notebooks/${notebook}`;
  const answer = await who.ask("POST", `${at}/import`, { text: textOf(file), mode: "append" });
  if (answer.status !== 200) {
    const { requestId: _other, ...error } = answer.body.error;
    return { status: answer.status, body: JSON.stringify(error).replaceAll(file, "FILE") };
  }
  const { cells } = (await who.ask("GET", `${at}/document`)).body;
  return { status: 200, dataset: cells.at(-1).spec.file.dataset as string };
}

test("a file that may not be attached and one that is not there are one answer, in the lab's own notebook and in another lab's (P-10)", async () => {
  const secret = await newDataset(ada, labs.ada, "topsecret_unattached.csv");
  const ofAda = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs.ada, title: "A" })).body.id as string;
  const ofBen = (await ben.ask("POST", "/api/v1/notebooks", { lab: labs.ben, title: "B" })).body.id as string;
  await ada.ask("PUT", `/api/v1/notebooks/${ofAda}/access`, { email: ben.email, role: "editor" });
  for (const notebook of [ofAda, ofBen]) {
    const forbidden = await imported(ben, notebook, "topsecret_unattached.csv");
    const unknown = await imported(ben, notebook, "nothing_of_that_name.csv");
    expect(forbidden).toEqual(unknown);
    expect(forbidden.status).toBe(422);
    expect((await ben.ask("GET", `/api/v1/notebooks/${notebook}/document`)).body.cells).toEqual([]);
  }
  // With a grant he may look at results, and still not add it to a notebook.
  await ada.ask("PUT", `/api/v1/datasets/${secret}/grants`, { lab: labs.ben, right: "download" });
  expect((await imported(ben, ofAda, "topsecret_unattached.csv")).status).toBe(422);
  expect(await imported(ada, ofAda, "topsecret_unattached.csv")).toEqual({ status: 200, dataset: secret });
});

test("a new notebook from text is answered alike", async () => {
  await newDataset(ada, labs.ada, "of_another_lab.csv");
  const made = async (file: string): Promise<string> => {
    const answer = await ben.ask("POST", "/api/v1/notebooks", { lab: labs.ben, title: "B", text: textOf(file) });
    expect(answer.status).toBe(422);
    const { requestId: _other, ...error } = answer.body.error;
    return JSON.stringify(error).replaceAll(file, "FILE");
  };
  expect(await made("of_another_lab.csv")).toBe(await made("nothing_of_that_name.csv"));
});

test("what the notebook holds already is found, then the lab's own, then the importer's", async () => {
  const id = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs.ada, title: "A" })).body.id as string;
  await ada.ask("PUT", `/api/v1/notebooks/${id}/access`, { email: ben.email, role: "editor" });
  const [theirs, mine] = [await newDataset(ada, labs.ada, "one.csv"), await newDataset(ben, labs.ben, "one.csv")];
  expect(await imported(ben, id, "one.csv")).toEqual({ status: 200, dataset: mine });
  expect(await imported(ada, id, "one.csv")).toEqual({ status: 200, dataset: theirs });
  await ada.ask("POST", `/api/v1/notebooks/${id}/datasets`, { dataset: theirs });
  expect(await imported(ben, id, "one.csv")).toEqual({ status: 200, dataset: theirs });
});

test("what would make more than 2,000 cells is refused whole, as operations are, and a new notebook from such a text is not made (L-4)", async () => {
  const text = (count: number): string =>
    `---\nformat: 1\ntitle: T\n---\n\n${Array.from({ length: count }, (_, at) => `\`\`\`parameter p${at}\nvalue: 1\n\`\`\`\n`).join("\n")}`;
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs.ada, title: "A" })).body.id as string;
  const at = `/api/v1/notebooks/${notebook}`;
  const full = { reason: "notebook.notebook-full", params: { most: 2000 } };
  const send = (count: number, mode: string) => ada.ask("POST", `${at}/import`, { text: text(count), mode });
  expect((await send(1200, "append")).body).toEqual({ cellCount: 1200 });
  for (const [count, mode] of [
    [801, "append"],
    [2001, "replace"],
  ] as const) {
    const refused = await send(count, mode);
    expect([refused.status, refused.body.error.failure]).toEqual([409, full]);
  }
  expect((await ada.ask("GET", `${at}/document`)).body.cells.length).toBe(1200);
  expect((await send(800, "append")).body).toEqual({ cellCount: 2000 });
  const made = await ada.ask("POST", "/api/v1/notebooks", { lab: labs.ada, title: "B", text: text(2001) });
  expect([made.status, made.body.error.failure]).toEqual([409, full]);
});
