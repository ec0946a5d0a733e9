/**
 * `digits-cnn/lesson`: what a notebook needs beside the library itself.
 * Flow: plot, train's events → **lesson** → notebook outputs.
 */
export { interruptSignal } from '../lesson/interruptSignal';
export { type LiveBoard, type LiveBoardOptions, type LiveSeries, liveBoard } from '../lesson/liveBoard';
export { show } from '../plot/show';
