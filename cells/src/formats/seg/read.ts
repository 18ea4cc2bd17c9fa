// A SEG file as a table of segments, its columns under their own names.

import type { Read } from "../../contract/format.ts";
import type { LaidColumn } from "../parts/intervals/laid-out.ts";
import { namesInHead, readNamed } from "../parts/intervals/named-columns.ts";
import { headOf } from "../parts/intervals/read-places.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import { roleOf } from "./columns.ts";

export const read: Read = async (task) => {
  const names = namesInHead(await headOf(task)) ?? [];
  const start = names.find((name) => roleOf(name) === "start") ?? "start";
  const holds: { readonly [role in NonNullable<ReturnType<typeof roleOf>>]: Omit<LaidColumn, "name"> } = {
    sample: { type: "text", more: { semantic: "sample" } },
    chromosome: { type: "text", isNeeded: true, more: { semantic: "chromosome" } },
    start: { type: "whole", isNeeded: true, least: 0, more: { semantic: "start", origin: 1 } },
    end: { type: "whole", isNeeded: true, endsOf: start, more: { semantic: "end" } },
    probes: { type: "number", dots: true, more: { semantic: "count" } },
    value: { type: "number", dots: true, more: { semantic: "number" } },
    segment: { type: "number", dots: true, more: { semantic: "number", unit: "log2 ratio" } },
  };
  const known = Object.fromEntries(
    names.flatMap((name) => {
      const role = roleOf(name);
      return role === null ? [] : [[name.toLowerCase(), holds[role]] as const];
    }),
  );
  return readNamed(task, { format: "SEG", known, buildSaid: buildInRemarks });
};
