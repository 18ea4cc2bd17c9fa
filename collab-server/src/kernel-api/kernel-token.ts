// Which kernel is asking: its token, looked up and believed for a moment.

import type { Context } from "hono";
import { kernelTokenBy, noteKernelSeen } from "@genomecraft/storage/queries/kernels.ts";
import { accessChannel } from "@genomecraft/storage/queries/rights.ts";
import { bearerOf } from "../accounts/authenticate.ts";
import { refuse } from "../errors.ts";
import type { Notifications } from "../notifications.ts";
import { hashOfToken } from "../secrets.ts";
import type { Env, ServerContext } from "../server-context.ts";

export interface KernelIdentity {
  readonly id: string;
  /** Null: runs of every lab of this server. */
  readonly lab: string | null;
  readonly site: string;
}

const believedMs = 5_000;

/** Answers which kernel a request is of, or refuses. A change of somebody's rights ends what was believed. */
export function readKernelToken(
  context: ServerContext,
  notifications: Notifications,
): (c: Context<Env>) => Promise<KernelIdentity> {
  const believed = new Map<string, { readonly at: number; readonly kernel: KernelIdentity }>();
  notifications.on(accessChannel, () => believed.clear());
  return async (c) => {
    const token = bearerOf(c.req.raw.headers);
    if (!token) return refuse("unauthorized", "kernel-token-unknown");
    const hash = hashOfToken(token);
    const known = believed.get(hash);
    if (known && performance.now() - known.at < believedMs) return known.kernel;
    const now = context.now();
    const row = await kernelTokenBy(context.db, hash, now);
    if (!row) {
      believed.delete(hash);
      return refuse("unauthorized", "kernel-token-unknown");
    }
    if (now - (row.lastSeenAt ?? 0) > 60_000) await noteKernelSeen(context.db, row.id, now);
    const kernel: KernelIdentity = { id: row.id, lab: row.lab, site: row.site };
    if (believed.size > 1_000) believed.clear();
    believed.set(hash, { at: performance.now(), kernel });
    return kernel;
  };
}
