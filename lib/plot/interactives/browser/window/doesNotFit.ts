/**
 * What is said when a window is larger than its image.
 * Flow: sizes → **doesNotFit** → steppers.
 */
import { element } from '../element';

/** @param what the window's name: `'kernel'`. */
export function doesNotFit(what: string, size: number, height: number, width: number): HTMLElement {
  return element('p', { class: 'error', role: 'alert' }, [
    `The ${size} × ${size} ${what} does not fit into the ${height} × ${width} image: there is no place where it ` +
      `could stand. Choose the padding “same”, which makes room around the image, or a smaller ${what}.`,
  ]);
}
