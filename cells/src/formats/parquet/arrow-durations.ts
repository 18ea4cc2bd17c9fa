// Lengths of time in a Parquet file that Arrow wrote: Parquet has no such type, so they stand there as whole numbers, and
// what they count only in the schema of Arrow that is kept beside (key "ARROW:schema": an encapsulated message, base64).
// Apache Arrow: Schema.fbs and Message.fbs; FlatBuffers' internals for how tables lie in bytes.

/** Arrow's TimeUnit. */
const units = ["s", "ms", "µs", "ns"] as const;
export type DurationUnit = (typeof units)[number];
const ofDuration = 18;
const inMilliseconds = 1;

/** Units by the names of top-level columns; none where the message is not as it should be. */
export function arrowDurations(encoded: string): ReadonlyMap<string, DurationUnit> {
  try {
    return durationsOf(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)));
  } catch {
    // Not base64, or places beyond its end.
    return new Map();
  }
}

function durationsOf(bytes: Uint8Array): ReadonlyMap<string, DurationUnit> {
  const view = new DataView(bytes.buffer);
  const start = view.getUint32(0, true) === 0xffffffff ? 8 : 4;
  /** Where a field of a table stands, 0 where it is not written. */
  const field = (table: number, nth: number): number => {
    const places = table - view.getInt32(table, true);
    const at = 4 + 2 * nth;
    const offset = at < view.getUint16(places, true) ? view.getUint16(places + at, true) : 0;
    return offset === 0 ? 0 : table + offset;
  };
  const behind = (place: number): number => place + view.getUint32(place, true);
  const found = new Map<string, DurationUnit>();
  const schema = behind(field(behind(start), 2));
  const fields = behind(field(schema, 1));
  for (let nth = 0; nth < view.getUint32(fields, true); nth++) {
    const column = behind(fields + 4 + 4 * nth);
    const type = field(column, 2);
    const [name, kind] = [field(column, 0), field(column, 3)];
    if (type === 0 || name === 0 || kind === 0 || view.getUint8(type) !== ofDuration) continue;
    const text = behind(name);
    const unit = field(behind(kind), 0);
    const known = units[unit === 0 ? inMilliseconds : view.getInt16(unit, true)];
    const letters = bytes.subarray(text + 4, text + 4 + view.getUint32(text, true));
    if (known) found.set(new TextDecoder().decode(letters), known);
  }
  return found;
}
