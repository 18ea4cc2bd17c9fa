// A model formula as R writes it (?formula of R 4.2): `~ batch + condition * time`. Names, `names with spaces` in backticks,
// + - * / : ^ %in% ( ), 0, 1. Its terms are put together while it is read, as R's terms.formula does.

import { TermsBuilder, type Term } from "./terms.ts";

export interface Span {
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
}

export interface Formula {
  readonly text: string;
  /** Columns in the order in which they first stand in the text; of a term they stand in this order, too. */
  readonly variables: readonly string[];
  /** Where each stands first. */
  readonly spans: readonly Span[];
  readonly intercept: boolean;
  readonly terms: readonly Term[];
}

/** What cannot be read, where, and what was meant, where that is plain. */
export interface FormulaProblem extends Span {
  readonly problem:
    | "empty"
    | "no-tilde"
    | "left-side"
    | "character"
    | "name-open"
    | "bracket-open"
    | "unexpected"
    | "unfinished"
    | "number"
    | "power"
    | "function"
    | "dot"
    | "too-much";
  /** The text there. */
  readonly found: string;
  /** The whole formula as it was meant. */
  readonly meant?: string;
  /** Of factor(x): x is to be taken as groups. */
  readonly asFactor?: string;
}

interface Token extends Span {
  readonly kind: "name" | "number" | "sign" | "end";
  readonly text: string;
}

const pattern =
  /\s+|(?<name>(?:[\p{L}_]|\.(?!\d))[\p{L}\p{M}\p{N}_.]*)|`(?<quoted>(?:[^`]|``)+)`|(?<number>\d+(?:\.\d*)?|\.\d+)|(?<sign>%in%|[-+*/:^()~])/suy;
/** Brackets within brackets. */
const deepest = 50;

class Unreadable extends Error {
  readonly found: FormulaProblem;
  constructor(found: FormulaProblem) {
    super(found.problem);
    this.found = found;
  }
}

export type ReadFormula = { readonly ok: true; readonly value: Formula } | { readonly ok: false; readonly error: FormulaProblem };

export function readFormula(text: string): ReadFormula {
  try {
    return { ok: true, value: new Reader(text).formula() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.found };
    throw error;
  }
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

class Reader {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #depth = 0;
  /** Whether what is being read is added (true) or taken away: a minus turns it round, for 0 and 1, too. */
  #adds = true;
  readonly #terms = new TermsBuilder();
  readonly #spans: Span[] = [];

  constructor(text: string) {
    this.#text = text;
    if (text.trim() === "") this.#refuse("empty", { start: 0, end: text.length });
    pattern.lastIndex = 0;
    while (pattern.lastIndex < text.length) this.#read(pattern.lastIndex);
    this.#tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  }

  #read(start: number): void {
    const match = pattern.exec(this.#text);
    if (!match) {
      const sign = String.fromCodePoint(this.#text.codePointAt(start) ?? 32);
      if (sign === "`") this.#refuse("name-open", { start, end: this.#text.length });
      this.#refuse("character", { start, end: start + sign.length });
    }
    const { name, quoted, number, sign } = match?.groups ?? {};
    const span = { start, end: pattern.lastIndex };
    if (name !== undefined) this.#tokens.push({ kind: name === "." ? "sign" : "name", text: name, ...span });
    else if (quoted !== undefined) this.#tokens.push({ kind: "name", text: quoted.replaceAll("``", "`"), ...span });
    else if (number !== undefined) this.#tokens.push({ kind: "number", text: number, ...span });
    else if (sign !== undefined) this.#tokens.push({ kind: "sign", text: sign, ...span });
  }

  formula(): Formula {
    const tilde = this.#tokens.findIndex(({ kind, text }) => kind === "sign" && text === "~");
    const [first] = this.#tokens as [Token, ...Token[]];
    if (tilde < 0) this.#refuse("no-tilde", { start: first.start, end: first.start }, { meant: `~ ${this.#text.trim()}` });
    if (tilde > 0) {
      const { start } = this.#tokens[tilde] as Token;
      this.#refuse("left-side", { start: first.start, end: start }, { meant: this.#text.slice(start).trim() });
    }
    this.#at = 1;
    const masks = this.#sum();
    if (this.#next.kind !== "end") this.#unexpected();
    return { text: this.#text, spans: this.#spans, ...this.#terms.finished(masks) };
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token;
  }
  #takes(...signs: readonly string[]): string | null {
    const { kind, text } = this.#next;
    if (kind !== "sign" || !signs.includes(text)) return null;
    this.#at++;
    return text;
  }

  #sum(): readonly number[] {
    let masks = this.#signed();
    for (let sign = this.#takes("+", "-"); sign; sign = this.#takes("+", "-")) {
      const before = masks;
      masks =
        sign === "+"
          ? this.#bounded(() => this.#terms.together(before, this.#signed()))
          : this.#terms.without(
              before,
              this.#turned(() => this.#signed()),
            );
    }
    return masks;
  }

  /** What a sign of its own takes away was not there yet: the answer is nothing, but -1 stays said. */
  #signed(): readonly number[] {
    if (this.#takes("+")) return this.#nested(() => this.#signed());
    if (!this.#takes("-")) return this.#product();
    this.#turned(() => this.#nested(() => this.#signed()));
    return [];
  }

  #product(): readonly number[] {
    let masks = this.#within();
    for (let sign = this.#takes("*", "/"); sign; sign = this.#takes("*", "/")) {
      const before = masks;
      const right = this.#operand(() => this.#within());
      masks = this.#bounded(() => (sign === "*" ? this.#terms.crossed(before, right) : this.#terms.nested(before, right)));
    }
    return masks;
  }

  #within(): readonly number[] {
    let masks = this.#interaction();
    while (this.#takes("%in%"))
      masks = this.#terms.within(
        masks,
        this.#operand(() => this.#interaction()),
      );
    return masks;
  }

  #interaction(): readonly number[] {
    let masks = this.#power();
    while (this.#takes(":")) {
      const before = masks;
      const right = this.#operand(() => this.#power());
      masks = this.#bounded(() => this.#terms.interacting(before, right));
    }
    return masks;
  }

  #power(): readonly number[] {
    const masks = this.#atom();
    if (!this.#takes("^")) return masks;
    const { kind, text } = this.#next;
    const power = Number(text);
    if (kind !== "number" || !Number.isInteger(power) || power < 1) this.#refuse("power", this.#next);
    this.#at++;
    return this.#bounded(() => this.#terms.power(masks, power));
  }

  /** 0 and 1 stand in sums alone. */
  #isAlone(): boolean {
    const isSum = (neighbour: Token | undefined): boolean =>
      neighbour?.kind !== "sign" || !["*", "/", ":", "^", "%in%"].includes(neighbour.text);
    return isSum(this.#tokens[this.#at - 1]) && isSum(this.#tokens[this.#at + 1]);
  }

  #atom(): readonly number[] {
    const token = this.#next;
    if (token.kind === "name") return this.#name(token);
    if (token.kind === "number") {
      if ((token.text !== "0" && token.text !== "1") || !this.#isAlone()) this.#refuse("number", token);
      this.#at++;
      this.#terms.intercept = (token.text === "1") === this.#adds;
      return [];
    }
    if (this.#takes("(")) {
      const masks = this.#nested(() => this.#sum());
      if (!this.#takes(")")) {
        if (this.#next.kind === "end") this.#refuse("bracket-open", { start: token.start, end: token.end });
        this.#unexpected();
      }
      return masks;
    }
    if (token.text === ".") this.#refuse("dot", token);
    return this.#unexpected();
  }

  #name(token: Token): readonly number[] {
    this.#at++;
    if (this.#next.text === "(" && this.#next.kind === "sign") this.#function(token);
    const mask = this.#terms.variable(token.text);
    if (mask === null) this.#refuse("too-much", token);
    if (this.#terms.count > this.#spans.length) this.#spans.push({ start: token.start, end: token.end });
    return [mask as number];
  }

  /** factor(x) is x taken as groups; all else is a column to be made before. */
  #function(token: Token): never {
    const [open, inner, close] = this.#tokens.slice(this.#at, this.#at + 3);
    const isFactor = /^(as\.)?factor$/.test(token.text) && inner?.kind === "name" && close?.text === ")";
    const end = isFactor ? close.end : (open?.end ?? token.end);
    const span = { start: token.start, end };
    if (!isFactor) return this.#refuse("function", span);
    const name = this.#text.slice(inner.start, inner.end);
    const meant = this.#text.slice(0, token.start) + name + this.#text.slice(end);
    return this.#refuse("function", span, { meant, asFactor: inner.text });
  }

  #operand<T>(read: () => T): T {
    if (this.#next.kind === "end") this.#unexpected();
    return read();
  }
  #turned<T>(read: () => T): T {
    this.#adds = !this.#adds;
    const answer = read();
    this.#adds = !this.#adds;
    return answer;
  }
  #nested<T>(read: () => T): T {
    if (++this.#depth > deepest) this.#refuse("too-much", this.#next);
    const answer = read();
    this.#depth--;
    return answer;
  }
  #bounded(make: () => readonly number[] | null): readonly number[] {
    return make() ?? this.#refuse("too-much", { start: 0, end: this.#text.length });
  }
  #unexpected(): never {
    return this.#refuse(this.#next.kind === "end" ? "unfinished" : "unexpected", this.#next);
  }
  #refuse(
    problem: FormulaProblem["problem"],
    { start, end }: Span,
    more: Pick<FormulaProblem, "meant" | "asFactor"> = {},
  ): never {
    throw new Unreadable({ problem, start, end, found: cut(this.#text.slice(start, end)), ...more });
  }
}
