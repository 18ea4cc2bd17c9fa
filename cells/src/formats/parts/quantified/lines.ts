// The lines of a small table of text between tabs, one by one: quantifications have as many as a genome has transcripts.

import { FailureError } from "../../../base/failure.ts";
import { words as loadWords } from "../words.ts";
import { words } from "./words.ts";

export interface Line {
  readonly fields: readonly string[];
  /** From 1. */
  readonly line: number;
}

const longestLine = 1 << 24;

/** Empty lines are passed over. Fails with "load.not-utf8" and "load.zero-byte". */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let line = 0;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new FailureError(loadWords.failure("not-utf8", { line: line + 1, column: 1 }), { cause });
    }
  };
  const fieldsOf = (text: string): readonly string[] => (text.endsWith("\r") ? text.slice(0, -1) : text).split("\t");
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    const text = rest + decode(chunk);
    const zero = text.indexOf("\0");
    if (zero >= 0) loadWords.fail("zero-byte", { line: line + text.slice(0, zero).split("\n").length });
    const found = text.split("\n");
    rest = found.pop() ?? "";
    if (rest.length > longestLine) words.fail("fields-differ", { line: line + 1, found: longestLine, expected: 1 });
    for (const text of found) {
      line++;
      if (text !== "" && text !== "\r") yield { fields: fieldsOf(line === 1 ? text.replace(/^\ufeff/, "") : text), line };
    }
  }
  rest += decode();
  if (rest.trim() !== "") yield { fields: fieldsOf(line === 0 ? rest.replace(/^\ufeff/, "") : rest), line: line + 1 };
}

/** A number as programs write it; what is none is refused with its place. */
export function numberIn(text: string, column: string, line: number): number {
  const value = text === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && text.trim() !== "") return value;
  if (/^(?:nan|na|-nan)$/i.test(text)) return Number.NaN;
  return words.fail("no-number", { line, column, found: text.slice(0, 60) });
}
