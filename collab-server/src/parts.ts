// THE list of parts that live beside the routes: each starts with the server, may hang itself on its upgrades, may set
// `context.documents`, and answers how to stop. Started in this order, stopped in the reverse.

import type { Server } from "node:http";
import { startLiveParts } from "./scheduler/live-parts.ts";
import type { ServerContext } from "./server-context.ts";

export type StartPart = (server: Server, context: ServerContext) => Promise<() => Promise<void> | void>;

export const parts: readonly StartPart[] = [startLiveParts];
