// A VCF and a BED in blocks with their indexes, made by bgzip and tabix 1.16, in base64:
//   VCF, samples anna and ben: 1:100 A G; 1:105 ACGTACGT A; 1:110 T C; 1:125 N <DEL> END=6000; 1:7000 G A; 2:50 G T
//   BED: chr1 10-20 a, 10-21 b, 25-40 c; chr2 5-9 d

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));

export const vcfBytes = bytesOf(`
H4sIBAAAAAAA/wYAQkMCAEwBjZFBa8IwGIbPnz/DXkubRKvIjBCatCvU1rWZsKO62BU0lZoJ+/cj7WTUXXYIhLzPk/cjcZxjfVLHpj3vDN2G0W3qkZHjHBpt
6oouE06xe1K6Mh+UTBckQDOCV0OA/AITvFhM5hMLsFR2KRepy9X10NYXUzeajrk6KbsbWyrJorzDRMbd7PO8Vy3Frvy6KJpooyrVDmWh34deuZVvG/Gglqat
dTU0bdCpUV6sWT9bLP8hxko35kcOn4t8DZu8hIRDISJgqYSXV5ZClKRSFGDngr4BdlrvYK/0CANGCDxgEIMHG1aW4EEsAfkYsI+7PLB5GEu7gD1gyKIWw/Ya
CeEgxz62jM1JANcbhgyWXKSrO9W/kf2JJ5FxOkMI3et7b25PPIgfij3f64oJBH0s/4yPfDz6BonvLnpDAgAAH4sIBAAAAAAA/wYAQkMCABsAAwAAAAAAAAAA
AA==
`);

export const vcfIndexBytes = bytesOf(`
H4sIBAAAAAAA/wYAQkMCAGMAC3HyZGRiYGBgYmBgYITSDAwMDMpQmoWBgcGQwQgs7ikEUZPCCJFTgSr2mgTRhy7OyoAKkPUimwdTz8Dgy4hsHro4IxbzEGog
AAD9Fsf70AAAAB+LCAQAAAAAAP8GAEJDAgAbAAMAAAAAAAAAAAA=
`);

export const bedBytes = bytesOf(`
H4sIBAAAAAAA/wYAQkMCAEwANcoxDgAQDEDR+buKSNpicBxqMLv/YGisL8/PVVQwYaLk5B+UhVECrNMEp8YwOoNNI6cHs37ykkIAAAAfiwgEAAAAAAD/BgBC
QwIAGwADAAAAAAAAAAAA
`);

export const bedIndexBytes = bytesOf(`
H4sIBAAAAAAA/wYAQkMCAGsAC3HyZGRiYGBgYGBkYGRgYGBiYGBgZmBgUGaAAC4GBobkjCJDhuSMIiOwrKcQA1glDBhDaa9JEN3o4swMqABZL7J5xnBRXxTz
0MUZsZhnjCYGAP2FI2vWAAAAH4sIBAAAAAAA/wYAQkMCABsAAwAAAAAAAAAAAA==
`);
