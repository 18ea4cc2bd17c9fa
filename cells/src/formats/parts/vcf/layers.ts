// Further matrices of a VCF, which are made where somebody asks for them: the numbers that samples have beside their genotypes
// (VCF 4.3 §1.6.2). Of fields with a value for each allele those of the site's own, and of the reference; with a value for each
// genotype those of 0, 1 and 2 copies.

import type { Layer } from "../../../artifacts/artifact.ts";
import { DenseMatrix } from "./grown-matrix.ts";
import { type Field, undeclared, type VcfHeader } from "./header.ts";
import { numberIn } from "./number-bytes.ts";

const comma = 44;

interface Wanted {
  readonly key: string;
  readonly field: Field;
  readonly matrices: readonly { readonly name: string; readonly matrix: DenseMatrix }[];
  /** Where it stands in the FORMAT of this record; -1: it does not. */
  index: number;
}

/** Read with the genotypes: they are matrices of bytes. */
export const ofGenotypes = ["phase", "ploidy"] as const;

/** Fields of the standard that programs declare as lists of any length, or of the length that they mostly have. */
function asKnown(field: Field): Field {
  if (field.id === "AD" && field.number === ".") return { ...field, number: "R" };
  const isOfGenotypes = ["GP", "GL", "PL"].includes(field.id) && (field.number === "." || field.number === 3);
  return isOfGenotypes ? { ...field, number: "G" } : field;
}

const namesOf = ({ id, number }: Field): readonly string[] =>
  number === "R"
    ? [id, `${id}_ref`]
    : number === "G"
      ? [0, 1, 2].map((copies) => `${id}_${copies}`)
      : typeof number === "number" && number > 1
        ? Array.from({ length: Math.min(number, 20) }, (_, at) => `${id}_${at + 1}`)
        : [id];

/** Place of the genotype with alleles j <= k among those of a site (VCF 4.3 §1.6.2, GL). */
const genotype = (j: number, k: number): number => (k * (k + 1)) / 2 + j;

export class LayerMatrices {
  private readonly wanted: readonly Wanted[];
  private readonly samples: number;
  /** Asked for and no numbers. */
  readonly texts: readonly string[];
  /** Lists of which nobody can tell which value is meant. */
  lists: { readonly line: number; readonly key: string; readonly count: number } | null = null;
  /** The furthest place in FORMAT that this record needs. */
  furthest = -1;

  constructor(header: VcfHeader, keys: readonly string[]) {
    this.samples = header.samples.length;
    const own = keys.filter((key) => key !== "GT" && !ofGenotypes.some((one) => one === key));
    const fields = [...new Set(own)].map((key) => asKnown(header.formats.get(key) ?? undeclared(key)));
    const isNumber = ({ type, isDeclared }: Field): boolean => type === "Integer" || type === "Float" || !isDeclared;
    this.texts = fields.filter((field) => !isNumber(field)).map(({ id }) => id);
    this.wanted = fields.filter(isNumber).map((field) => ({
      key: field.id,
      field,
      matrices: namesOf(field).map((name) => ({ name, matrix: new DenseMatrix(header.samples.length) })),
      index: -1,
    }));
  }

  get isNone(): boolean {
    return this.wanted.length === 0;
  }

  /** The keys of a record's FORMAT. */
  begin(keys: readonly string[]): void {
    this.furthest = -1;
    for (const each of this.wanted) {
      each.index = keys.indexOf(each.key);
      this.furthest = Math.max(this.furthest, each.index);
    }
  }

  reach(rows: number): void {
    for (const { matrices } of this.wanted) for (const { matrix } of matrices) matrix.reach(rows);
  }

  /** Of a sample whose parts stand at `starts` (each ends a byte before the next): for a row and its allele, from 1. */
  put(bytes: Uint8Array, starts: Int32Array, row: number, allele: number, sample: number, line: number): void {
    for (const { key, field, matrices, index } of this.wanted) {
      if (index < 0) continue;
      const start = starts[index] as number;
      const end = (starts[index + 1] as number) - 1;
      if (start >= end || (end - start === 1 && bytes[start] === 46)) continue;
      const at = row * this.samples + sample;
      const first = matrices[0]?.matrix as DenseMatrix;
      if (field.number === "A") setNumber(first, at, bytes, start, end, Math.max(0, allele - 1));
      else if (field.number === "R") {
        if (allele > 0) setNumber(first, at, bytes, start, end, allele);
        setNumber(matrices[1]?.matrix as DenseMatrix, at, bytes, start, end, 0);
      } else if (field.number === "G") {
        setNumber(first, at, bytes, start, end, 0);
        if (allele > 0) setNumber(matrices[1]?.matrix as DenseMatrix, at, bytes, start, end, genotype(0, allele));
        if (allele > 0) setNumber(matrices[2]?.matrix as DenseMatrix, at, bytes, start, end, genotype(allele, allele));
      } else if (matrices.length > 1) matrices.forEach(({ matrix }, nth) => setNumber(matrix, at, bytes, start, end, nth));
      else if (field.number === 1 || !bytes.subarray(start, end).includes(comma)) setNumber(first, at, bytes, start, end, 0);
      else this.lists = { line, key, ...this.lists, count: (this.lists?.count ?? 0) + 1 };
    }
  }

  /** Those that hold anything; which keys hold nothing. */
  layers(rows: number): { readonly layers: readonly Layer[]; readonly empty: readonly string[] } {
    return {
      layers: this.wanted.flatMap(({ matrices }) =>
        matrices.flatMap(({ name, matrix }): readonly Layer[] => (matrix.isEmpty ? [] : [{ name, values: matrix.values(rows) }])),
      ),
      empty: this.wanted.filter(({ matrices }) => matrices.every(({ matrix }) => matrix.isEmpty)).map(({ key }) => key),
    };
  }
}

function setNumber(matrix: DenseMatrix, at: number, bytes: Uint8Array, start: number, end: number, place: number): void {
  const value = nthNumber(bytes, start, end, place);
  if (value !== value) return;
  matrix.data[at] = value;
  matrix.isEmpty = false;
}

/** The number at a place of a list; NaN where there is none. */
export function nthNumber(bytes: Uint8Array, start: number, end: number, place: number): number {
  let at = start;
  for (let nth = 0; nth < place; nth++) {
    while (at < end && bytes[at] !== comma) at++;
    if (at >= end) return Number.NaN;
    at++;
  }
  let to = at;
  while (to < end && bytes[to] !== comma) to++;
  return numberIn(bytes, at, to);
}
