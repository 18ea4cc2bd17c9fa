// Names in an artifact that a person may mean while she types; of genes by their aliases, too.

import type { Artifact } from "../artifact.ts";
import { namesOf } from "../names-of-artifact.ts";
import { searchNames } from "../search-names.ts";
import { meaningOf } from "../semantics.ts";
import { columnOf } from "../table.ts";

/** Null: it has no names of that kind. */
export async function searchInArtifact(
  artifact: Artifact,
  what: string,
  text: string,
  limit: number,
): Promise<readonly string[] | null> {
  const names = namesOf(artifact, what);
  if (names === null) return null;
  if (text.trim() === "" || !areGenes(artifact, what)) return searchNames(names, text, limit);
  const { otherNames } = await import("./genes-called.ts");
  return searchNames(names, text, limit, otherNames(text));
}

/** Features of a matrix may be genes whatever they are called; texts of a column where it says so. */
function areGenes(artifact: Artifact, what: string): boolean {
  if (what === "features") return true;
  if (artifact.type !== "table" || !what.startsWith("column:")) return false;
  return meaningOf(columnOf(artifact, what.slice("column:".length))?.semantic).names === "features";
}
