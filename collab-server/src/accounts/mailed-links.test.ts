// Accounts where mail is set up, the whole way: over HTTP, through a mail server of the test, into the database.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServerConfig } from "../config.ts";
import { openMailbox, type Mailbox, type ReceivedLetter } from "../testing/mailbox.ts";
import { type Answer, cookieOf, startTestServer, type TestServer } from "../testing/test-server.ts";

const good = "ochre ladder 9 whistles";
const better = "umbrella moss 4 trumpets";
const hourMs = 3_600_000;

let mailbox: Mailbox;
let server: TestServer;
let clock = 0;
const mailSettings = (): NonNullable<ServerConfig["mail"]> => ({
  host: "127.0.0.1",
  port: mailbox.port,
  tls: false,
  from: { name: "GenomeCraft", address: "genomes@example.org" },
});
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startTestServer({ mail: mailSettings(), signUp: "open" }, { now: () => Date.now() + clock });
}, 120_000);
afterAll(async () => {
  await server.close();
  await mailbox.close();
});

const post = (at: string, body?: unknown, headers: Record<string, string> = {}, of = server): Promise<Answer> =>
  of.nobody.ask("POST", at, body, { origin: of.url, ...headers });
const ask = (email: string, more: object = {}, of = server) => post("/api/v1/sign-up", { email, ...more }, {}, of);
const forgot = (email: string, headers = {}) => post("/api/v1/forgotten-password", { email }, headers);
const signIn = (email: string, password: string) => post("/api/auth/sign-in/email", { email, password });
const tokenOf = (letter: ReceivedLetter): string => /\/confirm\/([\w-]+)/.exec(letter.text)?.[1] ?? "";
const make = (token: string, name = "Ada", password = good, of = server) =>
  post(`/api/v1/mailed-links/${token}/account`, { name, password }, {}, of);
/** Somebody with a proved address and the usual password. */
async function account(email: string): Promise<{ readonly id: string; readonly cookie: string }> {
  const before = mailbox.letters.filter((letter) => letter.to.includes(email)).length;
  await ask(email);
  const made = await make(tokenOf(await mailbox.to(email, before + 1)));
  expect(made.status).toBe(200);
  return { id: made.body.user.id, cookie: cookieOf(made.headers) };
}
/** What this server puts into letters when nothing more is under way. */
const quiet = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 300));
};
const actions = async (user: string): Promise<readonly string[]> =>
  (
    await server.context.pool.query<{ action: string }>("select action from audit where target = $1 order by id", [user])
  ).rows.map((row) => row.action);

describe("an account where mail is set up", () => {
  test("is made with a link that was mailed to its address; until then there is none (M-1)", async () => {
    expect((await server.nobody.ask("GET", "/api/v1/sign-up")).body).toEqual({ byMail: true, byInvitation: false });
    const asked = await ask("Ada@Example.org");
    expect([asked.status, asked.body]).toEqual([200, { asked: true }]);
    const letter = await mailbox.to("ada@example.org");
    expect(letter.subject).toBe("Your account at GenomeCraft: confirm the address");
    expect(letter.from).toBe("genomes@example.org");
    expect(letter.text).toContain(`${server.url}/confirm/`);
    expect((await server.context.pool.query("select 1 from users")).rows).toEqual([]);
    // Of the link a hash alone is kept.
    const token = tokenOf(letter);
    const { rows } = await server.context.pool.query("select * from mailed_links");
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toContain(token);

    // Programs that look into letters open links, too.
    for (let i = 0; i < 2; i++)
      expect((await server.nobody.ask("GET", `/api/v1/mailed-links/${token}`)).body).toEqual({
        purpose: "sign-up",
        email: "ada@example.org",
        keys: 0,
      });
    expect((await make(token, "Ada", "1234567890")).status).toBe(422);
    const made = await make(token);
    expect(made.status).toBe(200);
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, { cookie: cookieOf(made.headers) })).body.user).toMatchObject(
      {
        name: "Ada",
        email: "ada@example.org",
      },
    );
    expect((await make(token)).status).toBe(404);
    expect((await signIn("ada@example.org", good)).status).toBe(200);
    expect(await actions(made.body.user.id)).toEqual(expect.arrayContaining(["account.create", "account.verify"]));
    expect(await server.context.audit.verify("")).toMatchObject({ intact: true });
  });

  test("known and unknown addresses are answered alike, and before anything is looked up (M-2)", async () => {
    await account("known@example.org");
    const [known, unknown] = [await ask("known@example.org"), await ask("unknown@example.org")];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const told = await mailbox.to("known@example.org", 2);
    expect(told.subject).toBe("You have an account at GenomeCraft already");
    expect(told.links).toEqual(["/sign-in"]);
    expect((await mailbox.to("unknown@example.org")).links[0]).toMatch(/^\/confirm\//);
    const [hers, nobodys] = [await forgot("known@example.org"), await forgot("nobody@example.org")];
    expect([hers.status, hers.body]).toEqual([nobodys.status, nobodys.body]);
    await quiet();
    expect(mailbox.letters.some((letter) => letter.to.includes("nobody@example.org"))).toBe(false);
    // The form of servers without mail is closed, for known and unknown alike.
    const form = (email: string) => post("/api/auth/sign-up/email", { name: "X", email, password: good });
    const [a, b] = [await form("known@example.org"), await form("new@example.org")];
    expect([a.status, a.body.error.message]).toEqual([403, b.body.error.message]);
  });

  test("is made once of one link, of however many who use it at once, and once of several links (M-1)", async () => {
    await ask("once@example.org");
    const token = tokenOf(await mailbox.to("once@example.org"));
    const answers = await Promise.all(Array.from({ length: 6 }, () => make(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
    for (let round = 0; round < 12; round += 1) {
      const email = `twice${round}@example.org`;
      await ask(email);
      const first = tokenOf(await mailbox.to(email));
      await ask(email);
      const second = tokenOf(await mailbox.to(email, 2));
      const both = await Promise.all([make(first), make(second)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    }
  });

  test("a link ends after a day, and opens nothing but what it is for (M-1)", async () => {
    await ask("late@example.org");
    const late = tokenOf(await mailbox.to("late@example.org"));
    clock += 24 * hourMs;
    expect((await make(late)).status).toBe(404);
    expect((await server.nobody.ask("GET", `/api/v1/mailed-links/${late}`)).status).toBe(404);
    await ask("other@example.org");
    const token = tokenOf(await mailbox.to("other@example.org"));
    expect((await post(`/api/v1/mailed-links/${token}/password`, { password: good, keys: "keep" })).status).toBe(404);
    expect((await post(`/api/v1/mailed-links/${token}/address`)).status).toBe(404);
    for (const nonsense of ["nothing", "a".repeat(120), "..%2f..", "%F0%9F%A7%AC"])
      expect((await make(nonsense)).status).toBe(404);
    expect((await make("a".repeat(121))).status).toBe(422);
    expect((await make(token)).status).toBe(200);
  });

  test.each([
    ["a line end", "eve@example.org\r\nBcc: all@example.org"],
    ["a line end behind it", "eve@example.org\n"],
    ["a second address", "eve@example.org,all@example.org"],
    ["a name", "Eve <eve@example.org>"],
    ["NUL", "eve\u0000@example.org"],
    ["a separator of lines", "eve\u2028@example.org"],
    ["nothing", ""],
    ["300 letters", `${"e".repeat(300)}@example.org`],
  ])("an address with %s is refused, and nothing is sent (M-3)", async (_what, email) => {
    const before = mailbox.letters.length;
    expect((await ask(email)).status).toBe(422);
    expect((await forgot(email)).status).toBe(422);
    await quiet();
    expect(mailbox.letters.length).toBe(before);
  });

  test("names of ten megabytes, fields that are none and texts that are no JSON are refused", async () => {
    await ask("big@example.org");
    const token = tokenOf(await mailbox.to("big@example.org"));
    expect((await make(token, "x".repeat(10_000_000))).status).toBe(413);
    expect((await make(token, "x".repeat(121))).status).toBe(422);
    expect((await make(token, "   ")).status).toBe(422);
    expect((await make(token, "Ada", "p".repeat(900))).status).toBe(422);
    expect((await post("/api/v1/sign-up", { email: "a@example.org", admin: true })).status).toBe(422);
    expect((await post("/api/v1/sign-up", { email: ["a@example.org"] })).status).toBe(422);
    expect((await ask("a@example.org", { invitation: "no such" })).status).toBe(403);
    const foreign = await post("/api/v1/sign-up", { email: "a@example.org" }, { origin: "https://evil.test" });
    expect(foreign.status).toBe(403);
  });

  test("one address gets five letters an hour, whoever asks, and nobody is told (M-3)", async () => {
    for (let i = 0; i < 8; i++) expect((await ask("flood@example.org")).body).toEqual({ asked: true });
    await quiet();
    const count = () => mailbox.letters.filter((letter) => letter.to.includes("flood@example.org")).length;
    expect(count()).toBe(5);
    clock += hourMs;
    await ask("flood@example.org");
    await mailbox.to("flood@example.org", 6);
  });
});

describe("a forgotten password", () => {
  test("is replaced by a link: one hour, once, ends every session and, where she says so, her keys (M-4)", async () => {
    const { id, cookie } = await account("forgot@example.org");
    const { key } = (await server.nobody.ask("POST", "/api/v1/keys", { name: "program" }, { cookie })).body;
    const byKey = () => server.nobody.ask("GET", "/api/v1/me", undefined, { authorization: `Bearer ${key}` });
    await forgot("Forgot@Example.org");
    const token = tokenOf(await mailbox.to("forgot@example.org", 2));
    expect((await server.nobody.ask("GET", `/api/v1/mailed-links/${token}`)).body).toEqual({
      purpose: "password",
      email: "forgot@example.org",
      keys: 1,
    });
    const set = (by: string, password: string, keys = "keep") => post(`/api/v1/mailed-links/${by}/password`, { password, keys });
    expect((await set(token, "forgot@example.org")).status).toBe(422);
    expect((await post(`/api/v1/mailed-links/${token}/password`, { password: better })).status).toBe(422);
    const answers = await Promise.all([set(token, better), set(token, better), set(token, better)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    const done = answers.find(({ status }) => status === 200);
    expect(done?.body).toEqual({ endedSessions: 1, revokedKeys: 0 });
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, { cookie })).status).toBe(401);
    expect((await byKey()).status).toBe(200);
    const now = { cookie: cookieOf(done?.headers ?? new Headers()) };
    expect((await server.nobody.ask("GET", "/api/v1/me", undefined, now)).body.user.id).toBe(id);
    expect((await signIn("forgot@example.org", good)).status).toBe(401);
    expect((await signIn("forgot@example.org", better)).status).toBe(200);

    await forgot("forgot@example.org");
    const second = tokenOf(await mailbox.to("forgot@example.org", 3));
    // The link is not used up by it.
    expect((await set(second, better)).status).toBe(422);
    expect((await set(second, good, "revoke")).body.revokedKeys).toBe(1);
    expect((await byKey()).status).toBe(401);
    expect((await actions(id)).filter((action) => action === "account.password-by-mail").length).toBe(2);

    clock += hourMs;
    await forgot("forgot@example.org");
    const third = tokenOf(await mailbox.to("forgot@example.org", 4));
    clock += hourMs;
    expect((await set(third, better)).status).toBe(404);
  });

  test("links that were sent before end with the password that they were for (M-4)", async () => {
    const { cookie } = await account("several@example.org");
    await forgot("several@example.org");
    const token = tokenOf(await mailbox.to("several@example.org", 2));
    const changed = await server.nobody.ask(
      "POST",
      "/api/v1/me/password",
      { current: good, password: better, keys: "keep" },
      { cookie },
    );
    expect(changed.status).toBe(200);
    expect((await post(`/api/v1/mailed-links/${token}/password`, { password: good, keys: "keep" })).status).toBe(404);
  });

  test("the letter is in the language of her account, else of who asks", async () => {
    const { cookie } = await account("ru@example.org");
    await server.nobody.ask("PATCH", "/api/v1/me", { locale: "ru" }, { cookie });
    await forgot("ru@example.org", { "accept-language": "en" });
    const letter = await mailbox.to("ru@example.org", 2);
    expect(letter.subject).toBe("GenomeCraft: новый пароль");
    expect(letter.text).toContain("Ссылка действует один раз, в течение 1 часа.");
    await post("/api/v1/sign-up", { email: "neu@example.org" }, { "accept-language": "ru" });
    expect((await mailbox.to("neu@example.org")).text).toContain("в течение 24 часов");
  });
});

describe("an address that was never proved", () => {
  test("is proved at the next sign-in, by a link, before which nobody is let in (M-1)", async () => {
    const { id } = await account("older@example.org");
    // As accounts are that were made before mail was set up.
    await server.context.pool.query("update users set email_verified = false where id = $1", [id]);
    const wrong = await signIn("older@example.org", "nothing of the kind");
    const nobody = await signIn("nobody-at-all@example.org", "nothing of the kind");
    expect([wrong.status, wrong.body]).toEqual([401, nobody.body]);
    await quiet();
    expect(mailbox.letters.filter((letter) => letter.to.includes("older@example.org")).length).toBe(1);
    const right = await signIn("older@example.org", good);
    expect([right.status, right.headers.getSetCookie()]).toEqual([403, []]);
    expect(right.body.error.message).toContain("not confirmed yet");
    const token = tokenOf(await mailbox.to("older@example.org", 2));
    // Of others it opens nothing: it proves the one address, and signs nobody in.
    const proved = await post(`/api/v1/mailed-links/${token}/address`);
    expect([proved.body, proved.headers.getSetCookie()]).toEqual([{ email: "older@example.org" }, []]);
    expect((await post(`/api/v1/mailed-links/${token}/address`)).status).toBe(404);
    expect((await signIn("older@example.org", good)).status).toBe(200);
    expect((await actions(id)).filter((action) => action === "account.verify").length).toBe(2);
  });
});

describe("an invitation to an address", () => {
  let lab: string;
  let owner: string;
  beforeAll(async () => {
    owner = (await account("owner@example.org")).cookie;
    lab = (await server.nobody.ask("POST", "/api/v1/labs", { name: "Weber Lab" }, { cookie: owner })).body.id;
  });
  const invite = (body: object) =>
    server.nobody.ask("POST", `/api/v1/labs/${lab}/invitations`, { role: "member", ...body }, { cookie: owner });

  test("is mailed to it: the account made by the mailed link is proved; the link that was shown proves nothing (M-5)", async () => {
    const invited = await invite({ email: "Guest@Example.org" });
    expect(invited.body).toMatchObject({ mailed: true, url: expect.stringContaining("/invite/") });
    const shown = String(invited.body.url).split("/").at(-1) ?? "";
    const letter = await mailbox.to("guest@example.org");
    expect(letter.subject).toBe("GenomeCraft: Ada invites you to Weber Lab");
    expect(letter.links[1]).toBe(`/invite/${shown}`);
    expect(letter.links[0]).toBe(`/confirm/${tokenOf(letter)}?next=${encodeURIComponent(`/invite/${shown}`)}`);
    expect((await make(shown, "Inviter herself")).status).toBe(404);
    const made = await make(tokenOf(letter), "Guest");
    expect(made.status).toBe(200);
    const joined = await server.nobody.ask("POST", `/api/v1/invitations/${shown}/accept`, undefined, {
      cookie: cookieOf(made.headers),
    });
    expect(joined.body).toEqual({ lab: { id: lab, name: "Weber Lab" } });
  });

  test("that was taken back opens no account (M-5)", async () => {
    const invited = await invite({ email: "back@example.org" });
    const token = tokenOf(await mailbox.to("back@example.org"));
    await server.nobody.ask("DELETE", `/api/v1/labs/${lab}/invitations/${invited.body.id}`, undefined, { cookie: owner });
    expect((await make(token)).status).toBe(404);
  });

  test("without an address is for whoever has the link, whose address is proved as others are (M-5)", async () => {
    const invited = await invite({});
    expect(invited.body.mailed).toBe(false);
    const shown = String(invited.body.url).split("/").at(-1) ?? "";
    expect((await ask("comer@example.org", { invitation: shown })).status).toBe(200);
    expect((await mailbox.to("comer@example.org")).links[0]).toContain(`?next=${encodeURIComponent(`/invite/${shown}`)}`);
  });

  test("names in it are one short line, and no page's address (M-3)", async () => {
    const lured = await server.nobody.ask(
      "POST",
      "/api/v1/labs",
      { name: "Win at evil.test/now\r\nBcc: all@example.org" },
      { cookie: owner },
    );
    await server.nobody.ask(
      "POST",
      `/api/v1/labs/${lured.body.id}/invitations`,
      { role: "member", email: "lured@example.org" },
      { cookie: owner },
    );
    const letter = await mailbox.to("lured@example.org");
    expect(letter.subject).toBe("GenomeCraft: Ada invites you to a laboratory");
    expect(letter.raw).not.toMatch(/evil|^bcc/im);
    expect(letter.to).toEqual(["lured@example.org"]);
  });

  test("where accounts are by invitation, mail does not open them to others (M-1)", async () => {
    const closed = await startTestServer({ mail: mailSettings(), signUp: "invited" });
    try {
      await ask("first@closed.example.org", {}, closed);
      const made = await make(tokenOf(await mailbox.to("first@closed.example.org")), "First", good, closed);
      expect(made.status).toBe(200);
      const [known, unknown] = [await ask("first@closed.example.org", {}, closed), await ask("x@closed.example.org", {}, closed)];
      expect([known.status, unknown.status]).toEqual([403, 403]);
      expect(known.body.error.message).toBe(unknown.body.error.message);
    } finally {
      await closed.close();
    }
  });
});

describe("without mail", () => {
  test("nothing is mailed, and that is said (M-1)", async () => {
    const plain = await startTestServer();
    try {
      expect((await plain.nobody.ask("GET", "/api/v1/sign-up")).body).toEqual({ byMail: false, byInvitation: false });
      for (const at of ["sign-up", "forgotten-password"]) {
        const answer = await post(`/api/v1/${at}`, { email: "a@example.org" }, {}, plain);
        expect([answer.status, answer.body.error.message]).toEqual([409, expect.stringContaining("GENOMECRAFT_SMTP_URL")]);
      }
      await plain.signUp("Ada");
    } finally {
      await plain.close();
    }
  });
});

describe("asking", () => {
  test("is counted by address of the network, as signing in is (M-3)", async () => {
    const counted = await startTestServer({ mail: mailSettings(), requestsPerMinute: 1_200 });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 12; i++) statuses.push((await ask(`c${i}@example.org`, {}, counted)).status);
      expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    } finally {
      await counted.close();
    }
  });
});
