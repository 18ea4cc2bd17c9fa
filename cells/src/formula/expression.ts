// What a formula says, as a closed tree: columns, literals and calls of functions from functions.ts. Nothing else can be
// written, so a formula can neither reach the program around it nor loop. Made by parse-formula.ts and by conditions of
// forms; computed over whole columns by evaluate.ts.

/** 0-based UTF-16 offsets [start, end) in the formula's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Expression =
  | { readonly type: "column"; readonly name: string; readonly span: Span | null }
  | { readonly type: "literal"; readonly value: number | string | boolean | null; readonly span: Span | null }
  | {
      readonly type: "call";
      /** A name of functions.ts; operators are functions of their sign. */
      readonly name: string;
      readonly args: readonly Expression[];
      readonly span: Span | null;
      /** Where the name or the sign itself stands. */
      readonly nameSpan: Span | null;
    };

export const column = (name: string, span: Span | null = null): Expression => ({ type: "column", name, span });
export const literal = (value: number | string | boolean | null, span: Span | null = null): Expression => ({
  type: "literal",
  value,
  span,
});
export const call = (
  name: string,
  args: readonly Expression[],
  span: Span | null = null,
  nameSpan: Span | null = null,
): Expression => ({ type: "call", name, args, span, nameSpan });

/** Names of the columns that it reads, each once. */
export function columnsRead(expression: Expression, found: Set<string> = new Set()): ReadonlySet<string> {
  if (expression.type === "column") found.add(expression.name);
  if (expression.type === "call") for (const argument of expression.args) columnsRead(argument, found);
  return found;
}
