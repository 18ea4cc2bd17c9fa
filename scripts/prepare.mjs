// Makes a bare clone ready: installs packages when package-lock.json differs from what is installed, finds or installs
// the programs that tests and the sandbox need. Plain Node, no packages: it runs before there are any.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { say, stop } from "./say.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });

/** Packages as package-lock.json says; nothing is done when they are there already. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`GenomeCraft needs Node 20.19 or newer (24 is recommended); this is ${process.versions.node}.`);
  const stamp = path.join(root, "node_modules", ".genomecraft-lock");
  const lock = path.join(root, "package-lock.json");
  const locked = readFileSync(lock);
  const wanted = createHash("sha256").update(locked).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing packages (once; about a minute) ...");
  const npm = process.env.npm_execpath;
  // Not `npm ci`, which throws away what is there already. Versions are those of the lock file all the same, and the file
  // stays as it is.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = npm ? run(process.execPath, [npm, ...args]) : run("npm", args, { shell: process.platform === "win32" });
  if (done.status !== 0)
    stop("The packages could not be installed. Is the npm registry reachable? Mend that and run the command again.");
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(`${stamp}.new`, wanted);
  renameSync(`${stamp}.new`, stamp);
}

const onPath = (name) => {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
};

const isRoot = () => typeof process.getuid === "function" && process.getuid() === 0;

function installFromDistribution(name) {
  if (!isRoot() || !onPath("apt-get")) return false;
  say(`Installing ${name} from the distribution ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { env, stdio: ["ignore", "ignore", "inherit"] };
  if (run("apt-get", ["update", "-qq"], quiet).status !== 0) return false;
  return run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet).status === 0;
}

/** Path of a Chromium: the system's, else playwright's download, else the distribution's package when root; or null. */
export function ensureChromium() {
  const known = () =>
    process.env.CHROMIUM_PATH ??
    onPath("chromium") ??
    onPath("chromium-browser") ??
    onPath("google-chrome") ??
    onPath("google-chrome-stable");
  if (known()) return known();
  if (installFromDistribution("chromium")) {
    installFromDistribution("fonts-dejavu-core");
    return known();
  }
  say("Looking for playwright's Chromium ...");
  const cli = path.join(root, "node_modules", "playwright-core", "cli.js");
  if (existsSync(cli) && run(process.execPath, [cli, "install", "chromium-headless-shell"]).status === 0) return "playwright";
  return null;
}

/** bubblewrap seals the workers. Without it the server listens on loopback only and says so. */
export function ensureBubblewrap() {
  if (process.platform !== "linux") return null;
  if (onPath("bwrap")) return onPath("bwrap");
  return installFromDistribution("bubblewrap") ? onPath("bwrap") : null;
}
