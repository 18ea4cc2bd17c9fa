// The counts of featureCounts as an assay: place, strand and length describe the genes, alignments are the samples.

import type { Column } from "../../artifacts/artifact.ts";
import { integerColumn, textColumn } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { linesOf, numberIn } from "../parts/quantified/lines.ts";
import { type QuantifiedFile, readQuantified } from "../parts/quantified/read-set.ts";
import { words as quantifiedWords } from "../parts/quantified/words.ts";
import { before, sniffFeatureCounts } from "./lines-of-featurecounts.ts";
import { words } from "./words.ts";

export const read: Read = (task) =>
  readQuantified(task, {
    isOne: (head) => sniffFeatureCounts(head) !== null,
    read: (chunks) => readOne(chunks, task.signal),
    idName: "Geneid",
    noun: "gene",
    isCounts: true,
    firstLine: 3,
  });

const ofAlignments = /\.(?:bam|sam|cram)$/i;

async function readOne(chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<QuantifiedFile> {
  let header: readonly string[] | null = null;
  const texts: string[][] = [];
  const numbers: number[][] = [];
  // Attributes that were asked for (--extraAttributes) stand behind the length: what is no alignment, where others are.
  let extra = 0;
  for await (const { fields, line } of linesOf(chunks, signal)) {
    if (header === null && fields[0]?.startsWith("#")) continue;
    if (header === null) {
      header = fields;
      const rest = fields.slice(before.length);
      const first = rest.findIndex((name) => ofAlignments.test(name));
      extra = Math.max(0, first);
      for (let at = 0; at < before.length + extra; at++) texts.push([]);
      for (let at = before.length + extra; at < fields.length; at++) numbers.push([]);
      continue;
    }
    if (fields.length !== header.length)
      quantifiedWords.fail("fields-differ", { line, found: fields.length, expected: header.length });
    texts.forEach((column, at) => column.push(fields[at] as string));
    for (const [at, column] of numbers.entries()) {
      const place = before.length + extra + at;
      column.push(numberIn(fields[place] as string, header[place] as string, line));
    }
  }
  const [genes = []] = texts;
  if (header === null || genes.length === 0) return quantifiedWords.fail("no-rows");
  const described = featuresOf(texts, header.slice(before.length, before.length + extra));
  return {
    quantified: {
      samples: header.slice(before.length + extra),
      ids: described.ids,
      features: described.columns,
      measures: numbers.map((values) => [{ name: "counts", values: Float64Array.from(values) }]),
    },
    said: described.said,
  };
}

interface Described {
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
  readonly said: readonly Sentence[];
}

function featuresOf(texts: readonly (readonly string[])[], extra: readonly string[]): Described {
  const [genes = [], chromosomes = [], starts = [], ends = [], strands = [], lengths = [], ...more] = texts;
  const parts = starts.map((text) => text.split(";"));
  const hasSeveral = parts.some((each) => each.length > 1);
  const times = new Map<string, number>();
  for (const gene of genes) times.set(gene, (times.get(gene) ?? 0) + 1);
  const isByExon = times.size < genes.length;
  // Exons of two transcripts that lie at one place are lines of their own.
  const ids = isByExon ? numbered(genes.map((gene, at) => `${gene}:${chromosomes[at]}:${starts[at]}-${ends[at]}`)) : genes;
  const columns: Column[] = [
    ...(isByExon ? [textColumn("gene", genes, { semantic: "gene" })] : []),
    textColumn("Chr", chromosomes.map(oneOf), { semantic: "chromosome" }),
    integerColumn(
      "Start",
      starts.map((text) => extreme(text, Math.min)),
      { semantic: "start", origin: 1 },
    ),
    integerColumn(
      "End",
      ends.map((text) => extreme(text, Math.max)),
      { semantic: "end" },
    ),
    textColumn("Strand", strands.map(oneOf), { semantic: "strand" }),
    integerColumn(
      "Length",
      lengths.map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : null)),
      { unit: "bp" },
    ),
    ...(hasSeveral
      ? [
          integerColumn(
            "exons",
            parts.map((each) => each.length),
          ),
        ]
      : []),
    ...extra.map((name, at) => typed(name, more[at] ?? [])),
  ];
  return {
    ids,
    columns,
    said: [
      ...(isByExon ? [words.sentence("exons-named", { count: [...times.values()].filter((count) => count > 1).length })] : []),
      ...(hasSeveral ? [words.sentence("extent-taken")] : []),
    ],
  };
}

/** The same for each exon is said once; a gene on two chromosomes keeps both. */
const oneOf = (text: string): string => {
  const found = [...new Set(text.split(";"))];
  return found.length === 1 ? (found[0] as string) : text;
};

function extreme(text: string, choose: (...values: number[]) => number): number | null {
  const numbers = text.split(";").map(Number);
  const found = numbers.reduce((best, value) => choose(best, value));
  return Number.isInteger(found) && Math.abs(found) < 2 ** 31 ? found : null;
}

function typed(name: string, texts: readonly string[]): Column {
  const isWhole = texts.every((text) => text === "" || text === "NA" || /^-?(?:0|[1-9]\d{0,8})$/.test(text));
  const present = texts.map((text) => (text === "" || text === "NA" ? null : text));
  return isWhole
    ? integerColumn(
        name,
        present.map((text) => (text === null ? null : Number(text))),
      )
    : textColumn(name, present);
}

function numbered(names: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return names.map((name) => {
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
}
