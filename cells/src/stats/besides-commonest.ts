// Whether a list of numbers tells of few places alone: of a flag that one row has, the correlation with anything is that row's value.

/**
 * How many numbers differ from one that at least half of them are; all of them where there is none such. Missing ones (NaN) are not
 * counted. What is that frequent is found in one pass (Misra and Gries 1982, Science of Computer Programming 2:143).
 */
export function besidesCommonest(values: ArrayLike<number>): number {
  // More than a third of all leaves a number in one of two places.
  let [a, b, ofA, ofB, n] = [Number.NaN, Number.NaN, 0, 0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    n++;
    if (value === a) ofA++;
    else if (value === b) ofB++;
    else if (ofA === 0) [a, ofA] = [value, 1];
    else if (ofB === 0) [b, ofB] = [value, 1];
    else {
      ofA--;
      ofB--;
    }
  }
  let [isA, isB] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    if (values[at] === a) isA++;
    else if (values[at] === b) isB++;
  }
  const commonest = Math.max(isA, isB);
  return 2 * commonest >= n ? n - commonest : n;
}
