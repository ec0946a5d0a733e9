/**
 * The loss surface explorer in the browser.
 * Flow: LossSurfaceData → **page** → softmaxCrossEntropy and its gradient → map, path and curve.
 */
import type { LossSurfaceData } from '../../lossSurfaceData';
import { createLossSurfaceExplorer } from '../lossSurface/explorer';
import { LOSS_SURFACE_STYLE } from '../lossSurface/style';
import { mount } from '../mount';

mount<LossSurfaceData>({
  label: 'Loss surface explorer',
  draw: createLossSurfaceExplorer,
  style: LOSS_SURFACE_STYLE,
});
