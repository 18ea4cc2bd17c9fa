// Plain records of delimited text, in AssemblyScript: what stands in most cells of most files, sixteen bytes at a time. A record
// in which anything else stands is left to the parser that asks (table-parser.ts, matrix-parser.ts), which knows all the rest;
// what is taken here is exactly what it would take. Compiled into src/formats/parts/delimited/record-scan/program.ts by
// `node cells/wasm/build.mjs`; a test compiles it again.

const quote: i32 = 34;
const space: i32 = 32;
const point: i32 = 46;
const carriage: i32 = 13;
const newline: i32 = 10;

/** As in columns-in-progress.ts. */
const integer: i32 = 1;
const float: i32 = 2;
const text: i32 = 3;
const skipped: i32 = 4;

/** What an odd cell is: one that is no plain number, or a short text in quotes, which may be a word for a missing cell. */
const other: i32 = 0;
const quoted: i32 = 1;

/** Ten to the power of n, exact up to 22. */
const powers: usize = memory.data<f64>([
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]);
const mostExact: u64 = 9007199254740991;
const mostDigits: usize = 18;
/** Whole numbers beyond this may not fit into 32 bits of a fraction. */
const mostWhole32: f64 = 16777216;

// Where things lie, set once for a file. Entry c * batch + r is row r of a batch, column c.
let width: i32 = 0;
let batch: i32 = 0;
let delimiter: i32 = 0;
/** A byte that does not exist where quotes are letters. */
let opening: i32 = 0;
let states: usize = 0;
let starts: usize = 0;
let lengths: usize = 0;
let hashes: usize = 0;
/** Eight bytes an entry: whole numbers in the first half of a column's, fractions in all of them. */
let numbers: usize = 0;
/** By row of the batch: where the record ends, line ends in it, where texts without their quotes end. */
let recordEnds: usize = 0;
let linesInside: usize = 0;
let asides: usize = 0;
/** Three numbers each: row and column of the batch, what it is in the upper bits of the column, where it begins. */
let odd: usize = 0;
let mostOdd: i32 = 0;
let base: usize = 0;

export let oddCells: i32 = 0;
export let hasLines: bool = false;

export function setTable(
  columns: i32,
  rows: i32,
  separator: i32,
  quotes: bool,
  atStates: usize,
  atTexts: usize,
  atNumbers: usize,
  atRows: usize,
  atOdd: usize,
  oddRoom: i32,
  atBytes: usize,
): void {
  const entries: usize = <usize>columns * rows;
  width = columns;
  batch = rows;
  delimiter = separator;
  opening = quotes ? quote : 256;
  states = atStates;
  starts = atTexts;
  lengths = atTexts + 4 * entries;
  hashes = atTexts + 8 * entries;
  numbers = atNumbers;
  recordEnds = atRows;
  linesInside = atRows + 4 * <usize>rows;
  asides = atRows + 8 * <usize>rows;
  odd = atOdd;
  mostOdd = oddRoom;
  base = atBytes;
}

@inline function isFourDigits(word: u32): bool {
  const digits = word ^ 0x30303030;
  return ((digits | (digits + 0x76767676)) & 0x80808080) == 0;
}
@inline function fourDigits(word: u32): u32 {
  const pairs = (word & 0x000f000f) * 10 + ((word >>> 8) & 0x000f000f);
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}

/** The first delimiter or line end from `at` on; there is one. */
@inline function endOfField(at: usize, delimiters: v128, lineEnds: v128): usize {
  let bytes = v128.load(at);
  let hit = i8x16.bitmask(v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, lineEnds)));
  while (hit == 0) {
    at += 16;
    bytes = v128.load(at);
    hit = i8x16.bitmask(v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, lineEnds)));
  }
  return at + <usize>ctz(hit);
}

/** As `hashOfText` of text-pool.ts. */
@inline function hashOf(start: usize, end: usize): i32 {
  let hash: i32 = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const mixed = (hash ^ load<i32>(at)) * 0x01000193;
    hash = mixed ^ (mixed >>> 15);
  }
  const left = <i32>(end - at);
  return (hash ^ (load<i32>(at) & ((1 << (left << 3)) - 1)) ^ (left << 24)) * 0x01000193;
}

// What `number` found.
let after: usize = 0;
let mantissa: u64 = 0;
let scale: i32 = 0;
let isWhole: bool = false;
let hasExponent: bool = false;

/** [-]digits[.digits][e[+-]digits] without a leading zero, from the first digit on. False where something else stands. */
@inline function number(from: usize): bool {
  let at = from;
  let digit: u32 = <u32>load<u8>(at) - 48;
  if (digit > 9) return false;
  let value: u64 = digit;
  at++;
  if (value != 0) {
    for (let four = load<u32>(at); isFourDigits(four); four = load<u32>(at)) {
      value = value * 10000 + fourDigits(four);
      at += 4;
      if (at - from > mostDigits) return false;
    }
    for (digit = <u32>load<u8>(at) - 48; digit <= 9; digit = <u32>load<u8>(at) - 48) {
      value = value * 10 + digit;
      at++;
    }
  }
  let power: i32 = 0;
  let whole = true;
  if (load<u8>(at) == point) {
    whole = false;
    const first = ++at;
    for (let four = load<u32>(at); isFourDigits(four); four = load<u32>(at)) {
      value = value * 10000 + fourDigits(four);
      at += 4;
      if (at - from > mostDigits) return false;
    }
    for (digit = <u32>load<u8>(at) - 48; digit <= 9; digit = <u32>load<u8>(at) - 48) {
      value = value * 10 + digit;
      at++;
    }
    power = <i32>(at - first);
  }
  if (at - from > mostDigits) return false;
  hasExponent = false;
  const byte = load<u8>(at);
  if (byte == 101 || byte == 69) {
    const mark = load<u8>(at + 1);
    const isSigned = mark == 43 || mark == 45;
    // A bare exponent (2E3) may be a name, so a sign or a point is needed.
    if (!isSigned && whole) return false;
    at += isSigned ? 2 : 1;
    let exponent: i32 = 0;
    const first = at;
    for (digit = <u32>load<u8>(at) - 48; digit <= 9; digit = <u32>load<u8>(at) - 48) {
      exponent = exponent * 10 + digit;
      at++;
      if (exponent > 99) return false;
    }
    if (at == first) return false;
    power += mark == 45 ? exponent : -exponent;
    whole = false;
    hasExponent = true;
  }
  if (value > mostExact || power > 22 || power < -22) return false;
  after = at;
  mantissa = value;
  scale = power;
  isWhole = whole;
  return true;
}

/** Both are exact, so one division or multiplication is correctly rounded (Clinger 1990). */
@inline function scaled(value: u64, power: i32): f64 {
  const exact = <f64>value;
  if (power == 0) return exact;
  return power > 0 ? exact / load<f64>(powers + (<usize>power << 3)) : exact * load<f64>(powers + (<usize>-power << 3));
}

/** Whether blanks at `at` stand before a quote. */
function isQuoteBehindBlanks(at: usize): bool {
  while (load<u8>(at) == space) at++;
  return load<u8>(at) == quote;
}

// What `inQuotes` found.
let textStart: usize = 0;
let textEnd: usize = 0;
let lines: i32 = 0;
let asideEnd: usize = 0;

/** A text whose opening quote stands at `at`. False where the parser must look: it may go on behind the block, or be none. */
function inQuotes(at: usize, end: usize, aside: usize): bool {
  const start = at + 1;
  let close = start;
  let found: i32 = 0;
  let cuts = false;
  let isDoubled = false;
  let to = aside;
  for (;;) {
    let byte: i32 = load<u8>(close);
    if (byte == quote) {
      if (close + 3 > end) return false;
      if (load<u8>(close + 1) != quote) break;
      if (!isDoubled) {
        isDoubled = true;
        memory.copy(to, start, close - start);
        to += close - start;
      }
      close++;
    } else if (byte == newline) found++;
    else if (byte == delimiter) cuts = true;
    if (isDoubled) store<u8>(to++, byte);
    if (++close >= end) return false;
  }
  if (found > 0 && cuts) return false;
  const next: i32 = load<u8>(close + 1);
  if (next == delimiter || next == newline) after = close + 1;
  else if (next == carriage && load<u8>(close + 2) == newline) after = close + 2;
  else return false;
  lines += found;
  textStart = isDoubled ? aside : start;
  textEnd = isDoubled ? to : close;
  if (isDoubled) asideEnd = to;
  return true;
}

/**
 * Records of a table from `from` on into rows from `place` on. Answers how many were taken: up to the end of the batch, or the
 * first that is for the parser. Places are counted from the beginning of the bytes.
 */
export function scanTable(from: i32, to: i32, place: i32, rows: i32, asideFrom: i32): i32 {
  const delimiters = i8x16.splat(<i8>delimiter);
  const lineEnds = i8x16.splat(<i8>newline);
  const end = base + to;
  const last = width - 1;
  const canHaveBlanks = opening == quote && delimiter != space;
  let at = base + from;
  let row = place;
  let oddTaken: i32 = 0;
  asideEnd = base + asideFrom;
  hasLines = false;
  while (row < rows && at < end) {
    const first: i32 = load<u8>(at);
    if (first == newline || first == carriage) break;
    const asideBefore = asideEnd;
    const oddBefore = oddTaken;
    lines = 0;
    let isTaken = false;
    let entry: i32 = row;
    for (let column: i32 = 0; ; column++, entry += batch) {
      const state: i32 = load<u8>(states + column);
      const byte: i32 = load<u8>(at);
      if (byte == space && canHaveBlanks && isQuoteBehindBlanks(at)) break;
      const slot = <usize>entry << 2;
      if (state == text) {
        let start = at;
        let stop: usize;
        if (byte == opening) {
          if (!inQuotes(at, end, asideEnd)) break;
          start = textStart;
          stop = textEnd;
          at = after;
          if (stop - start < 5 && stop > start) {
            if (oddTaken >= mostOdd) break;
            note(oddTaken++, row, column, quoted, start);
          }
        } else {
          at = endOfField(at, delimiters, lineEnds);
          stop = at;
          while (stop > start && load<u8>(stop - 1) == carriage && load<u8>(at) == newline) stop--;
        }
        store<i32>(starts + slot, <i32>(start - base));
        store<i32>(lengths + slot, <i32>(stop - start));
        store<i32>(hashes + slot, hashOf(start, stop));
      } else if (state == integer || state == float) {
        const start = at;
        const negative = byte == 45;
        let isPlain = number(negative ? at + 1 : at);
        if (isPlain) {
          at = after;
          const ends: i32 = load<u8>(at);
          if (ends == carriage && load<u8>(at + 1) == newline) at++;
          else isPlain = ends == delimiter || ends == newline;
        }
        if (isPlain) {
          const ofColumn = numbers + (<usize>(column * batch) << 3);
          if (state == float) {
            const value = scaled(mantissa, scale);
            store<f64>(ofColumn + (<usize>row << 3), negative ? -value : value);
          } else if (isWhole && mantissa <= 0x7fffffff && !(negative && mantissa == 0)) {
            const value = <i32>mantissa;
            store<i32>(ofColumn + (<usize>row << 2), negative ? -value : value);
          } else break; // The column becomes one of fractions.
        } else {
          if (byte == opening || oddTaken >= mostOdd) break;
          const ofColumn = numbers + (<usize>(column * batch) << 3);
          if (state == float) store<f64>(ofColumn + (<usize>row << 3), 0);
          else store<i32>(ofColumn + (<usize>row << 2), 0);
          note(oddTaken++, row, column, other, start);
          at = endOfField(start, delimiters, lineEnds);
        }
      } else if (state == skipped) {
        if (byte == opening) break;
        at = endOfField(at, delimiters, lineEnds);
      } else {
        // Nothing was seen in this column so far: its first number is for the parser.
        const digit = <u32>load<u8>(byte == 45 ? at + 1 : at) - 48;
        if (digit <= 9 || byte == opening || oddTaken >= mostOdd) break;
        note(oddTaken++, row, column, other, at);
        at = endOfField(at, delimiters, lineEnds);
      }
      if (at >= end) break;
      if (load<u8>(at++) == newline) {
        isTaken = column == last;
        break;
      }
      if (column == last) break;
    }
    if (!isTaken) {
      asideEnd = asideBefore;
      oddTaken = oddBefore;
      break;
    }
    const ofRow = <usize>row << 2;
    store<i32>(recordEnds + ofRow, <i32>(at - base));
    store<i32>(linesInside + ofRow, lines);
    store<i32>(asides + ofRow, <i32>(asideEnd - base));
    if (lines > 0) hasLines = true;
    row++;
  }
  oddCells = oddTaken;
  return row - place;
}

@inline function note(at: i32, row: i32, column: i32, what: i32, start: usize): void {
  const slot = odd + <usize>(at * 12);
  store<i32>(slot, row);
  store<i32>(slot + 4, (what << 30) | column);
  store<i32>(slot + 8, <i32>(start - base));
}

/** The finisher of MurmurHash3 (Appleby 2011), as `spread` of text-pool.ts. */
@inline function spread(hash: i32): i32 {
  const half = (hash ^ (hash >>> 16)) * 0x85ebca6b;
  const mixed = (half ^ (half >>> 13)) * 0xc2b2ae35;
  return mixed ^ (mixed >>> 16);
}

/** The first `length` bytes of sixteen; the others are zero. */
@inline function firstOf(at: usize, length: i32): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return v128.and(v128.load(at), i8x16.lt_s(places, i8x16.splat(<i8>length)));
}

@inline function isEqual(one: usize, other: usize, length: i32): bool {
  let left = length;
  for (; left > 16; left -= 16, one += 16, other += 16) {
    if (v128.any_true(v128.xor(v128.load(one), v128.load(other)))) return false;
  }
  return !v128.any_true(v128.xor(firstOf(one, left), firstOf(other, left)));
}

/** Slots of a pool, all of them free, for its texts: as `fillSlots` of text-pool.ts. */
export function fillSlots(slots: usize, mask: i32, hashesOf: usize, count: i32): void {
  for (let code: i32 = 0; code < count; code++) {
    const mixed = spread(load<i32>(hashesOf + (<usize>code << 2)));
    let slot = mixed & mask;
    while (load<i32>(slots + (<usize>slot << 2)) != 0) slot = (slot + 1) & mask;
    store<i32>(slots + (<usize>slot << 2), (mixed & ~mask) | (code + 1));
  }
}

export let texts: i32 = 0;
export let nextCode: i32 = 0;

/** So many texts in a row came in the order in which they came first. */
const inOrder: i32 = 2;

/**
 * Codes of the texts of entries [first, last), to `codes`, by a pool (text-pool.ts, whose arrays lie here). Where texts come in the
 * order in which they came first, the one after the last (`next`) is tried before the table. A new text is taken in as `add`
 * of text-pool.ts does it, where there is room and it is too long for a word that stands for a missing cell; else it ends there.
 * Answers before which entry it ended.
 */
export function lookUp(
  first: i32,
  last: i32,
  slots: usize,
  mask: i32,
  offsets: usize,
  bytes: usize,
  hashesOf: usize,
  mostTexts: i32,
  mostBytes: i32,
  known: i32,
  after: i32,
  longestMissing: i32,
  codes: usize,
): i32 {
  let to = codes;
  let count = known;
  let next = after;
  let ordered = inOrder;
  let entry = first;
  for (; entry < last; entry++, to += 4) {
    const place = <usize>entry << 2;
    const length = load<i32>(lengths + place);
    const start = base + <usize>load<i32>(starts + place);
    if (ordered >= inOrder && next < count) {
      const at = load<i32>(offsets + (<usize>next << 2));
      if (load<i32>(offsets + (<usize>next << 2) + 4) - at == length && isEqual(bytes + <usize>at, start, length)) {
        store<i32>(to, next++);
        continue;
      }
    }
    const hash = load<i32>(hashes + place);
    const mixed = spread(hash);
    let slot = mixed & mask;
    let code: i32 = -1;
    for (;;) {
      const word = load<i32>(slots + (<usize>slot << 2));
      const found = (word & mask) - 1;
      if (found < 0) break;
      if (((word ^ mixed) & ~mask) == 0) {
        const at = load<i32>(offsets + (<usize>found << 2));
        if (load<i32>(offsets + (<usize>found << 2) + 4) - at == length && isEqual(bytes + <usize>at, start, length)) {
          code = found;
          break;
        }
      }
      slot = (slot + 1) & mask;
    }
    if (code < 0) {
      const at = load<i32>(offsets + (<usize>count << 2));
      const isFull = count >= mostTexts || length > mostBytes - at || (count + 1) * 2 > mask;
      if (isFull || length <= longestMissing) break;
      code = count++;
      copyText(start, start + <usize>length, bytes + <usize>at);
      store<i32>(offsets + (<usize>count << 2), at + length);
      store<i32>(hashesOf + (<usize>code << 2), hash);
      store<i32>(slots + (<usize>slot << 2), (mixed & ~mask) | count);
    }
    store<i32>(to, code);
    ordered = code == next ? ordered + 1 : 0;
    next = code + 1;
  }
  texts = count;
  nextCode = next;
  return entry;
}

/** Sixteen bytes at a time, of which up to fifteen are written behind the text. */
@inline function copyText(from: usize, end: usize, to: usize): void {
  for (; from < end; from += 16, to += 16) v128.store(to, v128.load(from));
}

export let valuesTaken: i32 = 0;
export let areCounts: bool = false;

/**
 * Numbers of a matrix row from the delimiter at `from` on, as 32-bit fractions to `out`, at most `most`. Answers where it ended: at
 * what ends the row, or at the delimiter before a cell that is for the parser.
 */
export function scanRow(from: i32, to: i32, out: usize, most: i32): i32 {
  let at = base + from;
  const end = base + to;
  let taken: i32 = 0;
  let counts = true;
  while (taken < most && at < end && load<u8>(at) == delimiter) {
    const negative = load<u8>(at + 1) == 45;
    if (!number(negative ? at + 2 : at + 1) || hasExponent) break;
    let next = after;
    const ends: i32 = load<u8>(next);
    if (ends == carriage && load<u8>(next + 1) == newline) next++;
    else if (ends != delimiter && ends != newline) break;
    if (next >= end) break;
    const size = scaled(mantissa, scale);
    if (size > mostWhole32) break;
    if (!isWhole || negative) counts = false;
    store<f32>(out + (<usize>taken << 2), <f32>(negative ? -size : size));
    taken++;
    at = next;
  }
  valuesTaken = taken;
  areCounts = counts;
  return <i32>(at - base);
}
