/**
 * Asks whether a port can be had, before a server that would say so in ten lines is started.
 * Flow: `npm start -- --port N` → **isPortFree** → JupyterLab.
 */
import { createServer } from 'node:net';

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export function isPortFree(port, host) {
  const server = createServer();
  return new Promise(resolve => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
