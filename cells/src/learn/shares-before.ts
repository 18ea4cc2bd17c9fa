// Probabilities of a model that learned of classes made equally frequent, as they are where classes are as frequent as before:
// p(c|x) ~ p'(c|x) * share(c) / share'(c) (Saerens, Latinne and Decaestecker, Neural Computation 14:21-41, 2002, equation 2.4).

/** By class: its share of the rows before over that after; 1 of a class that is in neither. */
export function sharesBefore(before: Int32Array, after: Int32Array, classCount: number): Float64Array {
  const count = (classes: Int32Array): Float64Array => {
    const out = new Float64Array(classCount);
    for (const one of classes) out[one] = (out[one] as number) + 1;
    return out;
  };
  const [was, is] = [count(before), count(after)];
  return was.map((n, at) => {
    const now = is[at] as number;
    return n === 0 || now === 0 ? 1 : n / before.length / (now / after.length);
  });
}

/** rows x classes, row-major; each row sums to 1 again. */
export function withShares(probability: Float64Array, factors: Float64Array): Float64Array {
  const width = factors.length;
  const out = new Float64Array(probability.length);
  for (let row = 0; row < probability.length; row += width) {
    let total = 0;
    for (let c = 0; c < width; c++) total += out[row + c] = (probability[row + c] as number) * (factors[c] as number);
    for (let c = 0; c < width; c++)
      out[row + c] = total > 0 ? (out[row + c] as number) / total : (probability[row + c] as number);
  }
  return out;
}
