// A data set of PLINK 1, or one of its text files alone, held to the rules of each file and to those between them.

import type { CheckTask } from "../../../contract/format.ts";
import { eachLine } from "../check/each-line.ts";
import { setOfNames } from "../plink/set.ts";
import { checkBed } from "./bed.ts";
import { checkPed } from "./ped.ts";
import { type CheckedSamples, samplesOf } from "./samples.ts";
import { fieldsOf, sayer } from "./say.ts";
import { sectionOf } from "./rules.ts";
import { type CheckedSites, sitesOf } from "./sites.ts";

type Lines = Pick<CheckTask, "open" | "signal" | "progress" | "fraction">;

/** A file of the set. */
function linesOf({ parts, signal }: CheckTask, name: string): Lines {
  return {
    open: () => (parts ? parts.open(name) : nothing()),
    fraction: () => null,
    progress: () => undefined,
    ...(signal ? { signal } : {}),
  };
}
async function* nothing(): AsyncGenerator<Uint8Array> {}

export async function checkPlink(task: CheckTask): Promise<void> {
  const set = task.parts && setOfNames(task.parts.names);
  if (!task.parts || !set) return;
  if (set.kind === "bed") {
    const sites = await checkSites(task, linesOf(task, set.bim), { kind: "bim", part: set.bim });
    const samples = await checkSamples(task, linesOf(task, set.fam), set.fam);
    const sides = { sites: sites.haploid(), samples: samples.sexes() };
    return checkBed(task.parts.open(set.bed), sides, sayer(task, set.bed));
  }
  const sites = await checkSites(task, linesOf(task, set.map), { kind: "map", part: set.map });
  const say = sayer(task, set.ped);
  // Samples stand in the first six fields of the .ped.
  const samples = samplesOf(sayer(task, set.ped, sectionOf("ped")));
  await checkPed({ lines: linesOf(task, set.ped), sites: sites.haploid(), samples, say });
}

export async function checkSites(
  task: CheckTask,
  lines: Lines,
  { kind, part }: { readonly kind: "bim" | "map"; readonly part: string | null },
): Promise<CheckedSites> {
  const say = sayer(task, part, kind === "map" ? sectionOf("map") : undefined);
  const sites = sitesOf(kind, say);
  await eachLine(lines, (line, number) => sites.see(line, number));
  return sites;
}

export async function checkSamples(task: CheckTask, lines: Lines, part: string | null): Promise<CheckedSamples> {
  const say = sayer(task, part);
  const samples = samplesOf(say);
  await eachLine(lines, (line, number) => {
    const fields = fieldsOf(line);
    if (fields.length === 0) return;
    if (fields.length !== 6) say("plink-sample-fields", { line: number }, "line", String(fields.length));
    samples.see(fields, number);
  });
  samples.end();
  return samples;
}
