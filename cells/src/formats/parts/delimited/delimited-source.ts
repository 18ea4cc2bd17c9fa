// Where the bytes of a delimited text come from.

export interface DelimitedSource {
  /** The bytes of the text (unpacked), from the beginning, each time it is called. */
  open(): AsyncIterable<Uint8Array>;
  /** Share of the file that has been read, 0..1, or null when its size is unknown. */
  fraction(): number | null;
}
