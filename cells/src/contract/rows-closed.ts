// What a reader of artifacts throws where somebody may see results of a table and not its rows; the message says so in her
// language. Asking again changes nothing until she is given more.

export class RowsClosed extends Error {}
