// Names that a person may mean while she types: the very name, then what begins with the text, then what holds it; case ignored. An accent is the same
// letter whether it was written as one sign or as two.

const searched = (text: string): string => text.normalize("NFC").toLowerCase();

/** `called`: other names of what goes by the text, in small letters: they are meant before what only holds it. */
export function searchNames(
  names: readonly string[],
  text: string,
  limit: number,
  called: ReadonlySet<string> = new Set(),
): string[] {
  const wanted = searched(text.trim());
  if (wanted === "") return names.slice(0, limit);
  const exact: string[] = [];
  const other: string[] = [];
  const start: string[] = [];
  const inside: string[] = [];
  for (const name of names) {
    const lower = searched(name);
    if (lower === wanted) exact.push(name);
    else if (called.has(lower)) other.push(name);
    else if (lower.startsWith(wanted)) start.push(name);
    else if (lower.includes(wanted)) inside.push(name);
  }
  const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
  start.sort(byLength);
  // "p53" means Trp53 rather than Trp53bp2: what ends with the text, then the shortest.
  const isEnd = (name: string): number => Number(searched(name).endsWith(wanted));
  inside.sort((a, b) => isEnd(b) - isEnd(a) || byLength(a, b));
  const order = [...called];
  other.sort((a, b) => order.indexOf(searched(a)) - order.indexOf(searched(b)));
  return [...exact, ...other, ...start, ...inside].slice(0, limit);
}
