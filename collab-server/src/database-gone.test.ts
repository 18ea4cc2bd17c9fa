// Postgres goes away for some seconds and comes back: the server stays up, says so, loses nothing and goes on.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "@genomecraft/storage/database.ts";
import { startTestServer } from "./testing/test-server.ts";

test("while the database is gone every request is answered 503 with a sentence; afterwards all is as before", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gc-gone-"));
  chmodSync(folder, 0o755);
  const home = path.join(folder, "postgres");
  const trouble: string[] = [];
  const database = await openDatabase({ home, onTrouble: (error) => trouble.push(error.message) });
  const server = await startTestServer({ logLevel: "silent" }, { database });
  try {
    const ada = await server.signUp("Ada");
    const { id: lab } = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body;
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
    await server.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
