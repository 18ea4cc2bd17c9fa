// Conditions as a form shows them: lines, and groups of lines one level down, each of all or any of them. What is nested
// deeper has no form.

import type { ColumnCondition, Condition } from "./condition.ts";

export type Holds = "all" | "any";
export interface ConditionGroup {
  readonly holds: Holds;
  readonly lines: readonly ColumnCondition[];
}
export interface ConditionForm {
  readonly holds: Holds;
  readonly items: readonly (ColumnCondition | ConditionGroup)[];
}

export const isGroup = (item: ColumnCondition | ConditionGroup): item is ConditionGroup => "lines" in item;

/** Null where groups stand in groups. */
export function toConditionForm(where: Condition): ConditionForm | null {
  if ("column" in where) return { holds: "all", items: [where] };
  const { holds, parts } = partsOf(where);
  const items: (ColumnCondition | ConditionGroup)[] = [];
  for (const part of parts) {
    if ("column" in part) items.push(part);
    else {
      const inner = partsOf(part);
      const lines = inner.parts.filter((line): line is ColumnCondition => "column" in line);
      if (lines.length < inner.parts.length) return null;
      items.push({ holds: inner.holds, lines });
    }
  }
  return { holds, items };
}

export const fromConditionForm = ({ holds, items }: ConditionForm): Condition =>
  grouped(
    holds,
    items.map((item) => (isGroup(item) ? grouped(item.holds, item.lines) : item)),
  );

const grouped = (holds: Holds, parts: readonly Condition[]): Condition => (holds === "all" ? { all: parts } : { any: parts });

const partsOf = (where: Exclude<Condition, ColumnCondition>): { readonly holds: Holds; readonly parts: readonly Condition[] } =>
  "all" in where ? { holds: "all", parts: where.all } : { holds: "any", parts: where.any };
