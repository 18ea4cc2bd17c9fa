// Where a regression or classification tree of one column parts it: best first, up to so many leaves, each time where the
// squared error of a number, or the Gini impurity of classes, falls most (Breiman et al., 1984). scikit-learn's
// DecisionTree*(max_leaf_nodes, min_samples_leaf); thresholds lie in the middle between two values.

interface Part {
  readonly from: number;
  readonly to: number;
  readonly best: { readonly at: number; readonly gain: number } | null;
}

/**
 * `values`: without missing ones. `targets`: of each row what is summed: 1 in the place of its class, or the number itself, at
 * `row * width`. Ascending.
 */
export function treeEdges(
  values: Float64Array,
  targets: Float64Array,
  width: number,
  { leaves, least }: { readonly leaves: number; readonly least: number },
): number[] {
  const order = Int32Array.from({ length: values.length }, (_, at) => at);
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const sorted = Float64Array.from(order, (row) => values[row] as number);
  // Sums of the targets before each place.
  const before = new Float64Array((values.length + 1) * width);
  for (const [at, row] of order.entries())
    for (let k = 0; k < width; k++)
      before[(at + 1) * width + k] = (before[at * width + k] as number) + (targets[row * width + k] as number);
  const score = (from: number, to: number): number => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += ((before[to * width + k] as number) - (before[from * width + k] as number)) ** 2;
    return sum / (to - from);
  };
  const whole = score(0, Math.max(1, values.length));
  const partOf = (from: number, to: number): Part => {
    let best: Part["best"] = null;
    const own = score(from, to);
    for (let at = from + least; at <= to - least; at++) {
      if (sorted[at] === sorted[at - 1]) continue;
      const gain = score(from, at) + score(at, to) - own;
      if (gain > (best?.gain ?? Math.max(1e-12 * Math.abs(whole), Number.MIN_VALUE))) best = { at, gain };
    }
    return { from, to, best };
  };
  const parts = values.length > 0 ? [partOf(0, values.length)] : [];
  const edges: number[] = [];
  while (parts.length < leaves) {
    const next = parts.reduce<Part | null>(
      (most, part) => ((part.best?.gain ?? 0) > (most?.best?.gain ?? 0) ? part : most),
      null,
    );
    if (!next?.best) break;
    const { at } = next.best;
    parts.splice(parts.indexOf(next), 1, partOf(next.from, at), partOf(at, next.to));
    const [low, high] = [sorted[at - 1] as number, sorted[at] as number];
    const middle = low / 2 + high / 2;
    edges.push(middle > low ? middle : high);
  }
  return edges.sort((a, b) => a - b);
}
