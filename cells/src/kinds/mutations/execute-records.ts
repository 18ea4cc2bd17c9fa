// The rows of a table of mutations as codes: which sample, gene and class each is of. What was guessed is said, what cannot be used is
// counted, and a mutation that stands there twice counts once unless it was asked otherwise.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, holdsNothing, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { changingClasses, inOrderOfClasses, mayChangeProtein } from "../../stats/mutations/mutation-classes.ts";
import { proteinPosition } from "../../stats/mutations/protein-position.ts";
import { type SubstitutionClass, substitutionOf } from "../../stats/mutations/substitutions.ts";
import { guessColumn, type MutationColumn } from "./guess-columns.ts";
import type { MutationsSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Doubt extends Sentence {
  /** Numbers of rows that it tells of. */
  readonly rows?: readonly number[];
}

export interface MutationRecord {
  readonly sample: string;
  readonly gene: string;
  /** Empty: there is no class. */
  readonly class: string;
  /** SNP, DEL, …; empty: not known. */
  readonly type: string;
  readonly substitution: SubstitutionClass | null;
  readonly change: string;
  readonly position: number | null;
  readonly isCounted: boolean;
}
export interface Records {
  readonly list: readonly MutationRecord[];
  /** Classes that count, as pictures order them. */
  readonly classes: readonly string[];
  /** The columns that were taken. */
  readonly columns: { readonly [of in MutationColumn]: string | null };
  readonly by: "sample" | "patient";
}

export const noColumn = (column: string, table: Table, at: readonly string[]): Failure => {
  const available = table.columns.map(({ name }) => name);
  const [near] = nearestNames(column, available);
  return near === undefined
    ? words.failure("no-column", { column, available: available.slice(0, 12) }, { at: [...at] })
    : words.failure("column-near", { column, near }, { at: [...at], fix: { path: [...at], value: near } });
};

const asked = ["gene", "sample", "class", "change"] as const;

function columnsOf(
  table: Table,
  spec: MutationsSpec,
  doubts: Doubt[],
): Result<{ readonly [of in MutationColumn]: Column | null }, Failure> {
  // What holds nothing tells nothing: the next by name is taken.
  const filled = table.columns.filter((column) => !holdsNothing(column));
  const find = (of: MutationColumn): Column | null => {
    const name = guessColumn(of, filled);
    return name === null ? null : columnOf(table, name);
  };
  const said: { [of in (typeof asked)[number]]?: Column } = {};
  for (const of of asked) {
    const name = spec[`${of}Column`];
    if (name === "") continue;
    const column = columnOf(table, name);
    if (!column) return err(noColumn(name, table, [`${of}Column`]));
    said[of] = column;
  }
  const columns = {
    gene: said.gene ?? find("gene"),
    sample: said.sample ?? find("sample"),
    class: said.class ?? find("class"),
    change: said.change ?? find("change"),
    type: find("type"),
    chromosome: find("chromosome"),
    start: find("start"),
    reference: find("reference"),
    alternate: find("alternate"),
    first: find("first"),
  };
  const available = table.columns.map(({ name }) => name).slice(0, 12);
  for (const of of ["gene", "sample"] as const)
    if (!columns[of]) return err(words.failure(`no-${of}-column`, { available }, { at: [`${of}Column`] }));
  const guessed = asked.flatMap((of) => (spec[`${of}Column`] === "" && columns[of] ? [columns[of].name] : []));
  if (guessed.length > 0) doubts.push(words.sentence("guessed-columns", { columns: guessed }));
  if (!columns.class) doubts.push(words.sentence("no-class-column"));
  return ok(columns);
}

const textAt = (column: Column | null, row: number): string =>
  column === null || isMissing(column, row) ? "" : cellString(column, row).trim();

const barcode = /^TCGA-\w{2}-\w{4}(?<more>-\S+)?$/u;
/** The letters of a TCGA barcode that name the patient (GDC, TCGA Barcode: project, site, participant). */
export const patientLetters = 12;

/** Whom the rows of the answer stand for. */
function whoseRows(ids: ReadonlySet<string>, spec: MutationsSpec, doubts: Doubt[]): Result<"sample" | "patient", Failure> {
  const all = [...ids].map((id) => barcode.exec(id));
  const areBarcodes = all.length > 0 && all.every((found) => found !== null);
  const isLonger = areBarcodes && all.some((found) => found?.groups?.["more"] !== undefined);
  if (spec.by === "patient" && !areBarcodes)
    return err(
      words.failure(
        "no-barcodes",
        { ids: [...ids].filter((id) => !barcode.test(id)).slice(0, 3) },
        {
          at: ["by"],
          fix: { path: ["by"], value: "sample" },
        },
      ),
    );
  if (spec.by === "sample" || !isLonger) return ok("sample");
  const patients = new Set([...ids].map((id) => id.slice(0, patientLetters))).size;
  doubts.push({ ...words.sentence("by-patient", { samples: ids.size, patients }), rows: [ids.size, patients] });
  return ok("patient");
}

export function recordsOf(table: Table, spec: MutationsSpec, doubts: Doubt[]): Result<Records, Failure> {
  if (table.rowCount === 0) return err(words.failure("no-rows", {}, { at: ["from"] }));
  const made = columnsOf(table, spec, doubts);
  if (!made.ok) return made;
  const columns = made.value;
  const rows: number[] = [];
  let left = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (textAt(columns.gene, row) === "" || textAt(columns.sample, row) === "") left++;
    else rows.push(row);
  }
  if (rows.length === 0)
    return err(
      words.failure("no-rows-left", { gene: columns.gene?.name ?? "", sample: columns.sample?.name ?? "" }, { at: ["from"] }),
    );
  if (left > 0) doubts.push({ ...words.sentence("left-rows", { n: left }), rows: [left] });
  const classes = classesOf(columns.class, rows, spec, doubts);
  if (!classes.ok) return classes;
  const by = whoseRows(new Set(rows.map((row) => textAt(columns.sample, row))), spec, doubts);
  if (!by.ok) return by;
  const sampleAt = (row: number): string => {
    const id = textAt(columns.sample, row);
    return by.value === "patient" ? id.slice(0, patientLetters) : id;
  };
  const kept = spec.duplicates === "each" ? rows : withoutTwins(rows, columns, sampleAt, doubts);
  const counts = new Set(classes.value);
  const list = kept.map((row): MutationRecord => {
    const name = textAt(columns.class, row);
    const reference = textAt(columns.reference, row);
    const alternate = alternateAt(columns, row);
    const change = textAt(columns.change, row);
    return {
      sample: sampleAt(row),
      gene: textAt(columns.gene, row),
      class: name,
      type: textAt(columns.type, row) || typeBy(reference, alternate),
      substitution: substitutionOf(reference, alternate),
      change,
      position: proteinPosition(change),
      isCounted: columns.class === null || counts.has(name),
    };
  });
  const nameOf = (of: MutationColumn): string | null => columns[of]?.name ?? null;
  return ok({
    list,
    classes: columns.class === null ? [""] : classes.value,
    by: by.value,
    columns: {
      gene: nameOf("gene"),
      sample: nameOf("sample"),
      class: nameOf("class"),
      change: nameOf("change"),
      type: nameOf("type"),
      chromosome: nameOf("chromosome"),
      start: nameOf("start"),
      reference: nameOf("reference"),
      alternate: nameOf("alternate"),
      first: nameOf("first"),
    },
  });
}

/** MAF has the other allele in either of its two columns. */
function alternateAt({ reference, alternate, first }: { readonly [of in MutationColumn]: Column | null }, row: number): string {
  const second = textAt(alternate, row);
  return second === textAt(reference, row) ? textAt(first, row) : second;
}

function typeBy(reference: string, alternate: string): string {
  if (reference === "" || alternate === "") return "";
  if (reference === "-" || (alternate.length > reference.length && alternate !== "-")) return "INS";
  if (alternate === "-" || alternate.length < reference.length) return "DEL";
  return ["SNP", "DNP", "TNP"][reference.length - 1] ?? "ONP";
}

/** Those that count and are there, as pictures order them. */
function classesOf(
  column: Column | null,
  rows: readonly number[],
  spec: MutationsSpec,
  doubts: Doubt[],
): Result<readonly string[], Failure> {
  if (!column) return ok([]);
  const found = new Map<string, number>();
  for (const row of rows) {
    const name = textAt(column, row);
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  const wanted = spec.classes.length > 0 ? spec.classes : changingClasses;
  const there = inOrderOfClasses([...found.keys()].filter((name) => wanted.includes(name)));
  const others = [...found.keys()].filter((name) => name !== "" && !there.includes(name)).sort();
  const changing = others.filter(mayChangeProtein);
  if (there.length === 0)
    return err(
      words.failure(
        changing.length > 0 ? "none-counts-but" : "none-counts",
        { column: column.name, n: rows.length, found: others.slice(0, 8), changing: changing.slice(0, 8) },
        {
          at: ["classes"],
          fix: { path: ["classes"], value: (changing.length > 0 ? changing : others).slice(0, 200) },
        },
      ),
    );
  const silent = others.reduce((sum, name) => sum + (found.get(name) ?? 0), 0);
  doubts.push({
    ...(silent > 0
      ? words.sentence(spec.classes.length > 0 ? "counted-chosen" : "counted-usual", {
          classes: [...there],
          others: others.slice(0, 12),
          n: silent,
        })
      : words.sentence(spec.classes.length > 0 ? "counted-chosen-all" : "counted-usual-all", { classes: [...there] })),
    ...(silent > 0 ? { rows: [silent] } : {}),
  });
  // Said only of the usual list: who chose classes chose.
  if (spec.classes.length === 0 && changing.length > 0) {
    const n = changing.reduce((sum, name) => sum + (found.get(name) ?? 0), 0);
    doubts.push({ ...words.sentence("may-change", { n, changing: changing.slice(0, 12) }), rows: [n] });
  }
  const absent = spec.classes.filter((name) => !found.has(name));
  if (absent.length > 0) doubts.push(words.sentence("absent-classes", { absent, column: column.name }));
  return ok(there);
}

/** Each mutation of a sample once; of a patient with several samples, too. */
function withoutTwins(
  rows: readonly number[],
  columns: { readonly [of in MutationColumn]: Column | null },
  sampleAt: (row: number) => string,
  doubts: Doubt[],
): readonly number[] {
  const { gene, chromosome, start, reference, alternate, change } = columns;
  if (!start) {
    doubts.push(words.sentence("twins-unknown"));
    return rows;
  }
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const key = JSON.stringify([
      sampleAt(row),
      ...[gene, chromosome, start, reference].map((column) => textAt(column, row)),
      // Whether both chromosomes have it is no other mutation.
      alternateAt(columns, row),
      // Without alleles the change of the protein tells two of one place apart.
      alternate ? "" : textAt(change, row),
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const n = rows.length - kept.length;
  if (n > 0) doubts.push({ ...words.sentence("twins", { n }), rows: [n] });
  return kept;
}
