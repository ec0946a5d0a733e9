/**
 * A chart that grows while the cell runs and turns interactive at the end.
 * Flow: training events → **liveBoard** (boardSvg, boardFigure) → one notebook output.
 */
import { type Board, boardSvg } from '../plot/boardSvg';
import { figureBundle, jupyterKernel, newDisplayId, showTable } from '../plot/show';
import type { EpochEvent, StepEvent } from '../train/events';
import { boardFigure } from './boardFigure';
import { epochNote, stepNote } from './trainingNotes';

/** One line of the board. Series with the same `yTitle` share a panel. */
export interface LiveSeries {
  /** `add` takes its value under this name. */
  readonly name: string;
  /** What is measured, with its unit. */
  readonly yTitle: string;
}

/** Titles and lines of a `liveBoard`. */
export interface LiveBoardOptions {
  /** Above the board. */
  readonly title: string;
  /** `'step'` when not given. */
  readonly xTitle?: string;
  /** Loss and accuracy, on training and held-out images, when not given. */
  readonly series?: readonly LiveSeries[];
  /** A clock in milliseconds. */
  readonly now?: () => number;
  /** Receives the board's description at the end, outside a notebook; standard output when not given. */
  readonly write?: (text: string) => void;
}

/** Its functions may be passed on alone: `{ onStep: board.step, onEpoch: board.epoch }`. */
export interface LiveBoard {
  /** Adds a point to a series. */
  add(series: string, x: number, y: number): void;
  /** Sets the line of numbers above the chart. */
  note(text: string): void;
  /** For `fit`'s `onStep`: adds the batch's loss and accuracy. */
  step(event: StepEvent): void;
  /** For `fit`'s `onEpoch`: adds what was measured on the held-out images. */
  epoch(event: EpochEvent): void;
  /** Ends the board: the last frame becomes an interactive figure. */
  end(): void;
}

const TRAINING_LOSS = 'training loss';
const HELD_OUT_LOSS = 'held-out loss';
const TRAINING_ACCURACY = 'training accuracy';
const HELD_OUT_ACCURACY = 'held-out accuracy';
const TRAINING_SERIES: readonly LiveSeries[] = [
  { name: TRAINING_LOSS, yTitle: 'loss (nats)' },
  { name: HELD_OUT_LOSS, yTitle: 'loss (nats)' },
  { name: TRAINING_ACCURACY, yTitle: 'accuracy (%)' },
  { name: HELD_OUT_ACCURACY, yTitle: 'accuracy (%)' },
];

/** Frames come at most this often: more would only make the page slow. */
const FRAME_MS = 200;

/**
 * A board under the cell that adds its first point. It also moves while the cell computes without a pause.
 *
 * @throws RangeError from `add` if the board has no such series.
 * @example
 * const board = liveBoard({ title: 'First training' });
 * await fit(model, train, { epochs: 1, onStep: board.step, onEpoch: board.epoch });
 * board.end();
 * @see Used in notebooks/00-start-here, notebooks/11-training.
 */
export function liveBoard(options: LiveBoardOptions): LiveBoard {
  const { title, xTitle = 'step', series = TRAINING_SERIES, now = () => performance.now() } = options;
  const lines = series.map(({ name, yTitle }, style) => ({
    name,
    yTitle,
    style,
    x: [] as number[],
    y: [] as number[],
  }));
  const yTitles = [...new Set(series.map(({ yTitle }) => yTitle))];
  const panels = yTitles.map(yTitle => ({ yTitle, lines: lines.filter(line => line.yTitle === yTitle) }));
  const displayId = newDisplayId();
  let note = '';
  let x = 0; // the training step reached
  let shownAt: number | undefined;
  let later: NodeJS.Timeout | undefined;

  const board = (): Board => ({ title, note, xTitle, panels });

  function drawFrame(): void {
    clearTimeout(later);
    later = undefined;
    const data = { 'image/svg+xml': boardSvg(board(), title), 'text/plain': `${title}: ${note}` };
    jupyterKernel()?.display({ data, metadata: {} }, displayId, shownAt !== undefined);
    shownAt = now();
  }

  /** Draws now if the last frame is old enough; else soon, should nothing more come. */
  function changed(): void {
    if (shownAt === undefined || now() - shownAt >= FRAME_MS) drawFrame();
    else later ??= setTimeout(drawFrame, FRAME_MS).unref();
  }

  function append(name: string, x: number, y: number): void {
    const line = lines.find(candidate => candidate.name === name);
    if (line === undefined) {
      throw new RangeError(
        `liveBoard: series must be one of ${lines.map(l => l.name).join(', ')}, got ${name}`,
      );
    }
    line.x.push(x);
    line.y.push(y);
  }

  return {
    add(name, x, y) {
      append(name, x, y);
      changed();
    },
    note(text) {
      note = text;
      changed();
    },
    step(event) {
      x = (event.epoch - 1) * event.steps + event.step;
      append(TRAINING_LOSS, x, event.loss);
      append(TRAINING_ACCURACY, x, 100 * event.accuracy);
      note = stepNote(event);
      changed();
    },
    epoch(event) {
      if (event.validationLoss !== undefined) append(HELD_OUT_LOSS, x, event.validationLoss);
      if (event.validationAccuracy !== undefined)
        append(HELD_OUT_ACCURACY, x, 100 * event.validationAccuracy);
      note = epochNote(event);
      changed();
    },
    end() {
      clearTimeout(later);
      const figure = boardFigure(board());
      const kernel = jupyterKernel();
      if (kernel === undefined) {
        (options.write ?? (text => process.stdout.write(text)))(`${figure.alt}\n`);
        return;
      }
      kernel.display(figureBundle(figure, boardSvg(board(), figure.alt)), displayId, shownAt !== undefined);
      showTable(kernel, figure.table);
    },
  };
}
