// A CIGAR string (SAM v1 §1.4, field 6).

export interface Cigar {
  /** Letters of SEQ that it takes. */
  readonly query: number;
  /** Letters of the reference that it takes. */
  readonly reference: number;
  readonly hasZero: boolean;
  /** H stands at the ends alone, S has nothing but H outside of it. */
  readonly isClippedAtEnds: boolean;
}

const takesQuery = new Set("MIS=X");
const takesReference = new Set("MDN=X");
const operations = new Set("MIDNSHP=X");

/** Hard clips stand at the ends, soft ones there or inside of hard ones alone (SAM 1.4.6): `order` is the operations, one letter each. */
function clipsAtEnds(order: string): boolean {
  let from = order.startsWith("H") ? 1 : 0;
  let to = order.length - (order.endsWith("H") && order.length > from ? 1 : 0);
  if (from < to && order[from] === "S") from++;
  if (from < to && order[to - 1] === "S") to--;
  const inside = order.slice(from, to);
  return !inside.includes("S") && !inside.includes("H");
}

/** Null: it is none. */
export function cigarOf(text: string): Cigar | null {
  let [query, reference, length, digits] = [0, 0, 0, 0];
  let hasZero = false;
  let order = "";
  for (const sign of text) {
    if (sign >= "0" && sign <= "9") {
      length = length * 10 + Number(sign);
      digits++;
      continue;
    }
    if (digits === 0 || !operations.has(sign)) return null;
    order += sign;
    digits = 0;
    if (length === 0) hasZero = true;
    if (takesQuery.has(sign)) query += length;
    if (takesReference.has(sign)) reference += length;
    length = 0;
  }
  return digits > 0 || order === "" ? null : { query, reference, hasZero, isClippedAtEnds: clipsAtEnds(order) };
}
