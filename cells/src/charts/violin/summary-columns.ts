// The columns of the table behind violins, after those of the groups.

export const summaryColumns = ["n", "q1", "median", "q3", "bandwidth"] as const;
