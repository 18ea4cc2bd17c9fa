// Names that a person may mean while she types: prefix first, then anywhere inside, case ignored. An accent is the same
// letter whether it was written as one sign or as two.

const searched = (text: string): string => text.normalize("NFC").toLowerCase();

export function searchNames(names: readonly string[], text: string, limit: number): string[] {
  const wanted = searched(text.trim());
  if (wanted === "") return names.slice(0, limit);
  const exact: string[] = [];
  const start: string[] = [];
  const inside: string[] = [];
  for (const name of names) {
    const lower = searched(name);
    if (lower === wanted) exact.push(name);
    else if (lower.startsWith(wanted)) start.push(name);
    else if (inside.length < limit && lower.includes(wanted)) inside.push(name);
  }
  start.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return [...exact, ...start, ...inside].slice(0, limit);
}
