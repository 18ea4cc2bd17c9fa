// What is compared of two artifacts of one type: numbers within a tolerance, everything else letter for letter.

import { isJsonObject, type Json } from "../base/json.ts";
import { floatsOf } from "./plot-floats.ts";

export interface Comparison {
  /** Within |a - b| <= atol + rtol |b| everywhere, and equal in all that is no number. */
  readonly within: boolean;
  /** Largest |a - b|; infinite where something that is no number differs. */
  readonly maxError: number;
  /** Where the first difference beyond the tolerance is: a column, a path. */
  readonly where: string | null;
  /** A file names what it did not name before; nothing else differs there. */
  readonly namesAdded?: true;
}

export class Comparer {
  maxError = 0;
  where: string | null = null;
  private namesAdded = false;
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
  onlyNames(): void {
    this.namesAdded = true;
  }
  result(): Comparison {
    return {
      within: this.where === null,
      maxError: this.maxError,
      where: this.where,
      ...(this.namesAdded ? { namesAdded: true } : {}),
    };
  }
}

/** JSON within JSON; numbers of figures that are packed are looked at one by one. */
export function compareJson(again: Json | undefined, recorded: Json | undefined, where: string, comparer: Comparer): void {
  if (typeof again === "number" && typeof recorded === "number") return comparer.number(again, recorded, where);
  if (Array.isArray(again) && Array.isArray(recorded)) {
    if (again.length !== recorded.length) return comparer.other(where);
    again.forEach((item: Json, at) => compareJson(item, recorded[at] as Json, `${where}[${at}]`, comparer));
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
    for (const name of names) compareJson(again[name], recorded[name], where ? `${where}.${name}` : name, comparer);
    return;
  }
  if (again !== recorded) comparer.other(where);
}
