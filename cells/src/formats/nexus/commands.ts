// The commands of a NEXUS file, each with its words up to a semicolon: names in quotes, comments left out.

import { FailureError } from "../../base/failure.ts";
import { labelAt, type Reading, readingOf, skipBlanks } from "../parts/trees/newick.ts";
import { words } from "./words.ts";

export interface Command {
  /** In small letters. */
  readonly block: string;
  readonly name: string;
  readonly line: number;
  /** What stands behind its name, as it stands, and where that begins. */
  readonly text: string;
  readonly at: number;
}

export interface NexusText {
  readonly commands: readonly Command[];
  lineOf(at: number): number;
}

export function readCommands(text: string): NexusText {
  const first = /#NEXUS/i.exec(text);
  const reading = readingOf(text, first ? first.index + first[0].length : 0);
  const commands: Command[] = [];
  let block = "";
  for (skipBlanks(reading); reading.at < text.length; skipBlanks(reading)) {
    const start = reading.at;
    const name = labelAt(reading).toLowerCase();
    const from = reading.at;
    const end = endOfCommand(text, from);
    const line = reading.lineOf(start);
    if (end < 0)
      throw new FailureError(words.failure("cut", { line: reading.lineOf(text.length - 1), command: name.slice(0, 40) }));
    reading.at = end + 1;
    const command = { block, name, line, text: text.slice(from, end), at: from };
    if (name === "begin") block = command.text.trim().toLowerCase();
    else if (name === "end" || name === "endblock") block = "";
    else commands.push(command);
  }
  if (block !== "") throw new FailureError(words.failure("cut", { line: reading.lineOf(text.length - 1), command: block }));
  return { commands, lineOf: reading.lineOf };
}

/** The next semicolon outside of quotes and comments; -1: none. */
function endOfCommand(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === "[") depth++;
    else if (letter === "]") depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (letter === ";") return at;
    else if (letter === "'") {
      // An apostrophe within a word is one.
      const close = text.indexOf("'", at + 1);
      if (close >= 0 && /[\s,(=]/.test(text[at - 1] ?? " ")) at = close;
    }
  }
  return -1;
}

/** The text of a command, read from its beginning, with its lines in the file. */
export const readingIn = (nexus: NexusText, command: Command): Reading => ({
  text: command.text,
  at: 0,
  lineOf: (at) => nexus.lineOf(command.at + at),
});

/** "name=value" pairs, and words that stand alone as "". */
export function settingsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/([A-Za-z]\w*)(?:\s*=\s*("[^"]*"|[^\s;]+))?/g))
    found.set(name.toLowerCase(), value.replaceAll('"', ""));
  return found;
}
