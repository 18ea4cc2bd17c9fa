// Columns that name labs by the usual words: leaving one out is offered first, and what they tell of classes is looked at.

export const labColumnPattern =
  /^(lab|labs|laboratory|study|studies|cohort|cent(er|re)|site|batch|institute|hospital)(_?(id|name))?$/i;
