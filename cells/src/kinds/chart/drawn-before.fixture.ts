// Digests of figures and of the data behind them, drawn by the code of before the families of charts were folders.
// Heatmaps of matrices: of version 2, which puts beside each other what is alike. Boxes of many groups: of version 2, whose
// trace of the rest says how many groups it is. Figures were recorded again, their data were not, with the versions whose text
// alternatives say numbers as they are (41 581 and no longer 41 580) and whose notes say what was chosen and not drawn; heatmaps
// of a matrix again with version 4, which says that it holds raw counts, and with version 8, whose bars have their names beside them; all that draw missing groups with the versions that
// write "(missing)", their data as they were.

export const drawnBefore: { readonly [name: string]: readonly string[] } = {
  "points by colour and size, with names": ["b45ce5033192670504c4", "b4557600a05ed578937d"],
  "points of text, coloured by number": ["620f14a7a827e4d41ac6", "f3a5dcfe1ec0d060ba55"],
  "points over dates": ["2a53a34e8fa7af4de9e3", "4a522a26ee024b65529f"],
  "a density": ["3362841ef7f9a41d8f55", "97c678cd490a4bb4e028"],
  "lines by group": ["260769f2923d82c1a5c4", "e9894373021336ce5c84"],
  "a line over dates with marks": ["0e4b89da6c6757b5d08a", "9e74983a9e610b7325a1"],
  "bars of counts": ["6b9999010164e2989b24", "7c29c592a1381726ba0a"],
  "bars of means, stacked": ["bd06bdea924b2989cd4f", "8025c374f4f0841b3246"],
  "bars of sums on a log axis": ["14cfdb091f88f5ad8e0f", "5e7dd4e9e4f856eb5298"],
  "bars of medians of many groups": ["99764723c7e103a6d741", "c674c4083ab097d8c9e6"],
  "bars of one field": ["29904299438829b65808", "c57fc115d9afd5651515"],
  "a histogram by colour": ["57dbc7e2b192653cf3b0", "0e8664383139a35775c5"],
  "a histogram on a log axis": ["263eb02b30d84ee8d502", "5da7a5e94dc22e783a8e"],
  "a histogram of text": ["d5abb0bfbe0ab34ae01b", "7c29c592a1381726ba0a"],
  "a histogram of a matrix": ["a9fb2f1a47897a7a39f5", "c317f1addef85963d3ec"],
  "a box alone": ["35029bf1e917d7c7bf20", "deae8dbb77e6a63c0753"],
  "boxes by group and colour, with names": ["7e826c25b99e9553ebac", "bc34700c555e3056ea8b"],
  "boxes without points": ["26979a9c249abd4f7732", "28d25c6b511d5d831011"],
  "boxes of many groups": ["5105c9cc210590c7e204", "cb326549a39977d38673"],
  "boxes of a gene": ["2184c9033b37e38cfb98", "f2d5ba6f460faf78e4d3"],
  "a heatmap of the most variable": ["5e79e0f4e6bd1ff9a1df", "731ba5a14dabfb9bcb99"],
  "a heatmap of chosen genes with names": ["8876d13c55a90d2404e4", "719084fb9ec5bb5c507c"],
  "a heatmap of means by groups": ["4c0be70769413d3d93fa", "e0870cd6b0793e7695b9"],
  "a heatmap of counts by groups": ["18fe190486a17a90c240", "180476ab6a12bfe6db02"],
};
