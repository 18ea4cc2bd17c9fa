// npm run bench: runs every bench/*.bench.ts and writes the table of bench/RESULTS.md. With words, those whose names hold one of
// them, and writes nothing, or with --section=TITLE a section of that title. Each module exports
// `bench(): Promise<Measurement[]>`; a measurement is a ratio to a peer of the same run, or stands against a bound.
// Every file runs in a process of its own: what one leaves in memory must not weigh on the next (on Linux a child's peak
// memory begins at its parent's).

import { fork } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { show, wholeResults, withSection } from "./bench-results.mjs";
import { ensureChromium, ensurePackages, root } from "./prepare.mjs";
import { say } from "./say.mjs";

if (process.argv[2] === "--file") {
  const { register } = await import("tsx/esm/api");
  register();
  const { bench } = await import(pathToFileURL(path.join(root, "bench", process.argv[3])).href);
  const rows = await bench();
  process.send(rows, () => process.exit(0));
  await new Promise(() => {});
}

ensurePackages();
ensureChromium();
const { build } = await import("./build.mjs");
await build();

const words = process.argv.slice(2);
const title = words.find((word) => word.startsWith("--section="))?.slice("--section=".length) ?? null;
const only = words.filter((word) => !word.startsWith("--"));
const files = readdirSync(path.join(root, "bench")).filter(
  (name) => name.endsWith(".bench.ts") && (only.length === 0 || only.some((word) => name.includes(word))),
);
/** What a file measured; null when it broke off. */
const measure = (file) =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), ["--file", file], { cwd: root });
    child.once("message", resolve);
    child.once("exit", () => resolve(null));
  });
const [loadBefore = 0] = os.loadavg();
const rows = [];
let broken = 0;
for (const file of files) {
  say(`${file} ...`);
  const measured = await measure(file);
  if (!measured) {
    say(`  ${file} broke off.`);
    broken += 1;
  }
  for (const row of measured ?? []) {
    rows.push({ file, ...row });
    say(`  ${row.name}: ${show(row.median)} ${row.unit}${row.ratio === undefined ? "" : `, ratio ${row.ratio.toFixed(2)}`}`);
  }
}

const results = path.join(root, "bench", "RESULTS.md");
const machine = {
  cores: os.cpus().length,
  processor: os.cpus()[0]?.model.trim() ?? "unknown processor",
  memory: Math.round(os.totalmem() / 2 ** 30),
  node: process.versions.node,
  system: os.type(),
  load: loadBefore,
  day: new Date().toISOString().slice(0, 10),
};
const before = readFileSync(results, "utf8");
const text = title === null ? wholeResults(rows, machine, before) : withSection(title, rows, machine, before);
const isKept = broken === 0 && (only.length === 0 || title !== null);
if (isKept) {
  writeFileSync(results, text);
  say("bench/RESULTS.md written.");
} else say(wholeResults(rows, machine, ""));
process.exit(broken === 0 ? 0 : 1);
