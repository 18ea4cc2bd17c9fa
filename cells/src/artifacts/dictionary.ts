// Whether a dictionary of texts holds one of them twice, which hardly any does: told once for each, for a million texts are long work.

const known = new WeakMap<readonly string[], boolean>();

export function hasTwins(dictionary: readonly string[]): boolean {
  const found = known.get(dictionary) ?? new Set(dictionary).size < dictionary.length;
  known.set(dictionary, found);
  return found;
}

/** Of each code the first one that has the same text. */
export function firstCodes(dictionary: readonly string[]): Int32Array {
  const codes = new Int32Array(dictionary.length);
  for (let code = 0; code < codes.length; code++) codes[code] = code;
  if (!hasTwins(dictionary)) return codes;
  const first = new Map<string, number>();
  dictionary.forEach((text, code) => {
    const found = first.get(text) ?? code;
    first.set(text, found);
    codes[code] = found;
  });
  return codes;
}
