// What reaches the routes at all: names, origins, sizes, keys, languages, and a database that goes away.

import { createServer } from "node:http";
import { mkdtempSync, writeFileSync, mkdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookieOf, startTestServer, type Person, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
const screen = mkdtempSync(path.join(os.tmpdir(), "gc-screen-"));
beforeAll(async () => {
  mkdirSync(path.join(screen, "assets"));
  writeFileSync(path.join(screen, "index.html"), "<!doctype html><title>GenomeCraft</title>");
  writeFileSync(path.join(screen, "assets", "main-abc.js"), "export {};");
  writeFileSync(path.join(os.tmpdir(), "gc-outside.txt"), "outside");
  server = await startTestServer({ workspaceFolder: screen });
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(screen, { recursive: true, force: true });
});

/** With any Host header, which fetch would not send. */
const rawGet = (at: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const url = new URL(server.url);
    request({ host: url.hostname, port: url.port, path: at, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });

describe("names and origins", () => {
  test("a stranger's name that points here is refused", async () => {
    expect(await rawGet("/api/v1/me", "evil.example:80")).toBe(403);
    expect(await rawGet("/", "evil.example")).toBe(403);
    expect(await rawGet("/api/v1/health", "10.0.0.7:4300")).toBe(200);
    expect(await rawGet("/api/v1/kernel/files/x", "server:4300")).toBe(401);
    expect(await rawGet("/", `localhost:${new URL(server.url).port}`)).toBe(200);
  });

  test("another site cannot change anything with a person's cookie, by form or by JSON", async () => {
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }] as Record<
      string,
      string
    >[]) {
      const { status, body } = await ada.ask("POST", "/api/v1/labs", { name: "Forged" }, headers);
      expect([status, body.error.code]).toEqual([403, "forbidden"]);
    }
    expect((await ada.ask("PATCH", "/api/v1/me", { locale: "en" }, { origin: server.url })).status).toBe(200);
  });

  test("pages run no foreign script and no eval, cannot be framed, and answers are not guessed at or kept", async () => {
    const { headers } = await ada.ask("GET", "/api/v1/me");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("accounts", () => {
  test("doors of the accounts library that we do not use are closed", async () => {
    for (const at of [
      "organization/create",
      "organization/invite-member",
      "api-key/create",
      "update-user",
      "delete-user",
      "start-session",
      "list-sessions",
    ])
      expect((await ada.ask("POST", `/api/auth/${at}`, { name: "x", user: ada.id }, { origin: server.url })).status).toBe(404);
  });

  test("a wrong password is refused, the right one signs in, signing out ends the session", async () => {
    const { nobody } = server;
    const sign = (password: string) =>
      nobody.ask("POST", "/api/auth/sign-in/email", { email: ada.email, password }, { origin: server.url });
    expect((await sign("wrong password")).status).toBe(401);
    const answer = await sign("correct horse");
    expect(answer.status).toBe(200);
    const cookie = cookieOf(answer.headers);
    expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect((await nobody.ask("GET", "/api/v1/me", undefined, { cookie })).status).toBe(200);
    expect((await nobody.ask("POST", "/api/auth/sign-out", {}, { cookie, origin: server.url })).status).toBe(200);
    expect((await nobody.ask("GET", "/api/v1/me", undefined, { cookie })).status).toBe(401);
  });

  test("a session is listed and ended from another", async () => {
    const again = await server.nobody.ask(
      "POST",
      "/api/auth/sign-in/email",
      { email: ada.email, password: "correct horse" },
      { origin: server.url },
    );
    const cookie = cookieOf(again.headers);
    const { sessions } = (await ada.ask("GET", "/api/v1/sessions")).body;
    const other = sessions.find((session: { current: boolean }) => !session.current);
    expect((await ada.ask("DELETE", `/api/v1/sessions/${other.id}`)).status).toBe(200);
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, { cookie })).status).toBe(401);
  });

  test("a key works as its person, many times, until it is taken back; it is kept as a hash", async () => {
    const { id, key } = (await ada.ask("POST", "/api/v1/keys", { name: "script" })).body;
    const headers = { authorization: `Bearer ${key}` };
    for (let i = 0; i < 15; i++)
      expect((await server.nobody.ask("GET", "/api/v1/me", undefined, headers)).body.user.id).toBe(ada.id);
    const { rows } = await server.context.pool.query("select * from api_keys where id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect((await ada.ask("GET", "/api/v1/keys")).body.keys).toMatchObject([{ id, name: "script" }]);
    await ada.ask("DELETE", `/api/v1/keys/${id}`);
    const refused = await server.nobody.ask("GET", "/api/v1/me", undefined, headers);
    expect([refused.status, refused.body.error.code]).toEqual([401, "unauthorized"]);
  });

  test("a one-time address signs in once, and then says why not", async () => {
    const url = new URL(await server.oneTimeSignIn(ada.id));
    const first = await server.nobody.ask("GET", url.pathname);
    expect([first.status, first.headers.get("location")]).toEqual([303, "/"]);
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, { cookie: cookieOf(first.headers) })).body.user.id).toBe(
      ada.id,
    );
    const second = await server.nobody.ask("GET", url.pathname, undefined, { "accept-language": "ru" });
    expect(second.status).toBe(410);
    expect(second.body).toContain("адрес входа");
  });
});

describe("two labs", () => {
  test("somebody is invited by a link, joins, sees what the lab has, and leaves; the link works once", async () => {
    const bob = await server.signUp("Bob");
    const { url, id } = (await ada.ask("POST", `/api/v1/labs/${lab}/invitations`, { role: "member" })).body;
    const token = url.split("/").at(-1);
    expect((await server.nobody.ask("GET", `/api/v1/invitations/${token}`)).body).toMatchObject({
      lab: { name: "One" },
      role: "member",
      invitedBy: "Ada",
    });
    expect((await ada.ask("GET", `/api/v1/labs/${lab}`)).body.invitations).toMatchObject([{ id, role: "member", email: null }]);
    expect((await bob.ask("POST", `/api/v1/invitations/${token}/accept`)).body).toEqual({ lab: { id: lab, name: "One" } });
    expect((await bob.ask("GET", "/api/v1/me")).body.labs).toMatchObject([{ id: lab, role: "member" }]);
    const carol = await server.signUp("Carol");
    expect((await carol.ask("POST", `/api/v1/invitations/${token}/accept`)).body.error).toMatchObject({ code: "conflict" });
    expect((await bob.ask("DELETE", `/api/v1/labs/${lab}/members/${bob.id}`)).status).toBe(200);
    expect((await bob.ask("GET", `/api/v1/labs/${lab}`)).status).toBe(404);
    expect((await ada.ask("DELETE", `/api/v1/labs/${lab}/members/${ada.id}`)).body.error.message).toContain("at least one owner");
  });

  test("an invitation for one address is refused to another, one taken back to all", async () => {
    const bob = await server.signUp("Bob");
    const made = (await ada.ask("POST", `/api/v1/labs/${lab}/invitations`, { role: "member", email: "someone@else.org" })).body;
    expect((await bob.ask("POST", `/api/v1/invitations/${made.url.split("/").at(-1)}/accept`)).status).toBe(403);
    await ada.ask("DELETE", `/api/v1/labs/${lab}/invitations/${made.id}`);
    expect((await bob.ask("GET", `/api/v1/invitations/${made.url.split("/").at(-1)}`)).status).toBe(409);
  });

  test("a link lets a person of another lab into one notebook; taking it back takes her out", async () => {
    const bob = await server.signUp("Bob");
    const { id } = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Shared" })).body;
    const link = (await ada.ask("POST", `/api/v1/notebooks/${id}/links`, { role: "editor" })).body;
    const token = link.url.split("/").at(-1);
    expect((await server.nobody.ask("GET", `/api/v1/links/${token}`)).body).toEqual({
      notebook: { id, title: "Shared" },
      role: "editor",
      lab: { name: "One" },
    });
    expect((await bob.ask("POST", `/api/v1/links/${token}/accept`)).body.notebook.id).toBe(id);
    expect((await bob.ask("GET", `/api/v1/notebooks/${id}`)).body.role).toBe("editor");
    expect((await ada.ask("POST", `/api/v1/links/${token}/accept`)).status).toBe(200);
    expect((await ada.ask("GET", `/api/v1/notebooks/${id}`)).body.role).toBe("owner");
    const access = (await ada.ask("GET", `/api/v1/notebooks/${id}/access`)).body;
    expect(access.links).toMatchObject([{ id: link.id, url: link.url, role: "editor" }]);
    expect((await bob.ask("GET", `/api/v1/notebooks/${id}/access`)).body.links).toEqual([]);
    await ada.ask("DELETE", `/api/v1/notebooks/${id}/access/${link.id}`);
    expect((await bob.ask("GET", `/api/v1/notebooks/${id}`)).status).toBe(404);
    const own = access.people.find((row: { user: { id: string } }) => row.user.id === ada.id);
    expect((await ada.ask("DELETE", `/api/v1/notebooks/${id}/access/${own.id}`)).body.error.code).toBe("conflict");
  });

  test("a data set is seen by another lab as far as it was granted, and no further", async () => {
    const bob = await server.signUp("Bob");
    const labB = (await bob.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    const blob = await server.context.blobs.put(server.context.db, { lab }, Buffer.from("x"));
    const { pool } = server.context;
    await pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_r', $1, 'r.csv', $2, 1, 1)",
      [lab, ada.id],
    );
    await pool.query(
      "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_r', 1, $1, $2, $3, 'r.csv', 1, $4, 1)",
      [lab, blob.id, blob.digest, ada.id],
    );
    const seen = () => bob.ask("GET", "/api/v1/datasets/ds_r");
    expect((await seen()).status).toBe(404);
    for (const right of ["results", "rows", "download"]) {
      await ada.ask("PUT", "/api/v1/datasets/ds_r/grants", { lab: labB, right });
      expect((await seen()).body).toMatchObject({ right, mayGrant: false, grants: [] });
    }
    expect((await ada.ask("GET", "/api/v1/datasets/ds_r")).body.grants).toEqual([
      { lab: { id: labB, name: "Two" }, right: "download" },
    ]);
    const { id } = (await bob.ask("POST", "/api/v1/notebooks", { lab: labB, title: "Theirs" })).body;
    expect((await bob.ask("POST", `/api/v1/notebooks/${id}/datasets`, { dataset: "ds_r" })).status).toBe(403);
    await ada.ask("PUT", "/api/v1/datasets/ds_r/grants", { lab: labB, right: null });
    expect((await seen()).status).toBe(404);
  });

  test("what was done stands in the lab's audit, in a chain that verifies (P-7)", async () => {
    await server.context.audit.seal();
    const { entries } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit?limit=500`)).body;
    const actions = new Set(entries.map((entry: { action: string }) => entry.action));
    for (const action of [
      "lab.create",
      "lab.invite",
      "lab.join",
      "lab.remove-member",
      "notebook.create",
      "notebook.link",
      "notebook.enter-by-link",
      "notebook.unlink",
      "dataset.grant",
      "dataset.revoke",
    ])
      expect(actions).toContain(action);
    expect((await ada.ask("GET", `/api/v1/labs/${lab}/audit/verify`)).body).toMatchObject({
      intact: true,
      unsealed: 0,
      broken: null,
    });
    await server.context.pool.query("update audit set detail = '{}' where lab = $1 and place = 3", [lab]);
    expect((await ada.ask("GET", `/api/v1/labs/${lab}/audit/verify`)).body).toMatchObject({
      intact: false,
      broken: { place: 3, what: "changed" },
    });
  });
});

describe("bad input", () => {
  test("each gets a sentence with the field at fault, in the reader's language", async () => {
    const wrong: readonly [string, string, unknown, number, RegExp][] = [
      ["POST", "/api/v1/labs", {}, 422, /name/],
      ["POST", "/api/v1/labs", { name: "x", extra: 1 }, 422, /extra/],
      ["POST", "/api/v1/labs", { name: " " }, 422, /name/],
      ["POST", "/api/v1/notebooks", { lab: "nonsense", title: "x" }, 422, /lab/],
      ["PATCH", "/api/v1/me", { locale: "de" }, 422, /locale/],
      ["GET", "/api/v1/notebooks?limit=abc", undefined, 422, /limit/],
      ["GET", "/api/v1/nonsense", undefined, 404, /\/api\/docs/],
    ];
    for (const [method, at, body, status, pattern] of wrong) {
      const answer = await ada.ask(method, at, body);
      expect([at, answer.status]).toEqual([at, status]);
      expect(answer.body.error.message).toMatch(pattern);
    }
    const russian = await ada.ask("POST", "/api/v1/labs", {}, { "accept-language": "ru" });
    expect(russian.body.error.message).toContain("Не хватает поля name");
  });

  test("broken JSON, no JSON and too much of it are told apart", async () => {
    const send = (body: string, type = "application/json") =>
      fetch(`${server.url}/api/v1/labs`, { method: "POST", headers: { cookie: ada.cookie, "content-type": type }, body });
    const broken = await send("{");
    expect([broken.status, (await broken.json()).error.code]).toEqual([422, "invalid"]);
    expect((await send("name=x", "application/x-www-form-urlencoded")).status).toBe(422);
    const large = await send(JSON.stringify({ name: "x".repeat(9_000_000) }));
    expect([large.status, (await large.json()).error.code]).toEqual([413, "too-large"]);
  });

  test("an upload without a lab, or for a foreign one, is refused with a sentence", async () => {
    const post = (metadata: string) =>
      fetch(`${server.url}/api/v1/uploads`, {
        method: "POST",
        headers: { cookie: ada.cookie, "tus-resumable": "1.0.0", "upload-length": "4", "upload-metadata": metadata },
      });
    const none = await post(`filename ${Buffer.from("a.csv").toString("base64")}`);
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("metadata");
    const bob = await server.signUp("Bob");
    const labB = (await bob.ask("POST", "/api/v1/labs", { name: "B" })).body.id;
    const foreign = await post(
      `filename ${Buffer.from("../../etc/pass\u0000wd").toString("base64")},lab ${Buffer.from(labB).toString("base64")}`,
    );
    expect(foreign.status).toBe(404);
  });
});

describe("the screen", () => {
  test("files by their name for ever, every other address is the page, nothing outside the folder", async () => {
    const file = await server.nobody.ask("GET", "/assets/main-abc.js");
    expect(file.headers.get("content-type")).toContain("javascript");
    expect(file.headers.get("cache-control")).toContain("immutable");
    expect((await server.nobody.ask("GET", "/notebook/nb_1")).body).toContain("GenomeCraft");
    expect((await server.nobody.ask("GET", "/assets/gone.js")).status).toBe(404);
    for (const at of ["/..%2fgc-outside.txt", "/%2e%2e/gc-outside.txt", "/assets/..%2f..%2fgc-outside.txt", "/%00"])
      expect((await server.nobody.ask("GET", at)).body).not.toContain("outside");
  });

  test("the API's page is ours alone", async () => {
    expect((await server.nobody.ask("GET", "/api/docs")).body).not.toMatch(/https?:\/\//);
    expect((await server.nobody.ask("GET", "/api/docs/swagger-ui-bundle.js")).status).toBe(200);
    expect((await server.nobody.ask("GET", "/api/v1/openapi.json")).body.openapi).toBe("3.1.0");
    expect((await server.nobody.ask("GET", "/metrics")).body).toContain("genomecraft_request_seconds");
  });
});

test("a port that is taken is a sentence", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  await expect(
    startTestServer(
      { port, publicUrl: `http://127.0.0.1:${port}`, masterKey: server.context.config.masterKey },
      { database: server.context.database },
    ),
  ).rejects.toThrow(/taken by another program/);
  taken.close();
});

test("too many requests from one person are answered 429 with when to come again; others are not held up", async () => {
  const strict = await startTestServer({ requestsPerMinute: 20 });
  try {
    const bob = await strict.signUp("Bob");
    const ann = await strict.signUp("Ann");
    const answers = await Promise.all(Array.from({ length: 25 }, () => bob.ask("GET", "/api/v1/invitations/x")));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    const last = await bob.ask("GET", "/api/v1/me");
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(last.body.error.message).toMatch(/second/);
    expect((await ann.ask("GET", "/api/v1/me")).status).toBe(200);
    expect((await strict.nobody.ask("GET", "/api/v1/health")).status).toBe(200);
    const guesses: number[] = [];
    for (let i = 0; i < 12 && !guesses.includes(429); i++)
      guesses.push(
        (
          await strict.nobody.ask(
            "POST",
            "/api/auth/sign-in/email",
            { email: bob.email, password: `guess ${i} wrong` },
            { origin: strict.url },
          )
        ).status,
      );
    expect(guesses).toContain(429);
  } finally {
    await strict.close();
  }
});
