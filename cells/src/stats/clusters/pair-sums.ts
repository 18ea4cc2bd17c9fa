// Sums over all pairs of many rows, by a program in WebAssembly (cells/wasm/pair-distances.ts) that takes eight rows at a time.
// The sums are those of a loop, to the last bit: where there is no WebAssembly, or a value is missing, whoever asks takes the loop.

import type { Pieces } from "./drained.ts";
import { program } from "./pair-program.ts";

/** What is summed over the values of two rows: squares of their differences, their sizes, or products of the values. */
export type PairSum = "squares" | "sizes" | "products";
type Sum = (rows: number, count: number, panel: number, length: number, to: number) => void;

/** Of fewer differences the loop is as quick. */
const fewest = 1e6;
/** Rows that lie side by side. */
const lanes = 8;
const mostBytes = 1 << 30;

let compiled: WebAssembly.Module | null = null;

/** Of all pairs in the order of `pairAt`, of rows of equal length without gaps; null: by a loop. */
export function* pairSums(rows: readonly ArrayLike<number>[], kind: PairSum): Pieces<Float64Array | null> {
  const n = rows.length;
  const length = rows[0]?.length ?? 0;
  if (((n * (n - 1)) / 2) * length < fewest || rows.some((row) => row.length !== length)) return null;
  const [rowsAt, panelAt, sumsAt] = [0, 8 * n * length, 8 * n * length + 64 * length];
  const bytes = sumsAt + 64 * n;
  const made = bytes > mostBytes ? null : instance(bytes);
  if (!made) return null;
  const sum = made.exports[kind] as Sum;
  const all = new Float64Array(made.memory.buffer, rowsAt, n * length);
  rows.forEach((row, at) => all.set(row, at * length));
  const panel = new Float64Array(made.memory.buffer, panelAt, lanes * length);
  const sums = new Float64Array(made.memory.buffer, sumsAt, lanes * n);
  const found = new Float64Array((n * (n - 1)) / 2);
  for (let from = 0; from < n; from += lanes) {
    const width = Math.min(lanes, n - from);
    for (let lane = 0; lane < width; lane++)
      for (let k = 0; k < length; k++) panel[k * lanes + lane] = all[(from + lane) * length + k] as number;
    const count = from + width - 1;
    sum(rowsAt, count, panelAt, length, sumsAt);
    for (let i = 0; i < count; i++) {
      // Place of the pair (i, from), as pairAt has it.
      const place = i * n - (i * (i + 1)) / 2 + from - i - 1;
      for (let lane = Math.max(0, i + 1 - from); lane < width; lane++) found[place + lane] = sums[i * lanes + lane] as number;
    }
    // Each panel is compared with those before it.
    yield ((from + width) / n) ** 2;
  }
  return found;
}

function instance(bytes: number): { readonly memory: WebAssembly.Memory; readonly exports: WebAssembly.Exports } | null {
  try {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0)));
    const pages = Math.ceil(bytes / 65_536);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    return { memory, exports: new WebAssembly.Instance(compiled, { env: { memory } }).exports };
  } catch {
    return null;
  }
}
