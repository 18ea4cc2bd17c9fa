// A small file of alignments, made by samtools 1.16.1 (view -b, index, index -c) of the SAM that stands here: every type of tag,
// reads without a place, without qualities, without a sequence, of two samples. In base64.

/** As `samtools view -h` prints it, less its own line @PG. */
export const samText = [
  "@HD\tVN:1.6\tSO:coordinate",
  "@SQ\tSN:chr1\tLN:248956422",
  "@SQ\tSN:chr2\tLN:242193529",
  "@RG\tID:a1\tSM:anna\tPL:ILLUMINA",
  "@RG\tID:b1\tSM:ben",
  "@CO\tmade for a test",
  "r1\t99\tchr1\t1000\t60\t10M\t=\t1050\t60\tACGTNACGTA\tFFFFF,,:#!\tNM:i:1\tMD:Z:4A5\tRG:Z:a1\tAS:i:-300\tXF:f:0.000123457\tXA:A:c\tXB:B:c,-1,2,127\tXH:H:1AFF\tXG:B:f,1.5,2e+20\tXU:i:4000000000",
  "r2\t0\tchr1\t1005\t20\t3S5M2D2M\t*\t0\t0\tACGTACGTAC\t*\tRG:Z:b1\tNM:i:2",
  "r3\t16\tchr1\t1010\t0\t4M100N3M1I2M\t*\t0\t0\tRYKMSWBDHV\t0123456789\tRG:Z:a1\tNM:i:0\tMD:Z:9",
  "r1\t147\tchr1\t1050\t60\t4=1X5=\t=\t1000\t-60\tACGTAACGTA\tFFFFFFFFFF\tNM:i:1\tRG:Z:a1",
  "r4\t256\tchr1\t1052\t60\t10M\t*\t0\t0\t*\t*\tRG:Z:a1",
  "r5\t1024\tchr1\t1053\t60\t5H10M\t*\t0\t0\tACGTAACGTA\tFFFFFFFFFF\tRG:Z:b1",
  "r6\t73\tchr1\t1054\t60\t10M\t=\t1054\t0\tACGTAACGTA\tFFFFFFFFFF\tRG:Z:b1",
  "r6\t133\tchr1\t1054\t0\t*\t=\t1054\t0\tACGTAACGTA\tFFFFFFFFFF\tRG:Z:b1",
  "r7\t0\tchr1\t40000\t60\t3M\t*\t0\t0\tACG\tFFF",
  "r8\t65\tchr1\t50000\t255\t3M\tchr2\t7\t0\tACG\tFFF",
  "r9\t0\tchr2\t7\t60\t3M\t*\t0\t0\tACG\tFFF\tNH:i:3",
  "r10\t4\t*\t0\t0\t*\t*\t0\t0\tACG\tFFF",
]
  .join("\n")
  .concat("\n");

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));

export const bamBytes = bytesOf(`
H4sIBAAAAAAA/wYAQkMCAOYATY9NbsIwEIWnlVppvOAMvgCR7ELUeGUKUhvJMWmjdj8Bo0ZqYimJCtyDM3EENlwGEX5XM+99b/He2yh52AOA/pjgj1UiCDGb
qpn39byoqHVMZ5+YWTX7rQUaq+TgNRqGAynvgDwBKaKXoYyY/nrHeKJIYJYoqirC1KjYmO8ktqMLzTuau4rp8RRLmju+8DUn3rqmZTrtQg2Vrfd/Dab29nct
RRgIHJury/8Lt+T9nPc9XxSrIKeyuw2V7BEAngDgOAGet7veWUhYb3zvAJG7TcQBAQAAH4sIBAAAAAAA/wYAQkMCAKABdVHNSgJhFD3zk4tcpJOVUkFEgUGC
U1oKgo6GzpBaFNLgzgQh2lmLduGiJ2jbwrdoG9gj9A5tLPAFmu73zdc4OHZnPu7M3HvOPffMAG58KoBSsDQJXSyKbwkVKFDu6xhS0szJzmCXRTickNFsVKTG
STtjZHFRa3d0GJd3Hz92tZe8l/K2YXTtcrlLrHDkR9s0daNahV0r92TO/VYcP6Q6dstC8va7LgaOmYiYpan0zEQ4Ilitf4AMpXM623S2uCC6HC9IxbXOZMkt
wTdhfLC0BUSCfIcoUaqEgDTlqOBsj26+XpciUW05trK6Fnc3I07QqnmYPmeYWwqePbeYg+9ETm7V6DVO54qLjArXeDDXXNKUwK0LLgmge0ZkhjvvAkoCsCEA
ZKQa2CoLtvwwONh1pyA4Nr2hlrcA+8Y5jv7H5/x4chZ4moefi90XfcUXNvuULQxlVv8x/xtaiVB//Wcj6nPq1G/wfoYLiVo/N+1P+2rC0CB/ftrfNCvKnq+u
wqR91CBGT7uAX7SceAUsAwAAH4sIBAAAAAAA/wYAQkMCABsAAwAAAAAAAAAAAA==
`);

/** Of one read, on chr13 of GRCh38 at 32,315,500: where the examples of kinds look. Without an index. */
export const bamOfOneRead = bytesOf(`
H4sIBAAAAAAA/wYAQkMCAGUAc3L0ZTRmYGBw8HDhDPOzMtQz4wz2t0rOzy9KycxLLEnlcggO5Az2s0rOKDI05vTxszI0NDE2MzE2suBiZGBgYGNgYABLMazgv8gGA
PcukN9NAAAAH4sIBAAAAAAA/wYAQkMCAEQAM2OAgGyJt4zMNn8lGRkYGLgYGBj+QwEDAwNDkSHDAgYGBiEPIQ8hVTgAAKBsFMU6AAAAH4sIBAAAAAAA/wYAQkMCAB
sAAwAAAAAAAAAAAA==
`);

export const baiBytes = bytesOf(`
QkFJAQIAAAAEAAAASRIAAAEAAAAAAOcAAAAAAGsC5wAAAAAASpIAAAIAAAAAAOcAAAAAAMsC5wAAAAAACQAAAAAAAAABAAAAAAAAAEsSAAABAAAAawLnAAAA
AACbAucAAAAAAEwSAAABAAAAmwLnAAAAAADLAucAAAAAAAQAAAAAAOcAAAAAAGsC5wAAAAAAawLnAAAAAACbAucAAAAAAAIAAABJEgAAAQAAAMsC5wAAAAAA
/wLnAAAAAABKkgAAAgAAAMsC5wAAAAAA/wLnAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAMsC5wAAAAAAAQAAAAAAAAA=
`);

export const csiBytes = bytesOf(`
H4sIBAAAAAAA/wYAQkMCAHUAcw72ZORjYGBgZYAAJgYGBhYGBgZPIQYGBobnYDFGBgQ7mwlCe01igAMmJPnTUHlOqBwjlPYWQuhlRDJnNpT2EUKwGZHEYeYx
Qd10GkkNjP0fh5vQ5RkZUAGMDwD9G44nBAEAAB+LCAQAAAAAAP8GAEJDAgAbAAMAAAAAAAAAAAA=
`);
