// Digests of figures and of the data behind them, drawn by the code of before the families of charts were folders.
// Heatmaps of matrices: of version 2, which puts beside each other what is alike. Boxes of many groups: of version 2, whose
// trace of the rest says how many groups it is.

export const drawnBefore: { readonly [name: string]: readonly string[] } = {
  "points by colour and size, with names": ["9fbb59d44297c4da6c55", "b4557600a05ed578937d"],
  "points of text, coloured by number": ["620f14a7a827e4d41ac6", "f3a5dcfe1ec0d060ba55"],
  "points over dates": ["697caf2cc36b03f85392", "4a522a26ee024b65529f"],
  "a density": ["9ba1a9a7454fa96a9a28", "d4916ec0d9e9661c1e8a"],
  "lines by group": ["140be9cc7ce2e7e17e48", "e9894373021336ce5c84"],
  "a line over dates with marks": ["1540aa11474ff08fa2d7", "9e74983a9e610b7325a1"],
  "bars of counts": ["d4227e832ae179ae72d3", "7c29c592a1381726ba0a"],
  "bars of means, stacked": ["4485f81aed515e57cbf5", "8025c374f4f0841b3246"],
  "bars of sums on a log axis": ["2b2937fb7f3e36a1fb9a", "5e7dd4e9e4f856eb5298"],
  "bars of medians of many groups": ["7cafa2b903960eb898bb", "c674c4083ab097d8c9e6"],
  "bars of one field": ["39c47d571f3b4664c39c", "c57fc115d9afd5651515"],
  "a histogram by colour": ["c69a7a534f64c6c2dc2e", "8f5f9a8b3cefd29fbbc5"],
  "a histogram on a log axis": ["f26063376c9e0fb39c64", "08781d1cbcaef0f2c171"],
  "a histogram of text": ["6c9b11fa1aeec7b1a7e8", "7c29c592a1381726ba0a"],
  "a histogram of a matrix": ["9e0d2412f2ce562c1e99", "c317f1addef85963d3ec"],
  "a box alone": ["d60ca11fa3b613243502", "deae8dbb77e6a63c0753"],
  "boxes by group and colour, with names": ["9bb4087e6137defc79dc", "bc34700c555e3056ea8b"],
  "boxes without points": ["c19c991f1ca606080c35", "28d25c6b511d5d831011"],
  "boxes of many groups": ["3c596158b34a691fbc60", "cb326549a39977d38673"],
  "boxes of a gene": ["c1e240f3c6ff6edbca67", "f2d5ba6f460faf78e4d3"],
  "a heatmap of the most variable": ["f0ade548e6bf63404569", "731ba5a14dabfb9bcb99"],
  "a heatmap of chosen genes with names": ["e1c0705e0422443be798", "719084fb9ec5bb5c507c"],
  "a heatmap of means by groups": ["21e5a4e80d8f5fccab58", "24136de55f40533e5442"],
  "a heatmap of counts by groups": ["69c4965976d9f661de0a", "180476ab6a12bfe6db02"],
};
