import { readEnvironment } from './environment.ts';

const read = (TRUST_PROXY: string) => readEnvironment({ TRUST_PROXY }).trustProxy;

describe('TRUST_PROXY', () => {
  it('is nobody, so many in front, or those that are named', () => {
    expect(read('')).toBe(false);
    expect(read('1')).toBe(1);
    expect(read('loopback')).toEqual(['loopback']);
    expect(read('10.0.0.0/8,2001:db8::/32,192.0.2.1')).toEqual(['10.0.0.0/8', '2001:db8::/32', '192.0.2.1']);
  });

  it.each(['10', 'true', '10.0.0', '10.0.0.1/33', '10.0.0.1/8/8', 'loopback, 10.0.0.1', 'proxy.example'])(
    '%j is refused before anything starts',
    (wrong) => {
      expect(() => read(wrong)).toThrow('TRUST_PROXY ska vara antalet proxyservrar');
    },
  );
});
