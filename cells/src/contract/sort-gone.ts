// What a reader of artifacts throws where a table is asked for in the order of a column that it has not, or has no more.

export class SortGone extends Error {}
