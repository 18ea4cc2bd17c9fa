// `npm start` in bad circumstances: what it says, and that nothing of it is left running.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, newHome, removeHome, root, startProduct } from "./harness.ts";

let home = "";
beforeAll(() => {
  home = newHome();
  // As root Postgres runs as another user, and keeps its data elsewhere where it may not come in.
  chmodSync(home, 0o755);
});
afterAll(() => removeHome(home));

const until = async (what: () => boolean): Promise<void> => {
  for (const end = performance.now() + 60_000; !what(); ) {
    if (performance.now() > end) throw new Error("it did not come to that");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
/** Command lines that name the home, and those of a session: what a start has made. */
const running = (session: number | null): readonly string[] =>
  spawnSync("ps", ["-eo", "sid=,stat=,args="], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.includes(`${home}/`) || Number(line.trim().split(/\s+/)[0]) === session)
    .filter((line) => !/^\s*\d+\s+Z/.test(line));

interface Started {
  readonly pid: number;
  text(): string;
  ended(): boolean;
}
/** As a person types it in a terminal of her own. */
const npmStart = (env: { readonly [name: string]: string } = {}): Started => {
  const child = spawn("npm", ["start", "--", "--no-open", "--empty"], {
    cwd: root,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", GENOMECRAFT_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  return { pid: child.pid as number, text: () => text, ended: () => child.exitCode !== null || child.signalCode !== null };
};

test.each([
  ["Ctrl-C", (pid: number) => process.kill(-pid, "SIGINT")],
  ["npm told to end", (pid: number) => process.kill(pid, "SIGTERM")],
  ["the terminal closed", (pid: number) => process.kill(-pid, "SIGHUP")],
])("%s: everything stops, Postgres and workers too", async (_how, end) => {
  const started = npmStart();
  await until(() => started.text().includes("/sign-in/"));
  await until(() => running(started.pid).some((line) => line.includes("kernel.mjs")));
  expect(running(started.pid).some((line) => line.includes("postgres"))).toBe(true);
  end(started.pid);
  await until(() => running(started.pid).length === 0);
});

test("ended before it has started, it leaves nothing and starts again", async () => {
  const first = npmStart();
  await until(() => running(first.pid).some((line) => line.includes("server.mjs")));
  process.kill(-first.pid, "SIGINT");
  await until(() => first.ended() && running(first.pid).length === 0);
  const second = npmStart();
  await until(() => second.text().includes("/sign-in/"));
  process.kill(-second.pid, "SIGINT");
  await until(() => running(second.pid).length === 0);
});

test("a port that is taken is one sentence, and nothing was started", async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  const started = npmStart({ PORT: String(port) });
  await until(started.ended);
  other.close();
  expect(started.text()).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
  expect(started.text()).not.toContain('"level"');
  await until(() => running(started.pid).length === 0);
});

test("a kernel with a wrong setting says so once, and the notebooks are there", async () => {
  const product = await startProduct({ home, args: ["--empty"], env: { GENOMECRAFT_LANES: "many" } });
  await until(() => product.output().includes("GENOMECRAFT_LANES"));
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(product.output().match(/GENOMECRAFT_LANES is "many"/g)).toHaveLength(1);
  expect((await fetch(`${product.url}/api/v1/health`)).status).toBe(200);
  await product.stop();
});

test("a second one on the same home shares its Postgres; the last one stops it", async () => {
  const first = await startProduct({ home, args: ["--empty"] });
  const second = await startProduct({ home, args: ["--empty"] });
  await first.stop();
  expect((await fetch(`${second.url}/api/v1/health`)).status).toBe(200);
  await second.stop();
  await until(() => running(null).length === 0);
});

test("a build that was stopped half-way does not hold up the next one", async () => {
  const lock = path.join(root, "node_modules", ".genomecraft-build");
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(lock, String(gone));
  // Something changed since the last build, as far as it knows.
  const stamp = path.join(root, "dist", ".fingerprint");
  const was = readFileSync(stamp, "utf8");
  writeFileSync(stamp, "older");
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, encoding: "utf8", timeout: 110_000 });
  expect([built.status, built.stderr]).toEqual([0, expect.not.stringContaining("waiting")]);
  expect(existsSync(lock)).toBe(false);
  expect(readFileSync(stamp, "utf8")).toBe(was);
});
