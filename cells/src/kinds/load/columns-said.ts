// What the columns of what was loaded are, as found and as this cell says otherwise: their meaning, their category, and the
// share of their values that fits. What was found to tell individuals apart stays closed, whatever it is called.

import type { Artifact, Category, Column, Semantic, Table, TextColumn } from "../../artifacts/artifact.ts";
import { genesOfDate } from "../../artifacts/genes/genes-of-dates.ts";
import { categoryOf, identifies, meaningOf } from "../../artifacts/semantics.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { Issue } from "../../contract/format.ts";
import { FailureError } from "../../base/failure.ts";
import { shareOf } from "../../formats/parts/meanings/fit.ts";
import { withSemantics } from "../../formats/parts/meanings/semantic-type.ts";
import type { LoadSpec } from "./spec.ts";
import { words } from "./words.ts";

/** A column as the report "reading" has it. */
export type ColumnRead = {
  readonly name: string;
  /** Of a matrix: what it is said of. */
  readonly part: "rows" | "samples" | "features";
  readonly semantic: Semantic;
  readonly category: Category;
  /** As it is where nothing is said otherwise. */
  readonly found: { readonly semantic: Semantic; readonly category: Category };
  readonly share: number | null;
  readonly of: number;
  /** Of symbols of genes. */
  readonly genes?: GenesRead;
};
/** Of the different texts: how many are human symbols of today, aliases, dates that were genes, and none of them. */
export type GenesRead = {
  readonly current: number;
  readonly aliases: number;
  readonly dates: number;
  readonly others: number;
};
type Otherwise = LoadSpec["columns"][number];

/** More stand in the table alone. */
const mostTold = 400;

interface Said {
  readonly out: Artifact;
  readonly columns: readonly ColumnRead[];
  readonly issues: readonly Issue[];
}

/** With what symbols of genes are. */
export async function columnsSaid(artifact: Artifact, said: LoadSpec["columns"]): Promise<Said> {
  const found = columnsFound(artifact, said);
  const { out, columns } = found;
  const tables =
    out.type === "table" ? { rows: out } : out.type === "assay" ? { samples: out.samples, features: out.features } : {};
  const told = columns.map(async (column): Promise<ColumnRead> => {
    const table: Table | undefined = tables[column.part];
    const symbols = column.semantic === "gene" && table ? columnOf(table, column.name) : null;
    const genes = symbols?.type === "text" ? await genesRead(symbols) : null;
    return genes ? { ...column, genes } : column;
  });
  return { ...found, columns: await Promise.all(told) };
}

/** Null: they are no symbols of man (of the mouse, of yeast), and none became a date. */
async function genesRead({ dictionary }: TextColumn): Promise<GenesRead | null> {
  const { symbolIs } = await import("../../artifacts/genes/genes-called.ts");
  const counts = { current: 0, alias: 0, unknown: 0, dates: 0 };
  for (const name of dictionary) counts[genesOfDate(name).length > 0 ? "dates" : symbolIs(name)]++;
  const isOfMan = counts.current + counts.alias >= dictionary.length * leastOfMan;
  if (!isOfMan && counts.dates === 0) return null;
  const { current, alias: aliases, unknown: others, dates } = counts;
  return isOfMan ? { current, aliases, dates, others } : { current: 0, aliases: 0, dates, others: dictionary.length - dates };
}
/** Of the names of another animal's genes a few are those of man by accident. */
const leastOfMan = 0.3;

function columnsFound(artifact: Artifact, said: LoadSpec["columns"]): Said {
  if (artifact.type === "table") {
    refuseUnknown(said, [artifact]);
    const { table, columns } = inTable(artifact, said, "rows");
    return { out: table, columns, issues: fromZero(artifact, table) };
  }
  if (artifact.type === "assay") {
    refuseUnknown(said, [artifact.samples, artifact.features]);
    const samples = inTable(artifact.samples, said, "samples");
    // A name of both sides means that of the samples.
    const names = new Set(artifact.samples.columns.map(({ name }) => name));
    const features = inTable(
      artifact.features,
      said.filter(({ column }) => !names.has(column)),
      "features",
    );
    const columns = [...samples.columns, ...features.columns];
    return { out: { ...artifact, samples: samples.table, features: features.table }, columns, issues: [] };
  }
  refuseUnknown(said, []);
  return { out: artifact, columns: [], issues: [] };
}

/** How a table of places counts is told by its values where its format does not say it. */
const fromZero = (before: Table, after: Table): readonly Issue[] =>
  after.columns.flatMap(({ name, origin }, at) => {
    if (origin !== 0 || before.columns[at]?.origin !== undefined) return [];
    const message = words.sentence("counts-from-0", { column: name });
    return [{ rule: "counts-from-0", severity: "warning", line: null, field: name, message }];
  });

/** A setting is obeyed or refused. */
function refuseUnknown(said: LoadSpec["columns"], tables: readonly Table[]): void {
  const names = tables.flatMap(({ columns }) => columns.map(({ name }) => name));
  const unknown = said.find(({ column }) => !names.includes(column));
  if (unknown === undefined) return;
  const params = { column: unknown.column, available: names.slice(0, 12) };
  throw new FailureError(words.failure("said-no-column", params, { at: ["columns"] }));
}

function inTable(
  given: Table,
  said: LoadSpec["columns"],
  part: ColumnRead["part"],
): { readonly table: Table; readonly columns: readonly ColumnRead[] } {
  const found = withSemantics(given).columns;
  const otherwise = new Map(said.map((each) => [each.column, each]));
  const columns = found.map((column) => withSaid(column, otherwise.get(column.name)));
  const told = columns.slice(0, mostTold).map((column, at): ColumnRead => {
    const { name, semantic = "text" } = column;
    const before = found[at] ?? column;
    return {
      name,
      part,
      semantic,
      category: categoryOf(column),
      found: { semantic: before.semantic ?? "text", category: categoryOf(before) },
      ...shareOf(column, semantic),
    };
  });
  return { table: { ...given, columns }, columns: told };
}

function withSaid(column: Column, said: Otherwise | undefined): Column {
  if (said === undefined) return column;
  const semantic = said.semantic ?? column.semantic;
  const { category: _found, ...plain } = column;
  const chosen = said.category ?? (said.semantic === null ? column.category : undefined);
  const isClosed = identifies(column) && !meaningOf(semantic).identifies;
  return {
    ...plain,
    ...(semantic === undefined ? {} : { semantic }),
    ...(chosen === undefined || chosen === categoryOf({ semantic }) ? {} : { category: chosen }),
    ...(isClosed ? { closed: true } : {}),
  };
}
