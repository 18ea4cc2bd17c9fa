// Writings as the step names them, letter by letter: what was proposed when it was made is not asked again.

import type { Apply } from "../../contract/step.ts";
import { words as shared } from "../words.ts";
import { mapTexts, needTexts } from "../parts/map-texts.ts";
import { withColumns } from "../parts/numbers-of-columns.ts";
import { refuse } from "../parts/step-scope.ts";
import type { mergeLabels } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof mergeLabels> = {
  table(step, table, scope) {
    const before = needTexts(scope, table, step.column, ["column"]);
    if (step.groups.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "groups" }, ["groups"]);
    const labelOf = new Map<string, string>();
    for (const [at, { to, from }] of step.groups.entries())
      for (const [nth, label] of from.entries()) {
        const first = labelOf.get(label);
        if (first !== undefined && first !== to)
          return refuse(scope, words, "twice", { label, first, second: to }, ["groups", at, "from", nth]);
        labelOf.set(label, to);
      }
    const { column, changed } = mapTexts(before, (text) => labelOf.get(text) ?? text);
    if (changed > 0) scope.say(words.sentence("merged", { step: scope.index + 1, column: column.name, n: changed }));
    return withColumns(table, [column]);
  },
};
