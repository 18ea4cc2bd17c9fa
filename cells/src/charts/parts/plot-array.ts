// Numbers inside a figure: Plotly's typed arrays {dtype, bdata}, so that a figure is small, exact, and JSON all the same.

import type { JsonObject } from "../../base/json.ts";

/** Little-endian float64 as base64; NaN is a gap. `shape` "rows,columns" makes it a matrix (row-major). */
export function f8(values: ArrayLike<number>, shape?: string): JsonObject {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  for (let i = 0; i < values.length; i++) view.setFloat64(i * 8, values[i] as number, true);
  const bytes = new Uint8Array(view.buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { dtype: "f8", bdata: btoa(text), ...(shape === undefined ? {} : { shape }) };
}

/** Back again: for tests, exports and the text alternative. */
export function numbersOf(array: JsonObject): Float64Array {
  const text = atob(String(array["bdata"]));
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(i * 8, true));
}

/** Plotly reads a little HTML and `%{...}` in its texts; names of people's columns and groups are shown letter for letter. */
export const plainText = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/%\{/g, "&#37;{");

/** Names on an axis: long ones are cut in the middle, where ids differ least. */
export function shortText(text: string, limit = 32): string {
  const letters = [...text];
  if (letters.length <= limit) return plainText(text);
  const half = Math.floor((limit - 1) / 2);
  return plainText(`${letters.slice(0, limit - 1 - half).join("")}…${letters.slice(-half).join("")}`);
}
