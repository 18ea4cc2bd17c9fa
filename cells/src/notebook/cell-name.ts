// Names of cells: what SQL, formulas, notes and files call them. Letters of any script, digits, `_`; unique ignoring case.

const longest = 64;
const namePattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

export const isCellName = (text: string): boolean =>
  namePattern.test(text) && [...text].length <= longest && text === text.normalize("NFC");

/** Letters that are not seen, as those that fill a place: no name is given with them. One that a notebook has already stays. */
export const hidesLetters = (name: string): boolean => /\p{Default_Ignorable_Code_Point}/u.test(name);

/** What two names are compared by. */
export const nameKey = (name: string): string => (/^[\x20-\x7e]*$/.test(name) ? name : name.normalize("NFC")).toLowerCase();

/** What a person typed, as a name: spaces become `_`, what a name cannot hold goes. "" when nothing is left. */
export function toCellName(text: string): string {
  const kept = text
    .normalize("NFC")
    .trim()
    .replace(/[\s\-.]+/gu, "_")
    .replace(/[^\p{L}\p{M}\p{N}_]|\p{Default_Ignorable_Code_Point}/gu, "")
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

/**
 * The same, where what is taken is known by key.
 * @param tried for who asks for many names of one set, which only grows: where each stem's numbers were all taken until
 */
export function freeName(wanted: string, keys: ReadonlySet<string>, tried = new Map<string, number>()): string {
  const stem = toCellName(wanted) || "cell";
  if (!keys.has(nameKey(stem))) return stem;
  const bare = stem.replace(/_\d{1,6}$/u, "") || stem;
  for (let number = tried.get(bare) ?? 2; ; number++) {
    const ending = `_${number}`;
    const name = [...bare].slice(0, longest - ending.length).join("") + ending;
    if (keys.has(nameKey(name))) continue;
    tried.set(bare, number);
    return name;
  }
}

/** The nearest of `names` by edit distance (at most a third of its letters, at least one, off), or null. */
export const nearestName = (wanted: string, names: Iterable<string>): string | null => nearestAmong(names)(wanted);

/** The same of names that are asked about again and again, without the one that is `except`. */
export function nearestAmong(names: Iterable<string>): (wanted: string, except?: string) => string | null {
  const known = [...names].map((name) => {
    const key = nameKey(name);
    return { name, key, letters: lettersIn(key) };
  });
  return (wanted, except) => {
    const key = nameKey(wanted);
    const letters = lettersIn(key);
    const own = except === undefined ? null : nameKey(except);
    let best: string | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const other of known) {
      const allowed = Math.max(1, Math.floor(Math.max(key.length, other.key.length) / 3));
      const most = Math.min(allowed, bestDistance - 1);
      if (most < 0) break;
      if (Math.abs(key.length - other.key.length) > most) continue;
      // An edit takes away or brings one kind of letter at most.
      if (countOf(letters & ~other.letters) > most || countOf(other.letters & ~letters) > most) continue;
      if (other.key === own) continue;
      const distance = editDistance(key, other.key, most);
      if (distance > most) continue;
      best = other.name;
      bestDistance = distance;
    }
    return best;
  };
}

/** Which kinds of letters stand in a text, told apart in 32 classes. */
function lettersIn(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string alignment);
 * of more than `most` only that they are more.
 */
function editDistance(a: string, b: string, most: number): number {
  let twoBack = new Uint32Array(b.length + 1);
  let back = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  let row = new Uint32Array(b.length + 1);
  let leastBack = 0;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const same = letter === b.charCodeAt(j - 1) ? 0 : 1;
      let value = Math.min((back[j] as number) + 1, (row[j - 1] as number) + 1, (back[j - 1] as number) + same);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        value = Math.min(value, (twoBack[j - 2] as number) + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    // What comes later is made of the last two rows.
    if (least > most && leastBack > most) return most + 1;
    leastBack = least;
    [twoBack, back, row] = [back, row, twoBack];
  }
  return back[b.length] as number;
}
