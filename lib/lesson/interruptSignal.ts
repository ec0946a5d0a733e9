/**
 * The stop button of the notebook, as an `AbortSignal`.
 * Flow: Jupyter's interrupt → kernel → **interruptSignal** → `fit(…, { signal })`.
 */
import { jupyterKernel } from '../plot/show';

/**
 * A signal that is aborted when the running cell is interrupted; `undefined` outside a notebook, where Ctrl-C
 * ends the program anyway. Ask for it in the cell that uses it: each cell has its own.
 *
 * @example await fit(model, train, { epochs: 1, signal: interruptSignal() })
 * @see Used in notebooks/00-start-here, notebooks/11-training, notebooks/12-autopsy.
 */
export function interruptSignal(): AbortSignal | undefined {
  return jupyterKernel()?.interruptSignal;
}
