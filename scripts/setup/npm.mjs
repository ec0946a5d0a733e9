/**
 * The npm that runs us where there is one, else the one on PATH.
 * Flow: **npm** → packages step, TensorFlow.js's own download.
 *
 * @returns {[string, ...string[]]} command and first arguments
 */
export function npm() {
  const running = process.env.npm_execpath;
  if (running !== undefined && /npm-cli\.[cm]?js$/.test(running)) return [process.execPath, running];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
}
