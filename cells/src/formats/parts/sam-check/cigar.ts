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
const form = /^(?:\d+[MIDNSHP=X])+$/;
const atEnds = /^(?:\d+H)?(?:\d+S)?(?:\d+[MIDNP=X])*(?:\d+S)?(?:\d+H)?$/;

/** Null: it is none. */
export function cigarOf(text: string): Cigar | null {
  if (!form.test(text)) return null;
  let [query, reference, length] = [0, 0, 0];
  let hasZero = false;
  for (const sign of text) {
    if (sign >= "0" && sign <= "9") {
      length = length * 10 + Number(sign);
      continue;
    }
    if (length === 0) hasZero = true;
    if (takesQuery.has(sign)) query += length;
    if (takesReference.has(sign)) reference += length;
    length = 0;
  }
  return { query, reference, hasZero, isClippedAtEnds: atEnds.test(text) };
}
