// What an Excel number format shows of a number: a day, a day with its time, a time of day, a length of time, or none of
// these. Told from the format itself and never from the text that some formatter makes of it.
// (ECMA-376 part 1, 18.8.31, numFmts.)

export type DateFormat = "date" | "date-time" | "time" | "duration";

/** By the section of the format for numbers of zero and above; null when it shows a plain number or text. */
export function dateFormatOf(format: string): DateFormat | null {
  let hasDay = false;
  let hasTime = false;
  /** "m" is a month in d.m.yyyy, and minutes in hh:mm: told at the end. */
  let hasM = false;
  for (let at = 0; at < format.length; ) {
    const letter = format.charAt(at).toLowerCase();
    if (letter === ";") break;
    if (letter === '"') {
      const close = format.indexOf('"', at + 1);
      at = close < 0 ? format.length : close + 1;
      continue;
    }
    // A letter as it is, a blank as wide as a letter, a letter that fills the cell.
    if (letter === "\\" || letter === "_" || letter === "*") {
      at += 2;
      continue;
    }
    if (letter === "[") {
      const close = format.indexOf("]", at);
      if (/^\[(?:h+|m+|s+)\]$/i.test(format.slice(at, close + 1))) return "duration";
      at = close < 0 ? format.length : close + 1;
      continue;
    }
    if (format.slice(at, at + 7).toLowerCase() === "general") return null;
    const halves = /^(?:am\/pm|a\/p|上午\/下午)/i.exec(format.slice(at, at + 5));
    if (halves) {
      hasTime = true;
      at += halves[0].length;
      continue;
    }
    // Digits before anything of a date: a number, whose E is no era.
    if (/[0#?@]/.test(letter) && !hasDay && !hasTime && !hasM) return null;
    // y, d; era and its years (g, e); years of the Buddhist calendar (b); weekdays in East Asia (a).
    if (/[ydgeb]/.test(letter) || format.slice(at, at + 3).toLowerCase() === "aaa") hasDay = true;
    else if (letter === "h" || letter === "s") hasTime = true;
    else if (letter === "m") {
      if (/^mmm/i.test(format.slice(at))) hasDay = true;
      hasM = true;
    }
    at++;
  }
  if (hasDay) return hasTime ? "date-time" : "date";
  if (hasTime) return "time";
  return hasM ? "date" : null;
}
