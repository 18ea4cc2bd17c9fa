// Runs plans inside the test, without a kernel, and records them as the server would: for tests of what is made of results.
// The plan is run by what kernels run it by (runtime/run-plan.ts); here is only where things come from and go.

import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { decodeArtifact, encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import { outputRefOf } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { newId, systemRandom, type CellId, type Digest, type RunId } from "@genomecraft/cells/base/ids.ts";
import { invariant } from "@genomecraft/cells/base/invariant.ts";
import { inputSlots } from "@genomecraft/cells/contract/result-key.ts";
import { executorOf } from "@genomecraft/cells/executors.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import { madeFrom } from "@genomecraft/cells/runtime/made-from.ts";
import type { Plan, PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { digestsOf, nothingHeld, type PlanLanguage, runPlan } from "@genomecraft/cells/runtime/run-plan.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import { addArtifact } from "@genomecraft/storage/queries/artifacts.ts";
import { addResults, newestGeneration } from "@genomecraft/storage/queries/results.ts";
import { artifacts } from "@genomecraft/storage/schema/index.ts";
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
      let at = 0;
      const outcomes: (StepOutcome | null)[] = [];
      /** Steps whose results are in the store already; what an inline kind answered elsewhere is in none. */
      const stored = new Set<number>();
      // Reports go out behind the work, in its order.
      let told = Promise.resolve();
      await runPlan(
        plan,
        languageFor(() => plan.steps[at] as PlanStep, options),
        {
          signal,
          memoryBytes: Number.POSITIVE_INFINITY,
          artifact: load,
          keep: (digest, artifact) => known.set(digest, artifact),
          held: nothingHeld,
          file: (digest) => options.files.get(digest) ?? null,
          lookup: async (index, key) => {
            await told;
            const hit = await hooks.lookup(index, key);
            if (hit && kindOf(plan.steps[index]?.kind ?? "")?.place !== "inline") stored.add(index);
            return hit;
          },
          started: (index, key) => {
            at = index;
            told = told.then(() => hooks.started(index, key));
          },
          progress: () => {},
          log: () => {},
          ended: (index, outcome) => {
            while (outcomes.length < index) outcomes.push(null);
            outcomes.push(outcome);
            const isNew = !stored.has(index);
            told = told.then(async () => {
              if (isNew) await record(context, options, { plan, index, outcomes, outcome }, known);
              await hooks.ended(index, outcome);
            });
          },
        },
      );
      await told;
    },
  };
}

/** The lists of cells/, whose outputs may be tampered with. */
function languageFor(atWork: () => PlanStep, { tamper }: InPlaceOptions): PlanLanguage {
  return {
    kindOf,
    executorOf: async (name) => {
      const execute = await executorOf(name);
      if (!execute || !tamper) return execute;
      return async (spec, context) => {
        const made = await execute(spec, context);
        if (!made.ok) return made;
        const outputs = Object.entries(made.value).map(([port, artifact]) => [port, tamper(atWork(), artifact)] as const);
        return { ok: true, value: Object.fromEntries(outputs) };
      };
    },
    describe: (artifact) => outputRefOf(artifact, digestOfArtifact(artifact)),
    engines: { sql: null, onnx: null },
  };
}

interface Ended {
  readonly plan: Plan;
  readonly index: number;
  /** Of the steps so far, this one included. */
  readonly outcomes: readonly (StepOutcome | null)[];
  readonly outcome: StepOutcome;
}

async function record(
  context: ServerCore,
  { notebook, lab, by }: InPlaceOptions,
  { plan, index, outcomes, outcome }: Ended,
  known: ReadonlyMap<string, Artifact>,
): Promise<void> {
  const step = plan.steps[index] as PlanStep;
  const kind = kindOf(step.kind);
  const digests = digestsOf(step, outcomes);
  invariant(kind && digests, "what ended was begun");
  const files = filesInSpec(step.spec);
  const sources = step.sources ?? files.map((file) => file.digest);
  const outputs = outcome.ok ? Object.entries(outcome.outputs) : [];
  for (const [, ref] of outputs) {
    if (ref.inline !== undefined) continue;
    const artifact = known.get(ref.digest);
    invariant(artifact, "what was made is kept");
    const blob = await context.blobs.put(context.db, { lab }, encodeArtifact(artifact));
    const row = { lab, digest: ref.digest, blob: blob.id, size: blob.size, at: context.now(), usedAt: context.now() };
    await addArtifact(context.db, row, sources);
  }
  const cellOf = new Map(inputSlots(kind, step.spec).map((slot) => [slot.name, slot.ref?.ref ?? ("" as CellId)]));
  const inputs = Object.entries(digests).map(([slot, digest]) => [slot, { cell: cellOf.get(slot) ?? ("" as CellId), digest }]);
  const { key, ms } = outcome;
  await addResults(context.db, [
    {
      row: {
        lab,
        key,
        generation: plan.fresh && step.key !== null ? (await newestGeneration(context.db, lab, { key, sources })) + 1 : 0,
        kind: step.kind,
        outputs: outcome.ok ? outcome.outputs : null,
        failure: outcome.ok ? null : outcome.failure,
        ms,
        made: madeFrom(kind, step.spec, Object.fromEntries(inputs)),
        spec: step.spec,
        sources,
        run: newId("run", systemRandom) as RunId,
        notebook,
        cell: step.cell,
        cellName: "",
        by,
        at: context.now(),
        where: "this test",
      },
      outputs: outputs.map(([port, output]) => ({
        port,
        digest: output.digest,
        type: output.summary.type,
        inline: output.inline !== undefined,
      })),
      inputs: [
        ...Object.entries(digests).map(([slot, digest]) => ({ slot, digest: digest as string, file: null })),
        ...files.map((file, number) => ({ slot: `file${number}`, digest: file.digest, file: file.name })),
      ],
    },
  ]);
}
