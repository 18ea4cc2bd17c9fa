// The bytes of a file of an archive, without what it is packed with by itself.

import type { ByteSource } from "../base/byte-source.ts";
import type { Inflate } from "../contract/engines.ts";
import { packingOf, unpacked } from "../formats/parts/packing/unpacked.ts";

/** Nothing where there is no such file. */
export async function* withoutPacking(part: ByteSource | null, inflate: Inflate, name: string): AsyncIterable<Uint8Array> {
  if (!part) return;
  const first = await part.read(0, Math.min(64, part.size));
  yield* unpacked(part.stream(), packingOf(first), inflate, name);
}
