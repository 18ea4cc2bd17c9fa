// How far a cluster that was joined of two lies from another, by how far the two did: formulas of Lance and Williams (The
// Computer Journal 9:373-380, 1967), which hold for all linkages of hclust.

export const linkages = ["complete", "average", "ward", "single", "mcquitty", "ward-d", "centroid", "median"] as const;
/**
 * Of two clusters: their farthest or nearest members, the mean of all pairs, that of the two joined parts whatever their sizes
 * (McQuitty), Ward's least growth of squares ("ward" is R's ward.D2, "ward-d" its ward.D, which is Ward's where distances are
 * squares), the way between their centres, or between their middles (median).
 */
export type Linkage = (typeof linkages)[number];

/** A join may lie nearer to another cluster than its parts did: trees of these have inversions, and no chain finds them. */
export const mayInvert = (linkage: Linkage): boolean => linkage === "centroid" || linkage === "median";

/** Of a third cluster of `no` leaves to the join of two of `na` and `nb`: by its ways to each, and the way between the two. */
export type Joined = (da: number, db: number, between: number, na: number, nb: number, no: number) => number;

const ward: Joined = (da, db, between, na, nb, no) => ((na + no) * da + (nb + no) * db - no * between) / (na + nb + no);

export const joinedBy: { readonly [linkage in Linkage]: Joined } = {
  single: (da, db) => (da < db ? da : db),
  complete: (da, db) => (da > db ? da : db),
  average: (da, db, _between, na, nb) => (na * da + nb * db) / (na + nb),
  mcquitty: (da, db) => (da + db) / 2,
  ward,
  "ward-d": ward,
  centroid: (da, db, between, na, nb) => (na * da + nb * db - (na * nb * between) / (na + nb)) / (na + nb),
  median: (da, db, between) => (da + db - between / 2) / 2,
};
