// Numbers of HDF5 as columns of a table.

import { doublesBy, wholesBy } from "../../../base/filled-arrays.ts";
import type { Column } from "../../../artifacts/artifact.ts";
import { textColumn } from "../../../artifacts/table.ts";
import type { Hdf5Dataset, Numbers } from "./hdf5-file.ts";

/** NaN is missing, and what `isMissing` says. Whole numbers of 32 bits stay whole; longer ones than doubles hold are texts. */
export function numbersColumn(name: string, numbers: Numbers, isWhole: boolean, isMissing: Numbers | null = null): Column {
  const rows = numbers.length;
  let valid: Uint8Array | null = null;
  let [isSmall, isExact] = [true, true];
  for (let row = 0; row < rows; row++) {
    const value = numbers[row] as number;
    if (value !== value || (isMissing !== null && isMissing[row] !== 0)) {
      valid ??= new Uint8Array(rows).fill(1);
      valid[row] = 0;
    } else {
      if (value > 0x7fff_ffff || value < -0x8000_0000) isSmall = false;
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) isExact = false;
    }
  }
  const present = (row: number): number => (valid !== null && valid[row] === 0 ? 0 : (numbers[row] as number));
  if (isWhole && !isExact)
    return textColumn(
      name,
      Array.from(numbers, (_, row) => (valid !== null && valid[row] === 0 ? null : BigInt(present(row)).toString())),
    );
  if (isWhole && isSmall) return { name, type: "int32", valid, values: wholesBy(rows, present) };
  return { name, type: "float64", valid, values: doublesBy(rows, present) };
}

/** Columns of a table of numbers: `pca_1`, `pca_2`, … */
export function columnsOfTable(name: string, data: Hdf5Dataset, most: number): readonly Column[] {
  const [rows = 0, width = 1] = data.shape;
  const numbers = data.numbers();
  const kept = Math.min(width, most);
  return Array.from({ length: kept }, (_, column) => {
    const own = new Float64Array(rows);
    for (let row = 0; row < rows; row++) own[row] = numbers[row * width + column] as number;
    return numbersColumn(`${name}_${column + 1}`, own, false);
  });
}
