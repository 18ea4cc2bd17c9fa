// Sign up, found a lab, make a notebook, upload a file: over real HTTP on a real Postgres.

import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Upload } from "tus-js-client";
import { referenceFile } from "@genomecraft/cells/testing/reference-data.ts";
import { newLocalKernelToken } from "./demo/local-kernel.ts";
import { ScriptedKernel } from "./testing/scripted-kernel.ts";
import { startTestServer, type Person, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Influenza Lab" })).body.id;
}, 60_000);
afterAll(() => server.close());

describe("a person and her lab", () => {
  test("the server says that it is up, without an account", async () => {
    expect(await server.nobody.ask("GET", "/api/v1/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  });

  test("who signed up is signed in and owns the lab that she founded", async () => {
    const { status, body } = await ada.ask("GET", "/api/v1/me");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user: { name: "Ada", email: ada.email, locale: null },
      labs: [{ id: lab, name: "Influenza Lab", role: "owner" }],
    });
  });

  test("a notebook is made, listed, renamed, put into the bin and taken out again", async () => {
    const { body } = await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Xist by sex" });
    expect(body.id).toMatch(/^nb_/);
    const at = `/api/v1/notebooks/${body.id}`;
    expect((await ada.ask("GET", "/api/v1/notebooks")).body.notebooks).toMatchObject([
      { id: body.id, role: "owner", lab: { id: lab }, editors: [{ name: "Ada" }] },
    ]);
    expect((await ada.ask("PATCH", at, { title: "Xist" })).status).toBe(200);
    expect((await ada.ask("GET", at)).body).toMatchObject({ title: "Xist", role: "owner" });
    expect((await ada.ask("DELETE", at)).status).toBe(200);
    expect((await ada.ask("GET", "/api/v1/notebooks")).body.notebooks).toEqual([]);
    expect((await ada.ask("GET", "/api/v1/notebooks?bin=true")).body.notebooks).toMatchObject([{ id: body.id }]);
    expect((await ada.ask("PATCH", at, { title: "x" })).body.error).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("bin"),
    });
    expect((await ada.ask("POST", `${at}/restore`)).status).toBe(200);
    expect((await ada.ask("GET", at)).body.deletedAt).toBeNull();
  });
});

const uploadFile = (person: Person, bytes: Buffer, metadata: Record<string, string>, more: object = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const upload = new Upload(bytes as never, {
      endpoint: `${server.url}/api/v1/uploads`,
      metadata,
      headers: { cookie: person.cookie },
      retryDelays: null as never,
      onError: reject,
      onSuccess: () => resolve((upload.url as string).split("/").at(-1) as string),
      ...more,
    });
    upload.start();
  });

describe("files", () => {
  test("an upload becomes a data set whose bytes and digest are those that were sent, sealed on the disk", async () => {
    const bytes = Buffer.concat([Buffer.from("gene,secret-sample-name\n"), randomBytes(300_000)]);
    const id = await uploadFile(ada, bytes, { filename: "counts.csv", lab });
    const { status, body } = await ada.ask("POST", "/api/v1/datasets", { upload: id, lab });
    expect(status).toBe(200);
    const digest = createHash("sha256").update(bytes).digest("hex");
    expect(body).toMatchObject({ version: 1, name: "counts.csv", size: bytes.length, digest });
    const version = (await server.context.pool.query("select blob from dataset_versions where dataset = $1", [body.id])).rows[0];
    const source = await server.context.blobs.open(server.context.db, version.blob);
    expect(Buffer.compare(await source.read(0, source.size), bytes)).toBe(0);
    for await (const object of server.context.store.list()) {
      const raw = Buffer.from(await server.context.store.read(object.id, 0, object.size));
      expect(raw.includes("secret-sample-name")).toBe(false);
    }
    expect((await ada.ask("POST", "/api/v1/datasets", { upload: id, lab })).body.error.code).toBe("not-found");
  });

  test("counts and a sample sheet that are dropped together are recognised: 22 of 22 samples match", async () => {
    const files = [];
    for (const name of ["GSE96870_counts_cerebellum.csv.gz", "GSE96870_coldata_cerebellum.csv"]) {
      const bytes = readFileSync(referenceFile(`GSE96870_mouse_influenza/${name}`));
      const upload = await uploadFile(ada, bytes, { filename: name, lab });
      const { id, version } = (await ada.ask("POST", "/api/v1/datasets", { upload, lab })).body;
      files.push({ dataset: id, version });
    }
    const kernel = new ScriptedKernel({ url: server.url, token: await newLocalKernelToken(server.context) });
    let answer = await ada.ask("POST", "/api/v1/intake", { files });
    while (answer.status === 200 && answer.body.waiting.length > 0) answer = await ada.ask("POST", "/api/v1/intake", { files });
    await kernel.kill();
    const { status, body } = answer;
    expect(status).toBe(200);
    expect(body.files.map((file: { artifact: string }) => file.artifact)).toEqual(["assay", "table"]);
    expect(body.together).toMatchObject({
      countsFrom: { dataset: files[0]?.dataset, sheet: null },
      samplesFrom: { dataset: files[1]?.dataset, sheet: null },
      matched: 22,
      of: 22,
      unmatched: { left: [], right: [] },
    });
    expect(body.files[1].preview.rows).toHaveLength(5);
    expect(
      (await ada.ask("GET", "/api/v1/datasets")).body.datasets.map((row: { format: string | null }) => row.format),
    ).toContain("csv");
  });

  test("a data set that is uploaded again becomes version 2, with its own bytes", async () => {
    const one = await uploadFile(ada, Buffer.from("a,b\n1,2\n"), { filename: "t.csv", lab });
    const { id } = (await ada.ask("POST", "/api/v1/datasets", { upload: one, lab })).body;
    const two = await uploadFile(ada, Buffer.from("a,b\n1,3\n"), { filename: "t.csv", lab });
    const second = (await ada.ask("POST", "/api/v1/datasets", { upload: two, lab, versionOf: id })).body;
    expect(second).toMatchObject({ id, version: 2 });
    const { versions } = (await ada.ask("GET", `/api/v1/datasets/${id}`)).body;
    expect(versions.map((row: { version: number }) => row.version)).toEqual([2, 1]);
    expect(versions[0].digest).not.toBe(versions[1].digest);
  });

  test("an upload that broke goes on where it stopped; somebody else cannot touch it", async () => {
    const bytes = randomBytes(700_000);
    const create = await fetch(`${server.url}/api/v1/uploads`, {
      method: "POST",
      headers: {
        cookie: ada.cookie,
        "tus-resumable": "1.0.0",
        "upload-length": String(bytes.length),
        "upload-metadata": `filename ${Buffer.from("big.bin").toString("base64")},lab ${Buffer.from(lab).toString("base64")}`,
      },
    });
    const at = new URL(create.headers.get("location") as string, server.url).href;
    const patch = (person: Person, offset: number, body: Buffer) =>
      fetch(at, {
        method: "PATCH",
        headers: {
          cookie: person.cookie,
          "tus-resumable": "1.0.0",
          "upload-offset": String(offset),
          "content-type": "application/offset+octet-stream",
        },
        body: new Uint8Array(body),
      });
    expect((await patch(ada, 0, bytes.subarray(0, 300_001))).status).toBe(204);
    const head = await fetch(at, { method: "HEAD", headers: { cookie: ada.cookie, "tus-resumable": "1.0.0" } });
    expect(head.headers.get("upload-offset")).toBe("300001");
    const id = at.split("/").at(-1);
    expect((await ada.ask("POST", "/api/v1/datasets", { upload: id, lab })).body.error.message).toMatch(/300.?001 of 700.?000/);
    const eve = await server.signUp("Eve");
    expect((await patch(eve, 300_001, bytes.subarray(300_001))).status).toBe(404);
    expect((await patch(ada, 200_000, bytes.subarray(200_000))).status).toBe(409);
    expect((await patch(ada, 300_001, bytes.subarray(300_001))).status).toBe(204);
    const made = (await ada.ask("POST", "/api/v1/datasets", { upload: id, lab })).body;
    expect(made.digest).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  test("connections that break within a part: what had arrived is kept, and the offset that is told holds", async () => {
    const bytes = randomBytes(6_000_000);
    const headers = { cookie: ada.cookie, "tus-resumable": "1.0.0" };
    const create = await fetch(`${server.url}/api/v1/uploads`, {
      method: "POST",
      headers: {
        ...headers,
        "upload-length": String(bytes.length),
        "upload-metadata": `filename ${Buffer.from("big.bin").toString("base64")},lab ${Buffer.from(lab).toString("base64")}`,
      },
    });
    const at = new URL(create.headers.get("location") as string, server.url);
    const patchHeaders = (offset: number) => ({
      ...headers,
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
    });
    const offsets: number[] = [0];
    // A connection may break before anything of its part was read: it goes on until two have brought something.
    for (let round = 0; round < 50 && new Set(offsets).size < 3; round++) {
      const offset = offsets.at(-1) as number;
      const rest = bytes.subarray(offset);
      const request = http.request(at, { method: "PATCH", headers: { ...patchHeaders(offset), "content-length": rest.length } });
      request.on("error", () => undefined);
      await new Promise<void>((resolve) => request.write(rest.subarray(0, 1_500_000), () => resolve()));
      request.destroy();
      const head = await fetch(at, { method: "HEAD", headers });
      offsets.push(Number(head.headers.get("upload-offset")));
    }
    expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
    const stopped = offsets.at(-1) as number;
    expect(new Set(offsets).size).toBe(3);
    const last = await fetch(at, {
      method: "PATCH",
      headers: patchHeaders(stopped),
      body: new Uint8Array(bytes.subarray(stopped)),
    });
    expect(last.status).toBe(204);
    expect(last.headers.get("x-digest")).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});
