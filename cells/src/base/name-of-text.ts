/** A label as the name of a cell: letters, digits and underscores; empty where nothing of it can stand in a name. */
export const nameOfText = (text: string): string => text.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^_+|_+$/g, "");
