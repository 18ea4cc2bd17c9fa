// Which reads of two files have no mate in the other, whatever their order: said where files that should be mates are none.

import { FailureError } from "../../../base/failure.ts";
import type { JsonObject } from "../../../base/json.ts";
import { readFastq } from "./fastq-records.ts";
import type { FileOfMates } from "./fastq-pairs.ts";
import { type MateName, mateName } from "./mate-names.ts";
import { words } from "./words.ts";

/** Of each file: names of more would take more memory than a refusal is worth. */
const mostReads = 250_000;
const fewReads = 3;

interface Alone {
  readonly name: string;
  count: number;
  /** The first of them. */
  readonly reads: string[];
}

/** As the parameter of a sentence, with a blank before it; "": there are none, or too many to be compared. */
export async function readsWithoutMates(
  files: readonly [FileOfMates, FileOfMates],
  signal: AbortSignal | undefined,
): Promise<JsonObject | ""> {
  try {
    const [one, two] = files;
    const first = new Set<string>();
    const second = new Set<string>();
    if (!(await eachName(one, (name) => first.add(name), signal))) return "";
    const ofTwo: Alone = { name: two.name, count: 0, reads: [] };
    const wereRead = await eachName(two, (name) => (second.add(name), add(ofTwo, name, first)), signal);
    if (!wereRead) return "";
    const ofOne: Alone = { name: one.name, count: 0, reads: [] };
    await eachName(one, (name) => add(ofOne, name, second), signal);
    return said([ofOne, ofTwo].filter(({ count }) => count > 0));
  } catch (error) {
    // What else is wrong with them is said when each is read by itself.
    if (error instanceof FailureError) return "";
    throw error;
  }
}

function add(to: Alone, name: string, others: ReadonlySet<string>): void {
  if (others.has(name)) return;
  to.count++;
  if (to.reads.length < fewReads) to.reads.push(name.slice(0, 100));
}

/** False: there are more of them than are compared. */
async function eachName(file: FileOfMates, take: (name: string) => void, signal: AbortSignal | undefined): Promise<boolean> {
  const decoder = new TextDecoder();
  const found: MateName = { end: 0, mate: 0 };
  let reads = 0;
  return readFastq(
    file.open(),
    ({ bytes, titleStart, titleEnd }) => {
      mateName(bytes, titleStart, titleEnd, found);
      take(decoder.decode(bytes.subarray(titleStart, found.end)));
      reads++;
      return reads > mostReads;
    },
    { signal },
  );
}

function said(alone: readonly Alone[]): JsonObject | "" {
  const [one, two] = alone.map(({ name, count, reads }) =>
    words.sentence(count > reads.length ? "without-mates-many" : "without-mates", { name, count, reads }),
  );
  if (!one) return { ...words.sentence("other-order") };
  return two ? { ...words.sentence("without-mates-both", { one: { ...one }, two: { ...two } }) } : { ...one };
}
