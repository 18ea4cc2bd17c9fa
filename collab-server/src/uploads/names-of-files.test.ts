// What a file may be called, at the doors by which names come in and go out.

import { afterAll, beforeAll, expect, test } from "vitest";
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

const begin = (filename: string): Promise<Response> =>
  fetch(`${server.url}/api/v1/uploads`, {
    method: "POST",
    headers: {
      cookie: ada.cookie,
      "tus-resumable": "1.0.0",
      "upload-length": "8",
      "upload-metadata": `filename ${Buffer.from(filename).toString("base64")},lab ${Buffer.from(lab).toString("base64")}`,
    },
  });
async function upload(filename: string): Promise<string> {
  const begun = await begin(filename);
  const at = new URL(begun.headers.get("location") ?? "", server.url).pathname;
  const headers = {
    cookie: ada.cookie,
    "tus-resumable": "1.0.0",
    "upload-offset": "0",
    "content-type": "application/offset+octet-stream",
  };
  expect((await fetch(server.url + at, { method: "PATCH", headers, body: "a,b\n1,2\n" })).status).toBe(204);
  return at.split("/").at(-1) ?? "";
}
const odd = "../inv\u202eoice\r\nX-Evil: 1\u200b\ufeff.csv";
const seen = "invoice  X-Evil: 1.csv";

test("a file that is sent is called what one sees, whatever says so, and the answer tells it", async () => {
  const sent = (await ada.ask("POST", "/api/v1/datasets", { upload: await upload(odd), lab })).body;
  expect(sent.name).toBe(seen);
  const named = (await ada.ask("POST", "/api/v1/datasets", { upload: await upload("x.csv"), lab, name: `a\u202e\u0007b.csv` }))
    .body;
  expect(named.name).toBe("ab.csv");
  expect((await ada.ask("PATCH", `/api/v1/datasets/${named.id}`, { name: "c\u2066\nd.csv" })).status).toBe(200);
  const { datasets } = (await ada.ask("GET", `/api/v1/datasets?lab=${lab}`)).body;
  expect(datasets.map((row: { name: string }) => row.name).sort()).toEqual(["c d.csv", seen].sort());
});

test.each(["..", "../..", "\u202e\u200b", "."])("%j is no name", async (name) => {
  const refused = await begin(name);
  // As the protocol answers, in words.
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("how it is called (filename)")]);
});

test("what an earlier release stored goes out under a name of one line", async () => {
  const { id } = (await ada.ask("POST", "/api/v1/datasets", { upload: await upload("y.csv"), lab })).body;
  await server.context.pool.query("update dataset_versions set name = $1 where dataset = $2", [odd, id]);
  const file = await ada.ask("GET", `/api/v1/datasets/${id}/versions/1/file`);
  expect(file.status).toBe(200);
  expect(file.headers.get("content-disposition")).toBe(
    `attachment; filename="invoice_X-Evil_1.csv"; filename*=UTF-8''invoice%20%20X-Evil%3A%201.csv`,
  );
});

test("versions that are no longer the newest are listed beside it, so that what is dropped again is known (the newest first)", async () => {
  const { id, digest } = (await ada.ask("POST", "/api/v1/datasets", { upload: await upload("z.csv"), lab })).body;
  for (let version = 2; version <= 3; version++)
    await ada.ask("POST", "/api/v1/datasets", { upload: await upload("z.csv"), lab, versionOf: id });
  const { datasets } = (await ada.ask("GET", "/api/v1/datasets")).body;
  const row = datasets.find((one: { id: string }) => one.id === id);
  expect([row.version, row.earlier]).toEqual([
    3,
    [
      { version: 2, digest, size: 8 },
      { version: 1, digest, size: 8 },
    ],
  ]);
});
