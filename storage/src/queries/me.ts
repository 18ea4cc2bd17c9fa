// A person's settings and what is hers.

import { eq, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { publications, users, userSettings } from "../schema/index.ts";

export interface PersonSettings {
  /** Null until she chooses: her browser's. */
  readonly locale: "en" | "ru" | null;
  readonly theme: "system" | "light" | "dark";
}

export async function settingsOf(executor: Executor, user: string): Promise<PersonSettings> {
  const [row] = await executor.select().from(userSettings).where(eq(userSettings.user, user));
  return {
    locale: row?.locale === "ru" || row?.locale === "en" ? row.locale : null,
    theme: row?.theme === "light" || row?.theme === "dark" ? row.theme : "system",
  };
}

export async function changePerson(
  tx: Executor,
  user: string,
  change: { readonly name?: string | undefined; readonly locale?: string | undefined; readonly theme?: string | undefined },
  /** Her language now, kept with the first setting that she makes. */
  spoken: "en" | "ru",
  now: number,
): Promise<void> {
  if (change.name !== undefined)
    await tx
      .update(users)
      .set({ name: change.name, updatedAt: new Date(now) })
      .where(eq(users.id, user));
  if (change.locale === undefined && change.theme === undefined) return;
  const settings = {
    ...(change.locale === undefined ? {} : { locale: change.locale }),
    ...(change.theme === undefined ? {} : { theme: change.theme }),
  };
  await tx
    .insert(userSettings)
    .values({ user, locale: spoken, ...settings })
    .onConflictDoUpdate({ target: userSettings.user, set: settings });
}

/** How much is there: notebooks and files that she made, and the bytes of the files. */
export async function filesOf(
  executor: Executor,
  user: string,
): Promise<{ notebooks: number; files: number; storageBytes: number }> {
  const { rows } = await executor.execute<{ notebooks: string; files: string; bytes: string | null }>(sql`
    select (select count(*) from notebooks where created_by = ${user} and deleted_at is null) as notebooks,
      (select count(*) from datasets where created_by = ${user} and deleted_at is null) as files,
      (select sum(v.size) from dataset_versions v join datasets d on d.id = v.dataset
        where v.created_by = ${user} and d.deleted_at is null) as bytes`);
  const row = rows[0];
  return { notebooks: Number(row?.notebooks ?? 0), files: Number(row?.files ?? 0), storageBytes: Number(row?.bytes ?? 0) };
}

/** How many dashboards a person has published, withdrawn ones included. */
export async function countPublicationsOf(executor: Executor, user: string): Promise<number> {
  const [row] = await executor.select({ n: sql<number>`count(*)::int` }).from(publications).where(eq(publications.by, user));
  return row?.n ?? 0;
}
