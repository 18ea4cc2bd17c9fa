// Runs the steps of one plan, one after the other: finds each step's key, asks whether a result is there already,
// executes, digests, reports. What was made is held and handed over behind the reports, but never later than the next
// heavy step. Called by the kernel's workers, by headless runs, and by tests that run plans in place.

import { artifactFromJson } from "../artifacts/artifact-json.ts";
import type { Artifact } from "../artifacts/artifact.ts";
import { isInlineArtifact } from "../artifacts/artifact-json.ts";
import type { ByteSource } from "../base/byte-source.ts";
import { errorDetail } from "../base/error-detail.ts";
import { type Failure, FailureError } from "../base/failure.ts";
import type { Digest, ResultKey } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import { wellFormed, wellFormedJson } from "../base/well-formed.ts";
import type { Engines } from "../contract/engines.ts";
import type { Execute, ExecuteContext, Outputs } from "../contract/execute.ts";
import type { Kind } from "../contract/kind.ts";
import { isCellRef } from "../base/refs.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Plan, PlanStep, StepOutcome } from "./plan.ts";
import { type InputSlot, inputSlots, resultKey } from "../contract/result-key.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import { words as notebookWords } from "../notebook/words.ts";
import { words as generalWords } from "../messages/general/words.ts";

/** What was reported and may be wanted: of a worker that hands it over later, or of nobody. */
export interface HeldByPlan {
  /** Memory that is held, about. */
  readonly bytes: number;
  add(digest: Digest, artifact: Artifact): void;
  handOverAll(): Promise<void>;
}

/** For whoever keeps what is made by itself. */
export const nothingHeld: HeldByPlan = { bytes: 0, add: () => {}, handOverAll: () => Promise.resolve() };

/** What there is to run steps with: the lists of cells/, or a test's own. */
export interface PlanLanguage {
  kindOf(name: string): Kind | null;
  executorOf(name: string): Promise<Execute | null>;
  /** Digest and summary, with the artifact itself where it is small enough to travel. */
  describe(artifact: Artifact): OutputRef;
  readonly engines: Engines;
}

/** What a plan's run asks of the outside. */
export interface PlanPorts {
  readonly signal: AbortSignal;
  readonly memoryBytes: number;
  /** Decoded and kept, or fetched from the parent. Null: nobody has it. */
  artifact(digest: Digest): Promise<Artifact | null>;
  keep(digest: Digest, artifact: Artifact): void;
  /** Reported and to be handed over. */
  readonly held: HeldByPlan;
  file(digest: string): ByteSource | null;
  lookup(step: number, key: ResultKey): Promise<StepOutcome | null>;
  started(step: number, key: ResultKey): void;
  progress(step: number, fraction: number | null, note: Sentence | null): void;
  log(step: number, text: string): void;
  ended(step: number, outcome: StepOutcome): void;
}

/** Memory of held artifacts beyond which they are handed over before the next step. */
export const heldLimit = 64 << 20;

/** Keeps the artifacts of a hit that travel inside it; false when one does not. */
function keepInline(hit: StepOutcome, ports: PlanPorts): boolean {
  if (!hit.ok) return true;
  const outputs = Object.values(hit.outputs);
  if (!outputs.every((output) => output.inline !== undefined)) return false;
  for (const { digest, inline } of outputs) if (inline !== undefined) ports.keep(digest, artifactFromJson(inline));
  return true;
}

export async function runPlan(plan: Plan, language: PlanLanguage, ports: PlanPorts): Promise<void> {
  const outcomes: (StepOutcome | null)[] = [];
  for (const [index, step] of plan.steps.entries()) {
    outcomes.push(null);
    if (ports.signal.aborted) break;
    const kind = language.kindOf(step.kind);
    const inputs = digestsOf(step, outcomes);
    // Behind a step that failed, or that this release cannot run: the runtime says `blocked`.
    if (!kind || !inputs) continue;
    const key = step.key ?? resultKey(kind, step.spec, inputs);
    if (step.key === null && !plan.fresh) {
      const hit = await ports.lookup(index, key);
      // What an inline kind answered elsewhere is in no store: it is here, or it is answered again.
      if (hit && (kind.place !== "inline" || keepInline(hit, ports))) {
        outcomes[index] = hit;
        ports.ended(index, hit);
        continue;
      }
      if (ports.signal.aborted) break;
    }
    if ((kind.mode === "manual" && kind.place !== "inline") || ports.held.bytes > heldLimit) await ports.held.handOverAll();
    ports.started(index, key);
    const began = performance.now();
    const { made, problem } = await executeStep(index, step, kind, inputs, language, ports);
    const ms = Math.round((performance.now() - began) * 100) / 100;
    if (ports.signal.aborted) break;
    let outcome: StepOutcome;
    if (made) {
      for (const { artifact, ref } of made) {
        ports.keep(ref.digest, artifact);
        ports.held.add(ref.digest, artifact);
      }
      outcome = { ok: true, key, ms, outputs: Object.fromEntries(made.map(({ port, ref }) => [port, ref])) };
    } else {
      outcome = { ok: false, key, ms, failure: wellFormedJson(problem) };
    }
    outcomes[index] = outcome;
    ports.ended(index, outcome);
  }
}

/** The digest behind each slot of a step, or null when an earlier step of the plan gave none. */
export function digestsOf(step: PlanStep, outcomes: readonly (StepOutcome | null)[]): { [slot: string]: Digest } | null {
  const digests: { [slot: string]: Digest } = {};
  for (const [slot, input] of Object.entries(step.inputs)) {
    if ("digest" in input) {
      digests[slot] = input.digest;
      continue;
    }
    const outcome = outcomes[input.step];
    const output = outcome?.ok ? outcome.outputs[input.port] : undefined;
    if (!output) return null;
    digests[slot] = output.digest;
  }
  return digests;
}

interface Described {
  readonly port: string;
  readonly artifact: Artifact;
  readonly ref: OutputRef;
}
type Executed =
  | { readonly made: readonly Described[]; readonly problem: null }
  | { readonly made: null; readonly problem: Failure };

const describeAll = (outputs: Outputs, language: PlanLanguage): readonly Described[] =>
  Object.entries(outputs).map(([port, made]) => {
    // What travels whole is kept by databases, too, and so as all of it can be.
    const artifact = isInlineArtifact(made) ? wellFormedJson(made) : made;
    return { port, artifact, ref: language.describe(artifact) };
  });

async function executeStep(
  index: number,
  step: PlanStep,
  kind: Kind,
  inputs: { readonly [slot: string]: Digest },
  language: PlanLanguage,
  ports: PlanPorts,
): Promise<Executed> {
  const execute = await language.executorOf(step.kind);
  if (!execute) return { made: null, problem: notebookWords.failure("kind-unknown", { kind: step.kind }) };
  const parsed = kind.schema.safeParse(step.spec);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const problem = generalWords.failure("spec-invalid", {
      detail: issue?.message ?? "",
      field: issue?.path.map(String).join(".") ?? "",
    });
    return { made: null, problem };
  }
  const slots = inputSlots(kind, step.spec);
  const bySlot = new Map<string, Artifact>();
  for (const [slot, digest] of Object.entries(inputs)) {
    const artifact = await ports.artifact(digest);
    if (!artifact) throw new Error(`the artifact ${digest.slice(0, 12)} is not in the store`);
    bySlot.set(slot, artifact);
  }
  try {
    const result = await execute(parsed.data, contextOf(index, slots, bySlot, language.engines, ports));
    // What cannot be described, such as a report with a number that is none, is a mistake of this step and ends no other.
    return result.ok ? { made: describeAll(result.value, language), problem: null } : { made: null, problem: result.error };
  } catch (error) {
    if (error instanceof FailureError) return { made: null, problem: error.failure };
    if (isOutOfMemory(error)) {
      const limit = `${Math.round(ports.memoryBytes / 2 ** 20)} MB`;
      return { made: null, problem: generalWords.failure("out-of-memory", { limit }) };
    }
    // The stack is for the log; the sentence says what happened.
    ports.log(index, wellFormed(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`));
    return { made: null, problem: generalWords.failure("internal", { detail: errorDetail(error) }) };
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError && /allocation failed|out of memory|could not allocate/i.test(error.message);

function contextOf(
  index: number,
  slots: readonly InputSlot[],
  bySlot: ReadonlyMap<string, Artifact>,
  engines: Engines,
  ports: PlanPorts,
): ExecuteContext {
  const artifactAt = (slot: InputSlot | undefined): Artifact | null => (slot ? (bySlot.get(slot.name) ?? null) : null);
  const input: ExecuteContext["input"] = (ref) => {
    const found = artifactAt(slots.find((slot) => slot.ref?.ref === ref.ref && slot.ref.port === ref.port));
    if (!found) throw new FailureError(generalWords.failure("internal", { detail: `no input for ${ref.ref}` }));
    return found;
  };
  return {
    signal: ports.signal,
    progress: (fraction, note) => ports.progress(index, fraction, note ? wellFormedJson(note) : null),
    log: (line) => ports.log(index, wellFormed(line.endsWith("\n") ? line : `${line}\n`)),
    input,
    named: (name, port) => artifactAt(slots.find((slot) => slot.text?.name === name.toLowerCase() && slot.text.port === port)),
    valueOf: (field) => {
      if (!isCellRef(field)) return field as Json;
      const artifact = input(field);
      return artifact.type === "value" ? artifact.value : null;
    },
    file: (ref) => {
      const file = ports.file(ref.digest);
      if (!file) throw new FailureError(generalWords.failure("file-missing", { name: ref.name }));
      return file;
    },
    fileOf: ({ file }) => {
      const found = ports.file(file.digest);
      if (!found) throw new FailureError(generalWords.failure("file-missing", { name: file.name }));
      return found;
    },
    engines,
  };
}
