// In which encoding a text is written that is no UTF-8: each one that could be is tried on the lines that hold other letters
// than ASCII, and the words that come of it are weighed. A guess: what else it could be goes with it.

import type { Encoding } from "../../../contract/format.ts";

export interface GuessedEncoding {
  readonly encoding: Encoding;
  /** The first line with other letters, and a word of it as it is read. */
  readonly line: number;
  readonly value: string;
  /** The likeliest other one by which that word differs. */
  readonly other: { readonly encoding: Encoding; readonly value: string } | null;
}

/** In the order in which they are taken where nothing speaks for another. */
const candidates: readonly Encoding[] = ["windows-1252", "windows-1250", "windows-1251", "macintosh", "koi8-r", "ibm866"];
const latin: readonly Encoding[] = ["windows-1252", "windows-1250", "macintosh"];
/** Bytes of lines that are weighed, at most. */
const most = 1 << 16;

/** Null: some of the letters are UTF-8 and some are none, which no encoding explains. */
export async function guessEncoding(
  chunks: AsyncIterable<Uint8Array>,
  bytesWanted = Number.POSITIVE_INFINITY,
): Promise<GuessedEncoding | null> {
  const lines: Uint8Array[] = [];
  let size = 0;
  let before = 0;
  let first = 0;
  let rest = new Uint8Array(0);
  let seen = 0;
  for await (const chunk of chunks) {
    seen += chunk.length;
    const all = new Uint8Array(rest.length + chunk.length);
    all.set(rest);
    all.set(chunk, rest.length);
    let from = 0;
    for (let at = rest.length; at < all.length; at++) {
      if (all[at] !== 10 && all[at] !== 13) continue;
      take(all.subarray(from, at));
      if (all[at] === 10 || all[at + 1] !== 10) before++;
      from = at + 1;
    }
    // A line that goes on and on is cut: its words are what counts.
    if (all.length - from > most) {
      take(all.subarray(from));
      from = all.length;
    }
    rest = all.slice(from);
    if (size >= most || seen >= bytesWanted) break;
  }
  take(rest);
  if (lines.length === 0 || lines.some(hasUtf8)) return null;
  return weighed(lines, first);

  function take(line: Uint8Array): void {
    if (size >= most || !line.some((byte) => byte > 127)) return;
    if (lines.length === 0) first = before + 1;
    lines.push(line.slice(0, most));
    size += line.length;
  }
}

/** A letter of two bytes or more in UTF-8. */
function hasUtf8(line: Uint8Array): boolean {
  for (let at = 0; at < line.length - 1; at++) {
    const byte = line[at] as number;
    const next = line[at + 1] as number;
    if (byte < 0xc2 || byte > 0xf4 || next < 0x80 || next > 0xbf) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    const tail = line.subarray(at + 1, at + length);
    const before = at > 0 ? (line[at - 1] as number) : 0;
    const after = line[at + length] ?? 0;
    if (tail.length === length - 1 && tail.every((each) => each >= 0x80 && each <= 0xbf) && before < 128 && after < 128)
      return true;
  }
  return false;
}

function weighed(lines: readonly Uint8Array[], line: number): GuessedEncoding {
  const texts = candidates.map((encoding) => {
    const decoder = new TextDecoder(encoding);
    return { encoding, words: lines.flatMap((each) => wordsOf(decoder.decode(each))) };
  });
  const scored = texts
    .map(({ encoding, words }, at) => ({ encoding, words, score: scoreOf(encoding, words) - at * 0.01 }))
    .sort((a, b) => b.score - a.score);
  const [best, ...others] = scored as [(typeof scored)[number], ...typeof scored];
  const value = best.words[0] ?? "";
  const other = others.find(({ encoding, words }) => words[0] !== value && isPlausible(encoding, words[0] ?? ""));
  return {
    encoding: best.encoding,
    line,
    value: value.slice(0, 40),
    other: other?.words[0] ? { encoding: other.encoding, value: other.words[0].slice(0, 40) } : null,
  };
}

/** What holds other letters than ASCII, with the letters around it. */
const wordsOf = (line: string): readonly string[] => line.match(/[^\s,;|"]*[^\p{ASCII}\s][^\s,;|"]*/gu) ?? [];

/** Letters that the languages of an encoding use. */
const usual: { readonly [encoding in Encoding]?: RegExp } = {
  "windows-1252": /[äöüßÄÖÜéèêëàâîïôûùçñáíóúãõåæøÅÆØÉÇÑ°µ²³±§·–—’“”…×]/u,
  "windows-1250": /[ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžýČĎŘŠŤŽÝőűáéíóöúüäßÁÉÖÜşţăâîđ°–—’“”]/u,
  macintosh: /[äöüßÄÖÜéèêëàâîïôûùçñáíóúãõåæøÉ°±µ]/u,
};

function scoreOf(encoding: Encoding, words: readonly string[]): number {
  let score = 0;
  const isLatin = latin.includes(encoding);
  for (const word of words) {
    for (const [letter] of word.matchAll(/[^\p{ASCII}]/gu)) {
      if (/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(letter)) score -= 4;
      else if (!/\p{L}/u.test(letter)) score += signs.test(letter) ? 0.2 : -1;
      else if (isLatin) score += usual[encoding]?.test(letter) ? 1 : -0.5;
      else score += /[а-яёА-ЯЁ]/u.test(letter) ? 1 : -1;
    }
    // A sign inside a word, a capital behind a small letter, letters of two scripts in one word.
    score -= 1.5 * count(word, /\p{L}[^\p{L}\p{ASCII}]\p{L}/gu);
    score -= 1.5 * count(word, /\p{Ll}\p{Lu}/gu);
    score -= 2 * count(word, /[A-Za-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[A-Za-z]/gu);
    if (isLatin) score -= 1.5 * count(word, /[^\p{ASCII}]{3}/gu);
  }
  return score;
}

const signs = /[°µ²³±§·–—’“”«»…№×€]/u;

/** A word that somebody may have written: letters that its language uses, and common signs that stand in no word. */
const isPlausible = (encoding: Encoding, word: string): boolean =>
  [...word].every((letter) => /\p{ASCII}/u.test(letter) || signs.test(letter) || (usual[encoding] ?? /[а-яё]/iu).test(letter)) &&
  !/\p{L}[^\p{L}\p{ASCII}]\p{L}/u.test(word) &&
  !/\p{Ll}\p{Lu}/u.test(word) &&
  !/[A-Za-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[A-Za-z]/u.test(word);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
