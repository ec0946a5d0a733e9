/**
 * Figures as plain data, and their static pictures.
 * Flow: data, evaluate → **plot** → lesson, which shows them.
 */
export { type BarChartOptions, barChart } from './barChart';
export { type ConfusionHeatmapOptions, confusionHeatmap } from './confusionHeatmap';
export { type DigitsGridOptions, digitsGrid } from './digitsGrid';
export type { Figure, FigureTable, Layout, Trace } from './figure';
export { type LineChartOptions, type LineSeries, lineChart } from './lineChart';
export { toSvg } from './svg/toSvg';
export { type SeriesStyle, seriesStyle, themedAxis, themedLayout } from './theme';
