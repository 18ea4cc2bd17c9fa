// Texts of a column that look alike and are not: blanks before or behind, two of them or another kind inside, signs of no width,
// a letter with its accent as one character or as two (Unicode Standard Annex 15, NFC). Groups, joins and classes keep them apart, as they must; it is said once a column.

import type { TextColumn } from "../../../artifacts/artifact.ts";
import type { Issue } from "../../../contract/format.ts";
import { squish } from "../../../base/squish.ts";
import { words } from "./words.ts";

interface Makes {
  make(text: string): string;
  of(column: string): string;
}
const composed = (text: string): string => text.normalize("NFC");
/** What all of it makes of a text: by this texts look alike. */
const most: Makes = { make: (text) => composed(squish(text)), of: (column) => `compose(squish(${column}))` };
/** What makes one of texts, by formula: the first that does. */
const formulas: readonly Makes[] = [
  { make: (text) => text.trim(), of: (column) => `trim(${column})` },
  { make: composed, of: (column) => `compose(${column})` },
  { make: (text) => composed(text.trim()), of: (column) => `compose(trim(${column}))` },
  { make: squish, of: (column) => `squish(${column})` },
];
/** A column of more different texts is no grouping. */
const mostTexts = 50_000;

export function lookAlikes({ name, codes, dictionary, valid }: TextColumn, lineOf: (row: number) => number): readonly Issue[] {
  if (dictionary.length > mostTexts) return [];
  const made = dictionary.map(most.make);
  if (made.every((text, code) => text === dictionary[code])) return [];
  const first = new Int32Array(dictionary.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (valid?.[row] !== 0 && (first[code] as number) < 0) first[code] = row;
  }
  const alike = new Map<string, number[]>();
  made.forEach((text, code) => {
    if (text === "" || (first[code] as number) < 0) return;
    const known = alike.get(text);
    if (known) known.push(code);
    else alike.set(text, [code]);
  });
  const groups = [...alike].filter(([, those]) => those.length > 1);
  const [shown] = groups;
  if (!shown) return [];
  const odd = groups.flatMap(([, those]) => those.filter((code) => dictionary[code] !== made[code]));
  const row = odd.reduce((least, code) => Math.min(least, first[code] as number), Number.POSITIVE_INFINITY);
  const column = `\`${name.replaceAll("`", "``")}\``;
  const formula = formulas.find(({ make }) => odd.every((code) => make(dictionary[code] as string) === made[code]));
  const said = {
    column: name,
    n: groups.length,
    value: shown[0].slice(0, 40),
    ways: shown[1].length,
    line: lineOf(row),
    formula: (formula ?? most).of(column),
  };
  const message = words.sentence("look-alikes", said);
  const step = { verb: "derive", name, formula: said.formula };
  return [{ rule: "look-alikes", severity: "warning", field: name, line: said.line, message, step }];
}
