// Which columns of a table are the time and the event, where nobody said: by what they mean, else by what they are called.

interface ColumnSeen {
  readonly name: string;
  readonly type: string;
  readonly semantic?: string;
}

const timeNamed = /(^|[^a-z])(os|pfs|dfs|rfs|efs|ttp|surv\w*|follow\w*|fu|time|days|months|years|futime)([^a-z]|$)/iu;
const eventNamed = /(status|event|death|died|dead|deceased|vital|censor|fustat|relaps|progress)/iu;

/** Null: none, or nobody can say which. */
export function guessTime(columns: readonly ColumnSeen[]): string | null {
  const numbers = columns.filter(({ type }) => type === "float64" || type === "int32");
  return (
    only(numbers.filter(({ semantic }) => semantic === "survival-time")) ??
    only(numbers.filter(({ name }) => timeNamed.test(name.replaceAll("_", " ")) && !eventNamed.test(name)))
  );
}

export const guessEvent = (columns: readonly ColumnSeen[]): string | null =>
  only(columns.filter(({ semantic }) => semantic === "event")) ?? only(columns.filter(({ name }) => eventNamed.test(name)));

const only = (found: readonly ColumnSeen[]): string | null => (found.length === 1 ? (found[0]?.name ?? null) : null);
