// The first lines of a Matrix Market file: what it holds and how large it is. (Boisvert, Pozo, Remington: The Matrix Market
// Exchange Formats: Initial Design, NISTIR 5935, 1996, §3: banner, comments, sizes.)

import { words } from "./words.ts";

export interface Header {
  readonly layout: "coordinate" | "array";
  readonly field: "integer" | "real" | "pattern";
  readonly symmetry: "general" | "symmetric" | "skew-symmetric";
  readonly rows: number;
  readonly columns: number;
  /** Lines of values that follow. */
  readonly entries: number;
  /** Lines that it takes, and the bytes of them. */
  readonly lines: number;
  readonly bytes: number;
}

/** No lab has more features or cells, and what is told of sizes is not believed with memory. */
const mostNames = 50_000_000;
/** Rows or columns of a matrix that holds next to nothing. */
const mostUnsaid = 2_000_000;
const mostEntries = 0x7fff_0000;
/** Comments hold settings of programs. */
const longest = 1 << 22;

const newline = 10;

/** Null: it goes on. Fails with "banner", "kind-unread", "sizes", "hollow", "too-large", "cut". */
export function headerOf(bytes: Uint8Array, isAll: boolean): Header | null {
  let banner: readonly string[] | null = null;
  let at = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(newline, at);
    if (end < 0 && !isAll && bytes.length <= longest) return null;
    if (end < 0 && at >= bytes.length) return words.fail("cut", { line: Math.max(1, line - 1) });
    const next = end < 0 ? bytes.length : end + 1;
    const text = new TextDecoder().decode(bytes.subarray(at, Math.min(next, at + 1000))).trim();
    at = next;
    if (banner === null) {
      banner = bannerOf(text.replace(/^\ufeff/, ""));
      continue;
    }
    if (text === "" || text.startsWith("%")) continue;
    return { ...sizesOf(text, line, banner), lines: line, bytes: at };
  }
}

/** Its four words behind the mark, in small letters as the standard compares them. */
function bannerOf(text: string): readonly string[] {
  const found = text.toLowerCase().split(/\s+/);
  const [mark, object, layout = "", field = "", symmetry = ""] = found;
  if (mark !== "%%matrixmarket" || object !== "matrix" || symmetry === "")
    return words.fail("banner", { found: text.slice(0, 80), line: 1 });
  const isRead =
    ["coordinate", "array"].includes(layout) &&
    ["integer", "real", "double", "pattern"].includes(field) &&
    ["general", "symmetric", "skew-symmetric"].includes(symmetry) &&
    !(layout === "array" && field === "pattern");
  return isRead ? [layout, field, symmetry] : words.fail("kind-unread", { found: text.slice(0, 80), line: 1 });
}

function sizesOf(text: string, line: number, [layout, field, symmetry]: readonly string[]): Omit<Header, "lines" | "bytes"> {
  const isArray = layout === "array";
  const numbers = text.split(/\s+/).map((each) => (/^\d{1,15}$/.test(each) ? Number(each) : Number.NaN));
  const expected = isArray ? 2 : 3;
  const [rows = 0, columns = 0, told = 0] = numbers;
  const isSquare = symmetry === "general" || rows === columns;
  if (numbers.length !== expected || numbers.some(Number.isNaN) || !isSquare)
    return words.fail("sizes", { found: text.slice(0, 80), expected, line });
  const half = symmetry === "symmetric" ? (rows * (rows + 1)) / 2 : (rows * (rows - 1)) / 2;
  const entries = isArray ? (symmetry === "general" ? rows * columns : half) : told;
  // Names are made of a count alone where no file has them: what few entries stand in is no matrix of so many.
  const isHollow = !isArray && Math.max(rows, columns) > Math.max(mostUnsaid, 100 * entries);
  if (isHollow) return words.fail("hollow", { rows, columns, entries, line });
  if (rows > mostNames || columns > mostNames || entries > mostEntries || (isArray && rows * columns > mostEntries))
    return words.fail("too-large", { rows, columns, entries, most: mostNames, line });
  if (!isArray && entries > rows * columns) return words.fail("sizes", { found: text.slice(0, 80), expected, line });
  return {
    layout: isArray ? "array" : "coordinate",
    field: field === "integer" || field === "pattern" ? field : "real",
    symmetry: symmetry === "symmetric" || symmetry === "skew-symmetric" ? symmetry : "general",
    rows,
    columns,
    entries,
  };
}
