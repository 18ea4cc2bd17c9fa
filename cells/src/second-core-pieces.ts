// What a second core can be asked for, by name: a line each.

import type { PieceMaker } from "./contract/second-core.ts";

export const secondCorePieces: { readonly [name: string]: () => Promise<PieceMaker> } = {
  "rows-of-delimited-text": async () => (await import("./formats/parts/delimited/later-part.ts")).laterPart,
};
