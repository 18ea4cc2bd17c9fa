// What a sentence for people may say of an error that nobody foresaw.

/** Its words; of a database's its code alone, for its words hold what was asked and with which values. */
export function errorDetail(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    const { code } = at as { readonly code?: unknown };
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return `database ${code}`;
    if ("query" in at && !(at.cause instanceof Error)) return "database";
  }
  return error instanceof Error ? error.message : String(error);
}
