// Doubles as text and back: little-endian, base64.

/** As many letters at once as a call takes. */
const piece = 0x80_00;

export function textOfDoubles(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < values.length; at++) view.setFloat64(at * 8, values[at] as number, true);
  let letters = "";
  for (let from = 0; from < bytes.length; from += piece) letters += String.fromCharCode(...bytes.subarray(from, from + piece));
  return btoa(letters);
}

export function doublesOfText(text: string): Float64Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: Math.floor(bytes.length / 8) }, (_, at) => view.getFloat64(at * 8, true));
}
