/**
 * The graph stepper in the browser.
 * Flow: GraphStepperData → **page** → the drawing, step by step.
 */
import type { GraphStepperData } from '../../graphStepperData';
import { createGraphStepper } from '../graph/stepper';
import { GRAPH_PAGE_STYLE } from '../graph/style';
import { mount } from '../mount';

mount<GraphStepperData>({ label: 'Graph stepper', draw: createGraphStepper, style: GRAPH_PAGE_STYLE });
