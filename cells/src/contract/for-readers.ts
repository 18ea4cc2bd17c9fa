// What a kind takes out of its own output before readers of a dashboard get it, beyond what is taken out of every output.
// Types only.

import type { Artifact } from "../artifacts/artifact.ts";

export interface Readers<Spec> {
  readonly spec: Spec;
  /** Names of points, samples and identifiers go out, too. */
  readonly labels: boolean;
  /** What a published cell of that name is called; null where no such cell is published. */
  nameOf(name: string): string | null;
  /** What stands in the place of a link to a cell that is not published. */
  readonly elsewhere: string;
}

export type ForReaders<Spec> = (artifact: Artifact, readers: Readers<Spec>) => Artifact;
