// One chain of steps from the verdicts of a report of quality and from what the data are for, each step with its reason.

import { matrixChain } from "./matrix-chain.ts";
import type { Asked, Proposal } from "./proposal.ts";
import { tableChain } from "./table-chain.ts";

export const propose = (asked: Asked): Proposal => (asked.scale === null ? tableChain(asked) : matrixChain(asked));
