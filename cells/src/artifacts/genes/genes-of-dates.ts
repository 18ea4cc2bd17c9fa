// Which genes a date may once have been: 2-Sep was SEPT2, which is SEPTIN2 today; 1-Mar was MARCH1 (MARCHF1) or MARC1 (MTARC1).
// Renamed for that by the HGNC (Bruford et al.: Guidelines for human gene nomenclature. Nature Genetics 2020, 52:754).

/** By month: what stood before the number, which numbers there were, and what it is called today. */
const families: readonly (readonly [month: number, old: string, numbers: readonly number[], now: (n: number) => string])[] = [
  [3, "MARCH", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], (n) => `MARCHF${n}`],
  [3, "MARC", [1, 2], (n) => `MTARC${n}`],
  [9, "SEPT", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14], (n) => `SEPTIN${n}`],
  [9, "SEP", [15], () => "SELENOF"],
  [12, "DEC", [1], () => "DELEC1"],
  [10, "OCT", [1, 2], (n) => `POU2F${n}`],
  [10, "OCT", [3, 4], () => "POU5F1"],
  [10, "OCT", [6], () => "POU3F1"],
];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export interface GeneOfDate {
  /** As it is called today: SEPTIN2. */
  readonly now: string;
  /** As it was when a spreadsheet took it for a date: SEPT2. */
  readonly before: string;
}

/** None: no gene is known that Excel makes this date of. */
export function genesOfDate(shown: string): readonly GeneOfDate[] {
  const place = placeOf(shown.trim());
  if (place === null) return [];
  return families.flatMap(([month, old, numbers, now]) =>
    month === place.month && numbers.includes(place.number) ? [{ now: now(place.number), before: `${old}${place.number}` }] : [],
  );
}

/** As "MARCHF1 (MARCH1) / MTARC1 (MARC1)". */
export const genesInWords = (genes: readonly GeneOfDate[]): string =>
  genes.map(({ now, before }) => `${now} (${before})`).join(" / ");

/** 1-Mar and 1-Mar-24; Mar-01, the day where a program takes it for a year; 2024-03-01. */
function placeOf(shown: string): { readonly month: number; readonly number: number } | null {
  const iso = /^\d{4}-(\d{2})-(\d{2})(?: 00:00:00)?$/.exec(shown);
  if (iso) return { month: Number(iso[1]), number: Number(iso[2]) };
  const day = /^(\d{1,2})-([a-z]{3})(?:-\d{2,4})?$/i.exec(shown);
  const reverse = /^([a-z]{3})-(\d{1,2})$/i.exec(shown);
  const [name, number] = day ? [day[2], day[1]] : reverse ? [reverse[1], reverse[2]] : [undefined, undefined];
  const month = name === undefined ? -1 : months.indexOf(name.toLowerCase());
  return month < 0 ? null : { month: month + 1, number: Number(number) };
}

/** SEPT2 and MARCH1 were symbols themselves before they were renamed, and are those genes whoever else is called so. Null: another name. */
export function renamedForDates(symbol: string): string | null {
  for (const [month, old, numbers, now] of families) {
    const number = month === 3 || month === 9 ? numbers.find((each) => symbol === `${old}${each}`) : undefined;
    if (number !== undefined) return now(number);
  }
  return null;
}
