// Holds a FASTA file to its rules, line by line, with memory for its names alone.

import type { CheckTask } from "../../contract/format.ts";
import { eachLine, isBlank, shown } from "../parts/sequences/each-line.ts";
import { blank, kindOfByte } from "../parts/sequences/letters.ts";
import type { rules } from "./rules.ts";

export { rules } from "./rules.ts";

type Rule = keyof typeof rules;

/** Of NCBI's advice. */
const longLine = 80;
/** Beyond so many, names are not compared any more: memory has a bound. */
const mostNames = 1_000_000;
/** A line that is mended is offered up to this length. */
const mostFixed = 1000;

export const check = (task: CheckTask): Promise<void> => new FastaCheck(task).run();

class FastaCheck {
  private records = 0;
  /** Line and text of the title whose sequence is read. */
  private title = { line: 0, text: "" };
  /** Letters of its sequence that were seen. */
  private length = 0;
  /** The first empty line since letters or a title were seen; 0: none. */
  private emptyLine = 0;
  private width = 0;
  /** A line that is shorter than the first one was seen: only the last may be. */
  private shortLine = 0;
  private hasT = false;
  private hasU = false;
  private isTold = false;
  private saidLong = false;
  private readonly names = new Set<string>();
  private readonly task: CheckTask;

  constructor(task: CheckTask) {
    this.task = task;
  }

  async run(): Promise<void> {
    await eachLine(this.task.open(), (bytes, start, end, line) => this.take(bytes, start, end, line), this.task.signal);
    this.close();
  }

  private say(rule: Rule, line: number | null, field: string | null, found: string, text?: string): void {
    this.isTold = true;
    const fix = line !== null && text !== undefined ? { fix: { line, text } } : {};
    this.task.report({ rule, line, field, found: found.slice(0, 100), ...fix });
  }

  private take(bytes: Uint8Array, start: number, end: number, line: number): void {
    const first = bytes[start];
    if (first === 62) return this.takeTitle(bytes, start + 1, end, line);
    if (isBlank(bytes, start, end)) {
      if (this.emptyLine === 0) this.emptyLine = line;
      return;
    }
    if (first === 59) return this.say("fasta-comment", line, "title", shown(bytes, start, end));
    if (this.records === 0) {
      if (!this.isTold) this.say("fasta-headless", line, "title", shown(bytes, start, end));
      return;
    }
    if (this.emptyLine > 0) this.say("fasta-blank-line", this.emptyLine, "sequence", "");
    this.emptyLine = 0;
    this.takeLetters(bytes, start, end, line);
  }

  private takeTitle(bytes: Uint8Array, start: number, end: number, line: number): void {
    this.close();
    this.records += 1;
    const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 1000)));
    this.title = { line, text: `>${text}` };
    const [id = ""] = text.trimStart().split(/[ \t]/, 1);
    if (id === "") this.say("fasta-no-id", line, "id", this.title.text);
    else if (this.names.has(id)) this.say("fasta-id-twice", line, "id", id);
    else if (this.names.size < mostNames) this.names.add(id);
  }

  private takeLetters(bytes: Uint8Array, start: number, end: number, line: number): void {
    let hasBlanks = false;
    let bad = -1;
    let last = end;
    while (last > start && kindOfByte[bytes[last - 1] as number] === blank) last--;
    for (let at = start; at < last; at++) {
      const byte = bytes[at] as number;
      const kind = kindOfByte[byte] as number;
      if (kind === 0 && bad < 0) bad = at;
      else if (kind === blank) hasBlanks = true;
      else if (kind === 20) this.hasT = true;
      else if (kind === 21) this.hasU = true;
    }
    // A CR in the middle is a line end of another system, which is found in any text.
    if (bad >= 0 && bytes[bad] !== 13) this.say("fasta-letter", line, "sequence", shown(bytes, bad, bad + 1));
    if (hasBlanks || last < end) {
      const whole = end - start <= mostFixed ? new TextDecoder().decode(bytes.subarray(start, end)) : null;
      this.say("fasta-blanks", line, "sequence", shown(bytes, start, end), whole?.replaceAll(/[ \t]/g, ""));
    }
    const width = last - start;
    if (width > longLine && !this.saidLong) {
      this.saidLong = true;
      this.say("fasta-line-long", line, "sequence", String(width));
    }
    if (this.length === 0) this.width = width;
    else if (this.shortLine > 0 || width > this.width) {
      if (this.shortLine >= 0) this.say("fasta-line-lengths", this.shortLine || line, "sequence", String(width));
      this.shortLine = -1;
    } else if (width < this.width && this.shortLine === 0) this.shortLine = line;
    this.length += width;
  }

  private close(): void {
    const { line, text } = this.title;
    if (line > 0 && this.length === 0) this.say("fasta-no-sequence", line, "sequence", text);
    if (this.hasT && this.hasU) this.say("fasta-t-and-u", line, "sequence", text);
    this.title = { line: 0, text: "" };
    this.length = 0;
    this.emptyLine = 0;
    this.shortLine = 0;
    this.hasT = false;
    this.hasU = false;
  }
}
