// Transcripts as a table of places.

import { readGenePred } from "../parts/intervals/gene-pred.ts";

export const read = readGenePred("refFlat");
