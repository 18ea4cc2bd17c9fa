// Whether a compound file is all there ([MS-CFB] 2.2, 2.3): its table of sectors says which are in use, and the spreadsheet
// library reads what is left of one that was cut, as if there were no more rows.

/** Larger ones are no places: free sectors, ends of chains (with which some writers fill the table up). */
const mostPlace = 0xffff_fffa;
const headerSize = 512;

export function isWholeCompound(bytes: Uint8Array): boolean {
  if (bytes.length < headerSize) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  const size = 1 << shift;
  const sectors = Math.floor(bytes.length / size) - 1;
  const tables = view.getUint32(44, true);
  if (tables === 0 || tables > sectors) return false;
  const perTable = size / 4;
  // The first 109 places of tables stand in the header; of larger files the others are chained.
  const places: number[] = [];
  for (let nth = 0; nth < Math.min(tables, 109); nth++) places.push(view.getUint32(76 + 4 * nth, true));
  for (let at = view.getUint32(68, true); places.length < tables; ) {
    if (at >= sectors) return false;
    const from = (at + 1) * size;
    for (let nth = 0; nth < perTable - 1 && places.length < tables; nth++) places.push(view.getUint32(from + 4 * nth, true));
    at = view.getUint32(from + size - 4, true);
    if (places.length > tables + perTable) return false;
  }
  let last = -1;
  for (const [nth, place] of places.entries()) {
    if (place >= sectors) return false;
    const from = (place + 1) * size;
    for (let entry = 0; entry < perTable; entry++) {
      const next = view.getUint32(from + 4 * entry, true);
      if (next <= mostPlace) last = Math.max(last, next, nth * perTable + entry);
    }
  }
  return last < sectors;
}
