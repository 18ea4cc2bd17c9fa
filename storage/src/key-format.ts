// Which way of making keys the rows that hold one were written with: keys of two formats are never compared.

/** Of what is written now; rows that were there before formats were numbered are 1. */
export const keyFormat = 1;
