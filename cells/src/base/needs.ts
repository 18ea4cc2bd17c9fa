// What a run cannot do without, what whoever would run it has, and what is lacking. Runs are given by the same rule in SQL
// (storage/src/queries/kernel-fit.ts).

/** What a run cannot do without. A kernel that lacks it gets no such run; the screen says what is waited for. */
export interface Needs {
  /** Bytes without which no run of this can end, from what is known before it. */
  readonly memory?: number;
  /** How many GPUs. */
  readonly gpu?: number;
  /** Programs that have to be there, by the names that kernels say (`genomecraft kernel --software`). */
  readonly software?: readonly string[];
  /** Only kernels that came with a token of this lab; those of the server are no lab's. */
  readonly lab?: string;
  /** Only kernels at this site: that of their token, or else the one that they say (`--site`). */
  readonly site?: string;
}

/** What a kernel has, as far as runs ask for it. */
export interface KernelOffer {
  /** Bytes of one worker. */
  readonly memory: number;
  readonly gpus: number;
  /** Programs, by name. */
  readonly software: readonly string[];
  /** Whose it is; null: the server's, which is no lab's. */
  readonly lab: string | null;
  /** Empty: at none. */
  readonly site: string;
}

/** What a kernel lacks of what a run needs. */
export type Shortage =
  | { readonly what: "memory"; readonly bytes: number }
  | { readonly what: "gpu"; readonly count: number }
  | { readonly what: "software"; readonly names: readonly string[] }
  | { readonly what: "lab"; readonly lab: string }
  | { readonly what: "site"; readonly site: string };

/** Empty: it can take the run. */
export function shortagesOf(needs: Needs, offer: KernelOffer): readonly Shortage[] {
  const { memory = 0, gpu = 0, software = [], lab = "", site = "" } = needs;
  const names = software.filter((name) => !offer.software.includes(name));
  return [
    ...(memory > offer.memory ? [{ what: "memory", bytes: memory } as const] : []),
    ...(gpu > offer.gpus ? [{ what: "gpu", count: gpu } as const] : []),
    ...(names.length > 0 ? [{ what: "software", names } as const] : []),
    ...(lab !== "" && lab !== offer.lab ? [{ what: "lab", lab } as const] : []),
    ...(site !== "" && site !== offer.site ? [{ what: "site", site } as const] : []),
  ];
}

/**
 * What is lacking where nobody has all of it: the one thing that everybody lacks, if there is such a one, else all that the
 * run needs. Empty: one of them can take it.
 */
export function shortagesOfAll(needs: Needs, offers: readonly KernelOffer[]): readonly Shortage[] {
  if (offers.some((offer) => shortagesOf(needs, offer).length === 0)) return [];
  const all = shortagesOf(needs, nothing);
  const everywhere = all.filter((shortage) =>
    offers.every((offer) => shortagesOf(needs, offer).some(({ what }) => what === shortage.what)),
  );
  return everywhere.length === 1 ? everywhere : all;
}

const nothing: KernelOffer = { memory: 0, gpus: 0, software: [], lab: null, site: "" };
