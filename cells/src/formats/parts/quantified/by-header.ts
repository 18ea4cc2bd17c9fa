// Programs that name the columns of what they estimate: Salmon, kallisto, RSEM. One description a program, one reader for all.

import type { Column } from "../../../artifacts/artifact.ts";
import { numberColumn, textColumn } from "../../../artifacts/table.ts";
import type { FileHead, Sniffed } from "../../../contract/format.ts";
import { linesOf, numberIn } from "./lines.ts";
import type { Measure, Quantified } from "./quantified.ts";
import { words } from "./words.ts";

export interface HeaderOfProgram {
  readonly program: string;
  /** As they stand in the first line, in order; more may follow. */
  readonly columns: readonly string[];
  /** Which of them are measures of the sample, the one that is counts first, by the names of layers. */
  readonly measures: readonly string[];
  /** Which describe a feature. The first column names it. */
  readonly features: readonly { readonly column: string; readonly name: string; readonly isNumber: boolean }[];
  readonly noun: "gene" | "transcript";
}

/** Its first line, letter for letter. */
export function sniffHeader({ text }: FileHead, { program, columns }: HeaderOfProgram): Sniffed | null {
  const first =
    text
      ?.slice(0, 1000)
      .replace(/^\ufeff/, "")
      .split(/\r?\n/, 1)[0] ?? "";
  const found = first.split("\t");
  return columns.every((column, at) => found[at] === column)
    ? { confidence: 1, why: words.key("why-header"), params: { program, columns: [...columns] } }
    : null;
}

export async function readByHeader(
  chunks: AsyncIterable<Uint8Array>,
  sample: string,
  { program, columns, measures, features }: HeaderOfProgram,
  signal?: AbortSignal,
): Promise<Quantified> {
  const ids: string[] = [];
  const numbers = measures.map((): number[] => []);
  const described = features.map((): string[] => []);
  let placed: { readonly measures: readonly number[]; readonly features: readonly number[]; readonly width: number } | null =
    null;
  for await (const { fields, line } of linesOf(chunks, signal)) {
    if (!placed) {
      const placeOf = (column: string): number => {
        const at = fields.indexOf(column);
        return at < 0 ? words.fail("no-column", { line, column, program }) : at;
      };
      placed = {
        measures: measures.map(placeOf),
        features: features.map(({ column }) => placeOf(column)),
        width: Math.max(columns.length, fields.length),
      };
      continue;
    }
    if (fields.length !== placed.width) words.fail("fields-differ", { line, found: fields.length, expected: placed.width });
    ids.push(fields[0] as string);
    placed.measures.forEach((at, measure) => {
      numbers[measure]?.push(numberIn(fields[at] as string, measures[measure] as string, line));
    });
    placed.features.forEach((at, feature) => {
      if (features[feature]?.isNumber) numberIn(fields[at] as string, features[feature].column, line);
      described[feature]?.push(fields[at] as string);
    });
  }
  if (ids.length === 0) words.fail("no-rows");
  const own = measures.map((name, at): Measure => ({ name, values: Float64Array.from(numbers[at] ?? []) }));
  const columnsOf = features.map(({ name, isNumber }, at): Column => {
    const texts = described[at] ?? [];
    return isNumber ? numberColumn(name, texts.map(Number)) : textColumn(name, texts);
  });
  return { samples: [sample], ids, features: columnsOf, measures: [own] };
}
