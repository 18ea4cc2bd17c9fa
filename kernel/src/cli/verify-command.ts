// `genomecraft verify`: recomputes what is kept of a notebook, from the raw digests on, and says how it compares.

import { verifyNotebookFile } from "../headless/verify-notebook.ts";
import { refusalEnd } from "./run-command.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

const glyphs = { identical: "✓", "within-tolerance": "≈", different: "✗", missing: "·" } as const;

export async function verifyCommand(file: string, flags: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const result = await verifyNotebookFile(file, {
    onCell: (cell) => {
      if (flags.json) return;
      const words = terminal.words(`cli.verdict-${cell.verdict}`, { maxError: cell.maxError ?? 0 });
      const where = cell.verdict === "different" && cell.where ? ` (${cell.where})` : "";
      terminal.out(`${glyphs[cell.verdict]} ${cell.name.padEnd(16)} ${words}${where}`);
    },
  });
  if (!result.ok) throw refusalEnd(file, result.error, terminal);
  const { cells, ok, first } = result.value;
  if (flags.json) terminal.out(JSON.stringify({ notebook: { file }, ok, first, cells }, null, 2));
  else if (first !== null) terminal.out(terminal.words("cli.verified-first", { name: first }));
  else {
    const compared = cells.filter((cell) => cell.verdict !== "missing").length;
    terminal.out(compared > 0 ? terminal.words("cli.verified-all", { n: compared }) : terminal.words("cli.verified-none"));
  }
  return ok ? 0 : 1;
}
