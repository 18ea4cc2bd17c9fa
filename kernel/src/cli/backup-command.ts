// `genomecraft backup` and `genomecraft restore`: the server's own program does it, with the server's settings.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { repositoryRoot } from "./kernel-command.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";

interface DamagedFile {
  readonly id: string;
  /** Null: a result's, which is made again. */
  readonly dataset: string | null;
}

interface Ended {
  readonly home: string;
  readonly rows: number;
  readonly blobs: number;
  readonly lost: number;
  readonly by: "sums" | "seals";
}

type Said = Ended | { readonly damaged: DamagedFile } | { readonly done: number; readonly of: number };

/** Of many the first ones are enough to look at. */
const mostNamed = 5;

/** A copy that holds a damaged data set is made, and ends with 1 all the same: nobody looks at what a timetable started. */
export async function backupCommand(
  what: "backup" | "restore",
  folder: string,
  terminal: Terminal,
  program = path.join(repositoryRoot() ?? "", "collab-server", "dist", "backup.mjs"),
): Promise<ExitCode> {
  if (!existsSync(program)) throw new CommandEnd(1, terminal.words("not-built"));
  const child = spawn(process.execPath, [program, what, folder], { stdio: ["ignore", "pipe", "pipe"] });
  let trouble = "";
  child.stderr.on("data", (chunk: Buffer) => (trouble += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.on("close", resolve));
  const damaged: DamagedFile[] = [];
  let end: Ended | null = null;
  const size = (bytes: number): string => formatBytes(bytes, terminal.locale);
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    if ("damaged" in said) damaged.push(said.damaged);
    else if ("rows" in said) end = said;
    else terminal.progress(terminal.words("backup-progress", { done: size(said.done), of: size(said.of) }));
  }
  terminal.progress("");
  const code = await exited;
  if (code !== 0 || end === null) throw new CommandEnd(code === 2 ? 2 : 1, trouble.trim());
  sayEnd(what, folder, end, terminal);
  sayDamaged(what, damaged, terminal);
  if (what === "backup") terminal.out(terminal.words("backup-source-plain"));
  return what === "backup" && damaged.some(({ dataset }) => dataset !== null) ? 1 : 0;
}

function sayEnd(what: "backup" | "restore", folder: string, end: Ended, terminal: Terminal): void {
  const { home, rows, blobs, lost, by } = end;
  terminal.out(terminal.words(what === "backup" ? "backed-up" : "restored", { folder, home, rows, blobs }));
  if (by === "seals") terminal.out(terminal.words("restored-by-seals"));
  if (lost > 0) terminal.out(terminal.words("backup-lost", { lost }));
}

function sayDamaged(what: "backup" | "restore", damaged: readonly DamagedFile[], terminal: Terminal): void {
  const ofData = damaged.filter(({ dataset }) => dataset !== null);
  const named = (files: readonly DamagedFile[]): string =>
    [
      ...files.slice(0, mostNamed).map(({ id, dataset }) => (dataset === null ? id : `${dataset} (${id})`)),
      ...(files.length > mostNamed ? ["…"] : []),
    ].join(", ");
  if (ofData.length > 0)
    terminal.out(
      terminal.words(what === "backup" ? "backup-data-damaged" : "restored-data-damaged", {
        n: ofData.length,
        files: named(ofData),
      }),
    );
  const others = damaged.filter(({ dataset }) => dataset === null);
  if (others.length > 0) terminal.out(terminal.words("backup-results-damaged", { n: others.length, files: named(others) }));
}
