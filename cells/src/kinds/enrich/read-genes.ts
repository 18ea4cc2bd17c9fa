// The table of genes: which column names them, which says how they change, how certain that is; the rows of one contrast; each gene once.

import { isNumeric } from "../../artifacts/table.ts";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { meaningOf } from "../../artifacts/semantics.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { TestedGenes } from "../../contract/enrichment-method.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { called, plain, type Role } from "./called.ts";
import { words } from "./words.ts";

export const numbersOf = (column: Column): Float64Array =>
  column.type === "text"
    ? new Float64Array(column.codes.length).fill(Number.NaN)
    : Float64Array.from(column.values, (value, row) => (isMissing(column, row) ? Number.NaN : Number(value)));

export interface GeneTable {
  /** Columns that may name the genes, the chosen one alone where one is. */
  readonly naming: readonly Column[];
  readonly rows: Int32Array;
  /** That was asked; null: the table is of one. */
  readonly contrast: string | null;
  readonly table: Table;
}

interface Fields {
  readonly contrast: string;
  readonly gene: string;
}

export function geneTable(table: Table, { contrast, gene }: Fields, say: (said: Sentence) => void): Result<GeneTable, Failure> {
  const names = table.columns.map(({ name }) => name);
  const rows = rowsOf(table, contrast, say);
  if (!rows.ok) return rows;
  if (gene !== "") {
    const column = columnOf(table, gene);
    if (!column) return err(words.failure("no-column", { name: gene, near: nearestNames(gene, names) }, { at: ["gene"] }));
    return ok({ naming: [column], ...rows.value, table });
  }
  const isNamed = (column: Column): boolean =>
    meaningOf(column.semantic).names === "features" || /gene|symbol|ensembl|entrez|feature|^id$|^names?$/i.test(column.name);
  const texts = table.columns.filter((column) => column.type === "text");
  const likely = table.columns.filter((column) => isNamed(column) && (column.type === "text" || column.type === "int32"));
  const naming = likely.length > 0 ? likely : texts.slice(0, 1);
  if (naming.length === 0) return err(words.failure("no-genes", { names: names.slice(0, 8) }, { at: ["gene"] }));
  return ok({ naming, ...rows.value, table });
}

/** Of one contrast, where there are several. */
function rowsOf(
  table: Table,
  contrast: string,
  say: (said: Sentence) => void,
): Result<Pick<GeneTable, "rows" | "contrast">, Failure> {
  const all = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  const column = columnOf(table, "contrast");
  if (column?.type !== "text") {
    if (contrast !== "")
      return err(words.failure("no-contrasts", { contrast }, { at: ["contrast"], fix: { path: ["contrast"], value: "" } }));
    return ok({ rows: all, contrast: null });
  }
  const there = [...new Set(all.map((row) => column.codes[row] as number))].filter((code) => code >= 0);
  const names = there.map((code) => column.dictionary[code] as string);
  const wanted = contrast === "" ? names[0] : contrast;
  if (wanted === undefined || !names.includes(wanted))
    return err(words.failure("no-contrast", { contrast, names }, { at: ["contrast"] }));
  if (contrast === "" && names.length > 1) say(words.sentence("first-contrast", { contrast: wanted, others: names.slice(1) }));
  const code = column.dictionary.indexOf(wanted);
  return ok({ rows: all.filter((row) => column.codes[row] === code), contrast: wanted });
}

/** Names of the rows' genes; "" where there is none. */
export const namesIn = (column: Column, rows: Int32Array): readonly string[] =>
  Array.from(rows, (row) => (isMissing(column, row) ? "" : cellString(column, row).trim()));

export interface ReadGenes {
  readonly genes: TestedGenes;
  /** Of a gene the place, by its name. */
  readonly places: ReadonlyMap<string, number>;
  /** Rows tell of a gene again. */
  readonly isRepeated: boolean;
}

/** Each gene once: of several rows the one with the smallest p value, or else the largest change. */
export function readGenes(
  { rows, table }: GeneTable,
  names: readonly string[],
  spec: { readonly [role in Role]: string },
  { listed, say }: { readonly listed: ReadonlySet<string> | null; say(said: Sentence): void },
): Result<ReadGenes, Failure> {
  const found = new Map<Role, Column>();
  for (const role of ["change", "statistic", "p", "adjusted"] as const) {
    const wanted = spec[role];
    const column = wanted === "" ? likeliest(table, role) : columnOf(table, wanted);
    if (wanted !== "" && (!column || !isNumeric(column)))
      return err(
        words.failure(
          "no-numbers",
          {
            name: wanted,
            near: nearestNames(
              wanted,
              table.columns.filter(isNumeric).map(({ name }) => name),
            ),
          },
          { at: [role] },
        ),
      );
    if (column) found.set(role, column);
  }
  const numbers = (role: Role): Float64Array | null => {
    const column = found.get(role);
    if (!column) return null;
    const values = numbersOf(column);
    return Float64Array.from(rows, (row) => values[row] as number);
  };
  const all = { change: numbers("change"), statistic: numbers("statistic"), p: numbers("p"), adjusted: numbers("adjusted") };
  const kept = oncePerGene(names, all);
  const nameless = names.filter((name) => name === "").length;
  if (nameless > 0) say(words.sentence("nameless", { n: nameless }));
  const several = names.length - nameless - kept.length;
  if (several > 0) say(words.sentence("several-rows", { n: several }));
  const at = (values: Float64Array | null): Float64Array | null =>
    values && Float64Array.from(kept, (place) => values[place] as number);
  const own = Array.from(kept, (place) => names[place] as string);
  const calledBy = (role: Role): string => found.get(role)?.name ?? "";
  return ok({
    isRepeated: several > 0,
    places: new Map(own.map((name, place) => [name, place])),
    genes: {
      names: own,
      change: at(all.change),
      statistic: at(all.statistic),
      p: at(all.p),
      adjusted: at(all.adjusted),
      listed: listed && Uint8Array.from(own, (name) => (listed.has(name) ? 1 : 0)),
      called: { change: calledBy("change"), statistic: calledBy("statistic"), p: calledBy("p"), adjusted: calledBy("adjusted") },
      column(name) {
        const column = columnOf(table, name);
        if (!column || column.type === "text") return null;
        const values = numbersOf(column);
        return {
          values: Float64Array.from(kept, (place) => values[rows[place] as number] as number),
          isFlag: column.type === "boolean",
        };
      },
    },
  });
}

function likeliest({ columns }: Table, role: Role): Column | null {
  for (const name of called[role]) {
    const found = columns.find((column) => isNumeric(column) && plain(column.name) === name);
    if (found) return found;
  }
  return null;
}

function oncePerGene(
  names: readonly string[],
  { p, change }: { readonly p: Float64Array | null; readonly change: Float64Array | null },
): Int32Array {
  const best = new Map<string, number>();
  const isBetter = (one: number, other: number): boolean => {
    const [a, b] = [p?.[one] ?? Number.NaN, p?.[other] ?? Number.NaN];
    if (!Number.isNaN(a) || !Number.isNaN(b)) return a < b || Number.isNaN(b);
    return Math.abs(change?.[one] ?? 0) > Math.abs(change?.[other] ?? 0);
  };
  for (const [place, name] of names.entries()) {
    if (name === "") continue;
    const before = best.get(name);
    if (before === undefined || isBetter(place, before)) best.set(name, place);
  }
  return Int32Array.from(best.values()).sort();
}
