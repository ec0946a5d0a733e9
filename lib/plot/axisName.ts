/**
 * The name of one of several axes.
 * Flow: **axisName** → linePanels, boardFigure.
 */

/** Plotly numbers its axes from 1 and leaves the first number out: `x`, `x2`, `x3`, … */
export function axisName(axis: 'x' | 'y' | 'xaxis' | 'yaxis', index: number): string {
  return index === 0 ? axis : `${axis}${index + 1}`;
}
