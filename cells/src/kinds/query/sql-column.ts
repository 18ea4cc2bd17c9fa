// A name as SQL holds it: bare where it can, else in double quotes.

/** Reserved words of DuckDB, and those that are no column's name unless they are quoted (`duckdb_keywords()`: reserved, type_function). */
const reserved = new Set(
  (
    "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable " +
    "desc describe distinct do else end except false fetch for foreign from group having in initially intersect into lambda lateral " +
    "leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary qualify references returning " +
    "select show some summarize symmetric table then to trailing true union unique unpivot using variadic when where window with " +
    "anti asof at authorization binary by collation columns concurrently cross freeze full generated glob ilike inner is isnull join " +
    "left like map natural notnull outer overlaps positional right semi similar struct tablesample try_cast unpack verbose"
  ).split(" "),
);

export const isReserved = (word: string): boolean => reserved.has(word.toLowerCase());

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const sqlColumn = (name: string): string =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !isReserved(name) ? name : quotedName(name);
