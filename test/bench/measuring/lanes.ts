/** Does something again and again in some lanes beside each other until time is over; answers how often it was done. */
export async function loadEach(lanes: number, work: () => Promise<void>, forMs: number): Promise<number> {
  const until = performance.now() + forMs;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
