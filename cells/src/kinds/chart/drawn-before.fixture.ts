// Digests of figures and of the data behind them, drawn by the code of before the families of charts were folders.
// Heatmaps of matrices: of version 2, which puts beside each other what is alike. Boxes of many groups: of version 2, whose
// trace of the rest says how many groups it is. Figures were recorded again, their data were not, with the versions whose text
// alternatives say numbers as they are (41 581 and no longer 41 580) and whose notes say what was chosen and not drawn; heatmaps
// of a matrix again with version 4, which says that it holds raw counts, and with version 8, whose bars have their names beside them; all that draw missing groups with the versions that
// write "(missing)", and again with those that say how they are selected in, their data as they were.

export const drawnBefore: { readonly [name: string]: readonly string[] } = {
  "points by colour and size, with names": ["9b4f618cec971a5295a4", "b4557600a05ed578937d"],
  "points of text, coloured by number": ["de1c898f149537591526", "f3a5dcfe1ec0d060ba55"],
  "points over dates": ["ba47bf9ec10fd2d443d8", "4a522a26ee024b65529f"],
  "a density": ["159aa02b13493e0553ca", "97c678cd490a4bb4e028"],
  "lines by group": ["260769f2923d82c1a5c4", "e9894373021336ce5c84"],
  "a line over dates with marks": ["0e4b89da6c6757b5d08a", "9e74983a9e610b7325a1"],
  "bars of counts": ["64fe57cab8d2c70a6f84", "7c29c592a1381726ba0a"],
  "bars of means, stacked": ["26a31670c2f8f216d97b", "8025c374f4f0841b3246"],
  "bars of sums on a log axis": ["280f9f4d1dff371c75bf", "5e7dd4e9e4f856eb5298"],
  "bars of medians of many groups": ["7846003313cb2eebe913", "c674c4083ab097d8c9e6"],
  "bars of one field": ["00814c6a04e043699bd2", "c57fc115d9afd5651515"],
  "a histogram by colour": ["f147301f509684dfff2a", "0e8664383139a35775c5"],
  "a histogram on a log axis": ["0c49bc32c5b30e3a16b1", "5da7a5e94dc22e783a8e"],
  "a histogram of text": ["a0425f5283ae0a12fa33", "7c29c592a1381726ba0a"],
  "a histogram of a matrix": ["a9fb2f1a47897a7a39f5", "c317f1addef85963d3ec"],
  "a box alone": ["c20a492216c72c28af6f", "deae8dbb77e6a63c0753"],
  "boxes by group and colour, with names": ["7ced14e4f8b2699293ae", "bc34700c555e3056ea8b"],
  "boxes without points": ["ff5a2566bc27e77ade03", "28d25c6b511d5d831011"],
  "boxes of many groups": ["4d9ee3187345626b26ef", "cb326549a39977d38673"],
  "boxes of a gene": ["605652f16b1d364bc58f", "f2d5ba6f460faf78e4d3"],
  "a heatmap of the most variable": ["5e79e0f4e6bd1ff9a1df", "731ba5a14dabfb9bcb99"],
  "a heatmap of chosen genes with names": ["8876d13c55a90d2404e4", "719084fb9ec5bb5c507c"],
  "a heatmap of means by groups": ["4c0be70769413d3d93fa", "e0870cd6b0793e7695b9"],
  "a heatmap of counts by groups": ["18fe190486a17a90c240", "180476ab6a12bfe6db02"],
};
