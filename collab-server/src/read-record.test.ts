// Whoever runs the server reads, checks and exports what no lab's page shows.

import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { type RecordedEntry, readRecord } from "./read-record.ts";
import { startTestServer } from "./testing/test-server.ts";

test("the record of what belongs to no lab tells who signed in, who failed to, and whether it is whole (P-7)", async () => {
  const masterKey = randomBytes(32);
  const server = await startTestServer({ masterKey });
  const { context } = server;
  const read = async (lab = "") => {
    const entries: RecordedEntry[] = [];
    const take = (entry: RecordedEntry): void => void entries.push(entry);
    const verdict = await readRecord({ home: context.config.home, masterKey }, { lab, take }, context.database);
    return { verdict, entries };
  };
  try {
    const ada = await server.signUp("Ada");
    const lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id as string;
    const wrong = { email: ada.email, password: "not hers at all" };
    const origin = { origin: server.url };
    expect((await server.nobody.ask("POST", "/api/auth/sign-in/email", wrong, origin)).status).toBe(401);
    // More than one page of it.
    for (let at = 0; at < 600; at++)
      await context.audit.record(context.db, { lab: "", user: null, action: "test.many", target: String(at) });
    await context.audit.seal();
    const { verdict, entries } = await read();
    expect(verdict).toMatchObject({ intact: true, unsealed: 0, sealed: entries.length });
    expect(entries.map(({ action }) => action).filter((action) => action !== "test.many")).toEqual([
      "session.refuse",
      "session.create",
      "account.create",
    ]);
    expect(entries.filter(({ action }) => action === "test.many").map(({ target }) => target)).toEqual(
      Array.from({ length: 600 }, (_, at) => String(599 - at)),
    );
    expect(entries.find(({ action }) => action === "session.refuse")).toMatchObject({
      who: null,
      target: ada.email,
      genuine: true,
    });
    expect(entries.find(({ action }) => action === "session.create")).toMatchObject({ who: ada.email });
    expect((await read(lab)).entries.map(({ action }) => action)).toContain("lab.create");
    await expect(read("lab_none")).rejects.toThrow("There is no lab lab_none on this server.");
    await context.pool.query("update audit set user_id = null where action = 'session.create'");
    expect((await read()).verdict).toMatchObject({ intact: false, breaks: [{ what: "changed" }] });
  } finally {
    await server.close();
  }
}, 60_000);
