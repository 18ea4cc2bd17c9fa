// The trees of a NEXUS file, with the names that TRANSLATE gives to their leaves.

import { labelAt, readTree, skipBlanks } from "../parts/trees/newick.ts";
import { FailureError } from "../../base/failure.ts";
import type { Table } from "../../artifacts/artifact.ts";
import { linesOfTrees, tableOfTrees, type Tree } from "../parts/trees/tree-table.ts";
import { type Command, type NexusText, readingIn } from "./commands.ts";
import { words } from "./words.ts";

const isTree = ({ block, name }: Command): boolean => block === "trees" && (name === "tree" || name === "utree");
export const hasTrees = ({ commands }: NexusText): boolean => commands.some(isTree);

export function readTrees(nexus: NexusText): { readonly table: Table; readonly lines: readonly number[] } {
  const trees = nexus.commands.filter(isTree).map((command): Tree => {
    const cut = command.text.indexOf("=");
    if (cut < 0) throw new FailureError(words.failure("tree", { line: command.line, found: command.text.trim().slice(0, 60) }));
    const name = command.text.slice(0, cut).replaceAll(/[*'\s]/g, "");
    const lineOf = (at: number): number => nexus.lineOf(command.at + cut + 1 + at);
    return { name, line: command.line, nodes: readTree({ text: `${command.text.slice(cut + 1)};`, at: 0, lineOf }) };
  });
  const names = new Map(
    nexus.commands.filter(({ block, name }) => block === "trees" && name === "translate").flatMap((each) => pairsOf(nexus, each)),
  );
  return { table: tableOfTrees(trees, (label) => names.get(label) ?? label), lines: linesOfTrees(trees) };
}

/** "1 human, 2 'Mus musculus'". */
function pairsOf(nexus: NexusText, command: Command): readonly (readonly [string, string])[] {
  const { text } = command;
  const reading = readingIn(nexus, command);
  const pairs: (readonly [string, string])[] = [];
  for (skipBlanks(reading); reading.at < text.length; skipBlanks(reading)) {
    if (text[reading.at] === ",") {
      reading.at++;
      continue;
    }
    const key = labelAt(reading);
    skipBlanks(reading);
    if (reading.at >= text.length) break;
    pairs.push([key, labelAt(reading)]);
  }
  return pairs;
}
