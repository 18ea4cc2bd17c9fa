// How far two artifacts are apart: equal text and shape is asked for, numbers are compared within a kind's tolerance.
// Used by verify; the digests have already been found to differ.

import { isJsonObject, type Json } from "../base/json.ts";
import type { Artifact, Assay, Column, Table } from "./artifact.ts";
import { floatsOf } from "./plot-floats.ts";

export interface Comparison {
  /** Within |a - b| <= atol + rtol |b| everywhere, and equal in all that is no number. */
  readonly within: boolean;
  /** Largest |a - b|; infinite where something that is no number differs. */
  readonly maxError: number;
  /** Where the first difference beyond the tolerance is: a column, a path. */
  readonly where: string | null;
}

class Comparer {
  maxError = 0;
  where: string | null = null;
  private readonly atol: number;
  private readonly rtol: number;
  constructor(tolerance: { readonly atol: number; readonly rtol: number }) {
    this.atol = tolerance.atol;
    this.rtol = tolerance.rtol;
  }
  number(again: number, recorded: number, where: string): void {
    if (Object.is(again, recorded) || again === recorded) return;
    const error = Math.abs(again - recorded);
    if (Number.isNaN(error) || !Number.isFinite(error)) return this.other(where);
    this.maxError = Math.max(this.maxError, error);
    if (error > this.atol + this.rtol * Math.abs(recorded)) this.where ??= where;
  }
  numbers(again: ArrayLike<number>, recorded: ArrayLike<number>, where: string): void {
    if (again.length !== recorded.length) return this.other(where);
    for (let at = 0; at < again.length; at += 1) this.number(again[at] ?? 0, recorded[at] ?? 0, where);
  }
  other(where: string): void {
    this.maxError = Number.POSITIVE_INFINITY;
    this.where ??= where;
  }
  result(): Comparison {
    return { within: this.where === null, maxError: this.maxError, where: this.where };
  }
}

export function compareArtifacts(
  again: Artifact,
  recorded: Artifact,
  tolerance: { readonly atol: number; readonly rtol: number },
): Comparison {
  const comparer = new Comparer(tolerance);
  if (again.type !== recorded.type) comparer.other("type");
  else if (again.type === "table") tables(again, recorded as Table, "", comparer);
  else if (again.type === "assay") assays(again, recorded as Assay, comparer);
  else if (again.type === "model") {
    json(again.card as unknown as Json, (recorded as typeof again).card as unknown as Json, "card", comparer);
    const before = (recorded as typeof again).onnx;
    if (again.onnx.length !== before.length || again.onnx.some((byte, at) => byte !== before[at])) comparer.other("onnx");
  } else json(again as unknown as Json, recorded as unknown as Json, "", comparer);
  return comparer.result();
}

function tables(again: Table, recorded: Table, prefix: string, comparer: Comparer): void {
  if (again.rowCount !== recorded.rowCount || again.columns.length !== recorded.columns.length)
    return comparer.other(`${prefix}shape`);
  again.columns.forEach((column, at) => columns(column, recorded.columns[at] as Column, prefix, comparer));
}

function columns(again: Column, recorded: Column, prefix: string, comparer: Comparer): void {
  const where = `${prefix}${recorded.name}`;
  if (again.name !== recorded.name || again.type !== recorded.type) return comparer.other(where);
  const rows = recorded.type === "text" ? recorded.codes.length : recorded.values.length;
  for (let row = 0; row < rows; row += 1) {
    const missing = recorded.valid !== null && recorded.valid[row] === 0;
    if ((again.valid !== null && again.valid[row] === 0) !== missing) return comparer.other(`${where} [${row + 1}]`);
    if (missing) continue;
    if (again.type === "text" && recorded.type === "text") {
      if (again.dictionary[again.codes[row] ?? -1] !== recorded.dictionary[recorded.codes[row] ?? -1]) {
        return comparer.other(`${where} [${row + 1}]`);
      }
    } else if (again.type !== "text" && recorded.type !== "text") {
      comparer.number(again.values[row] ?? 0, recorded.values[row] ?? 0, `${where} [${row + 1}]`);
    }
  }
}

function assays(again: Assay, recorded: Assay, comparer: Comparer): void {
  if (again.scale !== recorded.scale || again.values.layout !== recorded.values.layout) return comparer.other("scale");
  tables(again.features, recorded.features, "features.", comparer);
  tables(again.samples, recorded.samples, "samples.", comparer);
  if (again.values.layout === "sparse" && recorded.values.layout === "sparse") {
    const same = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((value, at) => value === b[at]);
    if (!same(again.values.offsets, recorded.values.offsets) || !same(again.values.featureIndex, recorded.values.featureIndex)) {
      return comparer.other("values");
    }
  }
  comparer.numbers(again.values.data, recorded.values.data, "values");
}

function json(again: Json | undefined, recorded: Json | undefined, where: string, comparer: Comparer): void {
  if (typeof again === "number" && typeof recorded === "number") return comparer.number(again, recorded, where);
  if (Array.isArray(again) && Array.isArray(recorded)) {
    if (again.length !== recorded.length) return comparer.other(where);
    again.forEach((item: Json, at) => json(item, recorded[at] as Json, `${where}[${at}]`, comparer));
    return;
  }
  if (isJsonObject(again) && isJsonObject(recorded)) {
    const { dtype } = recorded;
    if (
      typeof again.bdata === "string" &&
      typeof recorded.bdata === "string" &&
      again.dtype === dtype &&
      (dtype === "f8" || dtype === "f4")
    ) {
      return comparer.numbers(floatsOf(again.bdata, dtype), floatsOf(recorded.bdata, dtype), where);
    }
    const names = new Set([...Object.keys(again), ...Object.keys(recorded)]);
    for (const name of names) json(again[name], recorded[name], where ? `${where}.${name}` : name, comparer);
    return;
  }
  if (again !== recorded) comparer.other(where);
}
