/**
 * The neuron in the browser.
 * Flow: NeuronData → **page** → dense → sigmoid → votes, curve, answers.
 */
import type { NeuronData } from '../../neuronData';
import { mount } from '../mount';
import { createNeuron } from '../neuron/neuron';
import { NEURON_STYLE } from '../neuron/style';
import { WINDOW_STYLE } from '../window/style';

mount<NeuronData>({ label: 'Neuron', draw: createNeuron, style: WINDOW_STYLE + NEURON_STYLE });
