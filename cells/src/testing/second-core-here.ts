// A second core that is none: pieces of work run here, when their bytes are given. What they answer is copied as another thread's would be.

import type { SecondCore } from "../contract/second-core.ts";
import type { Piece, PieceMaker } from "../contract/second-core.ts";
import { secondCorePieces } from "../second-core-pieces.ts";

export interface SecondCoreHere extends SecondCore {
  /** Pieces of work that were finished. */
  readonly finished: () => number;
}

export async function secondCoreHere(): Promise<SecondCoreHere> {
  const makers = new Map<string, PieceMaker>();
  for (const [name, load] of Object.entries(secondCorePieces)) makers.set(name, await load());
  let finished = 0;
  return {
    finished: () => finished,
    begin(name, asked) {
      const make = makers.get(name);
      if (!make) throw new Error(`no piece of work is called ${name}`);
      const piece: Piece = make(structuredClone(asked) as never);
      return {
        give: async (bytes) => piece.push(bytes),
        finish: async () => {
          finished += 1;
          return structuredClone(piece.finish());
        },
        stop: () => {},
      };
    },
  };
}
