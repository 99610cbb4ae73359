import { describe, expect, it } from 'vitest';
import { mapColumn, mappingFor, missingFields } from './fields';

describe('the mapping of columns', () => {
  it('never gives one field to two columns', () => {
    expect(mapColumn(['name', 'phone', null], 2, 'name')).toEqual([null, 'phone', 'name']);
  });

  it('can leave several columns out', () => {
    expect(mapColumn([null, 'phone'], 1, null)).toEqual([null, null]);
  });

  it('says what is needed: a name or a phone number, or who and when', () => {
    expect(missingFields('members', ['phone', null])).toEqual([]);
    expect(missingFields('members', ['email'])).toEqual([['name', 'phone']]);
    expect(missingFields('visits', ['member', 'amount'])).toEqual([['at']]);
  });

  it('is translated when the file turns out to be of the other kind', () => {
    expect(mappingFor('visits', ['name', 'phone', 'joined_on', 'birthday'])).toEqual([
      null,
      'member',
      'at',
      null,
    ]);
    expect(mappingFor('members', ['member', 'at', 'amount'])).toEqual(['phone', 'joined_on', null]);
  });
});
