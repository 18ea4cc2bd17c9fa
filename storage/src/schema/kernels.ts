// Tokens of kernels: who may lease the runs of which lab. Kept as sha256 only.

import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

export interface KernelCaps {
  /** Bytes of one worker. */
  readonly memory: number;
  readonly gpus: number;
  /** Programs that it has, by name; absent where it did not say. */
  readonly software?: readonly string[];
  /** Its workers run behind walls; absent where it did not say. */
  readonly walls?: boolean;
  readonly site: string;
  /** When it last asked for work. */
  readonly at: number;
}

export const kernelTokens = pgTable("kernel_tokens", {
  id: text("id").primaryKey(),
  /** The lab whose runs this kernel may lease; null is every lab of this server. */
  lab: text("lab"),
  site: text("site").notNull().default(""),
  name: text("name").notNull(),
  tokenHash: text("token_hash").notNull().unique(),
  /** What the kernels with this token can do, by the name that each gives itself. */
  caps: jsonb("caps").$type<{ readonly [kernel: string]: KernelCaps }>().notNull().default({}),
  createdBy: text("created_by"),
  createdAt: instant("created_at").notNull(),
  lastSeenAt: instant("last_seen_at"),
  expiresAt: instant("expires_at"),
});
