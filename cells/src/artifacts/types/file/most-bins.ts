// How many bins a look along a place may have: more than any screen has room for. Known to the job, and to what goes over the line.

export const mostBinsAlong = 2_000;
