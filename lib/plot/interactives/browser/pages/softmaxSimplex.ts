/**
 * The softmax triangle in the browser.
 * Flow: SimplexData → **page** → softmax → triangle and bars.
 */
import type { SimplexData } from '../../simplexData';
import { mount } from '../mount';
import { createSimplex } from '../simplex/simplex';
import { SIMPLEX_STYLE } from '../simplex/style';
import { WINDOW_STYLE } from '../window/style';

mount<SimplexData>({
  label: 'Softmax triangle',
  draw: createSimplex,
  style: WINDOW_STYLE + SIMPLEX_STYLE,
});
