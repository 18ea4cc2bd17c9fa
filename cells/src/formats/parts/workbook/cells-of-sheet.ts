// The cells in the XML of a sheet, one after the other (ECMA-376 part 1, 18.3.1.4, c; 18.3.1.73, row). Those that do not say
// where they are stand beside the one before.

export interface SheetCell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly attributes: string;
  /** What stands in it. */
  content(): string;
}

export function* cellsOfSheet(sheet: string): Generator<SheetCell> {
  let row = -1;
  let column = -1;
  for (const tag of sheet.matchAll(/<(?:\w+:)?(row|c)((?:\s[^>]*)?)>/g)) {
    const [whole, name, attributes = ""] = tag;
    const place = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/.exec(attributes);
    if (name === "row") {
      row = place ? Number(place[2]) - 1 : row + 1;
      column = -1;
      continue;
    }
    column = place?.[1] ? columnOf(place[1]) : column + 1;
    if (attributes.endsWith("/")) continue;
    const from = tag.index + whole.length;
    yield { row, column, attributes, content: () => sheet.slice(from, cellEnd(sheet, from)) };
  }
}

function cellEnd(sheet: string, from: number): number {
  const end = /<\/(?:\w+:)?c>/g;
  end.lastIndex = from;
  const match = end.exec(sheet);
  return match ? match.index : sheet.length;
}

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
