// Tags of an alignment: TAG:TYPE:VALUE (SAM v1 §1.5), and what the standard ones hold (SAMtags §1).

import type { SamHeader } from "./sam-header.ts";
import type { Place, Say } from "./say.ts";

export interface OfRecord {
  readonly seq: string;
  readonly isReversed: boolean;
  readonly header: SamHeader;
  readonly place: Place;
  readonly say: Say;
}

const integer = /^[-+]?\d+$/;
const float = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const array = /^[cCsSiIf](?:,[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)*$/;
/** Of the types of arrays, and of i, which BAM keeps in 32 bits. */
const ranges: { readonly [type: string]: readonly [number, number] } = {
  c: [-128, 127],
  C: [0, 255],
  s: [-32768, 32767],
  S: [0, 65535],
  i: [-(2 ** 31), 2 ** 31 - 1],
  I: [0, 2 ** 32 - 1],
};
const largestFloat = 3.4028235677973366e38;
const smallestFloat = 2 ** -150;

const standard: { readonly [type: string]: string } = {
  A: "TS",
  i: "AM AS CM CP FI H0 H1 H2 HI IH MN MQ NH NM OP PQ SM TC UQ",
  Z: "BC BQ BZ CB CC CO CQ CR CS CT CY E2 FS LB MC MD MI MM OA OC OQ OX PG PT PU Q2 QT QX R2 RG RX SA U2",
  B: "CG FZ ML",
};
const typeOf = new Map(Object.entries(standard).flatMap(([type, tags]) => tags.split(" ").map((tag) => [tag, type] as const)));

const place = String.raw`[^\s,;]+,\d+,[-+],(?:\*|(?:\d+[MIDNSHP=X])+),\d+,\d*;`;
const forms: { readonly [tag: string]: RegExp } = {
  MD: /^\d+(?:(?:[A-Z]|\^[A-Z]+)\d+)*$/,
  MC: /^(?:\*|(?:\d+[MIDNSHP=X])+)$/,
  OC: /^(?:\*|(?:\d+[MIDNSHP=X])+)$/,
  SA: new RegExp(`^(?:${place})+$`),
  OA: new RegExp(`^(?:${place})+$`),
  MM: /^(?:[ACGTUN][-+](?:[a-z]+|[A-Z]|\d+)[.?]?(?:,\d+)*;)*$/,
};
/** Counts and places: below zero there is none. */
const neverNegative = new Set("AM CM CP FI H0 H1 H2 HI IH MN MQ NH NM OP SM TC".split(" "));

export function checkTags(fields: readonly string[], record: OfRecord): void {
  const { say } = record;
  const values = new Map<string, string>();
  for (let at = 11; at < fields.length; at++) {
    const field = fields[at] as string;
    const tag = field.slice(0, 2);
    if (!/^[A-Za-z][A-Za-z0-9]:/.test(field)) {
      say("sam-tag", record.place, field.split(":")[0] ?? "", field);
      continue;
    }
    const type = field[3] ?? "";
    if (!/^[AifZHB]$/.test(type) || field[4] !== ":") {
      say("sam-tag-type", record.place, tag, field);
      continue;
    }
    if (values.has(tag)) say("sam-tag-twice", record.place, tag, field);
    const value = field.slice(5);
    values.set(tag, value);
    if (!checkValue(tag, type, value, record)) continue;
    checkStandard(tag, type, value, record);
  }
  const modifications = values.get("MM");
  if (modifications !== undefined && forms["MM"]?.test(modifications))
    checkModifications(modifications, values.get("ML") ?? null, record);
}

/** False where it is told that it is no value of the type. */
function checkValue(tag: string, type: string, value: string, { place: at, say }: OfRecord): boolean {
  const wrong = (): false => {
    say("sam-tag-value", at, `${tag}:${type}`, value, { params: { tag, type } });
    return false;
  };
  const outside = (found: string, [least, largest]: readonly [number, number]): false => {
    const params = { tag, least: String(least), largest: String(largest) };
    say("sam-tag-range", at, `${tag}:${type}`, found, { params });
    return false;
  };
  if (type === "A") return /^[!-~]$/.test(value) || wrong();
  if (type === "H") return /^(?:[0-9A-F]{2})*$/.test(value) || wrong();
  if (type === "Z") {
    if (/^[ -~]*$/.test(value)) return true;
    say("sam-tag-letters", at, `${tag}:${type}`, value);
    return false;
  }
  if (type === "i") {
    if (!integer.test(value)) return wrong();
    const bounds = [-(2 ** 31), 2 ** 32 - 1] as const;
    return (Number(value) >= bounds[0] && Number(value) <= bounds[1]) || outside(value, bounds);
  }
  if (type === "f") return float.test(value) ? checkFloat(value) : wrong();
  if (!array.test(value)) return wrong();
  const [of = "", ...numbers] = value.split(",");
  if (of === "f") return numbers.every(checkFloat);
  const bounds = ranges[of] as readonly [number, number];
  const beyond = numbers.find((one) => !(integer.test(one) && Number(one) >= bounds[0] && Number(one) <= bounds[1]));
  return beyond === undefined || outside(`${of},${beyond}`, bounds);

  function checkFloat(one: string): boolean {
    const size = Math.abs(Number(one));
    if (size >= largestFloat) return outside(one, [-3.4028235e38, 3.4028235e38]);
    if (size < smallestFloat && /[1-9]/.test(one.replace(/[eE].*$/, ""))) say("sam-tag-small", at, `${tag}:${type}`, one);
    return true;
  }
}

function checkStandard(tag: string, type: string, value: string, { header, place: at, say }: OfRecord): void {
  const wanted = typeOf.get(tag);
  if (wanted === undefined) return;
  if (type !== wanted) return say("sam-tag-standard-type", at, tag, `${tag}:${type}`, { params: { tag, type: wanted } });
  if (forms[tag]?.test(value) === false || (neverNegative.has(tag) && Number(value) < 0))
    return say("sam-tag-standard-form", at, tag, value, { params: { tag } });
  const names = tag === "RG" ? header.readGroups : tag === "PG" ? header.programs : null;
  if (names && names.size > 0 && !names.has(value)) say("sam-tag-declared", at, tag, value, { params: { tag } });
}

const complement: { readonly [base: string]: string } = { A: "T", C: "G", G: "C", T: "A", U: "A", N: "N" };

/** SAMtags §1.7: places count bases of the read as it was sequenced, and ML has a value for each place and modification. */
function checkModifications(text: string, likelihoods: string | null, { seq, isReversed, place: at, say }: OfRecord): void {
  let wanted = 0;
  for (const part of text.split(";").slice(0, -1)) {
    const [head = "", ...skips] = part.split(",");
    const codes = /^.[-+]([a-z]+)/.exec(head)?.[1]?.length ?? 1;
    wanted += codes * skips.length;
    const base = head[0] ?? "N";
    const counted = isReversed ? (complement[base] ?? base) : base;
    if (seq === "*" || seq === "") continue;
    const letters = counted === "N" ? seq.length : countOf(seq, counted);
    const reaches = skips.reduce((sum, skip) => sum + Number(skip) + 1, 0);
    if (reaches > letters) say("sam-tag-modifications", at, "MM", part, { params: { reaches, letters } });
  }
  const given = likelihoods === null ? null : likelihoods.split(",").length - 1;
  if (given !== null && given !== wanted)
    say("sam-tag-modifications", at, "ML", String(given), { params: { reaches: given, letters: wanted } });
}

function countOf(seq: string, base: string): number {
  const same = base === "T" || base === "U" ? "TU" : base;
  let count = 0;
  for (const letter of seq.toUpperCase()) if (same.includes(letter)) count++;
  return count;
}
