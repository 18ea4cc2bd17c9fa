// A file and the same file packed, beside each other, as they lie where somebody unpacked a download and kept it: one of the two.

const packing = /\.(?:b?gz|bz2|xz|zst)$/i;

/** Without the packed one of each two, and each name once. */
export function withoutTwins(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  return [...all].filter((name) => !packing.test(name) || !all.has(name.replace(packing, "")));
}

/** The packed ones that lie beside `files`. */
export const twinsOf = (files: readonly string[], names: readonly string[]): readonly string[] =>
  names.filter((name) => packing.test(name) && files.includes(name.replace(packing, "")) && !files.includes(name));
