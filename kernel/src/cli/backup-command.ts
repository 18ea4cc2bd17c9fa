// `genomecraft backup` and `genomecraft restore`: the server's own program does it, with the server's settings.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "./kernel-command.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";

export function backupCommand(what: "backup" | "restore", folder: string, terminal: Terminal): ExitCode {
  const program = path.join(repositoryRoot() ?? "", "collab-server", "dist", "backup.mjs");
  if (!existsSync(program)) throw new CommandEnd(1, terminal.words("not-built"));
  const done = spawnSync(process.execPath, [program, what, folder], { encoding: "utf8" });
  if (done.status !== 0) throw new CommandEnd(done.status === 2 ? 2 : 1, done.stderr.trim());
  const { home, rows, blobs, lost } = JSON.parse(done.stdout) as {
    readonly home: string;
    readonly rows: number;
    readonly blobs: number;
    readonly lost: number;
  };
  terminal.out(terminal.words(what === "backup" ? "backed-up" : "restored", { folder, home, rows, blobs }));
  if (lost > 0) terminal.out(terminal.words("backup-lost", { lost }));
  return 0;
}
