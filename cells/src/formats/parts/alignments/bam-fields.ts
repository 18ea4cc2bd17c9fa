// A record of a BAM as the fields that SAM writes of it, for its check: eleven, then tags as TAG:TYPE:VALUE.

import { type BamRecords, cigarOf, flagOf, positionOf, qualityOf, type Tag, tagsOf } from "./bam-records.ts";
import { numberOf } from "./bam-rows.ts";
import { shortNumber } from "./short-number.ts";

const operations = "MIDNSHP=X???????";
const bases = "=ACMGRSVTWYHKDBN";

/** A byte a sign, as they stand. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}

/** `names`: of the sequences, by their numbers. */
export function bamFields(records: BamRecords, at: number, end: number, names: readonly string[]): string[] {
  const { bytes, view } = records;
  const letters = bytes[at + 8] as number;
  const length = view.getInt32(at + 16, true);
  const sequence = at + 32 + letters + view.getUint16(at + 12, true) * 4;
  const quality = sequence + ((length + 1) >> 1);
  const [of, mate] = [view.getInt32(at, true), view.getInt32(at + 20, true)];
  const name = (nth: number): string => (nth < 0 ? "*" : (names[nth] ?? "*"));
  return [
    textOf(bytes, at + 32, at + 31 + letters) || "*",
    String(flagOf(view, at)),
    name(of),
    String(positionOf(view, at) + 1),
    String(qualityOf(bytes, at)),
    cigarText(records, at, end),
    mate >= 0 && mate === of ? "=" : name(mate),
    String(view.getInt32(at + 24, true) + 1),
    String(view.getInt32(at + 28, true)),
    sequenceText(bytes, sequence, length),
    qualityText(bytes, quality, length),
    ...[...tagsOf(records, at, end)].filter((tag) => tag.name !== "CG").map((tag) => tagText(records, tag)),
  ];
}

function cigarText(records: BamRecords, at: number, end: number): string {
  const { at: from, count } = cigarOf(records, at, end);
  let text = "";
  for (let nth = 0; nth < count; nth++) {
    const operation = records.view.getUint32(from + nth * 4, true);
    text += `${operation >>> 4}${operations[operation & 15]}`;
  }
  return text || "*";
}

function sequenceText(bytes: Uint8Array, at: number, length: number): string {
  let text = "";
  for (let nth = 0; nth < length; nth++) {
    const pair = bytes[at + (nth >> 1)] as number;
    text += bases[nth % 2 === 0 ? pair >> 4 : pair & 15];
  }
  return text || "*";
}

/** 255 stands for no quality in each place (§4.2.3). */
function qualityText(bytes: Uint8Array, at: number, length: number): string {
  if (length === 0 || bytes[at] === 0xff) return "*";
  let text = "";
  for (let from = at; from < at + length; from++) text += String.fromCharCode((bytes[from] as number) + 33);
  return text;
}

function tagText({ bytes, view }: BamRecords, tag: Tag): string {
  const { name, type, at, end } = tag;
  if (type === "A") return `${name}:A:${textOf(bytes, at, end)}`;
  if (type === "Z" || type === "H") return `${name}:${type}:${textOf(bytes, at, end - 1)}`;
  if (type === "f") return `${name}:f:${shortNumber(numberOf(view, type.charCodeAt(0), at), true)}`;
  if (type !== "B") return /^[cCsSiI]$/.test(type) ? `${name}:i:${numberOf(view, type.charCodeAt(0), at)}` : `${name}:${type}:`;
  const item = String.fromCharCode(bytes[at] as number);
  const count = view.getUint32(at + 1, true);
  const size = (end - at - 5) / count;
  const values = Array.from({ length: count }, (_, nth) =>
    shortNumber(numberOf(view, item.charCodeAt(0), at + 5 + nth * size), item === "f"),
  );
  return `${name}:B:${[item, ...values].join(",")}`;
}
