// Genes by any name they go by: p53 is TP53 in man and Trp53 in the mouse. The table is of man; genes of the mouse mostly go by
// the same names in small letters (Cdkn1a), or by one that is an alias in man (TRP53), and are found so.

import { genes } from "./alias-table.ts";

/** More would be a name that says nothing. */
const most = 8;
const isEnd = (letter: string | undefined): boolean => letter === undefined || letter === " " || letter === "|";

/** Each gene that is called so: its symbol, then its other names, in capitals. A symbol goes before an alias. */
export function genesCalled(text: string): readonly (readonly string[])[] {
  const wanted = text.trim().toUpperCase();
  if (wanted.length < 2 || /[\s|]/.test(wanted)) return [];
  const found: (readonly string[])[] = [];
  for (let at = genes.indexOf(wanted); at >= 0 && found.length < most; at = genes.indexOf(wanted, at + 1)) {
    if (!isEnd(genes[at - 1]) || !isEnd(genes[at + wanted.length])) continue;
    const start = genes.lastIndexOf("|", at) + 1;
    const names = genes.slice(start, genes.indexOf("|", at)).toUpperCase().split(" ");
    if (names[0] === wanted) found.unshift(names);
    else found.push(names);
  }
  return found;
}

/** Small letters; in the order in which they are meant: the genes called so, and for each its symbol before its aliases. */
export const otherNames = (text: string): ReadonlySet<string> =>
  new Set(genesCalled(text).flatMap((names) => names.map((name) => name.toLowerCase())));
