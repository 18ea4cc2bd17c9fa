// `genomecraft check`: files held to the standard of their format. Exits with 0 where they are sound or only warned of, with 1
// where errors were found, with 2 where a file could not be checked; of several files with the worst.

import { stat } from "node:fs/promises";
import { checkedFormats } from "@genomecraft/cells/checkers.ts";
import type { Severity } from "@genomecraft/cells/contract/check.ts";
import { checkFile, type CheckFinding, checkInWords, type FileCheck } from "@genomecraft/cells/files/check-file.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import { inflateOnNode } from "../engines/inflate-on-node.ts";
import { localFile } from "../headless/local-file.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";
import { whatMends } from "./what-mends.ts";

interface Flags {
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly format?: string;
}

export async function checkCommand(files: readonly string[], flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const format = flags.format?.toLowerCase() ?? null;
  if (format !== null && !checkedFormats.includes(format))
    throw new CommandEnd(2, terminal.words("check-format-unknown", { format, formats: [...checkedFormats] }));
  const checks: FileCheck[] = [];
  for (const file of files) checks.push(await checked(file, { ...flags, format }, terminal));
  terminal.progress("");
  if (flags.json)
    terminal.out(
      JSON.stringify(
        checks.map((check) => checkInWords(check, terminal.locale)),
        null,
        2,
      ),
    );
  else for (const check of checks) tell(check, terminal);
  return checks.reduce<ExitCode>((worst, check) => worseOf(worst, exitOf(check)), 0);
}

async function checked(
  file: string,
  { strict = false, format }: { readonly strict?: boolean; readonly format: string | null },
  terminal: Terminal,
): Promise<FileCheck> {
  const source = await localFile(file);
  if (!source) {
    const isFolder = await stat(file).then(
      (at) => at.isDirectory(),
      () => false,
    );
    throw new CommandEnd(2, terminal.words(isFolder ? "file-is-folder" : "file-not-found", { file }));
  }
  terminal.progress(`${file} ...`);
  const progress = (fraction: number | null): void =>
    terminal.progress(`${file} ${fraction === null ? "..." : `${Math.round(fraction * 100)} %`}`);
  return checkFile(source, file, { strict, format, inflate: inflateOnNode, progress }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error;
    throw new CommandEnd(2, terminal.words("file-unreadable", { file, detail: error.code }));
  });
}

const exitOf = ({ checked: isChecked, errors }: FileCheck): ExitCode => (!isChecked ? 2 : errors > 0 ? 1 : 0);
const worseOf = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);

const glyphs: { readonly [severity in Severity]: string } = { error: "✗", warning: "!", note: "·" };
const order: readonly Severity[] = ["error", "warning", "note"];

/** Rules by their weight, each with how often it was broken and its first place. */
function tell({ file, format, version, rules, findings, errors, warnings, notes }: FileCheck, terminal: Terminal): void {
  terminal.out(file);
  terminal.out(`  ${[format, version].filter(Boolean).join(" ")}`);
  if (rules.length === 0) return terminal.out(`  ${terminal.words("check-sound")}`);
  terminal.out(`  ${terminal.words("check-counts", { errors, warnings, notes })}`);
  const sorted = [...rules].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  for (const { rule, severity, section, count, step } of sorted) {
    const first = findings.find((finding) => finding.rule === rule && finding.severity === severity);
    const cited = section === "-" ? "" : ` (${section})`;
    terminal.out(`  ${glyphs[severity]} ${rule}${cited}, ${terminal.words("check-times", { count })}`);
    if (first) tellFirst(first, terminal);
    if (step) terminal.out(`      ${whatMends(step, terminal.locale)}`);
  }
}

function tellFirst({ line, byte, part, field, found, expected, fix }: CheckFinding, terminal: Terminal): void {
  const place = [
    part,
    line === null ? undefined : terminal.words("check-line", { line }),
    byte === undefined ? undefined : terminal.words("check-byte", { byte }),
    field ?? undefined,
  ].filter((each) => each !== undefined);
  const said = [
    ...(found === "" ? [] : [terminal.words("check-found", { found })]),
    terminal.words("check-expected", { expected: sentenceIn(expected, terminal.locale) }),
    ...(fix ? [terminal.words("check-fix", { text: fix.text })] : []),
  ];
  terminal.out(`      ${[place.join(", "), said.join("; ")].filter(Boolean).join(": ")}`);
}
