// Many strings as one run of UTF-8 bytes with offsets, and back: how text columns are hashed and written. Works in
// blocks, because one call per string costs more than the bytes.

const encoder = new TextEncoder();
const block = 2048;

export interface TextBytes {
  /** strings + 1 byte offsets. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

export function textBytes(texts: readonly string[]): TextBytes {
  const offsets = new Int32Array(texts.length + 1);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let from = 0; from < texts.length; from += block) {
    const part = texts.slice(from, from + block);
    const joined = part.join("");
    const piece = encoder.encode(joined);
    const ascii = piece.length === joined.length;
    let at = size;
    for (let i = 0; i < part.length; i++) {
      const text = part[i] as string;
      at += ascii ? text.length : utf8Length(text);
      offsets[from + i + 1] = at;
    }
    pieces.push(piece);
    size += piece.length;
  }
  if (pieces.length === 1) return { offsets, bytes: pieces[0] as Uint8Array };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { offsets, bytes };
}

export interface DictionaryBytes extends TextBytes {
  /** No text occurs twice. */
  readonly distinct: boolean;
}
const known = new WeakMap<readonly string[], DictionaryBytes>();

/**
 * The bytes of a dictionary, made once and kept as long as it lives: what is filtered out of a table shares its
 * dictionaries. Null when `used` of its texts are too few to be worth all of them, or a text is no proper Unicode.
 */
export function dictionaryBytes(dictionary: readonly string[], used: number): DictionaryBytes | null {
  const before = known.get(dictionary);
  if (before) return before;
  if (used * 4 < dictionary.length) return null;
  const strings = textBytes(dictionary);
  // Halves of a letter that became whole beside each other.
  if (strings.offsets[dictionary.length] !== strings.bytes.length) return null;
  const made = { ...strings, distinct: new Set(dictionary).size === dictionary.length };
  known.set(dictionary, made);
  return made;
}

/** The texts at `codes` of a dictionary, as `textBytes` would give them. */
export function takeTextBytes(from: TextBytes, codes: ArrayLike<number>): TextBytes {
  const offsets = new Int32Array(codes.length + 1);
  let size = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    size += (from.offsets[code + 1] as number) - (from.offsets[code] as number);
    offsets[i + 1] = size;
  }
  const bytes = new Uint8Array(size);
  let to = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const end = from.offsets[code + 1] as number;
    for (let at = from.offsets[code] as number; at < end; at++) bytes[to++] = from.bytes[at] as number;
  }
  return { offsets, bytes };
}

/** Bytes of a string in UTF-8; a lone surrogate counts as the replacement character that encoders write for it. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      length += 4;
      i += 1;
    } else length += 3;
  }
  return length;
}

/**
 * The strings between offsets. With `strict`, null when the bytes are not UTF-8 (a block of strings is tried whole, so
 * a string that ends within a letter may pass when the next one completes it; single strings are tried after that).
 */
export function textsFromBytes(offsets: Int32Array, bytes: Uint8Array, strict = false): string[] | null {
  const decoder = new TextDecoder("utf-8", { fatal: strict, ignoreBOM: true });
  const count = offsets.length - 1;
  const texts = new Array<string>(count);
  for (let from = 0; from < count; from += block) {
    const to = Math.min(count, from + block);
    const start = offsets[from] as number;
    const end = offsets[to] as number;
    try {
      const joined = decoder.decode(bytes.subarray(start, end));
      if (joined.length === end - start) {
        for (let i = from; i < to; i++)
          texts[i] = joined.slice((offsets[i] as number) - start, (offsets[i + 1] as number) - start);
      } else {
        for (let i = from; i < to; i++) texts[i] = decoder.decode(bytes.subarray(offsets[i] as number, offsets[i + 1] as number));
      }
    } catch {
      return null;
    }
  }
  return texts;
}
