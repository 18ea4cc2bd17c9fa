// Texts in order. Signs that nobody sees (zero width, soft hyphens, marks of byte order) go with the spaces; those that join
// letters and parts of emoji stay.

import type { TextColumn } from "../../artifacts/artifact.ts";
import { isMissing } from "../../artifacts/table.ts";
import type { Apply, OptionsOf } from "../../contract/step.ts";
import { mapTexts, needTexts } from "../parts/map-texts.ts";
import { chosenColumns, withColumns } from "../parts/numbers-of-columns.ts";
import type { cleanText } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof cleanText> = {
  table(step, table, scope) {
    const act = cleaner(step);
    const made = chosenColumns(step.columns, table, scope).map(({ name }) => {
      const before = needTexts(scope, table, name, ["columns", step.columns.indexOf(name)]);
      const { column, changed } = mapTexts(before, act);
      if (changed > 0) {
        const [different, after] = [differentIn(before), differentIn(column)];
        scope.say(words.sentence("changed", { step: scope.index + 1, column: name, n: changed, before: different, after }));
      }
      return column;
    });
    return withColumns(table, made);
  },
};

const cleaner =
  ({ trim, spaces, case: letters, form, empty }: OptionsOf<typeof cleanText>) =>
  (text: string): string | null => {
    let clean = form === "keep" ? text : text.normalize(form);
    if (spaces) clean = clean.replace(/[\u00ad\u200b\ufeff]/g, "").replace(/\s+/g, " ");
    if (trim) clean = clean.trim();
    if (letters !== "keep") clean = letters === "lower" ? clean.toLowerCase() : clean.toUpperCase();
    return clean === "" && empty ? null : clean;
  };

function differentIn(column: TextColumn): number {
  const codes = new Set<number>();
  for (let row = 0; row < column.codes.length; row++) if (!isMissing(column, row)) codes.add(column.codes[row] as number);
  return new Set([...codes].map((code) => column.dictionary[code])).size;
}
