/**
 * How often a network is right against how sure it was: on the diagonal it can be taken at its word.
 * Flow: calibration → **reliabilityDiagram** → Figure → `show`.
 */
import type { Calibration, CalibrationBin } from '../evaluate/calibration';
import type { Figure, Layout, Trace } from './figure';
import { formatNumber } from './formatNumber';
import { plotText, seriesStyle, TEXT_COLOR, themedAxis, themedLayout } from './theme';

/** One network, or one temperature. */
export interface ReliabilitySeries {
  readonly name: string;
  readonly calibration: Calibration;
}

/** Texts of a `reliabilityDiagram`. */
export interface ReliabilityDiagramOptions {
  readonly title?: string;
  /** Replaces the description made from the bins. */
  readonly alt?: string;
}

/** A mark's width in CSS pixels: its area grows with the bin's share of the answers, from about none to all. */
const [LEAST_MARK, MOST_MARK] = [7, 26];

/** With fewer answers than this, where a mark lies is mostly chance: it is left hollow. */
const FEW = 30;

/**
 * One mark per bin that holds answers, at their mean confidence and their accuracy; the larger, the more answers; hollow
 * with fewer than 30. Above the diagonal a network is timid, below it is too sure.
 *
 * @throws RangeError if there is no series, or one without answers.
 * @example reliabilityDiagram([{ name: 'net', calibration: calibration([0.75, 0.25, 0.75, 0.25], [0, 1]) }]).alt
 * // 'Reliability diagram: accuracy against confidence. net: 2 answers in 15 bins, expected calibration error 0.25; most of them (2) are 0.75 sure and 0.5 right.'
 * @see Niculescu-Mizil & Caruana, Predicting Good Probabilities With Supervised Learning (2005).
 *   Used in notebooks/14-what-it-sees.
 */
export function reliabilityDiagram(
  series: readonly ReliabilitySeries[],
  options: ReliabilityDiagramOptions = {},
): Figure {
  if (series.length === 0) {
    throw new RangeError('reliabilityDiagram: series must hold at least one, got none');
  }
  const filled = series.map(({ name, calibration }) => ({
    name,
    calibration,
    bins: filledBins(name, calibration),
  }));
  const axis = { range: [0, 1.02], dtick: 0.2, zeroline: false };
  return {
    data: [diagonal(), ...filled.flatMap(({ name, bins }, index) => drawBins(name, bins, index))],
    layout: themedLayout(options.title, {
      width: 520,
      height: 480 + (options.title === undefined ? 0 : 32),
      xaxis: themedAxis('confidence', axis),
      yaxis: themedAxis('accuracy', axis),
      annotations: [DIAGONAL_NAME],
      showlegend: true,
    }),
    alt:
      options.alt ??
      `Reliability diagram: accuracy against confidence. ${filled.map(({ name, calibration, bins }) => describe(name, calibration, bins)).join(' ')}`,
    table: {
      columns: ['series', 'confidence above', 'up to', 'answers', 'mean confidence', 'accuracy'],
      rows: filled.flatMap(({ name, bins }) =>
        bins.map(bin => [
          name,
          ...[bin.low, bin.high, bin.count, bin.confidence, bin.accuracy].map(value =>
            Number(value.toPrecision(4)),
          ),
        ]),
      ),
    },
  };
}

function filledBins(name: string, { bins }: Calibration): readonly CalibrationBin[] {
  const filled = bins.filter(({ count }) => count > 0);
  if (filled.length === 0) {
    throw new RangeError(`reliabilityDiagram: "${name}" must have answers in its bins, got none`);
  }
  return filled;
}

/** Where confidence and accuracy are the same. */
function diagonal(): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    x: [0, 1],
    y: [0, 1],
    line: { color: TEXT_COLOR, dash: 'dot', width: 1 },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** Written along the diagonal, whose slope on the page is that of the plot. */
const DIAGONAL_NAME: Layout = {
  text: 'as sure as right',
  x: 0.16,
  y: 0.16,
  textangle: -40,
  yshift: 10,
  xshift: -8,
  showarrow: false,
};

/** Marks that mean something, joined by a line; the hollow ones stand alone. */
function drawBins(name: string, bins: readonly CalibrationBin[], index: number): Trace[] {
  const { color, dash, marker } = seriesStyle(index);
  const total = answers(bins);
  const draw = (some: readonly CalibrationBin[], options: Layout, symbol: string): Trace => ({
    type: 'scatter',
    name: plotText(name),
    legendgroup: String(index),
    x: some.map(({ confidence }) => confidence),
    y: some.map(({ accuracy }) => accuracy),
    line: { color, dash, width: 1.5 },
    marker: {
      color,
      opacity: 1,
      symbol,
      size: some.map(({ count }) =>
        Math.round(LEAST_MARK + (MOST_MARK - LEAST_MARK) * Math.sqrt(count / total)),
      ),
      line: { width: symbol === marker ? 0 : 1 },
    },
    cliponaxis: false,
    hovertext: some.map(
      ({ count, confidence, accuracy }) =>
        `${formatNumber(count)} answers: ${formatNumber(confidence)} sure, ${formatNumber(accuracy)} right`,
    ),
    hoverinfo: 'text+name',
    ...options,
  });
  const [many, few] = [bins.filter(({ count }) => count >= FEW), bins.filter(({ count }) => count < FEW)];
  return [
    ...(many.length > 0 ? [draw(many, { mode: 'lines+markers' }, marker)] : []),
    ...(few.length > 0
      ? [draw(few, { mode: 'markers', showlegend: many.length === 0 }, `${marker}-open`)]
      : []),
  ];
}

function answers(bins: readonly CalibrationBin[]): number {
  return bins.reduce((sum, { count }) => sum + count, 0);
}

function describe(
  name: string,
  { bins, expectedError }: Calibration,
  filled: readonly CalibrationBin[],
): string {
  const most = filled.reduce((best, bin) => (bin.count > best.count ? bin : best));
  return (
    `${name}: ${formatNumber(answers(filled))} answers in ${bins.length} bins, expected calibration error ` +
    `${formatNumber(Number(expectedError.toPrecision(3)))}; most of them (${formatNumber(most.count)}) are ` +
    `${formatNumber(Number(most.confidence.toPrecision(3)))} sure and ${formatNumber(Number(most.accuracy.toPrecision(3)))} right.`
  );
}
