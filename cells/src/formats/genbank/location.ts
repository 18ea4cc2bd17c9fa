// Where a feature lies (Feature Table Definition, 3.4): "complement(join(12..78,134..202))", "<1..>350", "102.110", "123^124",
// "J00194.1:100..202", which lies in another record.

export interface Location {
  /** First and last base from 1, of all parts in this record; null: none lies in it. */
  readonly start: number | null;
  readonly end: number | null;
  /** Null: the parts lie on both. */
  readonly strand: "+" | "-" | null;
  /** Pieces between which nothing belongs to the feature. */
  readonly parts: number;
  /** It crosses the origin of a circular record, so that it has no start that lies before its end: both are null. */
  readonly isAround?: true;
}

/** Deeper ones are none that anybody wrote. */
const deepest = 50;

/** Null: it is none. `around`: the length of a record that is circular. */
export function readLocation(text: string, around: number | null = null): Location | null {
  const spans: { readonly start: number; readonly end: number; readonly isBack: boolean }[] = [];
  let others = 0;
  const take = (piece: string, isBack: boolean, depth: number): boolean => {
    if (depth > deepest) return false;
    const inside = /^(complement|join|order|bond|one-of)\((.*)\)$/.exec(piece);
    if (inside) {
      const back = inside[1] === "complement" ? !isBack : isBack;
      const pieces = splitAtCommas(inside[2] as string);
      return pieces !== null && pieces.every((each) => take(each, back, depth + 1));
    }
    if (/^gap\([^()]*\)$/.test(piece)) return true;
    const span = /^(?:([A-Za-z][\w.|-]*):)?[<>(]*(\d+)(?:[.^)](\d+)\))?(?:(?:\.\.|\^|\.)[<>(]*(\d+)(?:[.^](\d+)\))?)?\)*$/.exec(
      piece,
    );
    if (!span) return false;
    if (span[1] !== undefined) {
      others += 1;
      return true;
    }
    const start = Number(span[2]);
    spans.push({ start, end: Number(span[5] ?? span[4] ?? span[3] ?? start), isBack });
    return true;
  };
  if (!take(text, false, 0) || spans.length + others === 0) return null;
  const strands = new Set(spans.map(({ isBack }) => isBack));
  const strand = strands.size !== 1 ? null : strands.has(true) ? "-" : "+";
  const parts = spans.length + others;
  const isTurned = spans.some(({ start, end }) => start > end);
  // In a record that is not circular nothing ends before it starts.
  if (isTurned && around === null) return null;
  if (isTurned || (around !== null && crosses(spans, around))) return { start: null, end: null, strand, parts, isAround: true };
  return {
    start: spans.length === 0 ? null : spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: spans.length === 0 ? null : spans.reduce((most, { end }) => Math.max(most, end), 0),
    strand,
    parts,
  };
}

/** A piece that ends with the last base goes on with the first: as it is written, or the other way round. */
const crosses = (spans: readonly { readonly start: number; readonly end: number }[], length: number): boolean =>
  spans.some(({ end }, at) => end === length && (spans[at + 1]?.start === 1 || spans[at - 1]?.start === 1));

/** At commas outside of brackets; null: the brackets are not closed. */
function splitAtCommas(text: string): readonly string[] | null {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (letter === "," && depth === 0) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
    if (depth < 0) return null;
  }
  pieces.push(text.slice(from));
  return depth === 0 ? pieces : null;
}
