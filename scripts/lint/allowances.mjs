/**
 * What a lesson may be, and which lessons may be more, each with its reason. Reviewed with every change of it.
 * Flow: **allowances** → rules.
 */

/** The course's own limits. */
const LIMITS = { cells: 45, words: 2000, lines: 6, seconds: 60 };

/** @typedef {keyof typeof LIMITS} Limit */

/**
 * @typedef {object} Allowance
 * @property {string} lesson
 * @property {Limit} what
 * @property {number} most
 * @property {string} because
 */

/** @type {readonly Allowance[]} */
export const allowances = [];

/**
 * What a lesson may have at most.
 *
 * @param {string} lesson
 * @param {Limit} what
 */
export function allowance(lesson, what) {
  return allowances.find(other => other.lesson === lesson && other.what === what)?.most ?? LIMITS[what];
}
