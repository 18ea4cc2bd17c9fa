// Which columns a validation may leave out group by group: those that name labs first, then whatever puts rows into groups.
// A column with another value in each row, and the one that is predicted, make no groups to leave out. Pure.

import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import { labColumnPattern } from "../../artifacts/lab-column.ts";
import { identifies, makesGroups, meaningOf } from "../../artifacts/semantics.ts";
import { unitPattern } from "../../artifacts/unit-column.ts";

type Listed = Pick<NonNullable<ArtifactSummary["columns"]>[number], "name" | "type" | "semantic" | "levels" | "most">;

const isOfLabs = ({ name, semantic }: Pick<Listed, "name" | "semantic">): boolean =>
  semantic === "lab" || labColumnPattern.test(name);

/** Names, of the columns of a summary. `chosen`: what is set stays, whatever it holds. */
export function groupsLeftOut(
  columns: readonly Listed[],
  { target, chosen }: { readonly target: string; readonly chosen: string | null },
): { readonly labs: readonly string[]; readonly others: readonly string[] } {
  const offered = columns.filter((column) => column.name === chosen || (column.name !== target && hasGroups(column)));
  const names = (of: readonly Listed[]): readonly string[] => of.map(({ name }) => name);
  return { labs: names(offered.filter(isOfLabs)), others: names(offered.filter((column) => !isOfLabs(column))) };
}

function hasGroups(column: Listed): boolean {
  const { type, semantic, levels, most } = column;
  if (levels) return levels.length > 1;
  if (type === "boolean") return true;
  // Donors, patients and plates are told apart by names that stand in several rows.
  if (most !== undefined && (identifies(column) || unitPattern.test(column.name))) return most > 1;
  return type === "text" && (makesGroups(column) || isOfLabs(column)) && meaningOf(semantic).groups;
}
