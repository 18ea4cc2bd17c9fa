// Formulas whose value is not stored: programs write workbooks without calculating them, and leave the values to Excel.
// Read without a word such cells are missing, or 0. Found in the XML of the sheet, for the spreadsheet library drops them.

export interface FormulasWithoutValue {
  readonly count: number;
  /** The first of them, such as "C2". */
  readonly cells: readonly string[];
}

const formula = /<(?:\w+:)?f[\s/>]/;
const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</;

/**
 * `recalculates`: the workbook asks Excel to calculate everything when it opens it. Then 0 as the value of every
 * formula is what XlsxWriter puts where it knows none.
 */
export function formulasWithoutValue(sheet: string, recalculates: boolean): FormulasWithoutValue {
  const empty: string[] = [];
  const zero: string[] = [];
  let others = 0;
  for (const cell of sheet.split(/<(?:\w+:)?c(?=[\s>])/).slice(1)) {
    if (!formula.test(cell)) continue;
    const attributes = cell.slice(0, cell.indexOf(">"));
    const where = /\sr=["']([A-Z]+\d+)["']/.exec(attributes)?.[1] ?? "?";
    const stored = value.exec(cell)?.[1] ?? "";
    // An empty text is a value.
    const isText = /\st=["']str["']/.test(attributes);
    if (stored === "" && !isText) empty.push(where);
    else if (stored === "0" && !isText) zero.push(where);
    else others++;
  }
  const found = recalculates && others === 0 ? [...empty, ...zero] : empty;
  return { count: found.length, cells: found.slice(0, 5) };
}
