// Artifacts as the files that people take away, in the formats that their types name. Called by the command line and by
// downloads.
// Images of figures need a browser and are made elsewhere.

import { artifactCards } from "../../artifacts/artifact-cards.ts";
import type { ExportFormat } from "../../artifacts/export-formats.ts";
import type { Artifact, ArtifactType } from "../../artifacts/artifact.ts";
import type { Grid } from "../../artifacts/grid.ts";
import { artifactTypeOf } from "../../artifacts/artifact-types.ts";
import { type Failure, FailureError } from "../../base/failure.ts";
import { assertNever } from "../../base/invariant.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type FittedChain, fittedChainOf } from "../../contract/fitted-chain.ts";
import { writeRecipe } from "../../features/recipe-bytes.ts";
import { words as recipeWords } from "../../features/words.ts";
import { delimitedText } from "./delimited.ts";
import { placesText } from "./places.ts";
import type { CellObject } from "@e965/xlsx";
import { sequencesText } from "./of-sequences/sequences.ts";
import { writeParquet } from "./parquet.ts";
import { words as cliWords } from "../../messages/cli/words.ts";

/** Formats by artifact type, the usual one first. */
export const exportFormatsOf = (type: ArtifactType): readonly ExportFormat[] => artifactCards[type].exports;

/** Excel's own limits (Microsoft: "Excel specifications and limits"). */
const excel = { rows: 1_048_576, columns: 16_384, letters: 32_767 } as const;

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const json = (value: unknown): Uint8Array => text(`${JSON.stringify(value, null, 1)}\n`);

function joined(blocks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

/** Bytes of the file. Pictures are refused here. Fails with "cli.format-refused", "cli.excel-too-large" or "cli.excel-text-too-long". */
export async function exportArtifact(artifact: Artifact, format: ExportFormat): Promise<Result<Uint8Array, Failure>> {
  const type = artifactTypeOf(artifact);
  const { exports, words } = type.card;
  const refused = err(
    cliWords.failure("format-refused", {
      type: { ...words.sentence("name") },
      format,
      formats: exports.join(", "),
    }),
  );
  if (!exports.includes(format)) return refused;
  const own = type.file(artifact, format);
  if (own) return ok(own);
  switch (format) {
    case "json":
      return ok(json(type.exportJson(artifact)));
    case "recipe": {
      // Without promises: these are somebody's decision.
      const chain = fittedChainOf(artifact);
      return chain ? recipeOf(chain) : refused;
    }
    case "parquet": {
      const table = type.asTable(artifact);
      return table ? ok(await writeParquet(table)) : refused;
    }
    case "bed":
    case "gff3": {
      const table = type.asTable(artifact);
      if (!table) return refused;
      const lines = placesText(table, format);
      return lines.ok ? ok(await inTurns(lines.value)) : lines;
    }
    case "fasta":
    case "fastq": {
      const table = type.asTable(artifact);
      if (!table) return refused;
      const lines = sequencesText(table, format);
      return lines.ok ? ok(await inTurns(lines.value)) : lines;
    }
    case "csv":
    case "csv-excel":
    case "tsv":
    case "xlsx": {
      const grid = type.grid(artifact);
      return grid ? exportGrid(grid, format) : refused;
    }
    case "onnx":
    case "png":
    case "svg":
    case "pdf":
      return refused;
    default:
      return assertNever(format);
  }
}

/** What no other data can be given is not written: whoever has the file could not mend it. */
function recipeOf(chain: FittedChain): Result<Uint8Array, Failure> {
  const whole = chain.steps.find(({ freezes }) => freezes === "whole");
  if (whole) return err(recipeWords.failure("recipe-write-whole", { verb: whole.verb }));
  try {
    return ok(writeRecipe(chain, []));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return err(error.failure);
  }
}

/** A server that writes a million rows goes on answering others. */
async function inTurns(blocks: Iterable<string>, before = ""): Promise<Uint8Array> {
  const all: Uint8Array[] = before === "" ? [] : [text(before)];
  for (const block of blocks) {
    all.push(text(block));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return joined(all);
}

async function exportGrid(grid: Grid, format: "csv" | "csv-excel" | "tsv" | "xlsx"): Promise<Result<Uint8Array, Failure>> {
  switch (format) {
    case "csv":
    case "csv-excel":
    case "tsv": {
      // Excel takes a CSV for UTF-8 by its mark alone.
      const blocks = delimitedText(grid, format === "tsv" ? "\t" : ",", format === "csv-excel");
      return ok(await inTurns(blocks, format === "csv-excel" ? "\uFEFF" : ""));
    }
    default: {
      if (grid.rowCount + 1 > excel.rows || grid.columns.length > excel.columns) {
        return err(cliWords.failure("excel-too-large", { rows: grid.rowCount, columns: grid.columns.length, ...limits }));
      }
      return excelOf(grid);
    }
  }
}
const limits = { maxRows: excel.rows - 1, maxColumns: excel.columns };

const notAvailable: CellObject = { t: "e", v: 0x2a, w: "#N/A" };

/** What reads like the code of a character (_x0041_) has its first sign in code (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
const excelText = (value: string): string => value.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");

async function excelOf(grid: Grid): Promise<Result<Uint8Array, Failure>> {
  const excelWriter = await import("@e965/xlsx");
  const rows: (string | number | boolean | null | CellObject)[][] = [grid.columns.map((column) => excelText(column.name))];
  for (let row = 0; row < grid.rowCount; row += 1) {
    const cells = grid.columns.map((column) => {
      const cell = column.at(row);
      if (typeof cell === "string") return excelText(cell);
      return typeof cell === "number" && !Number.isFinite(cell) ? String(cell) : cell;
    });
    // A row of nothing would be none: Excel's own sign for what is missing stands in it.
    rows.push(cells.every((cell) => cell === null || cell === "") ? [notAvailable, ...cells.slice(1)] : cells);
  }
  for (const [row, cells] of rows.entries()) {
    const at = cells.findIndex((cell) => typeof cell === "string" && cell.length > excel.letters);
    if (at < 0) continue;
    const params = {
      cell: excelWriter.utils.encode_cell({ r: row, c: at }),
      column: (grid.columns[at]?.name ?? "").slice(0, 60),
      letters: (cells[at] as string).length,
      most: excel.letters,
    };
    return err(cliWords.failure("excel-text-too-long", params));
  }
  const book = excelWriter.utils.book_new();
  excelWriter.utils.book_append_sheet(book, excelWriter.utils.aoa_to_sheet(rows), "GenomeCraft");
  // Texts in the workbook's list: those that stand in cells are taken for what formulas give, which some readers decode twice.
  const file = excelWriter.write(book, { type: "array", bookType: "xlsx", bookSST: true, compression: true }) as ArrayBuffer;
  return ok(new Uint8Array(file));
}
