// Sign up, found a lab, make a notebook, upload a file: over real HTTP on a real Postgres.

import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ok } from "@genomecraft/cells/base/result.ts";
import { Upload } from "tus-js-client";
import { startTestServer, type Person, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  server.context.documents = {
    create: async () => ok({ cellCount: 0 }),
    copy: async () => ({ cellCount: 0 }),
    rename: async () => {},
  };
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
      user: { name: "Ada", email: ada.email, locale: "en" },
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
});
