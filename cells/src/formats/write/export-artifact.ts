// Artifacts as the files that people take away: CSV, TSV, JSON, Excel, Parquet of tables and matrices, JSON of figures,
// reports and values, ONNX of models. Called by the command line and by downloads.
// Images of figures need a browser and are made elsewhere.

import type { Artifact, Assay, Column, Table } from "../../artifacts/artifact.ts";
import { type Failure, failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { exportJson } from "../../artifacts/artifact-json.ts";
import { denseData, sampleIds } from "../../artifacts/assay.ts";
import { distinctNames } from "../../base/distinct-names.ts";
import type { JsonObject } from "../../base/json.ts";
import { delimitedText } from "./delimited.ts";
import { type Grid, gridOf } from "./grid.ts";
import { writeParquet } from "./parquet.ts";

export type ExportFormat = "csv" | "tsv" | "json" | "xlsx" | "parquet" | "onnx" | "png" | "svg";
/** Formats by artifact type, the usual one first. */
export const exportFormats: { readonly [type in Artifact["type"]]: readonly ExportFormat[] } = {
  table: ["csv", "tsv", "parquet", "json", "xlsx"],
  assay: ["csv", "tsv", "parquet", "json", "xlsx"],
  model: ["onnx", "json"],
  figure: ["json", "png", "svg"],
  report: ["json"],
  value: ["json"],
};

/** Excel's own limits (Microsoft: "Excel specifications and limits"). */
const excel = { rows: 1_048_576, columns: 16_384 } as const;

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

/** Bytes of the file. `png` and `svg` are refused here. Fails with "cli.format-refused" or "cli.excel-too-large". */
export async function exportArtifact(artifact: Artifact, format: ExportFormat): Promise<Result<Uint8Array, Failure>> {
  const formats = exportFormats[artifact.type];
  const type = artifact.type === "assay" ? "matrix" : artifact.type;
  const refused = err(failure("cli.format-refused", { type, format, formats: formats.join(", ") }));
  if (!formats.includes(format)) return refused;
  switch (artifact.type) {
    case "table":
    case "assay":
      if (format === "json") return ok(json(exportJson(artifact)));
      if (format === "parquet") return ok(await writeParquet(artifact.type === "table" ? artifact : wideTable(artifact)));
      return exportGrid(gridOf(artifact), format);
    case "model":
      return ok(format === "onnx" ? artifact.onnx : json(artifact.card));
    case "figure":
      return format === "json" ? ok(json({ ...(exportJson(artifact) as JsonObject), alt: artifact.alt })) : refused;
    case "report":
    case "value":
      return ok(json(exportJson(artifact)));
  }
}

async function exportGrid(grid: Grid, format: ExportFormat): Promise<Result<Uint8Array, Failure>> {
  switch (format) {
    case "csv":
    case "tsv": {
      const blocks: Uint8Array[] = [];
      for (const block of delimitedText(grid, format === "csv" ? "," : "\t")) {
        blocks.push(text(block));
        // A server that writes a million rows goes on answering others.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      return ok(joined(blocks));
    }
    default: {
      if (grid.rowCount + 1 > excel.rows || grid.columns.length > excel.columns) {
        return err(failure("cli.excel-too-large", { rows: grid.rowCount, columns: grid.columns.length, ...limits }));
      }
      return ok(await excelOf(grid));
    }
  }
}
const limits = { maxRows: excel.rows - 1, maxColumns: excel.columns };

async function excelOf(grid: Grid): Promise<Uint8Array> {
  const excelWriter = await import("@e965/xlsx");
  const rows: (string | number | boolean | null)[][] = [grid.columns.map((column) => column.name)];
  for (let row = 0; row < grid.rowCount; row += 1) {
    rows.push(
      grid.columns.map((column) => {
        const cell = column.at(row);
        return typeof cell === "number" && !Number.isFinite(cell) ? String(cell) : cell;
      }),
    );
  }
  const book = excelWriter.utils.book_new();
  excelWriter.utils.book_append_sheet(book, excelWriter.utils.aoa_to_sheet(rows), "GenomeCraft");
  return new Uint8Array(excelWriter.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

/** A row per feature: what is known of it, then a column per sample, which may be called as a column of the features is. */
function wideTable(assay: Assay): Table {
  const { featureCount: rows, sampleCount: width } = assay;
  const data = denseData(assay);
  const samples = sampleIds(assay).map((name, sample): Column => {
    const values = new Float64Array(rows);
    const valid = new Uint8Array(rows).fill(1);
    for (let row = 0; row < rows; row++) {
      const value = data[row * width + sample] as number;
      // What was not measured is missing.
      if (Number.isNaN(value)) valid[row] = 0;
      else values[row] = value;
    }
    return { name, type: "float64", values, valid: valid.includes(0) ? valid : null };
  });
  const columns = [...assay.features.columns, ...samples];
  const names = distinctNames(columns.map((column) => column.name));
  return { type: "table", rowCount: rows, columns: columns.map((column, at) => ({ ...column, name: names[at] ?? "" })) };
}
