// A file of trees as the table of their nodes.

import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { wholeContent } from "../parts/sequences/aligned-rows.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";
import { mostNodes, readingOf, readTree, skipBlanks } from "../parts/trees/newick.ts";
import { linesOfTrees, tableOfTrees, type Tree } from "../parts/trees/tree-table.ts";
import { words as treeWords } from "../parts/trees/words.ts";
import { words as loadWords } from "../parts/words.ts";

export const read: Read = async (task) => {
  const reading = readingOf(linesOfText(await task.bytes()).join("\n"));
  const trees: Tree[] = [];
  let count = 0;
  for (skipBlanks(reading); reading.at < reading.text.length; skipBlanks(reading)) {
    const line = reading.lineOf(reading.at);
    const nodes = readTree(reading);
    trees.push({ name: String(trees.length + 1), line, nodes });
    count += nodes.length;
    if (count > mostNodes) throw new FailureError(treeWords.failure("large-together", { most: mostNodes }));
  }
  if (trees.length === 0) throw new FailureError(loadWords.failure("empty"));
  const lines = linesOfTrees(trees);
  return wholeContent({ table: tableOfTrees(trees), issues: [], lineOf: (row) => lines[row] ?? 1 });
};
