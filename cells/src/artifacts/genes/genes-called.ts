// Genes by any name they go by: p53 is TP53 in man and Trp53 in the mouse. The table is of man; genes of the mouse mostly go by
// the same names in small letters (Cdkn1a), or by one that is an alias in man (TRP53), and are found so.

import { genes } from "./alias-table.ts";
import { renamedForDates } from "./genes-of-dates.ts";
import { symbolsAlone } from "./symbols-alone.ts";

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

interface KnownNames {
  readonly symbols: ReadonlySet<string>;
  /** In capitals; null: several genes go by it. */
  readonly aliases: ReadonlyMap<string, string | null>;
}
let known: KnownNames | null = null;

function knownNames(): KnownNames {
  if (known) return known;
  const symbols = new Set(symbolsAlone.split(" "));
  const aliases = new Map<string, string | null>();
  for (const gene of genes.split("|")) {
    const [symbol = "", ...others] = gene.split(" ");
    if (symbol === "") continue;
    symbols.add(symbol);
    for (const alias of others) aliases.set(alias, aliases.has(alias) ? null : symbol);
  }
  known = { symbols, aliases };
  return known;
}

export type SymbolIs = "current" | "alias" | "unknown";

/** What a text is among human symbols. Aliases are in capitals here: Cip1 is a gene of the mouse. */
export function symbolIs(text: string): SymbolIs {
  const { symbols, aliases } = knownNames();
  return symbols.has(text) ? "current" : aliases.has(text) ? "alias" : "unknown";
}

/** The symbol of today of the one human gene that goes by this alias; null: it is a symbol itself, of several genes, or of none. */
export function symbolOfAlias(text: string): string | null {
  const { symbols, aliases } = knownNames();
  return symbols.has(text) ? null : (renamedForDates(text) ?? aliases.get(text) ?? null);
}
