// Raised when the parser of delimited text may answer differently: the version of the formats that are read by it alone.
// Formats that use it on the way (xlsx, gct) raise their own with it.

export const delimitedParser = 6;
