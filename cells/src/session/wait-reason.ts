// Why a plan waits for a worker: one closed union from whoever keeps a queue (the scheduler, a pool of workers) to the
// screen, the API and the command line. Its words: words.ts beside it.

import type { Failure } from "../base/failure.ts";
import { assertNever } from "../base/invariant.ts";
import { isJsonObject, type JsonObject } from "../base/json.ts";
import type { Shortage } from "../base/needs.ts";
import type { Sentence } from "../messages/sentence.ts";
import { words } from "./words.ts";

/** What no worker that is there has of what a run cannot do without; labs by their names, too. */
export type Lack =
  | Exclude<Shortage, { readonly what: "lab" }>
  | { readonly what: "lab"; readonly lab: string; readonly name: string };

export type WaitReason =
  /** It was asked for, and its turn comes. */
  | { readonly what: "turn" }
  /** Whoever could take it is at work. */
  | { readonly what: "busy" }
  /** The kernel that had it was lost. */
  | { readonly what: "again" }
  /** Somebody else had waited long, and got its place. */
  | { readonly what: "yields" }
  /** None is connected. */
  | { readonly what: "no-kernel" }
  /** Kernels of the lab are there, and may not read the data. */
  | { readonly what: "data" }
  | Lack
  /** No kernel has all of it, though one may have some. */
  | { readonly what: "together"; readonly lacks: readonly Lack[] };

type Of<What extends WaitReason["what"]> = Extract<WaitReason, { readonly what: What }>;
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const always = (): boolean => true;

/** What each reason carries, as it is checked where it comes from elsewhere. */
const evidence: { readonly [what in WaitReason["what"]]: (found: { readonly [name in keyof Of<what>]?: unknown }) => boolean } = {
  turn: always,
  busy: always,
  again: always,
  yields: always,
  "no-kernel": always,
  data: always,
  memory: ({ bytes }) => isCount(bytes),
  gpu: ({ count }) => isCount(count),
  software: ({ names }) => Array.isArray(names) && names.every(isText),
  lab: ({ lab, name }) => isText(lab) && isText(name),
  site: ({ site }) => isText(site),
  together: ({ lacks }) => Array.isArray(lacks) && lacks.every((lack) => isWaitReason(lack) && lackNames.has(lack.what)),
};
const lackNames: ReadonlySet<string> = new Set(["memory", "gpu", "software", "lab", "site"] satisfies Lack["what"][]);

export const waitReasonNames = Object.keys(evidence) as readonly WaitReason["what"][];

export const isWaitReason = (value: unknown): value is WaitReason =>
  isJsonObject(value) &&
  isText(value["what"]) &&
  Object.hasOwn(evidence, value["what"]) &&
  (evidence[value["what"] as WaitReason["what"]] as (found: JsonObject) => boolean)(value);

/** `position`: in the queue, from 1; what nobody has goes before the place. */
export function waitSentence(why: WaitReason, position: number): Sentence {
  switch (why.what) {
    case "turn":
    case "busy":
    case "again":
    case "yields":
      return words.sentence(why.what, { n: position });
    case "no-kernel":
    case "data":
      return words.sentence(why.what);
    case "memory":
    case "gpu":
    case "software":
    case "lab":
    case "site":
      return words.sentence(why.what, { what: said(lackSentence(why)) });
    case "together":
      return words.sentence("together", { all: said(allOf(why.lacks)) });
    default:
      return assertNever(why);
  }
}

/** For runs without a server: there is nobody else who could take it. */
export const lackingHere = (lacks: readonly Lack[]): Failure => words.failure("lacking-here", { all: said(allOf(lacks)) });

const said = (sentence: Sentence): JsonObject => ({ ...sentence });
const allOf = (lacks: readonly Lack[]): Sentence =>
  lacks.map(lackSentence).reduceRight((rest, first) => words.sentence("both", { first: said(first), rest: said(rest) }));

/** What is needed, in a few words: "4 GB of memory". */
function lackSentence(lack: Lack): Sentence {
  switch (lack.what) {
    case "memory":
      return words.sentence("needs-memory", { n: Number((lack.bytes / 1e9).toPrecision(3)) });
    case "gpu":
      return words.sentence("needs-gpu", { n: lack.count });
    case "software":
      return words.sentence("needs-software", { n: lack.names.length, names: lack.names });
    case "lab":
      return words.sentence("needs-lab", { lab: lack.name });
    case "site":
      return words.sentence("needs-site", { site: lack.site });
    default:
      return assertNever(lack);
  }
}
