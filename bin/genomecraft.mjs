#!/usr/bin/env node
// The command line: what was built if it is there, else the source.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const built = path.join(root, "dist", "cli.mjs");

if (existsSync(built) && !process.env.GENOMECRAFT_FROM_SOURCE) {
  await import(pathToFileURL(built).href);
} else if (existsSync(path.join(root, "node_modules", "tsx"))) {
  const source = path.join(root, "kernel", "src", "cli", "main.ts");
  const tsx = pathToFileURL(path.join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const done = spawnSync(process.execPath, ["--import", tsx, source, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = done.status ?? 1;
} else {
  process.stderr.write("GenomeCraft is not installed yet. Run npm install in its folder first.\n");
  process.exitCode = 2;
}
