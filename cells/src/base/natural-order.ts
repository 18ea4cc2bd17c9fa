// "Day 2" before "Day 10": the order of groups on an axis and of names in a list. Own code, because the order enters
// digests and must not depend on the language data of a platform.

/** Compares runs of digits as numbers and the rest by UTF-16 code units, ignoring case first. */
export function naturalOrder(a: string, b: string): number {
  const byPart = compareParts(a.toLowerCase(), b.toLowerCase());
  if (byPart !== 0) return byPart;
  return a < b ? -1 : a > b ? 1 : 0;
}

const parts = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
const isDigits = (text: string): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;

function compareParts(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  const left = parts(a);
  const right = parts(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    if (x === y) continue;
    if (isDigits(x) && isDigits(y)) {
      const m = x.replace(/^0+(?=\d)/, "");
      const n = y.replace(/^0+(?=\d)/, "");
      if (m.length !== n.length) return m.length - n.length;
      if (m !== n) return m < n ? -1 : 1;
      continue;
    }
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text);
