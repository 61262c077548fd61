import { networkOf } from './visitor.ts';

describe('where a request comes from', () => {
  it('is the address in IPv4, also when it is written as IPv6', () => {
    expect(networkOf('192.0.2.17')).toBe('192.0.2.17');
    expect(networkOf('::ffff:192.0.2.17')).toBe('192.0.2.17');
  });

  it('is the network in IPv6, however it is written', () => {
    expect(networkOf('2001:0db8:00a0:0001:1:2:3:4')).toBe('2001:db8:a0:1');
    expect(networkOf('2001:db8:a0:1::9')).toBe('2001:db8:a0:1');
    expect(networkOf('2001:DB8::1')).toBe('2001:db8:0:0');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
    expect(networkOf('::1')).toBe('0:0:0:0');
  });
});
