// The token of the kernel that starts with the server on the same machine: a new one at each start, the last one void.

import { eq } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { kernelTokens } from "@genomecraft/storage/schema/index.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { ServerContext } from "../server-context.ts";

const name = "this machine";

export async function newLocalKernelToken(context: ServerContext): Promise<string> {
  const token = newToken();
  await context.db.transaction(async (tx) => {
    await tx.delete(kernelTokens).where(eq(kernelTokens.name, name));
    await tx
      .insert(kernelTokens)
      .values({ id: newId("kt", systemRandom), lab: null, name, tokenHash: hashOfToken(token), createdAt: context.now() });
  });
  return token;
}
