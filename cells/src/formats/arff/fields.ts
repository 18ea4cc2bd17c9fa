// The fields of a line of ARFF: between commas, or between blanks and tabs where the line has no comma; quoted where a text holds
// what would end it. A comment begins with "%" where a field might.

import { words } from "./words.ts";

export interface Field {
  readonly text: string;
  /** "?" in quotes is a text, and no missing value. */
  readonly isQuoted: boolean;
}

const escaped: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r" };
const isBlank = (letter: string | undefined): boolean => letter === " " || letter === "\t";

/** Reads a line from its beginning. Fails with "quote-open", "quote-behind". */
export class LineScanner {
  at: number;
  private readonly text: string;
  private readonly line: number;

  constructor(text: string, line: number, from = 0) {
    this.text = text;
    this.line = line;
    this.at = from;
  }

  /** Passes over blanks; what stands there now, "" at the end or where a comment begins. */
  next(): string {
    while (isBlank(this.text[this.at])) this.at++;
    const letter = this.text[this.at] ?? "";
    return letter === "%" ? "" : letter;
  }

  /** A field in quotes, or all up to one of these letters, without the blanks around it. */
  field(ends: string): Field {
    const quote = this.next();
    if (quote === "'" || quote === '"') return { text: this.quoted(quote), isQuoted: true };
    const from = this.at;
    while (this.at < this.text.length && !ends.includes(this.text[this.at] as string)) this.at++;
    return { text: this.text.slice(from, this.at).trim(), isQuoted: false };
  }

  rest(): string {
    return this.text.slice(this.at);
  }

  private quoted(quote: string): string {
    let found = "";
    for (let at = this.at + 1; at < this.text.length; at++) {
      const letter = this.text[at] as string;
      if (letter === quote) {
        this.at = at + 1;
        const behind = this.text[this.at];
        if (behind !== undefined && !isBlank(behind) && !",{}%".includes(behind))
          words.fail("quote-behind", { line: this.line, found: found.slice(0, 60) });
        return found;
      }
      if (letter !== "\\" || at + 1 === this.text.length) found += letter;
      else {
        const next = this.text[++at] as string;
        found += escaped[next] ?? next;
      }
    }
    return words.fail("quote-open", { line: this.line, found: this.text.slice(this.at, this.at + 60) });
  }
}

/** A comma outside of quotes. */
function hasComma(text: string, from: number): boolean {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const letter = text[at] as string;
    if (quote !== "") {
      if (letter === "\\") at++;
      else if (letter === quote) quote = "";
    } else if (letter === ",") return true;
    else if (letter === "'" || letter === '"') quote = letter;
  }
  return false;
}

/** All fields of a line from a place on, up to `end` ("" for the end of the line); `end` is passed over. Fails with "field-empty". */
export function fieldsOf(
  text: string,
  line: number,
  from = 0,
  end = "",
): { readonly fields: readonly Field[]; readonly at: number } {
  const scanner = new LineScanner(text, line, from);
  const isByComma = hasComma(text, from);
  const ends = `${isByComma ? "," : " \t"}${end}`;
  const fields: Field[] = [];
  const isOver = (): boolean => {
    const letter = scanner.next();
    return letter === "" || letter === end;
  };
  while (!isOver() || (isByComma && fields.length > 0)) {
    // What is told of an instance as a whole stands in braces behind its values.
    if (end === "" && fields.length > 0 && scanner.next() === "{") break;
    const field = scanner.field(ends);
    if (!field.isQuoted && field.text === "") return words.fail("field-empty", { line, place: fields.length + 1 });
    fields.push(field);
    if (!isByComma) continue;
    if (isOver()) break;
    if (scanner.next() !== ",") return words.fail("quote-behind", { line, found: field.text.slice(0, 60) });
    scanner.at++;
  }
  if (end !== "" && scanner.next() !== end) return words.fail("brace-open", { line, found: text.slice(from, from + 60) });
  return { fields, at: scanner.at + end.length };
}

/** A value of a sparse row, and which column it is of. */
export interface Pair {
  readonly place: number;
  readonly value: Field;
}

/** "{0 1.5, 2 y}", from behind its brace on. Fails with "brace-open", "sparse-pair". */
export function pairsOf(text: string, line: number, from: number): { readonly pairs: readonly Pair[]; readonly at: number } {
  const scanner = new LineScanner(text, line, from);
  const pairs: Pair[] = [];
  const refuse = (): never => words.fail("sparse-pair", { line, place: pairs.length + 1, found: text.slice(from, from + 60) });
  for (;;) {
    if (scanner.next() === "}" && pairs.length === 0) break;
    if (scanner.next() === "") return words.fail("brace-open", { line, found: text.slice(from, from + 60) });
    const place = scanner.field(" \t,}");
    if (place.isQuoted || !/^\d{1,9}$/.test(place.text) || ",}".includes(scanner.next())) refuse();
    const value = scanner.field(",}");
    if (!value.isQuoted && value.text === "") refuse();
    pairs.push({ place: Number(place.text), value });
    const behind = scanner.next();
    if (behind === "}") break;
    if (behind === "") return words.fail("brace-open", { line, found: text.slice(from, from + 60) });
    if (behind !== ",") refuse();
    scanner.at++;
  }
  return { pairs, at: scanner.at + 1 };
}
