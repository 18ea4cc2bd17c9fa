// Text of a formula to its expression tree. The syntax is small and needs no manual: numbers, "text" or 'text', columns
// by name (`with spaces` in backticks), + - * / % ^, = != < <= > >=, in (…), and, or, not, functions by name.
// Precedence from loose to tight: or, and, not, comparisons and in, + -, * / %, sign, ^ (to the right).

import type { Failure } from "../base/failure.ts";
import { err, ok, type Result } from "../base/result.ts";
import { call, column, literal, type Expression, type Span } from "./expression.ts";
import { words as transformWords } from "../steps/words.ts";
import type { KeyOf } from "../messages/define-words.ts";

type Token = Span & {
  readonly kind: "number" | "text" | "name" | "column" | "sign" | "end";
  readonly text: string;
};

const pattern =
  /\s+|(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_.]*)|`(?<column>(?:[^`]|``)+)`|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>&&|\|\||[<>=!]=|<>|[-+*/%^<>=!(),])/suy;

class Unreadable extends Error {
  readonly failure: Failure;
  constructor(value: Failure) {
    super(value.reason);
    this.failure = value;
  }
}
const refuse = (reason: KeyOf<typeof transformWords>, params: Failure["params"], span: Span): never => {
  throw new Unreadable(transformWords.failure(reason, params, { span: { start: span.start, end: span.end } }));
};

function tokens(text: string): Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) {
      const sign = String.fromCodePoint(text.codePointAt(start) ?? 32);
      const span = { start, end: start + sign.length };
      if (sign === '"' || sign === "'" || sign === "`") refuse("formula-text-open", {}, { start, end: text.length });
      refuse("formula-character", { found: sign, example: "gene name" }, span);
      break;
    }
    const span = { start, end: pattern.lastIndex };
    const groups = match.groups ?? {};
    if (groups.number !== undefined) found.push({ kind: "number", text: groups.number, ...span });
    else if (groups.name !== undefined) found.push({ kind: "name", text: groups.name, ...span });
    else if (groups.column !== undefined) found.push({ kind: "column", text: groups.column.replaceAll("``", "`"), ...span });
    else if (groups.text !== undefined) found.push({ kind: "text", text: unquoted(groups.text), ...span });
    else if (groups.sign !== undefined) found.push({ kind: "sign", text: groups.sign, ...span });
  }
  found.push({ kind: "end", text: "", start: text.length, end: text.length });
  return found;
}

const escapes: { readonly [letter: string]: string } = { n: "\n", t: "\t" };
const unquoted = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\(.)/gsu, (_whole, letter: string) => escapes[letter] ?? letter);

const equalSigns: { readonly [sign: string]: string } = { "==": "=", "<>": "!=" };
const comparing = ["=", "==", "!=", "<>", "<", "<=", ">", ">="];
const words = new Set(["and", "or", "not", "in", "true", "false", "missing"]);
/** What is no column's name unless it stands in backticks. */
export const isFormulaWord = (name: string): boolean => words.has(name.toLowerCase());
/** What stands in brackets, behind a sign of its own or in a power, within another such (SPEC, L-2). */
const deepest = 100;

/** The tree, or a `transform.formula-*` failure with its span. */
export function parseFormula(text: string): Result<Expression, Failure> {
  try {
    if (text.trim() === "") return err(transformWords.failure("formula-empty", {}, { asks: true }));
    const reader = new Reader(tokens(text));
    const expression = reader.expression(0);
    reader.end();
    return ok(expression);
  } catch (error) {
    if (error instanceof Unreadable) return err(error.failure);
    throw error;
  }
}

/** The number that is written; refused where a double holds another one. */
function numberOf({ text, start, end }: Token): number {
  const value = Number(text);
  if (!Number.isFinite(value)) return refuse("formula-number-large", { found: text }, { start, end });
  if (/^\d+$/.test(text) && BigInt(text) !== BigInt(value))
    return refuse("formula-number-digits", { found: text }, { start, end });
  return value;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  constructor(found: readonly Token[]) {
    this.#tokens = found;
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token;
  }
  #take(): Token {
    const token = this.#next;
    this.#at += 1;
    return token;
  }
  #isWord(word: string): boolean {
    return this.#next.kind === "name" && this.#next.text.toLowerCase() === word;
  }
  #isSign(...signs: readonly string[]): boolean {
    return this.#next.kind === "sign" && signs.includes(this.#next.text);
  }
  #expect(sign: string): Token {
    if (!this.#isSign(sign)) this.#unexpected({ sign });
    return this.#take();
  }
  /** `expected`: a sign, or what sort of thing should stand here. */
  #unexpected(expected: "operand" | { readonly sign: string }): never {
    const { kind, text, start, end } = this.#next;
    const sort = expected === "operand" ? "-operand" : "";
    const params = expected === "operand" ? {} : { expected: expected.sign };
    if (kind === "end") return refuse(`formula-end${sort}`, params, { start: Math.max(0, start - 1), end });
    return refuse(`formula-syntax${sort}`, { found: text, ...params }, { start, end });
  }
  end(): void {
    const { kind, text, start, end } = this.#next;
    if (kind !== "end") refuse("formula-syntax-operator", { found: text }, { start, end });
  }

  /** An expression one level deeper. */
  #inner(level: number): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) refuse("formula-deep", { most: deepest }, this.#next);
    const found = this.expression(level);
    this.#depth -= 1;
    return found;
  }

  /** `level`: 0 or, 1 and, 2 not, 3 comparison, 4 sum, 5 product. */
  expression(level: number): Expression {
    if (level === 2) {
      if (!this.#isWord("not") && !this.#isSign("!")) return this.expression(3);
      const sign = this.#take();
      const operand = this.#inner(2);
      return call("not", [operand], spanOf(sign, operand), sign);
    }
    if (level === 6) return this.#signed();
    let left = this.expression(level + 1);
    for (;;) {
      const operator = this.#operator(level);
      if (operator === null) return left;
      const sign = this.#take();
      if (operator === "in" || operator === "not in") {
        if (operator === "not in") this.#take();
        const items = this.#list();
        const found = call("in", [left, ...items.args], { start: startOf(left), end: items.end }, sign);
        left = operator === "in" ? found : call("not", [found], found.span, sign);
      } else {
        const right = this.expression(level + 1);
        left = call(operator, [left, right], { start: startOf(left), end: endOf(right) }, sign);
      }
    }
  }

  #operator(level: number): string | null {
    const token = this.#next;
    if (level === 0) return this.#isWord("or") || this.#isSign("||") ? "or" : null;
    if (level === 1) return this.#isWord("and") || this.#isSign("&&") ? "and" : null;
    if (level === 3) {
      if (this.#isWord("in")) return "in";
      const after = this.#tokens[this.#at + 1];
      if (this.#isWord("not") && after?.kind === "name" && after.text.toLowerCase() === "in") return "not in";
      return token.kind === "sign" && comparing.includes(token.text) ? (equalSigns[token.text] ?? token.text) : null;
    }
    if (level === 4) return this.#isSign("+", "-") ? token.text : null;
    return this.#isSign("*", "/", "%") ? token.text : null;
  }

  #signed(): Expression {
    if (!this.#isSign("-", "+")) return this.#power();
    const sign = this.#take();
    const operand = this.#inner(6);
    if (sign.text === "+") return operand;
    if (operand.type === "literal" && typeof operand.value === "number") {
      return literal(-operand.value, spanOf(sign, operand));
    }
    return call("negate", [operand], spanOf(sign, operand), sign);
  }

  #power(): Expression {
    const base = this.#primary();
    if (!this.#isSign("^")) return base;
    const sign = this.#take();
    const exponent = this.#inner(6);
    return call("^", [base, exponent], { start: startOf(base), end: endOf(exponent) }, sign);
  }

  #primary(): Expression {
    const token = this.#next;
    const span = { start: token.start, end: token.end };
    switch (token.kind) {
      case "number":
        this.#take();
        return literal(numberOf(token), span);
      case "text":
        this.#take();
        return literal(token.text, span);
      case "column":
        this.#take();
        return column(token.text, span);
      case "name": {
        const word = token.text.toLowerCase();
        if (words.has(word) && word !== "true" && word !== "false" && word !== "missing") return this.#unexpected("operand");
        this.#take();
        if (this.#isSign("(")) {
          const items = this.#list();
          return call(token.text.toLowerCase(), items.args, { start: token.start, end: items.end }, span);
        }
        if (word === "true" || word === "false") return literal(word === "true", span);
        if (word === "missing") return literal(null, span);
        return column(token.text, span);
      }
      case "sign":
        if (token.text === "(") {
          this.#take();
          const inner = this.#inner(0);
          this.#expect(")");
          return inner;
        }
        return this.#unexpected("operand");
      default:
        return this.#unexpected("operand");
    }
  }

  #list(): { readonly args: readonly Expression[]; readonly end: number } {
    this.#expect("(");
    const args: Expression[] = [];
    if (!this.#isSign(")")) {
      args.push(this.#inner(0));
      while (this.#isSign(",")) {
        this.#take();
        args.push(this.#inner(0));
      }
    }
    return { args, end: this.#expect(")").end };
  }
}

const startOf = (expression: Expression): number => expression.span?.start ?? 0;
const endOf = (expression: Expression): number => expression.span?.end ?? 0;
const spanOf = (from: Span, to: Expression): Span => ({ start: from.start, end: endOf(to) });
