// Where the variants of a matrix lie and which alleles they have: by its own table of them, or by another one that is joined by ids.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { featureIds, idsOf } from "../../artifacts/assay.ts";
import { isSexOrMitochondrion, isX, pseudoAutosomalEnds } from "../../artifacts/builds.ts";
import { cellJson, cellString, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { naturalOrder } from "../../base/natural-order.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { alignAlleles } from "../../stats/meta/align-alleles.ts";
import { words } from "./words.ts";

export interface Sites {
  readonly ids: readonly string[];
  /** Names of chromosomes in natural order; of each variant its place among them, -1: it has none. Null: no column says them. */
  readonly names: readonly string[];
  readonly chromosomes: Int32Array | null;
  /** NaN: not known. */
  readonly positions: Float64Array;
  /** Of each variant: on an autosome, on X, on another of which not all have two. */
  readonly place: Uint8Array;
  readonly effect: readonly (string | null)[] | null;
  readonly other: readonly (string | null)[] | null;
  /** The column of the allele that is counted. */
  readonly effectColumn: string | null;
  /** Only another table says alleles, so that its alternate one is taken for the one that the matrix counts. */
  readonly isGuessed: boolean;
  readonly build: string | null;
  readonly said: readonly Sentence[];
}

export const [autosome, onX, elsewhere] = [0, 1, 2] as const;

/** As PLINK calls the parts of X and Y that are alike, of which everybody has two. */
const pseudoAutosomal = /^(?:chr)?(?:XY|PAR[12])$/i;

const effects = ["alt", "a1", "effect_allele", "ea", "counted", "allele1"];
const others = ["ref", "a2", "other_allele", "oa", "nea", "allele0", "allele2"];

export function readSites(assay: Assay, table: Table | null): Result<Sites, Failure> {
  const ids = featureIds(assay);
  const said: Sentence[] = [];
  let rows: (variant: number) => number = (variant) => variant;
  const from = table ?? assay.features;
  if (table) {
    const at = rowsByVariant(table, ids);
    if (!at) return err(words.failure("sites-not-joined", { n: ids.length }, { at: ["sites"] }));
    const lost = at.filter((row) => row < 0).length;
    if (lost > 0) said.push(words.sentence("sites-lost", { n: lost, all: ids.length }));
    rows = (variant) => at[variant] as number;
  }
  const chromosome = find(from, "chromosome", ["chromosome", "chr", "chrom", "#chrom"]);
  const position = find(from, "position", ["position", "pos", "bp"]) ?? find(from, "start", []);
  const n = ids.length;
  const texts = (column: Column): readonly (string | null)[] =>
    Array.from({ length: n }, (_, variant) => textAt(column, rows(variant)));
  // The matrix counts an allele of its own, whatever another table calls its alternate one.
  const own = { effect: alleles(assay.features, effects), other: alleles(assay.features, others) };
  const theirs = table && { effect: alleles(table, effects), other: alleles(table, others) };
  const ofMatrix = (column: Column): readonly (string | null)[] =>
    Array.from({ length: n }, (_, variant) => textAt(column, variant));
  const named = own.effect ?? theirs?.effect ?? null;
  const effect = own.effect ? ofMatrix(own.effect) : theirs?.effect ? texts(theirs.effect) : null;
  let other = own.effect ? own.other && ofMatrix(own.other) : theirs?.other ? texts(theirs.other) : null;
  if (own.effect && theirs?.effect && theirs.other && effect) {
    const compared = comparedAlleles({ effect, other }, { effect: texts(theirs.effect), other: texts(theirs.other) });
    if (compared.different > compared.same)
      return err(
        words.failure(
          "sites-other-alleles",
          { n: compared.different, all: compared.different + compared.same },
          { at: ["sites"] },
        ),
      );
    if (compared.different > 0) said.push(words.sentence("sites-alleles-differ", { n: compared.different }));
    other = compared.other;
  }
  const place = new Uint8Array(n);
  const positions = new Float64Array(n).fill(Number.NaN);
  if (position)
    for (let variant = 0; variant < n; variant++) {
      const row = rows(variant);
      if (row >= 0 && !isMissing(position, row))
        positions[variant] = Number(cellJson(position, row)) + 1 - (position.origin ?? 1);
    }
  let chromosomes: Int32Array | null = null;
  let names: readonly string[] = [];
  if (chromosome) {
    const called = texts(chromosome);
    names = [...new Set(called.filter((name) => name !== null))].sort(byChromosome);
    const codes = new Map(names.map((name, code) => [name, code]));
    const kinds = names.map((name) =>
      isX(name) ? onX : isSexOrMitochondrion(name) && !pseudoAutosomal.test(name) ? elsewhere : autosome,
    );
    chromosomes = Int32Array.from(called, (name) => (name === null ? -1 : (codes.get(name) ?? -1)));
    const ends = chromosome.build ? pseudoAutosomalEnds(chromosome.build) : null;
    let alike = 0;
    for (let variant = 0; variant < n; variant++) {
      const kind = kinds[chromosomes[variant] as number] ?? autosome;
      const here = positions[variant] as number;
      const isAlike = kind === onX && ends !== null && (here <= ends[0] || here >= ends[1]);
      if (isAlike) alike++;
      place[variant] = isAlike ? autosome : kind;
    }
    if (alike > 0) said.push(words.sentence("pseudo-autosomal", { n: alike }));
  } else said.push(words.sentence("no-places"));
  return ok({
    ids,
    names,
    chromosomes,
    positions,
    place,
    effect,
    other,
    effectColumn: named?.name ?? null,
    isGuessed: own.effect === null && named !== null,
    build: chromosome?.build ?? null,
    said,
  });
}

interface Alleles {
  readonly effect: readonly (string | null)[];
  readonly other: readonly (string | null)[] | null;
}

/** Beside another table's: of how many both say the same two alleles, in either order or of the other strand. */
function comparedAlleles(
  own: Alleles,
  theirs: Alleles,
): { readonly same: number; readonly different: number; readonly other: Alleles["other"] } {
  let [same, different] = [0, 0];
  const other = own.effect.map((counted, variant) => {
    const kept = own.other?.[variant] ?? null;
    const [one, two] = [theirs.effect[variant] ?? null, theirs.other?.[variant] ?? null];
    if (counted === null || one === null || two === null) return kept;
    const [effect, a, b] = [counted, one, two].map((allele) => allele.toUpperCase()) as [string, string, string];
    if (kept !== null) {
      const how = alignAlleles(
        { effect: a, other: b, ...unknown },
        { effect, other: kept.toUpperCase(), ...unknown },
        "as-written",
      );
      if (typeof how === "string") different++;
      else same++;
      return kept;
    }
    if (effect !== a && effect !== b) {
      different++;
      return null;
    }
    same++;
    return effect === a ? two : one;
  });
  return { same, different, other };
}

const unknown = { frequency: Number.NaN };

/** The number of a chromosome, whatever stands before it; letters behind numbers. */
const byChromosome = (a: string, b: string): number => naturalOrder(a.replace(/^chr/i, ""), b.replace(/^chr/i, ""));

function textAt(column: Column, row: number): string | null {
  if (row < 0 || isMissing(column, row)) return null;
  const text = cellString(column, row).trim();
  return text === "" ? null : text;
}

const find = (table: Table, semantic: string, names: readonly string[]): Column | null =>
  table.columns.find((column) => column.semantic === semantic) ??
  table.columns.find(({ name }) => names.includes(name.toLowerCase())) ??
  null;

function alleles(table: Table, names: readonly string[]): Column | null {
  for (const name of names) {
    const found = table.columns.find((column) => column.name.toLowerCase() === name && column.type === "text");
    if (found) return found;
  }
  return null;
}

/** Of each variant its row, by the column that names most of them; null: none does. */
function rowsByVariant(table: Table, ids: readonly string[]): Int32Array | null {
  const known = new Map(ids.map((id, at) => [id, at]));
  let best: { readonly at: Int32Array; readonly n: number } | null = null;
  for (const column of table.columns) {
    if (column.type !== "text" || !column.dictionary.some((text) => known.has(text))) continue;
    const at = new Int32Array(ids.length).fill(-1);
    let n = 0;
    idsOf({ ...table, columns: [column] }).forEach((id, row) => {
      const variant = known.get(id);
      if (variant === undefined || (at[variant] as number) >= 0) return;
      at[variant] = row;
      n++;
    });
    if (!best || n > best.n) best = { at, n };
  }
  return best?.at ?? null;
}
