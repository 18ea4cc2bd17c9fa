// One file of a data set of several that may be HDF5, opened by itself.

import { joined } from "../../../base/joined-bytes.ts";
import type { FileParts, ReadTask } from "../../../contract/format.ts";
import { type Hdf5Group, largestFile, withHdf5 } from "./hdf5-file.ts";
import { isHdf5 } from "./names-inside.ts";
import { words } from "./words.ts";

/** Null: it is no HDF5 file. Else what `use` makes of its root. */
export async function withHdf5OfPart<T>(
  task: Pick<ReadTask, "signal">,
  parts: FileParts,
  name: string,
  use: (root: Hdf5Group) => T,
): Promise<T | null> {
  const source = parts.source(name);
  if (!source || !(await beginsSo(parts, name))) return null;
  const bytes = async (): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of parts.open(name)) {
      task.signal?.throwIfAborted();
      chunks.push(chunk.slice());
      size += chunk.length;
      if (size > largestFile) words.fail("file-too-large", { name });
    }
    return joined(chunks, size);
  };
  return withHdf5({ source, name, bytes }, use);
}

/** Pieces may be as short as a byte. */
async function beginsSo(parts: FileParts, name: string): Promise<boolean> {
  const first: number[] = [];
  for await (const chunk of parts.open(name)) {
    first.push(...chunk.subarray(0, 8 - first.length));
    if (first.length >= 8) break;
  }
  return isHdf5(Uint8Array.from(first));
}
