// Labs (better-auth's organizations), their members, and invitations by link. The columns that better-auth 1.7 expects
// are all there; what we add stands below them.

import { index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";

const date = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const labs = pgTable("labs", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").notNull().unique(),
  logo: text("logo"),
  createdAt: date("created_at").notNull().defaultNow(),
  metadata: text("metadata"),
  /** Name of a colour of the theme, for the lab's mark. */
  color: text("color").notNull().default("blue"),
  /** Smaller groups of persons stop publishing; 0: no group does. */
  smallGroups: integer("small_groups").notNull().default(5),
});

/** Roles: owner, admin, member. */
export const members = pgTable(
  "members",
  {
    id: text("id").primaryKey(),
    organizationId: text("lab")
      .notNull()
      .references(() => labs.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").notNull().default("member"),
    createdAt: date("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("members_lab_user").on(table.organizationId, table.userId), index("members_user").on(table.userId)],
);

/** Status: pending, accepted, cancelled. The link's token is kept as its sha256 only. */
export const invitations = pgTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    organizationId: text("lab")
      .notNull()
      .references(() => labs.id, { onDelete: "cascade" }),
    email: text("email").notNull().default(""),
    role: text("role").default("member"),
    status: text("status").notNull().default("pending"),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull().defaultNow(),
    inviterId: text("inviter_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").unique(),
  },
  (table) => [index("invitations_lab").on(table.organizationId)],
);
