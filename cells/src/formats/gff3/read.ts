// A GFF3 file as a table of features, their attributes in columns.

import type { Read } from "../../contract/format.ts";
import { readAnnotations } from "../parts/intervals/read-annotations.ts";

export const read: Read = (task) =>
  readAnnotations(task, { format: "GFF3", style: "gff3", names: ["source", "type", "phase"], strands: "+-?" });
