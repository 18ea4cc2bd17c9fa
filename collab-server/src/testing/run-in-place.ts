// Runs plans inside the test, without a kernel, and records them as the server would: for tests of what is made of results.

import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { decodeArtifact, encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { FailureError, type Failure } from "@genomecraft/cells/base/failure.ts";
import { newId, systemRandom, type CellId, type Digest, type RunId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { invariant } from "@genomecraft/cells/base/invariant.ts";
import { executorOf } from "@genomecraft/cells/executors.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { isCellRef, type CellRef } from "@genomecraft/cells/base/refs.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import { madeFrom } from "@genomecraft/cells/runtime/made-from.ts";
import type { PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { inputSlots, resultKey } from "@genomecraft/cells/contract/result-key.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { outputRefOf } from "@genomecraft/cells/artifacts/output-ref.ts";
import { addResults, newestGeneration } from "@genomecraft/storage/queries/results.ts";
import { artifacts } from "@genomecraft/storage/schema/index.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import type { NotebookComputing } from "../notebook-computing.ts";
import type { ServerCore } from "../server-context.ts";
import { and, eq } from "drizzle-orm";

export interface InPlaceOptions {
  readonly notebook: string;
  readonly lab: string;
  readonly by: string;
  readonly files: ReadonlyMap<string, ByteSource>;
  /** Changes what a step gives, for tests of what is not reproduced. */
  readonly tamper?: (step: PlanStep, artifact: Artifact) => Artifact;
}

/** As `computing` of a test server: what `how` says is asked at each plan, so that a test can change it. */
export const computingInPlace =
  (how: Pick<InPlaceOptions, "files" | "tamper"> & { readonly hasKernel?: boolean }) =>
  (core: ServerCore): NotebookComputing => ({
    executor: (of) => runInPlace(core, { ...of, ...how }),
    hasKernel: async () => how.hasKernel ?? true,
  });

export function runInPlace(context: ServerCore, options: InPlaceOptions): Executor {
  const { lab } = options;
  const known = new Map<string, Artifact>();
  const load = async (digest: Digest): Promise<Artifact> => {
    const found = known.get(digest);
    if (found) return found;
    const [row] = await context.db
      .select()
      .from(artifacts)
      .where(and(eq(artifacts.lab, lab), eq(artifacts.digest, digest)));
    invariant(row, `the artifact ${digest} is there`);
    const source = await context.blobs.open(context.db, row.blob);
    const decoded = decodeArtifact(await source.read(0, source.size));
    invariant(decoded.ok, "what was stored can be read");
    known.set(digest, decoded.value);
    return decoded.value;
  };

  return {
    run: async (plan, hooks, signal) => {
      const outcomes: (StepOutcome | null)[] = [];
      for (const [index, step] of plan.steps.entries()) {
        outcomes.push(null);
        const kind = kindOf(step.kind);
        invariant(kind, `the kind ${step.kind} is known`);
        const digests: { [slot: string]: Digest } = {};
        for (const [slot, input] of Object.entries(step.inputs)) {
          const before = "step" in input ? outcomes[input.step] : null;
          const digest = "digest" in input ? input.digest : before?.ok ? before.outputs[input.port]?.digest : undefined;
          if (digest) digests[slot] = digest;
        }
        const key = step.key ?? resultKey(kind, step.spec, digests);
        // As in kernels: what an inline kind answered elsewhere is in no store, so it is answered again.
        const hit = step.key === null && kind.place !== "inline" ? await hooks.lookup(index, key) : null;
        if (hit?.ok && Object.values(hit.outputs).every((output) => output.inline !== undefined || known.has(output.digest))) {
          for (const output of Object.values(hit.outputs))
            if (output.inline !== undefined) known.set(output.digest, artifactFromJson(output.inline));
          outcomes[index] = hit;
          await hooks.ended(index, hit);
          continue;
        }
        hooks.started(index, key);
        const slots = inputSlots(kind, step.spec);
        const inputs = new Map<string, Artifact>();
        for (const [slot, digest] of Object.entries(digests)) inputs.set(slot, await load(digest));
        const at = (name: string | undefined): Artifact | null => (name === undefined ? null : (inputs.get(name) ?? null));
        const input = (ref: CellRef): Artifact => {
          const found = at(slots.find((slot) => slot.ref?.ref === ref.ref && slot.ref.port === ref.port)?.name);
          invariant(found, "a step's inputs are there");
          return found;
        };
        const executing: ExecuteContext = {
          signal,
          progress: () => {},
          log: () => {},
          input,
          named: (name, port) =>
            at(slots.find((slot) => slot.text?.name === name.toLowerCase() && slot.text.port === port)?.name),
          valueOf: (field) => {
            if (!isCellRef(field)) return field as Json;
            const found = input(field);
            return found.type === "value" ? found.value : null;
          },
          file: (ref) => {
            const found = options.files.get(ref.digest);
            invariant(found, `the file ${ref.name} is there`);
            return found;
          },
          engines: { sql: null, onnx: null },
        };
        const execute = await executorOf(step.kind);
        invariant(execute, `the kind ${step.kind} runs`);
        let failed: Failure | null = null;
        const made = await execute(step.spec, executing).catch((error: unknown) => {
          if (error instanceof FailureError) return { ok: false as const, error: error.failure };
          throw error;
        });
        if (!made.ok) failed = made.error;
        const outputs: { [port: string]: OutputRef } = {};
        for (const [port, plain] of made.ok ? Object.entries(made.value) : []) {
          const artifact = options.tamper?.(step, plain) ?? plain;
          const ref = outputRefOf(artifact, digestOfArtifact(artifact));
          known.set(ref.digest, artifact);
          outputs[port] = ref;
          if (ref.inline === undefined) {
            const blob = await context.blobs.put(context.db, { lab }, encodeArtifact(artifact));
            await context.db
              .insert(artifacts)
              .values({ lab, digest: ref.digest, blob: blob.id, size: blob.size, at: context.now(), usedAt: context.now() })
              .onConflictDoNothing();
          }
        }
        const outcome: StepOutcome = failed ? { ok: false, key, failure: failed, ms: 1 } : { ok: true, key, outputs, ms: 1 };
        const files = filesInSpec(step.spec);
        const sources = step.sources ?? files.map((file) => file.digest);
        const cellOf = new Map(slots.map((slot) => [slot.name, slot.ref?.ref ?? ("" as CellId)]));
        await addResults(context.db, [
          {
            row: {
              lab,
              key,
              generation: plan.fresh && step.key !== null ? (await newestGeneration(context.db, lab, { key, sources })) + 1 : 0,
              kind: step.kind,
              outputs: failed ? null : outputs,
              failure: failed,
              ms: 1,
              made: madeFrom(
                kind,
                step.spec,
                Object.fromEntries(
                  Object.entries(digests).map(([slot, digest]) => [slot, { cell: cellOf.get(slot) ?? ("" as CellId), digest }]),
                ),
              ),
              spec: step.spec,
              sources,
              run: newId("run", systemRandom) as RunId,
              notebook: options.notebook,
              cell: step.cell,
              cellName: "",
              by: options.by,
              at: context.now(),
              where: "this test",
            },
            outputs: Object.entries(outputs).map(([port, output]) => ({
              port,
              digest: output.digest,
              type: output.summary.type,
              inline: output.inline !== undefined,
            })),
            inputs: [
              ...Object.entries(digests).map(([slot, digest]) => ({ slot, digest: digest as string, file: null })),
              ...files.map((file, at) => ({ slot: `file${at}`, digest: file.digest, file: file.name })),
            ],
          },
        ]);
        outcomes[index] = outcome;
        await hooks.ended(index, outcome);
      }
    },
  };
}
