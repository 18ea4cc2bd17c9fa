// Squared distances turned into inner products about the middle of all rows: Torgerson, Psychometrika 17:401, 1952.

/** `distances`: rows x rows, symmetric. The same size; `distances` stays as it is. */
export function doubleCentred(distances: Float64Array, rows: number): Float64Array {
  const out = distances.map((distance) => (-distance * distance) / 2);
  const means = new Float64Array(rows);
  let whole = 0;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = row * rows; at < (row + 1) * rows; at++) sum += out[at] as number;
    means[row] = sum / rows;
    whole += sum / rows / rows;
  }
  for (let row = 0; row < rows; row++)
    for (let other = 0; other < rows; other++) {
      const at = row * rows + other;
      out[at] = (out[at] as number) - (means[row] as number) - (means[other] as number) + whole;
    }
  return out;
}
