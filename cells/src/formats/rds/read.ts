// The tables of an object of R.

import { readerOfObjects } from "../parts/r-objects/read-objects.ts";

export const { read, openSheets } = readerOfObjects("rds");
