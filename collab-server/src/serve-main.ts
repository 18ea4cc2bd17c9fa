// The server's program. Told apart from main.ts, which starts a server for anybody: this one reads the environment, makes
// the first person and the demonstration, and tells its parent when it is ready (scripts/start.mjs then starts a kernel).

import os from "node:os";
import { ensureFirstPerson } from "./demo/first-person.ts";
import { examplesFolder, seedDemo } from "./demo/seed-demo.ts";
import { newLocalKernelToken } from "./demo/local-kernel.ts";
import { ConfigError, readConfig, type ServerConfig } from "./config.ts";
import { startServer, type RunningServer } from "./main.ts";

/** What others will read beside her work: the name of her account on this computer. */
function ownName(): string {
  try {
    const { username } = os.userInfo();
    if (username !== "" && username !== "root") return `${username.charAt(0).toLocaleUpperCase()}${username.slice(1)}`;
  } catch {
    // Containers may run under a number that has no name.
  }
  return "Owner";
}

const empty = process.argv.includes("--empty");

function configOrExit(): ServerConfig {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(2);
  }
}

const config = configOrExit();
let server: RunningServer | null = null;
let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await server?.close();
  process.exit(0);
};
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The terminal was closed: Postgres would be left behind.
process.on("SIGHUP", () => void stop());
// The program that started this one is gone: nobody would ever stop it.
process.on("disconnect", () => void stop());

try {
  server = await startServer(config, { demo: !empty });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
const { context } = server;
if (config.loopback) {
  const person = await ensureFirstPerson(context, { person: ownName(), lab: empty ? "My lab" : "Demonstration lab" });
  const folder = empty ? null : examplesFolder();
  if (folder !== null) await seedDemo(context, { folder, ...person });
  process.send?.({
    type: "ready",
    url: server.url,
    signIn: await server.oneTimeSignIn(person.user),
    once: true,
    kernelUrl: server.url,
    kernelToken: await newLocalKernelToken(context),
    notes: [],
  });
} else {
  // Started by hand or in a container nobody else says it.
  if (!process.send) process.stdout.write(`GenomeCraft is running at ${server.url}\n`);
  const { host, port } = context.config;
  const address = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  process.send?.({
    type: "ready",
    url: server.url,
    signIn: `${server.url}/sign-in`,
    once: false,
    kernelUrl: `http://${address.includes(":") ? `[${address}]` : address}:${port}`,
    kernelToken: await newLocalKernelToken(context),
    notes: [],
  });
}
