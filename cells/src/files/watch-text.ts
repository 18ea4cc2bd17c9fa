// What is wrong with a text whatever its format, seen as its bytes pass: bytes that are no UTF-8 (RFC 3629 §4), zero bytes, a
// byte order mark, line ends of several sorts.

import type { rulesOfAnyFile } from "./rules-of-any-file.ts";
import type { JsonObject } from "../base/json.ts";

export type TextRule = Extract<keyof typeof rulesOfAnyFile, `text-${string}`>;
type Say = (rule: TextRule, line: number | null, found: string, params?: JsonObject) => void;

const [lf, cr] = [10, 13];
const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0").toUpperCase()}`;

export interface WatchedText {
  see(chunk: Uint8Array): void;
  end(): void;
}

export function watchText(say: Say): WatchedText {
  let line = 1;
  let seen = 0;
  let before = 0;
  /** Bytes that the letter still needs, and what the next may be. */
  let needed = 0;
  let least = 0x80;
  let most = 0xbf;
  let toldLine = 0;
  let zeroLine = 0;
  const ends = { LF: 0, "CR LF": 0, CR: 0 };
  const first: { [kind in keyof typeof ends]?: number } = {};
  const ended = (kind: keyof typeof ends): void => {
    first[kind] ??= line;
    ends[kind]++;
    // As lines are counted by who checks them: a CR ends one where nothing else does.
    if (kind !== "CR" || ends.LF + ends["CR LF"] === 0) line++;
  };
  const wrong = (byte: number): void => {
    if (toldLine !== line) say("text-utf8", line, hex(byte));
    toldLine = line;
    needed = 0;
  };
  const high = (byte: number): void => {
    if (needed > 0) {
      if (byte < least || byte > most) return wrong(byte);
      needed--;
      [least, most] = [0x80, 0xbf];
      return;
    }
    if (byte < 0xc2 || byte > 0xf4) return wrong(byte);
    needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    least = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    most = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  };
  return {
    see(chunk) {
      if (seen === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) say("text-mark", 1, "U+FEFF");
      seen += chunk.length;
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at] as number;
        if (before === cr && byte !== lf) ended("CR");
        if (byte >= 0x80) high(byte);
        else {
          if (needed > 0) wrong(byte);
          if (byte === lf) ended(before === cr ? "CR LF" : "LF");
          else if (byte === 0 && zeroLine !== line) {
            say("text-zero", line, hex(0));
            zeroLine = line;
          }
        }
        before = byte;
      }
    },
    end() {
      if (needed > 0) wrong(before);
      if (before === cr) ended("CR");
      const there = (["LF", "CR LF", "CR"] as const).filter((kind) => ends[kind] > 0);
      if (there.length < 2) return;
      const usual = there.reduce((best, kind) => (ends[kind] > ends[best] ? kind : best));
      const other = there.filter((kind) => kind !== usual).reduce((a, b) => ((first[a] ?? 0) <= (first[b] ?? 0) ? a : b));
      say("text-line-ends", first[other] ?? null, other, { usual });
    },
  };
}
