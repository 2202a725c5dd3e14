/**
 * `12.3 ms (10.1–15.0)`: the median, the least and the most.
 * @param {number[]} values ms
 */
export function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5)} ms (${at(0)}–${at(1)})`;
}
