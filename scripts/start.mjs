// npm start: installs what is missing, builds, starts Postgres, the server and a kernel, and prints one address with a
// one-time sign-in. `npm start -- --empty` starts without the demonstration. Ctrl-C stops all of it; nothing is lost.

import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBubblewrap, ensurePackages, root } from "./prepare.mjs";
import { say } from "./say.mjs";
import { openLog } from "./terminal-log.mjs";

const args = process.argv.slice(2);
if (args.includes("--help")) {
  say(
    "npm start [-- --empty] [-- --no-open]\n\n  --empty     start without the demonstration lab\n  --no-open   do not open a browser\n\nSettings by environment: PORT, HOST, PUBLIC_URL, DATABASE_URL, GENOMECRAFT_HOME, GENOMECRAFT_MASTER_KEY (see README).",
  );
  process.exit(0);
}
const unknown = args.find((arg) => !["--empty", "--no-open"].includes(arg));
if (unknown) {
  say(`npm start does not know ${unknown}. It knows --empty and --no-open.`);
  process.exit(2);
}

ensurePackages();
ensureBubblewrap();
const { build } = await import("./build.mjs");
await build();

const log = openLog(path.resolve(root, process.env.GENOMECRAFT_HOME ?? ".genomecraft"));
const children = new Set();
let stopping = false;
const start = (program, extra, onMessage) => {
  const child = spawn(process.execPath, ["--enable-source-maps", path.join(root, program), ...extra], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  log.take(child.stdout);
  log.take(child.stderr);
  children.add(child);
  child.on("message", onMessage);
  child.on("exit", (code) => {
    children.delete(child);
    if (children.size === 0) process.exit(stopping ? 0 : (code ?? 1));
  });
  return child;
};

const openBrowser = (url) => {
  if (
    args.includes("--no-open") ||
    process.env.CI ||
    (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
  )
    return;
  const opener = process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open";
  spawn(opener, [url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
};

const server = start("collab-server/dist/server.mjs", args.includes("--empty") ? ["--empty"] : [], (message) => {
  if (message?.type !== "ready") return;
  let patience = 0;
  let saidUnsealed = false;
  const startKernel = () => {
    const kernel = start("dist/kernel.mjs", [], (told) => {
      if (told?.type === "cannot") say(`\nNothing can be computed, though notebooks open and can be written:\n${told.sentence}`);
      if (told?.type === "unsealed" && !saidUnsealed) {
        saidUnsealed = true;
        say(`\n${told.sentence}\nThe server is reached from this computer only, so that is whoever works on it.`);
      }
    });
    // Only where nobody but this computer's people can sign in may cells run without walls.
    kernel.send({ type: "serve", server: message.kernelUrl, token: message.kernelToken, trusted: message.once });
    const born = performance.now();
    kernel.on("exit", (code) => {
      // It has said why; the next one would say the same.
      if (stopping || code === 2) return;
      patience = performance.now() - born > 10_000 ? 0 : patience + 1;
      setTimeout(startKernel, Math.min(10_000, 200 * 2 ** patience));
    });
  };
  startKernel();
  for (const line of message.notes ?? []) say(line);
  const note = message.once ? `(one-time sign-in; later: ${message.url})` : "(sign in, or sign up, with a password)";
  process.stdout.write(
    `\nGenomeCraft is running. Open\n\n    ${message.signIn}\n\n${note}\nWhat happens is written to ${path.relative(process.cwd(), log.file)}; warnings stand here.\n`,
  );
  openBrowser(message.signIn);
});
server.on("exit", () => {
  // A kernel whose server was lost has nobody to report to: whoever starts again need not wait for what it still runs.
  for (const child of children) child.kill(stopping ? "SIGTERM" : "SIGKILL");
});

const stopAll = () => {
  if (stopping) {
    // Asked twice: what runs is not waited for. The server still writes what it holds.
    for (const child of children) if (child !== server) child.kill("SIGKILL");
    return;
  }
  stopping = true;
  say("Stopping ...");
  for (const child of children) child.kill("SIGTERM");
  setTimeout(() => {
    for (const child of children) child.kill("SIGKILL");
  }, 10_000).unref();
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopAll);
// npm that is told to end tells its shell, and that tells nobody.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid !== parent && !stopping) stopAll();
  }, 500).unref();
