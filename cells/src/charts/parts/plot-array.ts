// Numbers inside a figure: Plotly's typed arrays {dtype, bdata}, so that a figure is small, exact, and JSON all the same.

import { plainText } from "../../artifacts/figure-text.ts";
import { doublesOfText, textOfDoubles, textOfFloats } from "../../base/doubles-as-text.ts";
import type { JsonObject } from "../../base/json.ts";

/** NaN is a gap. `shape` "rows,columns" makes it a matrix (row-major). */
export const f8 = (values: ArrayLike<number>, shape?: string): JsonObject => ({
  dtype: "f8",
  bdata: textOfDoubles(values),
  ...(shape === undefined ? {} : { shape }),
});

/** The same with seven digits and half the room. */
export const f4 = (values: ArrayLike<number>, shape?: string): JsonObject => ({
  dtype: "f4",
  bdata: textOfFloats(values),
  ...(shape === undefined ? {} : { shape }),
});

/** Back again: for tests, exports and the text alternative. */
export const numbersOf = (array: JsonObject): Float64Array => doublesOfText(String(array["bdata"]));

/** Names on an axis: long ones are cut in the middle, where ids differ least. */
export function shortText(text: string, limit = 32): string {
  const letters = [...text];
  if (letters.length <= limit) return plainText(text);
  const half = Math.floor((limit - 1) / 2);
  return plainText(`${letters.slice(0, limit - 1 - half).join("")}…${letters.slice(-half).join("")}`);
}
