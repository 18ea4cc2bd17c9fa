// `genomecraft kernel`: this machine runs cells for a server. `genomecraft start`: server, database and kernel here.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import pino from "pino";
import { namesIn, readKernelConfig } from "../config.ts";
import { withKnownKinds } from "../pool/run-limit.ts";
import { startKernel } from "../service/start-kernel.ts";
import { serverAddress } from "./server-client.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";

export interface KernelFlags {
  readonly server?: string;
  readonly token?: string;
  readonly lanes?: number;
  readonly trusted?: boolean;
  readonly site?: string;
  readonly software?: string;
}

export async function kernelCommand(flags: KernelFlags, terminal: Terminal): Promise<ExitCode> {
  let config: ReturnType<typeof readKernelConfig>;
  try {
    config = readKernelConfig({ ...process.env, ...(flags.lanes ? { GENOMECRAFT_LANES: String(flags.lanes) } : {}) });
    withKnownKinds(config.runMinutes);
  } catch (error) {
    throw new CommandEnd(2, error instanceof Error ? error.message : String(error));
  }
  const server = serverAddress(flags.server ?? config.server, terminal);
  const token = flags.token ?? config.token;
  if (!token) throw new CommandEnd(2, terminal.words("token-missing"));
  const log = pino({ level: config.logLevel, base: { part: "kernel" } }, pino.destination(2));
  let kernel: Awaited<ReturnType<typeof startKernel>>;
  try {
    const site = flags.site ?? config.site;
    kernel = await startKernel({
      server,
      token,
      lanes: config.lanes,
      memoryBytes: config.memoryBytes,
      runMinutes: config.runMinutes,
      trusted: flags.trusted ?? config.trusted,
      log,
      ...(site === undefined ? {} : { site }),
      software: flags.software === undefined ? config.software : namesIn(flags.software),
    });
  } catch (error) {
    throw new CommandEnd(1, error instanceof Error ? error.message : String(error));
  }
  if (kernel.unsealed !== null) log.warn(kernel.unsealed);
  const stop = (): void => void kernel.stop();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const refusal = await kernel.ended;
  if (refusal !== null) throw new CommandEnd(1, refusal);
  return 0;
}

/** The repository that this program belongs to. */
export function repositoryRoot(): string | null {
  for (let at = import.meta.dirname; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, "scripts", "start.mjs"))) return at;
    if (at === path.dirname(at)) return null;
  }
}

export function startCommand(
  flags: { readonly empty?: boolean; readonly open?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const root = repositoryRoot();
  if (!root) throw new CommandEnd(1, terminal.words("not-built"));
  const args = [
    path.join(root, "scripts", "start.mjs"),
    ...(flags.empty ? ["--empty"] : []),
    ...(flags.open === false ? ["--no-open"] : []),
  ];
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  // A terminal's Ctrl-C reaches the child itself; here it must only not end us before it.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve) => child.once("close", (code) => resolve(code === 0 ? 0 : code === 2 ? 2 : 1)));
}
