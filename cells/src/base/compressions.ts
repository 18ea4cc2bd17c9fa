// How a file may be packed. tar: a file of such an archive, whatever the archive is packed with.

/** gzip-members: several one after another, which are no blocks of bgzip. */
export const compressions = ["none", "gzip", "gzip-members", "bgzf", "zip", "tar", "zstd", "bzip2", "xz"] as const;
export type Compression = (typeof compressions)[number];

/** What packs a file, as its name says it. */
export const packedEnding = /\.(?:b?gz|zstd?|bz2|xz)$/i;
