// Estimates of studies out of their tables: by columns that are named or guessed, brought to one allele where alleles stand.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellJson, cellString, columnOf, holdsNothing, isMissing, rowsOfColumn } from "../../artifacts/table.ts";
import type { Semantic } from "../../artifacts/semantics.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { plainName } from "../../formats/gwas-summary/format.ts";
import { type Program, programOf } from "../../formats/gwas-summary/programs.ts";
import { type Alignment, alignAlleles, type CountedAlleles, isPalindrome } from "../../stats/meta/align-alleles.ts";
import type { MetaAnalysisSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Estimate {
  readonly study: number;
  /** Where it stands: which of the tables, and its row. */
  readonly table: number;
  readonly row: number;
  readonly value: number;
  readonly error: number;
}
export interface ReadStudies {
  readonly names: readonly string[];
  /** Rows of each, and those that are used. */
  readonly counts: readonly { rows: number; used: number }[];
  /** In the order in which names first stand. */
  readonly things: ReadonlyMap<string, Thing>;
  /** `by` empty: each study has one row, and all are of one thing. */
  readonly columns: { readonly by: string; readonly effect: string; readonly error: string };
  /** Of what names the things, where a study says it. */
  readonly semantic: Semantic | null;
  readonly said: readonly Sentence[];
}
export interface Thing {
  readonly estimates: Estimate[];
  /** Of the first study that has it; null: none says alleles. Of the other allele more than the first may say. */
  alleles: SaidAlleles | null;
  readonly place: readonly [string, number] | null;
}
/** `other` null: the allele alone is said that the effect is of (plink 1.9). */
export type SaidAlleles = Omit<CountedAlleles, "other"> & { readonly other: string | null };

const namesOfVariants = ["variant", "variant_id", "snp", "rsid", "markername", "markerid", "snpid", "rs"];
const guesses = {
  by: [...namesOfVariants, "id", "gene", "gene_id", "feature", "name", "symbol"],
  effect: [
    "beta",
    "estimate",
    "effect",
    "b",
    "log2foldchange",
    "logfc",
    "log_or",
    "effect_size",
    "coefficient",
    "hm_beta",
    "mtag_beta",
    "logor",
    "log_hr",
    "loghr",
    "yi",
  ],
  error: ["se", "std_error", "standard_error", "lfcse", "stderr", "error", "std.error", "sebeta", "mtag_se", "sei"],
} as const;
const effectAlleles = ["effect_allele", "ea", "a1", "alt", "allele1", "tested_allele", "alleleb"];
const otherAlleles = [
  "other_allele",
  "oa",
  "nea",
  "omitted",
  "a2",
  "a0",
  "ref",
  "allele0",
  "allele2",
  "alt",
  "allelea",
  "allele1",
];
// Not maf: that is of the rarer allele, whichever the effect is of.
const frequencies = [
  "frequency",
  "eaf",
  "freq",
  "af",
  "effect_allele_frequency",
  "freq1",
  "a1_freq",
  "a1freq",
  "af1",
  "af_allele2",
];
/** An id of dbSNP, or a place. */
const idOfVariant = /^(?:rs\d+|(?:chr)?(?:\d{1,2}|[XYM]|MT)[:_]\d+)/i;
const ratios = /^(?:or|odds_ratio|hr|hazard_ratio|rr|fold_change|foldchange)$/i;

export function readStudies(
  tables: readonly { readonly name: string; readonly table: Table }[],
  spec: MetaAnalysisSpec,
): Result<ReadStudies, Failure> {
  const names: string[] = [];
  const counts: { rows: number; used: number }[] = [];
  const things = new Map<string, Thing>();
  const said: Sentence[] = [];
  let columns: ReadStudies["columns"] | null = null;
  let semantic: Semantic | null = null;
  let [swapped, strand, mismatched, palindromes, alone, unsaid] = [0, 0, 0, 0, 0, 0];
  let areVariants = false;
  const withAlleles: boolean[] = [];
  const bad = new Map<string, number>();
  const seen = new Set<string>();
  for (const [from, { name: called, table }] of tables.entries()) {
    const made = columnsIn(table, called, spec);
    if (!made.ok) return made;
    const { by, effect, error, study, allele, others, frequency, program, test, chromosome, position } = made.value;
    if (program && allele) said.push(words.sentence("program", { study: called, program: program.title, column: allele.name }));
    const additive = test && additiveRows(test);
    let besides = 0;
    columns ??= { by: by?.name ?? "", effect: effect.name, error: error.name };
    semantic ??= by?.semantic ?? null;
    withAlleles.push(allele !== null);
    areVariants ||= by !== null && namesVariants(by);
    for (let row = 0; row < table.rowCount; row++) {
      if (additive && !additive(row)) {
        besides++;
        continue;
      }
      const label = study ? cellString(study, row) : called;
      let at = names.indexOf(label);
      if (at < 0) {
        at = names.length;
        names.push(label);
        counts.push({ rows: 0, used: 0 });
      }
      const count = counts[at] as { rows: number; used: number };
      count.rows++;
      const value = numberAt(effect, row);
      const own = numberAt(error, row);
      const name = by === null ? effect.name : isMissing(by, row) ? "" : cellString(by, row);
      if (!Number.isFinite(value) || !(own > 0) || !Number.isFinite(own) || name === "") {
        bad.set(label, (bad.get(label) ?? 0) + 1);
        continue;
      }
      const key = `${at}\u0000${name}`;
      if (seen.has(key)) return err(words.failure("twice-in-study", { name, study: label }, { at: ["studies"] }));
      seen.add(key);
      const counted = allele && allelesAt(row, { allele, others, frequency });
      if (allele && !counted) {
        unsaid++;
        continue;
      }
      let thing = things.get(name);
      if (!thing) {
        const place = chromosome && position ? ([cellString(chromosome, row), numberAt(position, row)] as const) : null;
        thing = { estimates: [], alleles: counted, place };
        things.set(name, thing);
      }
      let sign = 1;
      if (thing.alleles && counted) {
        const how = aligned(thing.alleles, counted, spec.palindromes);
        if (how === "alone") {
          alone++;
          continue;
        }
        if (how === "mismatch") {
          mismatched++;
          continue;
        }
        if (how === "palindrome") {
          palindromes++;
          continue;
        }
        sign = how.sign;
        if (how.sign < 0) swapped++;
        if (how.strand) strand++;
        if (thing.alleles.other === null) thing.alleles = counted;
      }
      thing.estimates.push({ study: at, table: from, row, value: sign * value, error: own });
      count.used++;
    }
    if (besides > 0) said.push(words.sentence("not-additive", { study: called, n: besides }));
  }
  const rows = counts.reduce((sum, count) => sum + count.rows, 0);
  if (rows > 0 && [...bad.values()].reduce((sum, n) => sum + n, 0) === rows) {
    const { effect, error } = columns ?? { effect: "", error: "" };
    return err(words.failure("none-usable", { n: rows, effect, error }, { at: ["effect"] }));
  }
  if (withAlleles.some((has) => has) && withAlleles.some((has) => !has)) {
    const without = tables.filter((_, at) => !withAlleles[at]).map(({ name }) => name);
    return err(words.failure("one-sided-alleles", { studies: without, n: without.length }, { at: ["studies"] }));
  }
  for (const [study, n] of bad) said.push(words.sentence("bad-rows", { study, n }));
  if (swapped + strand > 0) said.push(words.sentence("aligned", { swapped, strand }));
  if (alone > 0) said.push(words.sentence("alone", { n: alone }));
  if (unsaid > 0) said.push(words.sentence("unsaid-alleles", { n: unsaid }));
  if (areVariants && !withAlleles.some((has) => has)) said.push(words.sentence("no-alleles"));
  if (mismatched > 0) said.push(words.sentence("mismatched", { n: mismatched }));
  if (palindromes > 0) said.push(words.sentence("palindromes", { n: palindromes }));
  if (spec.palindromes === "as-written" && withAlleles.some((has) => has)) said.push(words.sentence("palindromes-written"));
  return ok({ names, counts, things, columns: columns ?? { by: "", effect: "", error: "" }, semantic, said });
}

/** Of programs that write a row for each covariate, too, or for each model: those of the copies of the allele. Null: there are none of them. */
function additiveRows(test: Column): ((row: number) => boolean) | null {
  const isAdditive = (row: number): boolean => !isMissing(test, row) && cellString(test, row).toUpperCase() === "ADD";
  const rows = rowsOfColumn(test);
  for (let row = 0; row < rows; row++) if (isAdditive(row)) return isAdditive;
  return null;
}

/** By what they are called, or by most of the first ids. */
function namesVariants(by: Column): boolean {
  if (by.semantic === "rsid" || namesOfVariants.includes(by.name.toLowerCase())) return true;
  const looked = Math.min(50, rowsOfColumn(by));
  let found = 0;
  for (let row = 0; row < looked; row++) if (!isMissing(by, row) && idOfVariant.test(cellString(by, row))) found++;
  return found > looked / 2;
}

/** Null: the row says none. */
function allelesAt(
  row: number,
  { allele, others, frequency }: { readonly allele: Column } & Pick<Columns, "others" | "frequency">,
): SaidAlleles | null {
  const at = (column: Column): string => (isMissing(column, row) ? "" : cellString(column, row).trim().toUpperCase());
  const effect = at(allele);
  if (effect === "") return null;
  // The effect may be of the reference (plink2 with its A1): then the other one is the alternate.
  const other = others.map(at).find((name) => name !== "" && name !== effect) ?? null;
  return { effect, other, frequency: frequency ? numberAt(frequency, row) : Number.NaN };
}

/** Of the effect allele alone nobody can tell another allele from the other strand: it counts where it is the same one. */
function aligned(as: SaidAlleles, study: SaidAlleles, palindromes: MetaAnalysisSpec["palindromes"]): Alignment | "alone" {
  if (as.other !== null && study.other !== null)
    return alignAlleles({ ...as, other: as.other }, { ...study, other: study.other }, palindromes);
  if (as.effect !== study.effect) return "alone";
  const other = as.other ?? study.other;
  if (other !== null && palindromes !== "as-written" && isPalindrome({ effect: as.effect, other })) return "palindrome";
  return { sign: 1, strand: false };
}

interface Columns {
  /** Null: one row a study, and nothing that names what is estimated. */
  readonly by: Column | null;
  readonly effect: Column;
  readonly error: Column;
  readonly study: Column | null;
  readonly allele: Column | null;
  /** Those that may hold the other one, the surest first. */
  readonly others: readonly Column[];
  readonly frequency: Column | null;
  /** Whose columns they are, where it says which allele counts. */
  readonly program: Program | null;
  /** What a row tests: the variant (ADD), or a covariate beside it. */
  readonly test: Column | null;
  readonly chromosome: Column | null;
  readonly position: Column | null;
}

function columnsIn(table: Table, study: string, spec: MetaAnalysisSpec): Result<Columns, Failure> {
  const names = table.columns.map(({ name }) => name);
  const called = (wanted: readonly string[]): Column | null => {
    for (const name of wanted) {
      const found = table.columns.find((column) => column.name.toLowerCase() === name && column.name !== spec.study);
      if (found) return found;
    }
    return null;
  };
  const one = (field: "by" | "effect" | "error"): Result<Column, Failure> => {
    const chosen = spec[field];
    const found = chosen === "" ? called(guesses[field]) : columnOf(table, chosen);
    if (!found && chosen !== "") return err(words.failure("no-column", { study, name: chosen, columns: names }, { at: [field] }));
    if (!found) {
      const ratio = field === "effect" ? names.find((name) => ratios.test(name)) : undefined;
      if (ratio !== undefined) return err(words.failure("ratio", { column: ratio, study }, { at: [field] }));
      return err(words.failure(`no-guess-${field}`, { study, columns: names }, { at: [field] }));
    }
    if (field !== "by" && (found.type === "text" || found.type === "boolean"))
      return err(words.failure("no-numbers", { column: found.name, study }, { at: [field] }));
    if (field === "effect" && ratios.test(found.name))
      return err(words.failure("ratio", { column: found.name, study }, { at: [field] }));
    return ok(found);
  };
  const of = spec.study === "" ? null : columnOf(table, spec.study);
  if (spec.study !== "" && !of)
    return err(words.failure("no-column", { study, name: spec.study, columns: names }, { at: ["study"] }));
  // The table of a review: a study a row, and one thing that all of them estimate.
  const by = spec.by === "" && !called(guesses.by) && of && isOnceEach(of) ? ok(null) : one("by");
  if (!by.ok) return by;
  const effect = one("effect");
  if (!effect.ok) return effect;
  const error = one("error");
  if (!error.ok) return error;
  // Programs write the same name for the allele that counts and for the other one.
  const known = programOf(names.map(plainName));
  const program = known && known.title !== "" && known.effect !== null ? known : null;
  // SAIGE's, also where a query left most of its columns out: frequencies are of the allele that counts.
  const second = called(["af_allele2", "ac_allele2"]) ? ["allele2"] : [];
  const text = (column: Column | null): Column | null =>
    column?.type === "text" && rowsOfColumn(column) > 0 && !holdsNothing(column) ? column : null;
  return ok({
    by: by.value,
    effect: effect.value,
    error: error.value,
    study: of,
    allele: text(called([...(program?.effect ? [program.effect] : second), ...effectAlleles])),
    program,
    test: text(called(["test"])),
    others: otherAlleles.flatMap((name) => text(called([name])) ?? []),
    frequency: called(frequencies),
    chromosome:
      table.columns.find(({ semantic }) => semantic === "chromosome") ?? called(["chromosome", "chrom", "chr", "#chrom"]),
    position:
      table.columns.find(({ semantic }) => semantic === "position") ??
      called(["position", "pos", "bp", "base_pair_location", "ps", "genpos"]),
  });
}

function isOnceEach(column: Column): boolean {
  const rows = rowsOfColumn(column);
  return new Set(Array.from({ length: rows }, (_, row) => cellString(column, row))).size === rows;
}

function numberAt(column: Column, row: number): number {
  if (isMissing(column, row)) return Number.NaN;
  return Number(cellJson(column, row));
}
