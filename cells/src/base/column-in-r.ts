// How the printed calls of R name things: a column may be called anything ("Gene name"), so that it stands in quotes.

/** R reads the escapes of JSON in strings. */
export const textInR = (text: string): string => JSON.stringify(text);

export const columnInR = (name: string, table: "genes" | "sets" = "genes"): string => `${table}[[${textInR(name)}]]`;
