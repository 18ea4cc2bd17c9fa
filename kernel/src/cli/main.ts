// The entry of `genomecraft`, called by bin/genomecraft.mjs.

import { readFileSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "./kernel-command.ts";
import { runProgram } from "./program.ts";
import { openTerminal } from "./terminal.ts";

// The reader of a pipe may leave early (`| head`): that is no error of ours.
process.stdout.on("error", () => process.exit());

const root = repositoryRoot();
const { version } = root
  ? (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string })
  : { version: "0.0.0" };
process.exitCode = await runProgram(process.argv.slice(2), openTerminal(), version);
