// What a table says of the protein of a gene: its length and its domains. Nothing of it is guessed: without a table the axis ends at the
// last mutation, which is said.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Doubt } from "./execute-records.ts";
import { words } from "./words.ts";

export interface Domain {
  readonly name: string;
  /** Amino acids from 1, both in it. */
  readonly start: number;
  readonly end: number;
}
export interface Protein {
  /** Amino acids; null: nobody said. */
  readonly length: number | null;
  readonly domains: readonly Domain[];
}

const named = {
  gene: /^(gene|hgnc|hugo_?symbol|symbol|gene_?name)$/iu,
  start: /^(start|from|domain_?start)$/iu,
  end: /^(end|to|stop|domain_?end)$/iu,
  name: /^(label|domain|domain_?name|name|pfam|description)$/iu,
  length: /^(length|protein_?length|aa[._]?length|amino_?acids)$/iu,
} as const;

export function proteinOf(
  table: Table | null,
  gene: string,
  { length, doubts }: { readonly length: number | null; readonly doubts: Doubt[] },
): Result<Protein, Failure> {
  if (!table) return ok({ length, domains: [] });
  const find = (of: keyof typeof named): Column | null => {
    const found = table.columns.find(({ name }) => named[of].test(name));
    return found ? columnOf(table, found.name) : null;
  };
  const columns = { gene: find("gene"), start: find("start"), end: find("end"), name: find("name"), length: find("length") };
  const { gene: genes, start, end } = columns;
  const available = table.columns.map(({ name }) => name).slice(0, 12);
  if (!genes || !start || !end)
    return err(words.failure("no-domain-columns", { available }, { at: ["domains"], fix: { path: ["domains"], value: null } }));
  const numberAt = (column: Column | null, row: number): number | null => {
    if (!column || isMissing(column, row)) return null;
    const value = column.type === "text" ? Number(cellString(column, row)) : Number(column.values[row]);
    return Number.isFinite(value) && value > 0 ? value : null;
  };
  const lengths = new Set<number>();
  const domains: Domain[] = [];
  let bad = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (isMissing(genes, row) || cellString(genes, row).trim() !== gene) continue;
    const long = numberAt(columns.length, row);
    if (long !== null) lengths.add(long);
    const [from, to] = [numberAt(start, row), numberAt(end, row)];
    if (from === null && to === null) continue;
    if (from === null || to === null || to < from) bad++;
    else
      domains.push({
        name: columns.name && !isMissing(columns.name, row) ? cellString(columns.name, row) : "",
        start: from,
        end: to,
      });
  }
  if (bad > 0) doubts.push(words.sentence("bad-domains", { n: bad, gene }));
  if (domains.length === 0 && lengths.size === 0) doubts.push(words.sentence("no-domains", { gene }));
  if (lengths.size > 1) {
    // Several transcripts in one table: a picture of one mixes none.
    const all = [...lengths].sort((a, b) => a - b);
    doubts.push(words.sentence("several-lengths", { gene, lengths: all.map(String), taken: length ?? all.at(-1) ?? null }));
  }
  return ok({ length: length ?? (lengths.size > 0 ? Math.max(...lengths) : null), domains });
}
