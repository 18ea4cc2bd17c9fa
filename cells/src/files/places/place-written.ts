// A place as people write it: chr1:1,000-2,000, counted from 1, both ends inside. One number is one base; a chromosome alone
// is all of it. Numbers may be set apart by commas, blanks or underscores.

/** Names of sequences may hold a colon (HLA-A*01:01), so what is one is asked first. */
export interface PlaceWritten {
  readonly contig: string;
  /** [start, end) from 0; null: all of it. */
  readonly range: { readonly start: number; readonly end: number } | null;
}

const place = /^(\S.*?)\s*:\s*([\d,\s_\u00a0\u2009\u202f]+?)(?:\s*(?:-|–|—|\.\.)\s*([\d,\s_\u00a0\u2009\u202f]+))?$/;

/** Null: it is no place. */
export function placeWritten(text: string, isContig: (name: string) => boolean): PlaceWritten | null {
  const written = text.trim();
  if (written === "") return null;
  if (isContig(written)) return { contig: written, range: null };
  const found = place.exec(written);
  if (!found) return /^[^\s:]+$/.test(written) ? { contig: written, range: null } : null;
  const [, contig = "", first = "", last] = found;
  const start = number(first);
  const end = last === undefined ? start : number(last);
  if (start === null || end === null || start < 1) return null;
  return { contig, range: { start: start - 1, end } };
}

function number(text: string): number | null {
  const digits = text.replace(/[\s,_\u00a0\u2009\u202f]/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}
