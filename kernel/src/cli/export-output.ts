// `--export cell[.port]=FILE`: what is asked for is read before anything runs, and written at the end.

import { realpathSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ArtifactType } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { err, ok, type Result } from "@genomecraft/cells/base/result.ts";
import {
  type ExportFormat,
  exportFormatNames,
  exportFormatOfName,
  isPicture,
} from "@genomecraft/cells/artifacts/export-formats.ts";
import { exportArtifact, exportFormatsOf } from "@genomecraft/cells/formats/write/export-artifact.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { mainPort } from "@genomecraft/cells/runtime/plan.ts";
import { cellNamed, filesIn, type OpenedNotebook } from "../headless/open-notebook.ts";
import type { NotebookRun } from "../headless/run-notebook.ts";
import { type ColourOf, colourOf, groupNumbers, withGroupColours } from "@genomecraft/cells/artifacts/group-colours.ts";
import type { Paper } from "@genomecraft/cells/ui/print-size.ts";
import { figureImage } from "./figure-image.ts";
import { words as cliWords } from "@genomecraft/cells/messages/cli/words.ts";

export interface ExportRequest {
  readonly cell: string;
  readonly port?: string;
  readonly file: string;
  readonly format: ExportFormat;
}

export function readExportRequest(text: string): Result<ExportRequest, Failure> {
  const match = /^([^=]+?)=(.+)$/su.exec(text);
  const [cell = "", port] = (match?.[1] ?? "").split(".");
  const file = match?.[2] ?? "";
  if (cell === "" || file === "") return err(cliWords.failure("export-unreadable", { text }));
  const format = exportFormatOfName(file);
  if (!format) return err(cliWords.failure("export-extension", { file, formats: exportFormatNames.join(", ") }));
  return ok({ cell, file, format, ...(port === undefined ? {} : { port }) });
}

/** How wide figures are on paper and how fine; null: as on the screen. */
export function readPaper(width: string | undefined, dpi: string | undefined): Result<Paper | null, Failure> {
  if (width === undefined) return dpi === undefined ? ok(null) : err(cliWords.failure("dpi-alone"));
  const [wide, dots] = [Number(width.replace(/\s?mm$/u, "")), Number(dpi ?? 600)];
  if (!(wide >= widest.least && wide <= widest.most)) return err(cliWords.failure("figure-width", { text: width, ...widest }));
  if (!(dots >= finest.least && dots <= finest.most)) return err(cliWords.failure("figure-dpi", { text: dpi ?? "", ...finest }));
  return ok({ width: wide, dpi: dots });
}
const widest = { least: 30, most: 250 } as const;
const finest = { least: 72, most: 1200 } as const;

/** Why these cannot be exported from that notebook, as far as it can be known before the notebook runs. */
export function exportsRefusal(opened: OpenedNotebook, requests: readonly ExportRequest[]): Failure | null {
  const taken = new Set<string>();
  for (const request of requests) {
    const refusal = exportRefusal(opened.notebook, request) ?? placeRefusal(opened, request.file, taken);
    if (refusal) return refusal;
  }
  return null;
}

/** What the notebook reads is never written over, and no export over another. */
function placeRefusal(opened: OpenedNotebook, file: string, taken: Set<string>): Failure | null {
  const home = path.dirname(opened.file);
  const reads = opened.notebook.cells.flatMap((cell) => filesIn(cell.spec)).flatMap((ref) => ref.path ?? []);
  const at = realPlace(file);
  if ([opened.file, ...reads.map((named) => path.resolve(home, named))].some((read) => realPlace(read) === at))
    return cliWords.failure("export-over-input", { file });
  if (taken.has(at)) return cliWords.failure("export-twice", { file });
  taken.add(at);
  return null;
}

/** By way of links, as far as the path is there. */
function realPlace(file: string): string {
  const at = path.resolve(file);
  try {
    return realpathSync(at);
  } catch {
    const above = path.dirname(at);
    return above === at ? at : path.join(realPlace(above), path.basename(at));
  }
}

function exportRefusal(notebook: Notebook, request: ExportRequest): Failure | null {
  const found = cellNamed(notebook, request.cell);
  if (!found.ok) return found.error;
  const outputs = kindOf(found.value.kind)?.outputs ?? [];
  const port = request.port ?? mainPort(outputs);
  const output = outputs.find(({ name }) => name === port);
  if (!output) {
    return cliWords.failure("port-unknown", { name: request.cell, port, available: outputs.map(({ name }) => name).join(", ") });
  }
  const formats = [...new Set([output.type].flat().flatMap((type: ArtifactType) => exportFormatsOf(type)))];
  if (formats.includes(request.format)) return null;
  return cliWords.failure("export-refused", { name: request.cell, format: request.format, formats: formats.join(", ") });
}

/** A picture has the colours of its notebook. */
const coloursOf = (run: NotebookRun): ColourOf =>
  colourOf(groupNumbers(run.cells.flatMap((cell) => Object.values(cell.outputs).map((output) => output.summary))));

/** Answers the number of bytes written. */
export async function writeExport(
  run: NotebookRun,
  request: ExportRequest,
  { locale, paper }: { readonly locale: Locale; readonly paper: Paper | null },
): Promise<Result<number, Failure>> {
  const artifact = await run.artifact(request.cell, request.port);
  if (!artifact.ok) return artifact;
  const bytes =
    artifact.value.type === "figure" && isPicture(request.format)
      ? await figureImage(withGroupColours(artifact.value, coloursOf(run)), request.format, locale, paper)
      : await exportArtifact(artifact.value, request.format);
  if (!bytes.ok) return bytes;
  try {
    await makeFolder(path.dirname(path.resolve(request.file)));
    await writeFile(request.file, bytes.value);
  } catch (error) {
    return err(
      cliWords.failure("write-failed", { file: request.file, detail: (error as NodeJS.ErrnoException).code ?? String(error) }),
    );
  }
  return ok(bytes.value.length);
}

/** Level by level: Node's recursive mkdir never ends where a file system refuses a folder as missing (/proc). */
async function makeFolder(folder: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  try {
    await make();
  } catch (error) {
    const above = path.dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === folder) throw error;
    await makeFolder(above);
    await make();
  }
}
