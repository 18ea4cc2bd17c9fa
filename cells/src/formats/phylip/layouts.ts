// The ways in which a PHYLIP file can be read, and which of them give as many sequences of as many letters as its first line says.

export interface PhylipRow {
  readonly name: string;
  readonly line: number;
  readonly letters: string;
}
export const phylipLayouts = ["relaxed-blocks", "relaxed-rows", "strict-blocks", "strict-rows"] as const;
export type PhylipLayout = (typeof phylipLayouts)[number];

export interface Dims {
  /** Line of the numbers, from 0. */
  readonly at: number;
  readonly rows: number;
  readonly letters: number;
}

export function dimsOf(lines: readonly string[]): Dims | null {
  const at = lines.findIndex((line) => line.trim() !== "");
  const found = /^\s*(\d+)\s+(\d+)/.exec(lines[at] ?? "");
  return found ? { at, rows: Number(found[1]), letters: Number(found[2]) } : null;
}

interface Line {
  readonly line: number;
  readonly text: string;
}

/** Those that fit, in the order in which they are believed; empty: none does. */
export function layoutsOf(
  lines: readonly string[],
): readonly { readonly layout: PhylipLayout; readonly rows: readonly PhylipRow[] }[] {
  const dims = dimsOf(lines);
  if (!dims || dims.rows === 0 || dims.letters === 0 || dims.rows > lines.length) return [];
  const filled = lines
    .map((text, at): Line => ({ line: at + 1, text }))
    .slice(dims.at + 1)
    .filter(({ text }) => text.trim() !== "");
  return phylipLayouts.flatMap((layout) => {
    if (!fitsFirst(filled, dims, layout)) return [];
    const rows = readLayout(filled, dims, layout);
    return rows && rows.length === dims.rows && rows.every(({ letters }) => letters.length === dims.letters)
      ? [{ layout, rows }]
      : [];
  });
}

/** Whether the first sequence has its letters in a layout: of most files this alone tells, without reading all of it four times. */
function fitsFirst(lines: readonly Line[], { rows, letters }: Dims, layout: PhylipLayout): boolean {
  const [first] = lines;
  if (!first) return false;
  const step = layout.endsWith("blocks") ? rows : 1;
  const { name, letters: begin } = begun(first, layout.startsWith("strict"));
  let size = begin.length;
  for (let at = step; at < lines.length && size < letters; at += step) {
    const { text } = lines[at] as Line;
    size += squeezed(text.startsWith(`${name} `) ? text.slice(name.length) : text).length;
  }
  return size === letters;
}

/** Null: its lines are not as many as it takes. */
export function readLayout(lines: readonly Line[], dims: Dims, layout: PhylipLayout): readonly PhylipRow[] | null {
  const isStrict = layout.startsWith("strict");
  return layout.endsWith("blocks") ? readBlocks(lines, dims, isStrict) : readRows(lines, dims, isStrict);
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, "");

function begun({ text, line }: Line, isStrict: boolean): PhylipRow {
  if (isStrict) return { name: text.slice(0, 10).trim(), line, letters: squeezed(text.slice(10)) };
  const [, name = "", rest = ""] = /^\s*(\S+)\s*(.*)$/.exec(text) ?? [];
  return { name, line, letters: squeezed(rest) };
}

/** Rows of every block in the order of the first; later blocks may repeat the names. */
function readBlocks(lines: readonly Line[], { rows: count }: Dims, isStrict: boolean): readonly PhylipRow[] | null {
  if (lines.length % count !== 0) return null;
  const pieces = lines.slice(0, count).map((line) => ({ ...begun(line, isStrict), pieces: [] as string[] }));
  for (const [at, { text }] of lines.slice(count).entries()) {
    const row = pieces[at % count];
    row?.pieces.push(squeezed(text.startsWith(`${row.name} `) ? text.slice(row.name.length) : text));
  }
  return pieces.map(({ name, line, letters, pieces: more }) => ({ name, line, letters: letters + more.join("") }));
}

/** One sequence after another, each over as many lines as its letters take. */
function readRows(lines: readonly Line[], { rows: count, letters: width }: Dims, isStrict: boolean): readonly PhylipRow[] | null {
  const rows: PhylipRow[] = [];
  let at = 0;
  while (at < lines.length && rows.length < count) {
    const first = begun(lines[at] as Line, isStrict);
    const pieces = [first.letters];
    let size = first.letters.length;
    for (at++; at < lines.length && size < width; at++) {
      const piece = squeezed((lines[at] as Line).text);
      pieces.push(piece);
      size += piece.length;
    }
    rows.push({ ...first, letters: pieces.join("") });
  }
  return at < lines.length ? null : rows;
}
