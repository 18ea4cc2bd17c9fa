// Further matrices of a VCF, which are made where somebody asks for them: the numbers that samples have beside their genotypes
// (VCF 4.3 §1.6.2). Of fields with a value for each allele those of the site's own, and of the reference; with a value for each
// genotype those of 0, 1 and 2 copies.

import type { Layer } from "../../../artifacts/artifact.ts";
import type { Room } from "../delimited/grown-arrays.ts";
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

interface Place {
  readonly index: number;
  readonly place: number;
  readonly matrix: DenseMatrix;
  /** A list of which the header does not say how long it is. */
  readonly isOpen: boolean;
  readonly key: string;
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
  private readonly plans = new Map<number, readonly Place[]>();
  /** Asked for and no numbers. */
  readonly texts: readonly string[];
  /** Lists of which nobody can tell which value is meant. */
  lists: { readonly line: number; readonly key: string; readonly count: number } | null = null;
  /** The furthest place in FORMAT that this record needs. */
  furthest = -1;

  constructor(header: VcfHeader, keys: readonly string[], room: Room) {
    this.samples = header.samples.length;
    const own = keys.filter((key) => key !== "GT" && !ofGenotypes.some((one) => one === key));
    const fields = [...new Set(own)].map((key) => asKnown(header.formats.get(key) ?? undeclared(key)));
    const isNumber = ({ type, isDeclared }: Field): boolean => type === "Integer" || type === "Float" || !isDeclared;
    this.texts = fields.filter((field) => !isNumber(field)).map(({ id }) => id);
    this.wanted = fields.filter(isNumber).map((field) => ({
      key: field.id,
      field,
      matrices: namesOf(field).map((name) => ({ name, matrix: new DenseMatrix(header.samples.length, room) })),
      index: -1,
    }));
  }

  get isNone(): boolean {
    return this.wanted.length === 0;
  }

  /** The keys of a record's FORMAT. */
  begin(keys: readonly string[]): void {
    this.furthest = -1;
    this.plans.clear();
    for (const each of this.wanted) {
      each.index = keys.indexOf(each.key);
      this.furthest = Math.max(this.furthest, each.index);
    }
  }

  reach(rows: number): void {
    for (const { matrices } of this.wanted) for (const { matrix } of matrices) matrix.reach(rows);
  }

  /** What is read of a sample for a site of this allele, from 1; 0 has none. Told once for many records. */
  private plan(allele: number): readonly Place[] {
    let plan = this.plans.get(allele);
    if (plan) return plan;
    plan = this.wanted.flatMap(({ index, field, matrices }): readonly Place[] => {
      if (index < 0) return [];
      const [first, second, third] = matrices.map(({ matrix }) => matrix);
      const at = (matrix: DenseMatrix | undefined, place: number): readonly Place[] =>
        matrix ? [{ index, place, matrix, isOpen: false, key: field.id }] : [];
      if (field.number === "A") return at(first, Math.max(0, allele - 1));
      if (field.number === "R") return [...(allele > 0 ? at(first, allele) : []), ...at(second, 0)];
      if (field.number === "G")
        return [
          ...at(first, 0),
          ...(allele > 0 ? [...at(second, genotype(0, allele)), ...at(third, genotype(allele, allele))] : []),
        ];
      if (matrices.length > 1) return matrices.flatMap(({ matrix }, nth) => at(matrix, nth));
      return first ? [{ index, place: 0, matrix: first, isOpen: field.number !== 1, key: field.id }] : [];
    });
    this.plans.set(allele, plan);
    return plan;
  }

  /** Of a sample whose parts stand at `starts` (each ends a byte before the next): for a row and its allele. */
  put(bytes: Uint8Array, starts: Int32Array, row: number, allele: number, sample: number, line: number): void {
    const plan = this.plan(allele);
    const at = row * this.samples + sample;
    for (let nth = 0; nth < plan.length; nth++) {
      const { index, place, matrix, isOpen, key } = plan[nth] as Place;
      const start = starts[index] as number;
      const end = (starts[index + 1] as number) - 1;
      if (start >= end) continue;
      if (isOpen && bytes.subarray(start, end).includes(comma)) {
        this.lists = { line, key, ...this.lists, count: (this.lists?.count ?? 0) + 1 };
        continue;
      }
      const value = nthNumber(bytes, start, end, place);
      if (value !== value) continue;
      matrix.data[at] = value;
      matrix.isEmpty = false;
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

/** The number at a place of a list; NaN where there is none. */
export function nthNumber(bytes: Uint8Array, start: number, end: number, place: number): number {
  let at = start;
  for (let nth = 0; nth < place; nth++) {
    while (at < end && bytes[at] !== comma) at++;
    if (at >= end) return Number.NaN;
    at++;
  }
  // Whole numbers, as nearly all are.
  let value = 0;
  let to = at;
  for (; to < end; to++) {
    const digit = (bytes[to] as number) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (to > at && to - at < 16 && (to === end || bytes[to] === comma)) return value;
  while (to < end && bytes[to] !== comma) to++;
  return numberIn(bytes, at, to);
}
