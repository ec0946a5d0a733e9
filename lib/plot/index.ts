/**
 * Figures as plain data, and their static pictures.
 * Flow: data, evaluate → **plot** → lesson, which shows them.
 */
export { type BarChartOptions, barChart } from './barChart';
export type { ColorOptions, ColorScaleName } from './colorScale';
export { type ConfusionHeatmapOptions, confusionHeatmap } from './confusionHeatmap';
export { type DigitsGridOptions, digitsGrid } from './digitsGrid';
export { drawOperations } from './drawOperations';
export { type FeatureMapWalkOptions, featureMapWalk } from './featureMapWalk';
export type { Figure, FigureTable, Layout, Trace } from './figure';
export { type FiltersGridOptions, filtersGrid } from './filtersGrid';
export { type HeatmapOptions, heatmap } from './heatmap';
export { type HistogramOptions, type HistogramSeries, histogram } from './histogram';
export { type ImageGridOptions, imageGrid } from './imageGrid';
export { type ConvolutionStepperOptions, convolutionStepper } from './interactives/convolutionStepper';
export { type CsvRowFolderOptions, csvRowFolder } from './interactives/csvRowFolder';
export { type DrawingPadOptions, drawingPad } from './interactives/drawingPad';
export { type GraphStepperOptions, graphStepper } from './interactives/graphStepper';
export type { Interactive } from './interactives/interactive';
export {
  type LossSurfaceExplorerOptions,
  lossSurfaceExplorer,
  type MovingWeight,
} from './interactives/lossSurfaceExplorer';
export {
  type NamedNeuron,
  type NeuronWeightsOptions,
  neuronWeights,
} from './interactives/neuronWeights';
export { type PoolingStepperOptions, poolingStepper } from './interactives/poolingStepper';
export { type ShiftTestOptions, shiftTest, type TrainedNetwork } from './interactives/shiftTest';
export { type SoftmaxSimplexOptions, softmaxSimplex } from './interactives/softmaxSimplex';
export { type LadderChartOptions, type LadderStep, ladderChart } from './ladderChart';
export type { LineSeries } from './line';
export { type LineChartOptions, lineChart } from './lineChart';
export { type LevelMark, type LinePanel, type LinePanelsOptions, linePanels } from './linePanels';
export { type LossSurfaceOptions, lossSurface, type SurfaceAxis } from './lossSurface';
export type { Picture } from './picture';
export { pngDataUrl } from './png';
export {
  type ReliabilityDiagramOptions,
  type ReliabilitySeries,
  reliabilityDiagram,
} from './reliabilityDiagram';
export { toSvg } from './svg/toSvg';
export { type SeriesStyle, seriesStyle, themedAxis, themedLayout } from './theme';
export type { LayerActivations } from './walkRows';
