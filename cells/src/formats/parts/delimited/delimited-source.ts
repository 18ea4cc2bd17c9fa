// Where the bytes of a delimited text come from.

import type { ByteSource } from "../../../base/byte-source.ts";

export interface DelimitedSource {
  /** The bytes of the text (unpacked), from the beginning, each time it is called. */
  open(): AsyncIterable<Uint8Array>;
  /** The same bytes by range, where they lie so (not packed, in UTF-8). */
  readonly ranges?: ByteSource | null;
  /** Share of the file that has been read, 0..1, or null when its size is unknown. */
  fraction(): number | null;
}
