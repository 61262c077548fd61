import { isDatabaseAway } from './connection-fault.ts';

describe('a database that is away', () => {
  it('is told by the code of the socket or the server, also within the error of a query', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53100', '53300'])
      expect(isDatabaseAway({ driverError: { code } })).toBe(true);
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
  });

  it('is not told by anything about what was asked', () => {
    for (const fault of [{ code: '23505' }, { driverError: { code: '40001' } }, new Error('x'), null, 'ECONNRESET'])
      expect(isDatabaseAway(fault)).toBe(false);
  });
});
