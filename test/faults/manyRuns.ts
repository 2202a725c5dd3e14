/** Runs `count` seeded runs, some at a time, and gives what they gave in the order of their seeds. */
export async function manyRuns<T>(
  count: number,
  run: (seed: number) => Promise<T>,
  lanes = 32,
): Promise<readonly T[]> {
  const ends: T[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const seed = next++;
      ends[seed] = await run(seed);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, count) }, lane));
  return ends;
}
