// The table that every format of sequences becomes: id, description, sequence, length, alphabet, and what the format has
// beside them. Texts stay bytes until the end.

import type { Column, Table, TextColumn } from "../../../artifacts/artifact.ts";
import { integerColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Issue } from "../../../contract/format.ts";
import { TextPool } from "../delimited/text-pool.ts";
import { words as loadWords } from "../words.ts";
import { type Alphabet, alphabetsOf, gapBit, isCore, kindOfByte, type Letters } from "./letters.ts";
import { words } from "./words.ts";

/** A column of texts, most of them different. */
export class TextRows {
  private readonly pool = new TextPool(() => false);
  private readonly codes: number[] = [];
  private valid: number[] | null = null;

  add(bytes: Uint8Array, start: number, end: number): void {
    this.codes.push(this.pool.intern(bytes, start, end));
    this.valid?.push(1);
  }
  addMissing(): void {
    this.valid ??= this.codes.map(() => 1);
    this.codes.push(this.pool.emptyCode());
    this.valid.push(0);
  }
  column(name: string, semantic: TextColumn["semantic"], lineOf: (row: number) => number): TextColumn {
    const { pool } = this;
    const texts = pool.takeTexts();
    if (texts === null) {
      const row = this.codes.indexOf(pool.firstBroken());
      throw new FailureError(loadWords.failure("not-utf8", { column: name, line: lineOf(row) }));
    }
    return {
      name,
      type: "text",
      ...(semantic ? { semantic } : {}),
      valid: this.valid ? Uint8Array.from(this.valid) : null,
      codes: Int32Array.from(this.codes),
      dictionary: texts,
    };
  }
}

export interface SequenceTable {
  readonly table: Table;
  readonly issues: readonly Issue[];
  lineOf(row: number): number;
}

export class SequenceRows {
  private readonly ids = new TextRows();
  private readonly descriptions = new TextRows();
  private readonly sequences = new TextRows();
  private readonly lengths: number[] = [];
  private readonly letters: Letters[] = [];
  private readonly lines: number[] = [];

  get count(): number {
    return this.lines.length;
  }

  /** Line of the title of a row. */
  lineOf(row: number): number {
    return this.lines[row] ?? 1;
  }

  /**
   * `title` in [start, end) of its bytes, without the mark before it: an id up to the first blank, then a description. `idEnd`: the
   * id is no more than that.
   */
  addTitle(bytes: Uint8Array, start: number, end: number, idEnd = end): void {
    let cut = start;
    while (cut < end && bytes[cut] !== 32 && bytes[cut] !== 9) cut++;
    let from = cut;
    while (from < end && (bytes[from] === 32 || bytes[from] === 9)) from++;
    let to = end;
    while (to > from && (bytes[to - 1] === 32 || bytes[to - 1] === 9)) to--;
    if (cut > start) this.ids.add(bytes, start, Math.min(cut, idEnd));
    else this.ids.addMissing();
    if (to > from) this.descriptions.add(bytes, from, to);
    else this.descriptions.addMissing();
  }
  /** A name, which may hold blanks, and a description. */
  addNamed(name: Uint8Array, description: Uint8Array): void {
    if (name.length > 0) this.ids.add(name, 0, name.length);
    else this.ids.addMissing();
    if (description.length > 0) this.descriptions.add(description, 0, description.length);
    else this.descriptions.addMissing();
  }
  /** A sequence without blanks, whose letters were looked at. */
  addSequence(bytes: Uint8Array, start: number, end: number, line: number): void {
    let bits = 0;
    let count = 0;
    let core = 0;
    for (let at = start; at < end; at++) {
      const kind = kindOfByte[bytes[at] as number] as number;
      bits |= 1 << kind;
      if (kind > 26) continue;
      count++;
      core += isCore[kind] as number;
    }
    this.sequences.add(bytes, start, end);
    this.lengths.push(end - start);
    this.letters.push({ bits, count, core });
    this.lines.push(line);
  }

  /** `set`: the alphabet as the load has it. `more`: columns of the format's own. `declared`: the format is one of alignments. */
  finish(set: Alphabet | "auto", more: readonly Column[] = [], declared = false): SequenceTable {
    const { lengths, letters } = this;
    const lineOf = (row: number): number => this.lineOf(row);
    const found = set === "auto" ? alphabetsOf(letters) : null;
    const kinds = found?.of ?? lengths.map(() => set as Alphabet);
    const hasGaps = letters.some(({ bits }) => (bits & gapBit) !== 0);
    const isEven = lengths.length > 1 && lengths.every((length) => length === lengths[0]);
    const isAligned = declared || (hasGaps && isEven);
    const ids = this.ids.column("id", "identifier", lineOf);
    const table = tableOf(
      ids,
      this.descriptions.column("description", "text", lineOf),
      this.sequences.column("sequence", "sequence", lineOf),
      integerColumn("length", lengths, { semantic: "count", unit: "letters" }),
      textColumn(
        "alphabet",
        kinds.map((kind) => (isAligned ? `aligned ${kind}` : kind)),
        { semantic: "category" },
      ),
      ...more,
    );
    const issues: Issue[] = [];
    const add = (rule: string, severity: Issue["severity"], line: number | null, rest: Pick<Issue, "message" | "fix">): void =>
      void issues.push({ rule, severity, line, field: rule.startsWith("id") ? "id" : "sequence", ...rest });
    const [first] = found?.of ?? [];
    if (found?.other && first)
      add("alphabet-guessed", "warning", null, {
        message: words.sentence("alphabet-guessed", { alphabet: first, other: found.other }),
        fix: { path: ["alphabet"], value: found.other },
      });
    if (found && found.odd !== null) {
      const odd = found.of[found.odd] as Alphabet;
      add("alphabets-mixed", "warning", lineOf(found.odd), {
        message: words.sentence("alphabets-mixed", { alphabet: odd, line: lineOf(found.odd) }),
      });
    }
    if (hasGaps && !isEven && !declared && lengths.length > 1)
      add("gaps-unequal", "note", null, { message: words.sentence("gaps-unequal") });
    const empty = lengths.indexOf(0);
    if (empty >= 0)
      add("sequence-empty", "warning", lineOf(empty), {
        message: words.sentence("sequence-empty", {
          count: lengths.filter((length) => length === 0).length,
          line: lineOf(empty),
        }),
      });
    const unnamed = ids.valid?.indexOf(0) ?? -1;
    if (unnamed >= 0)
      add("id-missing", "warning", lineOf(unnamed), { message: words.sentence("id-missing", { line: lineOf(unnamed) }) });
    const twice = repeated(ids);
    if (twice)
      add("id-twice", "warning", lineOf(twice.row), {
        message: words.sentence("id-twice", { ...twice, line: lineOf(twice.row) }),
      });
    return { table, issues, lineOf };
  }
}

function repeated({
  codes,
  dictionary,
  valid,
}: TextColumn): { readonly row: number; readonly id: string; readonly count: number } | null {
  const seen = new Uint8Array(dictionary.length);
  let first = -1;
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    if (valid?.[row] === 0) continue;
    const code = codes[row] as number;
    if (seen[code] === 0) seen[code] = 1;
    else {
      count++;
      if (first < 0) first = row;
    }
  }
  return first < 0 ? null : { row: first, id: dictionary[codes[first] as number] ?? "", count };
}
