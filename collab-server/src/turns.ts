// The turns of the server's thread, on which everybody waits for everybody.

import { newTurns } from "@genomecraft/cells/base/turns.ts";

export const turns = newTurns({ ms: 25, next: (begin) => void setImmediate(begin), now: () => performance.now() });
