// A condition in words: "padj < 0.05 and gene starts with Tr".

import type { StepContext } from "../../../contract/step.ts";
import { words } from "../../words.ts";
import { lack, listed, shown } from "../said.ts";
import { type ColumnCondition, type Condition, lackingOf } from "./condition.ts";

export function conditionWords(condition: Condition, context: StepContext): string {
  if ("column" in condition) return columnWords(condition, context);
  const items = "all" in condition ? condition.all : condition.any;
  const joiner = ` ${words.say("all" in condition ? "and" : "or", {}, context.locale)} `;
  return items
    .map((item) => {
      const text = conditionWords(item, context);
      return "column" in item || items.length === 1 ? text : `(${text})`;
    })
    .filter((text) => text !== "")
    .join(joiner);
}

/** What is still to be chosen or entered before it can be asked; null = nothing. */
export function conditionLacks(condition: Condition, context: StepContext): string | null {
  const [lacking] = lackingOf(condition);
  return lacking ? lack(lacking, context) : null;
}

function columnWords({ column, is, value }: ColumnCondition, context: StepContext): string {
  const given = shown(value, context);
  const text = Array.isArray(given) ? listed(given.map(String)) : String(given);
  if (Array.isArray(given) && given.length === 1 && (is === "in" || is === "not-in"))
    return `${column} ${is === "in" ? "=" : "≠"} ${text}`;
  switch (is) {
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return `${column} ${{ "=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥" }[is]} ${text}`;
    default:
      return words.say(`is-${is}`, { column, value: text }, context.locale);
  }
}
