import { AtMost } from './at-most.ts';

describe('at most so many at a time', () => {
  const open = () => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    return { promise, resolve, reject };
  };
  /** Until everybody who could go on has done so. */
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('begins as many as there is room for, and the others in the order they came', async () => {
    const turns = new AtMost(2);
    const begun: number[] = [];
    const works = [0, 1, 2, 3].map(() => open());
    const results = works.map((work, nth) =>
      turns.run(() => {
        begun.push(nth);
        return work.promise;
      }),
    );
    await settled();
    expect(begun).toEqual([0, 1]);
    works[1]?.resolve(11);
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    for (const [nth, work] of works.entries()) work.resolve(10 + nth);
    expect(await Promise.all(results)).toEqual([10, 11, 12, 13]);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('gives the place of what failed to the next', async () => {
    const turns = new AtMost(1);
    const first = open();
    const failed = turns.run(() => first.promise);
    const second = turns.run(() => Promise.resolve(2));
    first.reject(new Error('lost'));
    await expect(failed).rejects.toThrow('lost');
    expect(await second).toBe(2);
    expect(await turns.run(() => Promise.resolve(3))).toBe(3);
  });
});
