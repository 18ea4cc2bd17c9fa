// Accounts over HTTP: who may make one, which passwords are taken, what changes with a password, and what scripts see.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureFirstPerson } from "../demo/first-person.ts";
import { cookieOf, type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
beforeAll(async () => {
  server = await startTestServer({ signUp: "invited" });
  // The first one of all needs no invitation.
  ada = await server.signUp("Ada");
}, 120_000);
afterAll(() => server.close());

const origin = () => ({ origin: server.url });
const good = "ochre ladder 9 whistles";
const signUp = (email: string, more: object = {}, password = good) =>
  server.nobody.ask("POST", "/api/auth/sign-up/email", { name: "Somebody", email, password, ...more }, origin());
const signIn = (email: string, password: string) =>
  server.nobody.ask("POST", "/api/auth/sign-in/email", { email, password }, origin());
const actions = async (user: string): Promise<readonly string[]> =>
  (
    await server.context.pool.query<{ action: string }>(
      "select action from audit where target = $1 or user_id = $1 order by id",
      [user],
    )
  ).rows.map((row) => row.action);

describe("an account is made by invitation or link", () => {
  let lab: string;
  beforeAll(async () => {
    lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  });
  const invite = async (email?: string): Promise<string> => {
    const { body } = await ada.ask("POST", `/api/v1/labs/${lab}/invitations`, { role: "member", ...(email ? { email } : {}) });
    return String(body.url).split("/").at(-1) ?? "";
  };

  test("without one, known and unknown addresses are answered alike", async () => {
    const [known, unknown] = [await signUp(ada.email), await signUp("new@example.org")];
    expect([known.status, unknown.status]).toEqual([403, 403]);
    expect(known.body.error.message).toBe(unknown.body.error.message);
    expect((await signUp("new@example.org", { invitation: "nonsense" })).status).toBe(403);
  });

  test("with one it is, and where the invitation is for an address, for that address", async () => {
    const mine = await invite("mine@example.org");
    expect((await signUp("other@example.org", { invitation: mine })).status).toBe(403);
    expect((await signUp("mine@example.org", { invitation: mine })).status).toBe(200);
    expect((await signUp("anybody@example.org", { invitation: await invite() })).status).toBe(200);
  });

  test("a link to a notebook is one, until it is taken back", async () => {
    const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Shared" })).body.id;
    const link = (await ada.ask("POST", `/api/v1/notebooks/${notebook}/links`, { role: "viewer" })).body;
    const invitation = String(link.url).split("/").at(-1);
    expect((await signUp("guest@example.org", { invitation })).status).toBe(200);
    await ada.ask("DELETE", `/api/v1/notebooks/${notebook}/access/${link.id}`);
    expect((await signUp("late@example.org", { invitation })).status).toBe(403);
  });

  test.each([
    ["is short", "k7#pQ"],
    ["is a row of digits", "1234567890"],
    ["is blanks", "            "],
    ["is a word of every list", "password12"],
    ["walks over the keyboard", "qwertyuiop"],
    ["is the person's own address", "weak@example.org"],
    ["is this product", "genomecraft1"],
    ["repeats itself", "abcabcabcabcabcabcabc"],
    ["repeats itself for long", "qwerty1!".repeat(32)],
  ])("a password that %s is refused with what to do", async (_what, password) => {
    const answer = await signUp("weak@example.org", { invitation: await invite() }, password);
    expect(answer.status).toBe(422);
    expect(answer.body.error.message).toContain("Take several words that do not belong together");
  });

  test("weighing a password keeps nobody waiting", async () => {
    const weighing = signUp("weak@example.org", { invitation: await invite() }, "pa$$w0rd".repeat(30));
    const begun = performance.now();
    await server.nobody.ask("GET", "/api/v1/health");
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect((await weighing).status).toBe(422);
  });
});

describe("sessions", () => {
  test("no answer tells a session's token; the cookie is out of scripts' reach", async () => {
    const signedIn = await signIn(ada.email, "correct horse");
    const cookie = cookieOf(signedIn.headers);
    const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
    expect(token.length).toBeGreaterThan(20);
    const session = await server.nobody.ask("GET", "/api/auth/get-session", undefined, { cookie });
    expect(session.body).toMatchObject({ user: { id: ada.id }, session: { userId: ada.id } });
    for (const { body } of [signedIn, session, await ada.ask("GET", "/api/v1/sessions")])
      expect(JSON.stringify(body)).not.toContain(token);
    expect(signedIn.headers.getSetCookie().join()).toContain("HttpOnly");
  });

  test("signing in, failing to and signing out stand in the record, without what was typed", async () => {
    expect((await signIn(ada.email, "nothing of the kind")).status).toBe(401);
    expect((await signIn("nobody@example.org", "nothing of the kind")).status).toBe(401);
    const cookie = cookieOf((await signIn(ada.email, "correct horse")).headers);
    await server.nobody.ask("POST", "/api/auth/sign-out", {}, { ...origin(), cookie });
    expect(await actions(ada.id)).toEqual(expect.arrayContaining(["session.create", "session.refuse", "session.end"]));
    const { rows } = await server.context.pool.query("select target, detail from audit where action = 'session.refuse'");
    expect(rows.map((row) => row.target).sort()).toEqual(["", ada.id]);
    expect(JSON.stringify(rows)).not.toContain("nobody@");
  });
});

describe("another password", () => {
  const change = (by: Person, body: object, headers = {}) =>
    by.ask("POST", "/api/v1/me/password", { keys: "keep", ...body }, headers);

  test("needs the present one, ends all other sessions, and keys where the person says so", async () => {
    const other = cookieOf((await signIn(ada.email, "correct horse")).headers);
    const { key } = (await ada.ask("POST", "/api/v1/keys", { name: "program" })).body;
    const byKey = { authorization: `Bearer ${key}`, cookie: "" };
    expect((await change(ada, { password: good })).status).toBe(403);
    expect((await change(ada, { current: "wrong", password: good })).status).toBe(403);
    expect((await change(ada, { current: "correct horse", password: "1234567890" })).status).toBe(422);
    expect((await change(server.nobody, { current: "correct horse", password: good }, byKey)).status).toBe(403);
    const same = await change(ada, { current: "correct horse", password: "correct horse" });
    expect([same.status, same.body.error.message]).toEqual([
      422,
      "This is the password that you have already. Choose another one, or leave it as it is.",
    ]);
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, { cookie: other })).status).toBe(200);
    const kept = await change(ada, { current: "correct horse", password: good });
    expect([kept.status, kept.body]).toEqual([200, { endedSessions: expect.any(Number), revokedKeys: 0 }]);
    expect(kept.body.endedSessions).toBeGreaterThan(0);
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, { cookie: other })).status).toBe(401);
    expect((await ada.ask("GET", "/api/v1/me")).status).toBe(200);
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, byKey)).status).toBe(200);
    expect((await signIn(ada.email, "correct horse")).status).toBe(401);
    expect((await signIn(ada.email, good)).status).toBe(200);
    const better = `${good} again`;
    expect((await change(ada, { current: good, password: better, keys: "revoke" })).body.revokedKeys).toBe(1);
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, byKey)).status).toBe(401);
    expect(await actions(ada.id)).toEqual(expect.arrayContaining(["account.password", "account.password-refuse"]));
  });

  test("the owner who came by the printed address sets a first one, with an address, and stays who she is", async () => {
    const names = { person: "Owner", lab: "Lab" };
    const { user } = await ensureFirstPerson(server.context, names);
    const printed = await fetch(await server.oneTimeSignIn(user), { redirect: "manual" });
    const cookie = cookieOf(printed.headers);
    const ask = (method: string, body?: unknown) => server.nobody.ask(method, "/api/v1/me/password", body, { cookie });
    expect((await ask("GET")).body).toEqual({ isSet: false, choosesEmail: true, keys: 0 });
    expect((await ask("POST", { password: good, email: ada.email, keys: "keep" })).status).toBe(409);
    expect((await ask("POST", { password: good, email: "Owner@Example.org", keys: "keep" })).status).toBe(200);
    expect((await signIn("owner@example.org", good)).body.user.id).toBe(user);
    expect((await ask("GET")).body).toMatchObject({ isSet: true, choosesEmail: false });
    expect((await ask("POST", { password: `${good} 2`, keys: "keep" })).status).toBe(403);
    expect((await ask("POST", { current: good, password: `${good} 2`, email: "x@example.org", keys: "keep" })).status).toBe(422);
    expect(await ensureFirstPerson(server.context, names)).toMatchObject({ user, created: false });
  });
});
