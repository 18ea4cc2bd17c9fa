// What distributions of counts share: what lies between two counts belongs to the one below, as in R but for rounding.

/** The count at or below x; what rounding left just under a count is that count (R's pbinom: 1e-7). */
export const countAt = (x: number): number => Math.floor(x + 1e-7);

export const isCount = (x: number): boolean => x >= 0 && Number.isSafeInteger(x);
