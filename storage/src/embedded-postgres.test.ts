// The embedded server under the accidents that happen to programs on people's machines.

import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { openDatabase } from "./database.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./embedded-postgres.ts";

const folders: string[] = [];
const open: EmbeddedPostgres[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gcpg-test-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return path.join(folder, "postgres");
};
const start = async (folder: string): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ folder, settings: ["fsync=off"] });
  open.push(server);
  return server;
};
const ask = async (server: EmbeddedPostgres, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(server.connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test("what was written is there after stopping and starting, and no port is open", async () => {
  const folder = newFolder();
  const first = await start(folder);
  expect(first.adopted).toBe(false);
  await ask(first, "create table kept (n int)");
  await ask(first, "insert into kept values (7)");
  expect(await ask(first, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
  const pid = first.pid() as number;
  await first.close();
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 50_000);
  const second = await start(folder);
  expect(await ask(second, "select n from kept")).toEqual([{ n: 7 }]);
});

test("a server that outlived its program is adopted, with all its data", async () => {
  const folder = newFolder();
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, "embedded-postgres.ts"))};
    const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} });
    console.log(server.pid());
    setInterval(() => {}, 1000);`;
  const orphaned = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.once("data", (line: Buffer) => {
      child.kill("SIGKILL");
      child.once("exit", () => resolve(Number(line.toString())));
    });
    child.once("error", reject);
  });
  expect(isAlive(orphaned)).toBe(true);
  const server = await start(folder);
  expect(server.adopted).toBe(true);
  expect(server.pid()).toBe(orphaned);
  await server.close();
  // Its pid file is gone before the process is: it is nobody's child, and is waited for by the system alone.
  await vi.waitFor(() => expect(isAlive(orphaned)).toBe(false), 50_000);
});

test("a second program on the same folder shares the server; the last one stops it", async () => {
  const folder = newFolder();
  const [a, b] = await Promise.all([openDatabase({ home: folder }), openDatabase({ home: folder })]);
  await a.pool.query("create table both_see (n int)");
  expect((await b.pool.query("select count(*)::int as n from both_see")).rows).toEqual([{ n: 0 }]);
  await a.close();
  expect((await b.pool.query("select 1 as n")).rows).toEqual([{ n: 1 }]);
  await b.close();
});

test("a server that is killed comes back by itself, and nothing acknowledged is lost", async () => {
  const folder = newFolder();
  const server = await start(folder);
  await ask(server, "create table kept (n int)");
  await ask(server, "insert into kept select generate_series(1, 100)");
  process.kill(server.pid() as number, "SIGKILL");
  const end = Date.now() + 20_000;
  let rows: unknown[] = [];
  while (rows.length === 0 && Date.now() < end) rows = await ask(server, "select count(*)::int as n from kept").catch(() => []);
  expect(rows).toEqual([{ n: 100 }]);
});

test("a first start that was cut short leaves nothing that stops the next", async () => {
  const folder = newFolder();
  mkdirSync(path.join(folder, "data.init"), { recursive: true });
  writeFileSync(path.join(folder, "data.init", "PG_VERSION"), "18\n");
  writeFileSync(path.join(folder, "start.lock"), "999999");
  const server = await start(folder);
  expect(await ask(server, "select 1 as n")).toEqual([{ n: 1 }]);
  expect(existsSync(path.join(folder, "data.init"))).toBe(false);
});

test("a lock file of a process that is gone, whose number now belongs to another program, is no lock", async () => {
  const folder = newFolder();
  const server = await start(folder);
  await server.close();
  writeFileSync(path.join(server.dataFolder, "postmaster.pid"), `${process.pid}\n${server.dataFolder}\n0\n5432\n`);
  const again = await start(folder);
  expect(await ask(again, "select 1 as n")).toEqual([{ n: 1 }]);
});

test("a folder with a long path works: its socket lies elsewhere", async () => {
  const folder = path.join(path.dirname(newFolder()), "a-long-name-".repeat(12), "postgres");
  const server = await start(folder);
  expect(Buffer.byteLength(server.connection.host)).toBeLessThan(90);
  expect(await ask(server, "select 1 as n")).toEqual([{ n: 1 }]);
});

test("data of another release of Postgres are refused with a sentence, and left alone", async () => {
  const folder = newFolder();
  mkdirSync(path.join(folder, "data"), { recursive: true });
  writeFileSync(path.join(folder, "data", "PG_VERSION"), "15\n");
  await expect(start(folder)).rejects.toThrow(/written by Postgres 15.*brings Postgres 18/);
});

test.skipIf(process.getuid?.() !== 0)(
  "root starts it as another user, who owns the data; where that user cannot reach, the data move",
  async () => {
    const folder = newFolder();
    const server = await start(folder);
    expect(statSync(server.dataFolder).uid).not.toBe(0);
    const owner = readFileSync(`/proc/${server.pid()}/status`, "utf8").match(/^Uid:\s+(\d+)/m)?.[1];
    expect(owner).not.toBe("0");
    const closed = path.join(path.dirname(newFolder()), "for-root-only");
    mkdirSync(closed, { mode: 0o700 });
    const moved = await start(path.join(closed, "postgres"));
    expect(moved.dataFolder.startsWith("/var/lib/genomecraft/")).toBe(true);
    expect(await ask(moved, "select 1 as n")).toEqual([{ n: 1 }]);
    await moved.close();
    rmSync(path.dirname(moved.dataFolder), { recursive: true, force: true });
  },
);
