// npm run bench: runs every bench/*.bench.ts and writes bench/RESULTS.md. Each module exports
// `bench(): Promise<Measurement[]>`; a measurement is a ratio to a peer of the same run, or stands against a bound.

import { readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureChromium, ensurePackages, root } from "./prepare.mjs";
import { say } from "./say.mjs";

ensurePackages();
ensureChromium();
const { build } = await import("./build.mjs");
await build();
const { register } = await import("tsx/esm/api");
register();

const only = process.argv.slice(2);
const files = readdirSync(path.join(root, "bench")).filter(
  (name) => name.endsWith(".bench.ts") && (only.length === 0 || only.some((word) => name.includes(word))),
);
const rows = [];
for (const file of files) {
  say(`${file} ...`);
  const { bench } = await import(pathToFileURL(path.join(root, "bench", file)).href);
  for (const row of await bench()) {
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
beside it. Times depend on the machine; ratios and orders are what to compare.

| ${header.join(" | ")} |
|${header.map(() => "---").join("|")}|
${lines.map((line) => `| ${line} |`).join("\n")}
`;
if (only.length === 0) {
  writeFileSync(path.join(root, "bench", "RESULTS.md"), text);
  say("bench/RESULTS.md written.");
} else say(text);
process.exit(0);
