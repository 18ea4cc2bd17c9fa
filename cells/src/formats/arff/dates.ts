// Dates as a pattern of Java's SimpleDateFormat writes them, as ISO texts. Only patterns of numbers and plain letters: what names
// months, halves of days or zones is left as it is written, and said.

export type DateReader = (text: string) => string | null;

interface Part {
  readonly letter: string;
  readonly group: number;
}

/** Null: the pattern is none of those. The reader answers null for what is no such date. */
export function dateReader(format: string): DateReader | null {
  const parts: Part[] = [];
  let pattern = "";
  for (let at = 0; at < format.length; ) {
    const letter = format[at] as string;
    if (letter === "'") {
      const end = format.indexOf("'", at + 1);
      if (end < 0) return null;
      pattern += literal(end === at + 1 ? "'" : format.slice(at + 1, end));
      at = end + 1;
      continue;
    }
    let length = 1;
    while (format[at + length] === letter) length++;
    if (/[a-z]/i.test(letter)) {
      const isNumber = "yMdHmsS".includes(letter) && !(letter === "M" && length > 2) && !(letter === "y" && length !== 4);
      if (!isNumber || parts.some((part) => part.letter === letter)) return null;
      parts.push({ letter, group: parts.length + 1 });
      pattern += letter === "y" ? "(\\d{4})" : letter === "S" ? "(\\d{1,3})" : "(\\d{1,2})";
    } else pattern += literal(format.slice(at, at + length));
    at += length;
  }
  const has = (letters: string): boolean => [...letters].every((letter) => parts.some((part) => part.letter === letter));
  if (!has("yMd")) return null;
  const whole = new RegExp(`^${pattern}$`);
  const hasTime = parts.some(({ letter }) => "Hms".includes(letter));
  return (text) => {
    const found = whole.exec(text.trim());
    if (!found) return null;
    const of = (letter: string): number => Number(found[parts.find((part) => part.letter === letter)?.group ?? -1] ?? 0);
    const [year, month, day, hour, minute, second] = [..."yMdHms"].map(of) as [number, number, number, number, number, number];
    const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, of("S")));
    // The 31st of April is no date.
    const isOne =
      date.getUTCFullYear() === year &&
      date.getUTCMonth() === month - 1 &&
      date.getUTCDate() === day &&
      [hour < 24, minute < 60, second < 60].every(Boolean);
    if (!isOne) return null;
    const iso = date.toISOString();
    return hasTime ? iso.replace(/\.000Z$|Z$/, "") : iso.slice(0, 10);
  };
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
