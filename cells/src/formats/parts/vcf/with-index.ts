// A file of variants and its index (.tbi, .csi) as one data set: all of the file is read, and the index is left alone.

import type { FileHead, ReadTask } from "../../../contract/format.ts";
import { fileOfSet } from "../bgzf/parts-of-set.ts";

/** The file, where it is one, or the one that lies beside its index; null: it is another set. */
export const besideIndex = (head: FileHead): FileHead | null => (head.parts === null ? head : fileOfSet(head));

/** The bytes of the file, without its packing. */
export function openBesideIndex({ parts, open }: Pick<ReadTask, "parts" | "open">): ReadTask["open"] {
  const own = parts?.names.find((name) => !/\.(?:tbi|csi)$/i.test(name));
  return parts && own !== undefined ? () => parts.open(own) : open;
}
