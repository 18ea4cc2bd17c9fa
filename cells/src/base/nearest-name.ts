// "No gene p53 in counts. Near: Trp53": which names a person may have meant. Used by every kind that looks a column,
// a feature or a sample up by its name.

/** Edits (insert, delete, replace, swap of neighbours) from `a` to `b`, or `limit + 1` when there are more (optimal string alignment). */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/**
 * Up to `count` of `names` that are near to `wanted`, best first: the same but for case, then those that begin or end
 * with it, then those that contain it (or are contained), then few edits away. Ties by length, then as text.
 */
export function nearestNames(wanted: string, names: Iterable<string>, count = 3): string[] {
  const text = wanted.trim().toLowerCase();
  if (text === "") return [];
  const limit = text.length <= 3 ? 1 : text.length <= 6 ? 2 : 3;
  const found: { readonly name: string; readonly score: number }[] = [];
  for (const name of names) {
    const other = name.toLowerCase();
    let score: number;
    if (other === text) score = 0;
    else if (other.startsWith(text) || other.endsWith(text)) score = 1 + (other.length - text.length) / 100;
    else if (text.length > 1 && other.includes(text)) score = 2 + (other.length - text.length) / 100;
    else {
      const distance = editDistance(text, other, limit);
      if (distance <= limit) score = 1.5 + distance / 2;
      else if (other.length > 2 && text.includes(other)) score = 3.5;
      else continue;
    }
    found.push({ name, score });
  }
  found.sort((a, b) => a.score - b.score || a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return found.slice(0, count).map((item) => item.name);
}
