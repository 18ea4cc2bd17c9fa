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
}

/** Deeper ones are none that anybody wrote. */
const deepest = 50;

/** Null: it is none. */
export function readLocation(text: string): Location | null {
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
  return {
    start: spans.length === 0 ? null : spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: spans.length === 0 ? null : spans.reduce((most, { end }) => Math.max(most, end), 0),
    strand: strands.size !== 1 ? null : strands.has(true) ? "-" : "+",
    parts: spans.length + others,
  };
}

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
