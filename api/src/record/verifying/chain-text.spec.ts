import fc from 'fast-check';
import {
  contentHash,
  fieldNames,
  keptText,
  linkHash,
  personalText,
  recordPart,
  sha256,
  type ChainedEvent,
} from './chain-text.ts';
import { ChainWalk } from './chain-walk.ts';

const field = fc.option(fc.string({ unit: 'binary' }), { nil: null });

const event = (more: Partial<ChainedEvent> = {}): ChainedEvent => ({
  id: '0197a000-0000-7000-8000-000000000001',
  countyId: '0197a000-0000-7000-8000-000000000002',
  at: '2026-03-12T08:00:00.000000Z',
  source: 'web',
  action: 'update',
  entity: 'follow_up',
  entityId: '0197a000-0000-7000-8000-000000000003',
  changes: '{"done": {"new": "Två träffar", "old": ""}}',
  salt: 'ab'.repeat(16),
  personId: null,
  onBehalfOfId: null,
  requestId: null,
  disposedBy: null,
  ...more,
});

describe('the text that is hashed', () => {
  it('is different for different fields, however their characters are divided between them', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 4 }), fc.array(field, { maxLength: 4 }), (a, b) => {
        const same = a.map(recordPart).join('') === b.map(recordPart).join('');
        expect(same).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(['1:a,', 'b'].map(recordPart).join('')).not.toBe(['1:a,b', ''].map(recordPart).join(''));
  });

  it('counts bytes, and tells nothing from an empty text', () => {
    expect(recordPart('åäö')).toBe('6:åäö,');
    expect([recordPart(''), recordPart(null)]).toEqual(['0:,', '-,']);
  });

  it('orders the names of fields by their bytes, also where they look like numbers', () => {
    expect(fieldNames('{"10": {}, "b": {}, "9": {}, "å": {}, "__proto__": {}}')).toEqual([
      '10',
      '9',
      '__proto__',
      'b',
      'å',
    ]);
    expect(fieldNames('[]')).toEqual([]);
  });

  it('keeps what happened apart from whom it was about', () => {
    const whole = event();
    const bare = event({ changes: '{"done": {}}', salt: null, disposedBy: 'x' });
    expect(keptText(bare)).toBe(keptText(whole));
    expect(personalText(bare)).not.toBe(personalText(whole));
    for (const more of [{ at: '2026-03-12T08:00:00.000001Z' }, { action: 'submit' }, { changes: '{"text": {}}' }])
      expect(keptText(event(more))).not.toBe(keptText(whole));
  });
});

describe('walking the chain', () => {
  const chain = (events: readonly ChainedEvent[]) => {
    let previous = '';
    return events.map((one, index) => {
      const personalHash = sha256(personalText(one));
      const content = contentHash(one, personalHash);
      previous = linkHash(previous, index + 1, content);
      return {
        link: { seq: index + 1, eventId: one.id, personalHash, contentHash: content, hash: previous },
        event: one,
      };
    });
  };
  const walked = (rows: Parameters<ChainWalk['add']>[0][]) => {
    const walk = new ChainWalk();
    for (const row of rows) walk.add(row);
    walk.end();
    return walk.findings.map(({ kind, seq }) => [kind, seq]);
  };

  it('finds any single change to any row of any chain, and names its place', () => {
    const texts = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.string(), (written, at, other) => {
        const rows = chain(
          written.map((text, index) => event({ id: String(index), changes: JSON.stringify({ text: { new: text } }) })),
        );
        expect(walked(rows)).toEqual([]);
        const place = at % rows.length;
        fc.pre(other !== written[place]);
        const forged = rows.with(place, {
          ...rows[place]!,
          event: event({ id: String(place), changes: JSON.stringify({ text: { new: other } }) }),
        });
        expect(walked(forged)).toEqual([['altered_personal', place + 1]]);
      }),
    );
  });

  it('finds two rows that have changed places', () => {
    const [a, b, c] = chain(['1', '2', '3'].map((id) => event({ id })));
    const swapped = [
      { ...a!, link: { ...a!.link, seq: 2 } },
      { ...b!, link: { ...b!.link, seq: 1 } },
    ].reverse();
    expect(walked([...swapped, c!]).map(([kind]) => kind)).toContain('broken_link');
  });
});
