// What stands in the table of measures, as the list of rules above it calls it: the table itself holds what steps ask for, in one
// language.

import { levels } from "../../contract/quality-rule.ts";
import type { Locale } from "../../messages/locale.ts";
import { listedRules } from "../../quality-rules.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import { rulesColumn, rulesJoint, verdictColumn } from "./measures-table.ts";
import { words } from "./words.ts";

const columnTypes = ["float64", "int32", "boolean", "text"] as const;

export const titleOfRule = (name: string, locale: Locale): string =>
  listedRules.find(({ rule }) => rule.name === name)?.rule.words.say("title", {}, locale) ?? name;

/** Null: as it stands. */
export function calledInMeasures(column: string, text: string, locale: Locale): string | null {
  if (column === rulesColumn)
    return text
      .split(rulesJoint)
      .map((name) => titleOfRule(name, locale))
      .join(rulesJoint);
  const type = column === "type" ? columnTypes.find((each) => each === text) : undefined;
  if (type !== undefined) return viewsWords.say(`type-${type}`, {}, locale);
  const level = column === verdictColumn ? levels.find((each) => each === text) : undefined;
  return level === undefined ? null : words.say(level, {}, locale);
}
