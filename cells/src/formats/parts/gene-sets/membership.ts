// Gene sets as a table: a row for each gene of each set, sets in the order of their file.

import { tableOf, textColumn } from "../../../artifacts/table.ts";
import type { FileContent, Issue } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { doubt } from "../doubts/of-matrices.ts";
import { contentOf } from "../matrices/whole-assay.ts";
import { namingGenes } from "../meanings/semantic-type.ts";
import { words } from "./words.ts";

export interface WrittenSet {
  readonly name: string;
  readonly description: string;
  /** As they stand there: blank cells among them. */
  readonly genes: readonly string[];
  /** Line of its name, from 1. */
  readonly line: number;
}

const told = (names: readonly string[]): readonly string[] => names.slice(0, 3);

interface OfFile {
  /** Where it ends. */
  readonly line: number;
  readonly blank: number;
  /** Genes whose weight was left out. */
  readonly weighted?: number;
}

export function contentOfSets(written: readonly WrittenSet[], { line, blank, weighted = 0 }: OfFile): FileContent {
  const [sets, descriptions, genes]: [string[], string[], string[]] = [[], [], []];
  const held = new Map<string, Set<string>>();
  const [empty, shared]: [WrittenSet[], Set<string>] = [[], new Set()];
  let twice = 0;
  for (const set of written) {
    const named = set.genes.map((gene) => gene.trim()).filter((gene) => gene !== "");
    if (set.name === "") {
      if (named.length === 0 && set.description === "") continue;
      words.fail("no-name", { line: set.line });
    }
    if (named.length === 0) {
      empty.push(set);
      continue;
    }
    const before = held.get(set.name);
    if (before) shared.add(set.name);
    const there = before ?? new Set<string>();
    held.set(set.name, there);
    for (const gene of named) {
      if (there.has(gene)) {
        if (!before) twice += 1;
        continue;
      }
      there.add(gene);
      sets.push(set.name);
      descriptions.push(set.description);
      genes.push(gene);
    }
  }
  if (held.size === 0) words.fail("no-sets", { line });
  const [first] = empty;
  const issues: Issue[] = [];
  if (first) {
    const params = { n: empty.length, line: first.line, sets: told(empty.map(({ name }) => name)) };
    issues.push({ ...doubt(words.sentence("without-genes", params)), line: first.line });
  }
  if (shared.size > 0) issues.push(doubt(words.sentence("same-name", { n: shared.size, sets: told([...shared]) })));
  if (twice > 0) issues.push(doubt(words.sentence("gene-twice", { n: twice })));
  const said: Sentence[] = [words.sentence("read", { sets: held.size, genes: new Set(genes).size })];
  if (weighted > 0) said.push(words.sentence("weights", { n: weighted }));
  if (blank > 0) said.push(words.sentence("blank", { n: blank }));
  const table = tableOf(
    textColumn("set", sets, { semantic: "category" }),
    textColumn("description", descriptions, { semantic: "category" }),
    namingGenes(textColumn("gene", genes, { semantic: "gene" })),
  );
  return contentOf(table, issues, [...issues.map(({ message }) => message), ...said]);
}
