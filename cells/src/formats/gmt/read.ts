// A GMT file as a table of memberships.

import type { Read } from "../../contract/format.ts";
import { contentOfSets } from "../parts/gene-sets/membership.ts";
import { hasWeight, withoutWeight } from "./weights.ts";

export const read: Read = async (task) => {
  const text = new TextDecoder().decode(await task.bytes()).replace(/^\ufeff/, "");
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  const isBlank = (line: string): boolean => line.trim() === "";
  const sets = lines.flatMap((line, at) => {
    if (isBlank(line)) return [];
    const [name = "", description = "", ...genes] = line.split("\t");
    return [{ name: name.trim(), description: description.trim(), genes, line: at + 1 }];
  });
  const written = sets.flatMap(({ genes }) => genes).filter((gene) => !isBlank(gene));
  // One gene without says that a comma is part of names.
  const weighted = written.length > 0 && written.every(hasWeight) ? written.length : 0;
  const bare = weighted === 0 ? sets : sets.map((set) => ({ ...set, genes: set.genes.map(withoutWeight) }));
  return contentOfSets(bare, { line: Math.max(1, lines.length), blank: lines.filter(isBlank).length, weighted });
};
