// `genomecraft audit server`: the server's own program reads its record, with the server's settings.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { repositoryRoot } from "./kernel-command.ts";
import { type AuditVerdict, sayVerdict } from "./server-commands.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";

interface Entry {
  readonly entry: number;
  readonly at: number;
  readonly who: string | null;
  readonly action: string;
  readonly target: string;
  readonly detail: JsonObject;
  readonly genuine: boolean;
}

/** Exits with 0 only when the record is whole. */
export async function recordCommand(
  flags: { readonly lab?: string; readonly since?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const program = path.join(repositoryRoot() ?? "", "collab-server", "dist", "record.mjs");
  if (!existsSync(program)) throw new CommandEnd(1, terminal.words("not-built"));
  const child = spawn(process.execPath, [program, flags.lab ?? "", flags.since ?? ""], { stdio: ["ignore", "pipe", "pipe"] });
  let trouble = "";
  child.stderr.on("data", (chunk: Buffer) => (trouble += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const entries: JsonObject[] = [];
  let verdict: AuditVerdict | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Entry | { readonly verdict: AuditVerdict };
    if ("verdict" in said) verdict = said.verdict;
    else if (flags.json) entries.push({ ...said, at: isoOf(said.at) });
    else terminal.out(lineOf(said, terminal));
  }
  const code = await ended;
  if (code !== 0 || verdict === null) throw new CommandEnd(code === 2 ? 2 : 1, trouble.trim());
  if (flags.json) terminal.out(JSON.stringify({ ...verdict, entries }, null, 2));
  else sayVerdict(flags.lab ?? terminal.words("audit-of-no-lab"), verdict, terminal);
  return verdict.intact ? 0 : 1;
}

const isoOf = (at: number): string => new Date(at).toISOString();

function lineOf({ at, who, action, target, detail, genuine, entry }: Entry, terminal: Terminal): string {
  const more = Object.keys(detail).length === 0 ? "" : JSON.stringify(detail);
  const doubt = genuine ? "" : terminal.words("audit-not-ours", { entry });
  return [isoOf(at), action, who ?? "-", target === who ? "" : target, more, doubt].filter((part) => part !== "").join("  ");
}
