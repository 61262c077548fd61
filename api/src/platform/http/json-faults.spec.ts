import fc from 'fast-check';
import { findJsonFault, MOST_DEPTH } from './json-faults.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('what JSON.parse lets through and we do not', () => {
  it.each([
    ['a name given twice', '{"a":{"b":1,"b":2}}', 'duplicate_key', '/a/b'],
    ['a name given twice, once in disguise', String.raw`{"a":1,"\u0061":2}`, 'duplicate_key', '/a'],
    ['__proto__', '{"x":[1,{"__proto__":{"isOperator":true}}]}', 'forbidden_key', '/x/1/__proto__'],
    ['__proto__ in disguise', String.raw`{"__proto\u005f_":1}`, 'forbidden_key', '/__proto__'],
    ['constructor', '{"constructor":{"prototype":{}}}', 'forbidden_key', '/constructor'],
    ['prototype', '{"prototype":1}', 'forbidden_key', '/prototype'],
    ['NUL in a value', String.raw`{"name":"a\u0000b"}`, 'hasNoControlCharacters', '/name'],
    ['NUL in a name', String.raw`{"na\u0000me":1}`, 'hasNoControlCharacters', '/na\u0000me'],
    ['half a pair', String.raw`[1,"\ud800"]`, 'hasNoControlCharacters', '/1'],
    ['a number beyond all numbers', '{"a":[0,-1e400]}', 'out_of_range', '/a/1'],
    ['too deep', nested(MOST_DEPTH + 1), 'too_deep', '/0'.repeat(MOST_DEPTH)],
    ['a name with a slash in it', '{"a/b~":1,"a/b~":2}', 'duplicate_key', '/a~1b~0'],
  ])('%s', (_, text, code, pointer) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(findJsonFault(text)).toEqual({ code, pointer });
  });

  it('cuts a pointer that would be long', () => {
    const name = 'x'.repeat(10_000);
    expect(findJsonFault(`{"${name}":1,"${name}":2}`)?.pointer).toHaveLength(201);
  });

  it('looks at ten thousand levels and at a million names without a fault of its own', () => {
    expect(findJsonFault(nested(10_000))?.code).toBe('too_deep');
    const many = `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":${index}`).join(',')}}`;
    expect(findJsonFault(many)).toBeNull();
    expect(findJsonFault(`"${'\\\\'.repeat(500_000)}"`)).toBeNull();
  });

  it('finds none in what is written without any of these', () => {
    const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
    const key = fc.string().filter((text) => !text.includes('\u0000') && !forbidden.has(text));
    const text = fc.string({ unit: 'binary' }).filter((value) => value.isWellFormed() && !value.includes('\u0000'));
    const leaf = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 6 }, leaf, fc.array(tie('tree')), fc.dictionary(key, tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2), (value, indent) => {
        expect(findJsonFault(JSON.stringify(value, null, indent))).toBeNull();
      }),
    );
  });

  it('finds a name given twice wherever it stands', () => {
    const inert = fc.json({ maxDepth: 3 }).filter((text) => findJsonFault(text) === null);
    fc.assert(
      fc.property(inert, inert, fc.nat(5), (first, second, place) => {
        const list = [...Array.from({ length: place }, () => first), `{"k":${first},"other":${second},"k":1}`];
        expect(findJsonFault(`[${list.join(' , ')}]`)).toEqual({ code: 'duplicate_key', pointer: `/${place}/k` });
      }),
    );
  });
});
