// The text of bench/RESULTS.md: the table of a run, before what else was measured by hand and stands there.

const columns = ["What", "Unit", "Median", "p95", "Peer", "Peer's median", "Ratio", "Bound"];
const head = `| ${columns.join(" | ")} |\n|${columns.map(() => "---").join("|")}|\n`;

export function show(value) {
  if (value === undefined) return "";
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(1) : value.toPrecision(2);
}

const lineOf = (row) => {
  const ratio = row.ratio === undefined ? "" : row.ratio.toFixed(2);
  const cells = [
    row.name,
    row.unit,
    show(row.median),
    show(row.p95),
    row.peer ?? "",
    show(row.peerMedian),
    ratio,
    row.bound ?? "",
  ];
  return `| ${cells.join(" | ")} |`;
};
const table = (rows) => `${head}${rows.map(lineOf).join("\n")}\n`;

const machineOf = ({ cores, processor, memory, node, system }) =>
  `on ${cores} cores (${processor}), ${memory} GiB, Node ${node}, ${system}`;

/** Sections that `before` has behind its table: each begins with a heading. */
function sectionsOf(before) {
  const at = before.indexOf("\n## ");
  return at < 0 ? [] : before.slice(at + 1).split(/^(?=## )/m);
}

/** After a run of all. */
export function wholeResults(rows, machine, before) {
  const text = `# How fast

Made by \`npm run bench\` ${machineOf(machine)}. Peers ran in the same run,
beside it. Times depend on the machine; ratios and orders are what to compare. Programs that ran or waited when it began (load): ${machine.load.toFixed(1)};
above the number of cores other work was going on, and times are longer than on an idle machine.

${table(rows)}`;
  return [text, ...sectionsOf(before)].map((part) => part.trimEnd()).join("\n\n") + "\n";
}

/** After a run of some: a section under a title of its own, in the place of one that has it. */
export function withSection(title, rows, machine, before) {
  const section = `## ${title}

${machine.day}, by \`npm run bench\` ${machineOf(machine)}, load ${machine.load.toFixed(1)} when it began.

${table(rows)}`;
  const at = before.indexOf("\n## ");
  const sections = sectionsOf(before);
  const same = sections.findIndex((one) => one.startsWith(`## ${title}\n`));
  if (same < 0) sections.unshift(section);
  else sections[same] = section;
  return [at < 0 ? before : before.slice(0, at), ...sections].map((part) => part.trimEnd()).join("\n\n") + "\n";
}
