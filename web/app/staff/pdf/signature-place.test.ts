/** The place survives the journey; nonsense becomes no place. */
import { describe, expect, test } from 'vitest';
import { readPlace, writePlace } from './signature-place.ts';

describe('signature place', () => {
  test('is read as it was written', () => {
    const place = { page: 2, rect: { x: 300.25, y: -4, width: 180, height: 61.5 } };
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  test.each([null, '', '1 2 3 4', '1 2 3 4 5 6', '0 1 1 9 9', '1.5 1 1 9 9', '1 a 1 9 9', '1 1 1 0 9'])(
    'is none for %j',
    (value) => expect(readPlace(value)).toBeNull(),
  );
});
