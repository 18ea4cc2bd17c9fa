// The WebGL trace that needs no code from strings; plotly.js ships it without types.
declare module "plotly.js/src/traces/scattergl/strict" {
  const trace: import("plotly.js").PlotlyModule;
  export default trace;
}
