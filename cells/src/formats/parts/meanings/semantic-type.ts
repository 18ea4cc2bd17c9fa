// What a column is for a reader, told from its name and its values. Never changes a value; always overridable. First broadly,
// as the gate of publications has always had it; then finer, by told.ts, and never so that something opens.

import type { Column, Semantic, Table } from "../../../artifacts/artifact.ts";
import { isAdjustedP, isPlainP } from "../../../artifacts/difference-columns.ts";
import { categoryOf, meaningOf, type Category } from "../../../artifacts/semantics.ts";
import { unitPattern } from "../../../artifacts/unit-column.ts";
import { fitOf, isShaped } from "./fit.ts";
import { finer, type Told, told } from "./told.ts";

const named: readonly (readonly [Semantic, RegExp])[] = [
  ["lab", /^(?:lab|laboratory|study|cent(?:re|er)|site|batch|cohort|institute)$/i],
  ["sample", /^(?:sample|samples|sample[._ -]?(?:id|name)|samplename|barcode)$/i],
  [
    "gene",
    /^(?:genes?|gene[._ -]?(?:id|name|symbol)s?|symbol|hgnc[._ ]?symbol|ensembl(?:[._ ]?(?:gene))?(?:[._ ]?id)?|entrez(?:[._ ]?id)?)$/i,
  ],
  ["chromosome", /^#?(?:chr|chrom|chromosome|seqnames?|contig)$/i],
  ["position", /^(?:pos|position|start|end|bp|chrom(?:start|end))$/i],
  ["allele", /^(?:ref|alt|allele[12]?|reference[._ ]?allele|effect[._ ]?allele|other[._ ]?allele|a1|a2)$/i],
  ["genotype", /^(?:gt|genotype)$/i],
  ["percent", /(?:^|[._ ])(?:percent|pct)(?:[._ ]|$)|%/i],
  ["date", /(?:^|[._ ])date(?:[._ ]|$)/i],
];
const ensembl = /^ENS[A-Z]{0,4}[GTP]\d{11}(?:\.\d+)?$/;
const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;
const chromosome = /^chr(?:\d{1,2}|X|Y|M|MT)$/;
const allele = /^[ACGTN]+$/;

/** Share of the dictionary's first 200 texts that match. */
function share(column: Column, pattern: RegExp): number {
  if (column.type !== "text") return 0;
  const texts = column.dictionary.filter((text) => text !== "").slice(0, 200);
  return texts.length === 0 ? 0 : texts.filter((text) => pattern.test(text)).length / texts.length;
}

/** Share of the values that have to fit beside the name. */
const enough = 0.8;

export function semanticOf(column: Column, rows: number): Semantic {
  const broad = broadly(column, rows);
  return finer.find((semantic) => isFiner(column, semantic, broad)) ?? broad;
}

/** Of a column of which its format says that it names genes: by which register, where its values are those of one. Opens and closes nothing. */
export function namingGenes<C extends Column>(column: C): C {
  if (column.semantic !== "gene") return column;
  const register = finer.find((semantic) => !meaningOf(semantic).identifies && isFiner(column, semantic, "gene"));
  return register === undefined ? column : { ...column, semantic: register };
}

function isFiner(column: Column, semantic: Semantic, broad: Semantic): boolean {
  const { from = [], called, alone }: Told = told[semantic];
  if (!from.includes(broad)) return false;
  // What closes a column keeps it closed.
  if (meaningOf(broad).identifies && !meaningOf(semantic).identifies) return false;
  const isCalled = called instanceof RegExp ? called.test(column.name.trim()) : (called?.(column.name) ?? false);
  if (!isCalled && alone === undefined) return false;
  if (!isShaped(column, semantic)) return false;
  const { share: fits } = fitOf(column, semantic);
  return fits !== null && fits >= (isCalled ? Math.min(enough, alone ?? 1) : (alone ?? 1));
}

function broadly(column: Column, rows: number): Semantic {
  const isText = column.type === "text";
  if ((isPlainP(column.name) || isAdjustedP(column.name)) && inUnitInterval(column)) return "p-value";
  for (const [semantic, pattern] of named) {
    if (!pattern.test(column.name)) continue;
    if ((semantic === "allele" || semantic === "genotype") && !isText) continue;
    if (semantic === "position" && isText) continue;
    if (semantic === "date" && !isText) continue;
    return semantic;
  }
  if (isText) {
    if (share(column, ensembl) > 0.9) return "gene";
    if (share(column, chromosome) > 0.9) return "chromosome";
    if (share(column, isoDate) > 0.9) return "date";
    const distinct = column.dictionary.length;
    if (distinct <= 12 && share(column, allele) === 1 && column.dictionary.some((text) => text.length === 1)) return "allele";
    if (rows > 2 && distinct >= rows * 0.98 && !column.valid) return "identifier";
    if (distinct <= Math.max(20, Math.min(200, rows / 4))) return "category";
    return "text";
  }
  if (column.type === "boolean") return "category";
  if (column.type === "int32") return column.values.every((value) => value >= 0) ? "count" : "number";
  return "number";
}

function inUnitInterval(column: Column): boolean {
  if (column.type !== "float64" && column.type !== "int32") return false;
  for (let row = 0; row < column.values.length; row++) {
    const value = column.values[row] as number;
    if (value < 0 || value > 1) return false;
  }
  return true;
}

/** Of columns that came from a place as it is, what they are beside others. */
const isTime = ({ semantic }: { readonly semantic?: Semantic }): boolean => semantic === "date" || semantic === "birth-date";

/** Each column with its meaning, and with its category where that follows from what stands beside it. */
export function withSemantics(table: Table): Table {
  const columns = table.columns.map((column) =>
    column.semantic ? column : { ...column, semantic: semanticOf(column, table.rowCount) },
  );
  const clusters = columns.filter(({ semantic }) => semantic === "cluster").map(({ name }) => name);
  const hasDates = columns.some(isTime);
  const hasPlaces = columns.some(({ semantic }) => semantic === "chromosome");
  return {
    ...table,
    columns: columns.map((named): Column => {
      const given = isFurther(named, clusters) ? { ...named, semantic: "cluster" as const } : named;
      const column = hasPlaces && countsFromZero(given) ? { ...given, origin: 0 as const } : given;
      const category = column.category ?? categoryBeside(column, hasDates);
      return category === undefined || category === categoryOf({ semantic: column.semantic }) ? column : { ...column, category };
    }),
  };
}

/** Clusters beside others of that name, numbered as columns of one name are: cluster, cluster_2. Alone, cluster_2 may hold counts. */
function isFurther(column: Column, clusters: readonly string[]): boolean {
  const stem = /^(.+)_\d+$/.exec(column.name)?.[1];
  if (stem === undefined || !clusters.includes(stem) || column.semantic === undefined || column.closed === true) return false;
  if (!(told.cluster.from ?? []).includes(column.semantic) || meaningOf(column.semantic).identifies) return false;
  return isShaped(column, "cluster") && (fitOf(column, "cluster").share ?? 0) >= enough;
}

/** A start at 0 is before the first base for whoever counts from 1: such a column counts from 0, as BED does. */
function countsFromZero(column: Column): boolean {
  if (column.origin !== undefined || (column.semantic !== "start" && column.semantic !== "position")) return false;
  return (
    (column.type === "int32" || column.type === "float64") &&
    column.values.some((value, row) => value === 0 && column.valid?.[row] !== 0)
  );
}

/** An age beside a date gives away the day of birth; the number of a mouse is nothing that was measured; strains that are written WT and KO are no alleles of a person. */
function categoryBeside(column: Column, hasDates: boolean): Category | undefined {
  if (column.semantic === "age" && hasDates) return "sensitive";
  if ((column.semantic === "count" || column.semantic === "number") && unitPattern.test(column.name)) return "design";
  if (column.semantic !== "genotype") return undefined;
  const { share: fits } = fitOf(column, "genotype");
  return fits !== null && fits < 0.5 ? "design" : undefined;
}
