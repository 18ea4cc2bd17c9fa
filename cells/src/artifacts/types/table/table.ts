// The code of tables.

import { z } from "zod";
import type { ArtifactTypeOf } from "../../artifact-type.ts";
import { columnSummary } from "../../column-summary.ts";
import { manifest } from "../../content-hash.ts";
import { gridOfTable } from "../../grid.ts";
import { readTable, type TableHead, writeTable } from "./bytes.ts";
import { tableCard } from "./card.ts";
import { columnsListed } from "./columns-listed.ts";
import { compareTables } from "./compare.ts";
import { digestOfTable } from "./digest.ts";
import { disclosureOfTable } from "./discloses.ts";
import { tableToJson } from "./json.ts";
import { namesInTable } from "./names.ts";
import { bytesOfTable } from "./size.ts";
import { windowOfTable } from "./window.ts";
import { count, listedColumns } from "../../summary-parts.ts";

export const table: ArtifactTypeOf<"table"> = {
  card: tableCard,
  digest: (artifact, newHasher) => manifest("table", {}, [["table", digestOfTable(artifact, newHasher)]]),
  write: (artifact, put) => ({ type: "table", table: writeTable(artifact, put) }),
  read: (head, get) => readTable(head["table"] as TableHead, get),
  size: bytesOfTable,
  summary: (artifact) => ({ shape: [artifact.rowCount, artifact.columns.length], columns: columnsListed(artifact) }),
  summaryShape: z.strictObject({ shape: z.tuple([count, count]), columns: listedColumns }),
  window: windowOfTable,
  columns: (artifact, _part, options) => artifact.columns.map((column) => columnSummary(column, options)),
  names: namesInTable,
  compare: (again, recorded, comparer) => compareTables(again, recorded, "", comparer),
  exportJson: tableToJson,
  grid: gridOfTable,
  asTable: (artifact) => artifact,
  file: () => null,
  rowsDisclose: disclosureOfTable,
  withoutRows: () => null,
  readersSee: (artifact, { rows }) => ({ table: windowOfTable(artifact, { offset: 0, limit: rows }) }),
};
