/**
 * The convolution stepper in the browser.
 * Flow: ConvolutionData → **page** → conv2d → maps and the written sum.
 */
import type { ConvolutionData } from '../../convolutionData';
import { createConvolutionStepper } from '../convolution/stepper';
import { CONVOLUTION_STYLE } from '../convolution/style';
import { mount } from '../mount';
import { WINDOW_STYLE } from '../window/style';

mount<ConvolutionData>({
  label: 'Convolution stepper',
  draw: createConvolutionStepper,
  style: WINDOW_STYLE + CONVOLUTION_STYLE,
});
