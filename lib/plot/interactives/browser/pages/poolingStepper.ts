/**
 * The pooling stepper in the browser.
 * Flow: PoolingData → **page** → maxPool2d, averagePool2d and their gradients → maps.
 */
import type { PoolingData } from '../../poolingData';
import { mount } from '../mount';
import { createPoolingStepper } from '../pooling/stepper';
import { WINDOW_STYLE } from '../window/style';

mount<PoolingData>({ label: 'Pooling stepper', draw: createPoolingStepper, style: WINDOW_STYLE });
