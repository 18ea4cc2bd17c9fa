// The kernel's program: told by its parent over IPC whom to serve ({type: "serve", server, token, trusted}, so that no
// token is in an argument list), or by environment where it stands alone. It tells its parent what a person should know:
// {type: "unsealed" | "cannot", sentence}. Exit 2: trying again will not help.

import pino from "pino";
import { type KernelConfig, readKernelConfig } from "./config.ts";
import { withKnownKinds } from "./pool/run-limit.ts";
import { type RunningKernel, startKernel } from "./service/start-kernel.ts";

const tell = (type: "unsealed" | "cannot", sentence: string): boolean => {
  if (!process.connected) return false;
  process.send?.({ type, sentence });
  return true;
};

function configOrExit(): KernelConfig {
  try {
    const config = readKernelConfig();
    withKnownKinds(config.runMinutes);
    return config;
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    if (!tell("cannot", sentence)) process.stderr.write(`${sentence}\n`);
    return process.exit(2);
  }
}

const config = configOrExit();
const log = pino({ level: config.logLevel, base: { part: "kernel" } });
let running: RunningKernel | null = null;
let stopping = false;

const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await running?.stop();
  process.exit(0);
};
process.on("SIGINT", () => void stop());
// The terminal was closed.
process.on("SIGHUP", () => void stop());
process.on("SIGTERM", () => void stop());

const serve = async (server: string, token: string, trusted: boolean): Promise<void> => {
  if (running || stopping) return;
  try {
    running = await startKernel({
      server,
      token,
      lanes: config.lanes,
      memoryBytes: config.memoryBytes,
      runMinutes: config.runMinutes,
      trusted: trusted || config.trusted,
      log,
      ...(config.site === undefined ? {} : { site: config.site }),
      software: config.software,
    });
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    if (!tell("cannot", sentence)) log.fatal(sentence);
    process.exit(2);
  }
  if (running.unsealed !== null && !tell("unsealed", running.unsealed)) log.warn(running.unsealed);
  const refusal = await running.ended;
  if (refusal !== null) {
    log.fatal(refusal);
    process.exit(1);
  }
};

if (config.server && config.token) {
  void serve(config.server, config.token, false);
} else if (process.send) {
  process.on("message", (message: { type?: unknown; server?: unknown; token?: unknown; trusted?: unknown }) => {
    if (message?.type === "serve" && typeof message.server === "string" && typeof message.token === "string") {
      void serve(message.server, message.token, message.trusted === true);
    }
  });
  // The parent is gone.
  process.on("disconnect", () => void stop());
} else {
  log.fatal(
    "This kernel does not know its server. Set GENOMECRAFT_SERVER and GENOMECRAFT_KERNEL_TOKEN, or run: genomecraft kernel --server URL --token T",
  );
  process.exit(2);
}
