// Type-ahead in a formula: names of columns, in backticks where they need them, and functions.

import { namesBegun } from "../base/names-begun.ts";
import { functionNames } from "./functions.ts";
import { isFormulaWord } from "./parse-formula.ts";
import { formulaColumn } from "./quote-columns.ts";

export interface FormulaHit {
  readonly label: string;
  /** What is written in the place of what was typed. */
  readonly insert: string;
  readonly isFunction: boolean;
}
export interface FormulaCompletion {
  readonly from: number;
  readonly to: number;
  readonly hits: readonly FormulaHit[];
}

const mostHits = 8;
/** Texts and names that are closed, or run to the end. */
const quoted = /"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^'\\]|\\.)*(?:'|$)|`(?:[^`]|``)*(?:`|$)/gu;

const columnHit = (name: string): FormulaHit => ({ label: name, insert: formulaColumn(name), isFunction: false });

/** What may be meant by what stands before the caret; null where nothing is, or where it is all there already. `asked`: also where nothing is typed. */
export function completeFormula(
  text: string,
  caret: number,
  { columns, asked = false }: { readonly columns: readonly string[]; readonly asked?: boolean },
): FormulaCompletion | null {
  let start = 0;
  for (const match of text.slice(0, caret).matchAll(quoted)) {
    const [whole] = match;
    const end = match.index + whole.length;
    const isOpen = end === caret && (whole.length === 1 || !whole.endsWith(whole[0] as string));
    if (isOpen && (whole[0] !== "`" || /^[\p{L}\p{M}\p{N}_]/u.test(text.slice(caret)))) return null;
    if (isOpen) {
      const typed = whole.slice(1).replaceAll("``", "`").toLowerCase();
      const hits = byNearness(columns, typed);
      const to = text[caret] === "`" ? caret + 1 : caret;
      return hits.length > 0
        ? {
            from: match.index,
            to,
            hits: hits.map((name) => ({ ...columnHit(name), insert: `\`${name.replaceAll("`", "``")}\`` })),
          }
        : null;
    }
    start = end;
  }
  const found = namesBegun(text, { start, end: caret, names: columns });
  const called = namesBegun(text, { start, end: caret, names: functionNames });
  if (asked && !found && !called && columns.length > 0 && !/[\p{L}\p{M}\p{N}_.]$/u.test(text.slice(start, caret)))
    return { from: caret, to: caret, hits: columns.slice(0, mostHits).map(columnHit) };
  // Of two that begin at different words the longer one was typed; a function is one word.
  const from = Math.min(found?.from ?? caret, called?.from ?? caret);
  const typed = text.slice(from, caret);
  if (isFormulaWord(typed)) return null;
  const hits = [
    ...(found?.from === from ? byNearness(found.names, typed.toLowerCase()).map(columnHit) : []),
    ...(called?.from === from
      ? byNearness(called.names, typed.toLowerCase())
          .filter((name) => name.startsWith(typed.toLowerCase()))
          .map((name) => ({ label: name, insert: text[caret] === "(" ? name : `${name}(`, isFunction: true }))
      : []),
  ].slice(0, mostHits);
  const [first] = hits;
  if (!first || (hits.length === 1 && first.insert === typed)) return null;
  return { from, to: caret, hits };
}

/** The name that was typed whole first, then those that begin with it, then those that hold it. */
function byNearness(names: readonly string[], typed: string): string[] {
  const rank = (name: string): number => {
    const low = name.toLowerCase();
    return low === typed ? 0 : low.startsWith(typed) ? 1 : low.includes(typed) ? 2 : 3;
  };
  return names
    .filter((name) => rank(name) < 3)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostHits);
}
