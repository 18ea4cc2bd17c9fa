// Postgres goes away for some seconds and comes back: the server stays up, says so, loses nothing and goes on.

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "@genomecraft/storage/database.ts";
import { type Person, startTestServer, type TestServer } from "./testing/test-server.ts";

let folder: string;
let home: string;
let database: OpenDatabase;
let server: TestServer;
let ada: Person;
let lab: string;
const trouble: string[] = [];
// A cluster of its own, once: making it is most of the work, and on a machine with 25 waiting for two cores takes 37 s.
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "gc-gone-"));
  chmodSync(folder, 0o755);
  home = path.join(folder, "postgres");
  database = await openDatabase({ home, onTrouble: (error) => trouble.push(error.message) });
  server = await startTestServer({ logLevel: "silent" }, { database });
  ada = await server.signUp("Ada");
  ({ id: lab } = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body);
}, 240_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test("while the database is gone every request is answered 503 with a sentence; afterwards all is as before", async () => {
  try {
    // Somebody else seems to be starting Postgres, so that our supervisor waits.
    writeFileSync(path.join(home, "start.lock"), String(process.ppid));
    process.kill(Number(readFileSync(path.join(home, "data", "postmaster.pid"), "utf8").split("\n")[0]), "SIGINT");
    const statuses = new Set<number>();
    const end = Date.now() + 3_000;
    let sentence = "";
    while (Date.now() < end) {
      const { status, body, headers } = await ada.ask("GET", "/api/v1/me");
      statuses.add(status);
      if (status === 503) {
        sentence = body.error.message;
        expect(headers.get("retry-after")).toBe("2");
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(statuses.has(503)).toBe(true);
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(sentence).toContain("database does not answer");
    rmSync(path.join(home, "start.lock"));
    const back = Date.now() + 40_000;
    let answer = await ada.ask("GET", `/api/v1/labs/${lab}`);
    while (answer.status === 503 && Date.now() < back) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      answer = await ada.ask("GET", `/api/v1/labs/${lab}`);
    }
    expect([answer.status, answer.body, trouble]).toMatchObject([200, { name: "One" }, expect.anything()]);
    expect(trouble.join()).toContain("being started again");
    await server.context.audit.seal();
    expect((await ada.ask("GET", `/api/v1/labs/${lab}/audit/verify`)).body.intact).toBe(true);
  } finally {
    rmSync(path.join(home, "start.lock"), { force: true });
  }
}, 120_000);

/** Postgres and all that it has started. */
function processesOf(home: string): readonly number[] {
  const main = Number(readFileSync(path.join(home, "data", "postmaster.pid"), "utf8").split("\n")[0]);
  const isChild = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) \S /, "")
        .startsWith(`${main} `);
    } catch {
      return false;
    }
  };
  return [main, ...readdirSync("/proc").filter(isChild).map(Number)];
}
const stopped: number[] = [];
afterEach(() => {
  for (const pid of stopped.splice(0)) process.kill(pid, "SIGCONT");
});

test.runIf(process.platform === "linux")(
  "a database that stands still is told within three seconds, however many ask; afterwards all is well (F-6)",
  async () => {
    try {
      expect((await server.nobody.ask("GET", "/api/v1/health")).status).toBe(200);
      stopped.push(...processesOf(home));
      for (const pid of stopped) process.kill(pid, "SIGSTOP");
      for (let round = 0; round < 2; round++) {
        const begun = performance.now();
        const answers = await Promise.all(Array.from({ length: 30 }, () => server.nobody.ask("GET", "/api/v1/health")));
        // On a machine that does more than it has cores for, everything takes so much longer.
        expect(performance.now() - begun).toBeLessThan(3_000 * Math.max(1, (os.loadavg()[0] ?? 0) / os.cpus().length));
        for (const { status, body } of answers)
          expect([status, body.error.failure.reason]).toEqual([503, "server.database-gone"]);
      }
      for (const pid of stopped.splice(0)) process.kill(pid, "SIGCONT");
      const end = Date.now() + 20_000;
      while ((await server.nobody.ask("GET", "/api/v1/health")).status !== 200 && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await server.nobody.ask("GET", "/api/v1/health")).status).toBe(200);
    } finally {
      for (const pid of stopped.splice(0)) process.kill(pid, "SIGCONT");
    }
  },
  120_000,
);
