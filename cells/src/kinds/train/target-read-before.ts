// Which cells behind a model have looked at what it predicts: SQL that names the column, and steps that compute with it. If
// features were chosen there, the rows that validate have helped to choose them, and the validation is too good (Ambroise
// and McLachlan, PNAS 99:6562-6566, 2002). Rows that a filter keeps by their class are no such choice.

import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import type { CellBehind } from "../../contract/kind.ts";

/** Steps that make values or orders of a column that they name. */
const computing: ReadonlySet<string> = new Set(["summarise", "rank", "derive", "pivot"]);

export function targetReadBefore(target: string, cells: readonly Pick<CellBehind, "name" | "spec">[]): readonly string[] {
  if (target === "") return [];
  const isWord = new RegExp(`(?<![\\p{L}\\p{N}_])${target.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}_])`, "iu");
  return cells.filter(({ spec }) => isWord.test(textOf(spec))).map(({ name }) => name);
}

/** Categories as means of what is predicted. */
const isByTarget = (as: Json | undefined): boolean => isJsonObject(as) && as["by"] === "target";

/** What a cell computes, as text: its SQL, or its computing steps. */
function textOf({ sql, steps }: JsonObject): string {
  if (typeof sql === "string") return sql;
  if (!Array.isArray(steps)) return "";
  const on = (steps as readonly Json[]).filter(
    (step) => isJsonObject(step) && step["off"] !== true && (computing.has(String(step["verb"])) || isByTarget(step["as"])),
  );
  return on.length === 0 ? "" : JSON.stringify(on);
}
