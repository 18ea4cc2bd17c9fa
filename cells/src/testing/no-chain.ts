// The part of a step's scope that applies chains which were fitted elsewhere, or reads files of them, where there are none.

export const noChain = (): never => {
  throw new Error("no chain that was fitted elsewhere is applied here");
};
