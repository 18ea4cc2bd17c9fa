// The tables among the objects of a workspace of R.

import { readerOfObjects } from "../parts/r-objects/read-objects.ts";

export const { read, openSheets } = readerOfObjects("rdata");
