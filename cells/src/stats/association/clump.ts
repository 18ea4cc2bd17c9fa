// Which hits are one: the variant with the smallest p takes those near it that go together with it (r² of copies), then the next that
// is left, as plink's --clump (Purcell et al., Am J Hum Genet 81:559-575, 2007; plink 1.9's manual).

export interface ClumpSettings {
  /** Natural logarithms of p: of what starts a clump, and of what is taken into one. */
  readonly logFirst: number;
  readonly logSecond: number;
  /** r² from which on a variant goes with its lead. */
  readonly linkage: number;
  /** Bases on each side. */
  readonly within: number;
}

export interface ClumpData {
  readonly logP: Float64Array;
  /** Code of the chromosome; below 0: it has none. */
  readonly chromosome: Int32Array;
  readonly position: Float64Array;
  /** r² of two variants; NaN: it is not defined. */
  linkage(one: number, other: number): number;
}

export interface Clump {
  readonly lead: number;
  /** Those that went with it, the lead not among them, in the order of places. */
  readonly members: readonly number[];
}

/** Clumps in the order of the p of their leads. `between` is asked before each. */
export async function clumps(
  data: ClumpData,
  { logFirst, logSecond, linkage, within }: ClumpSettings,
  between: (share: number) => Promise<void> | null,
): Promise<readonly Clump[]> {
  const { logP, chromosome, position } = data;
  const isPlaced = (at: number): boolean =>
    (chromosome[at] as number) >= 0 && (position[at] as number) === (position[at] as number);
  const told = Array.from(logP.keys()).filter((at) => (logP[at] as number) <= logSecond && isPlaced(at));
  const byPlace = [...told].sort(
    (a, b) => (chromosome[a] as number) - (chromosome[b] as number) || (position[a] as number) - (position[b] as number) || a - b,
  );
  const rank = new Map(byPlace.map((at, nth) => [at, nth]));
  const leads = told
    .filter((at) => (logP[at] as number) <= logFirst)
    .sort((a, b) => (logP[a] as number) - (logP[b] as number) || a - b);
  const taken = new Set<number>();
  const found: Clump[] = [];
  for (const [nth, lead] of leads.entries()) {
    if (taken.has(lead)) continue;
    await between(nth / leads.length);
    taken.add(lead);
    const near = (at: number | undefined): at is number =>
      at !== undefined &&
      chromosome[at] === chromosome[lead] &&
      Math.abs((position[at] as number) - (position[lead] as number)) <= within;
    const members: number[] = [];
    const place = rank.get(lead) as number;
    const look = (at: number): void => {
      if (!taken.has(at) && data.linkage(lead, at) >= linkage) members.push(at);
    };
    for (let at = place - 1; near(byPlace[at]); at--) look(byPlace[at] as number);
    members.reverse();
    for (let at = place + 1; near(byPlace[at]); at++) look(byPlace[at] as number);
    for (const at of members) taken.add(at);
    found.push({ lead, members });
  }
  return found;
}
