/** A stand-in for the course's kernel that keeps what it is told, under the same symbol. */
import { afterEach } from 'node:test';
import type { DisplayBundle } from '../../lib/plot/show';

const symbol = Symbol.for('digits-cnn.kernel');

export interface Displayed {
  bundle: DisplayBundle;
  displayId: string;
  update: boolean;
}

/** Call it in a test: the kernel is gone after it. */
export function fakeKernel() {
  const displays: Displayed[] = [];
  const awaited: Promise<unknown>[] = [];
  const kernel = {
    interruptSignal: new AbortController().signal,
    display: (bundle: DisplayBundle, displayId: string, update: boolean) => {
      displays.push({ bundle, displayId, update });
    },
    waitFor: (promise: Promise<unknown>) => {
      awaited.push(promise);
    },
  };
  Object.defineProperty(globalThis, symbol, { value: kernel, configurable: true });
  return { ...kernel, displays, awaited };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, symbol);
});
