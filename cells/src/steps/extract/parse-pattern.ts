// Patterns, as regular expressions are written, as far as texts can be matched with them in time that grows with their length
// alone: literals, ., classes, \d \w \s \b, ^ and $, groups (also named), alternatives, * + ? {m,n}, lazy ones too. What looks
// back or ahead (\1, (?=…), (?<=…)), possessive repeats and the like are refused by name.

export type Test = (code: number) => boolean;
export type Assertion = "start" | "end" | "word" | "no-word";
export type Instruction =
  | { readonly op: "one"; readonly test: Test }
  | { readonly op: "split"; readonly first: number; readonly second: number }
  | { readonly op: "jump"; readonly to: number }
  | { readonly op: "save"; readonly slot: number }
  | { readonly op: "assert"; readonly what: Assertion }
  | { readonly op: "match" };

export interface Pattern {
  readonly program: readonly Instruction[];
  /** Without the whole. */
  readonly groups: number;
}
/** What is wrong with a pattern, and at which sign, from 1. */
export interface PatternFault {
  readonly fault: "unfinished" | "unexpected" | "look" | "backreference" | "escape" | "possessive" | "range" | "large";
  readonly at: number;
}

type Node =
  | { readonly is: "one"; readonly test: Test }
  | { readonly is: "assert"; readonly what: Assertion }
  | { readonly is: "all" | "any"; readonly of: readonly Node[] }
  | { readonly is: "group"; readonly slot: number; readonly of: Node }
  | { readonly is: "repeat"; readonly of: Node; readonly least: number; readonly most: number; readonly lazy: boolean };

const largest = 5000;
const code = (text: string): number => text.codePointAt(0) ?? 0;
const isDigit: Test = (c) => c >= 48 && c <= 57;
export const isWord: Test = (c) => isDigit(c) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
const isSpace: Test = (c) => /\s/.test(String.fromCodePoint(c));
const not =
  (test: Test): Test =>
  (c) =>
    !test(c);
const kinds: { readonly [letter: string]: Test } = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
};
const signs: { readonly [letter: string]: string } = { n: "\n", r: "\r", t: "\t", f: "\f", v: "\v" };

class Fault extends Error {
  readonly fault: PatternFault["fault"];
  readonly at: number;
  constructor(fault: PatternFault["fault"], at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

class Parser {
  private at = 0;
  groups = 0;
  private readonly signs: readonly string[];
  private readonly ignoreCase: boolean;
  constructor(text: string, ignoreCase: boolean) {
    this.signs = [...text];
    this.ignoreCase = ignoreCase;
  }

  whole(): Node {
    const node = this.alternatives();
    return this.at < this.signs.length ? this.fail("unexpected") : node;
  }

  private fail(fault: PatternFault["fault"]): never {
    throw new Fault(fault, this.at + 1);
  }
  private peek(): string {
    return this.signs[this.at] ?? "";
  }
  private take(): string {
    return this.signs[this.at++] ?? this.fail("unfinished");
  }
  private takeIf(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at++;
    return true;
  }

  private alternatives(): Node {
    const of = [this.sequence()];
    while (this.takeIf("|")) of.push(this.sequence());
    return of.length === 1 ? (of[0] as Node) : { is: "any", of };
  }
  private sequence(): Node {
    const of: Node[] = [];
    while (this.peek() !== "" && this.peek() !== "|" && this.peek() !== ")") of.push(this.repeated(this.atom()));
    return { is: "all", of };
  }

  private repeated(node: Node): Node {
    const bounds = this.bounds();
    if (!bounds) return node;
    if (node.is === "assert") return this.fail("unexpected");
    const lazy = this.takeIf("?");
    if (this.peek() === "+") return this.fail("possessive");
    if (this.peek() === "*" || this.peek() === "?") return this.fail("unexpected");
    return { is: "repeat", of: node, ...bounds, lazy };
  }
  private bounds(): { readonly least: number; readonly most: number } | null {
    if (this.takeIf("*")) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.takeIf("+")) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.takeIf("?")) return { least: 0, most: 1 };
    if (!this.takeIf("{")) return null;
    const least = this.number();
    const most = this.takeIf(",") ? (this.peek() === "}" ? Number.POSITIVE_INFINITY : this.number()) : least;
    if (!this.takeIf("}") || most < least) return this.fail("range");
    return { least, most };
  }
  private number(): number {
    let digits = "";
    while (isDigit(code(this.peek())) && digits.length < 5) digits += this.take();
    if (digits === "") return this.fail("range");
    return Number(digits) > largest ? this.fail("large") : Number(digits);
  }

  private atom(): Node {
    const sign = this.take();
    switch (sign) {
      case "(":
        return this.group();
      case "[":
        return { is: "one", test: this.folded(this.charClass()) };
      case ".":
        return { is: "one", test: (c) => c !== 10 && c !== 13 && c !== 0x2028 && c !== 0x2029 };
      case "^":
        return { is: "assert", what: "start" };
      case "$":
        return { is: "assert", what: "end" };
      case "\\":
        return this.escaped();
      case "*":
      case "+":
      case "?":
      case "{":
      case "}":
      case "]":
        this.at--;
        return this.fail("unexpected");
      default:
        return { is: "one", test: this.literal(code(sign)) };
    }
  }

  private group(): Node {
    if (this.takeIf("?")) {
      if (this.takeIf(":")) return this.closed(this.alternatives());
      if (!this.takeIf("<") || this.peek() === "=" || this.peek() === "!") return this.fail("look");
      while (this.take() !== ">") if (!/^[\p{L}\p{N}_]$/u.test(this.signs[this.at - 1] ?? "")) return this.fail("unexpected");
    }
    const slot = ++this.groups;
    return { is: "group", slot, of: this.closed(this.alternatives()) };
  }
  private closed(node: Node): Node {
    return this.takeIf(")") ? node : this.fail("unfinished");
  }

  private escaped(): Node {
    const letter = this.take();
    if (letter === "b") return { is: "assert", what: "word" };
    if (letter === "B") return { is: "assert", what: "no-word" };
    if (/^[1-9k]$/.test(letter)) return this.fail("backreference");
    const kind = kinds[letter];
    return { is: "one", test: kind ?? this.literal(this.escapedCode(letter)) };
  }
  private escapedCode(letter: string): number {
    const sign = signs[letter];
    if (sign !== undefined) return code(sign);
    return /^[\p{L}\p{N}]$/u.test(letter) ? this.fail("escape") : code(letter);
  }

  private charClass(): Test {
    const isNot = this.takeIf("^");
    const tests: Test[] = [];
    if (this.peek() === "]") return this.fail("unexpected");
    while (!this.takeIf("]")) {
      const low = this.classPart(tests);
      if (low === null) continue;
      if (this.peek() === "-" && this.signs[this.at + 1] !== "]" && this.signs[this.at + 1] !== undefined) {
        this.at++;
        const high = this.classPart([]);
        if (high === null || high < low) return this.fail("range");
        tests.push((c) => c >= low && c <= high);
      } else tests.push((c) => c === low);
    }
    const test: Test = (c) => tests.some((each) => each(c));
    return isNot ? not(this.folded(test)) : test;
  }
  /** One sign, or null where it was a kind of signs. */
  private classPart(tests: Test[]): number | null {
    const sign = this.take();
    if (sign !== "\\") return code(sign);
    const letter = this.take();
    const kind = kinds[letter];
    if (!kind) return this.escapedCode(letter);
    tests.push(kind);
    return null;
  }

  private literal(wanted: number): Test {
    return this.folded((c) => c === wanted);
  }
  private folded(test: Test): Test {
    if (!this.ignoreCase) return test;
    return (c) => {
      const sign = String.fromCodePoint(c);
      return test(c) || test(code(sign.toLowerCase())) || test(code(sign.toUpperCase()));
    };
  }
}

function compile(node: Node): readonly Instruction[] {
  const program: Instruction[] = [];
  const add = (instruction: Instruction): number => {
    if (program.length >= largest) throw new Fault("large", 1);
    return program.push(instruction) - 1;
  };
  /** A split whose ends are known only after what lies between: put in its place then. */
  const split = (at: number, inside: number, outside: number, lazy: boolean): void => {
    program[at] = lazy ? { op: "split", first: outside, second: inside } : { op: "split", first: inside, second: outside };
  };
  const hold = (): number => add({ op: "match" });
  const emit = (part: Node): void => {
    switch (part.is) {
      case "one":
        add({ op: "one", test: part.test });
        return;
      case "assert":
        add({ op: "assert", what: part.what });
        return;
      case "all":
        part.of.forEach(emit);
        return;
      case "group":
        add({ op: "save", slot: 2 * part.slot });
        emit(part.of);
        add({ op: "save", slot: 2 * part.slot + 1 });
        return;
      case "any": {
        const ends: number[] = [];
        for (const [at, each] of part.of.entries()) {
          if (at === part.of.length - 1) {
            emit(each);
            break;
          }
          const fork = hold();
          emit(each);
          ends.push(hold());
          split(fork, fork + 1, program.length, false);
        }
        for (const end of ends) program[end] = { op: "jump", to: program.length };
        return;
      }
      case "repeat": {
        for (let n = 0; n < part.least; n++) emit(part.of);
        if (part.most === Number.POSITIVE_INFINITY) {
          const fork = hold();
          emit(part.of);
          add({ op: "jump", to: fork });
          split(fork, fork + 1, program.length, part.lazy);
          return;
        }
        const forks: number[] = [];
        for (let n = part.least; n < part.most; n++) {
          forks.push(hold());
          emit(part.of);
        }
        for (const fork of forks) split(fork, fork + 1, program.length, part.lazy);
      }
    }
  };
  emit({ is: "group", slot: 0, of: node });
  add({ op: "match" });
  return program;
}

export function parsePattern(text: string, ignoreCase = false): Pattern | PatternFault {
  try {
    if (text.length > 1000) return { fault: "large", at: 1 };
    const parser = new Parser(text, ignoreCase);
    const node = parser.whole();
    return { program: compile(node), groups: parser.groups };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault, at: error.at };
    throw error;
  }
}
