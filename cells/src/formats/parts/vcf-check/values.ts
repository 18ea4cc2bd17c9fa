// Values as their declaration says: how many there are and whether each is of its type (§1.3 since 4.3). Read where they stand, in
// a part of a line, for files of thousands of samples.

import type { ValueType } from "./reserved.ts";

const [quote, comma, dot, plus, minus, zero, nine, e, E, letters] = [34, 44, 46, 43, 45, 48, 57, 101, 69, 64];

const named = /^[-+]?(?:inf|infinity|nan)$/i;

/** One missing value for all of them, "." alone. */
export const allMissing = 0;
export const wrong = -1;

/** How many values stand in [from, to): `allMissing`, or `wrong` where one is not of the type. */
export function valuesIn(text: string, from: number, to: number, type: ValueType): number {
  if (to - from === 1 && text.charCodeAt(from) === dot) return allMissing;
  // A text that a program put in quotes is one, whatever stands in it.
  if (type === "String" && text.charCodeAt(from) === quote && text.charCodeAt(to - 1) === quote && to - from > 1) return 1;
  let count = 0;
  let at = from;
  for (;;) {
    let end = text.indexOf(",", at);
    if (end < 0 || end > to) end = to;
    if (!isValue(text, at, end, type)) return wrong;
    count++;
    if (end === to) return count;
    at = end + 1;
  }
}

function isValue(text: string, from: number, to: number, type: ValueType): boolean {
  if (to - from === 1 && text.charCodeAt(from) === dot) return true;
  if (type === "Integer") return isInteger(text, from, to);
  if (type === "Float") return isFloat(text, from, to);
  if (type === "Character") return [...text.slice(from, to)].length === 1 || isEncoded(text.slice(from, to));
  // Lists of texts may hold empty ones (§3).
  return true;
}

/** A letter that has a meaning of its own is written as %3B. */
const isEncoded = (text: string): boolean => /^%[0-9A-F]{2}$/.test(text);

/** 32 bits; -2^31 to -2^31+7 cannot be kept in BCF. */
const [least, most] = [-(2 ** 31) + 8, 2 ** 31 - 1];

export function isInteger(text: string, from: number, to: number): boolean {
  let at = from;
  const sign = text.charCodeAt(at);
  if (sign === plus || sign === minus) at++;
  if (at >= to) return false;
  for (let place = at; place < to; place++) {
    const code = text.charCodeAt(place);
    if (code < zero || code > nine) return false;
  }
  if (to - at < 10) return true;
  const value = Number(text.slice(from, to));
  return value >= least && value <= most;
}

export function isFloat(text: string, from: number, to: number): boolean {
  let at = from;
  const sign = text.charCodeAt(at);
  if (sign === plus || sign === minus) at++;
  const start = at;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  let digits = at - start;
  if (at < to && text.charCodeAt(at) === dot) {
    at++;
    const behind = at;
    while (at < to && isDigit(text.charCodeAt(at))) at++;
    digits += at - behind;
  }
  if (digits === 0) return at < to && text.charCodeAt(at) > letters && named.test(text.slice(from, to));
  if (at === to) return true;
  const code = text.charCodeAt(at);
  if (code !== e && code !== E) return false;
  at++;
  const power = text.charCodeAt(at);
  if (power === plus || power === minus) at++;
  const exponent = at;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  return at === to && at > exponent;
}

const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** A value below zero among those of [from, to). */
export function hasNegative(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf("-", from); at >= 0 && at < to; at = text.indexOf("-", at + 1)) {
    const before = at === from ? comma : text.charCodeAt(at - 1);
    if (before !== comma) continue;
    const end = text.indexOf(",", at);
    if (Number(text.slice(at, end < 0 || end > to ? to : end)) < 0) return true;
  }
  return false;
}

/** Genotypes of `alleles` (with the reference) for a ploidy: a choice of `ploidy` with repetition. */
export function genotypesOf(alleles: number, ploidy: number): number {
  let count = 1;
  for (let step = 1; step <= ploidy; step++) count = (count * (alleles + step - 1)) / step;
  return Math.round(count);
}
