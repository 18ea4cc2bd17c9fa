// A GMX file as a table of memberships.

import type { Read } from "../../contract/format.ts";
import { contentOfSets } from "../parts/gene-sets/membership.ts";

export const read: Read = async (task) => {
  const text = new TextDecoder().decode(await task.bytes()).replace(/^\ufeff/, "");
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  const rows = lines.map((line) => line.split("\t"));
  const [names = [], descriptions = [], ...genes] = rows;
  const sets = names.map((name, at) => ({
    name: name.trim(),
    description: descriptions[at]?.trim() ?? "",
    genes: genes.map((row) => row[at] ?? ""),
    line: 1,
  }));
  return contentOfSets(sets, { line: Math.max(1, lines.length), blank: lines.filter((line) => line.trim() === "").length });
};
