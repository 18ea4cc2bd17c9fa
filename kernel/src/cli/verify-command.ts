// `genomecraft verify`: recomputes what is kept of a notebook file, or has a server recompute a publication, from the raw
// digests on, and says how the results compare.

import { type CellVerdict, type Verification, verifyNotebookFile } from "../headless/verify-notebook.ts";
import { limitsHere, refusalEnd } from "./run-command.ts";
import { ServerClient, type ServerFlags } from "./server-client.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export interface VerifyFlags extends ServerFlags {
  readonly json?: boolean;
}

const glyphs = { identical: "✓", "within-tolerance": "≈", different: "✗", missing: "·" } as const;
type ShownVerdict = Omit<CellVerdict, "id">;

export async function verifyCommand(what: string, flags: VerifyFlags, terminal: Terminal): Promise<ExitCode> {
  if (/^pub_\w+$/.test(what)) return verifyPublication(what, flags, terminal);
  const result = await verifyNotebookFile(what, {
    ...limitsHere(),
    onCell: (cell) => {
      if (!flags.json) tellCell(cell, terminal);
    },
  });
  if (!result.ok) throw refusalEnd(what, result.error, terminal);
  if (flags.json) terminal.out(JSON.stringify({ notebook: { file: what }, ...result.value }, null, 2));
  else tellEnd(result.value, terminal);
  return result.value.ok ? 0 : 1;
}

async function verifyPublication(id: string, flags: VerifyFlags, terminal: Terminal): Promise<ExitCode> {
  const client = new ServerClient(flags, terminal);
  terminal.progress(`${id} ...`);
  const answer = await client.json<
    Omit<Verification, "cells"> & { readonly cells: readonly (ShownVerdict & { readonly cell: string })[] }
  >("POST", `/publications/${encodeURIComponent(id)}/verify`);
  const found = { ...answer, cells: answer.cells.map(({ cell, ...verdict }) => ({ id: cell, ...verdict })) };
  terminal.progress("");
  if (flags.json) terminal.out(JSON.stringify({ publication: id, ...found }, null, 2));
  else {
    for (const cell of found.cells) tellCell(cell, terminal);
    tellEnd(found, terminal);
  }
  return found.ok ? 0 : 1;
}

function tellCell(cell: ShownVerdict, terminal: Terminal): void {
  const words = terminal.words(`verdict-${cell.verdict}`, { maxError: cell.maxError ?? 0 });
  const why = cell.why ? terminal.words(`verdict-why-${cell.why}`, { where: cell.where ?? "" }) : (cell.where ?? "");
  const shown = (cell.verdict === "different" || cell.why === "names-added") && why ? ` (${why})` : "";
  terminal.out(`${glyphs[cell.verdict]} ${cell.name.padEnd(16)} ${words}${shown}`);
}

function tellEnd(found: { readonly cells: readonly ShownVerdict[]; readonly first: string | null }, terminal: Terminal): void {
  if (found.first !== null) return terminal.out(terminal.words("verified-first", { name: found.first }));
  const compared = found.cells.filter((cell) => cell.verdict !== "missing").length;
  const missing = found.cells.length - compared;
  if (compared === 0) terminal.out(terminal.words("verified-none"));
  else if (missing > 0) terminal.out(terminal.words("verified-some", { n: compared, missing }));
  else terminal.out(terminal.words("verified-all", { n: compared }));
}
