// STAR's counts as an assay. Which of its three columns are the counts depends on how the library was made, which the file
// does not say: it is guessed from the totals, and said with its alternative.

import type { Issue, Read } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { linesOf, numberIn } from "../parts/quantified/lines.ts";
import { type QuantifiedFile, readQuantified } from "../parts/quantified/read-set.ts";
import { words } from "../parts/quantified/words.ts";
import { sniffStar, unassigned } from "./lines-of-star.ts";

const measures = ["unstranded", "forward", "reverse"] as const;
type Strand = (typeof measures)[number];

export const read: Read = (task) =>
  readQuantified(task, {
    isOne: (head) => sniffStar(head) !== null,
    read: (chunks, sample) => readOne(chunks, sample, task.signal),
    choose,
    idName: "gene",
    noun: "gene",
    isCounts: true,
    isAlwaysCounts: true,
    firstLine: unassigned.length + 1,
  });

async function readOne(chunks: AsyncIterable<Uint8Array>, sample: string, signal?: AbortSignal): Promise<QuantifiedFile> {
  const ids: string[] = [];
  const numbers: number[][] = measures.map(() => []);
  const left: string[] = [];
  for await (const { fields, line } of linesOf(chunks, signal)) {
    if (fields.length !== 4) words.fail("fields-differ", { line, found: fields.length, expected: 4 });
    const [name = "", ...counts] = fields;
    const found = counts.map((text, at) => numberIn(text, measures[at] as Strand, line));
    if ((unassigned as readonly string[]).includes(name)) {
      left.push(`${name} ${counts.join("/")}`);
      continue;
    }
    ids.push(name);
    found.forEach((value, at) => numbers[at]?.push(value));
  }
  if (ids.length === 0) words.fail("no-rows");
  const own = measures.map((name, at) => ({ name, values: Float64Array.from(numbers[at] ?? []) }));
  return {
    quantified: { samples: [sample], ids, features: [], measures: [own] },
    said: [words.sentence("summary-left", { rows: [...unassigned], counts: left })],
  };
}

/** A strand that takes four of five reads is that of the library; where both take as many the library has none. */
const clearly = 0.8;

function choose(files: readonly QuantifiedFile[]): { readonly measure: Strand; readonly issues: readonly Issue[] } {
  const total = (name: Strand): number =>
    files.reduce((sum, { quantified }) => {
      const values = quantified.measures[0]?.find((measure) => measure.name === name)?.values ?? new Float64Array(0);
      return sum + values.reduce((part, value) => part + value, 0);
    }, 0);
  const [first, second] = [total("forward"), total("reverse")];
  const both = first + second;
  const taken: Strand =
    both === 0 ? "unstranded" : first >= clearly * both ? "forward" : second >= clearly * both ? "reverse" : "unstranded";
  const other: Strand = taken === "unstranded" ? (first >= second ? "forward" : "reverse") : "unstranded";
  const issue = doubt(words.sentence("star-strand", { taken, first, second }), { path: ["layer"], value: other });
  return { measure: taken, issues: [issue] };
}
