// The columns of the table behind boxes whose points are not drawn one by one, after those of the groups.

export const summaryColumns = ["n", "min", "lower", "q1", "median", "q3", "upper", "max"] as const;
