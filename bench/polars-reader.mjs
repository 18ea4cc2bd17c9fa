// Run in a fresh process by parse.bench.ts: reads a file with polars and says seconds, peak memory in MB and the same sum as ours.

const [program, file, sep] = process.argv.slice(2);
const { default: pl } = await import(program);
// A first call starts its threads.
pl.readCSV("a,b\n1,2\n");
const started = performance.now();
const table = pl.readCSV(file, { sep, nullValues: ["NA", ""], inferSchemaLength: 10_000 });
const seconds = (performance.now() - started) / 1000;
const columns = table.columns.includes("score") ? ["score"] : table.columns.slice(1);
const check = columns.reduce((sum, name) => sum + table.getColumn(name).sum(), 0);
console.log(seconds, process.resourceUsage().maxRSS / 1024, check);
