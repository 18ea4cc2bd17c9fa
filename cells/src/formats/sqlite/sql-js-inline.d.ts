// The build of sql.js that holds its WebAssembly has no types of its own.

declare module "sql.js/dist/sql-wasm-inline.js" {
  const start: import("sql.js").InitSqlJsStatic;
  export default start;
}
