// How a file may be packed.

/** gzip-members: several one after another, which are no blocks of bgzip. */
export const compressions = ["none", "gzip", "gzip-members", "bgzf", "zip", "zstd", "bzip2", "xz"] as const;
export type Compression = (typeof compressions)[number];
