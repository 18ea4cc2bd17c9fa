// Which columns a step can name: those of the input, changed by the steps before it. A guess for the form's lists, made
// without running anything; execute says what is really there.

import type { Step } from "./steps.ts";

export interface Known {
  readonly what: "table" | "assay";
  readonly columns: readonly string[];
}

export function knownBefore(input: Known, steps: readonly Step[], index: number): Known {
  let known = input;
  for (const step of steps.slice(0, index)) if (!step.off) known = after(known, step);
  return known;
}

function after(known: Known, step: Step): Known {
  const { columns } = known;
  const table = (names: readonly string[]): Known => ({ what: "table", columns: [...new Set(names)] });
  switch (step.verb) {
    case "select":
      return table(
        step.action === "keep"
          ? columns.filter((name) => step.columns.includes(name))
          : columns.filter((name) => !step.columns.includes(name)),
      );
    case "rename":
      return table(columns.map((name) => step.columns.find((pair) => pair.from === name)?.to ?? name));
    case "derive":
      return step.name === "" ? known : table([...columns, step.name]);
    case "summarise":
      return table([...step.by, ...step.values.map((value) => value.name)]);
    case "fold":
      return table([...columns.filter((name) => !step.columns.includes(name)), step.name, step.value]);
    case "pivot":
      return table(columns.filter((name) => name !== step.names && name !== step.values));
    case "to-table":
      return { what: "table", columns };
    default:
      return known;
  }
}
