// The checks of this repository, one by one, with counts. test.mjs runs all of them, check.mjs the fast ones.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./prepare.mjs";
import { say } from "./say.mjs";

const bin = (name) => path.join(root, "node_modules", ".bin", name);

/** One program that is right or wrong. */
export function program(title, name, args) {
  const started = Date.now();
  const done = spawnSync(bin(name), args, { cwd: root, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  const passed = done.status === 0;
  say(`${passed ? "ok  " : "FAIL"}  ${title}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!passed) say(`${done.stdout ?? ""}${done.stderr ?? ""}`.trim());
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** A run of vitest, counted by its own report. */
export function vitest(title, args, env = {}) {
  const started = Date.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-test-"));
  const report = path.join(folder, "report.json");
  const done = spawnSync(bin("vitest"), ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env, NO_COLOR: "1" },
  });
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (existsSync(report)) {
    const found = JSON.parse(readFileSync(report, "utf8"));
    counts.passed = found.numPassedTests;
    counts.failed = found.numFailedTests;
    counts.skipped = found.numPendingTests + found.numTodoTests;
  }
  rmSync(folder, { recursive: true, force: true });
  if (done.status !== 0 && counts.failed === 0) counts.failed = 1;
  say(
    `${counts.failed === 0 ? "ok  " : "FAIL"}  ${title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped  ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return counts;
}

/** Tests that try an area by hundreds of random or cut inputs, build the screen, or replace a module. */
const thorough = "**/*.thorough.test.*";

export const fast = [
  () => program("types", "tsc", ["-b"]),
  () => program("lint and import circles", "oxlint", ["--quiet"]),
  () => program("format", "biome", ["format"]),
  // They share what they import: half of the time went into importing it anew for each file.
  () => vitest("layers and unit tests", ["layers", "spec-ids", "cells/", "workspace/", "--no-isolate", "--exclude", thorough]),
];

export const slow = [
  () => program("unused code and dependencies", "knip", ["--no-progress"]),
  () => vitest("thorough tests", ["thorough"]),
  () => vitest("integration tests", ["storage/", "kernel/", "collab-server/"]),
  () => vitest("end-to-end tests in the browser", ["--config", "e2e/vitest.config.ts"]),
];

/** Runs checks in order and prints the closing line. */
export function runAll(checks) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) {
    const counts = check();
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
