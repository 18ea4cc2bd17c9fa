// Benchmarks of this tree beside those of another checkout, in turn, round after round, so that both meet the same
// machine:
//
//     node bench/beside.mjs PATH [--rounds 3] [--run-only] [parse runtime ...]
//
// The other checkout has its packages installed. What is compared is the least of the rounds' medians: other work on the
// machine only ever adds. `--run-only` takes both as they were built.

import { fork } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values, words } = argumentsOf(process.argv.slice(2));
const other = path.resolve(words[0] ?? "");
if (!words[0] || !existsSync(path.join(other, "scripts", "bench.mjs"))) {
  console.error("Say where the other checkout lies: node bench/beside.mjs ../before [--rounds 3] [parse runtime ...]");
  process.exit(2);
}
const trees = [other, here];
if (!values.runOnly)
  for (const tree of trees) {
    const { build } = await import(pathToFileURL(path.join(tree, "scripts", "build.mjs")).href);
    await build();
  }

const files = readdirSync(path.join(here, "bench")).filter(
  (name) =>
    name.endsWith(".bench.ts") &&
    existsSync(path.join(other, "bench", name)) &&
    (words.length === 1 || words.slice(1).some((word) => name.includes(word))),
);

console.log(`| What | Unit | Before | Now | Ratio | Bound |\n|---|---|---|---|---|---|`);
for (const file of files) {
  /** By the row's name, for each tree the medians of its rounds. */
  const rows = new Map();
  for (let round = 0; round < values.rounds; round++) {
    // Who begins changes, for the second finds caches warm.
    for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
      for (const row of (await measure(trees[at], file)) ?? []) {
        const name = row.name.replace(/\s*\(accuracy[^)]*\)/, "");
        if (!rows.has(name)) rows.set(name, { ...row, name, medians: [[], []] });
        rows.get(name).medians[at].push(row.median);
      }
    }
  }
  for (const { name, unit, bound, medians } of rows.values()) {
    const [before, now] = medians.map((list) => (unit === "MB/s" ? Math.max(...list) : Math.min(...list)));
    const ratio = now / before;
    console.log(
      `| ${[name, unit, shown(before), shown(now), Number.isFinite(ratio) ? ratio.toFixed(2) : "", bound ?? ""].join(" | ")} |`,
    );
  }
}
console.log(`\n${values.rounds} rounds each, in turn; ${os.cpus().length} cores; load at the end ${os.loadavg()[0].toFixed(1)}.`);

/** What a file measured there; null when it broke off. */
function measure(tree, file) {
  return new Promise((resolve) => {
    const child = fork(path.join(tree, "scripts", "bench.mjs"), ["--file", file], { cwd: tree });
    child.once("message", resolve);
    child.once("exit", () => resolve(null));
  });
}

function argumentsOf(list) {
  const found = { rounds: 3, runOnly: false };
  const rest = [];
  for (let at = 0; at < list.length; at++) {
    if (list[at] === "--rounds") found.rounds = Number(list[++at]);
    else if (list[at] === "--run-only") found.runOnly = true;
    else rest.push(list[at]);
  }
  return { values: found, words: rest };
}

function shown(value) {
  if (!Number.isFinite(value)) return "";
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(2) : value.toPrecision(2);
}
