// Sources: the digests of the data sets' files that something descends from. They travel through the graph beside the
// results, and decide who may see one, and which kept result may answer which cell. Sorted, each once.

export type Sources = readonly string[];

const none: Sources = [];

/** All of them together. A list that holds the others is answered as it is: most cells add nothing to their input's. */
export function joinSources(...lists: readonly Sources[]): Sources {
  let widest = none;
  for (const list of lists) if (list.length > widest.length) widest = list;
  if (lists.every((list) => isWithin(list, widest))) return widest;
  return [...new Set(lists.flat())].sort();
}

/** Every one of `inner` is one of `outer`, too. */
export function isWithin(inner: Sources, outer: Sources): boolean {
  if (inner === outer || inner.length === 0) return true;
  if (inner.length > outer.length) return false;
  const all = new Set(outer);
  return inner.every((digest) => all.has(digest));
}

/** Equal for equal sources. */
export const markOfSources = (sources: Sources): string => sources.join(" ");
