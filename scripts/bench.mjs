// npm run bench: runs every bench/*.bench.ts and writes bench/RESULTS.md. Each module exports
// `bench(): Promise<Measurement[]>`; a measurement is a ratio to a peer of the same run, or stands against a bound.
// Every file runs in a process of its own: what one leaves in memory must not weigh on the next (on Linux a child's peak
// memory begins at its parent's).

import { fork } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
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

const only = process.argv.slice(2);
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

function show(value) {
  if (value === undefined) return "";
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(1) : value.toPrecision(2);
}
const cpu = os.cpus()[0]?.model.trim() ?? "unknown processor";
const memory = Math.round(os.totalmem() / 2 ** 30);
const header = ["What", "Unit", "Median", "p95", "Peer", "Peer's median", "Ratio", "Bound"];
const lines = rows.map((row) =>
  [
    row.name,
    row.unit,
    show(row.median),
    show(row.p95),
    row.peer ?? "",
    show(row.peerMedian),
    row.ratio === undefined ? "" : row.ratio.toFixed(2),
    row.bound ?? "",
  ].join(" | "),
);
const text = `# How fast

Made by \`npm run bench\` on ${os.cpus().length} cores (${cpu}), ${memory} GiB, Node ${process.versions.node}, ${os.type()}. Peers ran in the same run,
beside it. Times depend on the machine; ratios and orders are what to compare. Programs that ran or waited when it began (load): ${loadBefore.toFixed(1)};
above the number of cores other work was going on, and times are longer than on an idle machine.

| ${header.join(" | ")} |
|${header.map(() => "---").join("|")}|
${lines.map((line) => `| ${line} |`).join("\n")}
`;
if (only.length === 0 && broken === 0) {
  writeFileSync(path.join(root, "bench", "RESULTS.md"), text);
  say("bench/RESULTS.md written.");
} else say(text);
process.exit(broken === 0 ? 0 : 1);
