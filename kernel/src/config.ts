// The kernel's settings out of its environment: the only file of this package that reads it.

import os from "node:os";
import path from "node:path";

/** Minutes as the owner of a kernel set them: by kind, and for all that have none of their own. */
export interface RunMinutes {
  readonly all?: number;
  readonly kinds?: { readonly [kind: string]: number };
}

export interface KernelConfig {
  readonly server: string | undefined;
  readonly token: string | undefined;
  readonly lanes: number;
  readonly memoryBytes: number;
  readonly runMinutes: RunMinutes;
  readonly trusted: boolean;
  readonly site: string | undefined;
  /** Programs that are here and that runs may ask for, by name. */
  readonly software: readonly string[];
  readonly logLevel: string;
}

/** Folders in which programs are looked for. */
export const searchPath = (environment: { readonly [name: string]: string | undefined } = process.env): readonly string[] =>
  (environment.PATH ?? "").split(path.delimiter);

/** "plink2, bcftools" -> each once, sorted. */
export const namesIn = (text: string): readonly string[] =>
  [...new Set(text.split(",").map((name) => name.trim()))].filter((name) => name !== "").sort();

/** What the server beside this kernel is told by its environment, as far as `genomecraft doctor` looks at it. */
export const serverEnvironment = (environment: { readonly [name: string]: string | undefined } = process.env) => ({
  hasDatabase: Boolean(environment.DATABASE_URL),
  home: environment.GENOMECRAFT_HOME ?? ".genomecraft",
});

/** Bytes of this machine, or of the container that we are in. */
const memoryHere = (): number => Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** A week. What a timer of Node holds is 24 days. */
const mostRunMinutes = 7 * 24 * 60;

type Environment = { readonly [name: string]: string | undefined };

function wholeNumber(environment: Environment, name: string, least: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const text = environment[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} up` : `from ${least} to ${most}`;
  throw new Error(`${name} is "${text}"; it must be a whole number ${range}.`);
}

/**
 * "90" for every kind of cell, "query=20, train=600" for these, or both. Also of runs without a server. Throws with a sentence
 * on a setting that cannot be; whether there are such kinds says withKnownKinds.
 */
export function readRunMinutes(environment: Environment = process.env): RunMinutes {
  const name = "GENOMECRAFT_RUN_MINUTES";
  const kinds: { [kind: string]: number } = {};
  let all: number | undefined;
  for (const part of (environment[name] ?? "").split(",").map((text) => text.trim())) {
    const [kind, text] = part.includes("=") ? (part.split(/\s*=\s*/, 2) as [string, string]) : [null, part];
    const minutes = wholeNumber({ [name]: text }, name, 1, mostRunMinutes);
    if (kind === null && (minutes === undefined || all === undefined)) all = minutes ?? all;
    else if (kind === null || minutes === undefined || Object.hasOwn(kinds, kind))
      throw new Error(
        `${name} is "${environment[name]}"; "${part}" must be a kind of cell and its minutes, such as train=600, and each only once.`,
      );
    else kinds[kind] = minutes;
  }
  return { ...(all === undefined ? {} : { all }), kinds };
}

/**
 * Bytes of one worker of a run without a server, where one notebook has the machine: half of it, and at least 4 GB as before
 * machines were asked. Throws with a sentence on a setting that cannot be.
 */
export const readOwnWorkerMemory = (environment: Environment = process.env): number =>
  (wholeNumber(environment, "GENOMECRAFT_WORKER_MEMORY_MB", 128) ?? Math.max(4096, Math.floor(memoryHere() / 2 ** 21))) * 2 ** 20;

/** Throws with a sentence on a setting that cannot be. */
export function readKernelConfig(environment: Environment = process.env): KernelConfig {
  const number = (name: string, standard: number, least: number): number => wholeNumber(environment, name, least) ?? standard;
  const lanes = number("GENOMECRAFT_LANES", Math.max(1, Math.min(8, os.availableParallelism())), 1);
  // Half of the machine for all lanes, at most 8 GB a worker.
  const standardMb = Math.max(512, Math.min(8192, Math.floor(memoryHere() / 2 ** 21 / lanes)));
  return {
    server: environment.GENOMECRAFT_SERVER,
    token: environment.GENOMECRAFT_KERNEL_TOKEN,
    lanes,
    memoryBytes: number("GENOMECRAFT_WORKER_MEMORY_MB", standardMb, 128) * 2 ** 20,
    runMinutes: readRunMinutes(environment),
    trusted: environment.GENOMECRAFT_TRUSTED === "1",
    site: environment.GENOMECRAFT_SITE,
    software: namesIn(environment.GENOMECRAFT_SOFTWARE ?? ""),
    logLevel: environment.GENOMECRAFT_LOG ?? "info",
  };
}
