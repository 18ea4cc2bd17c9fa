// Names of cells: what SQL, formulas, notes and files call them. Letters of any script, digits, `_`; unique ignoring case.

const longest = 64;
const namePattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

export const isCellName = (text: string): boolean =>
  namePattern.test(text) && [...text].length <= longest && text === text.normalize("NFC");

/** What two names are compared by. */
export const nameKey = (name: string): string => (/^[\x20-\x7e]*$/.test(name) ? name : name.normalize("NFC")).toLowerCase();

/** What a person typed, as a name: spaces become `_`, what a name cannot hold goes. "" when nothing is left. */
export function toCellName(text: string): string {
  const kept = text
    .normalize("NFC")
    .trim()
    .replace(/[\s\-.]+/gu, "_")
    .replace(/[^\p{L}\p{M}\p{N}_]/gu, "")
    .replace(/^\p{M}+/u, "");
  const cut = [...kept].slice(0, longest).join("");
  if (cut === "") return "";
  return /^[\p{L}_]/u.test(cut) ? cut : [..."_", ...cut].slice(0, longest).join("");
}

/** A label as part of a name: what a name cannot hold parts its words. */
export const wordsAsName = (label: string): string => label.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^_+|_+$/g, "");

/** `wanted`, or `wanted_2`, `wanted_3` … when a name of `taken` is equal but for case. */
export const uniqueName = (wanted: string, taken: Iterable<string>): string => freeName(wanted, keysOf(taken));

export function keysOf(names: Iterable<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of names) keys.add(nameKey(name));
  return keys;
}

/** The same, where what is taken is known by key. */
export function freeName(wanted: string, keys: ReadonlySet<string>): string {
  const stem = toCellName(wanted) || "cell";
  if (!keys.has(nameKey(stem))) return stem;
  const bare = stem.replace(/_\d{1,6}$/u, "") || stem;
  for (let number = 2; ; number++) {
    const ending = `_${number}`;
    const name = [...bare].slice(0, longest - ending.length).join("") + ending;
    if (!keys.has(nameKey(name))) return name;
  }
}

/** The nearest of `names` by edit distance (at most a third of its letters, at least one, off), or null. */
export function nearestName(wanted: string, names: Iterable<string>): string | null {
  const key = nameKey(wanted);
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const other = nameKey(name);
    const allowed = Math.max(1, Math.floor(Math.max(key.length, other.length) / 3));
    if (Math.abs(key.length - other.length) > allowed) continue;
    const distance = editDistance(key, other);
    if (distance <= allowed && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (twoBack[j - 2] ?? 0) + 1);
      row.push(value);
    }
    twoBack = back;
    back = row;
  }
  return back[b.length] ?? 0;
}
