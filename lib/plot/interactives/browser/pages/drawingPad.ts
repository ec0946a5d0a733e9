/**
 * The drawing pad in the browser.
 * Flow: DrawingPadData → **page** → strokes, centred → the network, by lib's layers → maps and bars.
 */
import type { DrawingPadData } from '../../drawingPadData';
import { mount } from '../mount';
import { createDrawingPad } from '../pad/drawingPad';
import { PAD_STYLE } from '../pad/style';

mount<DrawingPadData>({ label: 'Drawing pad', draw: createDrawingPad, style: PAD_STYLE });
