// `genomecraft inspect`: what files are, told by their content: format, shape, columns, and what is wrong with them.

import { artifactCards } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { stat } from "node:fs/promises";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { inspectFile, inspectionInWords } from "@genomecraft/cells/files/inspect.ts";
import type { Inspection, Seen } from "@genomecraft/cells/files/inspection.ts";
import { loadableFormat } from "@genomecraft/cells/files/loadable-format.ts";
import { listedFormat } from "@genomecraft/cells/formats.ts";
import { message } from "@genomecraft/cells/messages/catalogue.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { inflateOnNode } from "../engines/inflate-on-node.ts";
import { localFile } from "../headless/local-file.ts";
import { loadSqlEngine } from "../native-engines.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";

export async function inspectCommand(
  files: readonly string[],
  flags: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const found: { readonly file: string; readonly inspection: Inspection }[] = [];
  for (const file of files) {
    const source = await localFile(file);
    if (!source) {
      const isFolder = await stat(file).then(
        (at) => at.isDirectory(),
        () => false,
      );
      throw new CommandEnd(2, terminal.words(isFolder ? "folder-empty" : "file-not-found", { file }));
    }
    terminal.progress(`${file} ...`);
    const format = await loadableFormat(source, file, inflateOnNode).catch((error: NodeJS.ErrnoException) => {
      throw new CommandEnd(2, terminal.words("file-unreadable", { file, detail: error.code ?? error.message }));
    });
    const engines = format === null ? [] : (listedFormat(format)?.format.engines ?? []);
    const sql = engines.includes("duckdb") ? await loadSqlEngine() : null;
    found.push({ file, inspection: await inspectFile(source, file, { sql, inflate: inflateOnNode }) });
  }
  terminal.progress("");
  if (flags.json) {
    const said = found.map(({ inspection }): JsonObject => inspectionInWords(inspection, terminal.locale));
    terminal.out(JSON.stringify(said, null, 2));
    return 0;
  }
  for (const { file, inspection } of found) tell(file, inspection, terminal);
  return 0;
}

/** Columns that are listed for people; programs get all that there are. */
const listed = 40;

function tell(file: string, inspection: Inspection, terminal: Terminal): void {
  const { format, compression, alternatives, others } = inspection;
  terminal.out(file);
  terminal.out(
    `  ${[format, compression === "none" ? "" : compression, sizeOf(inspection, terminal)].filter(Boolean).join(", ")}`,
  );
  if (others.length > 0) terminal.out(`  ${nameOf(inspection, terminal)}`);
  tellWhy(inspection, terminal);
  if (inspection.confidence < 1 && alternatives.length > 0)
    terminal.out(`  (${alternatives.map(({ format: other }) => other).join(", ")}?)`);
  tellColumns(inspection, terminal);
  for (const sheet of others) {
    terminal.out(`  ${[nameOf(sheet, terminal), sizeOf(sheet, terminal)].filter(Boolean).join(", ")}`);
    tellWhy(sheet, terminal);
    tellColumns(sheet, terminal);
  }
}

const nameOf = ({ sheet, isHidden }: Seen, terminal: Terminal): string =>
  terminal.words(isHidden ? "inspect-hidden-sheet" : "inspect-sheet", { sheet: sheet ?? "" });

function sizeOf({ artifact, shape }: Seen, { locale }: Terminal): string {
  const size = shape.map((length) => formatNumber(length, locale)).join(" × ");
  return artifact ? `${artifactCards[artifact].words.say("name", {}, locale)} ${size}` : "";
}

function tellWhy({ why }: Seen, terminal: Terminal): void {
  for (const { key, params } of why) terminal.out(`  ${message(key, params, terminal.locale)}`);
}

function tellColumns({ columns, issues }: Seen, terminal: Terminal): void {
  const width = Math.min(40, Math.max(0, ...columns.slice(0, listed).map((column) => column.name.length)));
  for (const column of columns.slice(0, listed)) {
    const missing = column.missing > 0 ? `${formatNumber(column.missing, terminal.locale)} NA` : "";
    const fits = column.share === null ? "     " : `${String(Math.floor(100 * column.share)).padStart(3)} %`;
    terminal.out(
      `    ${column.name.slice(0, 40).padEnd(width)}  ${column.type.padEnd(8)} ${column.semantic.padEnd(18)} ${fits} ${missing}`.trimEnd(),
    );
  }
  if (columns.length > listed) terminal.out(`    ... ${columns.length - listed}`);
  for (const issue of issues) {
    const at = [issue.line === null ? null : `:${issue.line}`, issue.field].filter((part) => part !== null).join(" ");
    const glyph = issue.severity === "error" ? "✗" : issue.severity === "warning" ? "!" : "·";
    const { key, params } = issue.message;
    terminal.out(`  ${glyph} ${at ? `${at}  ` : ""}${message(key, params, terminal.locale)}`);
  }
}
