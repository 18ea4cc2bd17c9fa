// A row a set and side: its size, its numbers, p values, and the genes that make the answer; the smallest p first.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { EnrichmentMethod, SetAnswer } from "../../contract/enrichment-method.ts";
import type { GeneSet } from "./read-sets.ts";

export interface AnsweredSet {
  readonly set: GeneSet;
  /** Genes of it that could be found. */
  readonly size: number;
  readonly places: Int32Array;
  readonly answer: SetAnswer;
  readonly adjusted: number;
  readonly genes: readonly string[];
}

export const numberOf = ({ answer }: AnsweredSet, { columns }: EnrichmentMethod, column: string): number =>
  answer.numbers[columns.indexOf(column)] ?? Number.NaN;

const whole: ReadonlySet<string> = new Set(["overlap", "listed", "leading_edge"]);

export function tableOfSets(answered: readonly AnsweredSet[], method: EnrichmentMethod): Table {
  const text = (name: string, of: (each: AnsweredSet) => string | null): Column =>
    textColumn(name, answered.map(of), { semantic: "category" });
  const sides = new Set(answered.map(({ answer }) => answer.side));
  const hasMore = answered.some(({ set }) => set.description !== "" && set.description !== "na");
  const hows = new Set(answered.map(({ answer }) => answer.how));
  const columns: (Column | false)[] = [
    text("set", ({ set }) => set.name),
    sides.size > 1 && text("side", ({ answer }) => answer.side),
    integerColumn(
      "size",
      answered.map(({ size }) => size),
    ),
    ...method.columns.map((name) => {
      const values = answered.map((each) => {
        const value = numberOf(each, method, name);
        return Number.isNaN(value) ? null : value;
      });
      return whole.has(name) ? integerColumn(name, values) : numberColumn(name, values, { semantic: "number" });
    }),
    numberColumn(
      "pvalue",
      answered.map(({ answer }) => answer.p),
      { semantic: "p-value" },
    ),
    numberColumn(
      "padj",
      answered.map(({ adjusted }) => adjusted),
      { semantic: "q-value" },
    ),
    (hows.size > 1 || hows.has("below")) && text("p_by", ({ answer }) => answer.how),
    textColumn(
      "genes",
      answered.map(({ genes }) => genes.join(", ")),
      { semantic: "text" },
    ),
    hasMore &&
      textColumn(
        "description",
        answered.map(({ set }) => set.description),
        { semantic: "text" },
      ),
  ];
  return {
    type: "table",
    rowCount: answered.length,
    columns: uniquelyNamed(
      columns.filter((column) => column !== false),
      "_",
    ),
  };
}
