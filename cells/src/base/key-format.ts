// How keys of results are made has a number (contract/result-key.ts): keys of two formats never meet, and rows that hold a
// key say which one it is.

/**
 * Raised when keys are made another way: results of before are then made again, and are shown and verified as they were
 * recorded. 1: before variants had versions of their own.
 */
export const keyFormat = 2;
