// The counts of htseq-count as an assay; what no gene got is left out, and said.

import { textColumn } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import { linesOf, numberIn } from "../parts/quantified/lines.ts";
import { type QuantifiedFile, readQuantified } from "../parts/quantified/read-set.ts";
import { words } from "../parts/quantified/words.ts";
import { sniffHtseq } from "./lines-of-htseq.ts";

export const read: Read = (task) =>
  readQuantified(task, {
    isOne: (head) => sniffHtseq(head) !== null,
    read: (chunks, sample) => readOne(chunks, sample, task.signal),
    idName: "gene",
    noun: "gene",
    isCounts: true,
    firstLine: 1,
  });

const isCount = (text: string): boolean => /^\d+$/.test(text);

async function readOne(chunks: AsyncIterable<Uint8Array>, sample: string, signal?: AbortSignal): Promise<QuantifiedFile> {
  const ids: string[] = [];
  const attributes: string[][] = [];
  const numbers: number[][] = [];
  const left: { readonly name: string; readonly count: string }[] = [];
  let width = 0;
  // Further attributes stand between the name and the counts: texts in the first line.
  let before = 1;
  for await (const { fields, line } of linesOf(chunks, signal)) {
    if (width === 0) {
      width = fields.length;
      while (before < width - 1 && !isCount(fields[before] ?? "")) before++;
      for (let at = 1; at < before; at++) attributes.push([]);
      for (let at = before; at < width; at++) numbers.push([]);
    }
    if (fields.length !== width || width < 2)
      words.fail("fields-differ", { line, found: fields.length, expected: Math.max(2, width) });
    const [name = ""] = fields;
    const counts = fields.slice(before).map((text) => numberIn(text, "counts", line));
    if (name.startsWith("__")) {
      left.push({ name, count: fields.slice(before).join("/") });
      continue;
    }
    ids.push(name);
    attributes.forEach((column, at) => column.push(fields[at + 1] ?? ""));
    counts.forEach((value, at) => numbers[at]?.push(value));
  }
  if (ids.length === 0) words.fail("no-rows");
  const columns = attributes.map((texts, at) =>
    textColumn(
      `attribute_${at + 1}`,
      texts.map((text) => (text === "" ? null : text)),
    ),
  );
  const rows = left.map(({ name }) => name);
  const samples = numbers.length === 1 ? [sample] : numbers.map((_, at) => `${sample}_${at + 1}`);
  return {
    quantified: {
      samples,
      ids,
      features: columns,
      measures: numbers.map((values) => [{ name: "counts", values: Float64Array.from(values) }]),
    },
    said: [
      ...(samples.length > 1 ? [words.sentence("columns-unnamed", { samples })] : []),
      ...(rows.length > 0
        ? [words.sentence("summary-left", { rows, counts: left.map(({ name, count }) => `${name} ${count}`) })]
        : []),
      ...(columns.length > 0 ? [words.sentence("additional", { columns: columns.map(({ name }) => name) })] : []),
    ],
  };
}
