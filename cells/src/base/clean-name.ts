// Names, as they come from strangers' disks and from people for others to read: one line of what can be seen. Called wherever
// such a name comes in.

/** Nothing that is seen, and what would lead the eye: controls, marks of the direction of writing, blanks of no width. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Joiners between letters (Persian, Hindi, families of emoji) and the look of the sign before: they belong to what is seen. */
const joins =
  /(?<=[\p{L}\p{M}\p{S}\ufe0f])[\u200c\u200d](?=[\p{L}\p{S}])|(?<=[\p{L}\p{N}\p{S}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

const longest = 255;

/** Something that leaves a mark: of blanks, accents on nothing and the empty sign of Braille alone nothing is seen. */
const isSeen = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u.test(text.replaceAll("\u2800", ""));

/** Tabs and ends of lines are a blank; "" where nothing is seen. The same where nothing is in the way. */
export function cleanName(name: string, most = longest): string {
  const seen = cut(seenOf(name), most).trimEnd();
  return isSeen(seen) ? seen : "";
}

/** Where signs stand that nobody sees by themselves and that belong to what is seen. */
export const joinersIn = (text: string): ReadonlySet<number> => new Set([...text.matchAll(joins)].map((found) => found.index));

function seenOf(name: string): string {
  const kept = joinersIn(name);
  return name
    .replace(unseen, (sign, at: number) => (kept.has(at) ? sign : /[\t\n\v\f\r\u0085\u2028\u2029]/.test(sign) ? " " : ""))
    .normalize("NFC")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
}

/** The first letters, without half of a pair at the end. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}/gu, "");

/** Up to two short endings, as of counts.tsv.gz. */
const endings = /(?:\.[\p{L}\p{N}_]{1,10}){1,2}$/u;

/** The last part of a path; of one that is too long the ending stays. Dots alone are no name: nothing stays of them. */
export function cleanFileName(name: string): string {
  const whole = seenOf(name.split(/[\\/]/).at(-1) ?? "");
  const [ending = ""] = whole.length > longest ? (endings.exec(whole) ?? []) : [];
  const last = cut(whole.slice(0, whole.length - ending.length), longest - ending.length) + ending;
  return /^\.*$/.test(last) ? "" : last;
}
