// A list of neighbours with weights made a symmetric graph by rows: what is said of a pair in both directions is joined.

/** Of row r the edges `starts[r]` to `starts[r + 1]`, ascending. */
export interface Graph {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** `indices` and `weights` of rows x count; `join` of the two weights of a pair that both directions name. */
export function directionsJoined(
  indices: Int32Array,
  weights: Float64Array,
  rows: number,
  join: (one: number, other: number) => number,
): Graph {
  const count = rows === 0 ? 0 : indices.length / rows;
  const sizes = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++)
    for (let at = row * count; at < (row + 1) * count; at++) {
      sizes[row + 1] = (sizes[row + 1] as number) + 1;
      const other = (indices[at] as number) + 1;
      sizes[other] = (sizes[other] as number) + 1;
    }
  for (let row = 0; row < rows; row++) sizes[row + 1] = (sizes[row + 1] as number) + (sizes[row] as number);
  const all = sizes[rows] as number;
  const [to, weight] = [new Int32Array(all), new Float64Array(all)];
  const next = sizes.slice();
  const put = (row: number, other: number, value: number): void => {
    const at = next[row] as number;
    next[row] = at + 1;
    to[at] = other;
    weight[at] = value;
  };
  for (let row = 0; row < rows; row++)
    for (let at = row * count; at < (row + 1) * count; at++) {
      put(row, indices[at] as number, weights[at] as number);
      put(indices[at] as number, row, weights[at] as number);
    }
  const starts = new Int32Array(rows + 1);
  const [joinedTo, joined] = [new Int32Array(all), new Float64Array(all)];
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const [from, until] = [sizes[row] as number, sizes[row + 1] as number];
    const order = Array.from({ length: until - from }, (_, at) => from + at).sort(
      (a, b) => (to[a] as number) - (to[b] as number) || a - b,
    );
    for (const at of order) {
      const value = weight[at] as number;
      if (end > (starts[row] as number) && joinedTo[end - 1] === to[at]) joined[end - 1] = join(joined[end - 1] as number, value);
      else {
        joinedTo[end] = to[at] as number;
        joined[end++] = value;
      }
    }
    starts[row + 1] = end;
  }
  return { rows, starts, to: joinedTo.slice(0, end), weight: joined.slice(0, end) };
}
