// What data are prepared for.

export const goals = ["explore", "compare", "predict"] as const;
export type Goal = (typeof goals)[number];
