/**
 * Where TensorFlow's C library comes from on each machine: the official Python wheel, pinned by SHA-256.
 * The wheel's Python version does not matter, nothing in it that is used here is Python.
 * Flow: **platform** → wheel, compile, zig.
 *
 * The hashes are the package index's own; pip has checked linux-x64's on download.
 */
import { nvidiaWheels } from './nvidia.mjs';

/** One version for everyone. */
export const tensorflowVersion = '2.21.0';

/** Compiles the addon where there is no compiler. One version that exists for all three platforms. */
export const zigVersion = '0.16.0';

/**
 * @typedef {object} Platform
 * @property {string} name e.g. 'linux-x64'
 * @property {string} project the wheel's name
 * @property {string[]} tags the wheel's platforms, as pip calls them
 * @property {string} sha256 of the wheel
 * @property {string[]} libraries file names, the one that needs the other first
 * @property {string[]} linkerFlags make the addon find them in lib/ beside it
 * @property {string} zigSha256 of zig's wheel
 * @property {readonly import('./nvidia.mjs').Wheel[]} companions other wheels whose libraries it needs
 * @property {string} download how much comes over the network, in words
 * @property {number} megabytes the room needed while it is made
 */

const linuxLibraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
const linuxFlags = ['-shared', '-Wl,-rpath,$ORIGIN/lib'];

const onCpu = { companions: [], download: '270 MB', megabytes: 1500 };

/** @type {Record<string, Omit<Platform, 'name'>>} */
const platforms = {
  'linux-x64': {
    project: 'tensorflow-cpu',
    tags: ['manylinux_2_27_x86_64', 'manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
    sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
    libraries: linuxLibraries,
    linkerFlags: linuxFlags,
    zigSha256: '9fcda73f62b851dd72a54b710ad40a209896db14cfb13649e62191243556342b',
    ...onCpu,
  },
  'linux-arm64': {
    project: 'tensorflow',
    tags: ['manylinux_2_27_aarch64', 'manylinux_2_17_aarch64', 'manylinux2014_aarch64'],
    sha256: '4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c',
    libraries: linuxLibraries,
    linkerFlags: linuxFlags,
    zigSha256: 'e27d409812b11e0fb89ed0200cf2e55b6464d43f9461553104e4a4f9a94a1fd5',
    ...onCpu,
  },
  'darwin-arm64': {
    project: 'tensorflow',
    tags: ['macosx_12_0_arm64'],
    sha256: '51f46f4806139d01fc7920cc72a4c75876f80649bf40ff083ab6212ceb43ca88',
    libraries: ['libtensorflow_cc.2.dylib', 'libtensorflow_framework.2.dylib'],
    linkerFlags: ['-bundle', '-undefined', 'dynamic_lookup', '-Wl,-rpath,@loader_path/lib'],
    zigSha256: 'b61e5413c49508d9d62e5dcea543e3af491594154d74a00ff52f84ed508260cc',
    ...onCpu,
  },
  'linux-x64-gpu': {
    project: 'tensorflow',
    tags: [
      ...['manylinux_2_27_x86_64', 'manylinux_2_25_x86_64', 'manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
      ...['manylinux_2_12_x86_64', 'manylinux2010_x86_64'],
    ],
    sha256: '9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124',
    libraries: linuxLibraries,
    linkerFlags: linuxFlags,
    zigSha256: '9fcda73f62b851dd72a54b710ad40a209896db14cfb13649e62191243556342b',
    companions: nvidiaWheels,
    download: '3.4 GB',
    megabytes: 9500,
  },
};

/** The oldest glibc that the library runs on; musl (Alpine) is not glibc at all. */
const oldestGlibc = /** @type {const} */ ([2, 27]);

/** @returns {string | undefined} why a Linux system's C library will not do */
function wrongGlibc() {
  if (process.platform !== 'linux') return undefined;
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  const version = report.header.glibcVersionRuntime;
  if (version === undefined) return 'this Linux has no glibc';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldestGlibc[0] || (major === oldestGlibc[0] && minor < oldestGlibc[1]);
  return isOld ? `glibc ${oldestGlibc.join('.')} or newer is needed, this is ${version}` : undefined;
}

/**
 * @param {boolean} [gpu] whether it is to compute on the GPU, with the CUDA build
 * @returns {Platform | string} this machine's, or why there is none
 */
export function thisPlatform(gpu = false) {
  const name = `${process.platform}-${process.arch}${gpu ? '-gpu' : ''}`;
  const platform = platforms[name];
  if (platform === undefined) return `there is no TensorFlow ${tensorflowVersion} library for ${name}`;
  return wrongGlibc() ?? { name, ...platform };
}
