import fc from 'fast-check';
import { requestIdOf } from './request-id.ts';

describe('the id of a request', () => {
  it('is the one it came with, when that has the form of an id', () => {
    expect(requestIdOf({ 'x-request-id': '4BF92F3577B34DA6A3CE929D0E0E4736' })).toBe(
      '4bf92f3577b34da6a3ce929d0e0e4736',
    );
    expect(requestIdOf({ 'x-request-id': '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b' })).toBe(
      '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    );
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(requestIdOf({ traceparent })).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('is our own for everything else', () => {
    const ours = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(requestIdOf({})).toMatch(ours);
    expect(requestIdOf({ traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` })).toMatch(ours);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = requestIdOf({ 'x-request-id': `${text}å`, traceparent: text });
        expect(id).toMatch(ours);
      }),
    );
  });
});
