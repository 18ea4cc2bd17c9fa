// The token of the kernel that starts with the server on the same machine: a new one at each start. Those of servers that
// are gone are void; another server at the same database may be at work beside this one, and its kernel goes on.

import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { addKernelToken, removeSilentTokens } from "@genomecraft/storage/queries/kernels.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { ServerContext } from "../server-context.ts";

const name = "this machine";
/** A kernel is heard of at least once a minute. */
const silentMs = 3 * 60_000;

export async function newLocalKernelToken(context: ServerContext): Promise<string> {
  const token = newToken();
  await context.db.transaction(async (tx) => {
    const now = context.now();
    await removeSilentTokens(tx, name, now - silentMs);
    await addKernelToken(tx, { id: newId("kt", systemRandom), lab: null, name, tokenHash: hashOfToken(token), createdAt: now });
  });
  return token;
}
