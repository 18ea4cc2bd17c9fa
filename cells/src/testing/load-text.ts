// Loads a text as the load kind does, and gives what came of it with its log. For tests only.

import type { Artifact, Table } from "../artifacts/artifact.ts";
import { bytesAsSource } from "./bytes-as-source.ts";
import type { Failure } from "../base/failure.ts";
import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import { bodyOf } from "../contract/report.ts";
import type { SqlEngine } from "../contract/engines.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import type { ColumnRead } from "../kinds/load/columns-said.ts";
import { execute } from "../kinds/load/execute.ts";
import { type Finding, openFindings, type SamplesRead } from "../kinds/load/guesses.ts";
import { load } from "../kinds/load/spec.ts";
import { readingReport } from "../reports/reading/report.ts";

export interface Loaded {
  readonly out: Artifact | null;
  /** What the cell says above it. */
  readonly findings: readonly Finding[];
  /** Which samples of the file are said to be in a matrix. */
  readonly samples: SamplesRead | null;
  /** What is said of its columns. */
  readonly columns: readonly ColumnRead[];
  readonly failure: Failure | null;
  /** The lines of the log, one below the other. */
  readonly logged: string;
}

export async function loadText(
  name: string,
  content: string | Uint8Array,
  spec: JsonObject = {},
  sheet: Table | null = null,
  sql: SqlEngine | null = null,
): Promise<Loaded> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const logged: string[] = [];
  const samples = sheet ? { samples: { ref: "cell_sheet" as CellId } } : {};
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => void logged.push(line),
    input: () => sheet as Table,
    named: () => null,
    valueOf: (field: unknown) => field,
    file: () => bytesAsSource(bytes),
    engines: { sql, onnx: null },
  } as unknown as ExecuteContext;
  const file = { digest: "0".repeat(64), name, size: bytes.length };
  const result = await execute(load.schema.parse({ ...spec, ...samples, file }), context);
  return result.ok
    ? {
        out: result.value["out"] ?? null,
        findings: findingsOf(result.value["reading"], spec),
        samples: samplesIn(result.value["reading"]),
        columns: columnsIn(result.value["reading"]),
        failure: null,
        logged: logged.join("\n"),
      }
    : { out: null, findings: [], samples: null, columns: [], failure: result.error, logged: logged.join("\n") };
}

const samplesIn = (reading: Artifact | undefined): SamplesRead | null =>
  reading?.type === "report" ? (bodyOf(readingReport, { ...reading })?.samples ?? null) : null;

const columnsIn = (reading: Artifact | undefined): readonly ColumnRead[] =>
  reading?.type === "report" ? (bodyOf(readingReport, { ...reading })?.columns ?? []) : [];

const findingsOf = (reading: Artifact | undefined, spec: JsonObject): readonly Finding[] =>
  reading?.type === "report" ? openFindings({ ...reading }, load.schema.parse(spec)) : [];
