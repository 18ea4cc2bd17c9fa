// Columns that name whom or what several rows come from (patient, donor, plate): rows of one belong into one fold.

export const unitPattern =
  /^(patient|donor|subject|person|participant|individual|case|animal|mouse|family|cell[ _.-]?line|clone|plate|well)s?([ _.-]?(id|ids|no|nr|number|code|name))?$/i;
