// The smallest notebook with such a cell.

import { exampleNotebook, followedCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  followedCell,
  "```query estimates\nselect sex, 'weight' as measure, avg(weight) as estimate, stddev(weight) / sqrt(count(*)) as se from followed group by sex\n```\n",
  "```meta-analysis together\nstudies:\n  - from: =estimates\n    name: labs\nstudy: sex\nby: measure\nmethod: fixed\n```\n",
);
