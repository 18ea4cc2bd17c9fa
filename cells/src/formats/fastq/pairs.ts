// Whether several files are the two mates of one sample, in one lane or in several: by their names, and by what stands in them.

import { filesOfMates, type MatesOfSample, matesOfSamples } from "../../base/mates-of-reads.ts";
import type { FileHead, Sniffed } from "../../contract/format.ts";
import { type MateName, mateName } from "../parts/sequences/mate-names.ts";
import { sniffFastq } from "./sniff.ts";
import { words } from "./words.ts";

/** Null: they are of several samples, or of none. */
export function matesIn(names: readonly string[]): MatesOfSample | null {
  const [mates, ...more] = matesOfSamples(names);
  return mates && more.length === 0 ? mates : null;
}

/** What may lie beside them without being data itself: other reads of the sample, reports, sums. */
const isBeside = (name: string): boolean =>
  /\.(?:fastq|fq|md5|md5sum|sha\d*|html?|json|log|md|pdf|zip|xml)$|readme|_fastqc/i.test(name);

export function sniffPair(parts: readonly FileHead[]): Sniffed | null {
  const mates = matesIn(parts.map(({ name }) => name));
  if (!mates) return null;
  const files = filesOfMates(mates);
  const heads = parts.filter(({ name }) => files.includes(name));
  const others = parts.filter(({ name }) => !files.includes(name));
  if (!others.every(({ name }) => isBeside(name))) return null;
  const sniffed = heads.map((head) => sniffFastq(head));
  if (sniffed.includes(null)) return null;
  const { first, second } = mates.lanes.find((lane) => lane.first !== null && lane.second !== null) ?? mates.lanes[0] ?? {};
  const titles = [first, second].map((file) => firstName(parts.find(({ name }) => name === file)));
  if (!mates.isSaid && !areMates(titles)) return null;
  const version = sniffed[0]?.version;
  return { confidence: 1, why: words.key("why-pair"), ...(version === undefined ? {} : { version }) };
}

interface FirstName {
  readonly name: string;
  readonly mate: number;
}

function firstName(head: FileHead | undefined): FirstName {
  const title = head?.lines[0]?.replace(/^\ufeff?\s*@/, "") ?? "";
  const bytes = new TextEncoder().encode(title);
  const found: MateName = { end: 0, mate: 0 };
  mateName(bytes, 0, bytes.length, found);
  return { name: new TextDecoder().decode(bytes.subarray(0, found.end)), mate: found.mate };
}

/** x_1 and x_2 may be two samples as well: their first reads say what they are. */
const areMates = ([first, second]: readonly FirstName[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  ((first.name === second.name && first.mate === 0 && second.mate === 0) || (first.mate === 1 && second.mate === 2));
