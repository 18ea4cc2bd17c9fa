// Trees as a table of their nodes: a row for each leaf and each fork, with its parent, the length of its branch and the distance from
// the root.

import type { Table } from "../../../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import type { TreeNode } from "./newick.ts";

export interface Tree {
  readonly name: string;
  readonly line: number;
  readonly nodes: readonly TreeNode[];
}

export function tableOfTrees(trees: readonly Tree[], nameOf: (label: string) => string = (label) => label): Table {
  const rows = trees.flatMap(({ name, nodes }) => {
    const depths: (number | null)[] = [];
    return nodes.map((node, at) => {
      const above = node.parent === null ? 0 : depths[node.parent];
      // Without all of its lengths a distance is none.
      const depth =
        node.parent === null ? 0 : above === null || above === undefined || node.length === null ? null : above + node.length;
      depths.push(depth);
      return { tree: name, node, at, depth };
    });
  });
  // A fork's label is a name, or, where it is a number, how well it is supported.
  const support = (label: string): number | null => (label !== "" && Number.isFinite(Number(label)) ? Number(label) : null);
  const isFork = ({ node }: (typeof rows)[number]): boolean => node.children > 0;
  return tableOf(
    textColumn(
      "tree",
      rows.map(({ tree }) => tree),
      { semantic: "category" },
    ),
    integerColumn(
      "node",
      rows.map(({ at }) => at + 1),
      { semantic: "number" },
    ),
    integerColumn(
      "parent",
      rows.map(({ node }) => (node.parent === null ? null : node.parent + 1)),
      { semantic: "number" },
    ),
    textColumn(
      "name",
      rows.map((row) => {
        const { label } = row.node;
        return label === "" || (isFork(row) && support(label) !== null) ? null : nameOf(label);
      }),
    ),
    numberColumn(
      "length",
      rows.map(({ node }) => node.length),
      { semantic: "number" },
    ),
    numberColumn(
      "support",
      rows.map((row) => (isFork(row) ? support(row.node.label) : null)),
      { semantic: "number" },
    ),
    booleanColumn(
      "leaf",
      rows.map((row) => !isFork(row)),
      { semantic: "category" },
    ),
    numberColumn(
      "distance",
      rows.map(({ depth }) => depth),
      { semantic: "number" },
    ),
  );
}

export const linesOfTrees = (trees: readonly Tree[]): readonly number[] =>
  trees.flatMap(({ line, nodes }) => nodes.map(() => line));
